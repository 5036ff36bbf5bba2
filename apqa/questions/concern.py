"""Which providers the council and commissioners look after: those that pupils are or may be placed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.vocabulary.provider import ListStatus

if TYPE_CHECKING:
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_NOT_YET = frozenset({ListStatus.APPLIED, ListStatus.DUE_DILIGENCE, ListStatus.DECLINED, ListStatus.REMOVED})


def is_of_concern(provider: Provider, situation: Situation) -> bool:
    """Answer whether the checks are owed for a provider: it can be placed with, or pupils are placed there."""
    event = provider.listed_as(situation.on)
    if event is not None and event.status not in _NOT_YET:
        return True
    return any(placement.is_live(situation.on) for placement in situation.records.placements_at(provider.id))
