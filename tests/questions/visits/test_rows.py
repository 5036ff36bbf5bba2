"""What is open of the council's visits (QF-14, QF-40, QF-54 to QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.due.everything import everything_due
from apqa.questions.visits.rows import VisitRow, visit_rows
from apqa.vocabulary.due import DutyKind, DutyState
from tests.builders import a_listing, a_placement, a_provider, a_report, a_self_assessment, a_visit, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

LISTED = a_provider(listing=[a_listing(on="2025-09-01")])
OCTOBER, VISITED = "2026-10-06-north-star", "2026-06-09-north-star"
THAT_DAY = "on 14 September 2026"
SENT = {"to": "head", "party": "provider", "on": "2026-10-12"}


def a_note(**changes: Any) -> dict[str, Any]:
    return {"written_on": "2026-10-08", "written_by": "designated officer", "summary": "calm", **changes}


def rows(on: str, *records: Record) -> list[VisitRow]:
    return list(visit_rows(situation(on, *records)))


def told(on: str, *records: Record) -> list[tuple[str, str, bool]]:
    return [(row.standing.value, row.title, row.is_late) for row in rows(on, *records)]


@pytest.mark.parametrize(
    ("on", "visit", "expected"),
    [
        pytest.param(
            "2026-10-06", {"status": "planned"}, [("planned", "Routine visit", False)], id="planned-for-the-day"
        ),
        pytest.param("2026-10-07", {"status": "planned"}, [("overdue", "Routine visit", True)], id="its-day-is-past"),
        pytest.param("2026-10-07", {"status": "cancelled"}, [], id="cancelled"),
        pytest.param(
            "2026-10-07",
            {},
            [("without_note", "Note of visit, to be written: routine visit of 6 October 2026", False)],
            id="done",
        ),
        pytest.param(
            "2026-10-21",
            {},
            [("without_note", "Note of visit, to be written: routine visit of 6 October 2026", True)],
            id="done-and-late",
        ),
        pytest.param(
            "2026-10-08",
            {"note": a_note()},
            [("not_circulated", "Note of visit circulated: routine visit of 6 October 2026", False)],
            id="written",
        ),
        pytest.param(
            "2026-10-07",
            {"note": a_note()},
            [("without_note", "Note of visit, to be written: routine visit of 6 October 2026", False)],
            id="to-be-written-tomorrow",
        ),
        pytest.param(
            "2026-10-13",
            {
                "note": a_note(
                    circulation=[SENT],
                    provider_responded_on="2026-10-12",
                    amendments=[{"on": "2026-10-12", "by": "officer", "what": "eight"}],
                )
            },
            [("not_circulated", "Amended note of visit sent once more: routine visit of 6 October 2026", False)],
            id="amended",
        ),
        pytest.param(
            "2026-10-05",
            {},
            [("planned", "Routine visit", False)],
            id="recorded-as-done-ahead",
        ),
        pytest.param(
            "2026-10-13",
            {"note": a_note(circulation=[{**SENT, "party": "council"}])},
            [("not_circulated", "Note of visit sent to the provider: routine visit of 6 October 2026", False)],
            id="not-to-the-provider",
        ),
        pytest.param(
            "2026-10-19",
            {"note": a_note(circulation=[SENT])},
            [("answer_open", "Answer on the facts: routine visit of 6 October 2026", False)],
            id="the-provider-may-answer",
        ),
        pytest.param("2026-10-20", {"note": a_note(circulation=[SENT])}, [], id="its-days-have-passed"),
        pytest.param(
            "2026-10-13",
            {"note": a_note(circulation=[SENT], provider_response="Agreed.", provider_responded_on="2026-10-13")},
            [],
            id="answered",
        ),
    ],
)
def test_a_visit_from_its_plan_to_its_answer(on: str, visit: dict[str, Any], expected: list[Any]) -> None:
    assert told(on, a_visit(OCTOBER, **visit)) == expected


def test_what_the_note_waits_for_is_said_with_its_days() -> None:
    asked = a_visit(OCTOBER, note=a_note(facts_asked_on="2026-10-09", circulation=[SENT]))
    (row,) = [each for each in rows("2026-10-13", asked) if each.standing == "answer_open"]
    assert (row.says, str(row.due), row.ask) == ("it was asked on 9 October 2026", "2026-10-16", "the provider")
    (row,) = rows("2026-10-13", a_visit(OCTOBER, note=a_note(circulation=[SENT])))
    assert row.says == "it was sent the note on 12 October 2026"


class TestToBeMade:
    """A visit is to be made by a day, for an application, or because nobody is recorded to have come."""

    def test_by_its_cycle(self) -> None:
        (row,) = rows("2027-05-03", LISTED, a_visit(VISITED, note=a_note(written_on="2026-06-09", circulation=[
            {**SENT, "on": "2026-06-12"}])))  # fmt: skip
        assert (row.standing, str(row.due), row.clause) == ("due", "2027-06-09", "QF-14")
        assert rows("2027-06-10", LISTED, a_visit(VISITED))[0].standing == "overdue"

    def test_and_where_one_is_planned_it_says_so(self) -> None:
        planned = a_visit("2027-05-20-north-star", status="planned", purpose="yearly")
        audit = a_visit("2027-05-12-north-star", status="planned", type="desk_top_audit")
        done = a_visit(VISITED, note=a_note(written_on="2026-06-09", circulation=[{**SENT, "on": "2026-06-12"}]))
        due = [each for each in rows("2027-05-03", LISTED, done, planned, audit) if each.standing == "due"]
        assert [each.says for each in due] == [
            "last visited on 9 June 2026; due on 9 June 2027; one is planned for 20 May 2027"
        ]
        ahead = [(each.title, each.says) for each in rows("2027-05-03", planned, audit)]
        assert ahead == [("Desk-top audit", "planned for 12 May 2027"), ("Routine visit", "yearly")]

    def test_where_nobody_has_been(self) -> None:
        (row,) = rows("2026-10-06", LISTED)
        assert (row.standing, row.says, row.due, row.clause) == ("overdue", "no visit is recorded", None, "QF-14")
        planned = a_visit("2026-11-06-north-star", status="planned")
        assert [each.standing for each in rows("2026-10-06", LISTED, planned)] == ["planned"]

    @pytest.mark.parametrize(
        ("status", "says"),
        [
            ("applied", "it applied on 1 September 2026; no visit is planned"),
            ("due_diligence", "it has been in due diligence since 1 September 2026; no visit is planned"),
            ("declined", None),
        ],
    )
    def test_to_who_applies(self, status: str, says: str | None) -> None:
        applicant = a_provider(listing=[a_listing(status, on="2026-09-01")])
        found = [(each.standing, each.title, each.says) for each in rows("2026-10-06", applicant)]
        assert found == ([("due", "Due diligence visit", says)] if says else [])

    def test_to_who_is_used_exceptionally(self) -> None:
        used = a_provider(listing=[a_listing("exceptional", on="2026-09-01")])
        assert [each.standing for each in rows("2026-10-06", used)] == ["overdue"]


class TestRaised:
    """What was raised since the last visit is shown to the officer, and is no duty."""

    review: dict[str, Any] = {"by": "head", "on": "2026-09-14", "judgement": "concern"}  # noqa: RUF012  never changed

    def says(self, *records: Record, on: str = "2026-10-06") -> list[str]:
        visit = a_visit(VISITED, note=a_note(written_on="2026-06-09", circulation=[{**SENT, "on": "2026-06-12"}]))
        found = rows(on, LISTED, visit, a_placement(), *records)
        return [row.says for row in found if row.standing == "concern"]

    def report(self, **review: Any) -> Record:
        return a_report(
            "2025-26-summer/PL-00001", status="submitted", submitted_on="2026-09-10", review={**self.review, **review}
        )

    @pytest.mark.parametrize(
        ("review", "says"),
        [
            ({}, f"a commissioner judged a termly report a concern {THAT_DAY}"),
            ({"escalated": "yes"}, f"a commissioner judged a termly report a concern and took it further {THAT_DAY}"),
            (
                {"judgement": "adequate", "escalated": "yes"},
                f"a commissioner took a termly report further {THAT_DAY}",
            ),
            ({"judgement": "adequate"}, ""),
        ],
    )  # fmt: skip
    def test_by_a_commissioner(self, review: dict[str, Any], says: str) -> None:
        assert self.says(self.report(**review)) == ([f"{says}; nobody has visited since"] if says else [])

    def test_a_later_visit_a_planned_one_and_a_later_day_end_it(self) -> None:
        assert self.says(self.report(), a_visit("2026-09-15-north-star")) == []
        assert self.says(self.report(), a_visit("2026-10-20-north-star", status="planned")) == []
        assert self.says(self.report(), on="2026-09-13") == []
        assert self.says(a_report("2025-26-summer/PL-00001")) == []

    def test_an_audit_from_the_desk_does_not(self) -> None:
        audit = a_visit("2026-09-15-north-star", type="desk_top_audit")
        assert len(self.says(self.report(), audit)) == 1

    @pytest.mark.parametrize(("unmet", "number"), [(("s1_1",), "a criterion is"), (("s1_1", "s1_2"), "2 criteria are")])
    def test_by_the_provider_itself(self, unmet: tuple[str, ...], number: str) -> None:
        action = {"what": "put it right", "owner": "head", "due": "2026-12-01"}
        ratings = {code: {"rating": "not_met", "action": action} for code in unmet} | {"s1_3": {"rating": "met"}}
        assessed = a_self_assessment(completed_on="2026-09-20", ratings=ratings)
        said = f"its self-assessment of 20 September 2026 says that {number} not met; nobody has visited since"
        assert self.says(assessed) == [said]
        assert self.says(a_self_assessment(completed_on="2026-09-20")) == []

    def test_of_who_is_not_on_the_list_nothing_is_said(self) -> None:
        gone = a_provider(listing=[a_listing("removed", on="2026-07-01")])
        assert [row.standing for row in rows("2026-10-06", gone, a_placement(), self.report())] == []


def test_what_falls_due_of_visits_is_what_everything_due_says() -> None:
    records = [
        LISTED,
        a_visit(OCTOBER, note=a_note(next_visit_by="2026-11-02")),
        a_visit("2026-12-01-north-star", status="planned"),
        a_visit("2026-05-04-north-star", type="desk_top_audit", note=a_note(written_on="2026-05-05")),
        a_self_assessment(completed_on="2026-10-01"),
    ]
    kinds = {DutyKind.VISIT, DutyKind.NOTE_OF_VISIT, DutyKind.DESK_TOP_AUDIT}
    for on in ("2026-10-06", "2026-10-20", "2026-11-02", "2026-12-03", "2027-10-07"):
        asked = situation(on, *records)
        duties = [(each.due, each.state is DutyState.OVERDUE) for each in everything_due(asked) if each.kind in kinds]
        dated = [(row.due, row.is_late) for row in visit_rows(asked) if row.standing != "answer_open"]
        assert sorted(duties, key=str) == sorted(dated, key=str), on
