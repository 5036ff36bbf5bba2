"""Termly reports on placements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import words
from chance import after, day, school_year
from writing import written

if TYPE_CHECKING:
    from chance import Chance
    from placements import Placement

_SENT = {"autumn": (12, 15), "spring": (3, 25), "summer": (7, 14)}
_SLIPS = (
    ("parent_contacted:", "parents_contacted:"),
    ("recommendation: ", "recommendation: Continue "),
    ("  possible: ", "  possible: about "),
    ("  raised: no", "  raised: none"),
)
"""What makes a report unreadable: a wrong name, a wrong word, no number, neither yes nor no."""


def report_path(placement: Placement, year: int, period: str) -> str:
    """Answer where the report on a placement for a reporting period is kept."""
    return f"termly-reports/{school_year(year)}-{period}/{placement.id}.yaml"


def report_text(placement: Placement, year: int, period: str, chance: Chance, flawed: float) -> str:
    """Write a report; a few lack the pupil's voice, and fewer still have a slip that makes them unreadable."""
    month, number = _SENT[period]
    sent = after(day(year + (month < 9), month, number), chance.number(0, 6))
    incomplete = chance.happens(flawed)
    possible = chance.number(30, 90)
    absent = chance.number(0, possible // 6)
    voice = f"pupil_voice:\n  on: {sent}\n  method: interview\n  says: {chance.one_of(words.VOICES)}\n"
    text = written(
        "report",
        status="submitted" if incomplete else "accepted",
        submitted=sent,
        author=chance.one_of(words.AUTHORS),
        possible=possible,
        attended=possible - absent,
        late=chance.number(0, 6),
        authorised=absent - absent // 3,
        unauthorised=absent // 3,
        hours=placement.hours,
        objective=placement.objective,
        position=chance.one_of(words.POSITIONS),
        progress=chance.one_of(("met", "on_track", "on_track", "some_progress", "no_progress")),
        next=chance.one_of(words.NEXT_STEPS),
        subjects=chance.one_of(words.SUBJECTS),
        engagement=chance.number(2, 4),
        incidents=chance.number(0, 3),
        voice="" if incomplete else voice,
        recommendation=chance.one_of(("continue", "continue", "increase", "reintegrate")),
        looked=after(sent, 9),
        judgement=chance.one_of(("good", "good", "adequate", "concern")),
    )
    return text.replace(*chance.one_of(_SLIPS)) if chance.happens(flawed / 20) else text
