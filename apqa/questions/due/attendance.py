"""Whether attendance is reported every day, as far as the reports show it (QF-52)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.calendars import provider_days
from apqa.questions.school_days import NoCalendar
from apqa.vocabulary.provider import Weekday

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.school_days import SchoolDays
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

    The report names the last day of its period on which attendance was reported on the day (`last_daily_return`).
    Every session there was for the pupil after it, until the period ended or the report was sent, ought to have been
    reported. It is no gap to have none recorded: what the records do not show is not claimed.
    """
    report = last_sent(placement, situation)
    if report is None or report.sessions is None or report.sessions.last_daily_return is None:
        return None
    days, last = provider_days(placement.provider, situation), report.sessions.last_daily_return
    span, sent = days.span(report.year, report.period), report.submitted_on
    if isinstance(span, NoCalendar) or sent is None:
        return None
    # The report may be written in the morning: of the day it is sent on nothing need be reported yet.
    until = min(sent - _A_DAY, span.ends, placement.last_day or span.ends)
    since = _first_session(placement, max(last + _A_DAY, placement.starts, span.starts), until, days)
    if since is None:
        return None
    return AttendanceGap(since, f"the report of {plain(sent)} says attendance was last reported on {plain(last)}")


def last_sent(placement: Placement, situation: Situation) -> TermlyReport | None:
    """Answer the report on a placement that was sent last by the day; none where none was."""
    sent = [report for report in situation.records.reports_on(placement.id) if report.is_sent(situation.on)]
    return max(sent, key=lambda each: (str(each.submitted_on), each.id), default=None)


def _first_session(placement: Placement, first: date, last: date, days: SchoolDays) -> date | None:
    """Answer the first day from one to another with a session for the pupil, by timetable and calendar."""
    day = first
    while day <= last:
        week = placement.week(day)
        timetabled = week is not None and (not week.days or _WEEKDAYS[day.weekday()] in week.days)
        if timetabled and days.is_school_day(day) is True:
            return day
        day += _A_DAY
    return None
