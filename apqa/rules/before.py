"""What is done before a placement starts, and at its start (QF-03, QF-20, QF-30, QF-32, QF-34, QF-35)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.placement_checks.sides import to_be_told
from apqa.records.kinds import PLACEMENT
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement


@rule(
    about=PLACEMENT,
    severity=Severity.BREACH,
    clauses=("QF-20", "QF-34"),
    basis="QF-20 to QF-27",
    remedy="Go through the checks (`apqa check-provider`) without delay, and record who did so when.",
)
def provider_not_checked_before_start(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A placement started and the checks before it are not recorded, or were made after the start.

    All commissioners must check the provider prior to placing a learner. What was known on the day can only be
    shown if it was recorded by then.
    """
    if placement.starts > situation.on:
        return
    step = placement.before_start.provider_checked if placement.before_start else None
    if step is None:
        # One that is still to come is asked about as of its first day.
        starts = "starts" if placement.starts == situation.on else "started"
        yield Fault(placement, f"it {starts} on {plain(placement.starts)}; no check is recorded", ("before_start",))
    elif step.on > placement.starts:
        said = f"checked on {plain(step.on)}, after it started on {plain(placement.starts)}"
        yield Fault(placement, said, ("before_start", "provider_checked", "on"))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-30", "QF-35"),
    basis="QF-30, QF-35",
    remedy="Share it securely, and record who did so when (before_start).",
)
def information_not_shared(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """The provider was not given the pupil's needs or the safeguarding information.

    The school gives details of additional needs and outcomes, and shares safeguarding information securely. What
    was shared is never written here; that it was, is.
    """
    if not placement.is_live(situation.on):
        return
    missing = [
        words
        for name, words in (
            ("needs_shared", "additional needs and outcomes"),
            ("safeguarding_shared", "safeguarding information"),
        )
        if placement.step(name, situation.on) is None
    ]
    if missing:
        yield Fault(placement, f"not recorded as shared: {', '.join(missing)}", ("before_start",))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-03", "QF-30"),
    basis="Arranging alternative provision (February 2025): schools tell the council of every placement",
    remedy="Tell them, and record who did so when (before_start).",
)
def others_not_told(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """Somebody who must know of a placement is not recorded as told or asked.

    The council, of a school's placement; the caseworker, of a pupil with an EHC plan; the Virtual School, of a
    looked-after pupil.
    """
    if not placement.is_live(situation.on):
        return
    for name, needed, words, done in to_be_told(placement):
        if needed and placement.step(name, situation.on) is None:
            yield Fault(placement, f"{words} is not recorded as {done} of the placement", ("before_start",))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-32",),
    basis="QF-32",
    remedy="Visit it now, or record why no visit applies (before_start: visit_not_applicable).",
)
def no_visit_before_referral(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """The commissioner did not visit the provision before the referral, and no reason is recorded.

    The school visits, where applicable, before it completes the referral.
    """
    exempt = placement.before_start and placement.before_start.visit_not_applicable
    done = placement.step("provision_visited", situation.on) or (exempt and exempt.on <= situation.on)
    if placement.is_live(situation.on) and not done:
        yield Fault(
            placement, "neither a visit before the referral nor a reason for none is recorded", ("before_start",)
        )


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-34",),
    basis="QF-34",
    remedy="Seek it, and record who did so when (before_start: assurance).",
)
def no_assurance_sought(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """The commissioner is not recorded to have sought assurance on safeguarding, health and safety and insurance.

    The council's own checks guide and do not take the commissioner's place.
    """
    if placement.is_live(situation.on) and placement.step("assurance", situation.on) is None:
        yield Fault(
            placement, "no assurance on safeguarding, health and safety and insurance is recorded", ("before_start",)
        )


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-32",),
    basis="QF-32",
    remedy="Have the provider give it, health and safety included, and record the day.",
)
def no_induction(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """No thorough induction with health and safety is recorded at the start.

    The provider gives a thorough induction, including health and safety, at the start of the programme.
    """
    given = placement.induction_by(situation.on)
    if not placement.is_live(situation.on):
        return
    if given is None and placement.starts < situation.on:
        later = f"; the first is on {plain(placement.induction.on)}" if placement.induction else ""
        said = f"no induction is recorded since it started on {plain(placement.starts)}{later}"
        yield Fault(placement, said, ("induction",))
    elif given is not None and not given.health_and_safety:
        said = f"health and safety was no part of the induction on {plain(given.on)}"
        yield Fault(placement, said, ("induction", "health_and_safety"))
