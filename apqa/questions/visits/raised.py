"""What was raised about a provider since it was last visited, and may ask for a spot check (QF-55)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.assessments.current import completed_by
from apqa.questions.assessments.ratings import effective
from apqa.questions.checks.visits import last_visit
from apqa.vocabulary.reporting import ReportJudgement
from apqa.vocabulary.review import Rating, Trigger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.base import Record
    from apqa.records.provider import Provider
    from apqa.records.termly_report import TermlyReport
    from apqa.rule import Path


@dataclass(frozen=True, slots=True)
class Raised:
    """One thing that was raised."""

    on: date
    says: str
    trigger: Trigger
    """What a spot check would name as its trigger."""

    record: Record
    at: Path
    """Where it stands."""


def raised_since_visit(provider: Provider, situation: Situation) -> tuple[Raised, ...]:
    """Answer what raised a concern after the last visit on site, the latest first; nothing a visit has been to since.

    A commissioner judged a termly report a concern or took it further, or the provider's own self-assessment says that
    it does not meet a criterion. Whether that wants a spot check is for the officer to decide: it is no duty.
    """
    visit = last_visit(provider, situation)
    every = (*_reported(provider, situation), *_assessed(provider, situation))
    since = [each for each in every if each.on <= situation.on and (visit is None or each.on > visit.on)]
    return tuple(sorted(since, key=lambda each: each.on, reverse=True))


def _reported(provider: Provider, situation: Situation) -> Iterator[Raised]:
    for placement in situation.records.placements_at(provider.id):
        for report in situation.records.reports_on(placement.id):
            yield from _of_report(report)


def _of_report(report: TermlyReport) -> Iterator[Raised]:
    review = report.review
    if review is None:
        return
    what = "a commissioner judged a termly report a concern" if review.judgement is ReportJudgement.CONCERN else ""
    if review.escalated:
        what = f"{what} and took it further" if what else "a commissioner took a termly report further"
    if what:
        yield Raised(review.on, f"{what} on {plain(review.on)}", Trigger.COMMISSIONER_REPORT, report, ("commissioner",))


def _assessed(provider: Provider, situation: Situation) -> Iterator[Raised]:
    """Answer the criteria that the last self-assessment says are not met, and no visit found otherwise."""
    for assessment in completed_by(provider.id, situation)[-1:]:
        unmet = [
            code
            for code, each in assessment.ratings.items()
            if each.rating is Rating.NOT_MET and effective(each, situation.on) is Rating.NOT_MET
        ]
        if unmet:
            number = "a criterion is" if len(unmet) == 1 else f"{len(unmet)} criteria are"
            says = f"its self-assessment of {plain(assessment.completed_on)} says that {number} not met"
            at = ("ratings", unmet[0])
            yield Raised(assessment.completed_on, says, Trigger.SELF_ASSESSMENT, assessment, at)
