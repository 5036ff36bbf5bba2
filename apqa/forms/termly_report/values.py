"""A record in single values, for a council's own templates: every key is there, with an empty text for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.part_values import part_values
from apqa.forms.termly_report.words import STATUSES, attended, percentage, spoken

if TYPE_CHECKING:
    from apqa.forms.termly_report.asked import AskedReport


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
        "report": part_values(type(asked.report), asked.report, spoken),
    }
