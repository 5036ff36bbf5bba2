"""The reminders that are prepared, as CSV: a row a thing that is owed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.table import csv_text

if TYPE_CHECKING:
    from apqa.display.reminders.answer import RemindersAnswer

COLUMNS = ("on", "owes", "name", "role", "email", "rung", "is_new", "due", "title", "placement", "key", "record")


def csv_reminders(answer: RemindersAnswer) -> str:
    """Write one row a thing of a letter."""
    rows = (
        (
            answer.header.on,
            each.letter.to.owes.value,
            each.letter.to.name,
            each.letter.to.role,
            each.letter.to.email,
            owed.rung.value,
            owed.is_new,
            owed.duty.due,
            owed.duty.title,
            owed.duty.placement,
            owed.duty.key,
            each.record,
        )
        for each in answer.prepared
        for owed in each.letter.owed
    )
    return csv_text(rows, COLUMNS)
