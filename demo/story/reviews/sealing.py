"""The seal of a note that was circulated, made as apqa makes it: of the record as it is read back."""

from __future__ import annotations

from typing import Any

from apqa.questions.circulation import seal_of
from apqa.reading.plain import plain_data
from apqa.records.visit import Visit
from demo.story.writing import quoted, record_text


def sealed(visit_id: str, told: dict[str, Any]) -> dict[str, Any]:
    """Seal the note of a visit, where it has one."""
    if "note" not in told:
        return told
    kept = {key: value for key, value in told.items() if value not in (None, [], (), {})}
    read = Visit.model_validate({"id": visit_id, **plain_data(record_text(kept, ""))})
    return {**told, "note": {**told["note"], "seal": quoted(seal_of(read))}}
