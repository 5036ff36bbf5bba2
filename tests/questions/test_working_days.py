"""Working days: Monday to Friday without bank holidays."""

from __future__ import annotations

import pytest

from apqa.questions.working_days import is_working_day, working_days_later
from tests.builders import a_calendar, day, situation

OWN = {"kind": "bank_holiday", "starts": "2026-11-05", "ends": "2026-11-05"}


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        pytest.param("2026-11-02", True, id="monday"),
        pytest.param("2026-11-06", True, id="friday"),
        pytest.param("2026-11-07", False, id="saturday"),
        pytest.param("2026-11-08", False, id="sunday"),
        pytest.param("2026-12-25", False, id="christmas-day"),
        pytest.param("2026-12-28", False, id="boxing-day-on-monday"),
        pytest.param("2026-12-29", True, id="the-day-after"),
        pytest.param("2027-03-26", False, id="good-friday"),
        pytest.param("2026-10-28", True, id="half-term"),
    ],
)
def test_a_working_day_is_a_weekday_that_is_no_bank_holiday(on: str, answer: bool) -> None:
    assert is_working_day(day(on), situation("2026-11-02")) is answer


@pytest.mark.parametrize(
    ("calendar", "working"),
    [
        pytest.param(a_calendar(closures=[OWN]), False, id="of-the-council"),
        pytest.param(a_calendar(closures=[{**OWN, "kind": "inset"}]), True, id="a-day-closed-to-pupils-only"),
        pytest.param(
            a_calendar("2026-27-westmarch", closures=[OWN], applies_to={"school": "Westmarch"}), True, id="of-a-school"
        ),
    ],
)
def test_a_bank_holiday_of_the_councils_calendar_counts(calendar: object, working: bool) -> None:
    from apqa.records.calendar import Calendar

    assert isinstance(calendar, Calendar)
    assert is_working_day(day("2026-11-05"), situation("2026-11-02", calendar)) is working


@pytest.mark.parametrize(
    ("start", "number", "end"),
    [
        pytest.param("2026-11-02", 0, "2026-11-02", id="none"),
        pytest.param("2026-11-02", 4, "2026-11-06", id="within-the-week"),
        pytest.param("2026-11-02", 5, "2026-11-09", id="over-the-weekend"),
        pytest.param("2026-11-07", 1, "2026-11-09", id="from-a-saturday"),
        pytest.param("2026-12-24", 1, "2026-12-29", id="over-christmas"),
    ],
)
def test_so_many_working_days_later(start: str, number: int, end: str) -> None:
    assert working_days_later(day(start), number, situation("2026-11-02")) == day(end)
