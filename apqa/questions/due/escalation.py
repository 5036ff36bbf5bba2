"""What falls due of escalation: what a step needs, and when it is looked at again (QF-58, QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import LOOKS, step_entry
from apqa.questions.due.asking import DESIGNATED_OFFICER
from apqa.questions.due.duty import Day, Duty, duty_on
from apqa.questions.escalation.holding import standing_steps
from apqa.questions.escalation.needs import needs_of
from apqa.questions.escalation.reviews import reviewed_on
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
    for plan in situation.records.action_plans:
        for decision, provider in standing_steps(plan, situation):
            for need in needs_of(decision, provider, situation):
                looked = need.entry.key in LOOKS
                if need.due is not None and (looked or not need.met):
                    day = _look(need, decision, plan, situation) if looked else _need(need, decision, plan)
                    who = decision.decided_by or DESIGNATED_OFFICER
                    yield duty_on(day, plan, provider.id, who, situation)


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
