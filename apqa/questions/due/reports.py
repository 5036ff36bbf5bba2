"""Which termly reports are due, and how each stands (QF-07, QF-50)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.calendars import provider_days
from apqa.questions.concern import is_exempt
from apqa.questions.due.asking import at_the_provider
from apqa.questions.due.duty import Duty
from apqa.questions.due.without_calendar import reports_not_known
from apqa.questions.school_days import NoCalendar, SchoolDays, Span
from apqa.records.kinds import PROVIDER, TERMLY_REPORT
from apqa.vocabulary.due import DutyKind, DutyState, Owes
from apqa.vocabulary.reporting import ReportStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.termly_report import TermlyReport

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ExpectedReport:
    """A report that is asked for on one placement and one reporting period."""

    placement: Placement
    span: Span
    due: date | NoCalendar
    """The last day on which it is in time."""

    is_first: bool
    """Whether the placement began after school days of the period: its first report may be a short one."""

    last_day: date | None
    """The last day of the placement, where no later period has a school day of it; none where it went on."""

    @property
    def is_final(self) -> bool:
        """Answer whether the placement ended with the period: the report tells what came of it (QF-07)."""
        return self.last_day is not None

    @property
    def id(self) -> str:
        """Answer the id its record has: "2026-27-autumn/PL-7K3QX"."""
        return f"{self.span.key}/{self.placement.id}"

    @property
    def title(self) -> str:
        """Name it: "Termly report, autumn 2026-27 (final)"."""
        which = " (final)" if self.is_final else " (first)" if self.is_first else ""
        return f"Termly report, {self.span.title}{which}"


def expected_reports(placement: Placement, situation: Situation, term: str = "") -> Iterator[ExpectedReport]:
    """Answer the reports that are asked for on a placement: one for each reporting period it had a school day in.

    Three a year (QF-50), also of a placement that began late in a period or ended within it. Of one term where it is
    given, such as "2026-27-autumn"; else of every period that has begun by the day and has a calendar. None is asked
    of a provider the council has exempted (`reports_not_asked`).
    """
    if _is_exempt(placement.provider, situation):
        return
    days = provider_days(placement.provider, situation)
    for span in days.spans:
        wanted = span.key == term if term else span.starts <= situation.on
        if wanted and has_a_day_in(span, placement, days):
            ended, is_first = _ended_with(span, placement, days), _began_in(span, placement, days)
            yield ExpectedReport(placement, span, _due(span, ended, days, situation), is_first, ended)


def provider_reports(provider_id: str, situation: Situation, term: str) -> tuple[ExpectedReport, ...]:
    """Answer the reports a provider is asked for in a term, in the order of their placements' ids."""
    placements = situation.records.placements_at(provider_id)
    return tuple(each for placement in placements for each in expected_reports(placement, situation, term))


def report_duties(situation: Situation, term: str = "") -> Iterator[Duty]:
    """Answer how every termly report stands on the day: of one term, or of all that have begun (QF-50)."""
    records = situation.records
    for kind in (PROVIDER, TERMLY_REPORT):  # whole, for each of thousands of placements asks for its own
        records.all_of(kind)
    for placement in records.placements:
        for expected in expected_reports(placement, situation, term):
            yield report_duty(expected, situation)
        if not term and not _is_exempt(placement.provider, situation):
            yield from reports_not_known(placement, situation)


def report_duty(expected: ExpectedReport, situation: Situation) -> Duty:
    """Answer how one report stands on the day: not yet due, due, overdue, or sent and what became of it."""
    report = next(
        (each for each in situation.records.reports_on(expected.placement.id) if each.id == expected.id), None
    )
    sent = report.submitted_on if report else None
    if report and sent and sent <= situation.on:
        return _sent(expected, report, sent, situation)
    is_draft = report is not None and report.status is ReportStatus.DRAFT
    return _not_sent(expected, situation, "a draft is there, not sent" if is_draft else "")


def missing_from(report: TermlyReport, expected: ExpectedReport | None) -> tuple[str, ...]:
    """Answer what a report lacks to be complete: attendance, an objective, the pupil's voice (QF-07, QF-50).

    A final one also tells where the pupil went and what was achieved, unless the placement's own record does.
    """
    missing = report.missing()
    if expected is None or not expected.is_final:
        return missing
    placement = expected.placement
    achieved = report.achievements is not None or any(each.achieved for each in report.qualifications)
    more = (
        ("the destination", report.destination or placement.destination),
        ("achievements", achieved or placement.achievements is not None),
    )
    return (*missing, *(name for name, there in more if not there))


def _is_exempt(provider_id: str, situation: Situation) -> bool:
    provider = situation.records.provider(provider_id)
    return provider is not None and is_exempt(provider, situation.on)


def has_a_day_in(span: Span, placement: Placement, days: SchoolDays) -> bool:
    """Answer whether a placement has a school day in a reporting period, which a report is then asked for on."""
    first = max(placement.starts, span.starts)
    return days.has_school_day(first, min(placement.last_day or span.ends, span.ends)) is not False


def _began_in(span: Span, placement: Placement, days: SchoolDays) -> bool:
    """Answer whether a placement missed school days at the beginning of a period, as it had not started."""
    return placement.starts > span.starts and days.has_school_day(span.starts, placement.starts - _A_DAY) is True


def _ended_with(span: Span, placement: Placement, days: SchoolDays) -> date | None:
    """Answer the last day of a placement that ended in a period, or in the holidays after it; none where it went on.

    A placement that ends in August has no school day after the summer: the report on the summer is its last.
    """
    last = placement.last_day
    if last is None or last <= span.ends:
        return last
    return last if days.has_school_day(span.ends + _A_DAY, last) is False else None


def _due(span: Span, ended: date | None, days: SchoolDays, situation: Situation) -> date | NoCalendar:
    """Answer the last day for a report: so many school days after its period, as policy states it.

    Of a placement that ended, so many after its end where the council has decided that; no document says either.
    """

    def find() -> date | NoCalendar:
        by_period = days.later(span.ends, int(situation.policy.setting("report_due_school_days").value))
        own = situation.policy.local_setting("final_report_due_school_days") if ended else None
        return days.later(ended, int(own.value)) if own and ended else by_period

    return situation.once(("report due", days.whose, span.key, ended), find)


def _sent(expected: ExpectedReport, report: TermlyReport, sent: date, situation: Situation) -> Duty:
    """Answer how a report stands that was sent by the day. What was concluded later was not concluded then.

    One that was sent before its period began tells of another time: it settles nothing unless somebody accepted it.
    """
    review = report.review if report.review and report.review.on <= situation.on else None
    says = f"sent on {plain(sent)}"
    missing = missing_from(report, expected)
    if review and report.status is ReportStatus.ACCEPTED:
        return _duty(expected, situation, DutyState.ACCEPTED, f"{says}, accepted on {plain(review.on)}", report)
    if report.status is ReportStatus.RETURNED and (review or report.review is None):
        back = f"returned on {plain(review.on)}" if review else "returned"
        return _duty(expected, situation, DutyState.RETURNED, f"{says}, {back}", report)
    if sent < expected.span.starts:
        return _not_sent(expected, situation, f"one was {says}, before the period began, and does not count")
    if missing:
        return _duty(expected, situation, DutyState.INCOMPLETE, f"{says}; it lacks {', '.join(missing)}", report)
    return _duty(expected, situation, DutyState.RECEIVED, says, report)


def _not_sent(expected: ExpectedReport, situation: Situation, says: str) -> Duty:
    ended = min(expected.last_day or expected.span.ends, expected.span.ends)
    if isinstance(expected.due, NoCalendar):
        state = DutyState.NOT_YET_DUE if situation.on <= ended else DutyState.CANNOT_TELL
        told = f"by when it is due cannot be told: {expected.due.says}"
        return _duty(expected, situation, state, "; ".join(filter(None, (says, told))))
    if expected.due < situation.on:
        return _duty(expected, situation, DutyState.OVERDUE, says)
    state = DutyState.NOT_YET_DUE if situation.on <= ended else DutyState.DUE
    return _duty(expected, situation, state, says)


def _duty(
    expected: ExpectedReport, situation: Situation, state: DutyState, says: str, report: TermlyReport | None = None
) -> Duty:
    placement = expected.placement
    due = None if isinstance(expected.due, NoCalendar) else expected.due
    author = report.author_role if report else None
    late = None
    if due and state is DutyState.OVERDUE:
        days = provider_days(placement.provider, situation)
        counted = situation.once(("late", days.whose, due), lambda: days.days_late(due, situation.on))
        late = counted if isinstance(counted, int) else None
        if isinstance(counted, NoCalendar):
            unknown = f"by how many school days cannot be told: {counted.says}"
            says = "; ".join(filter(None, (says, unknown)))
    return Duty(
        kind=DutyKind.TERMLY_REPORT,
        key=f"{DutyKind.TERMLY_REPORT}/{expected.id}",
        title=expected.title,
        due=due,
        state=state,
        owes=Owes.PROVIDER,
        ask=author or at_the_provider(placement.provider, situation, placement),
        clause="QF-50",
        basis="QF-50, Appendix B",
        record=report or placement,
        provider=placement.provider,
        placement=placement.id,
        commissioner=placement.commissioner.name,
        says=says,
        school_days_late=late,
    )
