"""Termly reports (QF-50), and what they tell of passing on a concern (QF-35, QF-36)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.due.attendance import attendance_gap
from apqa.questions.due.misplaced import begin_of_period, how_outside, repeated_report, report_on_the_same_time
from apqa.questions.due.reports import expected_reports, missing_from, report_duty
from apqa.questions.passing_on import not_passed_on
from apqa.records.kinds import AUTHORITY, CALENDAR, PLACEMENT, PROVIDER, TERMLY_REPORT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.due import DutyState
from apqa.vocabulary.reporting import ReportStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.termly_report import TermlyReport


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-06", "QF-50"),
    basis="QF-50, Appendix B; local policy",
    remedy="Ask the provider for it, and record it when it comes.",
    rests_on=(TERMLY_REPORT, PROVIDER, CALENDAR, AUTHORITY),
)
def overdue_termly_report(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A termly report on a placement was due and has not been sent.

    A report comes three times a year on every pupil placed, also where a placement began late in a reporting period or
    ended within it. Without it the commissioner oversees nothing.
    """
    for expected in expected_reports(placement, situation):
        duty = report_duty(expected, situation)
        if duty.state is DutyState.OVERDUE and duty.due is not None:
            late = duty.school_days_late
            past = f", {late} school day{'' if late == 1 else 's'} ago" if late is not None else ""
            said = f"{duty.title}: due on {plain(duty.due)}{past}" + (f"; {duty.says}" if duty.says else "")
            yield Fault(placement, said)


@rule(
    about=TERMLY_REPORT,
    severity=Severity.CONCERN,
    clauses=("QF-06", "QF-07", "QF-50"),
    basis="QF-50, Appendix B",
    remedy="Return it to the provider with what is missing.",
)
def incomplete_termly_report(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report that was sent lacks attendance, an objective or the pupil's voice, or a last one what came of it.

    Without these it says nothing of progress; the last report on a placement also says where the pupil went and what
    was achieved. It is incomplete, which is not the same as late.
    """
    if report.status is ReportStatus.SUBMITTED and report.submitted_on and report.is_sent(situation.on):
        placement = situation.records.placement(report.placement)
        asked = expected_reports(placement, situation, report.term) if placement else iter(())
        missing = missing_from(report, next(iter(asked), None))
        if missing:
            said = f"sent on {plain(report.submitted_on)}; it lacks {', '.join(missing)}"
            yield Fault(report, said, ("status",))


@rule(
    about=TERMLY_REPORT,
    severity=Severity.CONCERN,
    clauses=("QF-50",),
    basis="QF-50",
    remedy="Correct the day it was sent, or move the report to the reporting period it is about.",
)
def report_before_its_period(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report was sent before its reporting period began.

    It cannot tell of a time that was still to come: its day is a slip, or it is kept under the wrong period.
    """
    begins, what = begin_of_period(report, situation)
    if report.submitted_on and report.is_sent(situation.on) and report.submitted_on < begins:
        said = f"sent on {plain(report.submitted_on)}, before {what} began on {plain(begins)}"
        yield Fault(report, said, ("submitted_on",))


@rule(
    about=TERMLY_REPORT,
    severity=Severity.CONCERN,
    clauses=("QF-50", "QF-52"),
    basis="QF-50, QF-52",
    remedy="Correct the report or the placement.",
)
def report_outside_placement(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report is on a period its placement had no school day in, or was sent before its placement began.

    A report is about one placement in one reporting period. A placement that is not in the records at all is an
    `unknown-reference`.
    """
    placement = situation.records.placement(report.placement)
    if placement is None:
        return
    if outside := how_outside(report, placement, situation):
        at = ("end", "on") if placement.end and outside.startswith("the placement ended") else ("starts",)
        yield Fault(report, f"on {report.period} {report.year}; {outside}", related=((placement, at),))
    # What was sent before its period began is a fault of its own.
    elif report.submitted_on and begin_of_period(report, situation)[0] <= report.submitted_on < placement.starts:
        said = f"sent on {plain(report.submitted_on)}, before the placement started on {plain(placement.starts)}"
        yield Fault(report, said, ("submitted_on",), related=((placement, ("starts",)),))


@rule(
    about=TERMLY_REPORT,
    severity=Severity.QUERY,
    clauses=("QF-50",),
    basis="QF-50",
    remedy="Keep one placement and one report where it is one time; where an earlier report was sent again, ask the "
    "provider for the one that was meant.",
)
def report_recorded_twice(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report is there twice: of a placement that is recorded twice, or as that of another period.

    What is counted twice makes more reports, and more pupils, than there are. A report that repeats an earlier one word
    for word and number for number tells nothing of its own period.
    """
    twin, other = report_on_the_same_time(report, situation), repeated_report(report, situation)
    if twin is not None:
        said = (
            f"{twin.placement} is the same pupil's time with the same provider, and has a report on {report.term} too"
        )
        yield Fault(report, said, related=((twin, ()),))
    if other is not None:
        said = f"it repeats the report on {other.period} {other.year} word for word and number for number"
        yield Fault(report, said, related=((other, ()),))


@rule(
    about=TERMLY_REPORT,
    severity=Severity.CONCERN,
    clauses=("QF-34", "QF-35", "QF-36"),
    basis="QF-34, QF-36, Appendix B; Keeping Children Safe in Education",
    remedy="Ask the provider today whom it told, and when; where nobody was told, have the concern passed on at once. "
    "Then have the report say so, returned to the provider where it was sent (safeguarding: passed_to, passed_on).",
)
def safeguarding_concern_not_passed_on(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report tells of a safeguarding concern, and not that it was passed on to whoever must act on it.

    A concern goes to the home school's designated safeguarding lead as it arises, or to the commissioner's or the
    council, and not into a report at the end of term: until somebody is told, nobody acts. That the report is silent
    does not mean that nobody was told, and only the provider can say. What the concern was stands in no record.
    """
    if open_ := not_passed_on(report, situation):
        yield Fault(report, open_.says, open_.at)


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-52",),
    basis="QF-52",
    remedy="Ask the provider for the attendance of the days since, and that it report every day.",
    rests_on=(TERMLY_REPORT, CALENDAR),
)
def attendance_not_kept_up(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """By the last report, attendance was not reported every day to the end of its period.

    Daily reporting is how the school knows where the pupil is. The report names the last day it was kept up.
    """
    gap = attendance_gap(placement, situation) if placement.is_live(situation.on) else None
    if gap is not None:
        yield Fault(placement, f"not reported since {plain(gap.since)}: {gap.says}", ("attendance",))
