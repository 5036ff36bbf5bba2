"""How a placement ended, what came of it, and where the pupil went (QF-07)."""

from collections.abc import Iterator
from datetime import timedelta

from apqa.records.base import Part
from apqa.records.scalars import Day, Text, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.placement import Destination, EndReason


class Achievement(Part):
    """Something the pupil achieved (QF-07)."""

    what: Text
    """What it is: a qualification, an award, a target reached."""

    on: Day | None = None
    """The day."""


class Sustained(Part):
    """Whether a destination lasted (QF-07)."""

    checked_on: Day
    """The day that was looked into."""

    sustained: Truth
    """Whether the pupil was still there."""


class Onward(Part):
    """Where the pupil went (QF-07)."""

    to: Destination
    """What kind of place."""

    on: Day
    """The day it began."""

    after_6_weeks: Sustained | None = None
    """Whether it lasted six weeks."""

    after_12_weeks: Sustained | None = None
    """Whether it lasted twelve weeks."""

    @truth
    def _what_did_not_last_does_not_last_longer(self) -> Iterator[Untruth]:
        if self.after_6_weeks and self.after_12_weeks and self.after_12_weeks.sustained > self.after_6_weeks.sustained:
            yield untrue("it had not lasted 6 weeks, and had lasted 12", "after_12_weeks", "sustained")

    @truth
    def _lasted_as_long_as_it_is_said_to(self) -> Iterator[Untruth]:
        for weeks, check in ((6, self.after_6_weeks), (12, self.after_12_weeks)):
            # That it did not last can be known sooner.
            if check is not None and check.sustained and check.checked_on < self.on + timedelta(weeks=weeks):
                said = f"on {check.checked_on} it had not yet lasted {weeks} weeks: it began on {self.on}"
                yield untrue(said, f"after_{weeks}_weeks", "checked_on")


class End(Part):
    """The end of a placement (QF-07)."""

    on: Day
    """The last day of the placement."""

    reason: EndReason
    """Why it ended."""

    decided_by: Text | None = None
    """Who decided, by role."""
