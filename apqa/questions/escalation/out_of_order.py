"""Days and things of a step of escalation that cannot be right together (QF-59)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry
from apqa.questions.escalation.holding import step_before
from apqa.questions.escalation.reached import rank
from apqa.vocabulary.review import EscalationStep, EscalationTrigger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.situation import Situation
    from apqa.records.action_plan import EscalationEvent
    from apqa.records.provider import Provider
    from apqa.rule import Path


@dataclass(frozen=True, slots=True)
class Odd:
    """One thing of a step that cannot be right as it stands."""

    says: str
    at: Path
    """Where it stands in the step."""


def begun_on(decision: Decision, situation: Situation) -> date:
    """Answer the first day on which anything about a step can have happened.

    It is the day its plan was opened, or that of the visit the plan comes from; the step's own day without a plan.
    """
    plan = decision.plan
    if plan is None:
        return decision.on
    visits = (each.on for each in situation.records.visits_to(plan.provider) if each.id == plan.visit)
    return min(decision.on, plan.on, *visits)


def decided_from(decision: Decision, situation: Situation) -> date:
    """Answer the first day on which anybody can have been told of a decision.

    A step may take effect some days after the meeting that decided, or after its decision record: from then on.
    """
    event, first = decision.event, begun_on(decision, situation)
    known = (event.meeting_on, decision.evidence.on if decision.evidence else None) if event else ()
    return min((day for day in known if day is not None and first <= day <= decision.on), default=decision.on)


def odd_things(decision: Decision, provider: Provider, situation: Situation) -> Iterator[Odd]:
    """Answer what of a step cannot be right: days that come too early, placements of others, a trigger that is none."""
    event = decision.event
    if event is None:  # only the list records it
        return
    yield from _before_the_plan(event, begun_on(decision, situation))
    yield from _before_the_decision(event, decided_from(decision, situation))
    yield from _before_the_step(event)
    yield from _placements(event, provider, situation)
    if event.trigger is EscalationTrigger.PUT_RIGHT and rank(event.step) > rank(
        step_before(decision, provider, situation)
    ):
        yield Odd(f"what was agreed is done (put_right), and it leads to {step_entry(event.step).title}", ("trigger",))


def _before_the_plan(event: EscalationEvent, first: date) -> Iterator[Odd]:
    known = (
        ("the meeting", event.meeting_on, ("meeting_on",)),
        ("the decision record", event.evidence.on if event.evidence else None, ("evidence", "on")),
        ("the representations", event.represented_on, ("represented_on",)),
    )
    for what, day, at in known:
        if day is not None and day < first:
            yield Odd(f"{what}: {plain(day)}, before the action plan was opened", at)


def _before_the_decision(event: EscalationEvent, first: date) -> Iterator[Odd]:
    known = (
        ("the parents were told", event.parents_told_on, ("parents_told_on",)),
        ("the Department was told", event.department_told_on, ("department_told_on",)),
        *((f"{each.who} was told", each.on, ("told", number, "on")) for number, each in enumerate(event.told)),
    )
    for what, day, at in known:
        if day is not None and day < first:
            yield Odd(f"{what} on {plain(day)}, before the decision", at)
    for number, each in enumerate(event.told):
        if each.prepared_on is not None and each.on is not None and each.prepared_on > each.on:
            said = f"{each.who} was told on {plain(each.on)}, and its letter was prepared on {plain(each.prepared_on)}"
            yield Odd(said, ("told", number, "prepared_on"))


def _before_the_step(event: EscalationEvent) -> Iterator[Odd]:
    """Answer reviews that came before the step, and next looks that come before the last."""
    if event.review_on is not None and event.review_on < event.on:
        yield Odd(f"its first review is set for {plain(event.review_on)}, before the step", ("review_on",))
    for number, each in enumerate(event.reviews):
        if each.on < event.on:
            yield Odd(f"reviewed on {plain(each.on)}, before the step", ("reviews", number, "on"))
        if each.next_on is not None and each.next_on <= each.on:
            said = f"the review of {plain(each.on)} sets the next for {plain(each.next_on)}"
            yield Odd(said, ("reviews", number, "next_on"))
    if event.reapply_from is not None and event.step is EscalationStep.REMOVED and event.reapply_from < event.on:
        yield Odd(f"it may apply again from {plain(event.reapply_from)}, before the removal", ("reapply_from",))


def _placements(event: EscalationEvent, provider: Provider, situation: Situation) -> Iterator[Odd]:
    seen: set[str] = set()
    for number, each in enumerate(event.placements):
        at = ("placements", number, "placement")
        if each.placement in seen:
            yield Odd(f"what becomes of {each.placement} stands twice", at)
        seen.add(each.placement)
        known = situation.records.placement(each.placement)
        if known is not None and known.provider != provider.id:
            yield Odd(f"{each.placement} is a placement with {known.provider}, not with {provider.id}", at)
