"""Calendars and placements drawn at random, for what holds of all of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from tests.builders import a_calendar, a_placement, a_term, day

if TYPE_CHECKING:
    from hypothesis.strategies import SearchStrategy

    from apqa.records.calendar import Calendar
    from apqa.records.placement import Placement

_PERIODS = ("autumn", "autumn", "spring", "spring", "summer", "summer")


def days_between(first: str, last: str) -> SearchStrategy[date]:
    """Draw a day, both ends included."""
    return st.dates(day(first), day(last))


@st.composite
def calendars(draw: st.DrawFn, year: str = "2026-27", applies_to: dict[str, str] | None = None) -> Calendar:
    """Draw a year of six terms that begin and end on any day, with closures anywhere."""
    first = date(int(year[:4]), 9, 1)
    terms, starts = [], first + timedelta(days=draw(st.integers(0, 12)))
    for number, period in enumerate(_PERIODS, 1):
        ends = starts + timedelta(days=draw(st.integers(20, 50)))
        terms.append(a_term(str(number), str(starts), str(ends), period=period))
        starts = ends + timedelta(days=draw(st.integers(1, 11)))
    closed = draw(st.lists(st.tuples(st.integers(0, 340), st.integers(0, 5)), max_size=4))
    closures = [
        {"starts": str(first + timedelta(days=at)), "ends": str(first + timedelta(days=at + length)), "kind": "closure"}
        for at, length in closed
    ]
    name = year if applies_to is None else f"{year}-own"
    return a_calendar(name, terms=terms, closures=closures, applies_to=applies_to)


@st.composite
def placed(draw: st.DrawFn, number: int = 1, first: str = "2026-08-20", last: str = "2027-08-31") -> Placement:
    """Draw a placement that starts any day, has ended or goes on, and was reviewed now and then."""
    starts = draw(days_between(first, last))
    length = draw(st.none() | st.integers(0, 400))
    held = draw(st.lists(st.integers(0, 360), max_size=4, unique=True))
    changes: dict[str, Any] = {"starts": str(starts)}
    if length is not None:
        changes["end"] = {"on": str(starts + timedelta(days=length)), "reason": "moved_on"}
    changes["reviews"] = [{"on": str(starts + timedelta(days=at)), "by": "SENDCo"} for at in sorted(held)]
    return a_placement(number, **changes)
