"""One cell of a workbook that came back: what stands in it, in the record's notation."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from apqa.forms.filling.box import NUMBERS, BoxKind
from apqa.forms.filling.cell_text import unsealed
from apqa.forms.filling.flat import NO, YES
from apqa.forms.filling.names import word_of
from apqa.forms.receiving.days import UnclearDayError, day_written
from apqa.forms.receiving.numbers import UnclearNumberError, number_shown, number_written
from apqa.reading.text import first_suspect, kind_of

if TYPE_CHECKING:
    from apqa.forms.filling.box import Box

_COUNTABLE = {BoxKind.WHOLE_NUMBER, BoxKind.PERCENT, BoxKind.DAY, BoxKind.NUMBER, BoxKind.NAME}
_MINUTE, _HOUR = 60, 3600
_TRUTHS = {"yes": YES, "no": NO, "true": YES, "false": NO, "y": YES, "n": NO}
_NO_ANSWER = frozenset(
    {"n/a", "n.a.", "na", "not applicable", "unknown", "not known", "don't know", "?", "-", "\N{EN DASH}", "tbc"}
)
_NOUGHT = frozenset({"none", "nil", "no", "zero"})
_LEAVE_EMPTY = "leave it empty where there is none, or nobody knows"


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
    return _number_in(text, box) if box.kind in NUMBERS else text


def _number_in(text: str, box: Box) -> str:
    if text.lower() in _NOUGHT:
        raise NotTakenError(f"'{text}' is no number: write 0 where there was none, and leave it empty if nobody knows")
    if text.lower() in _NO_ANSWER:
        raise NotTakenError(f"'{text}' is no number: {_LEAVE_EMPTY}")
    try:
        return number_written(text, box.kind)
    except UnclearNumberError as error:
        raise NotTakenError(str(error)) from error


def _day(text: str) -> str:
    if text.lower() in _NO_ANSWER | _NOUGHT:
        raise NotTakenError(f"'{text}' is no day: {_LEAVE_EMPTY}")
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
        raise NotTakenError(
            f"'{text}' is none of the answers there are ({labels}): choose one from the list, or leave it empty"
        )
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
    try:
        said = number_shown(value, number_format, box.kind)
    except UnclearNumberError as error:
        raise NotTakenError(str(error)) from error
    # In a text a number is what people see: 007 in a cell of text comes as text and never gets here.
    return written(said, box) if box.kind in {BoxKind.WORDS, BoxKind.NAME} else said


def _wanted(box: Box) -> str:
    return f"a {box.kind.value}" if box.kind in _COUNTABLE else box.kind.value
