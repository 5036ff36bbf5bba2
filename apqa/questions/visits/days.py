"""The days on which something of a visit is recorded as done (QF-54 to QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.records.note import Note
    from apqa.records.visit import Visit
    from apqa.rule import Path

_OF_VISIT = ("virtual_school_asked", "social_worker_asked", "senior_management_told", "refused_on")
_OF_NOTE = ("written_on", "facts_asked_on", "provider_responded_on")


def days_done(visit: Visit) -> Iterator[tuple[Path, date]]:
    """Answer every day on which something of a visit or its note is said to have been done, and where it stands."""
    for name in _OF_VISIT:
        if (day := getattr(visit, name)) is not None:
            yield (name,), day
    if visit.note is not None:
        yield from _of_note(visit.note)


def _of_note(note: Note) -> Iterator[tuple[Path, date]]:
    for name in _OF_NOTE:
        if (day := getattr(note, name)) is not None:
            yield ("note", name), day
    for number, sent in enumerate(note.circulation):
        if sent.on is not None:
            yield ("note", "circulation", number, "on"), sent.on
    for number, amendment in enumerate(note.amendments):
        yield ("note", "amendments", number, "on"), amendment.on
