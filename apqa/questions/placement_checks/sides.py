"""What is recorded of the duties of both sides, before and during a placement (QF-03, QF-30 to QF-38)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.placement_checks.found import (
    brief,
    does_not_apply,
    met,
    not_recorded,
    step_evidence,
    step_words,
)
from apqa.vocabulary.placement import CommissionerKind, Side

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.placement_checks.found import Finder, Found
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement

SCHOOLS = frozenset({CommissionerKind.SCHOOL, CommissionerKind.ACADEMY})
"""The commissioners that tell the council of a placement."""


def to_be_told(placement: Placement) -> tuple[tuple[str, bool | None, str, str], ...]:
    """Answer who must be told or asked: the step's name, whether it is needed, who it is, and what is done.

    Whether it is needed is not known where it is not recorded whether there is a plan, or care.
    """
    starts = placement.starts
    return (
        ("council_told", placement.commissioner.kind in SCHOOLS, "the council", "told"),
        ("caseworker_told", placement.has_ehc_plan(starts), "the EHC plan caseworker", "told"),
        ("virtual_school_asked", placement.is_looked_after(starts), "the Virtual School", "asked"),
    )


def others_told(placement: Placement, situation: Situation) -> Found:
    """Find who was told or asked, of those who must be."""
    said = []
    for name, needed, who, done in to_be_told(placement):
        step = placement.step(name, situation.on)
        if needed is None and step is None:
            return not_recorded(
                f"whether {who} must be {done} is not known",
                remedy="Record whether there is an EHC plan and whether the pupil is looked after.",
            )
        if step is not None:
            said.append(f"{who} {done} {step_words(step)}")
    return met("; ".join(said), "before_start") if said else does_not_apply("nobody else has to be told")


def steps(what: str, *asked: tuple[str, str]) -> Finder:
    """Make the question for steps before the start, each with the words for it."""

    def find(placement: Placement, situation: Situation) -> Found:
        done = [(words, step) for name, words in asked if (step := placement.step(name, situation.on))]
        filed = [evidence for _, step in done if (evidence := step_evidence(step, what))]
        says = "; ".join(f"{words} {step_words(step)}" for words, step in done)
        return met(says, "before_start", evidence=filed[0] if filed else None)

    return find


def visited(placement: Placement, situation: Situation) -> Found:
    """Find the visit before the referral, or why there was none."""
    step = placement.step("provision_visited", situation.on)
    if step is not None:
        evidence = step_evidence(step, "the visit before the referral")
        return met(f"visited {step_words(step)}", "before_start", "provision_visited", evidence=evidence)
    exempt = placement.before_start and placement.before_start.visit_not_applicable
    why = f": {exempt.reason} ({exempt.by}, {plain(exempt.on)})" if exempt else ""
    return does_not_apply(f"no visit applies{why}", "before_start", "visit_not_applicable")


def induction(placement: Placement, situation: Situation) -> Found:
    """Find the induction. On the first day it is still to be given."""
    given = placement.induction_by(situation.on)
    if given is None:
        return does_not_apply("it starts on the day, and the induction is given at the start")
    by = f" by {given.by}" if given.by else ""
    return met(f"given on {plain(given.on)}{by}, with health and safety", "induction")


def risk_assessment(placement: Placement, situation: Situation) -> Found:
    """Find when each side last looked at the risk assessment, and when it is due again."""
    last = [(side, day) for side in Side if (day := last_risk_review(placement, side, situation))]
    cycle = situation.policy.cycle("risk_assessment")
    if cycle is None or not last:
        return does_not_apply("nothing says how often it is looked at")
    due = min(cycle.next_due(day) for _, day in last)
    says = "; ".join(f"the {side.value} on {plain(day)}" for side, day in last)
    return met(says, "risk_reviews", due=due)


def last_risk_review(placement: Placement, side: Side, situation: Situation) -> date | None:
    """Answer when a side last looked at the risk assessment by the day. A provider's reports tell of its looks, too."""
    looks = [each.on for each in placement.risk_reviews if each.side is side]
    if side is Side.PROVIDER:
        reports = situation.records.reports_on(placement.id)
        looks += [
            report.risk_assessment_reviewed
            for report in reports
            if report.risk_assessment_reviewed and report.is_sent(situation.on)
        ]
    return max((each for each in looks if each <= situation.on), default=None)


def named_persons(placement: Placement, _: Situation) -> Found:
    """Find who is named on each side, by role."""
    said = [f"the {side.value}'s {', '.join(_roles(placement, side))}" for side in Side]
    return met("; ".join(said), "named_persons")


def _roles(placement: Placement, side: Side) -> list[str]:
    return [person.role for person in placement.named_persons if person.side is side]


def changes_told(placement: Placement, situation: Situation) -> Found:
    """Find the significant changes by the day, all of them told."""
    known = [change for change in placement.changes if change.on <= situation.on]
    if not known:
        return does_not_apply("no significant change is recorded")
    told = [f"{brief(change.what)}, told on {plain(change.told_on)}" for change in known if change.told_on]
    return met("; ".join(told), "changes")
