"""The calendar of an academic year: kept as records/calendar/<year>.yaml, or <year>-<name>.yaml for others' own."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Annotated

from apqa.records.base import Part, Period, Record, told_apart
from apqa.records.identifiers import ProviderId, Urn
from apqa.records.scalars import Count, Day, Entries, Text, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.reporting import ClosureKind, ReportingPeriod

_IN_ORDER = tuple(ReportingPeriod)


class Term(Part):
    """One of the terms of the year (QF-50)."""

    number: Count
    """Its number, from 1."""

    starts: Day
    """Its first day."""

    ends: Day
    """Its last day."""

    period: ReportingPeriod
    """The reporting period it belongs to."""

    @truth
    def _ends_after_it_starts(self) -> Iterator[Untruth]:
        if self.ends < self.starts:
            yield untrue(f"term {self.number} ends on {self.ends}, before it starts on {self.starts}", "ends")


class Closure(Period):
    """Days on which schools are closed to pupils (QF-50)."""

    ends: Day | None = None
    """The last day, itself included; left out where only the first day is closed."""

    kind: ClosureKind
    """Why."""

    name: Text | None = None
    """What it is called, such as "Early May bank holiday"."""

    def covers(self, on: date) -> bool:
        """Answer whether the day is closed. Without an end it is one day: no school closes until further notice."""
        return self.starts <= on <= self.last_day

    @property
    def last_day(self) -> date:
        """Answer its last day."""
        return self.ends or self.starts


class AppliesTo(Part):
    """Whose calendar it is, where it is not the council's (QF-50)."""

    provider: ProviderId | None = None
    """The provider."""

    school: Text | None = None
    """The school or academy, by name."""

    urn: Urn | None = None
    """Its number in "Get information about schools", in quotes."""

    @truth
    def _names_somebody(self) -> Iterator[Untruth]:
        if self.provider is None and self.school is None and self.urn is None:
            yield untrue("it applies to nobody: name the provider or the school, or take applies_to out")


class Calendar(Record):
    """The terms, closures and reporting periods of an academic year.

    Kept as records/calendar/<year>.yaml for the council's, <year>-<name>.yaml for an academy's or provider's own.
    """

    source: Text | None = None
    """Where the dates come from."""

    confirmed: Truth
    """Whether the dates are published ones. Sample dates say no."""

    applies_to: AppliesTo | None = None
    """Whose calendar it is, where it is not the council's."""

    terms: Annotated[tuple[Term, ...], Entries(needed="a year without terms has no school days: write its terms")]
    """The terms, in order."""

    closures: tuple[Closure, ...] = ()
    """Half terms, closures, training days and bank holidays."""

    @truth
    def _terms_follow_one_another(self) -> Iterator[Untruth]:
        for number, (earlier, later) in enumerate(pairwise(self.terms), 1):
            if later.starts <= earlier.ends:
                said = f"term {later.number} starts before term {earlier.number} has ended"
                yield untrue(said, "terms", number, "starts")
            if _IN_ORDER.index(later.period) < _IN_ORDER.index(earlier.period):
                said = (
                    f"term {later.number} belongs to {later.period}, and term {earlier.number} before it to "
                    f"{earlier.period}: the periods follow one another"
                )
                yield untrue(said, "terms", number, "period")

    @truth
    def _has_terms_each_with_a_number_of_its_own(self) -> Iterator[Untruth]:
        yield from told_apart((term.number for term in self.terms), "terms", "number")

    @truth
    def _all_lies_in_the_year(self) -> Iterator[Untruth]:
        for number, term in enumerate(self.terms):
            if not (self.first_day <= term.starts and term.ends <= self.last_day):
                yield untrue(f"term {term.number} lies outside the academic year {self.year}", "terms", number)
        for number, closure in enumerate(self.closures):
            if not (self.first_day <= closure.starts and closure.last_day <= self.last_day):
                said = f"the closure that starts on {closure.starts} lies outside the academic year {self.year}"
                remedy = "correct its days, or write them into the other year's calendar"
                yield untrue(f"{said}: {remedy}", "closures", number)

    @truth
    def _name_says_whether_it_is_the_councils(self) -> Iterator[Untruth]:
        if self.id != self.year and self.applies_to is None:
            yield untrue(f"by its name it is not the council's ({self.year}.yaml): say whose, applies_to")
        if self.id == self.year and self.applies_to is not None:
            said = f"{self.year}.yaml is the council's own calendar: name somebody else's {self.year}-<name>.yaml"
            yield untrue(f"{said}, or take applies_to out", "applies_to")

    @property
    def year(self) -> str:
        """Answer the academic year, such as 2026-27."""
        return self.id[:7]

    @property
    def first_day(self) -> date:
        """Answer the first day of the academic year, 1 September."""
        return date(int(self.year[:4]), 9, 1)

    @property
    def last_day(self) -> date:
        """Answer the last day of the academic year, 31 August."""
        return date(int(self.year[:4]) + 1, 8, 31)

    def covers(self, on: date) -> bool:
        """Answer whether the day lies in the academic year."""
        return self.first_day <= on <= self.last_day
