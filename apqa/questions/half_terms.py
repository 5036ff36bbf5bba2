"""The half terms of a calendar, in each of which a placement is reviewed (QF-38)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.vocabulary.reporting import ClosureKind

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.school_days import SchoolDays
    from apqa.records.calendar import Calendar, Term

_A_DAY = timedelta(days=1)
_SATURDAY = 5
_LONGEST = timedelta(weeks=10)
"""A term that goes on for longer without a half term in it is no half term, whatever the calendar calls it."""


@dataclass(frozen=True, slots=True)
class HalfTerm:
    """A term of the six, or the part of a long term before or after its half term."""

    name: str
    """What to call it: "term 1", "part 2 of term 1"."""

    starts: date
    ends: date

    def covers(self, on: date) -> bool:
        """Answer whether the day lies in it."""
        return self.starts <= on <= self.ends


def half_terms(days: SchoolDays) -> tuple[HalfTerm, ...]:
    """Answer the half terms of all calendars there are, the earliest first.

    Most calendars have six terms, each of which is one. A term with a half term recorded in it as a closure is two.
    One of more than ten weeks without any is left out: when its half term is cannot be told.
    """
    found = (half for calendar in days.calendars for term in calendar.terms for half in _halves(term, calendar))
    return tuple(sorted((half for half in found if half.ends - half.starts <= _LONGEST), key=lambda each: each.starts))


def _halves(term: Term, calendar: Calendar) -> Iterator[HalfTerm]:
    breaks = sorted(
        (each.starts, each.last_day)
        for each in calendar.closures
        if each.kind is ClosureKind.HALF_TERM and term.starts < each.starts and each.last_day < term.ends
    )
    first = term.starts
    for number, (starts, ends) in enumerate(breaks, 1):
        yield HalfTerm(f"part {number} of term {term.number}", first, _weekday_before(starts))
        first = ends + _A_DAY
    name = f"part {len(breaks) + 1} of term {term.number}" if breaks else f"term {term.number}"
    yield HalfTerm(name, first, term.ends)


def _weekday_before(day: date) -> date:
    day -= _A_DAY
    while day.weekday() >= _SATURDAY:
        day -= _A_DAY
    return day
