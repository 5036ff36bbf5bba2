"""Termly reports and self-assessments (QF-50, QF-53)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.due.self_assessments import next_self_assessment
from apqa.records.kinds import AUTHORITY, PROVIDER, SELF_ASSESSMENT, TERMLY_REPORT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.reporting import ReportStatus
from apqa.vocabulary.review import Judgement, Rag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment
    from apqa.records.termly_report import TermlyReport

_WEAK = frozenset({Judgement.NEEDS_IMPROVEMENT, Judgement.CONCERN})
_COLOURED = frozenset({Rag.AMBER, Rag.RED})


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


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-53",),
    basis="QF-53, Appendix A",
    remedy="Ask the provider for it.",
    rests_on=(SELF_ASSESSMENT, AUTHORITY),
)
def no_self_assessment(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A listed provider has not completed a self-assessment within the cycle.

    Every listed provider completes one every year.
    """
    found = next_self_assessment(provider, situation)
    if found is not None:
        due, says = found
        if due < situation.on:
            yield Fault(provider, f"{says}; due by {plain(due)}", ("listing",))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-53",),
    basis="QF-53",
    remedy="Ask the provider to declare it, or return the form.",
)
def self_assessment_not_declared_true(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """A self-assessment is not declared true.

    The council relies on it between visits.
    """
    if not assessment.true_statement and assessment.completed_on <= situation.on:
        yield Fault(
            assessment, f"completed on {plain(assessment.completed_on)}, and not declared true", ("true_statement",)
        )
