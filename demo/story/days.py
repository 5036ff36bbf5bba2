"""The days of the story: terms, closures, and the arithmetic of school days and working days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

KNOWN_ON = date(2026, 11, 23)
"""The day the records stand at. Whatever is later is planned."""

_SUMMER_BEFORE = (date(2025, 6, 2), date(2025, 7, 22))
"""The term before the story begins, in which its first placements were prepared."""

_SATURDAY = 5
_ONE = timedelta(days=1)


def day(text: str) -> date:
    """Read a day written as 2026-09-07."""
    return date.fromisoformat(text)


@dataclass(frozen=True, slots=True)
class Term:
    """One of the six terms of a year."""

    year: str
    number: int
    starts: date
    ends: date

    @property
    def period(self) -> str:
        """Answer the reporting period it belongs to."""
        return ("autumn", "spring", "summer")[(self.number - 1) // 2]


def _year(year: str, *spans: tuple[str, str]) -> tuple[Term, ...]:
    return tuple(Term(year, number, day(first), day(last)) for number, (first, last) in enumerate(spans, 1))


TERMS = (
    *_year(
        "2025-26",
        ("2025-09-02", "2025-10-24"),
        ("2025-11-03", "2025-12-19"),
        ("2026-01-05", "2026-02-13"),
        ("2026-02-23", "2026-04-02"),
        ("2026-04-20", "2026-05-22"),
        ("2026-06-01", "2026-07-22"),
    ),
    *_year(
        "2026-27",
        ("2026-09-02", "2026-10-23"),
        ("2026-11-02", "2026-12-18"),
        ("2027-01-04", "2027-02-12"),
        ("2027-02-22", "2027-03-25"),
        ("2027-04-12", "2027-05-28"),
        ("2027-06-07", "2027-07-21"),
    ),
)

INSET = {
    "2025-26": ("2025-09-02", "2025-10-24", "2026-01-05", "2026-06-01", "2026-07-22"),
    "2026-27": ("2026-09-02", "2026-11-02", "2027-01-04", "2027-06-07", "2027-07-21"),
}

BANK_HOLIDAYS = {
    "2025-26": (
        ("2025-12-25", "Christmas Day"),
        ("2025-12-26", "Boxing Day"),
        ("2026-01-01", "New Year's Day"),
        ("2026-04-03", "Good Friday"),
        ("2026-04-06", "Easter Monday"),
        ("2026-05-04", "Early May bank holiday"),
        ("2026-05-25", "Spring bank holiday"),
        ("2026-08-31", "Summer bank holiday"),
    ),
    "2026-27": (
        ("2026-12-25", "Christmas Day"),
        ("2026-12-28", "Boxing Day (substitute day)"),
        ("2027-01-01", "New Year's Day"),
        ("2027-03-26", "Good Friday"),
        ("2027-03-29", "Easter Monday"),
        ("2027-05-03", "Early May bank holiday"),
        ("2027-05-31", "Spring bank holiday"),
        ("2027-08-30", "Summer bank holiday"),
    ),
}

_FREE = frozenset(
    [day(text) for days in INSET.values() for text in days]
    + [day(text) for days in BANK_HOLIDAYS.values() for text, _ in days]
)
_HOLIDAYS = frozenset(day(text) for days in BANK_HOLIDAYS.values() for text, _ in days)


def is_school_day(on: date) -> bool:
    """Answer whether schools are open to pupils."""
    spans = (_SUMMER_BEFORE, *((term.starts, term.ends) for term in TERMS))
    in_term = any(first <= on <= last for first, last in spans)
    return on.weekday() < _SATURDAY and in_term and on not in _FREE


def school_day_from(on: date) -> date:
    """Answer the first school day on or after the day."""
    while not is_school_day(on):
        on += _ONE
    return on


def school_day_before(on: date, count: int = 1) -> date:
    """Answer the school day so many school days before the day."""
    while count:
        on -= _ONE
        count -= is_school_day(on)
    return on


def working_day_after(on: date, count: int) -> date:
    """Answer the working day so many working days after the day."""
    while count:
        on += _ONE
        count -= on.weekday() < _SATURDAY and on not in _HOLIDAYS
    return on


def working_day_before(on: date, count: int) -> date:
    """Answer the working day so many working days before the day."""
    while count:
        on -= _ONE
        count -= on.weekday() < _SATURDAY and on not in _HOLIDAYS
    return on


def school_days(first: date, last: date) -> Iterator[date]:
    """Give the school days from the first to the last day, both included."""
    for number in range((last - first).days + 1):
        on = first + timedelta(days=number)
        if is_school_day(on):
            yield on


def period_span(year: str, period: str) -> tuple[date, date]:
    """Answer the first and last day of a reporting period."""
    terms = [term for term in TERMS if term.year == year and term.period == period]
    return terms[0].starts, terms[-1].ends


def spoken(on: date) -> str:
    """Write a day as people say it: 7 September 2026."""
    return f"{on.day} {on:%B %Y}"
