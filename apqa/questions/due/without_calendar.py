"""What is not known of termly reports where no calendar covers a placement's days (QF-50)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.calendars import provider_days
from apqa.questions.due.duty import Duty
from apqa.questions.school_days import NoCalendar, academic_year, first_day_of, next_year
from apqa.vocabulary.due import DutyKind, DutyState, Owes
from apqa.vocabulary.reporting import ReportingPeriod

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.school_days import SchoolDays
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement


def unknown_years(situation: Situation) -> dict[str, int]:
    """Answer the academic years before the day's that placements lived in and no calendar covers, with how many did.

    What was due in them is not known.
    """
    years: dict[str, int] = {}
    for placement in situation.records.placements:
        known = {each.year for each in provider_days(placement.provider, situation).calendars}
        for year in _years_before(situation.on, placement):
            if year not in known:
                years[year] = years.get(year, 0) + 1
    return dict(sorted(years.items()))


def _years_before(on: date, placement: Placement) -> Iterator[str]:
    """Answer the academic years a placement lived in, before the one of a day."""
    year, last = academic_year(placement.starts), academic_year(min(placement.last_day or on, on))
    while year <= last and year != academic_year(on):
        yield year
        year = next_year(year)


def reports_not_known(placement: Placement, situation: Situation) -> Iterator[Duty]:
    """Say of a placement that nothing is known of its reports where no calendar covers its days of the year.

    One duty for the academic year of the day, of which no day can be told; none where a calendar tells all.
    """
    missing = _not_covered(placement, provider_days(placement.provider, situation), situation.on)
    if missing is not None:
        yield Duty(
            kind=DutyKind.TERMLY_REPORT,
            key=f"{DutyKind.TERMLY_REPORT}/{missing.year}/{placement.id}",
            title=f"Termly report, {missing.year}",
            due=None,
            state=DutyState.CANNOT_TELL,
            owes=Owes.COUNCIL,
            ask="whoever keeps the records",
            clause="QF-50",
            basis="QF-50, Appendix B",
            record=placement,
            provider=placement.provider,
            placement=placement.id,
            commissioner=placement.commissioner.name,
            says=f"which reports are due cannot be told: {missing.says}",
        )


def _not_covered(placement: Placement, days: SchoolDays, on: date) -> NoCalendar | None:
    """Answer what no calendar tells of a placement's days in the academic year of a day; none where all is told."""
    year, last = academic_year(on), min(placement.last_day or on, on)
    if last < placement.starts or academic_year(last) != year:
        return None
    first, missing = max(placement.starts, first_day_of(year)), None
    for period in ReportingPeriod:
        span = days.span(year, period)
        if isinstance(span, NoCalendar):
            missing = missing or span
        elif missing and first < span.starts:  # one between others, or before them, was left out
            return missing
        elif last <= span.ends:
            return None
    return missing
