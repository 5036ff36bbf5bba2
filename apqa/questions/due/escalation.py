"""What falls due of escalation: what a step needs, and when it is looked at again (QF-58, QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import LOOKS, step_entry
from apqa.questions.due.asking import DESIGNATED_OFFICER
from apqa.questions.due.duty import Day, Duty, duty_on
from apqa.questions.escalation.holding import standing_decision, standing_steps
from apqa.questions.escalation.needs import needs_of
from apqa.questions.escalation.reached import GRAVE
from apqa.questions.escalation.reviews import reviewed_on
from apqa.questions.unread import unread_about
from apqa.records.kinds import ACTION_PLAN
from apqa.vocabulary.due import DutyKind, Owes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.needs import NeedState
    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan


def escalation_duties(situation: Situation) -> Iterator[Duty]:
    """Answer what a step of escalation that holds still needs, and when it is looked at again (QF-58, QF-59).

    What had to come before the step, as the urgent meeting before a removal, has no day to come and is a finding alone.
    """
    yield from _only_on_the_list(situation)
    for plan in situation.records.action_plans:
        for decision, provider in standing_steps(plan, situation):
            for need in needs_of(decision, provider, situation):
                looked = need.entry.key in LOOKS
                if need.due is not None and (looked or not need.met):
                    day = _look(need, decision, plan, situation) if looked else _need(need, decision, plan)
                    who = decision.decided_by or DESIGNATED_OFFICER
                    yield duty_on(day, plan, provider.id, who, situation)


def _only_on_the_list(situation: Situation) -> Iterator[Duty]:
    """Answer what a step needs that only the list knows; it is recorded in an action plan, and until then overdue.

    Nothing is asked of what may stand in an action plan that cannot be read.
    """
    for provider in situation.records.providers:
        decision = standing_decision(provider, situation)
        if decision is None or decision.event is not None or decision.listing is None:
            continue
        if decision.step not in GRAVE or unread_about(ACTION_PLAN, provider.id, situation):
            continue
        at, step = ("listing", provider.listing.index(decision.listing)), step_entry(decision.step).title
        for need in needs_of(decision, provider, situation):
            if need.due is not None and (not need.met or need.entry.key in LOOKS):
                key = f"escalation/list/{provider.id}/{decision.on.isoformat()}/{need.entry.key.value}"
                title = f"{step[0].upper()}{step[1:]}: {need.entry.title[0].lower()}{need.entry.title[1:]}"
                basis = need.entry.basis
                day = Day(DutyKind.ESCALATION, Owes.COUNCIL, key, title, need.due, "QF-59", basis, at, need.says)
                yield duty_on(day, provider, provider.id, decision.decided_by or DESIGNATED_OFFICER, situation)


def _look(need: NeedState, decision: Decision, plan: ActionPlan, situation: Situation) -> Day:
    """Answer when a step is looked at again."""
    last = reviewed_on(decision, plan.provider, situation)
    looked = f"; last looked at on {plain(last)}" if last else ""
    says = f"since {plain(decision.on)}: {decision.reason}{looked}"
    title = f"Review of {step_entry(decision.step).title}"
    return _day(need, decision, f"escalation/{plan.id}", title, says)


def _need(need: NeedState, decision: Decision, plan: ActionPlan) -> Day:
    """Answer by when something else is done that the step needs."""
    step, title = step_entry(decision.step).title, need.entry.title
    key = f"escalation/{plan.id}/{decision.number}/{need.entry.key.value}"
    return _day(need, decision, key, f"{step[0].upper()}{step[1:]}: {title[0].lower()}{title[1:]}", need.says)


def _day(need: NeedState, decision: Decision, key: str, title: str, says: str) -> Day:
    at = ("escalation", decision.number or 0)
    return Day(DutyKind.ESCALATION, Owes.COUNCIL, key, title, need.due, "QF-59", need.entry.basis, at, says)
