"""Termly reports (QF-50)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.records.kinds import TERMLY_REPORT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.reporting import ReportStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.termly_report import TermlyReport


@rule(
    about=TERMLY_REPORT,
    severity=Severity.CONCERN,
    clauses=("QF-06", "QF-07", "QF-50"),
    basis="QF-50, Appendix B",
    remedy="Return it to the provider with what is missing.",
)
def incomplete_termly_report(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report that was sent lacks attendance, an objective or the pupil's voice.

    Without these it says nothing of progress. It is incomplete, which is not the same as late.
    """
    if report.status is ReportStatus.SUBMITTED and report.submitted_on and report.submitted_on <= situation.on:
        missing = report.missing()
        if missing:
            said = f"sent on {plain(report.submitted_on)}; it lacks {', '.join(missing)}"
            yield Fault(report, said, ("status",))


@rule(
    about=TERMLY_REPORT,
    severity=Severity.CONCERN,
    clauses=("QF-50", "QF-52"),
    basis="QF-50, QF-52",
    remedy="Correct the report or the placement.",
)
def report_outside_placement(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report was sent before its placement began, or is on a placement that is not in the records.

    A report is about one placement in one reporting period.
    """
    placement = situation.records.placement(report.placement)
    if placement is not None and report.submitted_on and report.submitted_on < placement.starts:
        said = f"sent on {plain(report.submitted_on)}, before the placement started on {plain(placement.starts)}"
        yield Fault(report, said, ("submitted_on",), related=((placement, ("starts",)),))
