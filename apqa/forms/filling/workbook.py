"""A form as an Excel workbook: what is asked for in white cells, all else locked, and a note at every box."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Any

from apqa.forms.extras import without_extra
from apqa.forms.filling.box import NUMBERS, Box, BoxKind
from apqa.forms.filling.cell_text import sealed
from apqa.forms.filling.grid import FRONT, sheets
from apqa.forms.filling.names import spoken_name
from apqa.forms.filling.packed import packed
from apqa.forms.filling.rules_of_cells import Lists, allow
from apqa.forms.filling.sheet import HEADING_ROW
from apqa.forms.filling.sheet_looks import Looks, set_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apqa.forms.filling.box import Form
    from apqa.forms.filling.flat import Flat
    from apqa.forms.filling.sheet import Sheet, Slot
    from apqa.forms.filling.stamp import Stamp

STAMP_SHEET = "apqa"
"""The hidden sheet that says which form it is, and holds the lists to choose from."""

_CHUNK = 30_000
"""Characters of the stamp in one cell: Excel takes no more than 32,767."""

_NUMBER = re.compile(r"(?:0|[1-9]\d{0,8})(?:\.\d{0,3}[1-9])?", re.ASCII)
"""A number that is the same text again when it is read."""


@dataclass(frozen=True, slots=True)
class _Made:
    """A workbook while it is made."""

    form: Form
    stamp: Stamp
    lists: Lists
    looks: Looks
    flats: Mapping[str, Flat]


def workbook(form: Form, stamp: Stamp, flats: Mapping[str, Flat]) -> bytes:
    """Make the workbook of a form: `flats` is what is filled in already, by placement or whatever a record is about.

    The same form with the same stamp is the same bytes. Raises `ApqaError` where the extra `forms` is missing.
    """
    try:
        from openpyxl import Workbook
    except ImportError as error:
        raise without_extra("Excel workbooks") from error
    book = Workbook()
    # Typed as a worksheet, since a new workbook has one.
    first: Any = book.active
    book.remove(first)
    hidden = book.create_sheet(STAMP_SHEET)
    made = _Made(form, stamp, Lists(hidden, STAMP_SHEET), Looks(), flats)
    for sheet in sheets(form, stamp):
        _fill(book.create_sheet(sheet.title), sheet, made)
    _stamp(hidden, stamp)
    # The sheet of the stamp is the last, and hidden so that only a program shows it.
    book.move_sheet(STAMP_SHEET, len(book.sheetnames) - 1)
    hidden.sheet_state = "veryHidden"
    book.active = 0
    _describe(book, form, stamp)
    out = BytesIO()
    book.save(out)
    return packed(out.getvalue(), date.fromisoformat(stamp.made_on))


def _describe(book: Any, form: Form, stamp: Stamp) -> None:
    book.properties.title = f"{form.title}: {stamp.name}, {stamp.term_title}"
    book.properties.creator = stamp.council
    book.properties.language = "en-GB"
    book.properties.subject = form.says.appendix


def _stamp(hidden: Any, stamp: Stamp) -> None:
    for row, start in enumerate(range(0, len(stamp.text), _CHUNK), 1):
        _write(hidden.cell(row, 1), stamp.text[start : start + _CHUNK])
    hidden.protection.sheet = True


def _fill(page: Any, sheet: Sheet, made: _Made) -> None:
    for (row, column), text in sheet.fixed.items():
        cell = page.cell(row, column)
        _write_fixed(cell, text, sheet, made.form)
        made.looks.dress_fixed(cell, sheet)
    for spot in sheet.shaded:
        made.looks.dress_fixed(page.cell(*spot), sheet)
    for (row, column), slot in sheet.slots.items():
        _fill_slot(page.cell(row, column), slot, sheet, made)
    for spot in sheet.choosers.values():
        made.looks.dress_box(page.cell(*spot), sheet, BoxKind.WORDS)
    if sheet.title == FRONT:
        made.looks.dress_front(page, sheet)
    allow(page, sheet, made.form, made.stamp, made.lists)
    set_up(page, sheet, frozen=(HEADING_ROW + 1, sheet.ids + 1))


def _write_fixed(cell: Any, text: str, sheet: Sheet, form: Form) -> None:
    """Write what is not filled in: a number among what is said of each placement as one to reckon with."""
    if form.ids and cell.row > HEADING_ROW and cell.column > sheet.ids and _NUMBER.fullmatch(text):
        cell.value = float(text) if "." in text else int(text)
    else:
        _write(cell, text)


def _fill_slot(cell: Any, slot: Slot, sheet: Sheet, made: _Made) -> None:
    flat = made.flats.get(slot.placement, {})
    text = flat.get(slot.way, "")
    _write_value(cell, slot.box, text)
    made.looks.dress_box(cell, sheet, slot.box.kind, locked=slot.box.is_locked_with(text))


def _write_value(cell: Any, box: Box, text: str) -> None:
    """Write a value the way Excel holds one of its kind."""
    if not text:
        return
    if box.kind is BoxKind.DAY:
        cell.value = date.fromisoformat(text)
    elif box.kind in NUMBERS and ":" not in text:
        cell.value = int(text) if text.isdigit() else float(Decimal(text))
    elif box.kind is BoxKind.YES_NO:
        _write(cell, text.capitalize())
    elif box.kind is BoxKind.NAME:
        _write(cell, spoken_name(text))
    else:
        _write(cell, next((label for word, label in box.choices if word == text), text))


def _write(cell: Any, text: str) -> None:
    """Write text as text, whatever it begins with: no record becomes a formula."""
    cell.value = sealed(text)
    cell.data_type = "s"
