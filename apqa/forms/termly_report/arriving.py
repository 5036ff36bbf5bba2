"""A termly report form that came back: whether it is one these records await, and what becomes of each report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.calendars import provider_days
from apqa.questions.received import Problem
from apqa.questions.school_days import NoCalendar, Span
from apqa.records.kinds import TERMLY_REPORT
from apqa.vocabulary.reporting import ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.filling.stamp import Asked, Stamp
    from apqa.forms.receiving.arrival import Awaited
    from apqa.questions.situation import Situation


def record_id(stamp: Stamp, asked: Asked) -> str:
    """Answer the id of the report that is asked for."""
    return f"{stamp.term}/{asked.placement}"


def not_awaited(stamp: Stamp, awaited: Awaited, situation: Situation) -> Iterator[Problem]:
    """Say why a form as a whole is none that these records await."""
    if awaited.provider and stamp.provider != awaited.provider:
        yield Problem("", f"it is a form for {stamp.name} ({stamp.provider}), and {awaited.provider} is asked about")
    if awaited.term and stamp.term != awaited.term:
        yield Problem("", f"it is a form for {stamp.term}, and {awaited.term} is asked about")
    if situation.records.provider(stamp.provider) is None:
        said = f"it is a form for {stamp.name} ({stamp.provider}), and these records have no such provider"
        yield Problem("", f"{said}: is it of another council, or has the provider's record another name now?")
    if not all(TERMLY_REPORT.id_of(TERMLY_REPORT.path(record_id(stamp, each))) for each in stamp.asked):
        yield Problem("", f"'{stamp.term}' is no reporting period that a report may be about")
        return
    span = span_of(stamp, situation)
    if span is not None and span.starts > situation.on:
        yield Problem("", f"it is a form for {span.title}, which begins on {plain(span.starts)}: is it the right one?")


def span_of(stamp: Stamp, situation: Situation) -> Span | None:
    """Answer the reporting period a form is about, by the provider's calendar; none where no calendar has it."""
    year, _, period = stamp.term.rpartition("-")
    found = provider_days(stamp.provider, situation).span(year, ReportingPeriod(period))
    return None if isinstance(found, NoCalendar) else found


def not_ours(asked: Asked, stamp: Stamp, situation: Situation) -> str:
    """Say why a report is none of these records; nothing where it is one."""
    placement = situation.records.placement(asked.placement)
    if placement is None:
        return f"there is no placement {asked.placement} in these records that can be read"
    if placement.provider != stamp.provider:
        return f"{asked.placement} is a placement with {placement.provider}, and this form is {stamp.provider}'s"
    if placement.pupil != asked.pupil:
        return f"{asked.placement} is of the pupil {placement.pupil}, and this form says {asked.pupil}"
    span = span_of(stamp, situation)
    if span and (placement.starts > span.ends or (placement.last_day and placement.last_day < span.starts)):
        return f"{asked.placement} had no day in {span.title}"
    return ""


def sent_day(said: str, stamp: Stamp, situation: Situation) -> tuple[date, str]:
    """Answer the day a form was sent: as it says, else the day asked about; and what is wrong with what it says."""
    if not said:
        return situation.on, ""
    day = date.fromisoformat(said)
    span = span_of(stamp, situation)
    if day > situation.on:
        return day, f"{plain(day)} is still to come, on {plain(situation.on)}: correct it, or give the day with --on"
    if span and day < span.starts:
        return day, f"{plain(day)} is before {span.title} began on {plain(span.starts)}: correct it"
    return day, ""
