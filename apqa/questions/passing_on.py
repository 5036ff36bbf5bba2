"""Whether a safeguarding concern that a termly report tells of was passed on, as far as the report says (QF-35, QF-36).

The framework has it passed on as it arises. No record says when a concern arose, so whether it was passed on that same
day cannot be told; whether it was passed on at all can.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.due.misplaced import begin_of_period
from apqa.questions.school_days import first_day_of
from apqa.vocabulary.placement import FAMILY
from apqa.vocabulary.reporting import PassedTo, ReportStatus

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.termly_report import SafeguardingPassed, TermlyReport
    from apqa.rule import Path

WHOM = {
    PassedTo.HOME_SCHOOL: "the designated safeguarding lead of the home school",
    PassedTo.COMMISSIONER: "the commissioner",
    PassedTo.COUNCIL: "the council",
}
"""Whom a concern is passed on to, in a sentence's words."""


@dataclass(frozen=True, slots=True)
class NotPassedOn:
    """What a report leaves open of a concern it tells of."""

    says: str
    """What the report says, and what it does not say."""

    at: Path
    """Where in the report."""


def not_passed_on(report: TermlyReport, situation: Situation) -> NotPassedOn | None:
    """Answer what a report leaves open of passing a concern on by the day; none where it was, or none was raised.

    Asked of a report that was sent by the day, and of a draft, of which nobody knows since when it says so, once its
    reporting period has begun.
    """
    concern = report.safeguarding
    if concern is None or not concern.raised or not _is_there(report, situation):
        return None
    on = situation.on
    open_ = _to_nobody_there(concern, report, situation) or _no_day(concern) or _not_that_day(concern, report, on)
    if open_ is None:
        return None
    which = f"the report sent on {plain(report.submitted_on)}" if report.submitted_on else "a draft of the report"
    raised = f"{which} says that a safeguarding concern was raised in the period"
    return NotPassedOn(f"{raised} {open_.says}", ("safeguarding", *open_.at))


def _is_there(report: TermlyReport, situation: Situation) -> bool:
    if report.status is ReportStatus.DRAFT:
        return begin_of_period(report, situation)[0] <= situation.on
    return report.is_sent(situation.on)


def _no_day(concern: SafeguardingPassed) -> NotPassedOn | None:
    if concern.passed_on is not None:
        return None
    if concern.passed_to is None:
        return NotPassedOn("and does not say to whom it was passed on, or when", ("raised",))
    return NotPassedOn(f"and passed on to {WHOM[concern.passed_to]}, and does not say when", ("passed_to",))


def _not_that_day(concern: SafeguardingPassed, report: TermlyReport, on: date) -> NotPassedOn | None:
    """Answer what is wrong with the day: it was still to come, or lies in another year than the report, as slips do."""
    day, at = concern.passed_on, ("passed_on",)
    if day is not None and day > on:
        return NotPassedOn(f"and passed on only on {plain(day)}", at)
    if day is not None and day < first_day_of(report.year):
        return NotPassedOn(f"and passed on on {plain(day)}, which is before the year {report.year} began", at)
    return None


def _to_nobody_there(concern: SafeguardingPassed, report: TermlyReport, situation: Situation) -> NotPassedOn | None:
    """Answer that nobody leads on safeguarding where it went: a family commissions, or the pupil is at no school."""
    placement, to = situation.records.placement(report.placement), concern.passed_to
    if placement is None or (to is None and concern.passed_on is None):
        return None
    kind = placement.commissioner.kind
    if to is PassedTo.COMMISSIONER and kind in FAMILY:
        said = f"and passed on to the commissioner, who is a {kind}, and does not say that"
        return NotPassedOn(f"{said} the home school or the council was told", ("passed_to",))
    if to in {None, PassedTo.HOME_SCHOOL} and placement.registered_at == ():
        said = f"to {WHOM[to]}" if to else "without saying to whom"
        no_school = f"{placement.id} says that the pupil is registered at no school"
        return NotPassedOn(f"and passed on {said}; {no_school}", ("passed_to",) if to else ("passed_on",))
    return None
