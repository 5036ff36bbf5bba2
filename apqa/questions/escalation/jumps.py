"""Whether each step of an escalation could be reached from the one before it, and who decided (QF-59)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry
from apqa.questions.escalation.holding import step_before, steps_of
from apqa.questions.escalation.reached import GRAVE, last_event
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan


@dataclass(frozen=True, slots=True)
class Jump:
    """A step that could not be reached from the one before it."""

    number: int
    says: str


def jumps(plan: ActionPlan, situation: Situation) -> Iterator[Jump]:
    """Answer the steps of a plan that skip what must come between, by the day."""
    for decision, provider in steps_of(plan, situation):
        before = step_before(decision, provider, situation)
        if before is not decision.step and not _may_follow(decision, before):
            yield Jump(decision.number or 0, _jumped(decision, before))


def closed_at_a_suspension(plan: ActionPlan, situation: Situation) -> str:
    """Say that a plan was closed while its last step still suspends placements; empty where it was not."""
    last = last_event(plan, situation.on)
    if plan.closed_on is None or plan.closed_on > situation.on or last is None:
        return ""
    if last.step not in GRAVE or last.step is EscalationStep.REMOVED:
        return ""
    return f"closed on {plain(plan.closed_on)} with {step_entry(last.step).title}, and nobody decided to lift it"


def _may_follow(decision: Decision, before: EscalationStep) -> bool:
    entry, event = step_entry(decision.step), decision.event
    if before in entry.reached_from:
        return True
    trigger = event.trigger if event else None
    return trigger in entry.at_once_for and before is not EscalationStep.REMOVED


def _jumped(decision: Decision, before: EscalationStep) -> str:
    entry = step_entry(decision.step)
    says = f"{entry.title} on {plain(decision.on)}, straight from {step_entry(before).title}"
    if before is EscalationStep.REMOVED:
        return f"{says}; a provider that was removed comes back by applying for the list again"
    if not entry.at_once_for:
        return f"{says}; what comes between is missing"
    at_once = ", ".join(each.value for each in entry.at_once_for)
    return f"{says}; a step may be skipped only where the trigger is one of {at_once}"
