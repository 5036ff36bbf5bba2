"""What becomes of records that came back in a form: what each would change, and whether it may (QF-50, QF-53)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.registration import Requirement
from apqa.vocabulary.reporting import ReportStatus

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from apqa.records.termly_report import TermlyReport


class Outcome(StrEnum):
    """What comes of a report that came back."""

    NEW = "new"
    """There was no record of it: there is one now."""

    CHANGED = "changed"
    """A draft, or a report that was returned, is filled in and sent."""

    SENT = "sent"
    """Nothing in it is other than in the draft, and now it is sent."""

    SAME = "same"
    """It was sent before, and says the same."""

    NOT_FILLED_IN = "not_filled_in"
    """Nothing was answered: nothing is written."""

    REFUSED = "refused"
    """What is there may not be changed, or what came cannot be read."""


WRITES = frozenset({Outcome.NEW, Outcome.CHANGED, Outcome.SENT})
"""The outcomes of which a record is written."""

_TO_LOOK_AT = frozenset({Requirement.MUST_REGISTER, Requirement.REVIEW})
"""The answers to the registration question that somebody must look at, where they are new."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in a form that cannot be taken over, and where it stands."""

    place: str
    """Such as "Attendance!D7", or the page and the title of a box; empty where it is the file as a whole."""

    says: str
    box: str = ""
    """The title of the box, where the place does not say it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One value that would be other than it is."""

    key: str
    title: str
    old: str
    """As people read it; empty where nothing is recorded."""

    new: str
    """Empty where the value goes away."""

    place: str
    """Where in the form it stands; empty where it stands in none."""

    as_filled_in: bool = False
    """Whether it was filled in when the form went out, and came back unchanged."""


@dataclass(frozen=True, slots=True)
class ReceivedReport:
    """One record of a form."""

    placement: str
    """The placement it reports on; empty where it is about the provider as a whole."""

    pupil: str
    """The pupil's reference; empty where it is about none."""

    record: str
    """The file of its record, below the records folder."""

    outcome: Outcome
    changes: tuple[Change, ...] = ()
    missing: tuple[str, ...] = ()
    """What it lacks to be complete."""

    notes: tuple[str, ...] = ()
    """What else is worth knowing."""

    queries: tuple[Problem, ...] = ()
    """What may tell who a pupil is, and what can hardly be: it is written all the same, and `apqa check` says it
    again. Of what may tell who a pupil is the words are not repeated."""

    registration: Requirement | None = None
    """What the law asks of the provider with this, where that is another answer than without it; else none."""

    @property
    def asks_attention(self) -> bool:
        """Answer whether somebody must look: it is incomplete, not filled in, asked about, or turns registration."""
        left_open = self.outcome in {Outcome.NOT_FILLED_IN, Outcome.REFUSED}
        return bool(self.missing) or bool(self.queries) or left_open or self.registration in _TO_LOOK_AT


@dataclass(frozen=True, slots=True)
class ReceivedFile:
    """One file that came back."""

    file: str
    form: str = ""
    """What the form is called; empty where the file is none that can be read."""

    provider: str = ""
    name: str = ""
    term: str = ""
    """The term it is about, or the school year."""

    sent_on: date | None = None
    reports: tuple[ReceivedReport, ...] = ()
    problems: tuple[Problem, ...] = ()
    written: bool = False
    same_as: str = ""
    """The file among those received that it is a copy of, byte for byte: that one is taken, once; empty where it is
    none."""

    @property
    def is_readable(self) -> bool:
        """Answer whether it is a form that could be read, whatever is wrong with what it says."""
        return bool(self.form)

    @property
    def asks_attention(self) -> bool:
        """Answer whether somebody must look: at a problem, or at one of its records."""
        return bool(self.problems) or any(each.asks_attention for each in self.reports)


def outcome_of(existing: TermlyReport | None, *, answered: bool, differs: bool, sent: bool) -> tuple[Outcome, str]:
    """Answer what becomes of a report that came back, and why where it is refused.

    `answered` says whether anything is filled in beside what the council sent along, `differs` whether a value is
    other than in the record, `sent` whether the form says when it was sent, or anything that it did not say when it
    went out. A report that was sent is not changed: one
    that is to be corrected is returned first, so that its history says who sent what when.
    """
    if existing is None:
        return (Outcome.NEW, "") if answered else (Outcome.NOT_FILLED_IN, "")
    if existing.status is ReportStatus.DRAFT:
        if differs:
            return Outcome.CHANGED, ""
        return (Outcome.SENT, "") if sent else (Outcome.NOT_FILLED_IN, "")
    if existing.status is ReportStatus.RETURNED:
        return (Outcome.CHANGED, "") if differs else (Outcome.NOT_FILLED_IN, "")
    return (Outcome.REFUSED, _why_not(existing)) if differs else (Outcome.SAME, "")


def _why_not(existing: TermlyReport) -> str:
    on = f" on {plain(existing.submitted_on)}" if existing.submitted_on else ""
    if existing.status is ReportStatus.ACCEPTED:
        return f"the report was sent{on} and is accepted, so nothing in it is changed"
    return (
        f"the report was sent{on} already, and this says something else: to take it, return the first "
        "(status: returned), and receive this again"
    )


def twice(files: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    """Answer which reports, by their records, come in more than one file, and in which: nobody can say which holds."""
    found: dict[str, list[str]] = {}
    for file, records in files:
        for record in records:
            found.setdefault(record, []).append(file)
    return {record: tuple(named) for record, named in found.items() if len(named) > 1}
