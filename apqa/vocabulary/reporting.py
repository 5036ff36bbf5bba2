"""Words for termly reports."""

from __future__ import annotations

from enum import StrEnum


class ReportingPeriod(StrEnum):
    """One of the three reporting periods of a year (QF-50)."""

    AUTUMN = "autumn"
    SPRING = "spring"
    SUMMER = "summer"


class ReportStatus(StrEnum):
    """How far a termly report has come."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    """Sent back for correction."""
    ACCEPTED = "accepted"


class Progress(StrEnum):
    """How far a pupil is towards an objective."""

    EXCEEDED = "exceeded"
    MET = "met"
    ON_TRACK = "on_track"
    SOME_PROGRESS = "some_progress"
    NO_PROGRESS = "no_progress"
    REGRESSED = "regressed"
    NOT_STARTED = "not_started"


class PassedTo(StrEnum):
    """Whom a safeguarding concern was passed on to (QF-35, QF-36)."""

    HOME_SCHOOL = "home_school"
    """The home school's designated safeguarding lead."""
    COMMISSIONER = "commissioner"
    """The safeguarding lead of the commissioning setting."""
    COUNCIL = "council"
    """The council."""


class NextStep(StrEnum):
    """What a termly report recommends."""

    CONTINUE = "continue"
    INCREASE = "increase"
    REDUCE = "reduce"
    REINTEGRATE = "reintegrate"
    MOVE = "move"
    END = "end"


class ReportJudgement(StrEnum):
    """What the commissioner makes of a termly report."""

    GOOD = "good"
    ADEQUATE = "adequate"
    CONCERN = "concern"


class ClosureKind(StrEnum):
    """Why schools are closed to pupils on a day inside a term."""

    HALF_TERM = "half_term"
    INSET = "inset"
    """A day for the staff's training, without pupils."""
    BANK_HOLIDAY = "bank_holiday"
    CLOSURE = "closure"
