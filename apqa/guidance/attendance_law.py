"""Attendance of pupils educated away from their school: its codes and sessions, as dated data (QF-39, QF-52)."""

from datetime import date
from functools import lru_cache

from apqa.guidance.book import Dated, current, entries, page
from apqa.guidance.typed import an_entry
from apqa.records.identifiers import AttendanceCode
from apqa.records.scalars import Count, Text
from apqa.vocabulary.placement import PlacementBasis


@an_entry
class CodeEntry(Dated):
    """One attendance code."""

    code: AttendanceCode
    """The code."""

    title: Text
    """Its name."""

    means: Text
    """When it is used."""


@an_entry
class CouncilPower(Dated):
    """A legal basis of a placement that is a power of the council which code K names."""

    placement: PlacementBasis
    """The basis, as placements record it."""


@an_entry
class SessionEntry(Dated):
    """Into how many sessions a school day is divided."""

    a_day: Count
    """How many."""


@lru_cache(maxsize=4096)
def sessions_a_day(on: date) -> SessionEntry | None:
    """Answer into how many sessions a school day is divided by the law of the day; none before there was one."""
    return current(entries("attendance", "sessions", SessionEntry), on)


@lru_cache(maxsize=4096)
def attendance_code(code: str, on: date) -> CodeEntry | None:
    """Answer a code as it stands on the day; none where it does not exist then."""
    return current(entries_of(code), on)


def entries_of(code: str) -> tuple[CodeEntry, ...]:
    """Answer a code as it stood on each basis it had, the oldest first; nothing where there is no such code."""
    return tuple(entry for entry in entries("attendance", "codes", CodeEntry) if entry.code == code)


def powers_of_the_council() -> frozenset[str]:
    """Answer the legal bases on which a placement is arranged by the council under the powers K names."""
    return frozenset(each.placement.value for each in entries("attendance", "powers", CouncilPower))


def framework_wording() -> str:
    """Answer how the framework's own wording differs from the regulations."""
    return str(page("attendance")["framework_wording"])
