"""The words of Appendix C as people write them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Any

from apqa.forms.termly_report.words import spoken
from apqa.guidance.days import plain
from apqa.vocabulary.review import (
    ActionStatus,
    Area,
    Information,
    Judgement,
    ListRecommendation,
    Officer,
    Party,
    Trigger,
    VisitType,
)

if TYPE_CHECKING:
    from datetime import date

    from apqa.records.action import Action

_SPOKEN: dict[type[StrEnum], dict[StrEnum, str]] = {
    VisitType: {
        VisitType.INITIAL_DUE_DILIGENCE: "due diligence before listing",
        VisitType.ANNUAL_VALIDATION: "yearly validation of the self-assessment",
        VisitType.ROUTINE: "routine visit",
        VisitType.SPOT_CHECK: "spot check",
        VisitType.FOLLOW_UP: "follow-up visit",
        VisitType.URGENT: "urgent visit",
        VisitType.DESK_TOP_AUDIT: "desk-top audit",
    },
    Trigger: {
        Trigger.SELF_ASSESSMENT: "the self-assessment",
        Trigger.TERMLY_REPORT: "a termly report",
        Trigger.VISIT: "an earlier visit",
        Trigger.COMMISSIONER_REPORT: "a report by a commissioner",
        Trigger.PARENT: "a parent or carer",
        Trigger.PUPIL: "a pupil",
        Trigger.STAFF: "a member of staff",
        Trigger.LADO: "the council's designated officer for allegations (LADO)",
        Trigger.OFSTED: "Ofsted",
        Trigger.DEPARTMENT: "the Department for Education",
        Trigger.MEDIA: "the media",
        Trigger.OTHER: "another source",
    },
    Area: {
        Area.LEADERSHIP: "leadership and management",
        Area.ADMISSIONS_AND_SUPPORT: "admissions and support",
    },
    Judgement: {
        Judgement.NEEDS_IMPROVEMENT: "needs improvement",
        Judgement.MEETS: "meets what is expected",
    },
    ListRecommendation: {
        ListRecommendation.LIST: "come on the list",
        ListRecommendation.DECLINE: "decline the application",
        ListRecommendation.REMAIN: "remain on the list",
        ListRecommendation.REMAIN_WITH_ACTIONS: "remain on the list, with actions",
        ListRecommendation.SUSPEND_NEW: "suspend new placements",
        ListRecommendation.SUSPEND_ALL: "suspend all placements",
        ListRecommendation.REMOVE: "remove from the list",
    },
    Officer: {
        Officer.LADO: "LADO (designated officer for allegations)",
        Officer.SAFEGUARDING: "safeguarding officer",
        Officer.HEALTH_AND_SAFETY: "health and safety officer",
        Officer.SEND: "officer for special educational needs and disability",
        Officer.VIRTUAL_SCHOOL: "Virtual School",
        Officer.COMMISSIONING: "commissioning officer",
    },
    Information: {
        Information.SELF_ASSESSMENT: "self-assessment",
    },
    Party: {
        Party.COUNCIL: "the council",
        Party.VIRTUAL_SCHOOL: "the Virtual School",
        Party.LADO: "LADO",
    },
}
"""What is not said by its word alone, list of words by list of words: some have a word in common."""


def in_words(value: Any) -> str:
    """Write a value of a visit as people do; nothing as an empty text."""
    words = _SPOKEN.get(type(value)) if isinstance(value, StrEnum) else None
    return (words or {}).get(value) or spoken(value)


def standing(value: Any) -> str:
    """Write a value as it stands alone: what a person wrote as it is, a word of apqa's with a capital letter."""
    text = in_words(value)
    return text if type(value) is str else text[:1].upper() + text[1:]


def state_of(action: Action, on: date) -> str:
    """Say how an action stood on a day: "Open", "Open, overdue", "Done on 5 October 2026"."""
    if action.is_open(on):
        return "Open, overdue" if action.due < on else "Open"
    if action.status is ActionStatus.WITHDRAWN:
        return "Withdrawn"
    if action.verified_on is not None and action.verified_on <= on:
        return f"Verified on {plain(action.verified_on)}" + (f" by {action.verified_by}" if action.verified_by else "")
    return f"Done on {plain(action.done_on)}" if action.done_on else "Done"
