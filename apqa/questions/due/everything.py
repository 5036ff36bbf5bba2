"""Everything that falls due, in the order of urgency."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.due.actions import action_duties
from apqa.questions.due.applications import application_duties
from apqa.questions.due.audits import audit_duties
from apqa.questions.due.escalation import escalation_duties
from apqa.questions.due.placements import placement_duties
from apqa.questions.due.providers import provider_duties
from apqa.questions.due.receipts import receipt_duties
from apqa.questions.due.reports import report_duties
from apqa.questions.due.self_assessments import self_assessment_duties
from apqa.questions.due.visits import visit_duties

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.questions.due.duty import Duty
    from apqa.questions.situation import Situation

SOURCES = (
    report_duties,
    placement_duties,
    self_assessment_duties,
    receipt_duties,
    visit_duties,
    audit_duties,
    action_duties,
    escalation_duties,
    provider_duties,
    application_duties,
)
"""Every question that finds duties, each with a day."""


def everything_due(situation: Situation) -> tuple[Duty, ...]:
    """Answer every duty with a day, however far off, the most urgent first; what is settled last."""
    return by_urgency(duty for source in SOURCES for duty in source(situation))


def by_urgency(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Sort duties: what is overdue first, and of each state the earliest first."""
    return tuple(sorted(duties, key=lambda duty: duty.urgency))
