"""Notes of visit that were circulated bear the seal apqa gives them."""

from __future__ import annotations

from typing import Any

from apqa.questions.sealing import seal_of, seal_of_amendment
from apqa.reading.plain import plain_data
from apqa.records.visit import Visit
from demo.story.writing import record_text


def sealed(visit_id: str, told: dict[str, Any]) -> dict[str, Any]:
    """Give the note of a visit its seal, as its record will be read; amendments come behind it."""
    note = dict(told.get("note") or {})
    if not any("on" in each for each in note.get("circulation", ())):
        return told
    kept = {key: value for key, value in told.items() if value not in (None, [], (), {})}
    visit = Visit.model_validate({"id": visit_id, **(plain_data(record_text(kept, "")) or {})})
    amendments = [
        {**told_of, "seal": seal_of_amendment(visit, read)}
        for told_of, read in zip(
            note.pop("amendments", None) or (), visit.note.amendments if visit.note else (), strict=True
        )
    ]
    return {**told, "note": {**note, "seal": seal_of(visit), "amendments": amendments or None}}
