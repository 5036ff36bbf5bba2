"""Action plans and escalation (QF-58, QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.due.actions import last_update
from apqa.records.kinds import ACTION_PLAN
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.review import EscalationStep, Judgement, Rag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan

_WEAK = frozenset({Judgement.NEEDS_IMPROVEMENT, Judgement.CONCERN})
_COLOURED = frozenset({Rag.AMBER, Rag.RED})


@rule(
    about=ACTION_PLAN,
    severity=Severity.CONCERN,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Ask the provider what has been done; record it, or take the plan to the next step.",
)
def overdue_action(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """An agreed action is past its day and still open.

    The provider acts on the plan without delay.
    """
    if plan.closed_on is not None and plan.closed_on <= situation.on:
        return
    for number, action in enumerate(plan.actions):
        if action.is_open(situation.on) and action.due < situation.on:
            said = f"{action.what}: due on {plain(action.due)} from {action.owner}, and still open"
            yield Fault(plan, said, ("actions", number, "due"))


@rule(
    about=ACTION_PLAN,
    severity=Severity.QUERY,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Ask for an update, and record it.",
)
def silent_on_action_plan(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """A provider has given no update on an open action plan within the agreed days.

    The provider gives regular updates on progress, as agreed and specified in the plan.
    """
    if plan.update_days is None or plan.on > situation.on or (plan.closed_on and plan.closed_on <= situation.on):
        return
    last = last_update(plan, situation.on)
    if (situation.on - last).days > plan.update_days and any(action.is_open(situation.on) for action in plan.actions):
        told = last != (plan.agreed_on or plan.on)
        since = f"the last update was on {plain(last)}" if told else f"no update since {plain(last)}"
        said = f"{since}; one is due every {plan.update_days} days"
        yield Fault(plan, said, ("update_days",))


@rule(
    about=ACTION_PLAN,
    severity=Severity.QUERY,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Agree it with the provider, and record the day.",
)
def action_plan_not_agreed(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """An action plan is not recorded as agreed with the provider.

    An action plan is agreed, recorded and monitored.
    """
    if plan.agreed_on is None and plan.closed_on is None and plan.on < situation.on:
        yield Fault(plan, f"opened on {plain(plan.on)} and not recorded as agreed", ("reason",))


@rule(
    about=ACTION_PLAN,
    severity=Severity.BREACH,
    clauses=("QF-59",),
    basis="QF-59",
    remedy="Hold the meeting, tell whoever was not told, and record both with their days; record what becomes of each "
    "live placement.",
)
def removal_not_carried_through(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """A provider was removed without an urgent meeting, or without telling everyone who must be told.

    An urgent meeting decides; then all commissioning services and schools are informed, and each live placement
    has what happens to it.
    """
    for number, event in enumerate(plan.escalation):
        if event.step is not EscalationStep.REMOVED or event.on > situation.on:
            continue
        at = ("escalation", number)
        if event.meeting_on is None or event.meeting_on > event.on:
            yield Fault(plan, "no urgent meeting before the removal is recorded", at)
        told = {each.who.lower() for each in event.told}
        authority = situation.records.authority
        untold = [each.name for each in (authority.recipients if authority else ()) if each.name.lower() not in told]
        if untold:
            yield Fault(plan, f"not recorded as told of the removal: {', '.join(untold)}", at)
        settled = {outcome.placement for outcome in event.placements}
        live = [
            each.id
            for each in situation.records.placements_at(plan.provider)
            if each.is_live(event.on) and each.starts < event.on
        ]
        open_ended = sorted(set(live) - settled)
        if open_ended:
            yield Fault(plan, f"what becomes of these placements is not recorded: {', '.join(open_ended)}", at)
