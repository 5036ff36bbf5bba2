"""A line of time for each of many: marks on the days something of theirs runs out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from apqa.display.drawing.svg import Caption, Tone, drawing, element, in_parts, name_of, per_cent, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from markupsafe import Markup

_ROW, _HEAD, _LEFT = 84, 34, 1.5
_NAME = 14
_LINES = (30, 50, 70)
"""How far below the top of a lane its marks may stand: on several lines, so that they do not hide one another."""

_WIDE = 2.2
"""How much of the width a mark takes up, in per cent."""

_TOGETHER = timedelta(days=10)

SHAPES = {
    "diamond": "M0-8 8 0 0 8-8 0Z",
    "square": "M-6-6H6V6H-6Z",
    "circle": "M-7 0A7 7 0 1 0 7 0A7 7 0 1 0 -7 0Z",
    "triangle": "M0-8 8 7H-8Z",
    "cross": "M-3-8H3V-3H8V3H3V8H-3V3H-8V-3H-3Z",
}
"""The shapes of marks, around a point."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that runs out on a day."""

    on: date
    shape: str
    tone: Tone
    names: tuple[str, ...] = ()
    """What runs out then; where the mark stands for several, all of them, within ten days from then on."""


@dataclass(frozen=True, slots=True)
class Lane:
    """The line of one."""

    name: str
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Window:
    """The days that are shown, and the day asked about."""

    first: date
    last: date
    today: date

    def at(self, day: date) -> float:
        """Answer where a day lies across, in per cent. What lies before the first day or after the last lies on it."""
        held = min(max(day, self.first), self.last)
        return _LEFT + (100 - 2 * _LEFT) * (held - self.first).days / max(1, (self.last - self.first).days)

    def months(self) -> Iterator[date]:
        """Answer the first days of months that are shown."""
        day = self.first.replace(day=1)
        while day <= self.last:
            if day >= self.first:
                yield day
            day = (day + timedelta(days=32)).replace(day=1)


def together(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """Put marks that would lie on one another into one: those of one shape and tone within ten days from the first."""
    found: list[Mark] = []
    last: dict[tuple[str, Tone], int] = {}
    for mark in sorted(marks, key=lambda each: (each.on, each.shape, each.tone)):
        at = last.get((mark.shape, mark.tone))
        if at is not None and mark.on - found[at].on <= _TOGETHER:
            found[at] = replace(found[at], names=(*found[at].names, *mark.names))
        else:
            last[mark.shape, mark.tone] = len(found)
            found.append(mark)
    return tuple(found)


def timeline(caption: Caption, lanes: Sequence[Lane], window: Window) -> Markup:
    """Draw a lane for each, under the months, with a line through the day asked about."""

    def draw(named: Caption, part: Sequence[Lane]) -> Markup:
        height = _HEAD + max(1, len(part)) * _ROW
        return drawing(named, height, _drawn(part, window, height), "timeline")

    return in_parts(caption, lanes, _ROW, draw)


def _drawn(lanes: Sequence[Lane], window: Window, height: int) -> Iterator[Markup]:
    yield from _months(window, height)
    for at, lane in enumerate(lanes):
        yield from _lane(lane, _HEAD + at * _ROW, window)
    yield _upright(window.at(window.today), height, "today")
    yield words("today", window.at(window.today), 12, shift=4, kind="now")


def _months(window: Window, height: int) -> Iterator[Markup]:
    for month in window.months():
        at = window.at(month)
        yield _upright(at, height, "month")
        named = f"{month:%b}" if month.month != 1 else f"{month:%b} {month:%Y}"
        yield words(named, at, _HEAD - 8, shift=3, kind="month-name")


def _upright(at: float, height: int, kind: str) -> Markup:
    top = 0 if kind == "today" else _HEAD - 16
    return element("line", x1=per_cent(at), x2=per_cent(at), y1=top, y2=height, class_=kind)


def _lane(lane: Lane, top: int, window: Window) -> Iterator[Markup]:
    yield element("line", x1=0, x2="100%", y1=top, y2=top, class_="lane")
    yield name_of(lane.name, 0, top + _NAME)
    for mark, line in beside_one_another(lane.marks, window):
        yield _mark(mark, top + _LINES[line], window)


def beside_one_another(marks: Sequence[Mark], window: Window) -> Iterator[tuple[Mark, int]]:
    """Answer on which line of a lane each mark stands: the first where it hides no other, else where it hides least."""
    ends = [-_WIDE] * len(_LINES)
    for mark in sorted(marks, key=lambda each: (each.on, each.shape)):
        at = window.at(mark.on)
        free = (line for line, end in enumerate(ends) if at - end >= _WIDE)
        line = next(free, ends.index(min(ends)))
        ends[line] = at
        yield mark, line


def _mark(mark: Mark, middle: int, window: Window) -> Markup:
    """Draw a mark in its place, with its number where it stands for several; a pointer over it is told which."""
    larger = {"transform": "scale(1.3)"} if len(mark.names) > 1 else {}
    shape = element("path", d=SHAPES[mark.shape], class_=f"mark mark-{mark.tone}", **larger)
    inside = {"x": 0, "y": 6 if mark.shape == "triangle" else 4, "text_anchor": "middle"}
    number = [element("text", str(len(mark.names)), class_=f"mark-number in-{mark.tone}", **inside)] if larger else []
    place = {"x": per_cent(window.at(mark.on)), "y": middle}
    hover = element("title", f"{mark.on.isoformat()}: {'; '.join(mark.names)}")
    return element("svg", hover, shape, *number, overflow="visible", **place)
