"""Everything that falls due, its order, its names, and that nothing is lost from one day to the next."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.due.duty import Day, Duty, state_by_day
from apqa.questions.due.everything import by_urgency, everything_due
from apqa.questions.due.selection import Wanted, chosen
from apqa.questions.school_days import Span
from apqa.questions.situation import Situation
from apqa.reading.folder import DiskFolder
from apqa.reading.loader import Library
from apqa.vocabulary.due import DutyKind, DutyState, Owes
from tests.builders import (
    ON,
    a_lead,
    a_listing,
    a_placement,
    a_report,
    a_self_assessment,
    a_step,
    a_visit,
    a_waiver,
    a_whole_year,
    an_action,
    an_action_plan,
    an_agreement,
    an_insurance,
    day,
    in_order_placement,
    in_order_provider,
    safeguarding,
    situation,
)
from tests.questions.due.drawing import calendars, days_between, placed
from tests.questions.due.test_reports import YEAR, an_end, sent

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.calendar import Calendar
    from apqa.records.placement import Placement

RECORDS = Path(__file__).resolve().parents[3] / "records"


def a_duty(key: str = "a", due: str | None = "2026-11-03", state: str = "due", **changes: Any) -> Duty:
    return Duty(
        kind=changes.pop("kind", DutyKind.REVIEW),
        key=key,
        title="something",
        due=day(due) if due else None,
        state=DutyState(state),
        owes=Owes.PROVIDER,
        ask="head",
        clause="QF-38",
        basis="QF-38",
        record=a_placement(),
        **changes,
    )


def a_busy_council(*more: Record) -> tuple[Record, ...]:
    """Make records with something due of every kind, in the year of `ON`."""
    provider = in_order_provider(
        listing=[a_listing(), a_listing("suspended", on="2026-10-01", until="2027-03-31")],
        insurance={"held": [an_insurance(ends="2026-11-20")]},
        safeguarding=safeguarding(leads=[a_lead(ends="2026-12-31")]),
        finance={"accounts_due": "2027-01-31"},
    )
    note = {
        "written_on": "2026-10-08",
        "written_by": "officer",
        "summary": "calm",
        "actions": [an_action()],
        "next_visit_by": "2027-01-08",
    }
    rating = {"rating": "not_met", "action": {"what": "train", "owner": "head", "due": "2026-12-01"}}
    steps = [a_step("enhanced_monitoring", "2026-10-20", review_on="2026-12-11")]
    return (
        provider,
        YEAR,
        in_order_placement(agreements=[an_agreement(ends="2026-12-18")]),
        in_order_placement(2, end=an_end("2026-12-04"), destination={"to": "fe_college", "on": "2026-12-07"}),
        in_order_placement(3, changes=[{"on": "2026-10-12", "side": "provider", "what": "another site"}]),
        a_report("2026-27-autumn/PL-00003", **sent("2026-12-17", sessions=_until("2026-12-11"))),
        a_visit("2026-10-06-north-star", note=note),
        a_visit("2026-12-09-north-star", status="planned", type="desk_top_audit"),
        a_self_assessment(ratings={"s1_1": rating}),
        an_action_plan("north-star/2026-10-12", update_days="14", escalation=steps),
        a_waiver("too-few-references"),
        *more,
    )


def _until(last: str) -> dict[str, str]:
    return {"possible": "50", "attended": "45", "last_daily_return": last}


class TestTheState:
    """On its day something is not overdue; within the days of warning it is due."""

    @pytest.mark.parametrize(
        ("due", "state"),
        [
            ("2026-11-02", "overdue"),
            ("2026-11-03", "due"),
            ("2026-12-15", "due"),
            ("2026-12-16", "not_yet_due"),
            (None, "cannot_tell"),
        ],
    )
    def test_by_its_day(self, due: str | None, state: str) -> None:
        assert state_by_day(day(due) if due else None, situation(ON)) == state

    def test_how_late_it_is(self) -> None:
        assert a_duty(due="2026-11-01", state="overdue").late(ON) == timedelta(days=2)
        assert a_duty(due="2026-11-01", state="returned").late(ON) is None
        assert a_duty(due=None, state="overdue").late(ON) is None

    @pytest.mark.parametrize(
        ("duty", "falls"),
        [
            pytest.param(a_duty(due="2026-12-01"), True, id="on the last day"),
            pytest.param(a_duty(due="2026-12-02"), False, id="the day after"),
            pytest.param(a_duty(due="2027-12-02", state="returned"), True, id="waiting for somebody"),
            pytest.param(a_duty(due=None, state="cannot_tell"), True, id="not known"),
            pytest.param(a_duty(due=None, state="not_yet_due"), False, id="not yet, and when is not known"),
            pytest.param(a_duty(state="accepted"), False, id="settled"),
        ],
    )
    def test_what_falls_due_by_a_day(self, duty: Duty, *, falls: bool) -> None:
        assert duty.falls_due(day("2026-12-01")) is falls

    def test_the_most_urgent_comes_first_and_what_is_settled_last(self) -> None:
        given_ = [
            a_duty("e", state="accepted"),
            a_duty("d", "2026-11-09", "due"),
            a_duty("c", "2026-11-01", "due"),
            a_duty("b", None, "cannot_tell"),
            a_duty("a", "2026-10-01", "overdue"),
        ]
        assert [each.key for each in by_urgency(given_)] == ["a", "b", "c", "d", "e"]

    def test_a_day_that_is_not_known_is_allowed(self) -> None:
        known = Day(DutyKind.EDITION, Owes.PROVIDER, "k", "t", None, "QF-25", "QF-25", ())
        assert known.due is None


class TestChoosing:
    """What is left out does not choose."""

    AUTUMN = Span("2026-27", YEAR.terms[0].period, YEAR.terms[0].starts, YEAR.terms[1].ends, YEAR.terms[:2])
    DUTIES = (
        a_duty("overdue", "2026-10-01", "overdue", provider="north-star", commissioner="Westmarch Academy"),
        a_duty("termly_report/2026-27-autumn/PL-00001", "2027-01-15", "received", kind=DutyKind.TERMLY_REPORT),
        a_duty("next", "2027-02-12", "not_yet_due"),
    )

    @pytest.mark.parametrize(
        ("wanted", "places"),
        [
            pytest.param(Wanted(), [0, 1, 2], id="everything"),
            pytest.param(Wanted(provider="north-star"), [0], id="a provider"),
            pytest.param(Wanted(commissioner="westMARCH"), [0], id="a commissioner"),
            pytest.param(Wanted(kinds=frozenset({DutyKind.TERMLY_REPORT})), [1], id="a kind"),
            pytest.param(Wanted(overdue=True), [0], id="overdue"),
            pytest.param(Wanted(span=AUTUMN), [0, 1], id="a reporting period"),
            pytest.param(Wanted(last=date(2027, 2, 12)), [0, 2], id="by a day"),
            pytest.param(Wanted(last=date(2027, 2, 11)), [0], id="by the day before"),
        ],
    )
    def test_by_what_is_asked(self, wanted: Wanted, places: list[int]) -> None:
        assert chosen(self.DUTIES, wanted) == tuple(self.DUTIES[place] for place in places)


class TestNames:
    """A name is one duty's alone, and stays when its day moves."""

    def test_no_two_duties_of_the_worked_example_have_one_name(self) -> None:
        library = Library(DiskFolder(RECORDS))
        keys = [each.key for each in everything_due(Situation(library.records, date(2026, 11, 23)))]
        assert len(keys) > 1000
        assert len(keys) == len(set(keys))

    def test_every_kind_of_duty_but_those_of_other_councils_falls_due_in_the_worked_example(self) -> None:
        library = Library(DiskFolder(RECORDS))
        kinds = {each.kind for each in everything_due(Situation(library.records, date(2026, 11, 23)))}
        assert set(DutyKind) - kinds <= {DutyKind.ATTENDANCE, DutyKind.REFERENCE}

    @given(
        calendars(),
        st.lists(st.integers(1, 9).flatmap(placed), max_size=4, unique_by=lambda each: each.id),
        days_between("2026-09-01", "2027-08-31"),
    )
    def test_no_two_have_one_name_whatever_the_placements(
        self, year: Calendar, placements: list[Placement], on: date
    ) -> None:
        keys = [each.key for each in everything_due(situation(on, in_order_provider(), year, *placements))]
        assert len(keys) == len(set(keys))

    def test_no_name_says_when_it_is_due(self) -> None:
        moved: dict[str, Any] = {
            "agreements": [an_agreement(ends="2027-01-22")],
            "expected_end": "2027-02-12",
            "risk_reviews": [{"on": "2026-09-29", "side": side} for side in ("commissioner", "provider")],
        }
        before = {each.key: each.due for each in everything_due(situation(ON, YEAR, in_order_placement()))}
        after = {each.key: each.due for each in everything_due(situation(ON, YEAR, in_order_placement(**moved)))}
        assert before.keys() == after.keys()
        assert sum(before[key] != after[key] for key in before) == 4


class TestTomorrow:
    """What is owed today is owed tomorrow, unless something settled it."""

    SETTLED_BY = (
        ("listing/until", "the suspension ended by itself"),
        ("escalation/list/", "and what it needed with it"),
        ("placement/PL-00002/", "the placement ended"),
        ("safeguarding/lead", "the lead left; that another is to follow is a duty of its own"),
    )

    def test_nothing_is_lost_from_one_day_to_the_next(self) -> None:
        council = a_busy_council()
        lost: dict[str, date] = {}
        before = {each.key: each for each in everything_due(situation("2026-11-25", *council))}
        for number in range(1, 130):
            on = day("2026-11-25") + timedelta(days=number)
            now = {each.key: each for each in everything_due(situation(on, *council))}
            gone = {key: on for key in before.keys() - now.keys() if not before[key].is_settled}
            lost |= gone
            before = now
        explained = [key for key in lost if any(part in key for part, _ in self.SETTLED_BY)]
        assert sorted(lost) == sorted(explained)
        assert {on for key, on in lost.items() if "PL-00002" in key} == {date(2026, 12, 5)}
        assert "provider/north-star/safeguarding/lead/ends" in before
        by_list = ("/listing/until", "escalation/list/")
        assert {on for key, on in lost.items() if any(part in key for part in by_list)} == {date(2027, 4, 1)}

    def test_what_is_due_of_a_year_that_goes_unrecorded_is_said_not_to_be_known(self) -> None:
        council = a_busy_council()
        found = {each.key: each.state for each in everything_due(situation("2027-09-15", *council))}
        assert found["termly_report/2027-28/PL-00003"] is DutyState.CANNOT_TELL
        assert found["termly_report/2026-27-summer/PL-00003"] is DutyState.CANNOT_TELL

    def test_with_the_next_calendar_it_is(self) -> None:
        council = a_busy_council(a_whole_year("2027-28"))
        found = {each.key: each.state for each in everything_due(situation("2027-09-15", *council))}
        assert "termly_report/2027-28/PL-00003" not in found
        assert found["termly_report/2026-27-summer/PL-00003"] is DutyState.DUE
