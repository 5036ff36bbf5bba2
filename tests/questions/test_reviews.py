"""When a placement was to be reviewed, and whether it was."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given

from apqa.questions.due.placements import placement_duties
from apqa.questions.half_terms import half_terms
from apqa.questions.reviews import NextReview, next_review, overdue_review
from apqa.questions.school_days import SchoolDays
from apqa.rules.during import review_overdue
from apqa.vocabulary.due import DutyState
from tests.builders import (
    ON,
    a_calendar,
    a_placement,
    a_term,
    a_whole_year,
    an_authority,
    day,
    situation,
)
from tests.questions.due.drawing import calendars, days_between, placed
from tests.rules.asking import found

if TYPE_CHECKING:
    from datetime import date

    from apqa.records.base import Record
    from apqa.records.calendar import Calendar
    from apqa.records.placement import Placement

YEAR = a_whole_year()
BEFORE = a_whole_year("2025-26")
LONG_TERMS = a_calendar(
    terms=[
        a_term("1", "2026-09-03", "2026-12-18"),
        a_term("2", "2027-01-04", "2027-03-25", period="spring"),
        a_term("3", "2027-04-12", "2027-07-21", period="summer"),
    ],
    closures=[
        {"starts": "2026-10-26", "ends": "2026-10-30", "kind": "half_term"},
        {"starts": "2027-05-03", "kind": "bank_holiday"},
    ],
)
"""Three long terms, of which only the first has its half term recorded."""


def overdue(
    *records: Record,
    on: str = ON.isoformat(),
    starts: str = "2026-09-14",
    reviewed: str | None = None,
    cohort: str = "2011-12",
) -> tuple[date | None, date, str] | None:
    """Answer the last review, the day the next was due and why; none where none is overdue."""
    reviews = [{"on": reviewed, "by": "pastoral lead"}] if reviewed else []
    late = overdue_review(a_placement(starts=starts, reviews=reviews, cohort=cohort), situation(on, *records))
    return (late.last, late.due, late.why) if late else None


def due(*records: Record, on: str = ON.isoformat(), starts: str = "2026-09-14", reviewed: str | None = None) -> str:
    """Answer the day of the next review; empty where none is due."""
    reviews = [{"on": reviewed, "by": "pastoral lead"}] if reviewed else []
    following = next_review(a_placement(starts=starts, reviews=reviews), situation(on, *records))
    return str(following.due) if following else ""


class TestWithACalendar:
    """One review in each of the year's terms."""

    def test_a_term_without_a_review_is_overdue_once_it_has_ended(self) -> None:
        assert overdue(a_calendar()) == (
            None,
            day("2026-10-23"),
            "none in term 1, 2 September 2026 to 23 October 2026, nor since",
        )

    @pytest.mark.parametrize("reviewed", ["2026-09-15", "2026-10-23", "2026-11-03"], ids=["in-it", "its-end", "since"])
    def test_a_review_in_the_term_or_since_is_in_order(self, reviewed: str) -> None:
        assert overdue(a_calendar(), reviewed=reviewed) is None

    def test_a_review_of_tomorrow_is_none(self) -> None:
        assert overdue(a_calendar(), reviewed="2026-11-04") is not None

    def test_a_review_before_the_term_is_not_one_in_it(self) -> None:
        late = overdue(a_calendar(), on="2026-12-19", reviewed="2026-10-23")
        assert late == (
            day("2026-10-23"),
            day("2026-12-18"),
            "none in term 2, 2 November 2026 to 18 December 2026, nor since",
        )

    def test_the_last_day_of_a_term_is_not_past(self) -> None:
        assert overdue(a_calendar(), on="2026-10-23") is None

    @pytest.mark.parametrize(
        ("starts", "by_term"),
        [pytest.param("2026-09-16", True, id="two-weeks-in"), pytest.param("2026-09-17", False, id="a-day-more")],
    )
    def test_a_placement_that_came_late_in_the_term_is_not_reviewed_in_it(self, starts: str, by_term: bool) -> None:
        assert (overdue(a_calendar(), starts=starts) is not None) is by_term

    def test_a_term_long_past_says_nothing(self) -> None:
        late = overdue(a_calendar(), on="2027-03-29", reviewed="2027-01-20")
        assert late == (day("2027-01-20"), day("2027-03-17"), "due by 17 March 2027, every 8 weeks")


class TestWithoutACalendar:
    """Every eight weeks, and before February 2025 every sixteen."""

    @pytest.mark.parametrize(
        ("on", "since"),
        [
            pytest.param("2026-11-09", None, id="its-last-day"),
            pytest.param("2026-11-10", "2026-11-09", id="the-day-after"),
        ],
    )
    def test_a_review_is_due_eight_weeks_after_the_start(self, on: str, since: str | None) -> None:
        late = overdue(on=on)
        assert (str(late[1]) if late else None) == since

    def test_a_review_is_due_eight_weeks_after_the_last(self) -> None:
        assert overdue(on="2026-11-10", reviewed="2026-09-16") is None

    def test_before_february_2025_it_was_sixteen_weeks(self) -> None:
        assert overdue(on="2025-01-31", starts="2024-10-11") is None
        late = overdue(on="2025-01-31", starts="2024-10-10")
        assert late == (None, day("2025-01-30"), "due by 30 January 2025, every 16 weeks")

    def test_before_any_cycle_was_known_none_is_due(self) -> None:
        assert overdue(on="2013-12-31", starts="2010-01-04", cohort="1996-97") is None


def test_a_placement_that_is_not_live_is_not_reviewed() -> None:
    assert overdue(a_calendar(), starts="2026-11-04") is None


class TestTheNext:
    """The same answer for what is due and for what is overdue."""

    @pytest.mark.parametrize(
        ("starts", "by"),
        [
            pytest.param("2026-09-02", "2026-10-23", id="the first day of a half term"),
            pytest.param("2026-09-16", "2026-10-23", id="two weeks into it"),
            pytest.param("2026-09-17", "2026-11-16", id="later: two weeks into the next"),
            pytest.param("2026-09-30", "2026-11-25", id="later still: eight weeks on"),
            pytest.param("2026-10-23", "2026-12-18", id="its last day: the end of the next at the latest"),
            pytest.param("2026-10-26", "2026-12-18", id="in the holidays"),
            pytest.param("2026-11-02", "2026-12-18", id="the first day of the next"),
        ],
    )
    def test_the_first_review_by_where_in_the_half_term_it_started(self, starts: str, by: str) -> None:
        assert due(YEAR, starts=starts, on=starts) == by

    @pytest.mark.parametrize(
        ("reviewed", "by"),
        [
            pytest.param("2026-10-20", "2026-12-18", id="in a half term: the end of the next"),
            pytest.param("2026-10-28", "2026-12-18", id="in the holidays: too"),
            pytest.param("2026-11-02", "2027-02-12", id="on the first day of a half term"),
            pytest.param("2027-07-20", "2027-09-14", id="in the last one known: in weeks"),
        ],
    )
    def test_the_one_after_a_review(self, reviewed: str, by: str) -> None:
        assert due(YEAR, starts="2026-09-02", on=reviewed, reviewed=reviewed) == by

    def test_over_the_summer_the_next_is_in_the_first_half_term(self) -> None:
        assert due(BEFORE, YEAR, starts="2026-06-08", on="2026-08-20", reviewed="2026-07-10") == "2026-10-23"

    def test_a_pupil_who_comes_just_before_the_summer_is_not_reviewed_in_august(self) -> None:
        assert due(BEFORE, YEAR, starts="2026-07-01", on="2026-09-01") == "2026-09-16"

    def test_a_year_nobody_recorded_is_not_taken_for_a_holiday(self) -> None:
        after = a_whole_year("2028-29")
        assert due(YEAR, after, starts="2026-09-02", on="2027-07-01", reviewed="2027-06-30") == "2027-08-25"
        assert due(after, starts="2027-09-01", on="2027-09-02") == "2027-10-27"

    def test_a_long_term_is_reviewed_before_and_after_its_half_term(self) -> None:
        assert due(LONG_TERMS, on="2026-10-01") == "2026-10-23"
        assert overdue(LONG_TERMS, on="2026-12-19", reviewed="2026-10-20") == (
            day("2026-10-20"),
            day("2026-12-18"),
            "none in part 2 of term 1, 31 October 2026 to 18 December 2026, nor since",
        )

    def test_a_long_term_without_its_half_term_counts_in_weeks(self) -> None:
        assert due(LONG_TERMS, on="2027-01-10", starts="2027-01-05") == "2027-03-02"
        assert [each.name for each in half_terms(SchoolDays("us", (LONG_TERMS,)))] == [
            "part 1 of term 1",
            "part 2 of term 1",
        ]

    def test_a_half_term_that_begins_on_a_tuesday_ends_the_part_before_it_on_monday(self) -> None:
        year = a_calendar(terms=[a_term("1", "2026-09-03", "2026-12-18")], closures=[_half_term("2026-10-27")])
        first, second = half_terms(SchoolDays("us", (year,)))
        assert (str(first.ends), str(second.starts)) == ("2026-10-26", "2026-10-31")

    def test_a_council_that_asks_sooner_is_heeded(self) -> None:
        council = an_authority(cycles={"half_termly_review": {"months": "1", "reason": "every month"}})
        assert due(YEAR, council, on="2026-09-20") == "2026-10-14"
        assert due(council, on="2026-09-20") == "2026-10-14"

    def test_a_council_that_asks_later_is_not(self) -> None:
        council = an_authority(cycles={"half_termly_review": {"months": "6", "reason": "twice a year"}})
        assert due(YEAR, council, on="2026-09-20") == "2026-10-23"

    @pytest.mark.parametrize("on", ["2026-09-20", "2026-10-09"])
    def test_a_placement_that_ends_before_has_none(self, on: str) -> None:
        ending = a_placement(end={"on": "2026-10-09", "reason": "moved_on"})
        assert next_review(ending, situation(on, YEAR)) is None

    def test_one_that_was_overdue_stays_so_to_its_last_day(self) -> None:
        ending = a_placement(end={"on": "2026-10-30", "reason": "moved_on"})
        late = overdue_review(ending, situation("2026-10-30", YEAR))
        assert late is not None
        assert str(late.due) == "2026-10-23"

    def test_when_the_next_is_planned_is_said(self) -> None:
        reviewed = a_placement(reviews=[{"on": "2026-10-06", "by": "SENDCo", "next_on": "2026-12-01"}])
        following = next_review(reviewed, situation(ON, YEAR))
        assert following is not None
        assert following.says == "last reviewed on 6 October 2026; the next was planned for 1 December 2026"
        assert following.last == day("2026-10-06")

    def test_one_not_reviewed_says_so(self) -> None:
        following = next_review(a_placement(), situation("2026-10-01", YEAR))
        assert isinstance(following, NextReview)
        assert following.says == "not reviewed yet"


class TestAroundFebruary2025:
    """The guidance asks for nothing before its own first day."""

    YEAR = a_whole_year("2024-25")

    @pytest.mark.parametrize(
        ("reviewed", "by"),
        [
            pytest.param("2024-09-20", "2025-01-10", id="overdue by the sixteen weeks before it came"),
            pytest.param("2024-10-12", "2025-02-12", id="not yet: the end of the half term in which it came"),
        ],
    )
    def test_with_a_calendar(self, reviewed: str, by: str) -> None:
        assert due(self.YEAR, starts="2024-09-02", on="2025-02-03", reviewed=reviewed) == by

    def test_without_a_calendar_it_is_due_on_the_first_day_of_the_guidance_at_the_soonest(self) -> None:
        assert due(starts="2024-11-01", on="2025-02-01") == "2025-02-01"


def _half_term(starts: str) -> dict[str, str]:
    return {"starts": starts, "ends": "2026-10-30", "kind": "half_term"}


class TestForAnyCalendarAndPlacement:
    """What holds whatever the calendar and the placement."""

    @given(calendars(), placed(), days_between("2026-09-01", "2027-08-31"))
    def test_the_rule_and_the_duty_say_the_same_of_the_same_day(
        self, year: Calendar, placement: Placement, on: date
    ) -> None:
        asked = situation(on, year, placement)
        following, broken = next_review(placement, asked), found(review_overdue, asked, placement)
        duty = [each for each in placement_duties(asked) if each.key == f"placement/{placement.id}/review"]
        assert [(each.due, each.state is DutyState.OVERDUE) for each in duty] == (
            [(following.due, bool(broken))] if following else []
        )
        assert not broken or following

    @given(calendars(), placed(), days_between("2026-09-01", "2027-08-30"))
    def test_what_is_overdue_stays_overdue_since_the_same_day_until_it_is_held_or_over(
        self, year: Calendar, placement: Placement, on: date
    ) -> None:
        late = overdue_review(placement, situation(on, year))
        tomorrow = on + timedelta(days=1)
        if late is not None and placement.is_live(tomorrow):
            after = overdue_review(placement, situation(tomorrow, year))
            held = any(review.on == tomorrow for review in placement.reviews)
            assert held or (after is not None and after.due == late.due)

    @given(calendars(), days_between("2026-09-01", "2027-08-31"))
    def test_who_starts_later_is_not_reviewed_sooner(self, year: Calendar, starts: date) -> None:
        tomorrow = starts + timedelta(days=1)
        first, second = (
            next_review(a_placement(starts=str(each)), situation(each, year)) for each in (starts, tomorrow)
        )
        assert first is not None
        assert second is not None
        assert first.due <= second.due
