"""Bars that lie under one another, each under its name and with its number behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.display.drawing.svg import Caption, Tone, box, drawing, element, in_parts, name_of, per_cent, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

_ROW, _NAME, _BAR, _THICK = 44, 14, 20, 16
"""How high a bar with its name is; where in it the foot of the name and the top of the bar are."""

_LONGEST = 78.0
"""How far across the longest bar may reach, in per cent: the number stands behind it, on a phone as well."""

_SET_IN = 4.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar."""

    name: str
    number: float | None
    """How long it is; none where that is not known or not shown: then there are only words."""

    says: str
    """What stands behind it: the number as people read it, or that it is not shown."""

    tone: Tone = Tone.PLAIN
    depth: int = 0
    """How far its name is set in, as a part of the bar above it. All bars begin at one line: so they compare."""


def bars(caption: Caption, rows: Sequence[Bar], *, longest: float | None = None) -> Markup:
    """Draw bars. The longest that is drawn sets how long the others are, or the number given.

    No bar, scale or line is made of a number that is not shown.
    """
    most = longest or max((row.number for row in rows if row.number is not None), default=0) or 1
    scale = _LONGEST / most

    def draw(named: Caption, part: Sequence[Bar]) -> Markup:
        drawn = (each for at, row in enumerate(part) for each in _bar(named.key, row, at * _ROW, scale))
        return drawing(named, max(1, len(part)) * _ROW, drawn, "bars")

    return in_parts(caption, rows, _ROW, draw)


def _bar(key: str, row: Bar, top: int, scale: float) -> Iterator[Markup]:
    left = _SET_IN * row.depth
    yield name_of(row.name, left, top + _NAME, depth=row.depth)
    if row.number is None:
        yield words(row.says, left, top + _BAR + 13, kind="lacking")
        return
    length = scale * row.number
    if length:
        yield box(key, row.tone, 0, top + _BAR, length, _THICK)
    else:
        at = per_cent(0)
        yield element("line", x1=at, x2=at, y1=top + _BAR, y2=top + _BAR + _THICK, class_="nought")
    yield words(row.says, length, top + _BAR + 13, shift=6, kind="number")
