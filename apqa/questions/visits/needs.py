"""Whom and what a visit needs before it takes place (QF-54, QF-55)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.vocabulary.review import Area, Officer, Trigger, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.visit import Visit

SPOT_CHECKS = frozenset({VisitType.SPOT_CHECK, VisitType.URGENT})
"""The types of visit that answer a concern."""

OF_A_SPOT_CHECK = ("trigger", "concern", "concern_area")
"""What a spot check says of its concern."""


_ASKED = {
    "virtual_school_asked": "the Virtual School asked for information: looked-after pupils are placed there",
    "social_worker_asked": "the allocated social workers asked for information",
}


def officers_needed(kind: VisitType, area: Area | None, trigger: Trigger | None) -> tuple[Officer, ...]:
    """Answer who else takes part in a visit, as its concern needs (QF-55).

    In a spot check on safeguarding the LADO; in one on health and safety whoever advises the council on that.
    """
    if kind not in SPOT_CHECKS:
        return ()
    lado = (Officer.LADO,) if area is Area.SAFEGUARDING or trigger is Trigger.LADO else ()
    safety = (Officer.HEALTH_AND_SAFETY,) if area is Area.HEALTH_AND_SAFETY else ()
    return (*lado, *safety)


def without_lado(visit: Visit) -> bool:
    """Answer whether a visit needs the LADO, and the LADO takes no part in it (QF-55)."""
    return Officer.LADO in _absent(visit)


def _absent(visit: Visit) -> set[Officer]:
    needed = officers_needed(visit.type, visit.concern_area, visit.trigger)
    return set(needed) - {visit.lead, *visit.officers}


def why_lado(visit: Visit) -> str:
    """Say why a visit needs the LADO: its concern is about safeguarding, or came from the LADO."""
    if visit.concern_area is Area.SAFEGUARDING:
        return "the concern is about safeguarding"
    return "the LADO raised the concern"


def has_looked_after_pupils(provider_id: str, on: date, situation: Situation) -> bool:
    """Answer whether looked-after pupils are placed with a provider on a day, without saying who or how many."""
    placements = situation.records.placements_at(provider_id)
    return any(each.is_live(on) and each.is_looked_after(on) for each in placements)


def not_asked(visit: Visit, situation: Situation) -> list[str]:
    """Answer, of a spot check where looked-after pupils are placed, whom nobody had asked by the day (QF-55)."""
    if visit.type not in SPOT_CHECKS or not has_looked_after_pupils(visit.provider, visit.on, situation):
        return []
    asked = {name: getattr(visit, name) for name in _ASKED}
    return [name for name, day in asked.items() if day is None or day > situation.on]


def still_needed(visit: Visit, situation: Situation) -> Iterator[str]:
    """Answer what is still missing for a planned visit: the concern, who takes part, who is asked, what to look at.

    Each is a few words for a list, such as "what it is to look at (look_at)".
    """
    if visit.type in SPOT_CHECKS:
        missing = [name for name in OF_A_SPOT_CHECK if getattr(visit, name) is None]
        if missing:
            yield f"what the concern is ({', '.join(missing)})"
    if without_lado(visit):
        yield f"the LADO among the officers: {why_lado(visit)}"
    if Officer.HEALTH_AND_SAFETY in _absent(visit):
        yield "the health and safety officer among the officers: the concern is about health and safety"
    yield from (_ASKED[name] for name in not_asked(visit, situation))
    if not visit.look_at and visit.purpose is None:
        yield "what it is to look at (look_at)"
