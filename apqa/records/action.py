"""An action that was agreed: what, why, by whom, by when (QF-57, QF-58)."""

from collections.abc import Iterable
from typing import Self

from pydantic import model_validator

from apqa.records.base import Part
from apqa.records.identifiers import Slug
from apqa.records.scalars import Day, Text, refuse
from apqa.vocabulary.review import ActionStatus, Area


class Update(Part):
    """What the provider said of an action (QF-58)."""

    on: Day
    """The day."""

    by: Text
    """Who said it, by role."""

    says: Text
    """What has been done."""


def keys_of_their_own(actions: Iterable["Action"]) -> None:
    """Refuse two actions that are spoken of by one name."""
    keys = [action.key for action in actions]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    if twice:
        refuse("contradiction", f"two actions have the key {', '.join(twice)}: give each its own")


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

    @model_validator(mode="after")
    def _status_has_its_day(self) -> Self:
        if self.status is ActionStatus.DONE and self.done_on is None:
            refuse("contradiction", "it is done, so say when: done_on")
        if self.status is ActionStatus.VERIFIED and (self.verified_on is None or self.verified_by is None):
            refuse("contradiction", "it is verified, so say by whom and when: verified_by, verified_on")
        if self.status is ActionStatus.OPEN and (self.done_on is not None or self.verified_on is not None):
            refuse("contradiction", "it is open, and it has a day it was done or verified: say its status")
        if self.done_on is not None and self.verified_on is not None and self.verified_on < self.done_on:
            refuse("contradiction", f"it was verified on {self.verified_on}, before it was done on {self.done_on}")
        return self

    @property
    def is_open(self) -> bool:
        """Answer whether something is still to be done."""
        return self.status is ActionStatus.OPEN
