"""A workbook that came back, read cell by cell against the form as it went out."""

from __future__ import annotations

import warnings
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from apqa.forms.extras import without_extra
from apqa.forms.filling.cell_text import unsealed
from apqa.forms.filling.grid import FRONT, chooser, sheets
from apqa.forms.filling.sheet import HEADING_ROW
from apqa.forms.filling.stamp import BadStampError, read_stamp
from apqa.forms.filling.workbook import STAMP_SHEET
from apqa.forms.receiving.answer import (
    CHANGED,
    Answer,
    NotAFormError,
    Returned,
    Where,
    put_otherwise,
    quoted,
    with_entries_sent_along,
)
from apqa.forms.receiving.cells import NotTakenError, text_in
from apqa.forms.receiving.moved import OTHERWISE, what_moved
from apqa.questions.received import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from apqa.forms.filling.box import Box, Form
    from apqa.forms.filling.sheet import Sheet, Slot, Spot
    from apqa.forms.filling.stamp import Stamp

_FEW = 20
"""Cells outside the form that are named of one sheet."""

_MOVED = 6
"""Headings and references that are elsewhere: more of them, and whole rows or columns were moved."""

_DRAWN = ("xl/media/", "xl/charts/")
NOT_OURS = "it is no form that apqa made: the mark that says which form it is cannot be found"


@dataclass(slots=True)
class _Reading:
    """A workbook while it is read."""

    form: Form
    stamp: Stamp
    answers: list[Answer] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    sent_on: str = ""
    sheets_read: int = 0

    def add(self, place: str, says: str) -> None:
        self.problems.append(Problem(place, says))


def read_workbook(raw: bytes, form_of: Callable[[Stamp], Form]) -> Returned:
    """Read a workbook that was opened safely. `form_of` answers the form a stamp is of, and may refuse.

    Raises `NotAFormError` where it is no form of ours, `ApqaError` where the extra `forms` is missing.
    """
    book = _load(raw)
    stamp = _stamp(book)
    form = form_of(stamp)
    if _counts_from_1904(book):
        raise NotAFormError(
            "its days count from 1904 (a setting of older Macs), so each may be four years out: in Excel, under "
            'Options, Advanced, take the tick from "Use 1904 date system", look at every day again, and save it'
        )
    reading = _Reading(form, stamp)
    expected = {sheet.title: sheet for sheet in sheets(form, stamp)}
    _refuse_pictures(raw, reading)
    _compare_sheets(book, list(expected), reading)
    for title, sheet in expected.items():
        if title in book.sheetnames:
            _read_sheet(book[title], sheet, reading)
    is_whole = reading.sheets_read == len(expected)
    answers = with_entries_sent_along(reading.answers, form, stamp)
    return Returned(stamp, reading.sent_on, answers, tuple(reading.problems), is_whole)


def _load(raw: bytes) -> Any:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise without_extra("Excel workbooks") from error
    with warnings.catch_warnings():
        # What openpyxl leaves aside, such as the looks of a cell, is nothing that is read here.
        warnings.simplefilter("ignore")
        try:
            return load_workbook(BytesIO(raw), data_only=False, keep_links=False)
        except Exception as error:  # whatever it trips over, the file is not what Excel writes
            said = "it cannot be read as a workbook: open it in Excel, save it again, and try once more"
            raise NotAFormError(said) from error


def _stamp(book: Any) -> Stamp:
    if STAMP_SHEET not in book.sheetnames:
        raise NotAFormError(NOT_OURS)
    column = (cell.value for cell in book[STAMP_SHEET]["A"])
    try:
        return read_stamp("".join(unsealed(str(text)) for text in column if text is not None))
    except BadStampError as error:
        raise NotAFormError(CHANGED) from error


def _counts_from_1904(book: Any) -> bool:
    from openpyxl.utils.datetime import CALENDAR_MAC_1904

    return bool(book.epoch == CALENDAR_MAC_1904)


def _refuse_pictures(raw: bytes, reading: _Reading) -> None:
    """Report pictures and charts by the pieces of the file: openpyxl passes over those it cannot draw."""
    with ZipFile(BytesIO(raw)) as archive:
        names = archive.namelist()
    if any(name.startswith(_DRAWN) for name in names):
        reading.add("", "a picture or chart was put into the workbook and cannot be taken over: take it out")


def _compare_sheets(book: Any, expected: list[str], reading: _Reading) -> None:
    there = [title for title in book.sheetnames if title != STAMP_SHEET]
    missing = [title for title in expected if title not in there]
    more = [title for title in there if title not in expected and not _is_blank(book[title])]
    if len(missing) == 1 and len(more) == 1:
        reading.add(more[0], f"this sheet was called {missing[0]} when it went out: give it that name again")
        return
    for title in missing:
        reading.add(title, "this sheet is missing: ask for the whole form")
    for title in more:
        reading.add(title, "this sheet is not part of the form: put what it says into the boxes, and take it out")


def _is_blank(page: Any) -> bool:
    """Answer whether nothing at all stands on a sheet: somebody clicked on the plus, and nothing is lost with it."""
    if not hasattr(page, "merged_cells"):
        return False
    return not any(_text(cell) or cell.comment for cell in page._cells.values())  # noqa: SLF001 - see _refuse_outside


def _read_sheet(page: Any, sheet: Sheet, reading: _Reading) -> None:
    if not hasattr(page, "merged_cells"):
        reading.add(sheet.title, "this is a chart where a sheet of the form should be: ask for the whole form")
        return
    for merged in sorted(page.merged_cells.ranges, key=str):
        said = "these cells were merged: take the merging back (Unmerge Cells), and write each answer into its own"
        reading.add(f"{sheet.title}!{merged}", said)
    if _has_moved(page, sheet, reading):
        return
    reading.sheets_read += 1
    _refuse_outside(page, sheet, reading)
    _read_slots(page, sheet, reading)


def _text(cell: Any) -> str:
    return "" if cell.value is None else unsealed(str(cell.value)).strip()


def _has_moved(page: Any, sheet: Sheet, reading: _Reading) -> bool:
    """Report what the council wrote and somebody changed; answer whether the sheet can still be read.

    Where headings or references stand somewhere else, no cell is where it was, and nothing of the sheet is read.
    """
    changed = [(spot, text) for spot, text in sheet.fixed.items() if _text(page.cell(*spot)) != text.strip()]
    moved = what_moved(sheet.fixed, [spot for spot, _ in changed], lambda at: _text(page.cell(*at))) if changed else ""
    is_much = bool(moved) or len(changed) > _MOVED
    shown = changed[:1] if is_much else changed
    what_to_do = f"; more on this sheet is not where it was: {moved or OTHERWISE}" if is_much else ": put it back"
    for spot, text in shown:
        said = _text(page.cell(*spot))
        now = f"and now {quoted(said)} does" if said else "and now nothing does"
        what = _what(spot, sheet)
        said = f"{quoted(text)} stood here when the form went out{what}, {now}{what_to_do}"
        reading.add(_place(sheet, page, spot), said)
    return sheet.title != FRONT and any(spot[0] == HEADING_ROW or spot[1] <= sheet.ids for spot, _ in changed)


def _what(spot: Spot, sheet: Sheet) -> str:
    if sheet.title == FRONT or spot[0] < HEADING_ROW:
        return ""
    if spot[0] == HEADING_ROW:
        return " as a heading"
    return " (it must not be changed)" if spot[1] <= sheet.ids else ""


def _refuse_outside(page: Any, sheet: Sheet, reading: _Reading) -> None:
    """Report what stands in no box, and what was put beside a cell as a comment."""
    known = {*sheet.fixed, *sheet.slots, *sheet.choosers.values()}
    cells = sorted(page._cells.items())  # noqa: SLF001 - the cells there are; to walk over all there could be takes forever
    outside = [(spot, cell) for spot, cell in cells if spot not in known and _text(cell)]
    for spot, cell in outside[:_FEW]:
        said = f"{quoted(_text(cell))} stands outside the boxes: move it into one, or take it out"
        reading.add(_place(sheet, page, spot), said)
    if len(outside) > _FEW:
        reading.add(sheet.title, f"and {len(outside) - _FEW} more cells outside the boxes")
    for spot, cell in cells:
        if cell.comment is not None:
            said = "a comment stands here and cannot be taken over: write it into a box, or take it out"
            reading.add(_place(sheet, page, spot), said)


def _read_slots(page: Any, sheet: Sheet, reading: _Reading) -> None:
    chosen = _chosen(page, sheet, reading)
    merged = {spot for each in page.merged_cells.ranges for rows in each.rows for spot in rows}
    for spot, slot in sheet.slots.items():
        # Where cells were made one, nobody can say which of the answers it is that stands there.
        cell = None if spot in merged else page.cell(*spot)
        _read_slot(cell, slot, chosen, _place(sheet, page, spot), reading)


def _read_slot(cell: Any | None, slot: Slot, chosen: dict[int, str], place: str, reading: _Reading) -> None:
    text, bad = _taken(cell, slot.box, place, reading) if cell is not None else ("", True)
    if not bad and (said := put_otherwise(reading.stamp.locked(slot.placement, slot.way), text)):
        reading.problems.append(Problem(place, said, slot.box.title))
        bad = True
    if slot.box is reading.form.sent_on:
        reading.sent_on = text
        return
    if placement := slot.placement or chosen[slot.row]:
        along = _is_sent_along(slot, reading.stamp)
        entry = slot.entry if isinstance(slot.entry, str) else ""
        where = Where(place, slot.box.title)
        reading.answers.append(Answer(placement, slot.box, slot.table, slot.row, text, where, bad, entry, along))


def _is_sent_along(slot: Slot, stamp: Stamp) -> bool:
    """Answer whether the council filled in a box of a table, in one of its rows that came before the spare ones."""
    if isinstance(slot.entry, str):
        return False
    return bool(slot.placement) and slot.box.given and stamp.sent_along(slot.placement, slot.table) > slot.entry


def _taken(cell: Any, box: Box, place: str, reading: _Reading) -> tuple[str, bool]:
    try:
        return text_in(cell, box), False
    except NotTakenError as error:
        reading.problems.append(Problem(place, str(error), box.title))
        return "", True


def _chosen(page: Any, sheet: Sheet, reading: _Reading) -> dict[int, str]:
    """Answer the placements that are chosen, by row; report a row that is filled in and says none."""
    found: dict[int, str] = {}
    for row, spot in sheet.choosers.items():
        place = _place(sheet, page, spot)
        found[row], bad = _taken(page.cell(*spot), chooser(reading.form, reading.stamp), place, reading)
        filled = any(slot.row == row and _text(page.cell(*each)) for each, slot in sheet.slots.items())
        if filled and not found[row] and not bad:
            reading.add(place, "this row does not say which placement it is about: choose it")
    return found


def _place(sheet: Sheet, page: Any, spot: Spot) -> str:
    return f"{sheet.title}!{page.cell(*spot).coordinate}"
