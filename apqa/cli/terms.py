"""A reporting period as it is given on the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.errors import UsageError
from apqa.records.kinds import TERMLY_REPORT
from apqa.vocabulary.reporting import ReportingPeriod

if TYPE_CHECKING:
    from apqa.cli.opening import Opened
    from apqa.questions.school_days import Span

_ANY = TERMLY_REPORT.id_example.rpartition("/")[2]


def term_span(term: str, opened: Opened) -> Span:
    """Answer a reporting period by its name, as the council's calendar has it.

    Raises `UsageError`, with the terms there are, where no calendar has it.
    """
    from apqa.questions.calendars import council_days
    from apqa.questions.school_days import NoCalendar

    days = council_days(opened.situation)
    known = [span.key for span in days.spans]
    year, _, period = refuse_no_term(term, opened).rpartition("-")
    found = days.span(year, ReportingPeriod(period))
    if isinstance(found, NoCalendar):
        there = f"; there are {', '.join(known)}" if known else ""
        raise UsageError(f"--term: {found.says}: add it (`apqa new calendar`){there}")
    return found


def refuse_no_term(term: str, opened: Opened) -> str:
    """Answer a reporting period as it was given. Raises `UsageError`, with an example, where it is none."""
    from apqa.questions.calendars import council_days

    if TERMLY_REPORT.id_of(f"{term}/{_ANY}"):
        return term
    known = [span.key for span in council_days(opened.situation).spans]
    raise UsageError(f"--term: '{term}' is no reporting period: give one such as {_example(known)}")


def _example(known: list[str]) -> str:
    return known[-1] if known else "2026-27-autumn"
