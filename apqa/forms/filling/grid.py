"""A form laid out in sheets: what stands in which cell, for whoever writes a workbook and for whoever reads it again.

One row for each pupil on a page, and one for each entry on a table: with one pupil a sheet is one line to fill in, with
twenty-five the register can be copied down a column. Whoever would rather see one pupil at a time takes the document.
A form about one record alone has its boxes one below the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.filling.box import Box, BoxKind, Choice, Named, Page, Table
from apqa.forms.filling.instructions import front_lines
from apqa.forms.filling.sheet import HEADING_ROW, INTRO_ROW, TITLE_ROW, Sheet, Slot, Spot
from apqa.forms.filling.single_grid import single_sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.filling.box import Form
    from apqa.forms.filling.stamp import Stamp

FRONT = "Read me first"
_CHOSEN = "as chosen"
_FURTHER = 10
"""Rows at the end of a table in which the placement is chosen: no pupil is out of rows."""


def sheets(form: Form, stamp: Stamp) -> tuple[Sheet, ...]:
    """Lay out a form: the sheet that explains, then one for each page and table."""
    return (_front(form, stamp), *(_sheet(page, form, stamp) for page in form.pages))


def _sheet(page: Page | Table | Named, form: Form, stamp: Stamp) -> Sheet:
    if isinstance(page, Named) or not form.ids:
        return single_sheet(page, stamp)
    return _sheet_of_many(page, form, stamp)


def chooser(form: Form, stamp: Stamp) -> Box:
    """Answer the box in which a placement is chosen."""
    choices = tuple(Choice(each.placement, each.placement) for each in stamp.asked)
    return Box((), form.ids[0], "Choose the placement this row is about.", BoxKind.WORDS, choices)


def _sheet_of_many(page: Page | Table, form: Form, stamp: Stamp) -> Sheet:
    facts = tuple(name for name, _ in stamp.asked[0].facts) if page is form.pages[0] else ()
    boxes = tuple(page.spread(stamp.several)) if isinstance(page, Page) else page.boxes
    columns: tuple[Box | str, ...] = (*form.ids, *facts, *boxes)
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
            fixed[row, len(form.ids)] = _CHOSEN
        if entry == 0:
            firsts.add(row)
        way = page.way if isinstance(page, Table) else ()
        for column, each in enumerate(columns, 1):
            if isinstance(each, Box):
                slots[row, column] = Slot(each, asked.placement if asked else "", way, row, entry)
    chosen = {row: (row, 1) for row, (number, _) in enumerate(rows, HEADING_ROW + 1) if number is None}
    return Sheet(
        title=page.title,
        columns=columns,
        fixed=fixed,
        slots=slots,
        choosers=chosen,
        firsts=frozenset(firsts),
        last_row=HEADING_ROW + len(rows),
        ids=len(form.ids),
    )


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
    slots = {
        (row, 2): Slot(form.sent_on, "")
        for row, line in enumerate(lines, 1)
        if form.sent_on and line[0] == form.sent_on.title
    }
    return Sheet(FRONT, fixed=fixed, slots=slots, last_row=len(lines))
