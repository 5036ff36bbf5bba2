"""What Excel lets into the cells of a form, and the note it shows at each: lists, numbers, days, text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.forms.filling.box import Box, BoxKind
from apqa.forms.filling.grid import chooser
from apqa.records.scalars import Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from openpyxl.worksheet.datavalidation import DataValidation

    from apqa.forms.filling.box import Choice, Form
    from apqa.forms.filling.sheet import Sheet, Spot
    from apqa.forms.filling.stamp import Stamp

_TITLE, _NOTE = 32, 255
"""The longest title and text that Excel takes for a note."""

_MOST = {BoxKind.HOURS: "168", BoxKind.PERCENT: "100", BoxKind.NUMBER: "999999999.99"}
_NO = {
    BoxKind.WHOLE_NUMBER: "Write a whole number, such as 12. Leave the cell empty if it is not known.",
    BoxKind.PERCENT: "Write a number from 0 to 100, such as 20 for 20 per cent.",
    BoxKind.NUMBER: "Write a number, such as 6.5, without signs such as £.",
    BoxKind.HOURS: "Write hours a week as a number, such as 17.5.",
    BoxKind.DAY: "Write a day with the month in letters, such as 11 Dec 2026.",
    BoxKind.YES_NO: "Choose Yes or No, or leave the cell empty.",
    BoxKind.WORDS: "Choose one of the list, or leave the cell empty.",
    BoxKind.NAME: "Write a short name, such as English.",
    BoxKind.TEXT: f"This is longer than {Words.longest:,} characters, which is the most a cell of this form takes.",
}
"""What Excel says where something else is written."""


class Lists:
    """The lists to choose from, kept on a hidden sheet: Excel takes no long list in the rule of a cell itself."""

    def __init__(self, hidden: Any, name: str) -> None:
        """Keep them on a sheet, one a column from the second on."""
        self._hidden, self._name = hidden, name
        self._known: dict[tuple[Choice, ...], str] = {}

    def source(self, choices: tuple[Choice, ...]) -> str:
        """Answer the cells a list stands in, as Excel writes them."""
        if choices not in self._known:
            column = len(self._known) + 2
            for row, (_, label) in enumerate(choices, 1):
                self._hidden.cell(row, column, label)
            letter = self._hidden.cell(1, column).column_letter
            self._known[choices] = f"{self._name}!${letter}$1:${letter}${len(choices)}"
        return self._known[choices]


def allow(page: Any, sheet: Sheet, form: Form, stamp: Stamp, lists: Lists) -> None:
    """Give every box of a sheet its rule and its note: one for all cells that ask for the same."""
    cells: dict[Box, list[Spot]] = {}
    for spot, slot in sheet.slots.items():
        cells.setdefault(slot.box, []).append(spot)
    if sheet.choosers:
        cells[chooser(form, stamp)] = list(sheet.choosers.values())
    for box, spots in cells.items():
        rule = _rule(box, lists)
        for cells_of_column in _ranges(page, spots):
            rule.add(cells_of_column)
        page.add_data_validation(rule)


def _ranges(page: Any, spots: Iterable[Spot]) -> list[str]:
    """Answer cells as ranges of a column, so that a rule names few."""
    runs: list[list[Spot]] = []
    for row, column in sorted(spots, key=lambda spot: (spot[1], spot[0])):
        if runs and runs[-1][-1] == (row - 1, column):
            runs[-1].append((row, column))
        else:
            runs.append([(row, column)])
    return [f"{page.cell(*run[0]).coordinate}:{page.cell(*run[-1]).coordinate}" for run in runs]


def _rule(box: Box, lists: Lists) -> DataValidation:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(allow_blank=True, **_allowed(box, lists))
    rule.promptTitle, rule.prompt = box.title[:_TITLE], box.help[:_NOTE]
    rule.showInputMessage = rule.showErrorMessage = True
    rule.errorTitle, rule.error = box.title[:_TITLE], _otherwise(box)
    return rule


def _otherwise(box: Box) -> str:
    if box.kind is BoxKind.WHOLE_NUMBER and box.least:
        return f"Write a whole number from {box.least} to {box.most}. Leave the cell empty if it is not known."
    return _NO[box.kind]


def _allowed(box: Box, lists: Lists) -> dict[str, Any]:
    between = {"operator": "between", "formula1": "0"}
    match box.kind:
        case BoxKind.WHOLE_NUMBER:
            return {"type": "whole", **between, "formula1": str(box.least), "formula2": str(box.most)}
        case BoxKind.HOURS | BoxKind.PERCENT | BoxKind.NUMBER:
            return {"type": "decimal", **between, "formula2": _MOST[box.kind]}
        case BoxKind.DAY:
            return {"type": "date", **between, "formula1": "DATE(2000,1,1)", "formula2": "DATE(2100,12,31)"}
        case BoxKind.YES_NO:
            return {"type": "list", "formula1": '"Yes,No"'}
        case BoxKind.WORDS:
            return {"type": "list", "formula1": lists.source(box.choices)}
        case BoxKind.TEXT | BoxKind.NAME:
            return {"type": "textLength", "operator": "lessThanOrEqual", "formula1": str(Words.longest)}
