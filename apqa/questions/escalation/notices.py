"""The letters that tell of a decision: of which one, to whom, and to whom none was prepared yet (QF-59)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.escalation.holding import standing_decision
from apqa.questions.escalation.telling import TellingState, tellings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.telling import Addressee, Telling
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.rule import Path


@dataclass(frozen=True, slots=True)
class Notice:
    """One letter: of which decision, to whom, and what becomes of each of its placements."""

    provider: Provider
    decision: Decision
    telling: Telling

    @property
    def to(self) -> Addressee:
        """Answer to whom it is."""
        return self.telling.to

    @property
    def is_again(self) -> bool:
        """Answer whether a letter was prepared before."""
        return self.telling.state is TellingState.PREPARED

    @property
    def placements(self) -> tuple[tuple[str, str], ...]:
        """Answer the addressee's own placements, and what becomes of each; empty where that is not recorded."""
        event = self.decision.event
        known = {each.placement: each.what for each in event.placements} if event is not None else {}
        return tuple((each, known.get(each, "")) for each in self.to.placements)

    @property
    def free_texts(self) -> Iterator[Path]:
        """Answer the ways to the free texts of the action plan that the letter carries: what becomes of placements."""
        event, number = self.decision.event, self.decision.number
        for place, each in enumerate(event.placements if event is not None else ()):
            if each.placement in self.to.placements and number is not None:
                yield ("escalation", number, "placements", place, "what")


def told_decision(provider: Provider, situation: Situation) -> tuple[Decision | None, tuple[Telling, ...]]:
    """Answer the decision that is to be told of now, and how far that has come; none where nobody must be told.

    It is the one the step of the day rests on. Where that tells nobody, none is: what came before is over.
    """
    decision = standing_decision(provider, situation)
    return decision, tellings(decision, provider, situation) if decision is not None else ()


def notices(
    provider: Provider, situation: Situation, states: frozenset[TellingState] = frozenset({TellingState.NOT_PREPARED})
) -> tuple[Notice, ...]:
    """Answer the letters to those who must be told and stand at one of some states: if not said, without a letter."""
    decision, everybody = told_decision(provider, situation)
    if decision is None:
        return ()
    return tuple(Notice(provider, decision, each) for each in everybody if each.state in states)
