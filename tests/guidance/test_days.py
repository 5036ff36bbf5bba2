"""Arithmetic of days that due dates need."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.guidance.days import last_weekday, months_later, plain
from tests.builders import day

DAYS = st.dates(date(1950, 1, 1), date(2050, 12, 31))
MONTHS = st.integers(0, 600)


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        pytest.param("2026-01-31", 1, "2026-02-28", id="a-month-without-such-a-day"),
        pytest.param("2024-01-31", 1, "2024-02-29", id="a-leap-year"),
        pytest.param("2024-02-29", 12, "2025-02-28", id="a-leap-day-a-year-on"),
        pytest.param("2024-02-29", 48, "2028-02-29", id="a-leap-day-four-years-on"),
        pytest.param("2026-11-30", 3, "2027-02-28", id="over-the-year"),
        pytest.param("2026-12-15", 12, "2027-12-15", id="a-year"),
        pytest.param("2026-12-15", 0, "2026-12-15", id="no-month"),
    ],
)
def test_so_many_months_later_is_the_same_day_of_the_month_or_its_last(start: str, months: int, end: str) -> None:
    assert months_later(day(start), months) == day(end)


@given(start=DAYS, months=MONTHS)
def test_months_later_lands_in_the_right_month_and_never_on_a_later_day(start: date, months: int) -> None:
    end = months_later(start, months)
    assert (end.year - start.year) * 12 + end.month - start.month == months
    assert end.day == start.day or (end.day < start.day and (end + timedelta(days=1)).month != end.month)


@given(start=DAYS, more=st.integers(0, 400), months=MONTHS)
def test_what_was_done_later_is_never_due_earlier(start: date, more: int, months: int) -> None:
    assert months_later(start, months) <= months_later(start + timedelta(days=more), months)


@given(start=DAYS, months=MONTHS, more=st.integers(1, 100))
def test_more_months_are_later(start: date, months: int, more: int) -> None:
    assert months_later(start, months) < months_later(start, months + more)


@given(year=st.integers(1950, 2100), month=st.integers(1, 12), weekday=st.integers(0, 6))
def test_the_last_weekday_of_a_month_is_one_and_the_last(year: int, month: int, weekday: int) -> None:
    found = last_weekday(year, month, weekday)
    assert (found.year, found.month, found.weekday()) == (year, month, weekday)
    assert (found + timedelta(days=7)).month != month


def test_a_day_is_written_as_people_read_it() -> None:
    assert plain(day("2026-09-01")) == "1 September 2026"
