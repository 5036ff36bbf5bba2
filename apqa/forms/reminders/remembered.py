"""The record that remembers a reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.forms.accepted import refuse_unreadable
from apqa.forms.fresh_file import write_fresh
from apqa.forms.new_record import record_text
from apqa.records.kinds import REMINDER

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date
    from pathlib import Path

    from apqa.questions.due.reminders import Letter


def reminder_id(letter: Letter, on: date, taken: Collection[str]) -> str:
    """Answer the id of a letter's record: its day and addressee; numbered where there is one of that day already."""
    plain, number = f"{on}-{letter.to.slug}", 2
    name = plain
    while name in taken:
        name, number = f"{plain}-{number}", number + 1
    return name


def remember(letter: Letter, record_id: str, root: Path, on: date) -> Path:
    """Write the record of a letter that was prepared. It is read back first, and never written over another."""
    text = record_text(REMINDER, record_id, _data(letter), root, on)
    refuse_unreadable(REMINDER, record_id, text)
    target = root / REMINDER.path(record_id)
    write_fresh(target, text)
    return target


def _data(letter: Letter) -> dict[str, Any]:
    to = letter.to
    provider = to.key if to.owes.value == "provider" else None
    given = {"owes": to.owes.value, "name": to.name, "provider": provider, "role": to.role, "email": to.email}
    return {
        "to": {key: value for key, value in given.items() if value},
        "duties": [{"duty": each.duty.key, "due": str(each.duty.due), "rung": each.rung.value} for each in letter.owed],
    }
