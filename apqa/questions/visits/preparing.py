"""Whom a visit needs, and what is asked of others before it, while it is still being prepared (QF-40, QF-55)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.visits.needs import SPOT_CHECKS
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import Area, Officer, Trigger, VisitType

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_APPLIES = frozenset({ListStatus.APPLIED, ListStatus.DUE_DILIGENCE})


def is_applying(provider: Provider, on: date) -> bool:
    """Answer whether a provider applies to come on the list, and due diligence is still to be done (QF-40)."""
    event = provider.listed_as(on)
    return event is not None and event.status in _APPLIES


def officers_needed(kind: VisitType, area: Area | None, trigger: Trigger | None) -> tuple[Officer, ...]:
    """Answer who else takes part in a visit, as its concern needs: for safeguarding the LADO (QF-55)."""
    if kind not in SPOT_CHECKS:
        return ()
    return (Officer.LADO,) if area is Area.SAFEGUARDING or trigger is Trigger.LADO else ()


def asks_about_looked_after(provider_id: str, situation: Situation) -> bool:
    """Answer whether looked-after pupils are placed with a provider on the day, without saying who or how many."""
    placements = situation.records.placements_at(provider_id)
    return any(each.is_live(situation.on) and each.is_looked_after(situation.on) for each in placements)
