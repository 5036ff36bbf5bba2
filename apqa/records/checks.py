"""What every commissioner must have seen before a placement: policies, procedures, references (QF-21 to QF-27)."""

from apqa.records.base import Checked, Part
from apqa.records.identifiers import Edition, Sha256, Word
from apqa.records.scalars import Clock, Day, Text, Truth


class Policy(Checked):
    """One of the provider's policies or procedures (QF-21)."""

    reviewed_on: Day | None = None
    """The day the provider last reviewed it."""

    review_due: Day | None = None
    """The day the policy itself says it is next due for review, if that is sooner than the council's cycle."""

    cites: dict[Word, Edition] | None = None
    """The editions of guidance it cites, in quotes: kcsie: "2026"."""


class AttendanceProtocol(Policy):
    """How attendance is monitored, and what happens when a pupil is absent (QF-26, QF-52)."""

    monitored: Text | None = None
    """How attendance is taken and watched."""

    reported_by: tuple[Clock, ...] = ()
    """The times of day by which attendance is reported to the commissioner."""

    if_absent: Text | None = None
    """What is done on the same day when a pupil does not come."""


class Reference(Part):
    """A professional reference for the provider (QF-27)."""

    from_organisation: Text
    """The organisation that gave it."""

    by: Text
    """Who gave it there, by role."""

    received_on: Day
    """The day it was received."""

    satisfactory: Truth
    """Whether it supports placing pupils."""

    seen_by: Text | None = None
    """Who at the council or the school read it, by role."""

    filed: Text
    """Where it is filed."""

    sha256: Sha256 | None = None
    """The file's SHA-256 in hexadecimal, in quotes, if it is to be provable that it has not changed."""
