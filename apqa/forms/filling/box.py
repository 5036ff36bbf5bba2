"""The boxes of a form: one description, by which the form is made in Excel and in Word and is read again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.records.base import Record

Way = tuple[str | int, ...]
"""The way to a value in a record's data: names, and the numbers of list entries from 0."""


class BoxKind(StrEnum):
    """What is written into a box."""

    WHOLE_NUMBER = "whole number"
    PERCENT = "percentage"
    HOURS = "hours"
    DAY = "date"
    YES_NO = "yes or no"
    WORDS = "one of a list"
    TEXT = "text"


class Choice(NamedTuple):
    """One answer of a list: the word of the record, and what people read."""

    word: str
    label: str


@dataclass(frozen=True, slots=True)
class Box:
    """One box to be filled in."""

    way: Way
    """The way to its value: in the record, or in one entry of a table."""

    title: str
    """What it is called, in a few words. In one form no two boxes of a page are called the same."""

    help: str
    """What belongs in it, in the words of whoever fills it in."""

    kind: BoxKind
    choices: tuple[Choice, ...] = ()
    most: int | None = None
    """The largest whole number it takes, where there is one."""

    needed: bool = False
    """Whether the part of the record it belongs to cannot be without it."""

    given: bool = False
    """Whether whoever sends the form has filled it in: a row in which nothing else is filled in is unanswered."""

    several: int = 0
    """Of a list of single values, how many boxes there are at least; 0 where it is no list."""

    asks_whether: bool = False
    """Whether it asks if there is anything to list: its "no" is an empty list, which is not the same as no answer."""

    @property
    def key(self) -> str:
        """Answer its way as one word: "sessions.possible"."""
        return ".".join(str(part) for part in self.way)

    def numbered(self, number: int) -> Box:
        """Answer one box of a list of single values, from 0."""
        return replace(self, way=(*self.way, number), title=f"{self.title} {number + 1}", several=0)


@dataclass(frozen=True, slots=True)
class Page:
    """Boxes that are filled in once for each record."""

    title: str
    intro: str
    boxes: tuple[Box, ...]

    def spread(self, several: dict[str, int]) -> Iterator[Box]:
        """Answer its boxes, those of lists as often as they are wanted."""
        for box in self.boxes:
            if box.several:
                yield from (box.numbered(number) for number in range(several[box.key]))
            else:
                yield box


@dataclass(frozen=True, slots=True)
class Table:
    """Boxes that are filled in once for each entry of a list."""

    title: str
    intro: str
    way: Way
    """The way to the list in the record."""

    entry: str
    """What one entry is called: "Objective"."""

    boxes: tuple[Box, ...]
    spare: int
    """How many empty rows there are at least for each record."""

    @property
    def key(self) -> str:
        """Answer its way as one word."""
        return ".".join(str(part) for part in self.way)


@dataclass(frozen=True, slots=True)
class Form:
    """A form that goes out to be filled in and comes back."""

    name: str
    """Its name in stamps and files: "termly-report"."""

    version: int
    """Rises with every change of the boxes: an older form that comes back is told by it."""

    title: str
    model: type[Record]
    pages: tuple[Page | Table, ...]

    @property
    def lists(self) -> tuple[Box, ...]:
        """Answer the boxes of lists of single values."""
        pages = (page for page in self.pages if isinstance(page, Page))
        return tuple(box for page in pages for box in page.boxes if box.several)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Answer its tables."""
        return tuple(page for page in self.pages if isinstance(page, Table))

    def box_at(self, way: Way) -> Box | None:
        """Answer the box of a value in the record; none where the form does not ask for it."""
        for page in self.pages:
            start = page.way if isinstance(page, Table) else ()
            below = _below(way, start)
            for box in page.boxes:
                if below == box.way:
                    return box
                if below and box.several and below[:-1] == box.way and isinstance(below[-1], int):
                    return box.numbered(below[-1])
        return None

    def titled(self, way: Way) -> str:
        """Name a value the way people find its box: "Objectives 2, Progress"."""
        box = self.box_at(way)
        title = box.title if box else ".".join(str(part) for part in way)
        for table in self.tables:
            if _below(way, table.way) and box and not box.asks_whether:
                return f"{table.entry} {int(way[len(table.way)]) + 1}, {title}"
        return title


def _below(way: Way, start: Way) -> Way | None:
    """Answer the rest of a way below a list's entries; the way itself where there is no list."""
    if not start:
        return way
    length = len(start)
    if way[:length] == start and len(way) > length and isinstance(way[length], int):
        return way[length + 1 :]
    return None
