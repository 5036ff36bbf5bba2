"""Rows and columns that were put into a sheet of a form, or taken out of it, told by where its own words stand now."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from apqa.forms.filling.sheet import Spot

_MOST = 20
"""Rows or columns that somebody puts in or takes out at once."""

_ANEW = "ask for the form to be filled in anew"
OTHERWISE = f"take back what was moved or sorted, or {_ANEW}"


def what_moved(fixed: dict[Spot, str], changed: Iterable[Spot], text_at: Callable[[Spot], str]) -> str:
    """Say what was put in or taken out, and what to do; nothing where it is neither.

    `fixed` is what stood where, `changed` the cells where it does not, and `text_at` what stands in a cell now.
    """
    spots = tuple(changed)
    for axis, (one, many) in enumerate((("a row was", "rows were"), ("a column was", "columns were"))):
        first = min(spot[axis] for spot in spots)
        for number in range(1, _MOST + 1):
            what = one if number == 1 else f"{number} {many}"
            if _stands(fixed, first, number, axis, text_at):
                return f"{what} put in: take {'it' if number == 1 else 'them'} out again, or {_ANEW}"
            if _stands(fixed, first + number, -number, axis, text_at):
                return f"{what} taken out: {_ANEW}"
    return ""


def _stands(fixed: dict[Spot, str], first: int, by: int, axis: int, text_at: Callable[[Spot], str]) -> bool:
    """Answer whether everything from a row or column on stands so many further."""
    behind = {spot: text for spot, text in fixed.items() if spot[axis] >= first}
    down, right = (by, 0) if axis == 0 else (0, by)
    return bool(behind) and all(
        text_at((row + down, column + right)) == text.strip() for (row, column), text in behind.items()
    )
