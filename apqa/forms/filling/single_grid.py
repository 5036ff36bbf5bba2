"""The sheets of a form about one record alone: boxes one below the other, with what is known beside each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from apqa.forms.filling.box import BoxKind, Named, Page, Table, spread
from apqa.forms.filling.sheet import HEADING_ROW, INTRO_ROW, TITLE_ROW, Sheet, Slot, Spot

if TYPE_CHECKING:
    from apqa.forms.filling.box import Box
    from apqa.forms.filling.stamp import Stamp

QUESTION, HELP, ANSWER = "Question", "What belongs in it", "Your answer"
NUMBER = "No."
_QUESTION, _HELP, _ANSWER, _BESIDE = 30, 48, 44, 30
"""Widths of columns, in letters."""

_IN_TABLE = {BoxKind.TEXT: 34, BoxKind.WORDS: 18, BoxKind.DAY: 14, BoxKind.NAME: 24}
_OTHER = 13


@dataclass(slots=True)
class _Laid:
    """A sheet while it is laid out."""

    fixed: dict[Spot, str]
    slots: dict[Spot, Slot] = field(default_factory=dict)
    groups: set[int] = field(default_factory=set)
    shaded: set[Spot] = field(default_factory=set)
    row: int = HEADING_ROW
    group: str = ""

    def next_row(self, group: str) -> int:
        """Go on to the next row, below the heading of a group where a new one begins."""
        if group and group != self.group:
            self.row += 1
            self.group = self.fixed[self.row, 1] = group
            self.groups.add(self.row)
        self.row += 1
        return self.row

    def say(self, column: int, *texts: str) -> None:
        """Write texts into the row, from a column on; cells of which there is nothing to say stay empty."""
        for number, text in enumerate(texts, column):
            if text:
                self.fixed[self.row, number] = text
            else:
                self.shaded.add((self.row, number))


def single_sheet(page: Page | Table | Named, stamp: Stamp) -> Sheet:
    """Lay out a page of a form about one record."""
    title = f"{page.title}: {stamp.name}, {stamp.term_title}"
    laid = _Laid({(TITLE_ROW, 1): title, (INTRO_ROW, 1): page.intro})
    if isinstance(page, Page):
        return _page(page, stamp, laid)
    return _named(page, stamp, laid) if isinstance(page, Named) else _table(page, stamp, laid)


def _page(page: Page, stamp: Stamp, laid: _Laid) -> Sheet:
    columns = (QUESTION, HELP, ANSWER, *page.beside)
    for box in page.spread(stamp.several):
        row = laid.next_row(box.group)
        laid.say(1, box.title, box.help)
        laid.say(4, *(stamp.notes(box.key) or ("",) * len(page.beside)))
        laid.slots[row, 3] = Slot(box, stamp.asked[0].placement, row=row)
    widths = (_QUESTION, _HELP, _ANSWER, *(_BESIDE for _ in page.beside))
    return _sheet(page.title, columns, widths, laid)


def _named(page: Named, stamp: Stamp, laid: _Laid) -> Sheet:
    boxes = tuple(page.spread(stamp.several))
    for name, said in stamp.entries(page.way):
        row = laid.next_row(said.group)
        laid.say(1, *said.texts)
        for column, box in enumerate(boxes, len(page.beside) + 1):
            laid.slots[row, column] = Slot(box, stamp.asked[0].placement, page.way, row, name)
    widths = (*page.widths, *map(_width, boxes))
    return _sheet(page.title, (*page.beside, *boxes), widths, laid)


def _table(page: Table, stamp: Stamp, laid: _Laid) -> Sheet:
    boxes, (asked,) = spread(page.boxes, stamp.several), stamp.asked
    columns = tuple(boxes)
    for entry in range(asked.rows[page.key]):
        row = laid.next_row("")
        laid.say(1, str(entry + 1))
        for column, box in enumerate(columns, 2):
            laid.slots[row, column] = Slot(box, asked.placement, page.way, row, entry)
    return _sheet(page.title, (NUMBER, *columns), (6, *map(_width, columns)), laid)


def _sheet(title: str, columns: tuple[Box | str, ...], widths: tuple[int, ...], laid: _Laid) -> Sheet:
    headings = (each if isinstance(each, str) else each.title for each in columns)
    laid.fixed |= {(HEADING_ROW, column): text for column, text in enumerate(headings, 1)}
    return Sheet(
        title=title,
        columns=columns,
        fixed=laid.fixed,
        slots=laid.slots,
        last_row=laid.row,
        ids=1,
        widths=widths,
        shaded=frozenset(laid.shaded),
        groups=frozenset(laid.groups),
    )


def _width(box: Box) -> int:
    return _IN_TABLE.get(box.kind, _OTHER)
