"""The council's visits as CSV: a row a thing that is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.table import csv_text
from apqa.display.visits.json import row_fields

if TYPE_CHECKING:
    from apqa.display.visits.answer import VisitsAnswer
    from apqa.questions.visits.rows import VisitRow

COLUMNS = (
    "on",
    "standing",
    "is_late",
    "due",
    "provider",
    "provider_name",
    "title",
    "visit",
    "says",
    "needs",
    "ask",
    "clause",
    "path",
)


def csv_visits(answer: VisitsAnswer) -> str:
    """Write one row for each, the most urgent first."""
    rows = (
        {**row_fields(row, answer), "on": answer.header.on, "needs": "; ".join(row.needs), "is_late": _word(row)}
        for row in answer.rows
    )
    return csv_text(([row[column] for column in COLUMNS] for row in rows), COLUMNS)


def _word(row: VisitRow) -> str:
    return "yes" if row.is_late else "no"
