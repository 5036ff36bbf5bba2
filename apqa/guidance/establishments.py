"""What the types and statuses of the register of schools mean."""

from enum import StrEnum

from apqa.guidance.book import Dated, entries
from apqa.guidance.typed import an_entry
from apqa.records.identifiers import EstablishmentStatus, EstablishmentType
from apqa.records.scalars import Count, Text, Truth


class Meaning(StrEnum):
    """What an establishment type means for registration."""

    SCHOOL = "school"
    """A maintained or other school that needs no registration as an independent one."""
    INDEPENDENT_SCHOOL = "independent_school"
    """A registered independent school."""
    REVIEW = "review"
    """Not a school of either kind for this question; a person must look."""


@an_entry
class TypeEntry(Dated):
    """One establishment type."""

    code: EstablishmentType
    """Its code."""

    title: Text
    """Its name."""

    means: Meaning
    """What it means for registration."""


@an_entry
class StatusEntry(Dated):
    """One establishment status."""

    code: EstablishmentStatus
    """Its code."""

    title: Text
    """Its name."""

    open: Truth
    """Whether an establishment with it is open."""


@an_entry
class NumberRange(Dated):
    """The DfE numbers that some types of establishment are given."""

    types: tuple[EstablishmentType, ...]
    """The codes of the types."""

    first: Count
    """The lowest of the establishment's four digits."""

    last: Count
    """The highest."""


def number_ranges(code: str | None) -> tuple[NumberRange, ...]:
    """Answer the ranges of DfE numbers of a type; none where a number says nothing of it."""
    return tuple(each for each in entries("establishments", "numbers", NumberRange) if code in each.types)


def establishment_type(code: str | None) -> TypeEntry | None:
    """Answer what a type's code means; none where it is not known."""
    return next((entry for entry in entries("establishments", "types", TypeEntry) if entry.code == code), None)


def establishment_status(code: str | None) -> StatusEntry | None:
    """Answer what a status's code means; none where it is not known."""
    return next((entry for entry in entries("establishments", "statuses", StatusEntry) if entry.code == code), None)
