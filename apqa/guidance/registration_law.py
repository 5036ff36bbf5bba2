"""When the law asks an institution to register as an independent school, by rule set (QF-10 to QF-13)."""

from dataclasses import replace
from datetime import date
from functools import lru_cache

from apqa.guidance.book import Dated, announced, current, entries
from apqa.guidance.typed import an_entry
from apqa.records.scalars import Count, Hours, Text, Truth
from apqa.vocabulary.standing import Standing


@an_entry
class FullTimeTest:
    """How a rule set tells whether one pupil is full-time at an institution."""

    presumed_above_hours: Hours | None = None
    """Daytime hours a week, breaks included, above which full-time is presumed. The number itself is not above."""

    judged_when_nearly_all: Truth = False
    """Whether a person must judge when fewer hours are all or nearly all of the pupil's education."""

    majority: Truth = False
    """Whether all or a majority of the pupil's education makes it full-time."""

    standing: Standing
    """How binding the test is."""

    basis: Text
    """Where it is written."""


@an_entry
class Reading:
    """One way in which the words of a rule set can be read, as long as no document says which holds."""

    key: Text
    """Its short name."""

    where: Text
    """What counts by it, to follow the word "where"."""

    basis: Text
    """Who or what speaks for it."""

    with_ehc_plan: Count | None = None
    """Full-time pupils with an EHC plan from which registration is compulsory by it."""

    with_special_needs: Count | None = None
    """The same, of pupils with special educational needs."""


@an_entry
class RegistrationLaw(Dated):
    """One rule set: how many full-time pupils of which kind make registration compulsory."""

    key: Text
    """Its name."""

    title: Text
    """What it is, for people."""

    pupils: Count
    """Full-time pupils of compulsory school age from which registration is compulsory."""

    with_ehc_plan: Count | None = None
    """The same, of pupils with an EHC plan."""

    with_special_needs: Count | None = None
    """The same, of pupils with special educational needs, where the rule set names these."""

    looked_after: Count
    """The same, of looked-after pupils."""

    readings: tuple[Reading, ...] = ()
    """The ways in which it can be read, that of its own words first. None where there is but one."""

    full_time: FullTimeTest
    """How full-time is told."""

    def read_as(self, reading: Reading) -> "RegistrationLaw":
        """Answer the rule set as it is by one reading."""
        plan, needs = reading.with_ehc_plan, reading.with_special_needs
        return replace(self, readings=(), with_ehc_plan=plan, with_special_needs=needs)

    def is_in_force(self, on: date) -> bool:
        """Answer whether it is the rule set in force on the day, in whichever reading."""
        now = registration_law(on)
        return now is not None and now.key == self.key


def rule_sets() -> tuple[RegistrationLaw, ...]:
    """Answer every rule set, announced ones included."""
    return entries("registration", "rule_sets", RegistrationLaw)


@lru_cache(maxsize=4096)
def registration_law(on: date) -> RegistrationLaw | None:
    """Answer the rule set in force on the day."""
    return current(rule_sets(), on)


def announced_registration_law() -> RegistrationLaw | None:
    """Answer the rule set that is announced and not in force."""
    return next(iter(announced(rule_sets())), None)
