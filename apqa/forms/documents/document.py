"""What a document says, before it has any form: headings, paragraphs, lists and tables, in order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apqa.writing.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Line breaks in its text stay."""

    text: str

    aside: bool = False
    """Whether it is said beside the matter, in smaller and paler letters, such as what is not recorded."""


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of points."""

    items: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Values, each behind what it is."""

    rows: tuple[tuple[str, str], ...]
    """Pairs of label and value."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a row of headings. The first cell of each row says what the row is about."""

    title: str
    """What it shows: its caption, and what a screen reader says of it."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    widths: tuple[int, ...] = ()
    """How wide the columns are beside one another; alike where nothing is said."""

    tones: tuple[str, ...] = ()
    """A colour for each row, beside what its words say: "green", "amber", "red", or none."""

    has_room: bool = False
    """Whether its empty cells leave room to write by hand."""

    def tone(self, row: int) -> str:
        """Answer the colour of a row; empty where it has none."""
        return self.tones[row] if self.tones else ""


Block = Paragraph | Bullets | Facts | Table


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a document under a heading of its own."""

    key: str
    """Its name for templates: the block that a council's own template may put in its place."""

    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """What a reader must see before anything else, set apart at the top."""

    heading: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A document about a day, in no form yet."""

    form: str
    """The name of the form, which its templates have too: "termly-report"."""

    name: str
    """The name of its file, without an ending."""

    title: str
    subtitle: str
    author: str
    """Whose document it is: the council's name."""

    on: date
    """The day it is about. It is the only day its file knows, so that the same records make the same bytes."""

    sections: tuple[Section, ...]
    notices: tuple[Notice, ...] = ()

    stamp: str = ""
    """What stands on every page of a document that is not final, such as "Draft"; empty on one that is."""

    footer: str = ""
    """What stands at the foot of every page, beside its number."""

    facts: tuple[str, ...] = ()
    """What must be found in the finished file, beside its title, stamp and notices."""

    values: Mapping[str, object] = field(default_factory=dict)
    """The same in single values, for a council's own templates: text, lists of text, and groups of both by name."""

    language: str = "en-GB"

    dense: bool = False
    """Whether the letters and gaps of its PDF are small, as where much is to stand on few pages."""

    @property
    def must_hold(self) -> tuple[str, ...]:
        """Answer every text that has to be found in the finished file."""
        noticed = (text for notice in self.notices for text in (notice.heading, *notice.items))
        every = (self.title, self.subtitle, self.stamp, *noticed, *self.facts)
        return tuple(dict.fromkeys(text for text in every if text))

    @property
    def blocks(self) -> Iterator[Block]:
        """Answer every block of every section."""
        return (block for section in self.sections for block in section.blocks)


def lines_of(text: str) -> tuple[str, ...]:
    """Answer the lines of a text, with what no document can show written by its number."""
    return tuple(visible(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def shown(text: str) -> str:
    """Answer a text as documents show it: its lines as they are, and nothing in it that steers or hides."""
    return "\n".join(lines_of(text))
