"""What falls due as CSV: a row a duty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.due.json import duty_fields
from apqa.display.table import csv_text

if TYPE_CHECKING:
    from apqa.display.due.answer import DueAnswer

COLUMNS = (
    "on",
    "state",
    "due",
    "days_late",
    "school_days_late",
    "kind",
    "title",
    "provider",
    "provider_name",
    "commissioner",
    "placement",
    "owes",
    "ask",
    "says",
    "clause",
    "basis",
    "path",
    "key",
)


def csv_due(answer: DueAnswer) -> str:
    """Write one row a duty, the most urgent first."""
    rows = ({"on": answer.header.on, **duty_fields(duty, answer)} for duty in answer.duties)
    return csv_text(([row[name] for name in COLUMNS] for row in rows), COLUMNS)
