"""The notice by which a maintained school directs a pupil off site (Education Act 2002 s.29A, QF-01)."""

from typing import Self

from pydantic import model_validator

from apqa.records.base import Part
from apqa.records.scalars import Clock, Count, Day, Text, refuse
from apqa.records.site import Address


class DirectedSession(Part):
    """The times of one session of the day (QF-01)."""

    starts_at: Clock
    """When it begins."""

    ends_at: Clock
    """When it ends."""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> Self:
        if self.ends_at <= self.starts_at:
            said = f"it ends at {self.ends_at:%H:%M}, no later than it starts at {self.starts_at:%H:%M}"
            refuse("contradiction", said)
        return self


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

    @model_validator(mode="after")
    def _a_review_is_asked_for_after_it(self) -> Self:
        if self.review_asked_on is not None and self.review_asked_on < self.given_on:
            said = f"a review was asked for on {self.review_asked_on}, before the notice was given on {self.given_on}"
            refuse("contradiction", said)
        return self
