"""What a termly report or a self-assessment says that can hardly be, and is asked about (QF-50, QF-53)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.attendance_law import sessions_a_day
from apqa.guidance.days import plain
from apqa.questions.calendars import provider_days
from apqa.questions.package import hours_text
from apqa.questions.school_days import NoCalendar, academic_year, first_day_of, previous_year
from apqa.records.schema.docstrings import word_docstrings
from apqa.records.truths import days_at
from apqa.vocabulary.placement import Destination

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.self_assessment import SelfAssessment
    from apqa.records.termly_report import SessionCounts, TermlyReport
    from apqa.rule import Path

_OF_THE_PLACEMENT = (
    ("sessions", "last_daily_return"),
    ("achievements", "on"),
    ("safeguarding", "passed_on"),
    ("pupil_voice", "on"),
    ("parent_contacted",),
    ("reintegration", "on"),
    ("destination", "on"),
)
_AROUND_THE_PLACEMENT = (
    ("qualifications", "on"),
    ("risk_assessment_reviewed",),
    ("risk_assessment_shared",),
    ("partners", "school"),
    ("partners", "meeting_on"),
)
"""Days of what may have come before the placement, though not years before."""

_OF_THE_YEARS = (
    ("figures", "safeguarding", "trained_on"),
    ("figures", "health_and_safety", "fire_risk_assessed"),
    ("figures", "health_and_safety", "fire_drill"),
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something that can hardly be, and where it stands."""

    says: str
    at: Path
    key: str
    """Which of the things looked at it is."""


def report_doubts(report: TermlyReport, situation: Situation) -> Iterator[Doubt]:
    """Answer all that can hardly be of a report."""
    yield from session_doubts(report, situation)
    yield from placement_doubts(report, situation)
    yield from objective_doubts(report)


def session_doubts(report: TermlyReport, situation: Situation) -> Iterator[Doubt]:
    """Say where the sessions of a report are more than there were, or leave some out (QF-50, QF-52).

    There are as many a school day as the law divides it into, while the placement was on: without a calendar of the
    period nothing is said of that. Where no kind of absence is stated nobody claimed to account for those missed.
    """
    sessions = report.sessions
    if sessions is None:
        return
    most = _most_sessions(report, situation)
    if most and sessions.possible > most:
        said = f"{sessions.possible:,} sessions possible; the placement's school days in the period"
        yield Doubt(f"{said} have no more than {most}", ("sessions", "possible"), "possible")
    if left := _left_out(sessions):
        said = f"{sessions.attended} attended and the absences stated leave {left} of {sessions.possible} possible"
        yield Doubt(f"{said} sessions unaccounted for", ("sessions", "possible"), "absences")


def _left_out(sessions: SessionCounts) -> int:
    stated = (sessions.authorised_absence, sessions.unauthorised_absence, sessions.unknown)
    if all(each is None for each in stated):
        return 0
    # Whether sessions that could not be offered count as possible, providers see differently.
    missed = sum(each or 0 for each in (*stated, sessions.provider_closed))
    return max(sessions.possible - sessions.attended - missed, 0)


def _most_sessions(report: TermlyReport, situation: Situation) -> int:
    """Answer how many sessions the placement can have had in the period of its report; 0 where that is not known."""
    placement = situation.records.placement(report.placement)
    if placement is None:
        return 0
    days = provider_days(placement.provider, situation)
    span = days.span(report.year, report.period)
    if isinstance(span, NoCalendar):
        return 0
    last, law = min(placement.last_day or span.ends, span.ends), sessions_a_day(span.ends)
    counted = days.school_days(max(placement.starts, span.starts), last)
    return 0 if isinstance(counted, NoCalendar) or law is None else law.a_day * counted


def placement_doubts(report: TermlyReport, situation: Situation) -> Iterator[Doubt]:
    """Say where a report does not fit its placement: its hours, its end, its start (QF-12, QF-50)."""
    placement, sent = situation.records.placement(report.placement), report.submitted_on
    if placement is None or sent is None:
        return
    week = placement.week(min(sent, placement.last_day or sent))
    if week and report.hours_a_week and report.hours_a_week > week.hours_with_breaks:
        attended, agreed = hours_text(report.hours_a_week), hours_text(week.hours_with_breaks)
        yield Doubt(f"{attended} hours a week attended, and {agreed} are agreed", ("hours_a_week",), "hours")
    if report.destination and placement.end is None:
        to = word_docstrings(Destination)[report.destination.to].rstrip(".")
        said = f"it says where the pupil went ({to[:1].lower()}{to[1:]}), and the placement has no end"
        yield Doubt(said, ("destination", "to"), "destination")
    # What was sent before the placement began is misplaced as a whole.
    if sent >= placement.starts:
        yield from _too_early(report, placement)


def _too_early(report: TermlyReport, placement: Placement) -> Iterator[Doubt]:
    starts = placement.starts
    for at, day in days_at(report, _OF_THE_PLACEMENT):
        if day < starts:
            yield Doubt(f"{plain(day)} is before the placement started, on {plain(starts)}", at, "day")
    for at, day in days_at(report, _AROUND_THE_PLACEMENT):
        if day < first_day_of(previous_year(academic_year(starts))):
            yield Doubt(
                f"{plain(day)} is more than a school year before the placement started, on {plain(starts)}", at, "day"
            )


def objective_doubts(report: TermlyReport) -> Iterator[Doubt]:
    """Say which objectives of a report have the same words: progress on them cannot be told apart (QF-06)."""
    known: dict[str, int] = {}
    for number, each in enumerate(report.objectives):
        first = known.setdefault(" ".join(each.objective.casefold().split()), number)
        if first != number:
            said = f"'{each.objective}' stands there twice, as objective {first + 1} and as objective {number + 1}"
            yield Doubt(said, ("objectives", number, "objective"), "objective")


def assessment_doubts(assessment: SelfAssessment) -> Iterator[Doubt]:
    """Say which days of a self-assessment lie before the time it tells of (QF-53).

    The pupils are counted in the time it covers. Training, drills and looks at fire safety come round at least once in
    two school years: an older day than that of the year before is a slip, or tells that it was not done.
    """
    covers = assessment.period.starts if assessment.period else first_day_of(assessment.year)
    for at, day in days_at(assessment, (("headcount", "on"),)):
        if day < covers:
            yield Doubt(
                f"counted on {plain(day)}, before the time it is about began on {plain(covers)}", at, "headcount"
            )
    before = first_day_of(previous_year(assessment.year))
    for at, day in days_at(assessment, _OF_THE_YEARS):
        if day < min(before, covers):
            yield Doubt(f"{plain(day)} is before {plain(before)}, when the school year before began", at, "day")
