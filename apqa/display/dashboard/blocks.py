"""What a page of the dashboard is made of: sections of words, tables, and figures beside their tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from apqa.records.identifiers import PUPIL_TOKEN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apqa.display.drawing.svg import Tone

_REFERENCE = re.compile(rf"(?<![a-z0-9])(?:PL|P)-{PUPIL_TOKEN}(?![a-z0-9])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one place of a table."""

    text: str
    tone: Tone | None = None
    """How it stands, shown besides the words."""

    number: bool = False
    """Whether it is a number, and stands to the right."""

    code: bool = False
    """Whether it is a command to be typed."""

    depth: int = 0
    """How far it is set in, as a part of what stands above it."""

    whole: bool = False
    """Whether it is never broken into lines, such as a day."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a caption; the first cell of a row names it."""

    caption: str
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    empty: str = "Nothing."
    """What is said in its place where it has no rows."""

    grid: bool = False
    """Whether all of it is to be seen at a glance, in one look across."""

    even: bool = False
    """Whether it stands among others of the same columns, so that these are as wide in each."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure and the same figures in a table."""

    svg: Markup
    table: Table
    legend: tuple[tuple[Tone, str], ...] = ()
    shapes: tuple[tuple[str, str], ...] = ()
    """The shapes of marks, drawn, and what they mean."""

    layout: str = ""
    """`stacked` where the table stands below the figure; `scrolling` where the figure keeps a width of its own, too."""


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a page under its heading."""

    key: str
    heading: str
    says: tuple[str, ...] = ()
    figure: Figure | None = None
    tables: tuple[Table, ...] = ()


@dataclass(frozen=True, slots=True)
class Tile:
    """A number to see first, and where it is taken apart."""

    number: str
    says: str
    link: str
    tone: Tone


@dataclass(frozen=True, slots=True)
class Page:
    """One page."""

    key: str
    """The name of its file and its template."""

    title: str
    lead: str
    sections: tuple[Section, ...]
    tiles: tuple[Tile, ...] = ()
    notices: tuple[str, ...] = field(default=())
    """What is to be known before anything on it is read."""


def unnamed(text: str) -> str:
    """Write a text of a record without any reference of a pupil or placement: no page of the dashboard has one."""
    return _REFERENCE.sub("[reference]", text)


def coded(text: str) -> Markup:
    """Escape a text for HTML, with what stands between backticks shown as something to be typed."""
    parts = escape(text).split("`")
    typed = (Markup("<code>{}</code>").format(part) if at % 2 else part for at, part in enumerate(parts))
    return Markup("").join(typed) if len(parts) % 2 else escape(text)


def row(name: str, *numbers: int, tones: Sequence[Tone | None] = ()) -> tuple[Cell, ...]:
    """Make a row of numbers under a name; what is not nought may have a tone."""
    shown = [*tones, *([None] * (len(numbers) - len(tones)))]
    pairs = zip(numbers, shown, strict=True)
    return Cell(name), *(Cell(f"{number:,}", tone if number else None, number=True) for number, tone in pairs)


def heads(*names: str, numbers: int = 0) -> tuple[Cell, ...]:
    """Make the heads of columns; the last ones are those of numbers."""
    return tuple(Cell(name, number=at >= len(names) - numbers) for at, name in enumerate(names))
