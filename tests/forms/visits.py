"""Visits with notes as a form shows them."""

from __future__ import annotations

from typing import Any

from apqa.forms.note_of_visit.asked import asked_visit
from apqa.forms.note_of_visit.rendered import note_document, sheet_document
from tests.builders import a_provider, a_visit, situation

VISIT = "2026-10-20-north-star"
ON = "2026-11-23"
ACTION: dict[str, Any] = {
    "key": "lock",
    "what": "Lock the kiln room while hot.",
    "why": "It stood open.",
    "area": "health_and_safety",
    "owner": "the partners",
    "due": "2026-11-06",
    "evidence_expected": "a photograph of the lock",
}
NOTE: dict[str, Any] = {
    "written_on": "2026-10-21",
    "written_by": "designated officer",
    "summary": "Calm and busy.\nThe kiln room stood open.",
    "areas": [
        {
            "area": "health_and_safety",
            "judgement": "needs_improvement",
            "colour": "amber",
            "seen": "An open kiln room.",
        },
        {"area": "safeguarding", "judgement": "meets"},
    ],
    "strengths": ["Patient adults."],
    "developments": ["More reading."],
    "concerns": [{"what": "A hot kiln within reach", "level": "high"}],
    "provider_said": "A lock is ordered.",
    "agreed": ["The log is kept."],
    "actions": [ACTION],
    "last_actions": "The fence was mended.",
    "outcome": "amber",
    "recommendation": "remain_with_actions",
    "next_visit_by": "2027-01-20",
    "told_face_to_face": "yes",
    "circulation": [{"to": "head of provision", "party": "provider", "on": "2026-10-26"}, {"to": "SEND team"}],
    "marking": "OFFICIAL",
    "filed": "AP/1",
}
WHOLE: dict[str, Any] = {
    "site": "barn",
    "starts_at": "09:30",
    "ends_at": "14:15",
    "announced": "no",
    "type": "spot_check",
    "trigger": "lado",
    "concern": "An open kiln room.",
    "concern_area": "health_and_safety",
    "officers": ["lado", "health_and_safety"],
    "provider_staff": ["head of provision"],
    "pupils_spoken_with": "3",
    "sessions_observed": "2",
    "central_record": {"looked_at": "5", "complete": "4"},
    "registration": {"pupils": "2", "most_hours": "17.5", "basis": "the register of the week"},
    "purpose": "To see the kiln room.",
    "documents": [{"what": "kiln log", "dated": "2026-10-01", "expires": "2027-09-30", "reference": "v2"}],
    "information": [{"kind": "other", "what": "the rota", "found": "It was kept."}],
}
EARLIER: dict[str, Any] = {
    "written_on": "2026-03-12",
    "written_by": "designated officer",
    "summary": "A first look.",
    "agreed": ["A reading corner is set up."],
    "actions": [
        {"key": "fence", "what": "Mend the fence.", "owner": "the partners", "due": "2026-06-01", "status": "verified",
         "verified_on": "2026-06-20", "verified_by": "designated officer", "done_on": "2026-05-30"},
        {"key": "log", "what": "Keep a log.", "owner": "the partners", "due": "2026-09-01"},
        {"key": "sign", "what": "Put up a sign.", "owner": "the partners", "due": "2026-09-01", "status": "withdrawn"},
    ],
}  # fmt: skip


def visited(note: dict[str, Any] | None = None, **changes: Any) -> Any:
    return a_visit(VISIT, **{**WHOLE, **changes}, note={**NOTE, **(note or {})})


def earlier() -> Any:
    return a_visit("2026-03-12-north-star", note=EARLIER)


def document(visit: Any, *others: Any, on: str = ON, held: Any = (), draft: bool = False) -> Any:
    """Answer the document of a visit, among the other records given; of one without a note, the sheet."""
    asked = asked_visit(visit, situation(on, a_provider(), visit, *others), held, is_draft=draft)
    return note_document(asked) if visit.note else sheet_document(asked)
