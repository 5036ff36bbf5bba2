"""Whether a safeguarding concern a termly report tells of was passed on, as far as the report says (QF-35, QF-36)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.finding import Severity
from apqa.questions.passing_on import not_passed_on
from apqa.rules.reports import safeguarding_concern_not_passed_on
from apqa.vocabulary.reporting import PassedTo
from tests.builders import PLACEMENT, a_placement, a_report, a_whole_year, situation
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.termly_report import TermlyReport
    from apqa.rule import Path

SENT = "2026-12-17"
RAISED = "the report sent on 17 December 2026 says that a safeguarding concern was raised in the period "
NOBODY = "and does not say to whom it was passed on, or when"
PARENT = {"kind": "parent", "name": "parent"}


def a_concern(raised: str = "yes", **changes: Any) -> TermlyReport:
    """Make a report that was sent and tells of a concern."""
    return a_report(status="submitted", submitted_on=SENT, safeguarding={"raised": raised, **changes})


def faults(report: TermlyReport, *others: Record, on: str = "2027-01-11") -> list[tuple[str, Path]]:
    return found(safeguarding_concern_not_passed_on, situation(on, report, *others), report)


def test_it_is_a_concern_and_no_law() -> None:
    rule = safeguarding_concern_not_passed_on
    assert (rule.severity, rule.law, rule.clauses) == (Severity.CONCERN, False, ("QF-34", "QF-35", "QF-36"))


def test_a_report_that_says_no_more_than_that_one_was_raised_is_at_fault() -> None:
    assert faults(a_concern()) == [(RAISED + NOBODY, ("safeguarding", "raised"))]


def test_to_whom_is_not_enough_without_the_day() -> None:
    assert faults(a_concern(passed_to="council")) == [
        (f"{RAISED}and passed on to the council, and does not say when", ("safeguarding", "passed_to"))
    ]


@pytest.mark.parametrize("passed_to", [None, "home_school", "commissioner", "council"])
def test_the_day_it_was_passed_on_settles_it(passed_to: str | None) -> None:
    assert faults(a_concern(passed_on="2026-11-09", passed_to=passed_to), a_placement()) == []


@pytest.mark.parametrize(
    "report",
    [pytest.param(a_concern("no"), id="none raised"), pytest.param(a_report(), id="nobody said whether one was")],
)
def test_without_a_concern_there_is_nothing_to_pass_on(report: TermlyReport) -> None:
    assert faults(report) == []


class TestTheDay:
    """Before the day it was passed on it was not, and a day in another year is a slip."""

    @pytest.mark.parametrize(("on", "messages"), [("2027-01-10", 1), ("2027-01-11", 0), ("2027-01-12", 0)])
    def test_it_is_open_until_that_day(self, on: str, messages: int) -> None:
        said = faults(a_concern(passed_on="2027-01-11"), on=on)
        assert said == [(f"{RAISED}and passed on only on 11 January 2027", ("safeguarding", "passed_on"))] * messages

    @pytest.mark.parametrize(("day", "messages"), [("2026-08-31", 1), ("2026-09-01", 0)])
    def test_one_before_the_year_of_the_report_settles_nothing(self, day: str, messages: int) -> None:
        said = [message for message, _ in faults(a_concern(passed_on=day))]
        before = f"{RAISED}and passed on on 31 August 2026, which is before the year 2026-27 began"
        assert said == [before] * messages

    @pytest.mark.parametrize(("on", "messages"), [("2026-12-16", 0), ("2026-12-17", 1)])
    def test_what_was_not_sent_by_the_day_was_not_known(self, on: str, messages: int) -> None:
        assert len(faults(a_concern(), on=on)) == messages

    @pytest.mark.parametrize(
        ("on", "messages"),
        [
            pytest.param("2026-09-01", 0, id="before its period"),
            pytest.param("2026-09-02", 1, id="the first day of its period"),
        ],
    )
    def test_a_draft_is_asked_once_its_period_has_begun(self, on: str, messages: int) -> None:
        draft = a_report(safeguarding={"raised": "yes"})
        said = f"a draft of the report says that a safeguarding concern was raised in the period {NOBODY}"
        assert faults(draft, a_whole_year(), a_placement(), on=on) == [(said, ("safeguarding", "raised"))] * messages


class TestWhereAFamilyCommissions:
    """A parent or learner is no safeguarding lead, whatever the day."""

    @pytest.mark.parametrize("passed_on", [None, "2026-11-09"])
    @pytest.mark.parametrize("kind", ["parent", "learner"])
    def test_passed_on_to_it_is_not_enough(self, kind: str, passed_on: str | None) -> None:
        placement = a_placement(commissioner={"kind": kind, "name": kind})
        said = (
            f"{RAISED}and passed on to the commissioner, who is a {kind}, and does not say that the home school or the "
            "council was told"
        )
        report = a_concern(passed_to="commissioner", passed_on=passed_on)
        assert faults(report, placement) == [(said, ("safeguarding", "passed_to"))]

    @pytest.mark.parametrize("passed_to", [None, "home_school", "council"])
    def test_passed_on_to_somebody_else_is(self, passed_to: str | None) -> None:
        assert faults(a_concern(passed_on="2026-11-09", passed_to=passed_to), a_placement(commissioner=PARENT)) == []

    def test_nothing_is_claimed_where_the_placement_is_not_known(self) -> None:
        assert faults(a_concern(passed_on="2026-11-09", passed_to="commissioner")) == []


class TestWhereThePupilIsAtNoSchool:
    """There is no home school whose safeguarding lead could have been told; where nobody recorded it, there may be."""

    AT_NONE = a_placement(registered_at=[])

    @pytest.mark.parametrize(
        ("changes", "said", "at"),
        [
            pytest.param(
                {"passed_to": "home_school", "passed_on": "2026-11-09"},
                "to the designated safeguarding lead of the home school",
                "passed_to",
                id="said",
            ),
            pytest.param({"passed_on": "2026-11-09"}, "without saying to whom", "passed_on", id="taken to be meant"),
        ],
    )
    def test_its_lead_was_not_told(self, changes: dict[str, str], said: str, at: str) -> None:
        message = f"{RAISED}and passed on {said}; {PLACEMENT} says that the pupil is registered at no school"
        assert faults(a_concern(**changes), self.AT_NONE) == [(message, ("safeguarding", at))]

    def test_the_council_settles_it(self) -> None:
        assert faults(a_concern(passed_to="council", passed_on="2026-11-09"), self.AT_NONE) == []

    def test_nobody_and_no_day_is_said_as_ever(self) -> None:
        assert faults(a_concern(), self.AT_NONE) == [(RAISED + NOBODY, ("safeguarding", "raised"))]

    def test_not_recorded_is_not_none(self) -> None:
        assert faults(a_concern(passed_on="2026-11-09"), a_placement(registered_at=None)) == []


@given(
    passed_on=st.none() | st.dates(min_value=situation("2025-01-01").on, max_value=situation("2028-01-01").on),
    passed_to=st.none() | st.sampled_from(PassedTo),
    on=st.dates(min_value=situation("2025-01-01").on, max_value=situation("2028-01-01").on),
)
def test_only_a_day_that_has_come_settles_it_and_it_stays_settled(passed_on: Any, passed_to: Any, on: Any) -> None:
    report = a_concern(
        passed_on=passed_on.isoformat() if passed_on else None, passed_to=passed_to.value if passed_to else None
    )
    assert report.id == f"2026-27-autumn/{PLACEMENT}"
    open_ = not_passed_on(report, situation(on.isoformat(), report))
    known = on.isoformat() >= SENT
    settled = passed_on is not None and "2026-09-01" <= passed_on.isoformat() <= on.isoformat()
    assert (open_ is None) is (settled or not known)
