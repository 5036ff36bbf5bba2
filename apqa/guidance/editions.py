"""Editions of the guidance the framework rests on (QF-42): which was current on a day."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from apqa.guidance.book import entries
from apqa.guidance.days import months_later
from apqa.guidance.typed import an_entry
from apqa.records.identifiers import Edition, Word
from apqa.records.scalars import Day, Text, Truth
from apqa.vocabulary.standing import Standing

_A_YEAR = 12
"""In months."""


@an_entry
class EditionEntry:
    """One edition of a document."""

    edition: Edition
    """Its name, the year."""

    in_force_from: Day
    """The first day it applies."""

    standing: Standing | None = None
    """How binding it is, where that differs from what its document is otherwise."""

    confirmed: Truth = True
    """Whether a document confirms the day."""


@an_entry
class Document:
    """A document the framework rests on."""

    key: Word
    """Its short name, as policies cite it."""

    title: Text
    """Its title."""

    standing: Standing
    """How binding it is, where an edition says nothing else."""

    basis: Text
    """Who publishes it, and under which Act."""

    yearly: Truth = False
    """Whether a new edition comes every year."""

    editions: tuple[EditionEntry, ...]
    """Its editions, the oldest first."""

    def current(self, on: date) -> EditionEntry | None:
        """Answer the edition in force on the day."""
        return next((entry for entry in reversed(self.editions) if entry.in_force_from <= on), None)

    def standing_of(self, edition: EditionEntry | None) -> Standing:
        """Answer how binding an edition is; of one that apqa does not know, how binding the document is otherwise."""
        return edition.standing if edition and edition.standing else self.standing

    def standing_on(self, on: date) -> Standing:
        """Answer how binding the document is on the day, in the edition in force."""
        return self.standing_of(self.current(on))

    def is_expected(self, on: date) -> bool:
        """Answer whether a newer edition may be in force on the day: a year after the last, where one comes yearly."""
        return self.yearly and months_later(self.editions[-1].in_force_from, _A_YEAR) <= on

    def with_later(self, others: Mapping[str, date]) -> "Document":
        """Answer the document with further editions and their first days: those alone that are later than its last."""
        last = self.editions[-1].in_force_from
        later = [(day, name) for name, day in others.items() if day > last and self.edition(name) is None]
        added = (EditionEntry(edition=name, in_force_from=day, confirmed=False) for day, name in sorted(later))
        return replace(self, editions=(*self.editions, *added))

    def edition(self, name: str) -> EditionEntry | None:
        """Answer the edition of that name; none where apqa does not know it."""
        return next((entry for entry in self.editions if entry.edition == name), None)


def documents() -> tuple[Document, ...]:
    """Answer every document."""
    return entries("editions", "documents", Document)


def document(key: str) -> Document | None:
    """Answer the document with that short name."""
    return next((entry for entry in documents() if entry.key == key), None)
