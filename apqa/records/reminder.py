"""A reminder that was prepared: kept as records/reminders/<date>-<to>.yaml, so that it is not repeated."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated

from apqa.records.base import Part, Record
from apqa.records.identifiers import Email, ProviderId
from apqa.records.scalars import Day, Entries, Text
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.due import Owes, Rung


class Addressee(Part):
    """Who is reminded (QF-50, QF-58)."""

    owes: Owes
    """What it is in this: the provider, the commissioner or the council itself."""

    name: Text
    """Its name; of a parent or learner, the placement instead."""

    provider: ProviderId | None = None
    """The provider, by the name of its record, where it is one."""

    role: Text | None = None
    """Whom the letter is for, by role."""

    email: Email | None = None
    """The address it was prepared for."""


class RemindedDuty(Part):
    """One thing that was reminded of (QF-50, QF-58)."""

    duty: Text
    """Its name, as `apqa due --format json` gives it (key)."""

    due: Day
    """The day it was due on. A reminder of it by another day is another reminder."""

    rung: Rung
    """How far reminding had come."""


class Reminder(Record):
    """A letter that was prepared, to whom and of what. Kept as records/reminders/<date>-<to>.yaml.

    apqa sends nothing. It remembers what it has prepared, so that nobody is asked twice for the same.
    """

    to: Addressee
    """Who is reminded."""

    duties: Annotated[tuple[RemindedDuty, ...], Entries(needed="it reminds of nothing: name at least one duty")]
    """What it reminds of."""

    sent_on: Day | None = None
    """The day somebody sent it."""

    sent_by: Text | None = None
    """Who sent it, by role."""

    @truth
    def _is_sent_once_it_is_prepared(self) -> Iterator[Untruth]:
        if self.sent_on is not None and self.sent_on < self.on:
            yield untrue(f"it was sent on {self.sent_on}, before it was prepared on {self.on}", "sent_on")

    @truth
    def _its_name_says_to_whom(self) -> Iterator[Untruth]:
        kind = self.id[11:].partition("-")[0]
        if kind != self.to.owes.value:
            yield untrue(f"by its name it is to a {kind}, and here to the {self.to.owes}", "to", "owes")

    @property
    def on(self) -> date:
        """Answer the day it was prepared."""
        return date.fromisoformat(self.id[:10])
