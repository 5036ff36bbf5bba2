"""How far an unanswered concern about a provider has been taken (QF-58, QF-59)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan, EscalationEvent
    from apqa.records.provider import Provider

BY_LIST = {
    ListStatus.NEW_PLACEMENTS_SUSPENDED: EscalationStep.NEW_PLACEMENTS_SUSPENDED,
    ListStatus.SUSPENDED: EscalationStep.ALL_SUSPENDED,
    ListStatus.REMOVED: EscalationStep.REMOVED,
}
"""The steps that the list knows too, by what it calls them."""

GRAVE = frozenset(BY_LIST.values())
"""The steps at which nobody new may be placed. None of them ends by itself."""

_REOPENED = frozenset({ListStatus.LISTED, ListStatus.EXCEPTIONAL})


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
    """Answer the gravest step the provider's action plans and its place on the list say it has reached."""
    steps = [Reached(EscalationStep.LISTED, None, ""), *plan_steps(provider, situation)]
    event = provider.listed_as(situation.on)
    if event is not None and event.status in BY_LIST:
        steps.append(Reached(BY_LIST[event.status], event.on, event.reason))
    return max(steps, key=lambda reached: rank(reached.step))


def plan_steps(provider: Provider, situation: Situation) -> Iterator[Reached]:
    """Answer the step each action plan of a provider says it has reached, of those that count on the day."""
    for plan in situation.records.action_plans_of(provider.id):
        if plan.on > situation.on:
            continue
        last = last_event(plan, situation.on)
        closed = plan.closed_on is not None and plan.closed_on <= situation.on
        if last is not None and (not closed or _stands(last, plan, provider, situation)):
            yield Reached(last.step, last.on, last.reason, plan.id)
        elif last is None and not closed and agreed_from(plan) <= situation.on:
            yield Reached(EscalationStep.LISTED_WITH_ACTIONS, agreed_from(plan), plan.reason, plan.id)


def agreed_from(plan: ActionPlan) -> date:
    """Answer from when an action plan counts as agreed: the day it was, and that it was opened while none is known."""
    return max(plan.on, plan.agreed_on) if plan.agreed_on is not None else plan.on


def last_event(plan: ActionPlan, on: date) -> EscalationEvent | None:
    """Answer the last step a plan records by the day; none where it records none."""
    return next((event for event in reversed(plan.escalation) if event.on <= on), None)


def rank(step: EscalationStep) -> int:
    """Answer how grave a step is, from nought."""
    return list(EscalationStep).index(step)


def _stands(last: EscalationEvent, plan: ActionPlan, provider: Provider, situation: Situation) -> bool:
    """Answer whether a suspension or removal outlives its closed plan: closing one is no decision to lift it.

    It ends by a later step of another plan, or a later decision that opens the list again.
    """
    if last.step not in GRAVE:
        return False
    reopened = (each.on for each in provider.listing if each.status in _REOPENED)
    others = (each for each in situation.records.action_plans_of(provider.id) if each.id != plan.id)
    later = (event.on for each in others for event in each.escalation)
    return not any(last.on < on <= situation.on for on in (*reopened, *later))
