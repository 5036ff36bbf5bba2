"""School days, terms and reporting periods, by the dated calendars of the records (QF-50).

Asked about a year no calendar is recorded for, every question answers with `NoCalendar` and does not guess.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from apqa.guidance.bank_holidays import bank_holidays
from apqa.vocabulary.reporting import ClosureKind, ReportingPeriod

if TYPE_CHECKING:
    from apqa.records.calendar import Calendar, Closure, Term

_A_DAY = timedelta(days=1)
_SATURDAY = 5
_SEPTEMBER = 9


class DayKind(StrEnum):
    """What a day is to a school."""

    SCHOOL_DAY = "school_day"
    WEEKEND = "weekend"
    BANK_HOLIDAY = "bank_holiday"
    INSET = "inset"
    HALF_TERM = "half_term"
    """Between the two terms of one reporting period, or recorded as a half term."""
    CLOSURE = "closure"
    HOLIDAY = "holiday"
    """Between two reporting periods, or outside the year's terms."""


@dataclass(frozen=True, slots=True)
class NoCalendar:
    """Why a question of days has no answer: the calendar it needs is not recorded, or not whole."""

    year: str
    """The academic year, such as 2026-27."""

    whose: str
    lacks: str = ""
    """What a calendar that is there does not have; empty where there is none."""

    @property
    def says(self) -> str:
        """Say it in a sentence."""
        if self.lacks:
            return f"the calendar of {self.whose} for {self.year} has {self.lacks}"
        return f"no calendar of {self.whose} is recorded for {self.year}"


@dataclass(frozen=True, slots=True)
class Span:
    """A reporting period of a year: from the first day of its first term to the last day of its last (QF-50)."""

    year: str
    period: ReportingPeriod
    starts: date
    ends: date
    terms: tuple[Term, ...]

    @property
    def key(self) -> str:
        """Answer its short name, as the folders of termly reports have it: "2026-27-autumn"."""
        return f"{self.year}-{self.period}"

    @property
    def title(self) -> str:
        """Answer its name: "autumn 2026-27"."""
        return f"{self.period} {self.year}"

    def covers(self, on: date) -> bool:
        """Answer whether the day lies in it, the break between its terms included."""
        return self.starts <= on <= self.ends


def academic_year(on: date) -> str:
    """Answer the academic year of a day, 1 September to 31 August: "2026-27"."""
    first = on.year if on.month >= _SEPTEMBER else on.year - 1
    return f"{first}-{(first + 1) % 100:02}"


def first_day_of(year: str) -> date:
    """Answer the first day of an academic year, 1 September."""
    return date(int(year[:4]), _SEPTEMBER, 1)


def previous_year(year: str) -> str:
    """Answer the academic year before one."""
    return academic_year(date(int(year[:4]) - 1, _SEPTEMBER, 1))


def next_year(year: str) -> str:
    """Answer the academic year after one."""
    return academic_year(date(int(year[:4]) + 1, _SEPTEMBER, 1))


COUNCIL = "the council"
"""Whose days they are where nobody has a calendar of its own."""


@dataclass(frozen=True)
class SchoolDays:
    """The days of one school, provider or council, over all the years its calendars cover."""

    whose: str
    calendars: tuple[Calendar, ...]
    """One a year at most."""

    _answers: dict[object, bool] = field(default_factory=dict, compare=False, repr=False)

    def _whose(self, calendar: Calendar | None) -> str:
        """Say whose calendar does not answer: the council's stands in for a year that a school has none of its own."""
        if calendar is None:
            return self.whose if self.whose == COUNCIL else f"{self.whose} or {COUNCIL}"
        return self.whose if calendar.applies_to else COUNCIL

    def calendar(self, on: date) -> Calendar | NoCalendar:
        """Answer the calendar that says what the day is. One whose terms are not all recorded says only some days."""
        year = academic_year(on)
        found = next((each for each in self.calendars if each.year == year), None)
        if found is None:
            return NoCalendar(year, self._whose(found))
        missing = _missing_periods(found)
        if missing and not found.terms[0].starts <= on <= found.terms[-1].ends:
            return NoCalendar(year, self._whose(found), f"no term of the {' and '.join(missing)} period")
        return found

    def term(self, on: date) -> Term | NoCalendar | None:
        """Answer the term a day belongs to; none on a day between terms."""
        found = self.calendar(on)
        if isinstance(found, NoCalendar):
            return found
        return next((term for term in found.terms if term.starts <= on <= term.ends), None)

    def span(self, year: str, period: ReportingPeriod) -> Span | NoCalendar:
        """Answer a reporting period of a year: autumn is terms 1 and 2, spring 3 and 4, summer 5 and 6 (QF-50)."""
        found = next((each for each in self.calendars if each.year == year), None)
        if found is None:
            return NoCalendar(year, self._whose(found))
        terms = tuple(term for term in found.terms if term.period is period)
        if not terms:
            return NoCalendar(year, self._whose(found), f"no term of the {period} period")
        return Span(year, period, terms[0].starts, terms[-1].ends, terms)

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Answer every reporting period there is a calendar for, the earliest first."""
        years = sorted(calendar.year for calendar in self.calendars)
        found = (self.span(year, period) for year in years for period in ReportingPeriod)
        return tuple(each for each in found if isinstance(each, Span))

    def kind(self, on: date) -> DayKind | NoCalendar:
        """Answer what a day is: a school day, or why it is none."""
        found = self.calendar(on)
        return found if isinstance(found, NoCalendar) else _kind(found, on)

    def is_school_day(self, on: date) -> bool | NoCalendar:
        """Answer whether pupils are in school: a weekday of a term, and neither a closure nor a bank holiday."""
        if on not in self._answers:
            kind = self.kind(on)
            if isinstance(kind, NoCalendar):
                return kind
            self._answers[on] = kind is DayKind.SCHOOL_DAY
        return self._answers[on]

    def school_days(self, first: date, last: date) -> int | NoCalendar:
        """Count the school days from the first to the last day, both included."""
        number, day = 0, first
        while day <= last:
            open_ = self.is_school_day(day)
            if isinstance(open_, NoCalendar):
                return open_
            number, day = number + open_, day + _A_DAY
        return number

    def has_school_day(self, first: date, last: date) -> bool | NoCalendar:
        """Answer whether there is a school day from the first to the last day, both included."""
        day = first
        while day <= last:
            open_ = self.is_school_day(day)
            if open_ is True or isinstance(open_, NoCalendar):
                return open_
            day += _A_DAY
        return False

    def later(self, after: date, number: int) -> date | NoCalendar:
        """Answer the school day so many school days after a day; with none, the last school day up to that day."""
        day, left, step = (after, number, _A_DAY) if number else (after + _A_DAY, 1, -_A_DAY)
        while left:
            day += step
            open_ = self.is_school_day(day)
            if isinstance(open_, NoCalendar):
                return open_
            left -= open_
        return day

    def days_late(self, due: date, on: date) -> int | NoCalendar:
        """Count by how many school days something that was due on a day is late: the days after it, up to today."""
        return self.school_days(due + _A_DAY, on)


def _missing_periods(calendar: Calendar) -> list[str]:
    there = {term.period for term in calendar.terms}
    return [period.value for period in ReportingPeriod if period not in there]


def _kind(calendar: Calendar, on: date) -> DayKind:
    if on.weekday() >= _SATURDAY:
        return DayKind.WEEKEND
    closed = _closed(calendar, on)
    if closed is not None:
        return DayKind(closed.kind.value)
    if any(holiday.on == on for holiday in bank_holidays()):
        return DayKind.BANK_HOLIDAY
    if any(term.starts <= on <= term.ends for term in calendar.terms):
        return DayKind.SCHOOL_DAY
    return DayKind.HALF_TERM if _between_terms_of_a_period(calendar, on) else DayKind.HOLIDAY


def _closed(calendar: Calendar, on: date) -> Closure | None:
    """Answer what closes schools on a day; a bank holiday before anything else that is recorded for it."""
    found = [each for each in calendar.closures if each.covers(on)]
    return min(found, key=lambda each: each.kind is not ClosureKind.BANK_HOLIDAY, default=None)


def _between_terms_of_a_period(calendar: Calendar, on: date) -> bool:
    before = [term for term in calendar.terms if term.ends < on]
    after = [term for term in calendar.terms if term.starts > on]
    return bool(before and after) and before[-1].period is after[0].period
