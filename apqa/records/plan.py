"""The personalised plan, the agreement, and what both sides do (QF-05, QF-08, QF-30 to QF-38)."""

from collections.abc import Iterator

from apqa.records.base import Evidence, Exemption, Part, Period
from apqa.records.identifiers import Urn
from apqa.records.scalars import Day, Money, Text, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.placement import (
    FAMILY,
    CommissionerKind,
    LinkedPlan,
    ObjectiveArea,
)
from apqa.vocabulary.provider import PriceUnit


class Commissioner(Part):
    """Who arranges and answers for a placement (QF-03)."""

    kind: CommissionerKind
    """What it is."""

    name: Text
    """Its name. For a parent or learner write "parent" or "learner", never a name."""

    urn: Urn | None = None
    """The school's number in "Get information about schools", in quotes."""

    arranged_by_council: Truth | None = None
    """Whether the council arranged it, where another pays or signs."""

    @truth
    def _a_family_is_not_named(self) -> Iterator[Untruth]:
        if self.kind in FAMILY and self.name.lower() != self.kind.value:
            yield untrue(f"a {self.kind.value} is never named here: write name: {self.kind.value}", "name")


class Objective(Part):
    """One objective of the plan (QF-05)."""

    what: Text
    """What the pupil is to reach, without the pupil's details."""

    area: ObjectiveArea
    """Improvement, progress or attainment."""

    baseline: Text | None = None
    """Where the pupil starts."""

    measure: Text | None = None
    """How progress is measured."""

    target: Text | None = None
    """What counts as reached."""

    by: Day | None = None
    """The day it is to be reached by."""

    outcome: Text | None = None
    """The outcome of the EHC plan or the target of the personal education plan it serves, by reference."""


class PlanLink(Part):
    """Another plan this one must fit (QF-05)."""

    plan: LinkedPlan
    """Which plan."""

    reference: Text | None = None
    """Where it is filed; never its content."""

    review_on: Day | None = None
    """The day it is next reviewed."""


class Plan(Part):
    """The personalised plan for intervention (QF-05)."""

    agreed_on: Day
    """The day it was agreed."""

    objectives: tuple[Objective, ...]
    """What the placement is for."""

    assessment: Text | None = None
    """How progress is assessed and monitored."""

    links: tuple[PlanLink, ...] = ()
    """The pupil's other plans."""

    programme: Text | None = None
    """The structured programme: its aims, objectives and methods, or where it is filed (QF-30)."""

    progression: Text | None = None
    """The way back to school, or on to education, training or employment with training (QF-38)."""

    suitability: Text | None = None
    """Why this provision is efficient and suitable for this pupil: a person's judgement (QF-16)."""

    evidence: Evidence | None = None
    """Where the signed plan is filed."""

    @truth
    def _looks_ahead(self) -> Iterator[Untruth]:
        for number, objective in enumerate(self.objectives):
            if objective.by is not None and objective.by < self.agreed_on:
                said = f"it is to be reached by {objective.by}, before the plan was agreed on {self.agreed_on}"
                yield untrue(said, "objectives", number, "by")


class Agreement(Period):
    """The service level agreement between commissioner and provider (QF-08)."""

    signed_on: Day | None = None
    """The day both had signed."""

    pounds: Money | None = None
    """The agreed price in pounds."""

    unit: PriceUnit | None = None
    """What the price buys."""

    invoiced: Text | None = None
    """The intervals of invoices and the time to settle them (QF-33)."""

    data_protection: Truth | None = None
    """Whether it holds the terms under which pupils' data are shared (QF-35)."""

    evidence: Evidence | None = None
    """Where it is filed."""


class Step(Part):
    """Something done before a placement starts."""

    on: Day
    """The day it was done."""

    by: Text
    """Who did it, by role."""

    filed: Text | None = None
    """Where it is filed."""


class BeforeStart(Part):
    """What the commissioner did before the placement started (QF-31, QF-32, QF-34)."""

    provider_checked: Step | None = None
    """Every check before a placement was gone through (QF-20 to QF-27)."""

    provision_visited: Step | None = None
    """The provision was visited before the referral was complete (QF-32)."""

    visit_not_applicable: Exemption | None = None
    """Why no visit was made before the referral (QF-32)."""

    needs_shared: Step | None = None
    """Details of additional needs and outcomes were given to the provider (QF-30)."""

    safeguarding_shared: Step | None = None
    """Safeguarding information was shared securely (QF-35)."""

    assurance: Step | None = None
    """Assurance was sought on safeguarding, health and safety and insurance (QF-34)."""

    staff_checks_confirmed: Step | None = None
    """The provider confirmed in writing that the checks on its staff are made."""

    parent_agreed: Step | None = None
    """The parent or carer agreed, or had the notice of direction."""

    pupil_asked: Step | None = None
    """The pupil was asked."""

    council_told: Step | None = None
    """The school told the council of the placement."""

    caseworker_told: Step | None = None
    """The EHC plan caseworker was told."""

    virtual_school_asked: Step | None = None
    """The Virtual School was asked, for a looked-after pupil."""

    transport_arranged: Step | None = None
    """Transport to and from the provision was arranged, or none was found to be needed (QF-30)."""

    medical_plan_shared: Step | None = None
    """The pupil's health care plan, or that there is none, was given to the provider (QF-30)."""

    funding_agreed: Step | None = None
    """Funding was agreed."""

    @truth
    def _was_visited_or_need_not_be(self) -> Iterator[Untruth]:
        if self.provision_visited is not None and self.visit_not_applicable is not None:
            yield untrue("it was visited, and a visit did not apply: keep the one that is true", "visit_not_applicable")


class Induction(Part):
    """The induction at the start (QF-32)."""

    on: Day
    """The day it was given."""

    health_and_safety: Truth
    """Whether health and safety was part of it."""

    by: Text | None = None
    """Who gave it, by role."""
