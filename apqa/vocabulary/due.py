"""Words for what falls due."""

from __future__ import annotations

from enum import StrEnum


class DutyKind(StrEnum):
    """What sort of thing falls due."""

    TERMLY_REPORT = "termly_report"
    REVIEW = "review"
    """A half-termly review of a placement (QF-38)."""
    ATTENDANCE = "attendance"
    """Attendance reported on the day (QF-52)."""
    SELF_ASSESSMENT = "self_assessment"
    VISIT = "visit"
    NOTE_OF_VISIT = "note_of_visit"
    DESK_TOP_AUDIT = "desk_top_audit"
    ACTION = "action"
    UPDATE = "update"
    """An update on an action plan, or on a placement's objectives (QF-06, QF-58)."""
    ESCALATION = "escalation"
    LISTING = "listing"
    """An end of a suspension or of an exceptional use, or a decision on an application."""
    REGISTRATION = "registration"
    """Looks at the register of schools, headcounts, and conclusions with an end."""
    POLICY = "policy"
    EDITION = "edition"
    """An edition of Keeping Children Safe in Education that staff have to read."""
    TRAINING = "training"
    """Who leads on safeguarding, and the training of leads and staff."""
    STAFF_CHECKS = "staff_checks"
    """The single central record and DBS certificates."""
    INSURANCE = "insurance"
    HEALTH_AND_SAFETY = "health_and_safety"
    DATA_PROTECTION = "data_protection"
    REFERENCE = "reference"
    FINANCE = "finance"
    QUALIFICATION = "qualification"
    """An awarding body's approval of the centre, which qualifications need (QF-02)."""
    AGREEMENT = "agreement"
    RISK_ASSESSMENT = "risk_assessment"
    PLACEMENT = "placement"
    """The end, the week, the objectives, the linked plans and the changes of a placement, and where the pupil went."""
    WAIVER = "waiver"


class DutyState(StrEnum):
    """How something that falls due stands on the day, from what is most urgent down."""

    OVERDUE = "overdue"
    CANNOT_TELL = "cannot_tell"
    """Whether and when it is due cannot be told, for want of a calendar."""
    RETURNED = "returned"
    """Sent back to the provider for correction."""
    INCOMPLETE = "incomplete"
    """Sent, and something it must have is missing."""
    DUE = "due"
    NOT_YET_DUE = "not_yet_due"
    RECEIVED = "received"
    """Sent, and not yet accepted by the commissioner."""
    ACCEPTED = "accepted"


class Owes(StrEnum):
    """Who has to act."""

    PROVIDER = "provider"
    COMMISSIONER = "commissioner"
    COUNCIL = "council"


class Rung(StrEnum):
    """How far reminding has come, from the first letter up."""

    DUE_SOON = "due_soon"
    OVERDUE = "overdue"
    ESCALATED = "escalated"
    """Long overdue: a manager is told as well."""
