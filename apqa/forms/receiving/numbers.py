"""Numbers that people write: read where they can be read in one way only, and refused in a sentence where not."""

from __future__ import annotations

import re
from decimal import Decimal

from apqa.forms.filling.box import BoxKind

_GROUPED = re.compile(r"[1-9]\d{0,2}(,\d{3})+(\.\d+)?", re.ASCII)
_WITH_COMMA = re.compile(r"[\d.,]*,[\d.,]*", re.ASCII)
_WHOLE_WITH_POINT = re.compile(r"(\d+)\.0+", re.ASCII)
_PER_CENT = re.compile(r"[\d.,]+ ?%", re.ASCII)
_NOT_SHOWN = re.compile(r'"[^"]*"|\\.|[_*].')
"""In a number format, what is only written beside the number: text, and spaces."""

_EXACT = 10
"""Decimals of a number that a cell is taken to mean: 0.1 + 0.2 means 0.3."""

EXAMPLES = {
    BoxKind.WHOLE_NUMBER: "a whole number such as 12",
    BoxKind.PERCENT: "per cent such as 92.5",
    BoxKind.HOURS: "hours such as 17.5",
    BoxKind.NUMBER: "a number such as 6.5",
}


class UnclearNumberError(ValueError):
    """A text that is no number of its kind, or may be several. The message says why, and what to write instead."""


def number_written(text: str, kind: BoxKind) -> str:
    """Read a number as people write it; what is none is left as it is. Raises `UnclearNumberError`.

    `11,5` is eleven and a half to one and a slip in 115 to another: only thousands may be set apart by a comma. A share
    of something is no count of it.
    """
    if _PER_CENT.fullmatch(text):
        if kind is not BoxKind.PERCENT:
            raise _no_share(text, kind)
        text = text.rstrip("% ")
    if _GROUPED.fullmatch(text):
        text = text.replace(",", "")
    elif _WITH_COMMA.fullmatch(text):
        raise UnclearNumberError(
            f"the comma in '{text}' can be read in more than one way: write {EXAMPLES[kind]}, without a comma"
        )
    whole = _WHOLE_WITH_POINT.fullmatch(text)
    return whole[1] if whole and kind is BoxKind.WHOLE_NUMBER else text


def number_shown(value: float, number_format: str, kind: BoxKind) -> str:
    """Read a number that a cell holds, with how the cell shows it. Raises `UnclearNumberError`.

    What shows as 87% is 0.87 to Excel: it is 87 where per cent are asked for, and where anything is counted it is no
    number of it.
    """
    number = Decimal(repr(value))
    is_share = "%" in _NOT_SHOWN.sub("", number_format)
    said = _plainly(number * 100 if is_share else number)
    if "%" not in number_format or kind is BoxKind.PERCENT:
        return said
    if kind in EXAMPLES:
        raise _no_share(f"{said}%", kind)
    return f"{said}%"


def _plainly(number: Decimal) -> str:
    return format(round(number, _EXACT).normalize(), "f")


def _no_share(text: str, kind: BoxKind) -> UnclearNumberError:
    return UnclearNumberError(f"'{text}' is a percentage, and a number belongs here: write {EXAMPLES[kind]}")
