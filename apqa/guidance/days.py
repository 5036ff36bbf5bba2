"""Arithmetic of days that due dates need."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta


def months_later(day: date, months: int) -> date:
    """Answer the same day of the month, so many months later; the month's last day where it has no such day."""
    number = day.year * 12 + day.month - 1 + months
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_weekday(year: int, month: int, weekday: int) -> date:
    """Answer the last such weekday of a month, Monday being 0."""
    last = date(year, month, monthrange(year, month)[1])
    return last - timedelta(days=(last.weekday() - weekday) % 7)


def plain(day: date) -> str:
    """Write a day the way people read it: 1 September 2026."""
    return f"{day.day} {day:%B %Y}"
