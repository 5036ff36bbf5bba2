"""An action that was agreed: what, why, by whom, by when (QF-57, QF-58)."""

from collections.abc import Iterator
from datetime import date

from apqa.records.base import Part
from apqa.records.identifiers import Clause, Slug
from apqa.records.scalars import Day, Text
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.review import ActionStatus, Area


class Update(Part):
    """What the provider said of an action (QF-58)."""

    on: Day
    """The day."""

    by: Text
    """Who said it, by role."""

    says: Text
    """What has been done."""


class Action(Part):
    """One thing that was agreed to be done (QF-58)."""

    key: Slug
    """A short name, so that it can be spoken of."""

    what: Text
    """What is to be done."""

    why: Text | None = None
    """What was found that makes it needed."""

    area: Area | None = None
    """The area of the review it belongs to."""

    clause: Clause | None = None
    """The clause of the framework it serves, such as QF-25."""

    owner: Text
    """Who does it, by role."""

    due: Day
    """The day it is to be done by."""

    evidence_expected: Text | None = None
    """What will show that it is done."""

    status: ActionStatus = ActionStatus.OPEN
    """How far it has come."""

    done_on: Day | None = None
    """The day it was done."""

    verified_by: Text | None = None
    """Who verified it, by role."""

    verified_on: Day | None = None
    """The day it was verified."""

    updates: tuple[Update, ...] = ()
    """What the provider said of it, the oldest first."""

    @truth
    def _status_has_its_day(self) -> Iterator[Untruth]:
        if self.status is ActionStatus.DONE and self.done_on is None:
            yield untrue("it is done, so say when: done_on", "status")
        if self.status is ActionStatus.VERIFIED and (self.verified_on is None or self.verified_by is None):
            yield untrue("it is verified, so say by whom and when: verified_by, verified_on", "status")
        if self.status is ActionStatus.OPEN and (self.done_on is not None or self.verified_on is not None):
            yield untrue("it is open, and it has a day it was done or verified: say its status", "status")
        if self.done_on is not None and self.verified_on is not None and self.verified_on < self.done_on:
            yield untrue(f"it was verified on {self.verified_on}, before it was done on {self.done_on}", "verified_on")

    def is_verified(self, on: date) -> bool:
        """Answer whether somebody had verified by the day that it was done."""
        return self.verified_on is not None and self.verified_on <= on

    def waits_to_be_verified(self, on: date) -> bool:
        """Answer whether it was done by the day, and nobody had verified by then that it was."""
        withdrawn = self.status is ActionStatus.WITHDRAWN
        return not withdrawn and self.done_on is not None and self.done_on <= on and not self.is_verified(on)

    def is_open(self, on: date) -> bool:
        """Answer whether something was still to be done on the day: what is done later was not done then."""
        ended = self.done_on or self.verified_on
        return self.status is ActionStatus.OPEN or (ended is not None and ended > on)
