"""What is recorded of the plan, the agreement, and what is kept after the end (QF-05, QF-07, QF-08, QF-30, QF-38)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.placement_checks.found import Found, brief, does_not_apply, in_words, met, not_recorded, seen_by

if TYPE_CHECKING:
    from apqa.questions.placement_checks.found import Finder
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement


def plan(placement: Placement, situation: Situation) -> Found:
    """Find the plan and its objectives."""
    agreed = placement.agreed_plan(situation.on)
    if agreed is None:
        return _no_plan(placement)
    objectives = _counted(len(agreed.objectives), "objective")
    evidence = seen_by(agreed.evidence, situation.on)
    return met(f"{objectives}, agreed on {plain(agreed.agreed_on)}", "plan", evidence=evidence)


def objectives(placement: Placement, situation: Situation) -> Found:
    """Find that each objective is complete."""
    agreed = placement.agreed_plan(situation.on)
    if agreed is None:
        return _no_plan(placement)
    if not agreed.objectives:
        return does_not_apply("the plan has no objectives", "plan", "objectives")
    last = max((each.by for each in agreed.objectives if each.by), default=agreed.agreed_on)
    complete = f"{_counted(len(agreed.objectives), 'objective')} complete"
    return met(f"{complete}, the last by {plain(last)}", "plan", "objectives")


def links(placement: Placement, situation: Situation) -> Found:
    """Find the pupil's other plans, to which the placement's is linked."""
    agreed = placement.agreed_plan(situation.on)
    if agreed is None:
        return _no_plan(placement)
    has = placement.has_ehc_plan(situation.on), placement.is_looked_after(situation.on)
    if None in has:
        said = "whether there is an EHC plan or the pupil is looked after is not recorded"
        return not_recorded(said, remedy="Record it (ehc_plans, looked_after): an empty list says none.")
    if agreed.links:
        named = ", ".join(in_words(link.plan) for link in agreed.links)
        return met(f"linked to: {named}", "plan", "links")
    return does_not_apply("no EHC plan, and not looked after: no other plan is recorded", "plan")


def part(name: str) -> Finder:
    """Make the question for one part of the plan that is a text."""

    def find(placement: Placement, situation: Situation) -> Found:
        agreed = placement.agreed_plan(situation.on)
        return _no_plan(placement) if agreed is None else met(brief(getattr(agreed, name)), "plan", name)

    return find


def _no_plan(placement: Placement) -> Found:
    """Say why the parts of a plan are not asked for: the line on the plan itself says that it is missing."""
    if placement.plan is None:
        return does_not_apply("no plan is recorded")
    return does_not_apply(f"the plan was agreed on {plain(placement.plan.agreed_on)} only", "plan")


def agreement(placement: Placement, situation: Situation) -> Found:
    """Find the agreement in force, and when it was signed."""
    held = placement.agreement(situation.on)
    if held is None or held.signed_on is None:
        return does_not_apply("no agreement is in force")
    signed, until = f"signed on {plain(held.signed_on)}", f", to {plain(held.ends)}" if held.ends else ""
    at = placement.agreements.index(held)
    return met(signed + until, "agreements", at, due=held.ends, evidence=seen_by(held.evidence, situation.on))


def terms(placement: Placement, situation: Situation) -> Found:
    """Find what was agreed on price, invoices and pupils' data."""
    held = placement.agreement(situation.on)
    if held is None or held.pounds is None:
        return does_not_apply("no agreement is in force")
    price = f"£{held.pounds:,}" + (f" a {in_words(held.unit)}" if held.unit else "")
    says = f"{price}; {held.invoiced}; with terms on pupils' data"
    return met(says, "agreements", placement.agreements.index(held))


def kept_after_the_end(placement: Placement, _: Situation) -> Found:
    """Find the destination, the achievements and the pupil's voice."""
    where = placement.destination
    to = f"to {in_words(where.to)} on {plain(where.on)}" if where else ""
    achieved = _counted(len(placement.achievements or ()), "achievement")
    return met("; ".join(filter(None, (to, achieved, "the pupil was heard"))), "end")


def _counted(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
