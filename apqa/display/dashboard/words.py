"""The words of the dashboard that several of its pages share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.drawing.svg import Tone
from apqa.questions.checks.verdict import Verdict
from apqa.vocabulary.due import DutyKind, DutyState
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from apqa.display.dashboard.look import Counted

KINDS = {
    DutyKind.TERMLY_REPORT: "Termly reports",
    DutyKind.REVIEW: "Half-termly reviews of placements",
    DutyKind.ATTENDANCE: "Attendance reported on the day",
    DutyKind.SELF_ASSESSMENT: "Self-assessments",
    DutyKind.VISIT: "Visits",
    DutyKind.NOTE_OF_VISIT: "Notes of visits",
    DutyKind.DESK_TOP_AUDIT: "Desk-top audits",
    DutyKind.ACTION: "Actions",
    DutyKind.UPDATE: "Updates on plans and objectives",
    DutyKind.ESCALATION: "Escalation",
    DutyKind.LISTING: "Ends of suspensions and exceptional uses",
    DutyKind.REGISTRATION: "Registration and headcounts",
    DutyKind.POLICY: "Policies",
    DutyKind.EDITION: "Keeping Children Safe in Education read",
    DutyKind.TRAINING: "Safeguarding leads and training",
    DutyKind.STAFF_CHECKS: "Staff checks",
    DutyKind.INSURANCE: "Insurance",
    DutyKind.HEALTH_AND_SAFETY: "Health and safety",
    DutyKind.DATA_PROTECTION: "Data protection fee",
    DutyKind.REFERENCE: "References",
    DutyKind.FINANCE: "Accounts",
    DutyKind.QUALIFICATION: "Approval to award qualifications",
    DutyKind.AGREEMENT: "Agreements",
    DutyKind.RISK_ASSESSMENT: "Risk assessments",
    DutyKind.PLACEMENT: "Ends, objectives and plans of placements",
    DutyKind.WAIVER: "Waivers",
}
STEPS = {
    EscalationStep.REMOVED: "Removed from the list",
    EscalationStep.ALL_SUSPENDED: "All placements suspended",
    EscalationStep.NEW_PLACEMENTS_SUSPENDED: "New placements suspended",
    EscalationStep.ENHANCED_MONITORING: "Enhanced monitoring",
    EscalationStep.LISTED_WITH_ACTIONS: "Actions agreed",
    EscalationStep.LISTED: "No step taken",
}
"""Every step, the gravest first."""

STEP_TONES = {
    EscalationStep.REMOVED: Tone.BAD,
    EscalationStep.ALL_SUSPENDED: Tone.BAD,
    EscalationStep.NEW_PLACEMENTS_SUSPENDED: Tone.BAD,
    EscalationStep.ENHANCED_MONITORING: Tone.SOON,
    EscalationStep.LISTED_WITH_ACTIONS: Tone.PLAIN,
    EscalationStep.LISTED: Tone.GOOD,
}
VERDICTS = {
    Verdict.CLEAR: ("Clear", Tone.GOOD),
    Verdict.CLEAR_WITH_CONDITIONS: ("Clear with conditions", Tone.SOON),
    Verdict.DO_NOT_PLACE: ("Do not place", Tone.BAD),
    Verdict.CANNOT_TELL: ("Cannot tell", Tone.UNKNOWN),
}
STATE_TONES = {
    DutyState.OVERDUE: Tone.BAD,
    DutyState.CANNOT_TELL: Tone.UNKNOWN,
    DutyState.RETURNED: Tone.SOON,
    DutyState.INCOMPLETE: Tone.SOON,
    DutyState.DUE: Tone.PLAIN,
    DutyState.NOT_YET_DUE: Tone.PLAIN,
    DutyState.RECEIVED: Tone.GOOD,
    DutyState.ACCEPTED: Tone.GOOD,
}
STANDING = (
    (Tone.BAD, "overdue"),
    (Tone.UNKNOWN, "cannot be told"),
    (Tone.SOON, "came back or incomplete"),
    (Tone.PLAIN, "due, and in time"),
)
"""What the parts of a bar of duties mean, in their order."""

STANDING_HEADS = ("Overdue", "Cannot be told", "Returned or incomplete", "Due")
STANDING_TONES = (Tone.BAD, Tone.UNKNOWN, Tone.SOON, None)
"""How the numbers of a row are marked: what is in time is not."""


def parts(of: Counted) -> tuple[tuple[Tone, int], ...]:
    """Answer the parts of the bar for duties that were counted."""
    return tuple((tone, number) for (tone, _), number in zip(STANDING, numbers(of), strict=True))


def numbers(of: Counted) -> tuple[int, int, int, int]:
    """Answer the numbers of a row for duties that were counted, in the order of the heads."""
    return of.overdue, of.cannot_tell, of.waiting, of.due


def several(number: int, one: str, more: str = "") -> str:
    """Write a number with what it counts: "1 provider", "3 providers"."""
    return f"{number:,} {one if number == 1 else more or one + 's'}"


def kind_words(kind: str) -> str:
    """Name a sort of thing that falls due, in the plural."""
    return KINDS.get(DutyKind(kind)) or kind.replace("_", " ").capitalize()
