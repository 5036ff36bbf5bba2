"""What follows the start of a placement: contact, reviews, risk, changes, and what the pupil says.

QF-07, QF-31, QF-36 to QF-38, QF-52.
"""

from collections.abc import Iterator

from apqa.records.base import Part
from apqa.records.scalars import Clock, Count, Day, Text, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.placement import Side, VoiceMethod


class RiskReview(Part):
    """One look at the risk assessment by one side (QF-31)."""

    on: Day
    """The day it was looked at."""

    side: Side
    """Which side looked."""

    changed: Truth | None = None
    """Whether it changed."""

    shared: Truth | None = None
    """Whether the other side was given it."""

    filed: Text | None = None
    """Where it is filed."""


class NamedPerson(Part):
    """Who keeps in contact on attendance, progress, wellbeing and safeguarding (QF-36)."""

    side: Side
    """Which side the person is on."""

    role: Text
    """What the person does there."""

    name: Text | None = None
    """The name, where it is needed to reach the person."""


class Review(Part):
    """One review of the placement (QF-38)."""

    on: Day
    """The day it was held."""

    by: Text
    """Who led it, by role."""

    on_track: Truth | None = None
    """Whether the pupil is on track to return to school or move on."""

    parent_told: Truth | None = None
    """Whether the parent or carer was told of the progress (QF-06)."""

    next_on: Day | None = None
    """The day of the next one."""

    filed: Text | None = None
    """Where the note of it is filed."""

    @truth
    def _the_next_comes_after_it(self) -> Iterator[Untruth]:
        if self.next_on is not None and self.next_on <= self.on:
            yield untrue(f"the next review is on {self.next_on}, no later than this one on {self.on}", "next_on")


class Change(Part):
    """A significant change that one side must tell the other of (QF-37)."""

    on: Day
    """The day of the change."""

    side: Side
    """Whose change it is: the side that must tell the other."""

    what: Text
    """What kind of change, without the pupil's details."""

    told_on: Day | None = None
    """The day the other side was told."""


class DailyAttendance(Part):
    """How attendance is reported every day (QF-39, QF-52)."""

    to: Text
    """Who is told, by role."""

    by: tuple[Clock, ...] = ()
    """By which times of day."""

    supervised: Truth | None = None
    """Whether the pupil is supervised there by somebody the school authorises (QF-39)."""

    school_agreed: Truth | None = None
    """Whether the pupil's school agreed it, where a parent, a learner or another setting arranged it (QF-39)."""

    sessions_a_week: Count | None = None
    """How many of the school's sessions a week it takes the place of."""


class Voice(Part):
    """What the pupil says of the placement's effect (QF-07)."""

    on: Day
    """The day the pupil was heard."""

    method: VoiceMethod
    """How."""

    says: Text | None = None
    """What the pupil said, so that it identifies nobody."""

    works: Text | None = None
    """What goes well, in the pupil's eyes (Appendix B)."""

    does_not_work: Text | None = None
    """What does not go well, in the pupil's eyes (Appendix B)."""

    wants_next: Text | None = None
    """What the pupil wants next (Appendix B)."""

    own_words: Truth | None = None
    """Whether this is said in the pupil's own words (Appendix B)."""

    @truth
    def _who_declined_said_nothing(self) -> Iterator[Untruth]:
        for name in ("says", "works", "does_not_work", "wants_next"):
            if self.method is VoiceMethod.DECLINED and getattr(self, name) is not None:
                yield untrue("the pupil declined to be heard, and something is said", name)
