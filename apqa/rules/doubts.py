"""What a termly report or a self-assessment says that can hardly be (QF-50, QF-53)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.questions.assessments.current import counts
from apqa.questions.doubts import assessment_doubts, objective_doubts, placement_doubts, session_doubts
from apqa.records.kinds import CALENDAR, PLACEMENT, SELF_ASSESSMENT, TERMLY_REPORT
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.doubts import Doubt
    from apqa.questions.situation import Situation
    from apqa.records.self_assessment import SelfAssessment
    from apqa.records.termly_report import TermlyReport


@rule(
    about=TERMLY_REPORT,
    severity=Severity.QUERY,
    clauses=("QF-50", "QF-52"),
    basis="QF-50, QF-52, Appendix B; Education (School Day and School Year) (England) Regulations 1999 reg.3(1)",
    remedy="Ask the provider how it counts, and return the report where it miscounted; or waive the query and say why.",
    rests_on=(PLACEMENT, CALENDAR),
)
def sessions_do_not_add_up(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report counts more sessions than there can have been, or leaves some unaccounted for.

    A school day has two sessions. A session that was neither attended nor is an absence of some kind is one of which
    nobody says where the pupil was; where nobody knows, the report has a number for that. Attendance is worked out from
    these numbers alone.
    """
    return _faults(report, session_doubts(report, situation), situation)


@rule(
    about=TERMLY_REPORT,
    severity=Severity.QUERY,
    clauses=("QF-07", "QF-12", "QF-50"),
    basis="QF-07, QF-12, QF-50, Appendix B",
    remedy="Ask the provider. Correct the placement where the report is right (timetable, end, starts); else return "
    "the report, or waive the query and say why.",
    rests_on=(PLACEMENT,),
)
def report_does_not_fit_placement(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report tells of more hours than are agreed, of a destination before the end, or of days too early.

    Hours beyond those agreed may make an education full-time. Where the pupil went is told when the placement has
    ended. What the report tells of came about in the placement, or not long before it.
    """
    return _faults(report, placement_doubts(report, situation), situation)


@rule(
    about=TERMLY_REPORT,
    severity=Severity.QUERY,
    clauses=("QF-06", "QF-50"),
    basis="QF-06, QF-50, Appendix B",
    remedy="Ask the provider which one holds and have the other taken out; where they are two, word them apart.",
)
def objective_reported_twice(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report has two objectives with the same words.

    An objective is followed from term to term by its words: of two with the same ones nobody can say which made
    progress.
    """
    return _faults(report, objective_doubts(report), situation)


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.QUERY,
    clauses=("QF-53",),
    basis="QF-53, Appendix A",
    remedy="Ask the provider for the right day, or for a newer one where it is right.",
    rests_on=(SELF_ASSESSMENT,),
)
def self_assessment_day_too_early(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment states a day from before the time it tells of.

    The pupils are counted in the time it covers: the registration question rests on them. Training and fire drills come
    round oftener than every other year.
    """
    if counts(assessment, situation):
        for each in assessment_doubts(assessment):
            yield Fault(assessment, each.says, each.at, key=each.key)


def _faults(report: TermlyReport, doubts: Iterable[Doubt], situation: Situation) -> Iterator[Fault]:
    """Yield a fault for each doubt about a report that was sent by the day."""
    if report.is_sent(situation.on):
        yield from (Fault(report, each.says, each.at, key=each.key) for each in doubts)
