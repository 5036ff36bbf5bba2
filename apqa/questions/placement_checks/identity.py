"""What a placement is: its ground, its pupil, its hours, its end (QF-01, QF-03, QF-10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.package import hours_text
from apqa.questions.placement_checks.found import (
    at_fault,
    cannot_be_read,
    does_not_apply,
    in_words,
    met,
    not_recorded,
)
from apqa.questions.unread import paths_of, unread_about
from apqa.records.kinds import PLACEMENT
from apqa.vocabulary.placement import PlacementBasis

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.placement_checks.found import Found
    from apqa.questions.situation import Situation
    from apqa.records.base import Period
    from apqa.records.placement import Placement

FOR_A_PLAN = frozenset({PlacementBasis.EHC_PLAN, PlacementBasis.EOTAS, PlacementBasis.PERSONAL_BUDGET})
"""The grounds that need an EHC plan in force."""


def not_live(on: date) -> Found:
    """Find that there is nothing to look at: the placement has not begun, or is over."""
    return does_not_apply(f"not live on {plain(on)}")


def ground(placement: Placement, _: Situation) -> Found:
    """Find the legal ground and who uses it."""
    commissioner = placement.commissioner
    return met(f"{in_words(placement.basis)}, used by {commissioner.name} ({in_words(commissioner.kind)})", "basis")


def plan_behind_the_ground(placement: Placement, _: Situation) -> Found:
    """Find the EHC plan the ground needs, in force on the first day."""
    if placement.basis not in FOR_A_PLAN:
        return does_not_apply(f"the ground is {in_words(placement.basis)}", "basis")
    return met(_since("an EHC plan", placement.ehc_plans, placement.starts), "ehc_plans")


def alternative_provision(placement: Placement, situation: Situation) -> Found:
    """Find a ground the guidance counts as alternative provision."""
    if not placement.is_live(situation.on):
        return not_live(situation.on)
    return met(f"arranged as {in_words(placement.basis)}", "basis")


def pupil_status(placement: Placement, situation: Situation) -> Found:
    """Find what is recorded of an EHC plan and of care."""
    if not placement.is_live(situation.on):
        return not_live(situation.on)
    plan = _since("an EHC plan", placement.ehc_plans, situation.on) or "no EHC plan"
    care = _since("looked after", placement.looked_after, situation.on) or "not looked after"
    return met(f"{plan}; {care}", "ehc_plans")


def same_pupil(placement: Placement, situation: Situation) -> Found:
    """Find whether the pupil's other placements say the same. The rule says it at the later of two.

    One that cannot be read may say something else.
    """
    others = [each for each in situation.records.placements_of(placement.pupil) if each.id != placement.id]
    for other in others:
        for name, mine, theirs in differing(placement, other, situation):
            return at_fault(f"{name} of {placement.pupil}: {mine} here, {theirs} in {other.id}", name)
    if unread := unread_about(PLACEMENT, placement.pupil, situation):
        return cannot_be_read(paths_of(PLACEMENT, unread), "pupil")
    if not others:
        return does_not_apply("no other placement of the pupil is recorded", "pupil")
    return met(f"as in {', '.join(each.id for each in others)}", "pupil")


def differing(placement: Placement, other: Placement, situation: Situation) -> Iterator[tuple[str, str, str]]:
    """Name what two placements say differently of their pupil, with what each says."""
    for name in ("cohort", "birth_third"):
        mine, theirs = getattr(placement, name), getattr(other, name)
        if mine and theirs and mine != theirs:
            yield name, str(mine), str(theirs)
    on = situation.on
    if placement.is_live(on) and other.is_live(on):
        for name, here, there in (
            ("ehc_plans", placement.has_ehc_plan(on), other.has_ehc_plan(on)),
            ("looked_after", placement.is_looked_after(on), other.is_looked_after(on)),
        ):
            if here is not None and there is not None and here is not there:
                words = ("yes", "no") if here else ("no", "yes")
                yield name, f"{words[0]} on {plain(on)}", words[1]


def special_needs(placement: Placement, situation: Situation) -> Found:
    """Find whether special needs and the EHC plan are recorded, so that one can be held against the other."""
    plan = placement.has_ehc_plan(situation.on)
    if not placement.is_live(situation.on):
        return not_live(situation.on)
    if placement.special_needs is None:
        return not_recorded("the level of special needs is not recorded", remedy="Record it (special_needs).")
    if plan is None:
        return not_recorded(
            "whether there is an EHC plan is not recorded", remedy="Record it (ehc_plans): an empty list says none."
        )
    in_force = "an EHC plan is in force" if plan else "no EHC plan is in force"
    return met(f"special needs: {in_words(placement.special_needs)}; {in_force}", "special_needs")


def timetable(placement: Placement, situation: Situation) -> Found:
    """Find the timetable of the day."""
    week = placement.week(situation.on) if placement.is_live(situation.on) else None
    if week is None:
        return not_live(situation.on)
    hours = f"{hours_text(week.hours_with_breaks)} hours a week with breaks, since {plain(week.starts)}"
    return met(hours, "timetable", placement.timetable.index(week))


def agreed_end(placement: Placement, _: Situation) -> Found:
    """Find the end: recorded, or agreed and still to come."""
    if placement.end:
        return met(f"its last day is {plain(placement.end.on)}", "end", "on")
    for name, words in (("maximum_end", "may last to"), ("expected_end", "expected to")):
        day = getattr(placement, name)
        if day is not None:
            return met(f"{words} {plain(day)}", name)
    return not_recorded(
        "no expected or agreed end is recorded", remedy="Agree an end with the provider, and record it (expected_end)."
    )


def _since(what: str, periods: tuple[Period, ...] | None, on: date) -> str:
    """Say since when something holds on the day; empty where it does not."""
    period = next((each for each in periods or () if each.covers(on)), None)
    return f"{what} since {plain(period.starts)}" if period else ""
