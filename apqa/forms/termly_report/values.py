"""A record in single values, for a council's own templates: every key is there, with an empty text for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.forms.termly_report.words import STATUSES, attended, percentage, spoken
from apqa.records.schema.shapes import fields, shape

if TYPE_CHECKING:
    from apqa.forms.termly_report.asked import AskedReport
    from apqa.records.base import Part

_NOT_SHOWN = frozenset({"identifies_nobody", "local"})
"""A council's own fields: what they hold is for the council alone."""


def report_values(asked: AskedReport) -> dict[str, object]:
    """Answer the single values of a report: those its document begins with, and under `report` every key of it."""
    sessions = asked.report.sessions
    week = asked.placement.week(asked.agreed_on)
    return {
        "pupil": asked.placement.pupil,
        "placement": asked.placement.id,
        "provider": asked.provider_name,
        "commissioner": asked.placement.commissioner.name,
        "term": asked.term,
        "status": STATUSES[asked.report.status],
        "due": spoken(asked.due),
        "agreed_hours": spoken(week.hours_with_breaks if week else None),
        "attendance": attended(sessions) if sessions else "",
        "percentage": percentage(sessions.attended, sessions.possible) if sessions else "",
        "lacks": asked.lacks,
        "report": part_values(type(asked.report), asked.report),
    }


def part_values(model: type[Part], part: Part | None) -> dict[str, object]:
    """Answer every key of a part, or of one that is not recorded, as text, as a list or as a part again."""
    return {
        each.name: _value(each.annotation, getattr(part, each.name) if part else None)
        for each in fields(model)
        if each.name not in _NOT_SHOWN
    }


def _value(annotation: Any, value: Any) -> object:
    of = shape(annotation)
    if of.part is not None:
        return part_values(of.part, value)
    if of.entries is not None:
        return tuple(_value(of.entries, each) for each in value or ())
    return spoken(value)
