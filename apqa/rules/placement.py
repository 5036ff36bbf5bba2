"""What a placement is: its legal ground, its pupil and its commissioner (QF-01, QF-03)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.grounds import misfit
from apqa.questions.placement_checks.identity import FOR_A_PLAN, differing
from apqa.records.kinds import PLACEMENT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.placement import PlacementBasis, SpecialNeeds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-01", "QF-03"),
    basis="Education Act 1996 s.19; Education Act 2002 s.29A; Education and Inspections Act 2006 s.100; "
    "Children and Families Act 2014 s.42, s.49, s.61",
    remedy="Correct the basis or the commissioner: each power belongs to one of them. Where a school signs or pays for "
    "what the council arranged, record that (arranged_by_council).",
    law=True,
)
def basis_does_not_fit_commissioner(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """The legal ground of a placement is not one its commissioner can use.

    A school directs or arranges; the council arranges under its own powers, and secures what an EHC plan says; a
    parent or learner buys that with a personal budget. Code, duty and cost follow from it.
    """
    if said := misfit(placement):
        yield Fault(placement, said, ("basis",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-01", "QF-03"),
    basis="Children and Families Act 2014 s.42, s.49, s.61",
    remedy="Record when the EHC plan came into force, or correct the basis.",
    law=True,
)
def plan_placement_without_ehc_plan(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A placement rests on an EHC plan, and none is recorded as in force when it started.

    Provision secured under a plan, education otherwise than in a school, and a personal budget all need one.
    """
    if placement.basis not in FOR_A_PLAN or placement.starts > situation.on:
        return
    if not placement.has_ehc_plan(placement.starts):
        said = f"the basis is {placement.basis.value}; no EHC plan is recorded as in force on {plain(placement.starts)}"
        yield Fault(placement, said, ("ehc_plans",) if placement.ehc_plans is not None else ("basis",))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-01",),
    basis="Arranging alternative provision (February 2025), which leaves EOTAS outside the definition",
    remedy="Correct the basis, or record a waiver with the reason where it is right. The checks are owed all the same.",
)
def eotas_is_not_alternative_provision(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """Education otherwise than in a school under a plan is called alternative provision.

    The 2025 guidance says that provision under section 61 is not alternative provision. A waiver with
    the reason answers this.
    """
    if placement.basis is PlacementBasis.EOTAS and placement.is_live(situation.on):
        yield Fault(
            placement,
            "arranged under section 61, which the guidance does not count as alternative provision",
            ("basis",),
        )


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-10", "QF-30"),
    basis="QF-10, QF-30; Education Act 1996 s.463 turns on it",
    remedy="Record it: an empty list says there is none.",
)
def pupil_status_not_recorded(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """Whether a pupil has an EHC plan or is looked after is not recorded.

    One such full-time pupil makes registration compulsory, and both decide who must be asked and told.
    """
    if placement.is_live(situation.on):
        missing = [
            words
            for name, words in (
                ("ehc_plans", "whether there is an EHC plan (ehc_plans)"),
                ("looked_after", "whether the pupil is looked after (looked_after)"),
            )
            if getattr(placement, name) is None
        ]
        if missing:
            yield Fault(placement, f"not recorded: {', '.join(missing)}", ("pupil",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-10",),
    basis="QF-10; Education Act 1996 s.8 and s.463 turn on it",
    remedy="Correct the one that is wrong.",
)
def pupil_differs_between_placements(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """Two placements of one pupil say different things about the pupil.

    A pupil has one cohort, one birth third, and one answer on a day to whether there is an EHC plan.
    """
    earlier = [each for each in situation.records.placements_of(placement.pupil) if each.id < placement.id]
    for other in earlier:
        for name, mine, theirs in differing(placement, other, situation):
            said = f"{name} of {placement.pupil}: {mine} here, {theirs} in {other.id}"
            yield Fault(placement, said, (name,), related=((other, (name,)),))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-10",),
    basis="QF-10; Children and Families Act 2014 s.36 to s.37",
    remedy="Correct the one that is wrong.",
)
def special_needs_contradict_ehc_plan(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """What is recorded of special needs and of an EHC plan does not go together.

    A pupil with an EHC plan in force has special educational needs at that level, and the other way round.
    """
    plan = placement.has_ehc_plan(situation.on)
    if placement.special_needs is None or plan is None or not placement.is_live(situation.on):
        return
    if plan is not (placement.special_needs is SpecialNeeds.EHC_PLAN):
        in_force = "an EHC plan is in force" if plan else "no EHC plan is in force"
        said = f"special_needs says {placement.special_needs.value}, and {in_force} on {plain(situation.on)}"
        yield Fault(placement, said, ("special_needs",))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-07", "QF-38"),
    basis="Arranging alternative provision (February 2025), on time limits and reviews",
    remedy="Record the end, or agree and record a new expected end.",
)
def placement_past_its_end(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A placement is past its expected or agreed end and no end is recorded.

    Either it has ended and nobody wrote it down, or it goes on without anybody having decided so.
    """
    if not placement.is_live(situation.on):
        return
    for name in ("maximum_end", "expected_end"):
        day = getattr(placement, name)
        if day is not None and day < situation.on:
            yield Fault(placement, f"its {name} was {plain(day)}, and no end is recorded", (name,))
            return


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-12", "QF-15"),
    basis="QF-12, QF-15; Education Act 1996 s.463 turns on it",
    remedy="Add the timetable that holds now, and give the earlier one its end.",
)
def no_timetable_for_the_day(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """No timetable is recorded for a day on which the placement is live.

    Hours decide whether a provider must register and whether a pupil gets a full week.
    """
    if placement.is_live(situation.on) and placement.week(situation.on) is None:
        yield Fault(placement, f"no timetable covers {plain(situation.on)}", ("timetable",))
