"""What a provider offers: the programme, the week, the subjects and the price (QF-02, QF-24, QF-38)."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated

from apqa.records.base import AgeRange, Part, no_more_without_breaks
from apqa.records.identifiers import Word
from apqa.records.scalars import (
    Clock,
    Count,
    Day,
    Entries,
    Hours,
    Money,
    Text,
    Truth,
    whole_number,
)
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.provider import CoreSubject, PriceUnit, Taught, Weekday

_WEEKS_IN_A_YEAR = 53
"""A year may begin and end in the middle of a week."""

Weeks = Annotated[int, whole_number(0, _WEEKS_IN_A_YEAR, f"a year has no more than {_WEEKS_IN_A_YEAR} weeks, not {{}}")]


class Week(Part):
    """When the provider works with pupils."""

    days: Annotated[tuple[Weekday, ...], Entries(once=True, needed="a week without days has no hours: write its days")]
    """The days of the week it is open to pupils."""

    opens: Clock | None = None
    """When the day starts."""

    closes: Clock | None = None
    """When the day ends."""

    hours_with_breaks: Hours
    """The most hours a week any one pupil can attend, breaks included. The registration question asks for these."""

    hours_without_breaks: Hours | None = None
    """The same without breaks: the hours of teaching."""

    weeks_a_year: Weeks | None = None
    """How many weeks a year it is open."""

    evenings_only: Truth | None = None
    """Whether it works outside the school day only."""

    @truth
    def _breaks_add_to_the_hours(self) -> Iterator[Untruth]:
        yield from no_more_without_breaks(self.hours_with_breaks, self.hours_without_breaks)

    @truth
    def _is_a_week_there_can_be(self) -> Iterator[Untruth]:
        if self.opens is not None and self.closes is not None and self.closes <= self.opens:
            said = f"it closes at {self.closes:%H:%M}, no later than it opens at {self.opens:%H:%M}"
            yield untrue(said, "closes")
        elif self.opens is not None and self.closes is not None:
            open_for = datetime.combine(date.min, self.closes) - datetime.combine(date.min, self.opens)
            if self.hours_with_breaks > open_for * len(self.days):
                yield untrue("it is more than the hours it is open on its days", "hours_with_breaks")


class CoreSubjects(Part):
    """Where English, mathematics, science and information technology are taught (QF-02)."""

    english: Taught
    """English."""

    mathematics: Taught
    """Mathematics."""

    science: Taught
    """Science."""

    information_technology: Taught
    """Information technology."""

    def taught_here(self) -> frozenset[CoreSubject]:
        """Answer those the provider itself teaches."""
        return frozenset(subject for subject in CoreSubject if getattr(self, subject) is Taught.HERE)


class Qualification(Part):
    """A qualification pupils can take (QF-02)."""

    title: Text
    """Its title."""

    awarding_body: Text
    """Who awards it."""

    level: Text | None = None
    """Its level."""

    centre_approval_ends: Day | None = None
    """The last day of the awarding body's approval of this centre."""

    def can_be_taken(self, on: date) -> bool:
        """Answer whether it can be taken here on the day: nothing says that the approval has ended."""
        return self.centre_approval_ends is None or on <= self.centre_approval_ends


class Price(Part):
    """What a place costs (QF-43)."""

    pounds: Money
    """The price in pounds, without value added tax."""

    unit: PriceUnit
    """What it buys."""

    covers: Text | None = None
    """What is in the price, and what is extra."""


class Offer(Part):
    """What a provider offers pupils (QF-02)."""

    purpose: Text
    """What it is for, in a sentence or two: the clear purpose good alternative provision has."""

    ages: AgeRange
    """The ages it takes."""

    places: Count
    """How many pupils it can take at one time, as the provider itself sets it."""

    week: Week
    """When it works with pupils."""

    subjects: tuple[Text, ...] = ()
    """What is taught, beyond the core subjects."""

    core_subjects: CoreSubjects | None = None
    """Where English, mathematics, science and information technology are taught."""

    qualifications: tuple[Qualification, ...] = ()
    """Qualifications pupils can take."""

    no_qualifications_reason: Text | None = None
    """Why no qualification is offered, where none is."""

    qualified_staff: Text | None = None
    """Which staff are qualified for what they teach: the suitably qualified staff good provision has."""

    works_with: tuple[Word, ...] = ()
    """The services it works with: social_care, educational_psychology, camhs, youth_justice, drug_support."""

    progression: Text | None = None
    """The way back to school, or on to education, training or employment with training (QF-38)."""

    prices: tuple[Price, ...] = ()
    """What a place costs."""

    @truth
    def _has_qualifications_or_a_reason_for_none(self) -> Iterator[Untruth]:
        # An approval that ends may leave none, so a reason may stand beside one that has an end.
        lasting = any(each.centre_approval_ends is None for each in self.qualifications)
        if lasting and self.no_qualifications_reason is not None:
            said = "it offers qualifications, and a reason for none is given: keep the one that is true"
            yield untrue(said, "no_qualifications_reason")
