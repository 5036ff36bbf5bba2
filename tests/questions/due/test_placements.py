"""What falls due of a placement, from its start to twelve weeks after its end."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from apqa.questions.due.placements import placement_duties
from tests.builders import (
    Data,
    a_placement,
    a_plan,
    a_report,
    a_week,
    an_agreement,
    an_authority,
    in_order_placement,
    situation,
)
from tests.questions.due.test_reports import YEAR, an_end, sent

if TYPE_CHECKING:
    from apqa.questions.due.duty import Duty
    from apqa.records.base import Record


def duties(on: str, *records: Record, **changes: Any) -> dict[str, Duty]:
    """Answer what falls due of one placement, by the end of its name."""
    found = placement_duties(situation(on, a_placement(**changes), *records))
    return {each.key.removeprefix("placement/PL-00001/"): each for each in found}


def days(on: str, *records: Record, **changes: Any) -> dict[str, str]:
    return {key: str(each.due) for key, each in duties(on, *records, **changes).items()}


def test_everything_that_falls_due_of_a_placement_in_order() -> None:
    found = placement_duties(situation("2026-11-03", in_order_placement(), YEAR))
    assert {each.key.removeprefix("placement/PL-00001/"): (str(each.due), each.owes.value) for each in found} == {
        "review": ("2026-12-18", "commissioner"),
        "agreement": ("2027-07-31", "commissioner"),
        "risk_assessment/commissioner": ("2027-03-08", "commissioner"),
        "risk_assessment/provider": ("2027-03-08", "provider"),
        "update": ("2027-03-20", "provider"),
        "expected_end": ("2027-03-25", "commissioner"),
        "objectives/1": ("2027-03-25", "commissioner"),
    }


def test_who_is_asked_is_named_in_the_placement_else_the_side() -> None:
    found = {each.key.removeprefix("placement/PL-00001/"): each.ask for each in _both_sides(in_order_placement())}
    assert found == {"risk_assessment/commissioner": "inclusion lead", "risk_assessment/provider": "key worker"}
    plain = {each.key.removeprefix("placement/PL-00001/"): each.ask for each in _both_sides(a_placement(**RISK))}
    assert plain == {"risk_assessment/commissioner": "the commissioner", "risk_assessment/provider": "the provider"}


RISK: Data = {"risk_reviews": [{"on": "2026-09-08", "side": side} for side in ("commissioner", "provider")]}


def _both_sides(placement: Record) -> list[Duty]:
    return [each for each in placement_duties(situation("2026-11-03", placement)) if "risk" in each.key]


@pytest.mark.parametrize("on", ["2026-09-13", "2026-10-10"])
def test_nothing_falls_due_of_one_that_has_not_begun_or_has_ended(on: str) -> None:
    assert days(on, end=an_end("2026-10-09")) == {}


def test_what_was_not_kept_up_of_attendance_is_overdue() -> None:
    sessions = {"possible": "9", "attended": "9", "last_daily_return": "2026-12-11"}
    found = duties("2027-01-08", YEAR, a_report(**sent(sessions=sessions)))["attendance"]
    assert (str(found.due), found.state, found.owes) == ("2026-12-14", "overdue", "provider")


class TestTheAgreement:
    """The agreement in force ends, and no other follows (QF-08)."""

    @pytest.mark.parametrize(
        ("changes", "due"),
        [
            pytest.param({"agreements": [an_agreement(ends="2026-12-18")]}, "2026-12-18", id="one with an end"),
            pytest.param({"agreements": [an_agreement(ends=None)]}, None, id="one without"),
            pytest.param(
                {"agreements": [an_agreement(ends="2026-12-18"), an_agreement(starts="2027-01-04")]},
                None,
                id="renewed ahead",
            ),
            pytest.param({"agreements": []}, None, id="none"),
            pytest.param(
                {"agreements": [an_agreement(ends="2026-12-18")], "end": an_end("2026-12-18")},
                None,
                id="the placement ends with it",
            ),
            pytest.param(
                {"agreements": [an_agreement(ends="2026-12-18")], "end": an_end("2026-12-19")},
                "2026-12-18",
                id="the placement goes on for a day",
            ),
        ],
    )
    def test_is_renewed(self, changes: Data, due: str | None) -> None:
        assert days("2026-11-03", **changes).get("agreement") == due


class TestTheWeek:
    """A timetable that ends, and less than full-time education (QF-12, QF-15)."""

    @pytest.mark.parametrize(
        ("weeks", "due"),
        [
            pytest.param([a_week()], None, id="open"),
            pytest.param([a_week(ends="2026-12-18")], "2026-12-18", id="one with an end"),
            pytest.param([a_week(ends="2026-12-18"), a_week(starts="2027-01-04")], None, id="followed by another"),
            pytest.param([], None, id="none"),
        ],
    )
    def test_the_timetable(self, weeks: list[Data], due: str | None) -> None:
        assert days("2026-11-03", timetable=weeks).get("timetable") == due

    @pytest.mark.parametrize(
        ("changes", "on", "due"),
        [
            pytest.param({}, "2026-11-03", "2026-12-01", id="to be reviewed"),
            pytest.param({}, "2027-01-03", "2026-12-01", id="still to be, after its day"),
            pytest.param({"reviewed_on": "2026-12-02"}, "2026-12-02", None, id="reviewed"),
            pytest.param({"reviewed_on": "2026-12-02"}, "2026-12-01", "2026-12-01", id="the day before it was"),
            pytest.param({"reviewed_on": "2026-10-02"}, "2026-11-03", "2026-12-01", id="last reviewed before"),
            pytest.param({"ends": "2026-11-02"}, "2026-11-03", None, id="over"),
        ],
    )
    def test_less_than_full_time_is_looked_at_again(self, changes: Data, on: str, due: str | None) -> None:
        part = {
            "starts": "2026-09-14",
            "reason": "health",
            "decided_by": "inclusion lead",
            "explanation": "as the doctor advises",
            "review_on": "2026-12-01",
            "filed": "AP/part-time",
            **changes,
        }
        assert days(on, package={"elsewhere": [], "part_time": [part]}).get("part_time/1") == due

    def test_what_is_not_recorded_of_the_week_has_no_day(self) -> None:
        assert "part_time/1" not in days("2026-11-03", package=None)


class TestChanges:
    """A change is told to the other side on its day (QF-37)."""

    @pytest.mark.parametrize(
        ("told", "on", "due"),
        [
            pytest.param(None, "2026-10-12", "2026-10-12", id="its day"),
            pytest.param(None, "2026-10-11", None, id="the day before"),
            pytest.param("2026-10-14", "2026-10-13", "2026-10-12", id="not told yet"),
            pytest.param("2026-10-14", "2026-10-14", None, id="told"),
        ],
    )
    def test_is_due_until_it_is_told(self, told: str | None, on: str, due: str | None) -> None:
        change = {"on": "2026-10-12", "side": "provider", "what": "another site", "told_on": told}
        found = duties(on, changes=[{key: value for key, value in change.items() if value}]).get("change/1")
        assert (str(found.due) if found else None) == due
        assert found is None or (found.title, found.owes) == ("Change told to the commissioner", "provider")


class TestUpdatesAndEnds:
    """Progress is told, and what follows is arranged before the end."""

    def test_without_any_the_update_counts_from_the_start(self) -> None:
        found = duties("2026-11-03")["update"]
        assert (str(found.due), found.says) == ("2027-02-14", "none since it started on 14 September 2026")

    def test_a_report_is_an_update(self) -> None:
        found = duties("2026-12-20", a_report(**sent()))["update"]
        assert (str(found.due), found.says) == ("2027-05-17", "last on 17 December 2026")

    def test_before_any_cycle_was_known_neither_updates_nor_risk_assessments_come_round(self) -> None:
        old = {"starts": "2012-09-10", "cohort": "1997-98", "risk_reviews": [{"on": "2012-09-10", "side": "provider"}]}
        assert days("2012-11-03", **old) == {}

    @pytest.mark.parametrize(("end", "due"), [(None, "2027-03-25"), ("2027-02-12", None)])
    def test_an_end_in_sight_is_settled_by_the_end(self, end: str | None, due: str | None) -> None:
        found = days("2026-11-03", maximum_end="2027-03-25", **({"end": an_end(end)} if end else {}))
        assert found.get("maximum_end") == due


class TestThePlan:
    """Objectives to be reached, and the pupil's other plans (QF-05)."""

    @staticmethod
    def plan(*by: str | None, **changes: Any) -> Data:
        (one,) = a_plan()["objectives"]
        each = [{**one, "by": day} if day else {key: one[key] for key in one if key != "by"} for day in by]
        return a_plan(objectives=each, **changes)

    def test_objectives_of_one_day_are_one_duty_called_after_the_first(self) -> None:
        found = duties("2026-11-03", plan=self.plan("2026-12-18", None, "2027-03-25", "2026-12-18"))
        told = {key: (each.title, str(each.due)) for key, each in found.items() if key.startswith("objectives")}
        assert told == {
            "objectives/1": ("2 objectives to be reached", "2026-12-18"),
            "objectives/3": ("Objective of the plan to be reached", "2027-03-25"),
        }

    @pytest.mark.parametrize(
        ("reviewed", "is_due"),
        [
            pytest.param("2026-12-17", True, id="looked at the day before"),
            pytest.param("2026-12-18", False, id="on its day"),
            pytest.param("2026-12-19", False, id="after it"),
            pytest.param(None, True, id="never"),
        ],
    )
    def test_an_objective_is_settled_by_a_look_at_it(self, reviewed: str | None, *, is_due: bool) -> None:
        reviews = [{"on": reviewed, "by": "SENDCo"}] if reviewed else []
        assert ("objectives/1" in days("2027-01-04", plan=self.plan("2026-12-18"), reviews=reviews)) is is_due

    def test_a_plan_agreed_later_is_not_there_yet(self) -> None:
        assert "objectives/1" not in days("2026-09-20", plan=self.plan("2026-12-18", agreed_on="2026-09-21"))

    def test_of_the_pupils_other_plans_nobody_reads_in_a_letter_what_they_are(self) -> None:
        links = [
            {"plan": "health_care", "review_on": "2026-12-01"},
            {"plan": "child_protection"},
            {"plan": "health_care", "review_on": "2027-02-01"},
        ]
        found = days("2026-11-03", plan=self.plan(links=links))
        assert {key: due for key, due in found.items() if "link" in key} == {
            "link/1": "2026-12-01",
            "link/3": "2027-02-01",
        }
        told = [each for key, each in duties("2026-11-03", plan=self.plan(links=links)).items() if "link" in key]
        assert {(each.title, each.says) for each in told} == {("Review of another plan of the pupil's", "")}


class TestWhereThePupilWent:
    """Whether a destination lasted six and twelve weeks (QF-07)."""

    ENDED: ClassVar[Data] = {"end": an_end("2026-10-09")}

    @pytest.mark.parametrize(
        ("looks", "open_"),
        [
            pytest.param({}, {"sustained/6": "2026-11-23", "sustained/12": "2027-01-04"}, id="nobody has looked"),
            pytest.param(
                {"after_6_weeks": {"checked_on": "2026-11-24", "sustained": "yes"}},
                {"sustained/12": "2027-01-04"},
                id="there after six",
            ),
            pytest.param({"after_6_weeks": {"checked_on": "2026-11-24", "sustained": "no"}}, {}, id="not after six"),
            pytest.param(
                {"after_12_weeks": {"checked_on": "2027-01-05", "sustained": "yes"}}, {}, id="there after twelve"
            ),
            pytest.param(
                {"after_12_weeks": {"checked_on": "2027-01-05", "sustained": "no"}},
                {"sustained/6": "2026-11-23"},
                id="not after twelve",
            ),
            pytest.param(
                {"after_6_weeks": {"checked_on": "2027-02-01", "sustained": "yes"}},
                {"sustained/6": "2026-11-23", "sustained/12": "2027-01-04"},
                id="looked at later",
            ),
        ],
    )
    def test_is_looked_into(self, looks: Data, open_: dict[str, str]) -> None:
        assert days("2027-01-10", destination={"to": "fe_college", "on": "2026-10-12", **looks}, **self.ENDED) == open_

    def test_is_told_by_the_final_report_where_the_placement_does_not_say_it(self) -> None:
        onward = {"to": "fe_college", "on": "2026-10-12"}
        final = a_report(**sent("2026-10-16", destination=onward))
        assert days("2026-11-03", final, **self.ENDED) == {"sustained/6": "2026-11-23", "sustained/12": "2027-01-04"}
        assert days("2026-10-15", final, **self.ENDED) == {}

    @pytest.mark.parametrize(
        "destination", [None, {"to": "fe_college", "on": "2026-11-04"}], ids=["nobody knows", "not begun"]
    )
    def test_without_one_there_is_nothing_to_look_into(self, destination: Data | None) -> None:
        assert days("2026-11-03", destination=destination, **self.ENDED) == {}


def test_a_look_the_provider_reports_is_one_at_the_risk_assessment_too() -> None:
    report = a_report(**sent("2026-12-17", risk_assessment_reviewed="2026-12-03"))
    assert days("2026-12-17", report, **RISK)["risk_assessment/provider"] == "2027-06-03"
    assert days("2026-12-17", report, **RISK)["risk_assessment/commissioner"] == "2027-03-08"
    assert days("2026-12-16", report, **RISK)["risk_assessment/provider"] == "2027-03-08"


def test_a_council_that_asks_for_a_risk_assessment_sooner_is_heeded() -> None:
    council = an_authority(cycles={"risk_assessment": {"months": "3", "reason": "each term"}})
    assert days("2026-11-03", council, **RISK)["risk_assessment/provider"] == "2026-12-08"
