"""Where a provider's place on the list and its action plans contradict each other (QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry
from apqa.questions.concern import APPLYING
from apqa.questions.escalation.reached import BY_LIST, GRAVE, last_event, plan_steps, rank
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from apqa.questions.escalation.reached import Reached
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_NOT_ON_IT = APPLYING | {ListStatus.DECLINED}


def difference(provider: Provider, situation: Situation) -> str:
    """Say where list and action plans differ on the day; empty where they agree, or only one of them says anything.

    Only suspensions and a removal stand in both. What the list says is in force; what the plans say is the record of
    why, and of who was told. Who applies, or was declined, is not on the list: no step of before contradicts that.
    """
    event = provider.listed_as(situation.on)
    if event is not None and event.status in _NOT_ON_IT:
        return ""
    by_list = BY_LIST.get(event.status, EscalationStep.LISTED) if event is not None else None
    by_plan = _by_plans(provider, situation)
    if by_list is None or by_list is _grave(by_plan):
        return ""
    if by_plan is None:
        return _only_on_the_list(provider, situation)
    return f"the list says {_said(by_list)}, and the action plan {by_plan.plan} says {_said(by_plan.step)}"


def _only_on_the_list(provider: Provider, situation: Situation) -> str:
    """Say that no plan records a suspension, or a removal that left pupils behind.

    A provider may leave the list at its own wish: where nobody was placed, a removal needs no record of a concern.
    """
    event = provider.listed_as(situation.on)
    step = BY_LIST.get(event.status) if event is not None else None
    if event is None or step is None:
        return ""
    placed = any(each.is_live(event.on) for each in situation.records.placements_at(provider.id))
    if step is EscalationStep.REMOVED and not placed:
        return ""
    return f"the list says {_said(step)} since {plain(event.on)}, and no action plan records the step"


def _by_plans(provider: Provider, situation: Situation) -> Reached | None:
    """Answer the gravest step the plans record; none where no plan that counts records any."""
    recorded = [
        each
        for each in plan_steps(provider, situation)
        if any(
            last_event(plan, situation.on) is not None
            for plan in situation.records.action_plans_of(provider.id)
            if plan.id == each.plan
        )
    ]
    return max(recorded, key=lambda each: rank(each.step), default=None)


def _grave(by_plan: Reached | None) -> EscalationStep | None:
    """Answer the step as the list would have it: whatever is no suspension or removal is listed."""
    if by_plan is None:
        return None
    return by_plan.step if by_plan.step in GRAVE else EscalationStep.LISTED


def _said(step: EscalationStep) -> str:
    return "listed" if step is EscalationStep.LISTED else step_entry(step).title
