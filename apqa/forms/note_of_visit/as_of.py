"""A note of visit as it stood on a day: what was recorded of it later is not in it yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.circulation import amended_by
from apqa.vocabulary.review import ActionStatus

if TYPE_CHECKING:
    from datetime import date

    from apqa.records.action import Action
    from apqa.records.note import Circulation, Note
    from apqa.records.visit import Visit


def visit_as_of(visit: Visit, on: date) -> Visit:
    """Answer a visit with its note as it stood on a day."""
    told = visit.senior_management_told
    later = {"senior_management_told": None} if told is not None and told > on else {}
    note = _note_as_of(visit.note, on) if visit.note is not None else None
    return visit.model_copy(update={**later, "note": note})


def circulation_as_of(note: Note, on: date) -> tuple[Circulation, ...]:
    """Answer to whom a note had gone by a day, and to whom it still was to go; nobody who had it twice."""
    had = {each.to for each in note.circulation if each.on is not None and each.on <= on}
    return tuple(
        each if each.on is None or each.on <= on else each.model_copy(update={"on": None})
        for each in note.circulation
        if each.on is None or each.on <= on or each.to not in had
    )


def _note_as_of(note: Note, on: date) -> Note:
    came = note.provider_responded_on
    unanswered = {"provider_response": None, "provider_responded_on": None}
    return note.model_copy(
        update={
            **(unanswered if came is not None and came > on else {}),
            "circulation": circulation_as_of(note, on),
            "amendments": amended_by(note, on),
            "actions": tuple(_action_as_of(each, on) for each in note.actions),
        }
    )


def _action_as_of(action: Action, on: date) -> Action:
    undone = {"status": ActionStatus.OPEN, "done_on": None, "verified_on": None, "verified_by": None}
    return action.model_copy(update=undone) if action.is_open(on) else action
