"""Days that people write: read where they can be read in one way only, and refused in a sentence where not."""

from __future__ import annotations

import re
from datetime import date

from apqa.guidance.days import plain
from apqa.records.kinds import FIRST_YEAR, LAST_YEAR

_MONTHS = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_SHORT = 3
_LAST_MONTH = 12
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,? +)?"
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})", re.ASCII)
_DAY_FIRST = re.compile(_WEEKDAY + r"(\d{1,2})(?:st|nd|rd|th)?[ .-]+(?:of +)?([a-z]+)\.?,?[ .-]+(\d{4})", re.ASCII)
_MONTH_FIRST = re.compile(_WEEKDAY + r"([a-z]+)\.? +(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})", re.ASCII)
_NUMBERS = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(
    _WEEKDAY + r"(\d{1,2}(?:st|nd|rd|th)?[/. -]+(?:of +)?(?:\d{1,2}|[a-z]+)\.?,?[/. -]+'?\d{2})", re.ASCII
)
_NO_YEAR = re.compile(
    _WEEKDAY + r"(?:\d{1,2}(?:st|nd|rd|th)?[/. -]+(?:of +)?(?:\d{1,2}|[a-z]+)\.?|[a-z]+\.? +\d{1,2}(?:st|nd|rd|th)?)",
    re.ASCII,
)
_REMEDY = "write the month in letters, such as 11 December 2026"
_IN_FULL = "write the day with its month in letters and its year in four digits, such as 11 December 2026"


class UnclearDayError(ValueError):
    """A text that is no day, or may be several. The message says why, and what to write instead."""


def day_written(text: str) -> date:
    """Read a day as people write it. Raises `UnclearDayError` where it is none, or may be two.

    `03/11/2026` is 3 November to one and 11 March to another: where both are days, neither is taken.
    """
    plainly = " ".join(text.lower().split())
    if found := _ISO.fullmatch(plainly):
        return _day(int(found[1]), int(found[2]), int(found[3]), text)
    if found := _DAY_FIRST.fullmatch(plainly):
        return _day(int(found[3]), _month(found[2], text), int(found[1]), text)
    if found := _MONTH_FIRST.fullmatch(plainly):
        return _day(int(found[3]), _month(found[1], text), int(found[2]), text)
    if found := _NUMBERS.fullmatch(plainly):
        return _of_numbers(int(found[1]), int(found[2]), int(found[3]), text)
    if _SHORT_YEAR.fullmatch(plainly):
        raise UnclearDayError(f"the year of '{text}' has two digits: {_IN_FULL}")
    if _NO_YEAR.fullmatch(plainly):
        raise UnclearDayError(f"'{text}' has no year: {_IN_FULL}")
    raise UnclearDayError(f"'{text}' is no day that can be read: {_IN_FULL}")


def _of_numbers(first: int, second: int, year: int, text: str) -> date:
    both = first <= _LAST_MONTH and second <= _LAST_MONTH and first != second
    if both:
        one, other = _day(year, second, first, text), _day(year, first, second, text)
        raise UnclearDayError(f"'{text}' may be {plain(one)} or {plain(other)}: {_REMEDY}")
    return _day(year, first, second, text) if second > _LAST_MONTH else _day(year, second, first, text)


def _month(name: str, text: str) -> int:
    found = [number for number, each in enumerate(_MONTHS, 1) if len(name) >= _SHORT and each.startswith(name)]
    if not found:
        raise UnclearDayError(f"'{text}' names no month: {_REMEDY}")
    return found[0]


def _day(year: int, month: int, number: int, text: str) -> date:
    try:
        day = date(year, month, number)
    except ValueError:
        raise UnclearDayError(f"there is no {text}: correct it") from None
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise UnclearDayError(f"the year of {text} is outside {FIRST_YEAR} to {LAST_YEAR}: correct it")
    return day
