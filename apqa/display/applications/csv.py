"""Applications to be listed as CSV: a row an application, or a row an item of one checklist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.applications.words import STATES
from apqa.display.table import csv_text
from apqa.questions.applications.checklist import ItemState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.display.applications.answer import ApplicationsAnswer
    from apqa.questions.applications.application import Application

COLUMNS = (
    "on",
    "provider",
    "name",
    "came_on",
    "stage",
    "since",
    "met",
    "open",
    "not_recorded",
    "visit",
    "visit_status",
    "due",
    "decided_on",
    "reason",
    "later",
    "missing",
)
ITEM_COLUMNS = ("on", "provider", "item", "part", "title", "basis", "state", "says")


def csv_applications(answer: ApplicationsAnswer) -> str:
    """Write one row an application; of one that is to be decided, one row an item of its checklist."""
    on = answer.header.on
    if answer.one and any(each.items for each in answer.applications):
        return csv_text((row for each in answer.applications for row in _items(each, on)), ITEM_COLUMNS)
    return csv_text((_row(each, on) for each in answer.applications), COLUMNS)


def _row(each: Application, on: date | None) -> tuple[object, ...]:
    return (
        on,
        each.provider.id,
        each.provider.name,
        each.came_on,
        each.stage.value,
        each.since,
        *(each.counted(state) if each.items else None for state in ItemState),
        each.visit and each.visit.on,
        each.visit and each.visit.status.value,
        each.due,
        each.decision and each.decision.on,
        each.decision and each.decision.reason,
        "; ".join(f"{event.on}: {event.status.value}" for event in each.later),
        "; ".join(each.missing),
    )


def _items(each: Application, on: date | None) -> Iterator[tuple[object, ...]]:
    for answer in each.items:
        item = answer.item
        says = "; ".join(answer.says)
        yield on, each.provider.id, item.key, item.part.value, item.title, item.basis, STATES[answer.state], says
