"""Working days: Monday to Friday without bank holidays."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from apqa.guidance.bank_holidays import bank_holidays
from apqa.vocabulary.reporting import ClosureKind

if TYPE_CHECKING:
    from apqa.questions.situation import Situation

_SATURDAY = 5
_A_DAY = timedelta(days=1)


def is_working_day(day: date, situation: Situation) -> bool:
    """Answer whether a day is a working day: no weekend, no bank holiday apqa or the council's calendars know."""
    if day.weekday() >= _SATURDAY or any(holiday.on == day for holiday in bank_holidays()):
        return False
    return not any(
        closure.kind is ClosureKind.BANK_HOLIDAY and closure.covers(day)
        for calendar in situation.records.calendars
        if calendar.applies_to is None
        for closure in calendar.closures
    )


def working_days_later(day: date, number: int, situation: Situation) -> date:
    """Answer the day so many working days after another."""
    while number > 0:
        day += _A_DAY
        number -= is_working_day(day, situation)
    return day
