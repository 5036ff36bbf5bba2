"""What the page is made of, before it has any form: parts under headings, with facts, tables and points."""

from __future__ import annotations

import re
from dataclasses import dataclass

from apqa.records.identifiers import PUPIL_TOKEN

_PUPIL, _PLACEMENT = re.compile(rf"\bP-{PUPIL_TOKEN}\b"), re.compile(rf"\bPL-{PUPIL_TOKEN}\b")


@dataclass(frozen=True, slots=True)
class Facts:
    """Values, each behind what it is."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a row of headings."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    """How wide the columns are beside one another."""

    styles: tuple[str, ...] = ()
    """In what style the first cell of each row is shown in a terminal; colour only adds to the words."""


@dataclass(frozen=True, slots=True)
class Points:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str
    aside: bool = False
    """Whether it is said beside the matter, paler."""


Block = Facts | Grid | Points | Words


@dataclass(frozen=True, slots=True)
class PagePart:
    """A part of the page under a heading of its own."""

    key: str
    heading: str
    blocks: tuple[Block, ...]


def without_references(text: str) -> str:
    """Leave the references of pupils and placements out of a text: the page tells of the provider, and may travel."""
    return _PUPIL.sub("a pupil", _PLACEMENT.sub("a placement", text))


def free_of_references(block: Block) -> Block:
    """Answer a block without references of pupils and placements."""
    match block:
        case Facts(rows):
            return Facts(tuple((name, without_references(text)) for name, text in rows))
        case Grid(title, head, rows, widths, styles):
            cells = tuple(tuple(without_references(cell) for cell in row) for row in rows)
            return Grid(title, head, cells, widths, styles)
        case Points(items):
            return Points(tuple(without_references(each) for each in items))
        case Words(text, aside):
            return Words(without_references(text), aside)
