"""What commissioners must have seen and what comes round: policies, insurances, cycles, safety items, numbers."""

from decimal import Decimal

from apqa.guidance.book import Dated, entries
from apqa.guidance.typed import an_entry
from apqa.records.identifiers import Word
from apqa.records.scalars import Count, Money, Text, Truth
from apqa.vocabulary.provider import InsuranceKind


@an_entry
class RequiredPolicy(Dated):
    """A policy or procedure that must have been seen (QF-21)."""

    key: Word
    """Its short name."""

    title: Text
    """Its name."""

    cites: tuple[Word, ...] = ()
    """The documents it must have regard to, by their short names."""

    may_not_apply: Truth = False
    """Whether the framework leaves room for its not applying: "as appropriate"."""


@an_entry
class Minimum(Dated):
    """The least an insurance must cover."""

    pounds: Money
    """The limit of indemnity, in pounds, for any one event."""


@an_entry
class RequiredInsurance(Dated):
    """An insurance that must have been seen (QF-22)."""

    kind: InsuranceKind
    """Which insurance."""

    title: Text
    """Its name."""

    clause: Text
    """The clause that asks for it."""

    only_with_employees: Truth = False
    """Whether it is needed only where somebody is employed."""

    minimum: Minimum
    """The least it must cover."""


@an_entry
class CycleEntry(Dated):
    """How often something is due again: in months, or in weeks."""

    key: Word
    """Its short name."""

    title: Text
    """What is due."""

    months: Count | None = None
    """After how many months."""

    weeks: Count | None = None
    """After how many weeks."""


@an_entry
class SafetyEntry(Dated):
    """A health and safety item with a day that comes round."""

    item: Word
    """Its short name."""

    title: Text
    """Its name."""

    cycle: Word | None = None
    """The cycle it follows; none where only its own expiry counts."""

    asked_of_all: Truth = False
    """Whether every provider is asked for it."""


@an_entry
class NumberEntry(Dated):
    """A number that no law fixes."""

    key: Word
    """Its short name."""

    value: Money
    """The number used until the council sets its own."""


def required_policies() -> tuple[RequiredPolicy, ...]:
    """Answer the policies the framework asks for, in its order."""
    return entries("policies", "required", RequiredPolicy)


def required_insurances() -> tuple[RequiredInsurance, ...]:
    """Answer the insurances the framework asks for, in its order."""
    return entries("insurance", "required", RequiredInsurance)


def cycle_entries() -> tuple[CycleEntry, ...]:
    """Answer every cycle."""
    return entries("cycles", "cycles", CycleEntry)


def safety_entries() -> tuple[SafetyEntry, ...]:
    """Answer every health and safety item apqa knows."""
    return entries("safety", "items", SafetyEntry)


def number_entry(key: str) -> NumberEntry:
    """Answer a number by its short name."""
    numbers: tuple[NumberEntry, ...] = entries("numbers", "numbers", NumberEntry)
    return next(entry for entry in numbers if entry.key == key)


def number(key: str) -> Decimal:
    """Answer a number's value by its short name."""
    return number_entry(key).value
