"""Words for visits, self-assessments, action plans and escalation."""

from __future__ import annotations

from enum import StrEnum


class VisitType(StrEnum):
    """Why a provider is visited (QF-54, QF-55)."""

    INITIAL_DUE_DILIGENCE = "initial_due_diligence"
    ANNUAL_VALIDATION = "annual_validation"
    ROUTINE = "routine"
    SPOT_CHECK = "spot_check"
    FOLLOW_UP = "follow_up"
    URGENT = "urgent"
    DESK_TOP_AUDIT = "desk_top_audit"
    """A meeting over the information, not on site (QF-51)."""


class Information(StrEnum):
    """A kind of information that a desk-top audit goes through (QF-51).

    The framework names none. These are what it asks of a provider elsewhere; no document confirms the list.
    """

    ATTENDANCE = "attendance"
    TERMLY_REPORTS = "termly_reports"
    PROGRESS = "progress"
    """Objectives, progress and achievements of pupils, together."""
    DESTINATIONS = "destinations"
    SELF_ASSESSMENT = "self_assessment"
    ACTIONS = "actions"
    """What was agreed in notes of visit and action plans."""
    SAFEGUARDING = "safeguarding"
    """How concerns were recorded and passed on; numbers and dates, no child's case."""
    STAFF_CHECKS = "staff_checks"
    TRAINING = "training"
    POLICIES = "policies"
    INSURANCE = "insurance"
    HEALTH_AND_SAFETY = "health_and_safety"
    REGISTRATION = "registration"
    """Pupils and hours, for the registration question."""
    AGREEMENTS = "agreements"
    COMPLAINTS = "complaints"
    FINANCE = "finance"
    OTHER = "other"


class VisitStatus(StrEnum):
    """How far a visit has come."""

    PLANNED = "planned"
    DONE = "done"
    CANCELLED = "cancelled"


class VisitStanding(StrEnum):
    """How something of a visit stands, the most urgent first."""

    OVERDUE = "overdue"
    """The day has passed by which a visit was to be made, or on which one was planned."""
    WITHOUT_NOTE = "without_note"
    """It took place, and no note is written yet."""
    NOT_CIRCULATED = "not_circulated"
    """Its note is written, and has not gone to anybody, or not to the provider."""
    CONCERN = "concern"
    """Something has raised a concern, and nobody has visited since."""
    DUE = "due"
    """A visit is to be made by a day ahead, or for an application."""
    PLANNED = "planned"
    ANSWER_OPEN = "answer_open"
    """The provider may still answer its note on the facts."""


class Trigger(StrEnum):
    """What set off a spot check or an escalation (QF-55, QF-58)."""

    SELF_ASSESSMENT = "self_assessment"
    TERMLY_REPORT = "termly_report"
    VISIT = "visit"
    COMMISSIONER_REPORT = "commissioner_report"
    PARENT = "parent"
    PUPIL = "pupil"
    STAFF = "staff"
    LADO = "lado"
    """The council's designated officer for allegations."""
    OFSTED = "ofsted"
    DEPARTMENT = "department"
    MEDIA = "media"
    OTHER = "other"


class Area(StrEnum):
    """An area of the quality assurance review (QF-53), as Appendices A and C order them."""

    REGISTRATION = "registration"
    LEADERSHIP = "leadership"
    STAFFING = "staffing"
    SAFEGUARDING = "safeguarding"
    HEALTH_AND_SAFETY = "health_and_safety"
    ADMISSIONS_AND_SUPPORT = "admissions_and_support"
    QUALITY_OF_EDUCATION = "quality_of_education"
    OUTCOMES = "outcomes"
    DATA_PROTECTION = "data_protection"
    FINANCE = "finance"


class Judgement(StrEnum):
    """What a visit found in an area."""

    STRENGTH = "strength"
    MEETS = "meets"
    NEEDS_IMPROVEMENT = "needs_improvement"
    CONCERN = "concern"
    NOT_LOOKED_AT = "not_looked_at"


class Rag(StrEnum):
    """The outcome of a visit in one colour."""

    GREEN = "green"
    AMBER = "amber"
    RED = "red"


class Level(StrEnum):
    """How grave a concern is."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"
    IMMEDIATE = "immediate"


class ListRecommendation(StrEnum):
    """What a visit recommends for the provider's place on the list; the first two of who is not on it yet (QF-40)."""

    LIST = "list"
    DECLINE = "decline"
    REMAIN = "remain"
    REMAIN_WITH_ACTIONS = "remain_with_actions"
    ENHANCED_MONITORING = "enhanced_monitoring"
    SUSPEND_NEW = "suspend_new"
    SUSPEND_ALL = "suspend_all"
    REMOVE = "remove"


class Officer(StrEnum):
    """Who takes part in a visit for the council, by role."""

    DESIGNATED_OFFICER = "designated_officer"
    EDUCATION_PROFESSIONAL = "education_professional"
    LADO = "lado"
    """The council's designated officer for allegations."""
    SAFEGUARDING = "safeguarding"
    HEALTH_AND_SAFETY = "health_and_safety"
    SEND = "send"
    """Special educational needs and disability."""
    VIRTUAL_SCHOOL = "virtual_school"
    COMMISSIONING = "commissioning"
    SENIOR_MANAGER = "senior_manager"


class ActionStatus(StrEnum):
    """How far an action has come."""

    OPEN = "open"
    DONE = "done"
    VERIFIED = "verified"
    WITHDRAWN = "withdrawn"


class Party(StrEnum):
    """To whom a note of visit goes (QF-56, QF-57)."""

    PROVIDER = "provider"
    COUNCIL = "council"
    """The council's own teams and officers."""
    COMMISSIONER = "commissioner"
    """A school or another that has pupils there."""
    VIRTUAL_SCHOOL = "virtual_school"
    LADO = "lado"
    """The council's designated officer for allegations."""
    SOCIAL_CARE = "social_care"
    OTHER = "other"


class EscalationStep(StrEnum):
    """How far an unanswered concern has been taken (QF-58, QF-59)."""

    LISTED = "listed"
    LISTED_WITH_ACTIONS = "listed_with_actions"
    ENHANCED_MONITORING = "enhanced_monitoring"
    NEW_PLACEMENTS_SUSPENDED = "new_placements_suspended"
    ALL_SUSPENDED = "all_suspended"
    REMOVED = "removed"


class Rating(StrEnum):
    """How a provider rates itself against a criterion, on the national standards' scale."""

    MET = "met"
    PARTIALLY_MET = "partially_met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"


class Validation(StrEnum):
    """What the council found when it checked a rating."""

    MET = "met"
    PARTIALLY_MET = "partially_met"
    NOT_MET = "not_met"
    NOT_CHECKED = "not_checked"


class AssessmentOutcome(StrEnum):
    """What the council made of a self-assessment."""

    ACCEPTED = "accepted"
    ACCEPTED_WITH_ACTIONS = "accepted_with_actions"
    RETURNED = "returned"


class EscalationTrigger(StrEnum):
    """What set a step of escalation off (QF-58, QF-59). The framework names the last two; the rest is practice."""

    PARTLY_MET = "partly_met"
    """Criteria or areas of a review were met in part."""
    LATE_REPORT = "late_report"
    OVERDUE_ACTIONS = "overdue_actions"
    NO_UPDATE = "no_update"
    REPEATED_CONCERN = "repeated_concern"
    """A concern in an area that was put right before."""
    NO_REPORTS = "no_reports"
    """No termly report for two reporting periods."""
    SERIOUS_CONCERN = "serious_concern"
    LAPSED_INSURANCE = "lapsed_insurance"
    VISIT_REFUSED = "visit_refused"
    NO_SAFEGUARDING_LEAD = "no_safeguarding_lead"
    IMMEDIATE_RISK = "immediate_risk"
    """Children are not safe there."""
    SAFEGUARDING_ENQUIRY = "safeguarding_enquiry"
    """An enquiry or an allegation that is about whoever runs the provider."""
    PROHIBITION_NOTICE = "prohibition_notice"
    UNREGISTERED_SCHOOL = "unregistered_school"
    """It appears to give full-time education that must be registered."""
    RECOMMENDED = "recommended"
    """The note of a visit recommends it."""
    PUT_RIGHT = "put_right"
    """What was agreed is done: a step down."""
    CONTINUED_UNDERPERFORMANCE = "continued_underperformance"
    PLAN_NOT_FOLLOWED = "plan_not_followed"
    OTHER = "other"


class ToldAs(StrEnum):
    """Why somebody is told of a step of escalation (QF-59)."""

    COMMISSIONER = "commissioner"
    """It commissions a placement that is live there."""
    FAMILY = "family"
    """A parent or learner with a personal budget; known by the placement alone."""
    SERVICE = "service"
    """A commissioning service on the council's list."""
    SCHOOL = "school"
    """A school on the council's list."""
    OTHER = "other"
