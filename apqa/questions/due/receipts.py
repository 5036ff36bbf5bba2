"""What falls due of a self-assessment once it came: the council's review, the provider's correction (QF-53)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.assessments.current import counts
from apqa.questions.assessments.receipt import Stage, handled
from apqa.questions.concern import is_of_concern
from apqa.questions.due.asking import DESIGNATED_OFFICER, at_the_provider
from apqa.questions.due.duty import Day, Duty, duty_on
from apqa.vocabulary.due import DutyKind, Owes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.assessments.receipt import Handled
    from apqa.questions.situation import Situation
    from apqa.records.self_assessment import SelfAssessment


def receipt_duties(situation: Situation) -> Iterator[Duty]:
    """Answer the reviews and the corrections of self-assessments that fall due, of each provider's last one (QF-53).

    How many days each takes is the council's to say. The visit that validates one falls due as a visit.
    """
    for provider in situation.records.providers:
        if not is_of_concern(provider, situation):
            continue
        for assessment in situation.records.self_assessments_of(provider.id):
            found = handled(assessment, situation) if counts(assessment, situation) else None
            if found is not None and found.stage is not Stage.REVIEWED:
                yield _next_step(assessment, found, situation)


def _next_step(assessment: SelfAssessment, found: Handled, situation: Situation) -> Duty:
    """Answer the next step: the council's where it has not reviewed it, the provider's where it has it back."""
    returned = found.stage is Stage.RETURNED
    came = "received" if assessment.council and not found.earlier else "completed"
    step, said = ("corrected", "returned") if returned else ("reviewed", came)
    days = "self_assessment_correction_days" if returned else "self_assessment_review_days"
    at = ("council", "outcome") if returned else ("council",) if assessment.council else ("completed_on",)
    day = Day(
        DutyKind.SELF_ASSESSMENT,
        Owes.PROVIDER if returned else Owes.COUNCIL,
        f"self_assessment/{assessment.id}/{step}",
        f"Self-assessment of {assessment.year} {step}",
        found.due,
        "QF-53",
        situation.policy.setting(days).basis,
        at,
        f"{said} on {plain(found.since)}",
    )
    ask = at_the_provider(assessment.provider, situation) if returned else DESIGNATED_OFFICER
    return duty_on(day, assessment, assessment.provider, ask, situation)
