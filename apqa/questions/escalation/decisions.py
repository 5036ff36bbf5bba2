"""The story of an escalation: every step a provider's action plans and the list record, in one row (QF-58, QF-59)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.escalation.reached import BY_LIST, GRAVE, agreed_from, step_of
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan, EscalationEvent
    from apqa.records.base import Evidence
    from apqa.records.listing import ListEvent
    from apqa.records.provider import Provider

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Decision:
    """One step up or down, wherever it is recorded."""

    on: date
    step: EscalationStep
    reason: str
    decided_by: str = ""
    """By role; empty where nobody decided: a plan was opened or closed, a suspension ran out."""

    plan: ActionPlan | None = None
    """The action plan that records it; none where only the list does."""

    number: int | None = None
    """Which step of the plan it is; none where the plan only was opened or closed."""

    listing: ListEvent | None = None
    """The decision about the list that records it; none where only an action plan does."""

    @property
    def in_list(self) -> bool:
        """Answer whether the list records it."""
        return self.listing is not None

    @property
    def evidence(self) -> Evidence | None:
        """Answer the decision record, wherever it is named."""
        here = self.event.evidence if self.event is not None else None
        return here or (self.listing.evidence if self.listing is not None else None)

    @property
    def event(self) -> EscalationEvent | None:
        """Answer the record of it in the action plan; none where there is none."""
        return self.plan.escalation[self.number] if self.plan is not None and self.number is not None else None

    @property
    def ran_out(self) -> bool:
        """Answer whether it is the end of a suspension on the list that ran out."""
        return self.listing is not None and self.listing.on < self.on

    @property
    def recorded_in(self) -> str:
        """Say where it is recorded: "action plan of 18 May 2026 and list"."""
        plan = f"action plan of {plain(self.plan.on)}" if self.plan is not None else ""
        return " and ".join(filter(None, (plan, "list" if self.in_list else "")))


def decisions(provider: Provider, situation: Situation) -> tuple[Decision, ...]:
    """Answer every step up to the day, the oldest first; one that plan and list both record on a day is one step."""

    def find() -> tuple[Decision, ...]:
        plans = [each for each in situation.records.action_plans_of(provider.id) if each.on <= situation.on]
        found = [each for plan in plans for each in _of_plan(plan, provider, situation)]
        for each in _of_list(provider, situation):
            _put_in(found, each)
        return tuple(sorted(found, key=lambda each: each.on))

    return situation.once(("decisions", provider.id), find)


def _of_plan(plan: ActionPlan, provider: Provider, situation: Situation) -> Iterator[Decision]:
    taken = [number for number, event in enumerate(plan.escalation) if event.on <= situation.on]
    opened = agreed_from(plan)
    if opened <= situation.on and (not plan.escalation or plan.escalation[0].on > opened):
        first = plan.escalation[0].step if plan.escalation else None
        if first is not EscalationStep.LISTED_WITH_ACTIONS:
            yield Decision(opened, EscalationStep.LISTED_WITH_ACTIONS, plan.reason, plan=plan)
    for number in taken:
        event = plan.escalation[number]
        yield Decision(event.on, event.step, event.reason, event.decided_by, plan, number)
    last = plan.escalation[taken[-1]].step if taken else None
    ends_by_itself = last is not EscalationStep.LISTED and last not in GRAVE
    if plan.closed_on is not None and plan.closed_on <= situation.on and ends_by_itself:
        why = plan.closing_note or "the action plan was closed"
        yield Decision(plan.closed_on, step_of(provider, situation.on_day(plan.closed_on)).step, why, plan=plan)


def _of_list(provider: Provider, situation: Situation) -> Iterator[Decision]:
    closed = False
    for event in provider.listing:
        if event.on > situation.on:
            continue
        if event.status in BY_LIST:
            yield Decision(event.on, BY_LIST[event.status], event.reason, event.decided_by, listing=event)
            yield from _run_out(event, provider, situation)
        elif event.status is ListStatus.LISTED and closed:
            yield Decision(event.on, EscalationStep.LISTED, event.reason, event.decided_by, listing=event)
        closed = event.status in BY_LIST


def _run_out(event: ListEvent, provider: Provider, situation: Situation) -> Iterator[Decision]:
    """Answer that a suspension with a last day has run out, where nothing was decided by then.

    Whatever step the action plans still say then holds again.
    """
    if event.until is None or event.until >= situation.on:
        return
    after = event.until + _A_DAY
    if not any(event.on < each.on <= after for each in provider.listing):
        said = f"the suspension on the list was until {plain(event.until)}"
        yield Decision(after, step_of(provider, situation.on_day(after)).step, said, listing=event)


def _put_in(found: list[Decision], decision: Decision) -> None:
    """Put a decision of the list among the others; with what a plan records of the same on that day it is one."""
    for number, each in reversed(tuple(enumerate(found))):
        if each.on == decision.on and each.number is not None and _are_one(each, decision):
            found[number] = replace(each, listing=decision.listing)
            return
    found.append(decision)


def _are_one(of_plan: Decision, of_list: Decision) -> bool:
    """Answer whether a step of a plan and a decision about the list say the same.

    The list knows no step below a suspension: that it opens again says no more than that the suspension has ended,
    and the milder step of the plan says what holds from then on.
    """
    opens_again = of_list.step is EscalationStep.LISTED and not of_list.ran_out
    return of_plan.step is of_list.step or (opens_again and of_plan.step not in GRAVE)
