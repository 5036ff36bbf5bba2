"""Where a provider stands with its escalation: the step, why, what comes next and by when, who must be told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.checks.listing import listed_as_words
from apqa.questions.escalation.called import called_for
from apqa.questions.escalation.coming import Next, in_order_of_days, of_plans, open_needs, to_decide
from apqa.questions.escalation.decisions import decisions
from apqa.questions.escalation.differing import difference
from apqa.questions.escalation.holding import standing_decision
from apqa.questions.escalation.jumps import return_in_doubt
from apqa.questions.escalation.needs import needs_of
from apqa.questions.escalation.reached import rank, step_of
from apqa.questions.escalation.telling import tellings
from apqa.questions.unread import path_of, unread_about
from apqa.records.kinds import ACTION_PLAN
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.escalation.called import Called
    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.needs import NeedState
    from apqa.questions.escalation.reached import Reached
    from apqa.questions.escalation.telling import Telling
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


@dataclass(frozen=True, slots=True)
class Escalation:
    """Everything about a provider's escalation on a day."""

    on: date
    provider: Provider
    reached: Reached
    decision: Decision | None
    """The decision the step rests on; none where there never was a concern."""

    story: tuple[Decision, ...]
    needs: tuple[NeedState, ...]
    called: tuple[Called, ...]
    told: tuple[Telling, ...]
    next: tuple[Next, ...]
    differs: str = ""
    """Where list and action plans contradict each other."""

    doubt: str = ""
    """Why nobody can tell at which step it is: a step took it back from its removal."""

    unread: tuple[str, ...] = ()
    """The action plans that may be about it and cannot be read: nobody can tell what stands in them."""

    listed: str = ""
    """Where it stands with the approved list, in words."""

    @property
    def is_open(self) -> bool:
        """Answer whether a concern is open, something calls for a step, or a step needs what is not done."""
        return self.reached.step is not EscalationStep.LISTED or bool(self.called) or self.has_open_needs

    @property
    def has_open_needs(self) -> bool:
        """Answer whether something the step needs is not done, whether or not its day has come."""
        return any(not each.met for each in self.needs)

    @property
    def order(self) -> tuple[int, str]:
        """Answer where it comes among others: the gravest first."""
        return -rank(self.reached.step), self.provider.id

    def must_act(self) -> bool:
        """Answer whether something must happen now: it is overdue, called for, or contradicts itself."""
        return bool(self.called or self.differs or self.doubt) or any(each.overdue for each in self.next)


def escalation_of(provider: Provider, situation: Situation) -> Escalation:
    """Answer where a provider stands with its escalation on the day.

    What may stand in an action plan that cannot be read is neither called for nor asked after.
    """
    decision = standing_decision(provider, situation)
    unread = tuple(path_of(ACTION_PLAN, each) for each in unread_about(ACTION_PLAN, provider.id, situation))
    asked = decision is not None and not (unread and decision.event is None)
    needs = needs_of(decision, provider, situation) if decision is not None and asked else ()
    running = in_order_of_days(open_needs(needs, decision, situation), of_plans(provider.id, situation))
    doubt = return_in_doubt(provider, situation)
    called = () if unread else called_for(provider, situation)
    differs = "" if unread else difference(provider, situation)
    return Escalation(
        on=situation.on,
        provider=provider,
        reached=step_of(provider, situation),
        decision=decision,
        story=decisions(provider, situation),
        needs=needs,
        called=called,
        told=tellings(decision, provider, situation) if decision is not None and asked else (),
        next=(*_doubted(doubt), *to_decide(called, situation), *running, *_agreed(differs)),
        differs=differs,
        doubt=doubt,
        unread=unread,
        listed=listed_as_words(provider, situation),
    )


def _agreed(differs: str) -> tuple[Next, ...]:
    said = f"Make list and action plan agree: {differs}"
    return (Next(said, None, "designated officer", overdue=True),) if differs else ()


def _doubted(doubt: str) -> tuple[Next, ...]:
    said = f"Say whether the removal still stands, and put the action plan right: {doubt}"
    return (Next(said, None, "designated officer", overdue=True),) if doubt else ()
