"""What falls due of visits and of their notes (QF-54 to QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from apqa.questions.due.visits import visit_duties
from apqa.rules.circulation import note_not_circulated
from apqa.rules.visits import visit_without_note
from tests.builders import Data, a_listing, a_provider, a_self_assessment, a_visit, an_authority, situation
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.base import Record

LISTED = a_provider(listing=[a_listing(on="2025-09-01")])
OCTOBER = "2026-10-06-north-star"
TO_PROVIDER: Data = {"to": "head, for the provider", "party": "provider", "on": "2026-10-12"}
TO_OTHERS: Data = {"to": "commissioners", "on": "2026-10-09"}


def a_note(**changes: Any) -> Data:
    data: Data = {"written_on": "2026-10-08", "written_by": "designated officer", "summary": "calm"}
    return {**data, **changes}


def due(on: str, *records: Record) -> dict[str, tuple[str, str, str]]:
    """Answer title, day and state of each duty, by its name."""
    return {each.key: (each.title, str(each.due), each.state.value) for each in visit_duties(situation(on, *records))}


class TestPlanned:
    """A planned visit is due on its day, and afterwards until it is recorded what came."""

    @pytest.mark.parametrize(
        ("on", "state"),
        [("2026-08-01", "not_yet_due"), ("2026-10-06", "due"), ("2026-10-07", "overdue")],
        ids=["long before", "its day", "the day after"],
    )
    def test_by_its_day(self, on: str, state: str) -> None:
        planned = a_visit(OCTOBER, status="planned", type="spot_check")
        assert due(on, planned) == {f"visit/{OCTOBER}": ("Spot check", "2026-10-06", state)}

    def test_an_audit_is_one_of_another_kind(self) -> None:
        audit = a_visit(OCTOBER, status="planned", type="desk_top_audit")
        (duty,) = visit_duties(situation("2026-10-01", audit))
        assert (duty.kind, duty.clause, duty.says) == ("desk_top_audit", "QF-51", "planned for 6 October 2026")

    def test_that_its_day_has_passed_is_said(self) -> None:
        (duty,) = visit_duties(situation("2026-10-07", a_visit(OCTOBER, status="planned")))
        assert duty.says == "planned for 6 October 2026, which has passed"

    def test_one_that_was_called_off_is_owed_no_more(self) -> None:
        assert due("2026-10-05", a_visit(OCTOBER, status="cancelled")) == {}

    def test_one_that_is_said_to_be_done_is_to_be_made_until_its_day(self) -> None:
        (duty,) = visit_duties(situation("2026-10-05", a_visit(OCTOBER)))
        assert (duty.key, str(duty.due)) == (f"visit/{OCTOBER}", "2026-10-06")
        assert duty.says == "recorded as done, and 6 October 2026 is still to come"


class TestTheNote:
    """Written and circulated within the council's working days, to the provider too (QF-56)."""

    @pytest.mark.parametrize(
        ("note", "on", "title", "state"),
        [
            pytest.param(None, "2026-10-20", "Note of visit written", "due", id="none, on its last day"),
            pytest.param(None, "2026-10-21", "Note of visit written", "overdue", id="none, the day after"),
            pytest.param(a_note(), "2026-10-07", "Note of visit written", "due", id="written tomorrow"),
            pytest.param(a_note(), "2026-10-21", "Note of visit circulated", "overdue", id="not circulated"),
            pytest.param(
                a_note(circulation=[TO_PROVIDER]), "2026-10-11", "Note of visit circulated", "due", id="tomorrow"
            ),
            pytest.param(
                a_note(circulation=[TO_OTHERS]),
                "2026-10-21",
                "Note of visit sent to the provider",
                "overdue",
                id="to everybody but the provider",
            ),
        ],
    )
    def test_is_due_after_ten_working_days(self, note: Data | None, on: str, title: str, state: str) -> None:
        assert due(on, a_visit(OCTOBER, note=note)) == {f"note/{OCTOBER}": (title, "2026-10-20", state)}

    def test_is_settled_once_the_provider_has_it(self) -> None:
        assert due("2026-10-21", a_visit(OCTOBER, note=a_note(circulation=[TO_OTHERS, TO_PROVIDER]))) == {}

    def test_is_to_go_to_the_rest_of_its_list_too(self) -> None:
        note = a_note(circulation=[TO_PROVIDER, {"to": "the LADO"}])
        assert due("2026-10-13", a_visit(OCTOBER, note=note)) == {
            f"note/{OCTOBER}": ("Note of visit sent to the LADO", "2026-10-20", "due")
        }

    def test_goes_once_more_with_its_amendments(self) -> None:
        amended = [{"on": day, "by": "officer", "what": "eight"} for day in ("2026-10-14", "2026-10-16")]
        visit = a_visit(OCTOBER, note=a_note(circulation=[TO_PROVIDER, TO_OTHERS], amendments=amended))
        (duty,) = visit_duties(situation("2026-10-15", visit))
        assert (duty.key, str(duty.due), duty.at) == (f"amendment/{OCTOBER}", "2026-10-28", ("note", "amendments", 0))
        assert duty.says == "amended on 14 October 2026; still to go to head, for the provider, commissioners"

    def test_the_council_sets_the_days(self) -> None:
        council = an_authority(circulation_days={"days": "3", "reason": "soon"})
        assert due("2026-10-07", council, a_visit(OCTOBER))[f"note/{OCTOBER}"][1] == "2026-10-09"

    @pytest.mark.parametrize("on", ["2026-10-20", "2026-10-21"])
    @pytest.mark.parametrize("note", [None, a_note(), a_note(circulation=[TO_PROVIDER])], ids=["none", "kept", "sent"])
    def test_the_rules_find_what_is_overdue_and_nothing_else(self, note: Data | None, on: str) -> None:
        visit = a_visit(OCTOBER, note=note)
        asked = situation(on, visit)
        at_fault = found(visit_without_note, asked, visit) + found(note_not_circulated, asked, visit)
        assert bool(at_fault) is (due(on, visit).get(f"note/{OCTOBER}", ("", "", ""))[2] == "overdue")


class TestPromised:
    """A visit that a note or the council's answer to a self-assessment promised (QF-54, QF-57)."""

    NOTE: ClassVar[Data] = a_note(next_visit_by="2027-01-08", circulation=[{**TO_PROVIDER, "on": "2026-10-08"}])
    KEY = f"next_visit/{OCTOBER}"

    def promised(self, on: str, *records: Record, provider: Any = LISTED) -> dict[str, tuple[str, str, str]]:
        return due(on, a_visit(OCTOBER, note=self.NOTE), provider, *records)

    @pytest.mark.parametrize(
        ("on", "state"), [("2026-10-08", "not_yet_due"), ("2027-01-08", "due"), ("2027-01-09", "overdue")]
    )
    def test_is_due_by_the_day_of_the_note(self, on: str, state: str) -> None:
        assert self.promised(on) == {self.KEY: ("Next visit", "2027-01-08", state)}

    def test_is_not_promised_before_the_note_is_written(self) -> None:
        assert self.KEY not in self.promised("2026-10-07")

    @pytest.mark.parametrize(
        ("changes", "on", "is_settled"),
        [
            pytest.param({}, "2026-12-01", True, id="a visit"),
            pytest.param({}, "2026-11-30", False, id="the day before it"),
            pytest.param({"status": "planned"}, "2026-12-01", False, id="one that is planned"),
            pytest.param({"type": "desk_top_audit"}, "2026-12-01", False, id="an audit at a desk"),
        ],
    )
    def test_a_later_visit_on_site_settles_it(self, changes: Data, on: str, *, is_settled: bool) -> None:
        later = a_visit("2026-12-01-north-star", **changes)
        assert (self.KEY not in self.promised(on, later)) is is_settled

    def test_nobody_is_visited_who_was_removed(self) -> None:
        removed = a_provider(listing=[a_listing("removed", on="2026-10-20")])
        assert self.promised("2026-11-03", provider=removed) == {}

    @pytest.mark.parametrize(
        ("council", "on", "is_due"),
        [
            pytest.param({"received_on": "2026-10-01", "visit_by": "2026-12-01"}, "2026-10-01", True, id="asked for"),
            pytest.param({"received_on": "2026-10-01", "visit_by": "2026-12-01"}, "2026-09-30", False, id="not there"),
            pytest.param({"received_on": "2026-10-01"}, "2026-10-01", False, id="no day"),
            pytest.param(None, "2026-10-01", False, id="not received"),
        ],
    )
    def test_a_visit_to_validate_a_self_assessment(self, council: Data | None, on: str, *, is_due: bool) -> None:
        said = due(on, LISTED, a_self_assessment(council=council))
        promised = {key: (title, day) for key, (title, day, _) in said.items()}
        title = "Visit to validate the self-assessment of 2026-27"
        assert promised == ({"validation/north-star/2026-27": (title, "2026-12-01")} if is_due else {})

    def test_it_is_settled_by_any_visit_on_site_since(self) -> None:
        council = {"received_on": "2026-10-01", "visit_by": "2026-12-01"}
        visited = a_visit(OCTOBER, note=a_note(circulation=[TO_PROVIDER]))
        assert due("2026-10-20", LISTED, a_self_assessment(council=council), visited) == {}
