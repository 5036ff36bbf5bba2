"""Which termly reports on a placement were there on a day, and how one stood then (QF-50)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.due.reports import expected_reports, missing_from
from apqa.questions.school_days import academic_year
from apqa.vocabulary.reporting import ReportingPeriod, ReportStatus

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.due.reports import ExpectedReport
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.termly_report import TermlyReport

_IN_ORDER = tuple(ReportingPeriod)


def term_of(report_id: str) -> str:
    """Answer the reporting period of a report's id, as folders and `--term` name it: "2026-27-autumn"."""
    return report_id.partition("/")[0]


def term_order(term: str) -> tuple[str, int]:
    """Answer what puts reporting periods in the order of time."""
    return term[:7], _IN_ORDER.index(ReportingPeriod(term[8:]))


def reports_by(placement_id: str, situation: Situation) -> tuple[TermlyReport, ...]:
    """Answer the reports on a placement that were there on the day, the earliest period first.

    One was there that had been sent by the day. A draft bears no day: it counts from the year it is about.
    """
    found = (each for each in situation.records.reports_on(placement_id) if was_there(each, situation.on))
    return tuple(sorted(found, key=lambda each: term_order(term_of(each.id))))


def was_there(report: TermlyReport, on: date) -> bool:
    """Answer whether a report was there on a day: sent by then, or a draft about that year or one before it."""
    if report.submitted_on is None:
        return report.year <= academic_year(on)
    return report.submitted_on <= on


def as_known(report: TermlyReport, on: date) -> TermlyReport:
    """Answer a report as it stood on a day: what the commissioner concluded later had not been concluded then."""
    if report.review is None or report.review.on <= on:
        return report
    return report.model_copy(update={"review": None, "status": ReportStatus.SUBMITTED})


def expected(report: TermlyReport, placement: Placement, situation: Situation) -> ExpectedReport | None:
    """Answer what was asked for with a report; none where no calendar says so, or none was asked for."""
    return next(iter(expected_reports(placement, situation, term_of(report.id))), None)


def lacks(report: TermlyReport, placement: Placement, situation: Situation) -> tuple[str, ...]:
    """Answer what a report lacks to be complete; a final one also where the pupil went and what was achieved."""
    return missing_from(report, expected(report, placement, situation))
