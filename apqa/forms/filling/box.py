"""The boxes of a form: one description, by which the form is made in Excel and in Word and is read again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

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
    NUMBER = "number"
    NAME = "short name"
    """A name by which the record knows an entry: written as people write it, kept as one word."""


NUMBERS = frozenset({BoxKind.WHOLE_NUMBER, BoxKind.PERCENT, BoxKind.HOURS, BoxKind.NUMBER})
"""What is written as a number."""


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

    least: int = 0
    """The smallest whole number it takes."""

    needed: bool = False
    """Whether the part of the record it belongs to cannot be without it."""

    given: bool = False
    """Whether whoever sends the form has filled it in: a row in which nothing else is filled in is unanswered."""

    several: int = 0
    """Of a list of single values, how many boxes there are at least; 0 where it is no list."""

    asks_whether: bool = False
    """Whether it asks if there is anything to list: its "no" is an empty list, which is not the same as no answer."""

    group: str = ""
    """The heading it stands under, where the boxes of a page stand one below the other."""

    @property
    def key(self) -> str:
        """Answer its way as one word: "sessions.possible"."""
        return ".".join(str(part) for part in self.way)

    def is_locked_with(self, text: str) -> bool:
        """Answer whether it is not the provider's to change, with a text in it: what the plan says."""
        return bool(text) and self.given and self.needed

    def numbered(self, number: int) -> Box:
        """Answer one box of a list of single values, from 0."""
        return replace(self, way=(*self.way, number), title=f"{self.title} {number + 1}", several=0)


@dataclass(frozen=True, slots=True)
class Page:
    """Boxes that are filled in once for each record."""

    title: str
    intro: str
    boxes: tuple[Box, ...]
    beside: tuple[str, ...] = ()
    """What is said beside each box, by its heading: what it was last year. Only where boxes stand below one another."""

    def spread(self, several: dict[str, int]) -> Iterator[Box]:
        """Answer its boxes, those of lists as often as they are wanted."""
        return spread(self.boxes, several)


def spread(boxes: tuple[Box, ...], several: dict[str, int]) -> Iterator[Box]:
    """Answer boxes, those of lists as often as they are wanted."""
    for box in boxes:
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

    by_name: bool = False
    """Whether the record holds its entries by their names: the first box is the name then, the second the value."""

    @property
    def key(self) -> str:
        """Answer its way as one word."""
        return ".".join(str(part) for part in self.way)


@dataclass(frozen=True, slots=True)
class Named:
    """Boxes that are filled in once for each of what is known before: each criterion."""

    title: str
    intro: str
    way: Way
    """The way to the group in the record that holds the entries by their names."""

    boxes: tuple[Box, ...]
    beside: tuple[str, ...]
    """What is said of each entry, by its heading. The first one names it."""

    widths: tuple[int, ...]
    """How wide the columns of these are in a workbook, in letters."""

    titles: Mapping[str, str]
    """What each entry is called, by its name."""

    def spread(self, several: dict[str, int]) -> Iterator[Box]:
        """Answer the boxes of one entry, those of lists as often as they are wanted."""
        return spread(self.boxes, several)


@dataclass(frozen=True, slots=True)
class Says:
    """What a form says of itself, beside its boxes."""

    appendix: str
    """Which appendix of the framework it is."""

    command: str
    """The command that makes it."""

    in_excel: tuple[str, ...]
    """How it is filled in as a workbook."""

    in_word: tuple[str, ...]
    """How it is filled in as a document."""

    privacy: tuple[str, ...]
    """What must not be in it."""

    complete: tuple[str, ...]
    """What makes it complete."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form that goes out to be filled in and comes back."""

    name: str
    """Its name in stamps and files: "termly-report"."""

    version: int
    """Rises with every change of the boxes: an older form that comes back is told by it."""

    title: str
    model: type[Record]
    says: Says
    pages: tuple[Page | Table | Named, ...]
    ids: tuple[str, ...] = ()
    """The headings of what each row is about; none where it is about one record, with its boxes in a column."""

    sent_on: Box | None = None
    """The box for the day it is sent, where no box of the record is for that."""

    @property
    def lists(self) -> tuple[Box, ...]:
        """Answer the boxes of lists of single values."""
        pages = (page for page in self.pages if not isinstance(page, Table))
        return tuple(box for page in pages for box in page.boxes if box.several)

    @property
    def named(self) -> tuple[Named, ...]:
        """Answer the pages of what is known before."""
        return tuple(page for page in self.pages if isinstance(page, Named))

    @property
    def by_name(self) -> tuple[Table, ...]:
        """Answer the tables whose entries the record holds by their names."""
        return tuple(table for table in self.tables if table.by_name)

    @property
    def tables(self) -> tuple[Table, ...]:
        """Answer its tables."""
        return tuple(page for page in self.pages if isinstance(page, Table))

    def box_at(self, way: Way) -> Box | None:
        """Answer the box of a value in the record; none where the form does not ask for it."""
        for page in self.pages:
            below = below_page(way, page)
            for box in page.boxes:
                if below == box.way:
                    return box
                if below and box.several and below[:-1] == box.way and isinstance(below[-1], int):
                    return box.numbered(below[-1])
        return None

    def reaches(self, way: Way) -> bool:
        """Answer whether a box is for what stands at a way in the record, or for anything below it."""
        return any(_reaches(way, page) for page in self.pages)

    def titled(self, way: Way) -> str:
        """Name a value the way people find its box: "Objectives 2, Progress"."""
        box = self.box_at(way)
        title = box.title if box else ".".join(str(part) for part in way)
        for page in self.pages:
            if isinstance(page, Page) or not below_page(way, page) or not box or box.asks_whether:
                continue
            name = way[len(page.way)]
            entry = (
                page.titles.get(str(name), str(name)) if isinstance(page, Named) else f"{page.entry} {int(name) + 1}"
            )
            return f"{entry}, {title}"
        return title


def below_page(way: Way, page: Page | Table | Named) -> Way | None:
    """Answer the rest of a way below an entry of a page, none where it is no entry's; all where there are none."""
    if isinstance(page, Page):
        return way
    length, kind = len(page.way), str if isinstance(page, Named) else int
    if way[:length] == page.way and len(way) > length and isinstance(way[length], kind):
        return way[length + 1 :]
    return None


def _reaches(way: Way, page: Page | Table | Named) -> bool:
    if isinstance(page, Table):
        return _on_the_way(way, page.way)
    if isinstance(page, Named):
        length = len(page.way)
        if not _on_the_way(way, page.way) or len(way) <= length + 1:
            return _on_the_way(way, page.way)
        way = way[length + 1 :]
    return any(_on_the_way(way, box.way) for box in page.boxes)


def _on_the_way(one: Way, other: Way) -> bool:
    """Answer whether one of two ways begins with the other."""
    return all(here == there for here, there in zip(one, other, strict=False))
