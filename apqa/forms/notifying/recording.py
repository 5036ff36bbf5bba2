"""Who was told, written into the step of the action plan: each comment and line that is not about it stays."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from apqa.errors import UsageError
from apqa.forms.accepted import refuse_unreadable
from apqa.forms.receiving.record_text import raw_data
from apqa.forms.receiving.splicing import spliced
from apqa.forms.receiving.writing import ToWrite
from apqa.guidance.days import plain
from apqa.questions.escalation.telling import folded
from apqa.reading.text import BOM, decode
from apqa.records.action_plan import ActionPlan
from apqa.records.kinds import ACTION_PLAN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.telling import Addressee


@dataclass(frozen=True, slots=True)
class Entry:
    """What is recorded of one addressee."""

    to: Addressee
    field: str
    """Which day of it: `prepared_on`, `on` or `acknowledged_on`."""

    on: date
    how: str = ""
    who: str = ""
    """The name it has in the record; empty where it is to stand there by its own."""


def recorded(decision: Decision, entries: Iterable[Entry], root: Path) -> ToWrite:
    """Answer the file of the action plan with more recorded in its step; what stood there before stands there still.

    Raises `UsageError` where no action plan records the step, or where it would contradict what is recorded.
    """
    if decision.plan is None or decision.number is None:
        raise UsageError(
            f"only the list records that step ({decision.step.value}, {decision.on}), and the list has no place for "
            "who was told: record it in an action plan of the provider (escalation, with on, step, decided_by and "
            "reason), and run the command again"
        )
    target = root / ACTION_PLAN.path(decision.plan.id)
    raw = target.read_bytes()
    data = raw_data(raw)
    event = data["escalation"][decision.number]
    for entry in entries:
        _put(event, entry)
    mark = BOM if raw.startswith(BOM.encode()) else ""
    text = spliced(decode(raw), ActionPlan, data)
    refuse_unreadable(ACTION_PLAN, decision.plan.id, text)
    return ToWrite(target, raw, (mark + text).encode())


def _put(event: dict[str, Any], entry: Entry) -> None:
    told: list[dict[str, Any]] = event.get("told") or []
    event["told"] = told
    who = folded(entry.who or entry.to.name)
    found = next((each for each in told if folded(str(each.get("who", ""))) == who), None)
    if found is None:
        found = {"who": entry.to.name, "kind": entry.to.kind.value}
        told.append(found)
    _refuse_contradiction(found, entry)
    found[entry.field] = str(entry.on)
    if entry.how:
        found["how"] = entry.how


def _refuse_contradiction(found: dict[str, Any], entry: Entry) -> None:
    """Refuse a day before one that must come before it, and one that would take the place of a later one."""
    for field in _BEFORE[entry.field]:
        day = str(found.get(field) or "")
        if day > str(entry.on):
            raise UsageError(
                f"{entry.to.name} is recorded as {_SAID[field]} on {plain(date.fromisoformat(day))}, after "
                f"{plain(entry.on)}: give the right day with --on, or correct the action plan"
            )


_SAID = {"prepared_on": "having a letter prepared", "on": "told", "acknowledged_on": "having acknowledged it"}
_BEFORE = {
    "prepared_on": ("prepared_on", "on", "acknowledged_on"),
    "on": ("prepared_on", "on", "acknowledged_on"),
    "acknowledged_on": ("on", "acknowledged_on"),
}
"""What may not be recorded on a later day already, by what is recorded."""
