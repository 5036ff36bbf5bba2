"""The outcomes of a year as CSV: a row a number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.outcomes.words import NOT_SHOWN, WORDS
from apqa.display.table import csv_text
from apqa.questions.outcomes.outcomes import shares

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.questions.outcomes.shown import Numbers, ShownTable
    from apqa.questions.outcomes.tree import Branch

COLUMNS = ("on", "year", "table", "group", "key", "name", "what", "says", "part_of", "number", "percent")
"""The group is `total`, `provider`, `period` or `commissioner`; `percent` stands where the count has a share."""


def csv_outcomes(answer: OutcomesAnswer) -> str:
    """Write one row a number, noughts too; what is not shown is `[c]`, as in official statistics."""
    rows = (row for table in answer.shown.tables for row in _table(table, answer))
    return csv_text(((answer.header.on, answer.year.name, *row) for row in rows), COLUMNS)


def _table(table: ShownTable, answer: OutcomesAnswer) -> Iterator[tuple[object, ...]]:
    groups = (
        ("total", {answer.provider: table.total}),
        ("provider", table.by_provider),
        ("period", table.by_period),
        ("commissioner", table.by_commissioner),
    )
    for group, rows in groups:
        for key, numbers in rows.items():
            lead = (table.kind.key, group, key, answer.names.get(key, ""))
            yield from ((*lead, *row) for row in _counts(table.kind.tree, "", numbers, shares(table.kind, numbers)))


def _counts(
    branch: Branch, whole: str, numbers: Numbers, percent: Mapping[str, object]
) -> Iterator[tuple[object, ...]]:
    number = numbers[branch.key]
    shown = NOT_SHOWN if number is None else number
    yield branch.key, WORDS[branch.key], whole, shown, percent.get(branch.key)
    for part in branch.parts:
        yield from _counts(part, branch.key, numbers, percent)
