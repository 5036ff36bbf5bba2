"""The reminders that are prepared, as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json

if TYPE_CHECKING:
    from apqa.display.reminders.answer import Prepared, RemindersAnswer
    from apqa.questions.due.reminders import Owed


def json_reminders(answer: RemindersAnswer) -> str:
    """Write every letter with what it says."""
    return to_json(
        envelope(
            answer.header,
            dry_run=answer.dry_run,
            silent=answer.silent,
            unread=answer.unread,
            letters=[_letter(each) for each in answer.prepared],
        )
    )


def _letter(prepared: Prepared) -> dict[str, object]:
    letter = prepared.letter
    return {
        "owes": letter.to.owes.value,
        "name": letter.to.name,
        "role": letter.to.role,
        "email": letter.to.email,
        "rung": letter.rung.value,
        "copies": [each.title for each in letter.copies],
        "owed": [_owed(each) for each in letter.owed],
        "files": prepared.files,
        "record": prepared.record,
        "text": prepared.text,
    }


def _owed(owed: Owed) -> dict[str, object]:
    duty = owed.duty
    return {
        "key": duty.key,
        "title": duty.title,
        "due": duty.due,
        "state": duty.state.value,
        "rung": owed.rung.value,
        "is_new": owed.is_new,
        "placement": duty.placement,
    }
