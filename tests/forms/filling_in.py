"""Filling in forms the way people do: by what they see, with the programs' own libraries, and never by our layout."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from docx import Document
from docx.oxml.ns import qn
from openpyxl import load_workbook

from apqa.forms.filling.box import Box, BoxKind, Form, Page, Table
from apqa.guidance.days import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from apqa.forms.filling.flat import Flat

HEADINGS = 3
"""The row of the headings of every sheet but the first."""


def opened(raw: bytes) -> Any:
    return load_workbook(BytesIO(raw))


def saved(book: Any) -> bytes:
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def edited(raw: bytes, edit: Callable[[Any], object]) -> bytes:
    """Open a workbook, change something in it, and save it."""
    book = opened(raw)
    edit(book)
    return saved(book)


def column_of(page: Any, heading: str) -> int:
    return next(int(cell.column) for cell in page[HEADINGS] if cell.value == heading)


def rows_of(page: Any, placement: str) -> list[int]:
    return [cell.row for cell in page["A"] if cell.value == placement]


def cell_of(book: Any, sheet: str, heading: str, placement: str, entry: int = 0) -> Any:
    """Find a cell by its sheet, its heading and its placement's row."""
    page = book[sheet]
    return page.cell(rows_of(page, placement)[entry], column_of(page, heading))


def typed(box: Box, text: str) -> Any:
    """Answer what a person types into a cell."""
    if not text:
        return None
    if box.kind is BoxKind.DAY:
        day = date.fromisoformat(text)
        return datetime(day.year, day.month, day.day)  # noqa: DTZ001 - as Excel has days
    if box.kind is BoxKind.YES_NO:
        return text.capitalize()
    if box.kind in {BoxKind.WHOLE_NUMBER, BoxKind.PERCENT, BoxKind.HOURS, BoxKind.NUMBER} and ":" not in text:
        return float(text) if "." in text else int(text)
    return next((label for word, label in box.choices if word == text), text)


def filled_workbook(raw: bytes, form: Form, flats: Mapping[str, Flat], sent_on: date | None = None) -> bytes:
    """Fill in a workbook: every box of the placements given, those that have nothing emptied."""
    book = opened(raw)
    for placement, flat in flats.items():
        for page in form.pages:
            if isinstance(page, Page):
                _fill_page(book[page.title], page, placement, flat)
            elif isinstance(page, Table):
                _fill_table(book[page.title], page, placement, flat)
    if sent_on:
        write_sent_on(book, sent_on)
    return saved(book)


def write_sent_on(book: Any, day: Any) -> None:
    front = book["Read me first"]
    row = next(cell.row for cell in front["A"] if cell.value == "Sent on")
    front.cell(row, 2).value = day


def _fill_page(sheet: Any, page: Any, placement: str, flat: Flat) -> None:
    (row,) = rows_of(sheet, placement)
    headings = [cell.value for cell in sheet[HEADINGS]]
    for box in page.boxes:
        each = box.numbered(0) if box.several else box
        number = 0
        while each.title in headings:
            put(sheet.cell(row, column_of(sheet, each.title)), typed(each, flat.get(each.way, "")))
            number += 1
            if not box.several:
                break
            each = box.numbered(number)


def _fill_table(sheet: Any, table: Table, placement: str, flat: Flat) -> None:
    """Fill in the rows of a placement; where they are used up, rows in which the placement is chosen."""
    entries = sorted({way[len(table.way)] for way in flat if way[: len(table.way)] == table.way and len(way) > 2})
    entries = [int(each) for each in entries if isinstance(each, int)]
    rows = rows_of(sheet, placement)
    free = [row for row in range(HEADINGS + 1, sheet.max_row + 1) if sheet.cell(row, 1).value is None]
    for number in range(max(len(entries), len(rows))):
        row = rows[number] if number < len(rows) else free.pop(0)
        sheet.cell(row, 1).value = placement
        for box in table.boxes:
            text = flat.get((*table.way, entries[number], *box.way), "") if number < len(entries) else ""
            put(sheet.cell(row, column_of(sheet, box.title)), typed(box, text))


def put(cell: Any, value: Any) -> None:
    """Write into a cell as Excel does."""
    cell.value = value
    if isinstance(value, str):
        # Excel keeps what is typed into a cell of text as text, and writes what looks like a sign of its own so.
        cell.value = value.replace("_x0", "_x005F_x0")
        cell.data_type = "s"


def shown(box: Box, text: str) -> str:
    """Answer what a person writes or chooses in a document."""
    if box.kind is BoxKind.DAY:
        return plain(date.fromisoformat(text))
    value = typed(box, text)
    return text if not isinstance(value, str) else value


def filled_document(raw: bytes, form: Form, flat: Flat, sent_on: date | None = None) -> bytes:
    """Fill in a document: every box, those that have nothing emptied."""
    book = Document(BytesIO(raw))
    for control in book.element.body.iter(qn("w:sdt")):
        tag = control.find(f"{qn('w:sdtPr')}/{qn('w:tag')}").get(qn("w:val"))
        if not tag.startswith("apqa:"):
            continue
        key = tag.removeprefix("apqa:")
        if key == "submitted_on":
            write_control(control, plain(sent_on) if sent_on else "")
            continue
        way = tuple(int(part) if part.isdigit() else part for part in key.split("."))
        box = form.box_at(way)
        assert box is not None, key
        write_control(control, shown(box, flat[way]) if way in flat else "")
    return saved(book)


def write_control(control: Any, text: str) -> None:
    """Write into a content control as Word does: nothing in it shows the text that asks for something."""
    properties, content = control.find(qn("w:sdtPr")), control.find(qn("w:sdtContent"))
    shows = properties.find(qn("w:showingPlcHdr"))
    if text and shows is not None:
        properties.remove(shows)
    if not text and shows is None:
        properties.insert(0, properties.makeelement(qn("w:showingPlcHdr"), {}))
    for run in list(content):
        content.remove(run)
    run = content.makeelement(qn("w:r"), {})
    for number, line in enumerate((text or "[Write here]").split("\n")):
        if number:
            run.append(run.makeelement(qn("w:br"), {}))
        part = run.makeelement(qn("w:t"), {"{http://www.w3.org/XML/1998/namespace}space": "preserve"})
        part.text = line
        run.append(part)
    content.append(run)
