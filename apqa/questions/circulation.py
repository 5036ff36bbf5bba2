"""Where the note of a visit has gone, and whether it still says what it said then (QF-56, QF-57)."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from apqa.questions.working_days import working_days_later

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.note import Note
    from apqa.records.visit import Visit

SEALED_OF_VISIT = (
    "id",
    "type",
    "site",
    "starts_at",
    "ends_at",
    "announced",
    "trigger",
    "concern",
    "concern_area",
    "lead",
    "officers",
    "provider_staff",
    "pupils_spoken_with",
    "sessions_observed",
    "central_record",
    "registration",
    "purpose",
    "documents",
    "information",
)
"""What the note tells of the visit."""

SEALED_OF_NOTE = (
    "written_on",
    "written_by",
    "summary",
    "areas",
    "strengths",
    "developments",
    "concerns",
    "provider_said",
    "agreed",
    "last_actions",
    "outcome",
    "recommendation",
    "next_visit_by",
    "told_face_to_face",
    "marking",
)

SEALED_OF_ACTION = ("key", "what", "why", "area", "owner", "due", "evidence_expected")
"""An action as it was agreed. How far it has come goes on after the note is out."""

_VERSION = 1
_SIGNS = 16


def seal_of(visit: Visit) -> str:
    """Answer the seal of a visit's note: another word in what was circulated makes another one.

    What goes on living is not under it: to whom the note went, the provider's answer on the facts, amendments, where
    it is filed, and how far actions have come. How lines are broken in the file is not either. Where nothing stands
    nothing is counted, so that a field which apqa learns later leaves old seals as they are.
    """
    told = _stands(visit.model_dump(mode="json", include=set(SEALED_OF_VISIT)))
    if visit.note is not None:
        told["note"] = _stands(visit.note.model_dump(mode="json", include=set(SEALED_OF_NOTE)))
        agreed = (each.model_dump(mode="json", include=set(SEALED_OF_ACTION)) for each in visit.note.actions)
        told["actions"] = [_stands(each) for each in agreed]
    text = json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return f"{_VERSION}-{hashlib.sha256(text.encode()).hexdigest()[:_SIGNS]}"


def _stands(value: Any) -> Any:
    """Leave out what is not there, and how white space is set."""
    if isinstance(value, dict):
        kept = {key: _stands(each) for key, each in value.items()}
        return {key: each for key, each in kept.items() if each not in (None, [], {})}
    if isinstance(value, (list, tuple)):
        return [_stands(each) for each in value]
    return " ".join(value.split()) if isinstance(value, str) else value


def sent_on(note: Note, on: date) -> date | None:
    """Answer the day a note first went to anybody, by a day; none where it has not."""
    return min(_days_sent(note, on), default=None)


def sent_to_provider_on(note: Note, on: date) -> date | None:
    """Answer the last day by a day on which the provider was sent the note; none where it was not."""
    return max(_days_sent(note, on, provider_alone=True), default=None)


def _days_sent(note: Note, on: date, *, provider_alone: bool = False) -> Iterable[date]:
    for each in note.circulation:
        if each.on is not None and each.on <= on and (each.is_provider or not provider_alone):
            yield each.on


def not_circulated(visit: Visit, situation: Situation) -> str:
    """Answer what is still to be done with a note that was written: to circulate it, or to send it to the provider.

    Empty where it went to the provider, or where there is no note by the day.
    """
    note = visit.note
    if note is None or note.written_on > situation.on:
        return ""
    if sent_on(note, situation.on) is None:
        return "circulated"
    return "" if sent_to_provider_on(note, situation.on) else "sent to the provider"


def circulated_by(visit: Visit, situation: Situation) -> date:
    """Answer the day by which a note is to be circulated, which the council sets in working days (QF-56)."""
    return sent_within(visit.on, situation)


def sent_within(after: date, situation: Situation) -> date:
    """Answer the day by which what was written or corrected on a day is to be in everybody's hands."""
    return working_days_later(after, situation.policy.days("circulation_days").days, situation)
