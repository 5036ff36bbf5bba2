"""The columns of a list of sums that a terminal has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.table import GAP
from apqa.writing.characters import cells

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    Row = tuple[str, ...]

_FIRST_OF_ALL = ("Placements", "Attended", "Met", "Heard", "Sessions", "Lasted 6 weeks", "Objectives", "12 weeks")
"""The columns by how much hangs on them. Their order in the list is another."""

_READ_WITH = {"12 weeks": "Lasted 6 weeks"}
"""The column beside which alone another is understood."""

_NAME = 24
"""How much room a name is left at the least, where it is longer than that: the rest of it goes on below."""


def fitting(heads: Row, rows: Sequence[Row], width: int | None) -> tuple[Row, list[Row], Row]:
    """Answer the heads and rows of the columns there is room for, one line a row, and the heads of those left out.

    The first column names the row and is always there, and one number beside it. Without a width all are.
    """
    widths = dict(zip(heads, (max(map(cells, column)) for column in zip(heads, *rows, strict=True)), strict=True))
    room = None if width is None else width - min(widths[heads[0]], _NAME)
    kept = [heads[0]]
    for head in sorted(heads[1:], key=_FIRST_OF_ALL.index):
        needed = len(GAP) + widths[head]
        has_room = room is None or room >= needed or len(kept) == 1
        if has_room and _READ_WITH.get(head, heads[0]) in kept:
            kept.append(head)
            room = room and room - needed
    chosen = [number for number, head in enumerate(heads) if head in kept]
    left_out = tuple(head for head in heads if head not in kept)
    return _of(heads, chosen), [_of(row, chosen) for row in rows], left_out


def _of(row: Row, chosen: Iterable[int]) -> Row:
    return tuple(row[number] for number in chosen)


def left_out_words(heads: Iterable[str]) -> str:
    """Say which columns a terminal has no room for, and where they are; nothing where it has room for all."""
    named = ", ".join(f"'{head}'" for head in dict.fromkeys(heads))
    return named and f"No room here for {named}: a wider window shows all, as does --format csv or markdown."
