"""Whether attendance is reported every day, as far as the reports show it (QF-52)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.calendars import provider_days
from apqa.vocabulary.provider import Weekday

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.termly_report import TermlyReport

_A_DAY = timedelta(days=1)
_WEEKDAYS = tuple(Weekday)


@dataclass(frozen=True, slots=True)
class AttendanceGap:
    """A day the pupil was to be there on and of which nobody was told."""

    since: date
    """The first such day."""

    says: str


def attendance_gap(placement: Placement, situation: Situation) -> AttendanceGap | None:
    """Answer from which day on attendance was not reported, by the last report sent; none where it was kept up.

    The report names the last day attendance was reported on the day (`last_daily_return`). Every session there was
    for the pupil between that day and the day the report was sent ought to have been reported. It is no gap to have
    none recorded: what the records do not show is not claimed.
    """
    report = _last_sent(placement, situation)
    sessions = report.sessions if report else None
    if report is None or sessions is None or sessions.last_daily_return is None or report.submitted_on is None:
        return None
    last, sent = sessions.last_daily_return, report.submitted_on
    # The report may be written in the morning: of the day it is sent on nothing need be reported yet.
    first = _first_session(placement, last + _A_DAY, min(sent, placement.last_day or sent) - _A_DAY, situation)
    if first is None:
        return None
    return AttendanceGap(first, f"the report of {plain(sent)} says attendance was last reported on {plain(last)}")


def _last_sent(placement: Placement, situation: Situation) -> TermlyReport | None:
    sent = [
        report
        for report in situation.records.reports_on(placement.id)
        if report.submitted_on and report.submitted_on <= situation.on
    ]
    return max(sent, key=lambda each: (each.submitted_on, each.id), default=None)


def _first_session(placement: Placement, first: date, last: date, situation: Situation) -> date | None:
    """Answer the first day from one to another with a session for the pupil, by timetable and calendar."""
    days, day = provider_days(placement.provider, situation), first
    while day <= last:
        week = placement.week(day)
        timetabled = week is not None and (not week.days or _WEEKDAYS[day.weekday()] in week.days)
        if timetabled and days.is_school_day(day) is True:
            return day
        day += _A_DAY
    return None
