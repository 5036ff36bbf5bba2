"""How far concerns have been taken, as JSON for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.display.notices.json import told_fields

if TYPE_CHECKING:
    from datetime import date

    from apqa.display.escalation.answer import EscalationAnswer
    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.needs import NeedState
    from apqa.questions.escalation.standing import Escalation


def json_escalation(answer: EscalationAnswer) -> str:
    """Write every provider shown with its story, the gravest step first."""
    return to_json(
        envelope(
            answer.header,
            unread=answer.unread,
            providers=[_escalation(each) for each in answer.shown],
        )
    )


def _escalation(each: Escalation) -> dict[str, object]:
    reached = each.reached
    return {
        "provider": {"id": each.provider.id, "name": each.provider.name},
        "step": reached.step.value,
        "since": reached.since,
        "why": reached.why,
        "action_plan": reached.plan,
        "must_act": each.must_act(),
        "differs": each.differs,
        "doubt": each.doubt,
        "unread": list(each.unread),
        "next": [{"what": n.what, "by": n.by, "who": n.who, "overdue": n.overdue} for n in each.next],
        "called_for": [{"trigger": c.trigger.value, "step": c.step.value, "says": c.says} for c in each.called],
        "needs": [_need(need, each.on) for need in each.needs],
        "told": [told_fields(telling) for telling in each.told],
        "story": [_decision(decision) for decision in each.story],
    }


def _need(need: NeedState, on: date) -> dict[str, object]:
    return {
        "need": need.entry.key.value,
        "title": need.entry.title,
        "met": need.met,
        "overdue": need.is_overdue(on),
        "due": need.due,
        "says": need.says,
        "basis": need.entry.basis,
        "confirmed": need.entry.confirmed,
    }


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "on": decision.on,
        "step": decision.step.value,
        "reason": decision.reason,
        "decided_by": decision.decided_by,
        "action_plan": decision.plan.id if decision.plan else "",
        "in_list": decision.in_list,
    }
