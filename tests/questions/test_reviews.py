"""When a placement was to be reviewed, and whether it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apqa.questions.reviews import ReviewOverdue, overdue_review
from tests.builders import ON, a_calendar, a_placement, day, situation

if TYPE_CHECKING:
    from apqa.records.base import Record


def overdue(
    *records: Record,
    on: str = ON.isoformat(),
    starts: str = "2026-09-14",
    reviewed: str | None = None,
    cohort: str = "2011-12",
) -> ReviewOverdue | None:
    reviews = [{"on": reviewed, "by": "pastoral lead"}] if reviewed else []
    return overdue_review(a_placement(starts=starts, reviews=reviews, cohort=cohort), situation(on, *records))


class TestWithACalendar:
    """One review in each of the year's terms."""

    def test_a_term_without_a_review_is_overdue_once_it_has_ended(self) -> None:
        assert overdue(a_calendar()) == ReviewOverdue(
            None, day("2026-10-23"), "none in term 1, 2 September 2026 to 23 October 2026, nor since"
        )

    @pytest.mark.parametrize("reviewed", ["2026-09-15", "2026-10-23", "2026-11-03"], ids=["in-it", "its-end", "since"])
    def test_a_review_in_the_term_or_since_is_in_order(self, reviewed: str) -> None:
        assert overdue(a_calendar(), reviewed=reviewed) is None

    def test_a_review_of_tomorrow_is_none(self) -> None:
        assert overdue(a_calendar(), reviewed="2026-11-04") is not None

    def test_a_review_before_the_term_is_not_one_in_it(self) -> None:
        found = overdue(a_calendar(), on="2026-12-19", reviewed="2026-10-23")
        assert found == ReviewOverdue(
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
        found = overdue(a_calendar(), on="2027-03-29", reviewed="2027-01-20")
        assert found == ReviewOverdue(day("2027-01-20"), day("2027-03-17"), "due by 17 March 2027, every 8 weeks")


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
        found = overdue(on=on)
        assert (str(found.since) if found else None) == since

    def test_a_review_is_due_eight_weeks_after_the_last(self) -> None:
        assert overdue(on="2026-11-10", reviewed="2026-09-16") is None

    def test_before_february_2025_it_was_sixteen_weeks(self) -> None:
        assert overdue(on="2025-01-31", starts="2024-10-11") is None
        found = overdue(on="2025-01-31", starts="2024-10-10")
        assert found is not None
        assert found.why == "due by 30 January 2025, every 16 weeks"

    def test_before_any_cycle_was_known_none_is_due(self) -> None:
        assert overdue(on="2013-12-31", starts="2010-01-04", cohort="1996-97") is None


def test_a_placement_that_is_not_live_is_not_reviewed() -> None:
    assert overdue(a_calendar(), starts="2026-11-04") is None
