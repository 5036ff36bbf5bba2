"""How far the council has come with a self-assessment: reviewed, returned, validated by a visit (QF-53, QF-54)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.questions.assessments.ratings import checked_by
from apqa.vocabulary.review import AssessmentOutcome, VisitStatus, VisitType

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.self_assessment import CouncilReceipt, SelfAssessment
    from apqa.records.visit import Visit

_VALIDATES = frozenset({VisitType.ANNUAL_VALIDATION, VisitType.ROUTINE, VisitType.FOLLOW_UP})
"""The visits that validate a self-assessment as a rule; one of another type does where a validation names it."""


class Stage(StrEnum):
    """How far the council has come."""

    NOT_REVIEWED = "not_reviewed"
    """It has come, or was completed, and its review is not recorded."""

    RETURNED = "returned"
    """It was returned to be corrected."""

    REVIEWED = "reviewed"
    """It was accepted, with actions or without."""


@dataclass(frozen=True, slots=True)
class Handled:
    """How far the council has come with one self-assessment, and what is next."""

    stage: Stage
    since: date
    """The day it came to that: completed or received, returned, or reviewed."""

    due: date | None
    """The day by which the next step is due: the review, the correction, the visit. None where none is."""

    overdue: bool
    """Whether that day has passed."""

    visit: Visit | None = None
    """The visit that validated it; none where there was none by the day."""

    earlier: bool = False
    """Whether what the council recorded is of a version that was handed in before this one was completed."""


def handled(assessment: SelfAssessment, situation: Situation) -> Handled:
    """Work out how far the council has come with a self-assessment by the day, and what is due next.

    How long a review and a correction take is the council's to say. What was received before it was completed was an
    earlier version.
    """
    receipt, on = assessment.council, situation.on
    earlier = receipt is not None and receipt.received_on < assessment.completed_on
    reviewed = _reviewed(receipt, on) if not earlier else None
    if receipt is None or reviewed is None:
        came = assessment.completed_on if receipt is None or earlier else receipt.received_on
        due = came + situation.policy.days("self_assessment_review_days")
        return Handled(Stage.NOT_REVIEWED, came, due, due < on, earlier=earlier)
    if receipt.outcome is AssessmentOutcome.RETURNED:
        due = reviewed + situation.policy.days("self_assessment_correction_days")
        return Handled(Stage.RETURNED, reviewed, due, due < on)
    visit = validating_visit(assessment, situation)
    late = receipt.visit_by is not None and receipt.visit_by < on and visit is None
    return Handled(Stage.REVIEWED, reviewed, receipt.visit_by, late, visit)


def _reviewed(receipt: CouncilReceipt | None, on: date) -> date | None:
    """Answer the day it was reviewed, with an outcome, by the day; none where it was not."""
    if receipt is None or receipt.outcome is None or receipt.reviewed_on is None or receipt.reviewed_on > on:
        return None
    return receipt.reviewed_on


def validating_visit(assessment: SelfAssessment, situation: Situation) -> Visit | None:
    """Answer the first visit by the day that validated a self-assessment: on site, and no earlier than it.

    A spot check has another purpose, and counts where the council's validation of a criterion names it.
    """
    named = {found.visit for each in assessment.ratings.values() if (found := checked_by(each, situation.on))}
    for visit in sorted(situation.records.visits_to(assessment.provider), key=lambda each: each.on):
        took_place = visit.status is VisitStatus.DONE and assessment.completed_on <= visit.on <= situation.on
        if took_place and (visit.type in _VALIDATES or visit.id in named):
            return visit
    return None
