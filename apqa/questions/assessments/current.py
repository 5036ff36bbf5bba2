"""Which self-assessment of a provider counts on a day, which one came before it, and when one is due (QF-53)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.vocabulary.review import AssessmentOutcome

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment


@dataclass(frozen=True, slots=True)
class DueAgain:
    """When the next self-assessment of a provider is due."""

    by: date | None
    """The day; none where none is asked for."""

    last: date | None = None
    """The day the last one was completed; none where there is none."""

    since: date | None = None
    """The day the provider was listed."""

    returned: date | None = None
    """The day one was completed that came after the last, and that the council has sent back for correction."""

    why_not: str = ""
    """Why none is asked for."""


def completed_by(provider_id: str, situation: Situation) -> tuple[SelfAssessment, ...]:
    """Answer the self-assessments of a provider that were completed by the day, the latest one last."""
    found = situation.records.self_assessments_of(provider_id)
    return tuple(sorted((each for each in found if each.completed_on <= situation.on), key=_when))


def _when(assessment: SelfAssessment) -> tuple[date, str]:
    return assessment.completed_on, assessment.year


def counts(assessment: SelfAssessment, situation: Situation) -> bool:
    """Answer whether a self-assessment is the last one its provider completed by the day.

    What is open in an earlier one is answered by the later one, or found there again.
    """
    done = situation.once(
        ("self-assessments", assessment.provider), lambda: completed_by(assessment.provider, situation)
    )
    return bool(done) and done[-1].id == assessment.id


def year_before(provider_id: str, year: str, situation: Situation) -> SelfAssessment | None:
    """Answer the self-assessment of the nearest earlier year that was completed by the day; none without one."""
    earlier = [each for each in completed_by(provider_id, situation) if each.year < year]
    return max(earlier, key=lambda each: each.year, default=None)


def due_again(provider: Provider, situation: Situation) -> DueAgain:
    """Work out by when a provider has to complete its next self-assessment: a cycle after the last, or after listing.

    On that day itself it is not overdue. None is asked of a provider that is not on the list, or of which the council
    decided to ask none. One that the council has returned by the day does not count.
    """
    cycle, since = situation.policy.cycle("self_assessment"), provider.listed_since(situation.on)
    if since is None:
        return DueAgain(None, why_not="it is not on the approved provider list")
    exempt = provider.reports_not_asked
    if exempt and exempt.on <= situation.on:
        return DueAgain(None, why_not=f"none is asked of it: {exempt.reason} ({exempt.by})")
    if cycle is None:
        return DueAgain(None, why_not="nothing was asked for yet on that day")
    made = completed_by(provider.id, situation)
    last = max((each.completed_on for each in made if not is_returned(each, situation.on)), default=None)
    back = max((each.completed_on for each in made if is_returned(each, situation.on)), default=None)
    returned = back if back and (last is None or back > last) else None
    return DueAgain(cycle.next_due(max(since, last or since)), last, since, returned)


def is_returned(assessment: SelfAssessment, on: date) -> bool:
    """Answer whether the council had returned a self-assessment to the provider by the day."""
    council = assessment.council
    if council is None or council.outcome is not AssessmentOutcome.RETURNED:
        return False
    return (council.reviewed_on or council.received_on) <= on
