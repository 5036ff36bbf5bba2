"""Termly reports that are not where they belong: outside their placement, or there twice (QF-50)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from apqa.guidance.days import plain
from apqa.questions.calendars import council_days, provider_days
from apqa.questions.due.reports import has_a_day_in
from apqa.questions.school_days import NoCalendar, first_day_of, next_year
from apqa.vocabulary.reporting import ReportingPeriod

if TYPE_CHECKING:
    from apqa.questions.school_days import Span
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.termly_report import TermlyReport

_A_DAY = timedelta(days=1)
_ITS_OWN = {"id", "local", "status", "submitted_on", "review"}
"""What a report has of its own although it repeats another: how far it has come, and where it is kept."""


def begin_of_period(report: TermlyReport, situation: Situation) -> tuple[date, str]:
    """Answer when the reporting period of a report began, and its name; without a calendar, when its year did."""
    span = _span_of(report, situation)
    if isinstance(span, NoCalendar):
        return first_day_of(report.year), f"the academic year {report.year}"
    return span.starts, span.title


def _span_of(report: TermlyReport, situation: Situation) -> Span | NoCalendar:
    """Answer the reporting period of a report, by the days of its provider."""
    placement = situation.records.placement(report.placement)
    days = provider_days(placement.provider, situation) if placement else council_days(situation)
    return days.span(report.year, report.period)


def how_outside(report: TermlyReport, placement: Placement, situation: Situation) -> str:
    """Say how a placement lies outside the period of a report; empty where it has a school day in it, or may have.

    Without a calendar only the academic year is known.
    """
    span, last = _span_of(report, situation), placement.last_day
    if isinstance(span, NoCalendar):
        first, final = first_day_of(report.year), first_day_of(next_year(report.year)) - _A_DAY
    else:
        first, final = span.starts, span.ends
    if last is not None and last < first:
        return f"the placement ended before that, on {plain(last)}"
    if placement.starts > final:
        return f"the placement started after that, on {plain(placement.starts)}"
    if isinstance(span, NoCalendar) or has_a_day_in(span, placement, provider_days(placement.provider, situation)):
        return ""
    return "the placement has no school day in that"


def report_on_the_same_time(report: TermlyReport, situation: Situation) -> TermlyReport | None:
    """Answer a report of the same period on an earlier record of the same time of one pupil; none where there is none.

    It is one time where pupil, provider and commissioner are the same and the days overlap. Two commissioners may each
    have a placement there, and a report on it.
    """
    placement = situation.records.placement(report.placement)
    if placement is None:
        return None
    twins = (each for each in situation.records.placements_of(placement.pupil) if _is_twin(each, placement))
    reports = (each for twin in twins for each in situation.records.reports_on(twin.id))
    return next((each for each in reports if each.term == report.term), None)


def _is_twin(earlier: Placement, placement: Placement) -> bool:
    alike = earlier.provider == placement.provider and earlier.commissioner.name == placement.commissioner.name
    first, last = max(earlier.starts, placement.starts), min(_end(earlier), _end(placement))
    return alike and (earlier.starts, earlier.id) < (placement.starts, placement.id) and first <= last


def _end(placement: Placement) -> date:
    return placement.last_day or date.max


def repeated_report(report: TermlyReport, situation: Situation) -> TermlyReport | None:
    """Answer the report of an earlier period on the same placement that a report repeats; none where it tells anew."""
    earlier = [each for each in situation.records.reports_on(report.placement) if _order(each) < _order(report)]
    content = _content(report) if earlier and (report.sessions or report.objectives) else None
    return next((each for each in sorted(earlier, key=_order, reverse=True) if _content(each) == content), None)


def _order(report: TermlyReport) -> tuple[str, int]:
    return report.year, list(ReportingPeriod).index(report.period)


def _content(report: TermlyReport) -> dict[str, Any]:
    return report.model_dump(exclude=_ITS_OWN)
