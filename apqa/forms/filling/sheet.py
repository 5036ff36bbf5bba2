"""A sheet of a form: what stands in which cell, and what is filled in where."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from apqa.forms.filling.box import Box, Way

Spot = tuple[int, int]
"""A row and a column, from 1."""

TITLE_ROW, INTRO_ROW, HEADING_ROW = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell to be filled in: which box it is, of which placement, in which row of its table."""

    box: Box
    placement: str
    """The placement, or whatever the record is about; empty where the row says itself which placement it is."""

    table: Way = ()
    row: int = 0
    """The number of the row on its sheet: entries come in this order."""

    entry: int | str = 0
    """The number of the entry, from 0, among the rows of its placement; its name where it was known before."""

    @property
    def way(self) -> Way:
        """Answer the way in the record to what it holds as it goes out."""
        return (*self.table, self.entry, *self.box.way) if self.table else self.box.way


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook."""

    title: str
    columns: tuple[Box | str, ...] = ()
    """What each column is: a heading alone, or a box."""

    fixed: dict[Spot, str] = field(default_factory=dict)
    """The cells that say something and are not filled in."""

    slots: dict[Spot, Slot] = field(default_factory=dict)
    choosers: dict[int, Spot] = field(default_factory=dict)
    """By the number of the row, the cell in which the placement is chosen."""

    firsts: frozenset[int] = frozenset()
    """The rows with which a new pupil begins."""

    last_row: int = 0
    ids: int = 0
    """How many of the first columns say what a row is about."""

    widths: tuple[int, ...] = ()
    """How wide the columns are; by what stands in them where nothing is said."""

    shaded: frozenset[Spot] = frozenset()
    """The cells in which nothing stands and nothing is to be filled in, among others in which something does."""

    groups: frozenset[int] = frozenset()
    """The rows that are headings of those below."""
