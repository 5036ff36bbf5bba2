"""The notice by which a maintained school directs a pupil off site (Education Act 2002 s.29A, QF-01)."""

from collections.abc import Iterator

from apqa.records.base import Part
from apqa.records.scalars import Clock, Count, Day, Text
from apqa.records.site import Address
from apqa.records.truths import Untruth, truth, untrue


class DirectedSession(Part):
    """The times of one session of the day (QF-01)."""

    starts_at: Clock
    """When it begins."""

    ends_at: Clock
    """When it ends."""

    @truth
    def _ends_after_it_starts(self) -> Iterator[Untruth]:
        if self.ends_at <= self.starts_at:
            said = f"it ends at {self.ends_at:%H:%M}, no later than it starts at {self.starts_at:%H:%M}"
            yield untrue(said, "ends_at")


class DirectionNotice(Part):
    """The notice of a direction off site, given to the parent at least two school days before it begins (QF-01)."""

    given_on: Day
    """The day it was given to the parent, and to the council where there is an EHC plan."""

    address: Address | None = None
    """Where the pupil goes: the address of the provider's site, never the pupil's own."""

    report_to: Text | None = None
    """The person the pupil reports to there, by role."""

    days: Count | None = None
    """For how many school days."""

    sessions: tuple[DirectedSession, ...] = ()
    """The times of the sessions of a day."""

    review_asked_on: Day | None = None
    """The day the parent, or the council where there is an EHC plan, asked in writing for a review."""

    filed: Text | None = None
    """Where the notice with its reasons and objectives is filed."""

    @truth
    def _a_review_is_asked_for_after_it(self) -> Iterator[Untruth]:
        if self.review_asked_on is not None and self.review_asked_on < self.given_on:
            said = f"a review was asked for on {self.review_asked_on}, before the notice was given on {self.given_on}"
            yield untrue(said, "review_asked_on")
