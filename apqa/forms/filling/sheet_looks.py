"""How the sheets of a form look: fonts, fills, borders, widths, and how they print."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.forms.filling.box import Box, BoxKind
from apqa.forms.filling.grid import FRONT
from apqa.forms.filling.sheet import HEADING_ROW, INTRO_ROW, TITLE_ROW

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.filling.sheet import Sheet, Spot

_WIDTHS = {
    BoxKind.WHOLE_NUMBER: 13,
    BoxKind.PERCENT: 12,
    BoxKind.HOURS: 12,
    BoxKind.DAY: 15,
    BoxKind.YES_NO: 15,
    BoxKind.WORDS: 24,
    BoxKind.TEXT: 34,
    BoxKind.NUMBER: 12,
    BoxKind.NAME: 24,
}
_FIRST, _FACT, _LIST = 13, 15, 20
_FRONT_WIDTHS = (26, 96)
_HEADING_HEIGHT, _TITLE_HEIGHT = 34, 26
_SLACK = 4
"""Letters that find room in a line beside as many as the column is wide, since most are narrower than a digit."""

_PAGE = 230
"""So many letters across are still read with ease on a page; a wider sheet is printed on several, side by side."""

_LINE_HEIGHT, _ROOM, _HIGHEST = 15, 4, 400
"""Points: of a line, beside the lines of a row, and of the highest row Excel takes, nearly."""

_FORMATS = {BoxKind.DAY: "d mmm yyyy", BoxKind.TEXT: "@", BoxKind.NAME: "@", BoxKind.HOURS: "General"}
"""Text is text to Excel too: it makes no day of "1-2" and no number of "007"."""

_INK, _PAPER, _SHADE, _HEAD = "1F2A37", "FFFFFF", "EEF1F5", "1F4E79"
_LINE, _STRONG = "B6BEC9", "5B6775"


class Looks:
    """The looks of cells, each made once."""

    def __init__(self) -> None:
        """Make the styles."""
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side

        self._title = Font(name="Calibri", size=16, bold=True, color=_HEAD)
        self._intro = Font(name="Calibri", size=11, italic=True, color=_STRONG)
        self._head = Font(name="Calibri", size=11, bold=True, color=_PAPER)
        self._plain = Font(name="Calibri", size=11, color=_INK)
        self._bold = Font(name="Calibri", size=11, bold=True, color=_HEAD)
        self._fills = {each: PatternFill("solid", fgColor=each) for each in (_PAPER, _SHADE, _HEAD)}
        thin, strong = Side(style="thin", color=_LINE), Side(style="medium", color=_STRONG)
        self._box = Border(left=thin, right=thin, top=thin, bottom=thin)
        self._first = Border(left=thin, right=thin, top=strong, bottom=thin)
        self._wrapped = Alignment(wrap_text=True, vertical="top")
        self._flat = Alignment(vertical="center")
        self._middle = Alignment(wrap_text=True, vertical="center")
        self._open = Protection(locked=False)
        self._shut = Protection(locked=True)

    def dress_fixed(self, cell: Any, sheet: Sheet) -> None:
        """Dress a cell that says something and is not filled in."""
        if sheet.title == FRONT:
            return
        if cell.row == TITLE_ROW:
            cell.font, cell.alignment = self._title, self._flat
        elif cell.row == INTRO_ROW:
            cell.font, cell.alignment = self._intro, self._flat
        elif cell.row == HEADING_ROW:
            cell.font, cell.alignment, cell.border = self._head, self._middle, self._box
            cell.fill = self._fills[_HEAD]
        elif cell.row in sheet.groups:
            cell.font, cell.alignment = self._bold, self._flat
        else:
            cell.font, cell.alignment, cell.fill = self._plain, self._wrapped, self._fills[_SHADE]
            cell.border = self._first if cell.row in sheet.firsts else self._box

    def dress_box(self, cell: Any, sheet: Sheet, kind: BoxKind, *, locked: bool = False) -> None:
        """Dress a cell that is filled in: white and open, or grey and locked where the council has filled it in."""
        cell.font, cell.alignment = self._plain, self._wrapped
        cell.border = self._first if cell.row in sheet.firsts else self._box
        cell.fill = self._fills[_SHADE if locked else _PAPER]
        cell.protection = self._shut if locked else self._open
        cell.number_format = _FORMATS.get(kind, "General")

    def dress_front(self, page: Any, sheet: Sheet) -> None:
        """Dress the sheet that explains."""
        for row, column in sheet.fixed:
            cell = page.cell(row, column)
            cell.font = self._title if row == 1 else self._bold if column == 1 else self._plain
            cell.alignment = self._flat if row == 1 else self._wrapped
        page.row_dimensions[1].height = _TITLE_HEIGHT


def set_up(page: Any, sheet: Sheet, frozen: Spot) -> None:
    """Set widths and panes, how the sheet prints, and lock what is not to be filled in: without a password."""
    for number, width in enumerate(_widths(sheet), 1):
        page.column_dimensions[page.cell(1, number).column_letter].width = width
    _make_room(page, sheet)
    page.sheet_view.showGridLines = False
    page.sheet_properties.tabColor = _HEAD if sheet.title == FRONT else _LINE
    if sheet.title != FRONT:
        page.freeze_panes = page.cell(*frozen)
        page.row_dimensions[TITLE_ROW].height = _TITLE_HEIGHT
        page.row_dimensions[HEADING_ROW].height = _HEADING_HEIGHT
        page.print_title_rows = f"{HEADING_ROW}:{HEADING_ROW}"
        page.print_title_cols = f"A:{page.cell(1, sheet.ids).column_letter}"
    page.page_setup.orientation = "portrait" if sheet.title == FRONT else "landscape"
    page.page_setup.paperSize = page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = -(-sum(_widths(sheet)) // _PAGE), 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.oddFooter.left.text, page.oddFooter.right.text = "&A", "Page &P of &N"
    page.protection.sheet = True
    # Rows and columns may be made wider: it changes nothing, and long answers want room.
    page.protection.formatRows = page.protection.formatColumns = False


def _make_room(page: Any, sheet: Sheet) -> None:
    """Make rows as high as what stands in them needs; rows that need no more than a line grow by themselves."""
    widths = _widths(sheet)
    lines: dict[int, int] = {}
    for (row, column), text in _texts(page, sheet):
        broken = sum(-(-len(line) // (widths[column - 1] + _SLACK)) or 1 for line in text.split("\n"))
        lines[row] = max(lines.get(row, 1), broken)
    for row, number in lines.items():
        if number > 1 or sheet.title == FRONT:
            page.row_dimensions[row].height = min(number * _LINE_HEIGHT + _ROOM, _HIGHEST)


def _texts(page: Any, sheet: Sheet) -> Iterator[tuple[Spot, str]]:
    start = 1 if sheet.title == FRONT else HEADING_ROW
    for spot in (*sheet.fixed, *sheet.slots):
        value = page.cell(*spot).value
        if spot[0] > start and isinstance(value, str):
            yield spot, value


def _widths(sheet: Sheet) -> tuple[int, ...]:
    if sheet.title == FRONT:
        return _FRONT_WIDTHS
    return sheet.widths or tuple(_width(each, first=number < sheet.ids) for number, each in enumerate(sheet.columns))


def _width(column: Box | str, *, first: bool) -> int:
    if isinstance(column, str):
        return _FIRST if first else _FACT
    return _LIST if isinstance(column.way[-1], int) and column.kind is BoxKind.TEXT else _WIDTHS[column.kind]
