"""Words for what a provider is, offers and holds."""

from __future__ import annotations

from enum import StrEnum


class LegalForm(StrEnum):
    """What a provider is in law."""

    SOLE_TRADER = "sole_trader"
    PARTNERSHIP = "partnership"
    LLP = "llp"
    """A limited liability partnership."""
    COMPANY = "company"
    CIC = "cic"
    """A community interest company."""
    CHARITY = "charity"
    CIO = "cio"
    """A charitable incorporated organisation."""
    PUBLIC_BODY = "public_body"
    ACADEMY_TRUST = "academy_trust"
    OTHER = "other"


class SiteUse(StrEnum):
    """What happens at a site."""

    TEACHING = "teaching"
    OUTDOOR = "outdoor"
    WORKSHOP = "workshop"
    ADMINISTRATION = "administration"
    VISITED = "visited"
    """Somewhere pupils are taken, run by others."""
    PUPILS_HOME = "pupils_home"
    """The pupil's own home."""
    ONLINE = "online"


class Weekday(StrEnum):
    """A day of the week."""

    MONDAY = "mon"
    """Monday."""
    TUESDAY = "tue"
    """Tuesday."""
    WEDNESDAY = "wed"
    """Wednesday."""
    THURSDAY = "thu"
    """Thursday."""
    FRIDAY = "fri"
    """Friday."""
    SATURDAY = "sat"
    """Saturday."""
    SUNDAY = "sun"
    """Sunday."""


class CoreSubject(StrEnum):
    """A subject good provision teaches, unless it is taught elsewhere in the package (QF-02)."""

    ENGLISH = "english"
    """English."""
    MATHEMATICS = "mathematics"
    """Mathematics."""
    SCIENCE = "science"
    """Science."""
    INFORMATION_TECHNOLOGY = "information_technology"
    """Information technology."""


class Taught(StrEnum):
    """Where a core subject is taught."""

    HERE = "here"
    """At the provider."""
    ELSEWHERE = "elsewhere"
    """Provided elsewhere in each pupil's package."""
    NOT_TAUGHT = "not_taught"


class PriceUnit(StrEnum):
    """What a price buys."""

    HOUR = "hour"
    SESSION = "session"
    """Half a day."""
    DAY = "day"
    WEEK = "week"
    TERM = "term"
    YEAR = "year"


class ListStatus(StrEnum):
    """Where a provider stands with the council's approved provider list (QF-04, QF-14, QF-40, QF-41, QF-59)."""

    APPLIED = "applied"
    DUE_DILIGENCE = "due_diligence"
    LISTED = "listed"
    EXCEPTIONAL = "exceptional"
    """Not listed; used for named placements only, after due diligence (QF-41)."""
    NEW_PLACEMENTS_SUSPENDED = "new_placements_suspended"
    SUSPENDED = "suspended"
    """All placements suspended."""
    REMOVED = "removed"
    DECLINED = "declined"


class DiligencePart(StrEnum):
    """A part of the council's due diligence (QF-41)."""

    PROCESSES = "processes"
    INSURANCES = "insurances"
    SYSTEMS = "systems"


class RequiredBy(StrEnum):
    """Who required that a provider that is not on the list be used (QF-41)."""

    TRIBUNAL = "tribunal"
    """The SEND Tribunal, which named it."""
    COURT = "court"
    COUNCIL = "council"
    """The council itself, because no provider on the list will do."""
    OTHER = "other"


class DirectoryField(StrEnum):
    """A field of a provider's record that may be published in the directory, once it is marked (QF-14)."""

    PURPOSE = "purpose"
    """What the offer is for."""
    AGES = "ages"
    """The ages it takes."""
    DAYS = "days"
    """The days of the week it is open to pupils."""
    SUBJECTS = "subjects"
    """What is taught, the core subjects that are taught there included."""
    QUALIFICATIONS = "qualifications"
    """The qualifications pupils can take, by title and level."""
    REGISTRATION = "registration"
    """Whether it is registered with the Department as a school, and as which type."""


class InsuranceKind(StrEnum):
    """What an insurance covers."""

    PUBLIC_LIABILITY = "public_liability"
    PROFESSIONAL_INDEMNITY = "professional_indemnity"
    EMPLOYERS_LIABILITY = "employers_liability"
    MOTOR = "motor"
    """Business use with passengers."""
    ABUSE = "abuse"
    TRIPS = "trips"
    OTHER = "other"


class LeadRole(StrEnum):
    """A safeguarding role at a provider."""

    DESIGNATED_SAFEGUARDING_LEAD = "designated_safeguarding_lead"
    DEPUTY = "deputy"


class ReviewedRequirement(StrEnum):
    """What a person concluded about a registration question that the numbers alone do not settle.

    It never overrides numbers that meet the definition, unless the question is what kind of institution it is.
    """

    NOT_REQUIRED = "not_required"
    REQUIRED = "required"


class Worth(StrEnum):
    """What a review of value for money concluded (QF-43)."""

    GOOD = "good"
    FAIR = "fair"
    POOR = "poor"
