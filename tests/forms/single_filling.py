"""Filling in forms about one record the way people do: by the questions and headings they see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.forms.filling.box import Form, Named, Page, Table
from tests.forms.filling_in import HEADINGS, opened, put, saved, typed

if TYPE_CHECKING:
    from apqa.forms.filling.flat import Flat


def column_of(page: Any, heading: str) -> int:
    return next(int(cell.column) for cell in page[HEADINGS] if cell.value == heading)


def row_of(page: Any, title: str) -> int:
    """Answer the row of a question; the heading of a group may be called the same, and has nothing beside it."""
    return next(int(cell.row) for cell in page["A"] if cell.value == title and page.cell(cell.row, 2).value)


def cell_of(book: Any, sheet: str, row: str, heading: str = "Your answer") -> Any:
    """Find a cell by its sheet, the question or criterion of its row, and its heading."""
    page = book[sheet]
    return page.cell(row_of(page, row), column_of(page, heading))


def filled_workbook(raw: bytes, form: Form, flat: Flat) -> bytes:
    """Fill in every box of a workbook; those that have nothing are emptied."""
    book = opened(raw)
    for page in form.pages:
        sheet = book[page.title]
        if isinstance(page, Page):
            _fill_page(sheet, page, flat)
        elif isinstance(page, Named):
            _fill_named(sheet, page, flat)
        else:
            _fill_table(sheet, page, flat)
    return saved(book)


def _fill_page(sheet: Any, page: Page, flat: Flat) -> None:
    titles = [cell.value for cell in sheet["A"]]
    for box in page.spread({each.key: 9 for each in page.boxes if each.several}):
        if box.title in titles:
            cell = sheet.cell(row_of(sheet, box.title), column_of(sheet, "Your answer"))
            put(cell, typed(box, flat.get(box.way, "")))


def _fill_named(sheet: Any, page: Named, flat: Flat) -> None:
    headings = [cell.value for cell in sheet[HEADINGS]]
    for name, title in page.titles.items():
        row = row_of(sheet, title)
        for box in page.spread({each.key: 9 for each in page.boxes if each.several}):
            if box.title in headings:
                put(sheet.cell(row, column_of(sheet, box.title)), typed(box, flat.get((*page.way, name, *box.way), "")))


def _fill_table(sheet: Any, table: Table, flat: Flat) -> None:
    for number, row in enumerate(range(HEADINGS + 1, sheet.max_row + 1)):
        for box in table.boxes:
            text = flat.get((*table.way, number, *box.way), "")
            put(sheet.cell(row, column_of(sheet, box.title)), typed(box, text))
