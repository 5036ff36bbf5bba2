"""The quality assurance review: visits with their notes, self-assessments, action plans."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import words
from chance import FIRST_YEAR, LAST_YEAR, TODAY, after, before, day, school_year
from writing import written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from chance import Chance

_AREAS = ("leadership", "staffing", "safeguarding", "health_and_safety", "quality_of_education", "outcomes")
_CRITERIA = tuple(
    f"s{part}_{number}" for part, count in ((1, 6), (2, 5), (3, 5), (4, 5)) for number in range(1, count + 1)
)
_FRAMEWORK = ("f_leadership", "f_staffing", "f_safeguarding", "f_health_and_safety", "f_outcomes")
_EVIDENCE = ("policy folder", "minutes of the board", "training log", "register, autumn: complete", "lesson plans")


def review_records(provider: str, chance: Chance, flawed: float) -> Iterator[tuple[str, str]]:
    """Give the path and the text of each record of the review of one provider."""
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        on = before(day(year, 10, 15), chance.number(0, 25))
        yield f"visits/{on}-{provider}.yaml", _visit(on, "annual_validation", chance, flawed)
        if year < LAST_YEAR:
            yield f"self-assessments/{provider}/{school_year(year)}.yaml", _assessment(year + 1, chance)
    if chance.happens(0.5):
        on = before(day(2025, 5, 20), chance.number(0, 300))
        yield f"visits/{on}-{provider}.yaml", _visit(on, "spot_check", chance, flawed)
        yield f"action-plans/{provider}/{after(on, 9)}.yaml", _plan(after(on, 9), chance, is_open=False)
    if chance.happens(flawed * 3):
        on = before(TODAY, chance.number(30, 70))
        yield f"action-plans/{provider}/{on}.yaml", _plan(on, chance, is_open=True)


def _visit(on: date, kind: str, chance: Chance, flawed: float) -> str:
    spot = kind == "spot_check"
    concern = "trigger: parent\nconcern: Registers were said to be sent late.\nconcern_area: leadership\n"
    asked = f"virtual_school_asked: {before(on, 3)}\nsocial_worker_asked: {before(on, 3)}\n"
    sent = f"    - {{to: provider, on: {after(on, 8)}}}\n    - {{to: commissioners, on: {after(on, 8)}}}"
    return written(
        "visit",
        type=kind,
        announced="no" if spot else "yes",
        trigger=concern + asked if spot else "",
        officers="education_professional" if spot else "education_professional, safeguarding",
        pupils=chance.number(2, 7),
        purpose="To look into what was said." if spot else "To validate the self-assessment.",
        written=after(on, 4),
        finding=chance.one_of(words.FINDINGS),
        second=chance.one_of(words.FINDINGS),
        areas="".join(_area(area, chance) for area in _AREAS),
        strength=chance.one_of(words.STRENGTHS),
        development=chance.one_of(words.DEVELOPMENTS),
        action=chance.one_of(words.ACTIONS),
        due=after(on, 60),
        state=f"done\n      done_on: {after(on, 40)}" if on.year < TODAY.year else "open",
        outcome="green",
        next=after(on, 360),
        told="no" if chance.happens(flawed) else "yes",
        circulation="" if chance.happens(flawed) else f"  circulation:\n{sent}",
    )


def _area(area: str, chance: Chance) -> str:
    judgement = chance.one_of(("meets", "meets", "strength"))
    return f"    - area: {area}\n      judgement: {judgement}\n      seen: {chance.one_of(words.FINDINGS)}\n"


def _assessment(year: int, chance: Chance) -> str:
    completed = before(day(year, 7, 10), chance.number(0, 20))
    return written(
        "self-assessment",
        completed=completed,
        changes=chance.one_of(("", "premises", "offer, staffing")),
        ratings="".join(
            written("self-assessment-rating", code=code, evidence=chance.one_of(_EVIDENCE))
            for code in (*_FRAMEWORK, *_CRITERIA)
        ),
        received=completed + timedelta(days=1),
        reviewed=after(completed, 20),
    )


def _plan(on: date, chance: Chance, *, is_open: bool) -> str:
    due, done = after(on, 21 if is_open else 60), after(on, 50)
    return written(
        "action-plan",
        reason="Registers reached the home schools late, twice.",
        agreed=after(on, 2),
        first=chance.one_of(words.ACTIONS),
        second="Train every member of staff in the protocol",
        due=due,
        state="open" if is_open else "done",
        done="" if is_open else f"    done_on: {done}\n",
        updated=after(on, 14),
        verified=after(on, 16),
        closed="" if is_open else f"closed_on: {after(on, 80)}\nclosing_note: Looked at on the day; in place.",
    )
