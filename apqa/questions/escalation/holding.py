"""Which of the steps that were taken holds on a day, and until when it held (QF-58, QF-59)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.questions.escalation.decisions import decisions
from apqa.questions.escalation.reached import rank, step_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan
    from apqa.records.provider import Provider
    from apqa.vocabulary.review import EscalationStep

_A_DAY = timedelta(days=1)


def steps_of(plan: ActionPlan, situation: Situation) -> Iterator[tuple[Decision, Provider]]:
    """Answer the steps a plan records by the day, each with its provider; none where no record is of the provider."""
    provider = situation.records.provider(plan.provider)
    for decision in decisions(provider, situation) if provider else ():
        if provider and _is_of(plan, decision):
            yield decision, provider


def standing_steps(plan: ActionPlan, situation: Situation) -> Iterator[tuple[Decision, Provider]]:
    """Answer the step of a plan that no later decision about its provider has taken the place of."""
    for decision, provider in steps_of(plan, situation):
        last = decision.number == max(n for n, event in enumerate(plan.escalation) if event.on <= situation.on)
        if last and holds_until(decision, provider, situation) is None:
            yield decision, provider


def standing_decision(provider: Provider, situation: Situation) -> Decision | None:
    """Answer the decision the step of the day rests on; none where there never was a concern.

    Where several plans say how far it has come, it is that of the gravest; where the concern is over, the last one.
    """
    reached, every = step_of(provider, situation), decisions(provider, situation)
    fitting = [each for each in every if each.step is reached.step and reached.since in {None, each.on}]
    with_event = [each for each in fitting if each.event is not None]
    return next(reversed(with_event or fitting), None)


def step_before(decision: Decision, provider: Provider, situation: Situation) -> EscalationStep:
    """Answer the step a provider had reached when a decision was made."""
    earlier = decision.plan.escalation[: decision.number or 0] if decision.plan is not None else ()
    if earlier and earlier[-1].on == decision.on:
        return earlier[-1].step
    return step_of(provider, situation.on_day(decision.on - _A_DAY)).step


def holds_until(decision: Decision, provider: Provider, situation: Situation) -> date | None:
    """Answer the day another decision took the place of one, as things stand on the day; none where it still holds."""
    every = decisions(provider, situation)
    after = (each for each in every if each.on > decision.on and _takes_the_place(each, decision, every))
    return next((each.on for each in after), None)


def _takes_the_place(later: Decision, earlier: Decision, every: tuple[Decision, ...]) -> bool:
    """Answer whether a later decision ends an earlier one.

    What another plan or the list says ends a step of an open plan only where it is graver. A suspension that ran
    out by itself, and the opening or closing of a plan, end none but their own.
    """
    if later.ran_out:
        return earlier.number is None and earlier.listing is later.listing
    if later.plan is not None and earlier.plan is not None and later.plan.id == earlier.plan.id:
        return True
    if later.plan is not None and later.number is None:
        return earlier.number is None
    if any(each.ran_out and each.listing is later.listing for each in every):
        return earlier.number is None
    return rank(later.step) > rank(earlier.step) or not _is_open(earlier, later.on)


def _is_open(decision: Decision, on: date) -> bool:
    """Answer whether the plan that records a decision is still open on a day."""
    return decision.plan is not None and decision.plan.is_open(on)


def _is_of(plan: ActionPlan, decision: Decision) -> bool:
    """Answer whether a plan records a decision as a step of its own."""
    return decision.plan is not None and decision.plan.id == plan.id and decision.number is not None
