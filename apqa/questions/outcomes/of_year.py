"""What belongs to an academic year, as it was known by the day (QF-50)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from apqa.questions.due.misplaced import repeated_report, report_on_the_same_time
from apqa.questions.due.reports import expected_reports, missing_from
from apqa.questions.school_days import academic_year
from apqa.records.kinds import TERMLY_REPORT
from apqa.vocabulary.reporting import ReportingPeriod, ReportStatus

if TYPE_CHECKING:
    from apqa.questions.situation import Situation
    from apqa.records.destination import Onward
    from apqa.records.placement import Placement
    from apqa.records.termly_report import TermlyReport

_SEPTEMBER, _AUGUST, _LAST_OF_AUGUST = 9, 8, 31
_IN_ORDER = tuple(ReportingPeriod)


@dataclass(frozen=True, slots=True)
class Year:
    """An academic year, 1 September to 31 August, as far as it had gone by the day asked about."""

    name: str
    """Its name: 2025-26."""

    on: date
    """The day asked about."""

    @property
    def starts(self) -> date:
        """Answer its first day."""
        return date(int(self.name[:4]), _SEPTEMBER, 1)

    @property
    def ends(self) -> date:
        """Answer its last day."""
        return date(int(self.name[:4]) + 1, _AUGUST, _LAST_OF_AUGUST)

    @property
    def is_over(self) -> bool:
        """Answer whether it is over on the day: until then its sums grow."""
        return self.ends < self.on

    @property
    def has_begun(self) -> bool:
        """Answer whether it has begun by the day."""
        return self.starts <= self.on

    def has(self, day: date) -> bool:
        """Answer whether a day lies in it and had come by the day asked about."""
        return self.starts <= day <= min(self.ends, self.on)


def year_named(name: str, on: date) -> Year | None:
    """Answer the academic year of that name; none where no year is called so."""
    first = name[:4]
    there = first.isascii() and first.isdigit() and date.min.year <= int(first) < date.max.year
    return Year(name, on) if there and academic_year(date(int(first), _SEPTEMBER, 1)) == name else None


def year_of(on: date) -> Year:
    """Answer the academic year a day lies in."""
    return Year(academic_year(on), on)


@dataclass(frozen=True, slots=True)
class PlacementYear:
    """A placement in a year, with the reports on it that had come by the day, the earliest first."""

    placement: Placement
    year: Year
    reports: tuple[TermlyReport, ...]
    """The reports whose figures count."""

    incomplete: tuple[TermlyReport, ...]
    """Those of them that lack something a report must have, as `missing_from` has it."""

    returned: tuple[TermlyReport, ...]
    """The reports that were returned for correction: until they come again, nobody stands by their figures."""

    repeated: tuple[TermlyReport, ...]
    """The reports that are there twice: on one time that is recorded twice, or repeating that of another period."""

    @property
    def ended(self) -> bool:
        """Answer whether the placement ended in the year, by the day."""
        return self.placement.end is not None and self.year.has(self.placement.end.on)

    @property
    def destination(self) -> Onward | None:
        """Answer where the pupil went: as the placement has it, else the latest report that says so."""
        said = (each.destination for each in reversed(self.reports) if each.destination is not None)
        return self.placement.destination or next(said, None)


def placement_years(situation: Situation, year: Year, provider: str = "") -> tuple[PlacementYear, ...]:
    """Answer every placement there was on some day of the year, by the day asked; of one provider where it is named."""
    records = situation.records
    if not provider:
        records.all_of(TERMLY_REPORT)  # whole, for each of thousands of placements asks for its own
    placements = records.placements_at(provider) if provider else records.placements
    return tuple(_in_year(each, situation, year) for each in placements if _lived_in(each, year))


def _lived_in(placement: Placement, year: Year) -> bool:
    begun = placement.starts <= min(year.ends, year.on)
    return begun and (placement.last_day is None or placement.last_day >= year.starts)


def _in_year(placement: Placement, situation: Situation, year: Year) -> PlacementYear:
    of_year = (each for each in situation.records.reports_on(placement.id) if each.year == year.name)
    sent = sorted((each for each in of_year if each.is_sent(year.on)), key=lambda each: _IN_ORDER.index(each.period))
    returned = tuple(each for each in sent if _is_returned(each, year))
    repeated = tuple(each for each in sent if each not in returned and _is_there_already(each, situation))
    counted = tuple(each for each in sent if each not in returned and each not in repeated)
    incomplete = tuple(each for each in counted if _lacks_something(each, placement, situation))
    return PlacementYear(placement, year, counted, incomplete, returned, repeated)


def _is_there_already(report: TermlyReport, situation: Situation) -> bool:
    twice = report_on_the_same_time(report, situation), repeated_report(report, situation)
    return any(each is not None and each.is_sent(situation.on) for each in twice)


def _lacks_something(report: TermlyReport, placement: Placement, situation: Situation) -> bool:
    expected = next(iter(expected_reports(placement, situation, report.term)), None)
    return bool(missing_from(report, expected))


def _is_returned(report: TermlyReport, year: Year) -> bool:
    """Answer whether a report stood returned on the day; one without a day of that counts as returned."""
    return report.status is ReportStatus.RETURNED and (report.review is None or report.review.on <= year.on)
