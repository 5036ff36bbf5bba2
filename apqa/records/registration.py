"""What the register of schools says of a provider, and the pupils it says it has (QF-10 to QF-13, QF-20)."""

from collections.abc import Iterator

from apqa.records.base import AgeRange, Evidence, Part
from apqa.records.identifiers import EstablishmentNumber, EstablishmentStatus, EstablishmentType, Slug, Urn
from apqa.records.scalars import Count, Day, Hours, Text, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.provider import ReviewedRequirement

ON_THE_REGISTER = ("urn", "establishment_number", "establishment_type", "status", "ages", "capacity", "sites")
"""What a look at the register may find of a provider that stands there."""


class RegisterCheck(Part):
    """One look at the register "Get information about schools" (QF-20)."""

    on: Day
    """The day the register was looked at."""

    by: Text
    """Who looked, by role."""

    found: Truth
    """Whether the provider is on the register at all."""

    urn: Urn | None = None
    """Its number there, in quotes."""

    establishment_number: EstablishmentNumber | None = None
    """The DfE number, in quotes: the council's three digits and the establishment's four."""

    establishment_type: EstablishmentType | None = None
    """The code of its establishment type, in quotes, such as "11" for an independent school."""

    status: EstablishmentStatus | None = None
    """The code of its status, in quotes: "1" open, "2" closed, "3" open but to close, "4" proposed to open."""

    ages: AgeRange | None = None
    """The age range on the register."""

    capacity: Count | None = None
    """The most pupils it may have, as on the register."""

    sites: tuple[Slug, ...] | None = None
    """The keys of the provider's sites that the register holds; an empty list says that it holds none of them."""

    evidence: Evidence | None = None
    """What was seen and where it is filed."""

    @truth
    def _says_what_was_found(self) -> Iterator[Untruth]:
        if self.found and (self.establishment_type is None or self.status is None):
            yield untrue("found on the register, so say its establishment_type and status", "found")
        if not self.found:
            for name in ON_THE_REGISTER:
                if getattr(self, name) is not None:
                    yield untrue(f"not found on the register, so it has no {name} there", name)


class Inspection(Part):
    """An inspection of a registered school (QF-20)."""

    on: Day
    """The last day of the inspection."""

    body: Text
    """Who inspected: Ofsted or the Independent Schools Inspectorate."""

    outcome: Text
    """The outcome, in the inspector's words."""


class RegistrationReview(Part):
    """What a person concluded about a registration question the numbers alone do not settle.

    Where the register holds the provider as something that is no school, such as a college, that is what kind of
    institution it is.
    """

    on: Day
    """The day of the conclusion."""

    by: Text
    """Who concluded, by role."""

    conclusion: ReviewedRequirement
    """Whether registration is required."""

    reason: Text
    """Why, with what was taken into account."""

    until: Day
    """The last day the conclusion is relied on; earlier if the facts change."""

    evidence: Evidence | None = None
    """What it rests on and where that is filed."""

    @truth
    def _is_relied_on_after_it_is_reached(self) -> Iterator[Untruth]:
        if self.until < self.on:
            yield untrue(f"it is relied on until {self.until}, before it was reached on {self.on}", "until")


class Registration(Part):
    """Registration with the Department for Education as an independent school."""

    register_checks: tuple[RegisterCheck, ...] = ()
    """Every look at the register, the oldest first."""

    inspections: tuple[Inspection, ...] = ()
    """Inspections, if it is a registered school."""

    reviews: tuple[RegistrationReview, ...] = ()
    """What a person concluded where the numbers do not settle the question, or on what kind of institution it is."""

    applied_on: Day | None = None
    """The day it applied to the Department for registration."""


class Headcount(Part):
    """What the provider declares about its pupils on a day, from every commissioner (QF-10).

    The law counts all pupils at the institution; the council's own placements are only some of them.
    """

    on: Day
    """The day the pupils were counted."""

    declared_by: Text
    """Who declared it for the provider, by role."""

    compulsory_school_age: Count
    """Pupils of compulsory school age, full-time and part-time."""

    full_time: Count
    """Of these, pupils who are full-time here: more than 18 daytime hours a week, or all or nearly all of
    their education."""

    full_time_with_ehc_plan: Count
    """Of the full-time ones, pupils with an education, health and care plan."""

    full_time_looked_after: Count
    """Of the full-time ones, pupils looked after by a council."""

    full_time_with_special_needs: Count | None = None
    """Of the full-time ones, pupils with special educational needs, with or without a plan."""

    main_education_here: Count | None = None
    """Pupils of compulsory school age for whom this is all or most of their education, whatever the hours."""

    other_ages: Count | None = None
    """Pupils below or above compulsory school age."""

    most_hours: Hours | None = None
    """The most hours a week, breaks included, that any pupil attends."""

    evidence: Evidence | None = None
    """Where the declaration is filed."""

    @truth
    def _parts_fit_the_whole(self) -> Iterator[Untruth]:
        if self.full_time > self.compulsory_school_age:
            yield untrue("more full-time pupils than pupils of compulsory school age", "full_time")
        for name in ("full_time_with_ehc_plan", "full_time_looked_after", "full_time_with_special_needs"):
            if (getattr(self, name) or 0) > self.full_time:
                yield untrue(f"{name} is more than full_time, of which it is a part", name)
        if (self.main_education_here or 0) > self.compulsory_school_age:
            said = "main_education_here is more than compulsory_school_age, of which it is a part"
            yield untrue(said, "main_education_here")


class RegistrationLook(Part):
    """What the visit found of pupils and hours, for the registration question (QF-10, Appendix C)."""

    pupils: Count
    """How many pupils of compulsory school age were there full-time, of all commissioners."""

    most_hours: Hours | None = None
    """The most hours a week, breaks included, that any pupil was found to have (QF-12)."""

    basis: Text
    """What that rests on, such as the provider's register of the week."""
