"""Bars that are parted: the parts of a whole beside one another, each with its number where there is room for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.drawing.svg import Caption, Tone, box, drawing, in_parts, name_of, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

_ROW, _NAME, _BAR, _THICK = 50, 14, 20, 22
_ROOM = 7.0
"""From which share of the width on, in per cent, a part has room for its number on a phone."""


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar with its parts."""

    name: str
    parts: tuple[tuple[Tone, int], ...]

    @property
    def whole(self) -> int:
        """Answer what the parts add up to."""
        return sum(number for _, number in self.parts)


def stacks(caption: Caption, rows: Sequence[Stack]) -> Markup:
    """Draw parted bars, the longest as wide as the figure."""
    most = max((row.whole for row in rows), default=0) or 1

    def draw(named: Caption, part: Sequence[Stack]) -> Markup:
        drawn = (each for at, row in enumerate(part) for each in _stack(named.key, row, at * _ROW, most))
        return drawing(named, max(1, len(part)) * _ROW, drawn, "stacks")

    return in_parts(caption, rows, _ROW, draw)


def _stack(key: str, row: Stack, top: int, most: int) -> Iterator[Markup]:
    yield name_of(row.name, 0, top + _NAME)
    left = 0.0
    for tone, number in row.parts:
        width = 100 * number / most
        if not number:
            continue
        yield box(key, tone, left, top + _BAR, width, _THICK)
        if width >= _ROOM:
            yield words(str(number), left + width / 2, top + _BAR + 16, kind=f"on on-{tone}", anchor="middle")
        left += width
