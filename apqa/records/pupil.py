"""What is known of the pupil placed: a reference, and only what the law's questions need."""

from apqa.records.base import Part, Period
from apqa.records.identifiers import Urn
from apqa.records.scalars import Day, Hours, Text, Truth
from apqa.vocabulary.placement import ElsewhereKind, PartTimeReason
from apqa.vocabulary.provider import CoreSubject


class SchoolRoll(Period):
    """A school the pupil is registered at, for a time. The attendance code turns on it (QF-39)."""

    school: Text
    """The school's name."""

    urn: Urn | None = None
    """Its number in "Get information about schools", in quotes."""

    main: Truth
    """Whether it is the pupil's main school, whose register the code is entered in."""

    is_provider: Truth = False
    """Whether this school is the provider of the placement itself."""


class Elsewhere(Period):
    """Education the pupil has somewhere else in the same week, not recorded as a placement here (QF-15)."""

    kind: ElsewhereKind
    """What it is."""

    name: Text | None = None
    """Who gives it."""

    hours: Hours
    """Hours a week, without breaks where they are known apart."""

    core_subjects: tuple[CoreSubject, ...] | None = None
    """The core subjects the pupil is taught there (QF-02). An empty list says none; leave the line out when it is
    not known."""


class PartTime(Period):
    """Why a pupil gets less than full-time education, and when that is looked at again (QF-15)."""

    reason: PartTimeReason
    """The reason. Health is the only one the framework names."""

    decided_by: Text
    """Who decided, by role."""

    explanation: Text
    """In a sentence, without the pupil's details."""

    review_on: Day
    """The day it is reviewed."""

    reviewed_on: Day | None = None
    """The day it was last reviewed."""

    filed: Text
    """Where the evidence is filed."""


class Package(Part):
    """The rest of the pupil's week, so that the whole can be added up (QF-15)."""

    elsewhere: tuple[Elsewhere, ...]
    """Education given elsewhere. An empty list says there is none; placements in these records are not repeated."""

    part_time: tuple[PartTime, ...] = ()
    """Why the pupil gets less than full-time education, where that is so."""
