"""The criteria of the yearly self-assessment (QF-53, Appendix A), as dated data."""

from datetime import date

from apqa.guidance.book import Dated, entries
from apqa.guidance.typed import an_entry
from apqa.records.identifiers import Word
from apqa.records.scalars import Text
from apqa.vocabulary.review import Area


@an_entry
class Criterion(Dated):
    """One thing a provider rates itself against."""

    code: Word
    """Its short name, as self-assessments use it."""

    area: Area
    """The area of the review it belongs to."""

    title: Text
    """What it is about, in a few words."""

    text: Text
    """What is asked."""

    checks: tuple[Text, ...] = ()
    """The checks of a provider's record that bear on it, by their keys or how these begin."""


def criteria(on: date) -> tuple[Criterion, ...]:
    """Answer the criteria in force on the day, the framework's own first."""
    return tuple(entry for entry in every_criterion() if entry.in_force_from is not None and entry.in_force_from <= on)


def criterion(code: str) -> Criterion | None:
    """Answer the criterion of that code, in force or not; none where there is none."""
    return next((entry for entry in every_criterion() if entry.code == code), None)


def criterion_of(check: str) -> Criterion | None:
    """Answer the criterion a check of a provider's record bears on, by the check's key; none where it bears on none.

    The nearest one alone: a fire risk assessment is a matter of fire safety before it is one of health and safety.
    """
    bearing = [(len(start), entry) for entry in every_criterion() for start in entry.checks if check.startswith(start)]
    return max(bearing, key=lambda each: each[0], default=(0, None))[1]


def every_criterion() -> tuple[Criterion, ...]:
    """Answer every criterion, in force or not."""
    return entries("criteria", "criteria", Criterion)
