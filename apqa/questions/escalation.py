"""How far an unanswered concern about a provider has been taken (QF-58, QF-59)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_BY_LIST = {
    ListStatus.NEW_PLACEMENTS_SUSPENDED: EscalationStep.NEW_PLACEMENTS_SUSPENDED,
    ListStatus.SUSPENDED: EscalationStep.ALL_SUSPENDED,
    ListStatus.REMOVED: EscalationStep.REMOVED,
}


@dataclass(frozen=True, slots=True)
class Reached:
    """The step a provider has reached."""

    step: EscalationStep
    since: date | None
    """The day it took effect; none where there is no concern."""

    why: str
    plan: str = ""
    """The id of the action plan it comes from; empty where it comes from the list."""


def step_of(provider: Provider, situation: Situation) -> Reached:
    """Answer the gravest step the provider's open action plans and its place on the list say it has reached."""
    steps = [Reached(EscalationStep.LISTED, None, "")]
    for plan in situation.records.action_plans_of(provider.id):
        if plan.on > situation.on or (plan.closed_on is not None and plan.closed_on <= situation.on):
            continue
        taken = [event for event in plan.escalation if event.on <= situation.on]
        if taken:
            steps.append(Reached(taken[-1].step, taken[-1].on, taken[-1].reason, plan.id))
        elif any(action.is_open(situation.on) for action in plan.actions):
            steps.append(Reached(EscalationStep.LISTED_WITH_ACTIONS, plan.on, plan.reason, plan.id))
    event = provider.listed_as(situation.on)
    if event is not None and event.status in _BY_LIST:
        steps.append(Reached(_BY_LIST[event.status], event.on, event.reason))
    return max(steps, key=lambda reached: tuple(EscalationStep).index(reached.step))
