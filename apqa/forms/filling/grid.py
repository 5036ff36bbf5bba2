"""A form laid out in sheets: what stands in which cell, for whoever writes a workbook and for whoever reads it again.

One row for each pupil on a page, and one for each entry on a table: with one pupil a sheet is one line to fill in, with
twenty-five the register can be copied down a column. Whoever would rather see one pupil at a time takes the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apqa.forms.filling.box import Box, BoxKind, Choice, Page, Table
from apqa.forms.filling.instructions import SENT_ON, front_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.filling.box import Form, Way
    from apqa.forms.filling.stamp import Stamp

Spot = tuple[int, int]
"""A row and a column, from 1."""

FRONT = "Read me first"
TITLE_ROW, INTRO_ROW, HEADING_ROW = 1, 2, 3
IDS = ("Placement", "Pupil")
_CHOSEN = "as chosen"
_FURTHER = 10
"""Rows at the end of a table in which the placement is chosen: no pupil is out of rows."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A cell to be filled in: which box it is, of which placement, in which row of its table."""

    box: Box
    placement: str
    """Empty where the row says itself which placement it is about."""

    table: Way = ()
    row: int = 0
    """The number of the row on its sheet: entries come in this order."""

    entry: int = 0
    """The number of the entry, from 0, among the rows of its placement."""

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


def sheets(form: Form, stamp: Stamp) -> tuple[Sheet, ...]:
    """Lay out a form: the sheet that explains, then one for each page and table."""
    return (_front(form, stamp), *(_sheet(page, form, stamp) for page in form.pages))


def chooser(stamp: Stamp) -> Box:
    """Answer the box in which a placement is chosen."""
    choices = tuple(Choice(each.placement, each.placement) for each in stamp.asked)
    return Box((), IDS[0], "Choose the placement this row is about.", BoxKind.WORDS, choices)


def _sheet(page: Page | Table, form: Form, stamp: Stamp) -> Sheet:
    facts = tuple(name for name, _ in stamp.asked[0].facts) if page is form.pages[0] else ()
    boxes = tuple(page.spread(stamp.several)) if isinstance(page, Page) else page.boxes
    columns: tuple[Box | str, ...] = (*IDS, *facts, *boxes)
    fixed = {(TITLE_ROW, 1): f"{page.title}: {stamp.name}, {stamp.term_title}", (INTRO_ROW, 1): page.intro}
    fixed |= {(HEADING_ROW, number): _heading(each) for number, each in enumerate(columns, 1)}
    slots: dict[Spot, Slot] = {}
    rows = list(_rows(page, stamp))
    firsts = set()
    for row, (number, entry) in enumerate(rows, HEADING_ROW + 1):
        asked = stamp.asked[number] if number is not None else None
        if asked:
            texts = (asked.placement, asked.pupil, *(said for _, said in asked.facts[: len(facts)]))
            fixed |= {(row, column): text for column, text in enumerate(texts, 1)}
        else:
            fixed[row, len(IDS)] = _CHOSEN
        if entry == 0:
            firsts.add(row)
        way = page.way if isinstance(page, Table) else ()
        for column, each in enumerate(columns, 1):
            if isinstance(each, Box):
                slots[row, column] = Slot(each, asked.placement if asked else "", way, row, entry)
    chosen = {row: (row, 1) for row, (number, _) in enumerate(rows, HEADING_ROW + 1) if number is None}
    return Sheet(page.title, columns, fixed, slots, chosen, frozenset(firsts), HEADING_ROW + len(rows))


def _heading(column: Box | str) -> str:
    return column.title if isinstance(column, Box) else column


def _rows(page: Page | Table, stamp: Stamp) -> Iterator[tuple[int | None, int]]:
    """Answer each row's placement, by its number, none where it is chosen; and the number of the entry there."""
    for number, asked in enumerate(stamp.asked):
        yield from ((number, entry) for entry in range(asked.rows[page.key] if isinstance(page, Table) else 1))
    if isinstance(page, Table) and len(stamp.asked) > 1:
        yield from ((None, entry) for entry in range(_FURTHER))


def _front(form: Form, stamp: Stamp) -> Sheet:
    lines = tuple(front_lines(form, stamp))
    fixed = {(row, column): text for row, line in enumerate(lines, 1) for column, text in enumerate(line, 1) if text}
    row = next(number for number, line in enumerate(lines, 1) if line[0] == SENT_ON.title)
    return Sheet(FRONT, fixed=fixed, slots={(row, 2): Slot(SENT_ON, "")}, last_row=len(lines))
