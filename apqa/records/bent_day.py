"""What a spreadsheet, another program or a habit made of a day, and which day was meant. Loaded when there is one."""

from __future__ import annotations

import re
from datetime import date, timedelta

from apqa.records.scalars import MONTHS, WRITE_ISO, shown, why_impossible

_BRITISH = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([/. -]?)(\d{1,2})\2(\d{1,2})", re.ASCII)
_MONTH_IN_WORDS = re.compile(r"(?ai)(\d{1,2})(?:st|nd|rd|th)?[ ,./-]*([a-z]{3,9})[ ,./-]*(\d{4}|\d{2})")
_MONTH_AND_NUMBER = re.compile(r"(?ai)([a-z]{3,9})[ ,./-]*(?:\d{4}|\d{1,2})")
_NUMBER_AND_MONTH = re.compile(r"(?ai)\d{1,2}(?:st|nd|rd|th)?[ ,./-]*([a-z]{3,9})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
_AND_TIME = re.compile(r"(\d{4}-\d{2}-\d{2})[T ].*", re.ASCII)
_SHEET_NUMBER = re.compile(r"[34]\d{4}(\.\d+)?", re.ASCII)
_SHEET_EPOCH = date(1899, 12, 30)
_NAMES = [date(2000, number, 1).strftime("%B").lower() for number in range(1, MONTHS + 1)]


def what_it_may_be(text: str) -> tuple[str, str]:
    """Answer the rule a text breaks that is no day, and what it was when that is certain."""
    if (alone := text.strip()) and alone != text:
        return _with_space_around(text, alone)
    if british := _BRITISH.fullmatch(text):
        return _with_slashes(text, *(int(part) for part in british.groups()))
    if _SHEET_NUMBER.fullmatch(text):
        meant = _SHEET_EPOCH + timedelta(days=int(float(text)))
        return "bent-date", f"{text} is how a spreadsheet stores a day; it may stand for {meant}: write {meant}"
    if stamp := _AND_TIME.fullmatch(text):
        return "bent-date", f"{shown(text)} is a day with a time: write the day alone, {stamp.group(1)}"
    if parts := _year_month_number(text):
        return _otherwise(text, *parts)
    return _no_whole_day(text)


def _no_whole_day(text: str) -> tuple[str, str]:
    """Say of a month with one number that it is too little for a day; anything else is none."""
    part = _MONTH_AND_NUMBER.fullmatch(text) or _NUMBER_AND_MONTH.fullmatch(text)
    if part and _month_named(part[1].lower()):
        said = f"{shown(text)} is a month and one number, as spreadsheets show days: look up the day"
        return "bent-date", f"{said}, and {WRITE_ISO}"
    return "wrong-type", f"{shown(text)} is not a day: {WRITE_ISO}"


def _with_space_around(text: str, alone: str) -> tuple[str, str]:
    """Say that a day has white space around it; of anything else what it may be without."""
    if found := _ISO_DAY.fullmatch(alone):
        year, month, number = (int(part) for part in found.groups())
        if _day_there_is(year, month, number):
            return "bent-date", f"{shown(text)} has white space around the day: write {alone}"
        return _no_such_day(alone, year, month)
    return what_it_may_be(alone)


def _year_month_number(text: str) -> tuple[int, int, int] | None:
    """Take a day apart that says which of its numbers is the year and which the month."""
    if (found := _YEAR_FIRST.fullmatch(text)) and (found[2] or len(text) == len("20260901")):
        return int(found[1]), int(found[3]), int(found[4])
    if (found := _MONTH_IN_WORDS.fullmatch(text)) and (month := _month_named(found[2].lower())):
        return _in_full(int(found[3])), month, int(found[1])
    return None


def _month_named(word: str) -> int:
    """Answer the number of a month by its name or the beginning of it; 0 where it is none."""
    known = [number for number, name in enumerate(_NAMES, 1) if name.startswith(word) or word == f"{name[:3]}t"]
    return known[0] if len(known) == 1 else 0


def _otherwise(text: str, year: int, month: int, number: int) -> tuple[str, str]:
    """Say which day was meant by what is written in another way, or that there is no such day."""
    meant = _day_there_is(year, month, number)
    if meant is None:
        return _no_such_day(text, year, month)
    return "bent-date", f"{shown(text)} is not written as year-month-day: write {meant}"


def _with_slashes(text: str, first: int, second: int, year: int) -> tuple[str, str]:
    """Say which day was meant by two numbers and a year where only one can be, or that there is no such day."""
    full = _in_full(year)
    if meant := _day_there_is(full, second, first):
        if first > MONTHS:
            return "bent-date", f"{shown(text)} is written day first: write {meant}"
        said = f"{shown(text)} does not say which number is the month: write {meant} if that is the day"
        return "bent-date", said
    if second > MONTHS and (meant := _day_there_is(full, first, second)):
        return "bent-date", f"{shown(text)} is written month first: write {meant}"
    return _no_such_day(text, full, second)


def _no_such_day(text: str, year: int, month: int) -> tuple[str, str]:
    why = why_impossible(text, year, month)
    return "impossible-date", why if WRITE_ISO in why else f"{why}; {WRITE_ISO}"


def _in_full(year: int) -> int:
    return year if year > 99 else 2000 + year  # noqa: PLR2004  a year of two digits


def _day_there_is(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
