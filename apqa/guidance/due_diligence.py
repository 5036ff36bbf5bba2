"""The checklist of the council's due diligence, as dated data (QF-14, QF-40, QF-41)."""

from datetime import date

from apqa.guidance.book import Dated, entries
from apqa.guidance.typed import an_entry
from apqa.records.identifiers import Word
from apqa.records.scalars import Text
from apqa.vocabulary.provider import DiligencePart


@an_entry
class DiligenceItem(Dated):
    """One thing the council looks at before it lists a provider."""

    key: Word
    """Its short name, as due diligence records it."""

    part: DiligencePart
    """The part of due diligence it belongs to."""

    title: Text
    """What it is about."""

    checks: tuple[Text, ...] = ()
    """The checks before a placement that answer it, by their keys or how these begin; none where a person answers."""

    def is_answered_by(self, check: str) -> bool:
        """Answer whether a check before a placement bears on it, by the check's key."""
        return any(check.startswith(start) for start in self.checks)


def diligence_items(on: date) -> tuple[DiligenceItem, ...]:
    """Answer the items in force on the day, in the order of their parts."""
    every: tuple[DiligenceItem, ...] = entries("due_diligence", "items", DiligenceItem)
    known = [each for each in every if each.in_force_from is not None and each.in_force_from <= on]
    return tuple(sorted(known, key=lambda each: list(DiligencePart).index(each.part)))
