"""What the register of schools says of a provider, and whether its pupils fit what it is registered for (QF-20)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.establishments import Meaning, establishment_status, establishment_type
from apqa.questions.declared import last_declaration
from apqa.questions.pupils_here import DRAFT_ID
from apqa.questions.school_age import is_within_ages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.registration import RegisterCheck


class Standing(StrEnum):
    """Where a provider stands with the register of schools."""

    REGISTERED = "registered"
    """Registered as an independent school, or a maintained school or academy, which need not be."""
    NOT_REGISTERED = "not_registered"
    REVIEW = "review"
    """On the register as something that is not a school for this question."""
    NOT_RECORDED = "not_recorded"
    """Nobody has recorded a look at the register."""


@dataclass(frozen=True, slots=True)
class RegisterAnswer:
    """What the last look at the register found, in a sentence."""

    standing: Standing
    says: str
    check: RegisterCheck | None = None
    outside: tuple[str, ...] = ()
    """Where its pupils or sites do not fit its registration."""

    untold: tuple[str, ...] = ()
    """Where it cannot be told whether they do, for it is not recorded which site a pupil is at."""

    @property
    def is_registered(self) -> bool:
        """Answer whether it was found to be registered, or a school that need not be."""
        return self.standing is Standing.REGISTERED


def register_answer(provider: Provider, situation: Situation) -> RegisterAnswer:
    """Answer what the register of schools was last found to say on or before the day.

    A number in the register proves nothing: the type must be a school and the status open.
    """
    check = provider.register_check(situation.on)
    if check is None:
        return RegisterAnswer(Standing.NOT_RECORDED, "no look at the register of schools is recorded")
    seen = f"register of schools, looked at on {plain(check.on)} by {check.by}"
    if not check.found:
        return RegisterAnswer(Standing.NOT_REGISTERED, f"not on the {seen}", check)
    kind, status = establishment_type(check.establishment_type), establishment_status(check.status)
    title = f"{kind.title if kind else f'type {check.establishment_type}'}, {status.title.lower() if status else ''}"
    if status is None or not status.open:
        return RegisterAnswer(Standing.NOT_REGISTERED, f"on the register but not open ({title}); {seen}", check)
    if kind is None or kind.means is Meaning.REVIEW:
        says = f"on the register as {title}, which is no registration as a school by itself; {seen}"
        return RegisterAnswer(Standing.REVIEW, says, check)
    outside, untold = _outside(provider, check, situation), _untold(provider, check, situation)
    return RegisterAnswer(Standing.REGISTERED, f"{title}; {seen}", check, tuple(outside), tuple(untold))


def pupils_in_all(provider: Provider, situation: Situation) -> int:
    """Count the pupils there on the day: those of these records, and those of others it last declared."""
    here, declaration = _pupils(provider, situation), last_declaration(provider, situation)
    if declaration is None:
        return here
    headcount = declaration.headcount
    declared = headcount.compulsory_school_age + (headcount.other_ages or 0)
    return here + max(0, declared - _pupils(provider, situation.as_recorded_on(headcount.on)))


def _pupils(provider: Provider, situation: Situation) -> int:
    placements = situation.records.placements_at(provider.id)
    return len({placement.pupil for placement in placements if placement.is_live(situation.on)})


def _outside(provider: Provider, check: RegisterCheck, situation: Situation) -> Iterator[str]:
    live = [each for each in situation.records.placements_at(provider.id) if each.is_live(situation.on)]
    pupils = pupils_in_all(provider, situation)
    if check.capacity is not None and pupils > check.capacity:
        yield f"{pupils} pupils, more than the {check.capacity} it is registered for"
    if check.ages is not None:
        ages = check.ages
        outside = sorted(
            placement.id
            for placement in live
            if not is_within_ages(ages, placement.cohort, placement.birth_third, situation.on)
        )
        if outside:
            yield f"outside its registered ages of {ages.youngest} to {ages.oldest}: {_named(outside)}"
    if check.sites == ():
        yield "none of its sites is on its registration"
    elif check.sites is not None:
        used = {site for placement in live if (site := placement.site_on(situation.on))}
        elsewhere = sorted(used - set(check.sites))
        if elsewhere:
            yield f"pupils at a site that is not on its registration: {', '.join(elsewhere)}"


def _untold(provider: Provider, check: RegisterCheck, situation: Situation) -> Iterator[str]:
    """Say of which pupils it is not recorded that they are at a site the register holds, where it does not hold all."""
    beyond = [site.name for site in provider.sites if site.covers(situation.on) and site.key not in (check.sites or ())]
    at_one = [each for each in situation.records.placements_at(provider.id) if each.is_live(situation.on)]
    unsaid = sorted(placement.id for placement in at_one if placement.site_on(situation.on) is None)
    if check.sites and beyond and unsaid:
        yield f"which site {_named(unsaid)} is at is not recorded, and {', '.join(beyond)} is not on its registration"


def _named(placements: Iterable[str]) -> str:
    """Name placements; a draft has no name of its own."""
    return ", ".join("this placement" if each == DRAFT_ID else each for each in placements)
