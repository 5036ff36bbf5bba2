"""The words of Appendix B as people write them."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from apqa.guidance.days import plain
from apqa.questions.package import hours_text
from apqa.vocabulary.reporting import ReportStatus

if TYPE_CHECKING:
    from apqa.records.termly_report import SessionCounts

_SPOKEN = {
    "pru_or_ap_academy": "pupil referral unit or alternative provision academy",
    "fe_college": "further education college",
    "other_ap": "other alternative provision",
    "eotas": "education otherwise than at school",
    "neet": "not in education, employment or training",
    "missing_or_unknown": "missing from education, or not known",
    "home_school_full_time": "home school, full time",
    "home_school_part_time": "home school, part time",
    "new_mainstream": "another mainstream school",
    "moved_area": "moved out of the area",
    "form": "a form the pupil filled in",
    "advocate": "through an advocate",
    "declined": "the pupil declined to be heard",
    "move": "move to another provision",
    "reduce": "reduce the hours",
    "increase": "increase the hours",
    "continue": "continue as it is",
    "reintegrate": "return to school",
    "end": "end the placement",
}
"""What is not said by its word alone."""

STATUSES = {
    ReportStatus.DRAFT: "Draft, not sent by the provider",
    ReportStatus.SUBMITTED: "Sent by the provider, not reviewed by the commissioner",
    ReportStatus.RETURNED: "Returned to the provider for correction",
    ReportStatus.ACCEPTED: "Accepted by the commissioner",
}
"""How far a report has come, in a sentence's words."""

_ALL = 1000


def spoken(value: Any) -> str:
    """Write a value of a record as people do: a day in full, "yes", "some progress"; nothing as an empty text."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return plain(value)
    if isinstance(value, timedelta):
        return hours_text(value)
    if isinstance(value, StrEnum):
        return _SPOKEN.get(value.value, value.value.replace("_", " "))
    return str(value)


def percentage(part: int, whole: int) -> str:
    """Answer what share of a whole a part is, in per cent with one decimal: "83.3%".

    Only all is 100%, and only none is 0%, however little is missing. A whole of nothing has no share.
    """
    if not whole:
        return ""
    tenths = (2 * _ALL * part + whole) // (2 * whole)
    if part < whole:
        tenths = min(tenths, _ALL - 1)
    if part > 0:
        tenths = max(tenths, 1)
    shown = f"{tenths // 10}.{tenths % 10}".removesuffix(".0")
    return f"{shown}%"


def attended(sessions: SessionCounts) -> str:
    """Say the attendance as it is counted: "30 of 36 sessions attended (83.3%)"."""
    share = percentage(sessions.attended, sessions.possible)
    counted = (
        f"{sessions.attended} of {sessions.possible} {'session' if sessions.possible == 1 else 'sessions'} attended"
    )
    return f"{counted} ({share})" if share else f"{counted}: there was none to attend"
