"""Which providers the council and commissioners look after: those that pupils are or may be placed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.records.provider import SUSPENSIONS
from apqa.vocabulary.provider import ListStatus

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.listing import ListEvent
    from apqa.records.provider import Provider

APPLYING = frozenset({ListStatus.APPLIED, ListStatus.DUE_DILIGENCE})
"""Where a provider stands with the list while its application is being looked at (QF-40)."""

_DECIDE_NONE = SUSPENSIONS | {ListStatus.EXCEPTIONAL}
"""What need not decide an application that came before it."""

_TURNED_AWAY = frozenset({ListStatus.DECLINED, ListStatus.REMOVED})
_NOT_YET = _TURNED_AWAY | APPLYING


def is_applying(provider: Provider, on: date) -> bool:
    """Answer whether a provider applies to come on the list, and nothing is decided yet (QF-40).

    One that is used exceptionally may apply beside that.
    """
    return application_stage(provider, on) is not None


def application_stage(provider: Provider, on: date) -> ListEvent | None:
    """Answer the last stage of an application that is still to be decided on the day; none where there is none."""
    decided = [event for event in provider.listing if event.on <= on and event.status not in _DECIDE_NONE]
    if not decided or decided[-1].status not in APPLYING:
        return None
    # Loaded for those who apply alone: whoever checks another provider does not wait for it.
    from apqa.questions.applications.rounds import rounds

    last = rounds(provider, on)[-1]
    return last.stage if last.decision is None else None


def is_of_concern(provider: Provider, situation: Situation) -> bool:
    """Answer whether the checks are owed for a provider: it can be placed with, or pupils are placed there."""
    event = provider.listed_as(situation.on)
    return (event is not None and event.status not in _NOT_YET) or has_pupils(provider, situation)


def is_turned_away(provider_id: str, situation: Situation) -> bool:
    """Answer whether the council has removed or declined a provider and nobody is placed there any more.

    Nobody waits any longer for what it was to do. One that applies, or that no record is of, is not turned away.
    """
    provider = situation.records.provider(provider_id)
    event = provider.listed_as(situation.on) if provider else None
    if provider is None or event is None or event.status not in _TURNED_AWAY:
        return False
    return not has_pupils(provider, situation)


def has_pupils(provider: Provider, situation: Situation) -> bool:
    """Answer whether pupils are placed with a provider on the day."""
    return any(placement.is_live(situation.on) for placement in situation.records.placements_at(provider.id))


def is_exempt(provider: Provider, on: date) -> bool:
    """Answer whether the council had decided by the day that no reports and self-assessments are asked of it."""
    return provider.reports_not_asked is not None and provider.reports_not_asked.on <= on
