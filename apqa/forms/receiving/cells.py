"""One cell of a workbook that came back: what stands in it, in the record's notation."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from apqa.forms.filling.box import NUMBERS, BoxKind
from apqa.forms.filling.cell_text import unsealed
from apqa.forms.filling.flat import NO, YES
from apqa.forms.filling.names import word_of
from apqa.forms.receiving.days import UnclearDayError, day_written
from apqa.reading.text import first_suspect, kind_of

if TYPE_CHECKING:
    from apqa.forms.filling.box import Box

_EXACT = 10
"""Decimals of a number that a cell is taken to mean: 0.1 + 0.2 means 0.3."""

_COUNTABLE = {BoxKind.WHOLE_NUMBER, BoxKind.PERCENT, BoxKind.DAY, BoxKind.NUMBER, BoxKind.NAME}
_MINUTE, _HOUR = 60, 3600
_TRUTHS = {"yes": YES, "no": NO, "true": YES, "false": NO, "y": YES, "n": NO}


class NotTakenError(ValueError):
    """What stands in a box cannot be taken. The message says why, and what to write instead."""


def text_in(cell: Any, box: Box) -> str:
    """Answer what stands in a cell; nothing where it is empty. Raises `NotTakenError` where it cannot be taken."""
    value = cell.value
    if value is None:
        return ""
    if cell.data_type == "f":
        raise NotTakenError("a formula stands here: write the value itself")
    if cell.data_type == "e":
        raise NotTakenError(f"Excel shows an error here ({value}): write the value itself")
    if isinstance(value, str):
        return written(unsealed(value), box)
    if isinstance(value, bool):
        return _truth(value=value, box=box)
    if isinstance(value, (datetime, date, time, timedelta)):
        return _moment(value, box)
    return _number(value, box, str(cell.number_format))


def written(text: str, box: Box) -> str:
    """Read a text that stands in a box, of a workbook or of a document."""
    text = text.strip()
    if found := first_suspect(text):
        raise NotTakenError(f"here stands {kind_of(found[0])[1]}: write the text anew, without pasting it")
    if not text:
        return ""
    if box.kind is BoxKind.DAY:
        return _day(text)
    if box.kind is BoxKind.YES_NO:
        return _yes_or_no(text)
    if box.kind is BoxKind.WORDS:
        return _word(text, box)
    if box.kind is BoxKind.NAME:
        return _name(text)
    return text.replace(",", "") if box.kind in NUMBERS and _is_thousands(text) else text


def _is_thousands(text: str) -> bool:
    return text.replace(",", "").isdigit() and "," in text


def _day(text: str) -> str:
    try:
        return day_written(text).isoformat()
    except UnclearDayError as error:
        raise NotTakenError(str(error)) from error


def _yes_or_no(text: str) -> str:
    if text.lower() not in _TRUTHS:
        raise NotTakenError(f"'{text}' is neither yes nor no: choose one of them, or leave it empty")
    return _TRUTHS[text.lower()]


def _word(text: str, box: Box) -> str:
    known = {label.casefold(): word for word, label in box.choices} | {word: word for word, _ in box.choices}
    found = known.get(text.casefold())
    if found is None:
        labels = ", ".join(label for _, label in box.choices)
        raise NotTakenError(f"'{text}' is none of the answers there are ({labels}): choose one from the list")
    return found


def _name(text: str) -> str:
    word = word_of(text)
    if not word:
        raise NotTakenError(f"'{text}' cannot be kept as a name: write it in letters and digits, such as English")
    return word


def _truth(*, value: bool, box: Box) -> str:
    if box.kind is not BoxKind.YES_NO:
        raise NotTakenError(f"{str(value).upper()} stands here, where {_wanted(box)} belongs")
    return YES if value else NO


def _moment(value: datetime | date | time | timedelta, box: Box) -> str:
    """Read what Excel holds as a day or as a time of day."""
    if isinstance(value, datetime) and value.time() == time():
        value = value.date()
    if box.kind is BoxKind.DAY and isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    if box.kind is BoxKind.HOURS and isinstance(value, (time, timedelta)):
        return _hours(value)
    if box.kind is BoxKind.DAY:
        raise NotTakenError(f"a time stands here ({value}): write a day alone, such as 11 Dec 2026")
    raise NotTakenError(f"Excel has made a day or time of this ({value}), where {_wanted(box)} belongs: write it anew")


def _hours(value: time | timedelta) -> str:
    seconds = (
        int(value.total_seconds()) if isinstance(value, timedelta) else value.hour * _HOUR + value.minute * _MINUTE
    )
    return f"{seconds // _HOUR}:{seconds % _HOUR // _MINUTE:02}"


def _number(value: float, box: Box, number_format: str) -> str:
    if box.kind is BoxKind.DAY:
        raise NotTakenError(f"the number {value:g} stands here: write a day, such as 11 Dec 2026")
    if box.kind is BoxKind.YES_NO:
        raise NotTakenError(f"the number {value:g} stands here: choose yes or no")
    number = Decimal(repr(value))
    if "%" in number_format:
        number *= 100
    rounded = round(number, _EXACT).normalize()
    # In a text a number is what people see: 007 in a cell of text comes as text and never gets here.
    said = format(rounded, "f")
    return written(said, box) if box.kind in {BoxKind.WORDS, BoxKind.NAME} else said


def _wanted(box: Box) -> str:
    return f"a {box.kind.value}" if box.kind in _COUNTABLE else box.kind.value
