"""A sample of an academic year's terms, for a new records folder. They are no council's dates, and say so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from apqa.guidance.bank_holidays import bank_holidays
from apqa.guidance.days import last_weekday
from apqa.records.kinds import FIRST_YEAR, LAST_YEAR
from apqa.vocabulary.reporting import ReportingPeriod

_MONDAY, _THURSDAY, _FRIDAY, _SATURDAY = 0, 3, 4, 5
_WEEK = timedelta(days=7)
_BACK_TO_FRIDAY = timedelta(days=3)
_FIRST_MONTH_OF_NEXT = 7
"""From July on, whoever sets up records plans the coming school year."""


def school_year(on: date) -> int:
    """Answer the calendar year in which the school year begins that a new records folder is for.

    Records speak of the years from the first to the last, so no school year of theirs begins in the last.
    """
    year = on.year if on.month >= _FIRST_MONTH_OF_NEXT else on.year - 1
    return min(max(year, FIRST_YEAR), LAST_YEAR - 1)


def year_name(first: int) -> str:
    """Write a school year by its two calendar years: 2026-27."""
    return f"{first}-{(first + 1) % 100:02}"


def sample_calendar(first: int) -> dict[str, Any]:
    """Answer the data of a calendar with six sample terms, three reporting periods, and nothing confirmed."""
    return {
        "source": "A sample, with dates as many councils have them. Put in the dates your council has published.",
        "confirmed": "no",
        "terms": [
            {"number": str(number), "starts": str(starts), "ends": str(ends), "period": period.value}
            for number, (starts, ends, period) in enumerate(_terms(first), 1)
        ],
        "closures": [
            {"starts": str(each.on), "ends": str(each.on), "kind": "bank_holiday", "name": each.title}
            for each in bank_holidays()
            if date(first, 9, 1) <= each.on < date(first + 1, 9, 1)
        ],
    }


def _terms(first: int) -> list[tuple[date, date, ReportingPeriod]]:
    autumn_break = last_weekday(first, 10, _MONDAY)
    winter_break = _on_or_after(date(first + 1, 2, 15), _MONDAY)
    spring_break = last_weekday(first + 1, 5, _MONDAY)
    summer_end = _on_or_after(date(first + 1, 7, 15), _FRIDAY)
    return [
        (_weekday(date(first, 9, 1)), autumn_break - _BACK_TO_FRIDAY, ReportingPeriod.AUTUMN),
        (autumn_break + _WEEK, _on_or_after(date(first, 12, 14), _FRIDAY), ReportingPeriod.AUTUMN),
        (_on_or_after(date(first + 1, 1, 4), _MONDAY), winter_break - _BACK_TO_FRIDAY, ReportingPeriod.SPRING),
        (winter_break + _WEEK, last_weekday(first + 1, 3, _THURSDAY), ReportingPeriod.SPRING),
        (_on_or_after(date(first + 1, 4, 12), _MONDAY), spring_break - _BACK_TO_FRIDAY, ReportingPeriod.SUMMER),
        (spring_break + _WEEK, summer_end, ReportingPeriod.SUMMER),
    ]


def _on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def _weekday(day: date) -> date:
    return day if day.weekday() < _SATURDAY else _on_or_after(day, _MONDAY)
