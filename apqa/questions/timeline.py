"""When the answer to the registration question changes: the periods, past and planned (QF-10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from apqa.guidance.registration_law import RegistrationLaw, rule_sets
from apqa.questions.declared import declarations
from apqa.questions.registration import RegistrationRequirement, registration_requirement
from apqa.questions.school_age import school_age_begins, school_age_ends
from apqa.vocabulary.placement import BirthThird

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.situation import Situation
    from apqa.records.base import Period
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A period with one answer."""

    starts: date
    ends: date | None
    """The last day; none where no later change is recorded."""

    answer: RegistrationRequirement
    """The answer on its first day."""

    closest: RegistrationRequirement
    """The answer on the first of its days on which there are the most full-time pupils, or may be."""


def registration_timeline(
    provider: Provider, situation: Situation, law: RegistrationLaw | None = None
) -> tuple[Stretch, ...]:
    """Answer the periods in which the registration requirement of a provider is the same, from the first record on.

    Every day on which something that counts begins or ends is asked: placements and their timetables, EHC plans,
    care, school age, declarations, looks at the register, conclusions, the law itself.
    """
    days = sorted(set(_days_of_change(provider, situation)))
    answers = [(day, registration_requirement(provider, situation.on_day(day), law)) for day in days]
    starts = [
        number
        for number, (_, answer) in enumerate(answers)
        if number == 0 or answer.requirement is not answers[number - 1][1].requirement
    ]
    bounds = zip(starts, [*starts[1:], len(answers)], strict=True)
    return tuple(_stretch(answers[number:after], answers[after:]) for number, after in bounds)


def _stretch(
    within: list[tuple[date, RegistrationRequirement]], later: list[tuple[date, RegistrationRequirement]]
) -> Stretch:
    """Make a period of the days of change within it, up to the day before the next answer."""
    (starts, first), ends = within[0], later[0][0] - _A_DAY if later else None
    return Stretch(starts, ends, first, max((answer for _, answer in within), key=_pupils))


def _pupils(answer: RegistrationRequirement) -> tuple[int, int]:
    return answer.tally.certain.pupils, answer.tally.possible.pupils


def _days_of_change(provider: Provider, situation: Situation) -> Iterator[date]:
    placements = situation.records.placements_at(provider.id)
    first = min(
        [*(placement.starts for placement in placements), *(each.on for each in declarations(provider, situation))],
        default=situation.on,
    )
    yield first
    pupils = {placement.pupil for placement in placements}
    related = [each for pupil in sorted(pupils) for each in situation.records.placements_of(pupil)]
    for day in (*_of_placements(related), *_of_provider(provider, situation), *_of_law()):
        if day > first:
            yield day


def _of_placements(placements: Iterable[Placement]) -> Iterator[date]:
    for placement in placements:
        yield placement.starts
        if placement.end:
            yield placement.end.on + _A_DAY
        yield from _edges(placement.timetable)
        yield from _edges(placement.ehc_plans or ())
        yield from _edges(placement.looked_after or ())
        if placement.package:
            yield from _edges(placement.package.elsewhere)
        if ends := school_age_ends(placement.cohort, placement.starts):
            yield ends + _A_DAY
        for third in [placement.birth_third] if placement.birth_third else BirthThird:
            if begins := school_age_begins(placement.cohort, third, placement.starts):
                yield begins


def days_pupils_change(provider: Provider, situation: Situation) -> tuple[date, ...]:
    """Answer the days on which something about the pupils of a provider begins or ends, the earliest first."""
    pupils = {placement.pupil for placement in situation.records.placements_at(provider.id)}
    related = [each for pupil in sorted(pupils) for each in situation.records.placements_of(pupil)]
    return tuple(sorted(set(_of_placements(related))))


def _edges(periods: Iterable[Period]) -> Iterator[date]:
    for period in periods:
        yield period.starts
        if period.ends:
            yield period.ends + _A_DAY


def _of_provider(provider: Provider, situation: Situation) -> Iterator[date]:
    cycle = situation.policy.cycle("headcount")
    for declared in declarations(provider, situation):
        yield declared.on
        if cycle:
            yield cycle.next_due(declared.on) + _A_DAY
    if provider.registration:
        looks = situation.policy.cycle("register_check")
        for check in provider.registration.register_checks:
            yield check.on
            if looks:
                yield looks.next_due(check.on) + _A_DAY
        for review in provider.registration.reviews:
            yield review.on
            yield review.until + _A_DAY


def _of_law() -> Iterator[date]:
    yield from (law.in_force_from for law in rule_sets() if law.in_force_from)
