"""The letters that tell of a decision: of which one, to whom, and to whom none was prepared yet (QF-59)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.escalation.holding import standing_decision
from apqa.questions.escalation.telling import TellingState, tellings

if TYPE_CHECKING:
    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.telling import Addressee, Telling
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


@dataclass(frozen=True, slots=True)
class Notice:
    """One letter: of which decision, to whom, and what becomes of each of its placements."""

    provider: Provider
    decision: Decision
    to: Addressee

    @property
    def placements(self) -> tuple[tuple[str, str], ...]:
        """Answer the addressee's own placements, and what becomes of each; empty where that is not recorded."""
        event = self.decision.event
        known = {each.placement: each.what for each in event.placements} if event is not None else {}
        return tuple((each, known.get(each, "")) for each in self.to.placements)


def told_decision(provider: Provider, situation: Situation) -> tuple[Decision | None, tuple[Telling, ...]]:
    """Answer the decision that is to be told of now, and how far that has come; none where nobody must be told.

    It is the one the step of the day rests on. Where that tells nobody, none is: what came before is over.
    """
    decision = standing_decision(provider, situation)
    return decision, tellings(decision, provider, situation) if decision is not None else ()


def notices(provider: Provider, situation: Situation) -> tuple[Notice, ...]:
    """Answer the letters to prepare: to each who must be told, has not been, and has no letter prepared for it."""
    decision, everybody = told_decision(provider, situation)
    if decision is None:
        return ()
    return tuple(Notice(provider, decision, each.to) for each in everybody if each.state is TellingState.NOT_PREPARED)
