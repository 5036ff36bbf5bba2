"""A self-assessment form that came back: whether it is one these records await, and what becomes of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.received import Outcome, Problem
from apqa.records.kinds import SELF_ASSESSMENT
from apqa.vocabulary.review import AssessmentOutcome

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.forms.filling.stamp import Stamp
    from apqa.forms.receiving.arrival import Awaited
    from apqa.questions.situation import Situation
    from apqa.records.self_assessment import CriterionRating, SelfAssessment


def record_id(stamp: Stamp) -> str:
    """Answer the id of the self-assessment that is asked for."""
    return f"{stamp.provider}/{stamp.term}"


def not_awaited(stamp: Stamp, awaited: Awaited, situation: Situation) -> Iterator[Problem]:
    """Say why a form is none that these records await."""
    if awaited.provider and stamp.provider != awaited.provider:
        yield Problem("", f"it is a form for {stamp.name} ({stamp.provider}), and {awaited.provider} is asked about")
    if awaited.term:
        yield Problem("", f"it is a self-assessment of {stamp.term}, and reports of {awaited.term} are asked about")
    of, known = record_id(stamp), situation.records
    if known.provider(stamp.provider) is None:
        said = f"it is a form for {stamp.name} ({stamp.provider}), and these records have no such provider"
        yield Problem("", f"{said}: is it of another council, or has the provider's record another name now?")
    if SELF_ASSESSMENT.id_of(SELF_ASSESSMENT.path(of)) != of:
        yield Problem("", f"'{stamp.term}' is no school year that a self-assessment may be of")
    if of in known.unreadable(SELF_ASSESSMENT, of):
        path = SELF_ASSESSMENT.path(of)
        yield Problem("", f"there is a record {path} that cannot be read: `apqa check` says why; put it right first")


def is_reviewed(existing: SelfAssessment) -> bool:
    """Answer whether the council has reviewed a self-assessment, and has not sent it back for correction.

    What it reviewed before the self-assessment was completed was an earlier version.
    """
    council = existing.council
    if council is None or council.received_on < existing.completed_on:
        return False
    return council.outcome is not AssessmentOutcome.RETURNED and bool(council.outcome or council.reviewed_on)


def is_returned(existing: SelfAssessment) -> bool:
    """Answer whether the council has sent a self-assessment back for correction."""
    return existing.council is not None and existing.council.outcome is AssessmentOutcome.RETURNED


def outcome_of(existing: SelfAssessment | None, *, answered: bool, differs: bool) -> tuple[Outcome, str]:
    """Answer what becomes of a self-assessment that came back, and why where it is refused.

    `answered` says whether anything is filled in beside what the council sent along, `differs` whether a value is other
    than in the record. One that the council has reviewed is not changed: it is returned first.
    """
    if existing is None:
        return (Outcome.NEW, "") if answered else (Outcome.NOT_FILLED_IN, "")
    if not differs:
        return Outcome.SAME, ""
    return (Outcome.REFUSED, _why_not(existing)) if is_reviewed(existing) else (Outcome.CHANGED, "")


def _why_not(existing: SelfAssessment) -> str:
    council = existing.council
    on = f" on {plain(council.reviewed_on)}" if council and council.reviewed_on else ""
    return (
        f"the council has reviewed the self-assessment of {existing.year}{on}, and this says something else: to take "
        "it, return the first (council: outcome: returned), and receive this again"
    )


def day_problem(completed: date, on: date) -> str:
    """Say what is wrong with the day of completion; nothing where it may be right."""
    if completed <= on:
        return ""
    return f"{plain(completed)} is still to come, on {plain(on)}: correct it, or give the day with --on"


def action_problem(rating: CriterionRating, completed: date) -> str:
    """Say what is wrong with the day an action is promised for; nothing where it was done, or may still be."""
    action = rating.action
    if action is None or action.done_on or action.due >= completed:
        return ""
    return (
        f"{plain(action.due)} was over when this was completed, on {plain(completed)}: promise another day, or say "
        "when it was done"
    )
