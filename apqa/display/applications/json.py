"""Applications to be listed as JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json

if TYPE_CHECKING:
    from apqa.display.applications.answer import ApplicationsAnswer
    from apqa.questions.applications.application import Application
    from apqa.questions.applications.checklist import ItemAnswer


def json_applications(answer: ApplicationsAnswer) -> str:
    """Write every application with its checklist, its first visit and its decision."""
    shown = [_fields(each) for each in answer.applications]
    return to_json(envelope(answer.header, applications=shown, decided=answer.decided, unread=list(answer.unread)))


def _fields(each: Application) -> dict[str, object]:
    visit, decision, done = each.visit, each.decision, each.diligence
    return {
        "provider": {"id": each.provider.id, "name": each.provider.name},
        "came_on": each.came_on,
        "stage": each.stage,
        "since": each.since,
        "due": each.due,
        "visit": {"id": visit.id, "on": visit.on, "status": visit.status} if visit else None,
        "diligence": {"on": done.on, "by": done.by, "adequate": done.adequate, "outcome": done.outcome}
        if done
        else None,
        "decision": {"on": decision.on, "by": decision.decided_by, "status": decision.status, "reason": decision.reason}
        if decision
        else None,
        "later": [{"on": event.on, "status": event.status, "until": event.until} for event in each.later],
        "missing": list(each.missing),
        "checklist": [_item(item) for item in each.items],
    }


def _item(each: ItemAnswer) -> dict[str, object]:
    return {
        "key": each.item.key,
        "part": each.item.part,
        "title": each.item.title,
        "basis": each.item.basis,
        "confirmed": each.item.confirmed,
        "state": each.state,
        "says": list(each.says),
    }
