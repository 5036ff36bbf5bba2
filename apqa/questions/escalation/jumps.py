"""Whether each step of an escalation could be reached from the one before it, and who decided (QF-59)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry
from apqa.questions.concern import APPLYING
from apqa.questions.escalation.decisions import decisions
from apqa.questions.escalation.holding import step_before, steps_of
from apqa.questions.escalation.reached import GRAVE, last_event, step_of
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan
    from apqa.records.provider import Provider

_A_DAY = timedelta(days=1)


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
        elif _removed_at_once(decision, provider, situation):
            yield Jump(decision.number or 0, _at_once(decision))


def return_in_doubt(provider: Provider, situation: Situation) -> str:
    """Say which step took a provider back from its removal, though none may; empty where none did by the day.

    Who was removed comes back by applying for the list again. Until that is recorded nobody can tell whether the
    removal still stands, whatever the later steps say.
    """
    for plan in situation.records.action_plans_of(provider.id):
        for decision, _ in steps_of(plan, situation):
            before = step_before(decision, provider, situation)
            back = before is EscalationStep.REMOVED and decision.step is not before
            if back and not _applied_since_removal(decision, provider, situation):
                return _jumped(decision, before)
    return ""


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


def _applied_since_removal(decision: Decision, provider: Provider, situation: Situation) -> bool:
    """Answer whether a provider has applied for the list again since the removal before a decision."""
    removed = (each.on for each in decisions(provider, situation) if each.step is EscalationStep.REMOVED)
    since = max(on for on in removed if on <= decision.on)
    return any(since < each.on <= situation.on and each.status in APPLYING for each in provider.listing)


def _removed_at_once(decision: Decision, provider: Provider, situation: Situation) -> bool:
    """Answer whether a removal follows a suspension of the same day that nothing grave set off."""
    plan = decision.plan
    if decision.step is not EscalationStep.REMOVED or plan is None:
        return False
    same_day = [each for each in plan.escalation[: decision.number] if each.on == decision.on]
    grave = {trigger for step in GRAVE for trigger in step_entry(step).at_once_for}
    if not same_day or any(each.trigger in grave for each in (decision.event, *same_day) if each is not None):
        return False
    return step_of(provider, situation.on_day(decision.on - _A_DAY)).step not in step_entry(decision.step).reached_from


def _at_once(decision: Decision) -> str:
    at_once = ", ".join(sorted(trigger.value for step in GRAVE for trigger in step_entry(step).at_once_for))
    said = f"{step_entry(decision.step).title} on {plain(decision.on)}, on the day of its suspension"
    return f"{said}; that may be only where the trigger is one of {at_once}"


def _jumped(decision: Decision, before: EscalationStep) -> str:
    entry = step_entry(decision.step)
    says = f"{entry.title} on {plain(decision.on)}, straight from {step_entry(before).title}"
    if before is EscalationStep.REMOVED:
        return f"{says}; a provider that was removed comes back by applying for the list again"
    if not entry.at_once_for:
        return f"{says}; what comes between is missing"
    at_once = ", ".join(each.value for each in entry.at_once_for)
    return f"{says}; a step may be skipped only where the trigger is one of {at_once}"
