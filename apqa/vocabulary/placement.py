"""Words for placements and the pupils placed."""

from __future__ import annotations

from enum import StrEnum


class CommissionerKind(StrEnum):
    """Who arranges a placement (QF-03)."""

    SCHOOL = "school"
    """A school the council maintains."""
    ACADEMY = "academy"
    LOCAL_AUTHORITY = "local_authority"
    PARENT = "parent"
    """A parent with a personal budget."""
    LEARNER = "learner"
    """A young person with a personal budget."""
    OTHER_SETTING = "other_setting"


FAMILY = frozenset({CommissionerKind.PARENT, CommissionerKind.LEARNER})
"""Those who arrange a placement with a personal budget of their own."""


class PlacementBasis(StrEnum):
    """The legal ground of a placement (QF-01)."""

    SCHOOL_DIRECTION = "school_direction"
    """A maintained school directs the pupil off site to improve behaviour: Education Act 2002 s.29A."""
    SCHOOL_OTHER = "school_other"
    """A school or academy arranges it under its general powers."""
    SUSPENSION = "suspension"
    """A school provides from the sixth school day of a suspension: Education and Inspections Act 2006 s.100."""
    LA_EXCLUSION = "la_exclusion"
    """The council, after a permanent exclusion: Education Act 1996 s.19."""
    LA_HEALTH = "la_health"
    """The council, because of illness: Education Act 1996 s.19."""
    LA_OTHER = "la_other"
    """The council, for another reason: Education Act 1996 s.19."""
    EHC_PLAN = "ehc_plan"
    """The council secures what an EHC plan says: Children and Families Act 2014 s.42."""
    EOTAS = "eotas"
    """Education otherwise than in a school, for a plan: Children and Families Act 2014 s.61."""
    PERSONAL_BUDGET = "personal_budget"
    """A parent or learner buys what an EHC plan says: Children and Families Act 2014 s.49."""
    TRIBUNAL = "tribunal"
    """The SEND Tribunal named it."""


class BirthThird(StrEnum):
    """The part of the school year a pupil was born in; all that compulsory school age needs of a birthday."""

    AUTUMN = "autumn"
    """1 September to 31 December."""
    SPRING = "spring"
    """1 January to 31 March."""
    SUMMER = "summer"
    """1 April to 31 August."""


class SpecialNeeds(StrEnum):
    """Special educational needs as the school records them."""

    NONE = "none"
    SEN_SUPPORT = "sen_support"
    """Support for special educational needs, without a plan."""
    EHC_PLAN = "ehc_plan"
    """An education, health and care plan."""


class ElsewhereKind(StrEnum):
    """Where a pupil is educated for the rest of the week."""

    SCHOOL = "school"
    PROVIDER = "provider"
    COLLEGE = "college"
    HOME_TUITION = "home_tuition"
    ONLINE = "online"
    WORK_EXPERIENCE = "work_experience"
    HOSPITAL = "hospital"
    OTHER = "other"


class PartTimeReason(StrEnum):
    """Why a pupil gets less than full-time education."""

    HEALTH = "health"
    REINTEGRATION = "reintegration"
    OTHER = "other"


class ObjectiveArea(StrEnum):
    """What an objective is for (QF-05)."""

    IMPROVEMENT = "improvement"
    PROGRESS = "progress"
    ATTAINMENT = "attainment"


class LinkedPlan(StrEnum):
    """Another plan for the pupil that the placement's plan must fit (QF-05)."""

    EHC_PLAN = "ehc_plan"
    """An education, health and care plan."""
    CHILD_PROTECTION = "child_protection"
    CHILD_IN_NEED = "child_in_need"
    PERSONAL_EDUCATION = "personal_education"
    HEALTH_CARE = "health_care"


class Side(StrEnum):
    """One of the two sides of a placement."""

    COMMISSIONER = "commissioner"
    PROVIDER = "provider"


class EndReason(StrEnum):
    """Why a placement ended."""

    AS_PLANNED = "as_planned"
    RETURNED_TO_SCHOOL = "returned_to_school"
    MOVED_ON = "moved_on"
    PROVIDER_ENDED = "provider_ended"
    COMMISSIONER_ENDED = "commissioner_ended"
    PROVIDER_SUSPENDED = "provider_suspended"
    REGISTRATION = "registration"
    """Ended or cut so that the provider need not register."""
    PUPIL_LEFT = "pupil_left"
    OTHER = "other"


class Destination(StrEnum):
    """Where a pupil went after a placement (QF-07)."""

    HOME_SCHOOL_FULL_TIME = "home_school_full_time"
    HOME_SCHOOL_PART_TIME = "home_school_part_time"
    NEW_MAINSTREAM = "new_mainstream"
    SPECIAL_SCHOOL = "special_school"
    PRU_OR_AP_ACADEMY = "pru_or_ap_academy"
    """A pupil referral unit or an alternative provision academy."""
    INDEPENDENT_SCHOOL = "independent_school"
    FE_COLLEGE = "fe_college"
    """A further education college."""
    APPRENTICESHIP = "apprenticeship"
    EMPLOYMENT_WITH_TRAINING = "employment_with_training"
    OTHER_AP = "other_ap"
    """Other alternative provision."""
    ELECTIVE_HOME_EDUCATION = "elective_home_education"
    EOTAS = "eotas"
    """Education otherwise than at school."""
    MISSING_OR_UNKNOWN = "missing_or_unknown"
    NEET = "neet"
    """Not in education, employment or training."""
    CUSTODY = "custody"
    MOVED_AREA = "moved_area"
    OTHER = "other"


class VoiceMethod(StrEnum):
    """How a pupil was heard."""

    INTERVIEW = "interview"
    FORM = "form"
    OBSERVATION = "observation"
    ADVOCATE = "advocate"
    DECLINED = "declined"
