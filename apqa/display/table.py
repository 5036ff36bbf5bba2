"""Tables: aligned columns for people, CSV for spreadsheets, Markdown for pages."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import zip_longest
from typing import TYPE_CHECKING

from apqa.display.answer import json_value
from apqa.display.lines import Line, Piece, wrapped
from apqa.display.terminal import painted
from apqa.writing.characters import cells, visible
from apqa.writing.markdown import Markup, escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

GAP = "  "
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
"""What a spreadsheet may take for the beginning of a formula."""


def table(
    rows: Iterable[Sequence[object]],
    header: Sequence[str],
    *,
    width: int | None = None,
    wrap: str = "",
    colour: bool = False,
) -> str:
    """Set rows in aligned columns; a column wraps to keep the table within a width.

    The last column wraps unless another is named. Without a width nothing wraps. A `Piece` as a
    cell brings its style.
    """
    return painted(table_lines(rows, header, width=width, wrap=wrap), colour=colour)


def table_lines(
    rows: Iterable[Sequence[object]],
    header: Sequence[str],
    *,
    width: int | None = None,
    wrap: str = "",
) -> list[Line]:
    """Set rows in aligned columns, as lines to put among others."""
    listed = [tuple(row) for row in rows]
    shown = [[_piece(cell) for cell in row] for row in listed]
    head = [Piece(visible(name), "heading") for name in header]
    right = [_is_number(column) for column in zip(*listed, strict=True)] or [False] * len(header)
    widths = [max(cells(p.text) for p in column) for column in zip(head, *shown, strict=True)]
    at = list(header).index(wrap) if wrap else len(header) - 1
    if width is not None:
        others = sum(widths) - widths[at] + len(GAP) * (len(header) - 1)
        widths[at] = max(min(widths[at], width - others), 10, cells(header[at]))
        if others + widths[at] > width:
            return [line for row in shown for line in _stacked(head, row, width)]
    return [line for row in [head, *shown] for line in _row_lines(row, widths, right)]


def _stacked(head: Sequence[Piece], row: Sequence[Piece], width: int) -> Iterator[Line]:
    """Set one row where the columns have no room: its first cell, and below it the others behind their names."""
    first, *rest = row
    yield from ((Piece(text, first.style or "heading"),) for text in wrapped(first.text, width))
    column = max(cells(name.text) for name in head[1:]) + 2 * len(GAP)
    for name, piece in zip(head[1:], rest, strict=True):
        if piece.text:
            lead = GAP + name.text
            text, *more = wrapped(piece.text, width - column)
            yield Piece(lead, "dim"), Piece(" " * (column - cells(lead))), Piece(text, piece.style)
            yield from ((Piece(" " * column), Piece(each, piece.style)) for each in more)


def _row_lines(row: Sequence[Piece], widths: Sequence[int], right: Sequence[bool]) -> list[Line]:
    """Set one row, which takes as many lines as its longest cell."""
    broken = [
        [Piece(text, piece.style) for text in _broken(piece.text, width)]
        for piece, width in zip(row, widths, strict=True)
    ]
    return [_line(line, widths, right) for line in zip_longest(*broken, fillvalue=Piece(""))]


def _broken(text: str, width: int) -> list[str]:
    return [text] if cells(text) <= width else wrapped(text, width)


def _line(row: Sequence[Piece], widths: Sequence[int], right: Sequence[bool]) -> Line:
    """Set one line, without blanks at its end."""
    pieces: list[Piece] = []
    blank = ""
    for piece, width, to_the_right in zip(row, widths, right, strict=True):
        pad = " " * (width - cells(piece.text))
        if piece.text:
            lead = blank + (pad if to_the_right else "")
            pieces += [Piece(lead), piece] if lead else [piece]
            blank = ("" if to_the_right else pad) + GAP
        else:
            blank += pad + GAP
    return tuple(pieces)


def csv_text(rows: Iterable[Sequence[object]], header: Sequence[str]) -> str:
    """Write rows as CSV (RFC 4180, with LF), safe to open in a spreadsheet.

    A text that a spreadsheet would take for a formula gets an apostrophe in front.
    """
    return "".join(",".join(_csv_cells(row)) + "\n" for row in [header, *rows])


def _csv_cells(row: Sequence[object]) -> list[str]:
    alone = len(row) == 1
    return [_csv_cell(cell) or ('""' if alone else "") for cell in row]


def _csv_cell(value: object) -> str:
    text = text_of(value)
    if text.startswith(_FORMULA) and not _is_number([value]):
        text = f"'{text}"
    if any(character in text for character in '",\r\n'):
        return '"' + text.replace('"', '""') + '"'
    return text


def markdown_table(rows: Iterable[Sequence[object]], header: Sequence[str]) -> str:
    """Write rows as a Markdown table in which every text shows as itself.

    A `Markup` as a cell, such as a link, is kept as it is.
    """
    lines = [header, *rows]
    shown = ["| " + " | ".join(_markdown_cell(cell) for cell in line) + " |" for line in lines]
    return "\n".join([shown[0], "|" + " --- |" * len(header), *shown[1:]]) + "\n"


def _markdown_cell(value: object) -> str:
    return value if isinstance(value, Markup) else escaped(text_of(value))


def text_of(value: object) -> str:
    """Write a value the way it stands in a table."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Piece):
        return value.text
    if isinstance(value, (tuple, list)):
        return ", ".join(text_of(part) for part in value)
    return str(json_value(value) if isinstance(value, (date, time, timedelta)) else value)


def _piece(value: object) -> Piece:
    style = value.style if isinstance(value, Piece) else ""
    return Piece(visible(text_of(value)), style)


def _is_number(column: Iterable[object]) -> bool:
    """Answer whether a column holds numbers, which stand to the right."""
    known = [value for value in column if value not in (None, "")]
    return bool(known) and not any(isinstance(value, (str, bool, Piece, tuple, list, date, time)) for value in known)
