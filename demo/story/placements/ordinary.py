"""Make ordinary placements out of the lists: the pupil, the week and the legal ground are drawn."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from demo.story.days import KNOWN_ON, day
from demo.story.draw import Draw
from demo.story.placements.case import Case, Pupil, Weeks
from demo.story.placements.lists import STAYS, Stay
from demo.story.providers.everyone import SKETCHES
from demo.story.schools import PRIMARY, SCHOOLS, SECONDARY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

_THIRDS = ("autumn", "spring", "summer")
_FIRST_SECONDARY_AGE = 11
_MOST_ELSEWHERE = 17.5
"""The most hours a week an ordinary placement takes, so that nobody becomes full-time by accident."""

_TUITION = frozenset({"inkwell-ember", "pixelthorn"})
_TURNAROUND = "ferrymans-reach"
_COLLEGE_AGE_ENDS = "2026-06-26"


def ordinary(known: dict[str, Pupil]) -> Iterator[Case]:
    """Give every ordinary placement, the ones of pupils who are known already included."""
    pupils = dict(known)
    for provider, stays in STAYS.items():
        for number, stay in enumerate(stays, 1):
            key = f"{provider} {number}"
            who = stay.pupil or key
            if who not in pupils:
                pupils[who] = _pupil(who, [(provider, stay)] if not stay.pupil else _stays_of(stay.pupil))
            yield _case(key, provider, stay, pupils[who])


def _stays_of(name: str) -> list[tuple[str, Stay]]:
    return [(provider, stay) for provider, stays in STAYS.items() for stay in stays if stay.pupil == name]


def _pupil(key: str, stays: list[tuple[str, Stay]]) -> Pupil:
    draw = Draw("pupil", key)
    cohort = draw.one(_cohorts(stays))
    primary = _age(cohort, day(stays[-1][1].starts)) < _FIRST_SECONDARY_AGE
    excluded = not primary and draw.chance(13) and stays[0][0] not in {_TURNAROUND, "rookhaven-school"}
    needs = draw.one(("none", "none", "sen_support", "sen_support", "sen_support", "ehc_plan"))
    school = _TURNAROUND if excluded else draw.one(PRIMARY if primary else SECONDARY)
    since = f"{draw.whole(2022, 2025)}-{draw.whole(1, 8):02d}-{draw.whole(3, 27):02d}"
    cared = f"{draw.whole(2021, 2025)}-{draw.whole(1, 8):02d}-{draw.whole(2, 27):02d}"
    ill = stays[0][0] in _TUITION and len(stays) == 1
    return Pupil(
        key=key,
        cohort=cohort,
        third=draw.one(_THIRDS),
        school=school,
        needs=needs,
        plans=((since, ""),) if needs == "ehc_plan" else (),
        looked_after=((cared, ""),) if draw.chance(6) else (),
        also_at=stays[0][0] if stays[0][0] in {_TURNAROUND, "rookhaven-school"} else "",
        on_roll_since=stays[0][1].starts if excluded else "",
        part_time="health" if ill else "",
    )


def _age(cohort: str, on: date) -> int:
    return Pupil("", cohort, "").age(on)


def _cohorts(stays: list[tuple[str, Stay]]) -> list[str]:
    """Answer the cohorts that fit the ages of every provider, from the first day to the last."""
    fitting = []
    leaves = any(stay.ends == _COLLEGE_AGE_ENDS for _, stay in stays)
    for first in range(2009, 2019):
        cohort = f"{first}-{(first + 1) % 100:02d}"
        oldest_now = 15 if first >= 2010 else 16  # noqa: PLR2004  Year 11 of this year
        ages = [_age(cohort, on) for _, stay in stays for on in (day(stay.starts), day(stay.ends or str(KNOWN_ON)))]
        bounds = [SKETCHES[provider].offer["ages"] for provider, _ in stays]
        fits = all(bound["youngest"] <= age <= min(bound["oldest"], oldest_now) for bound in bounds for age in ages)
        if fits and leaves == (first == 2009):  # noqa: PLR2004  those who left school in June 2026
            fitting.append(cohort)
    return fitting


def _case(key: str, provider: str, stay: Stay, pupil: Pupil) -> Case:
    draw = Draw("case", key)
    by, basis = _ground(draw, provider, pupil, day(stay.starts))
    sites = [place["key"] for place in SKETCHES[provider].sites if place["use"] != "administration"]
    return Case(
        key=key,
        pupil=pupil,
        provider=provider,
        basis=basis,
        weeks=(_weeks(draw, provider, stay, pupil),),
        by=by,
        ends=stay.ends,
        why_ended=stay.why,
        destination=stay.to,
        lasted=stay.lasted,
        expected_end=stay.ends or draw.one(("2026-12-18", "2027-02-12", "2027-03-25", "2027-07-21")),
        site=draw.one(sites),
    )


def _ground(draw: Draw, provider: str, pupil: Pupil, on: date) -> tuple[str, str]:
    """Answer who commissions the placement, and on what legal ground."""
    if pupil.school == _TURNAROUND:
        return "council", "la_exclusion"
    if pupil.part_time == "health" and not pupil.has_plan(on):
        return "council", "la_health"
    if pupil.has_plan(on) and draw.chance(55) and provider != _TURNAROUND:
        return "council", "ehc_plan"
    if SCHOOLS[pupil.school].kind == "school" and draw.chance(55):
        return "school", "school_direction"
    return "school", "school_other"


def _weeks(draw: Draw, provider: str, stay: Stay, pupil: Pupil) -> Weeks:
    week = SKETCHES[provider].offer["week"]
    open_on = week["days"]
    if provider in _TUITION:
        hours = draw.one((5.0, 6.0, 7.5)) if not pupil.part_time else draw.one((7.5, 9.0, 10.0))
        return Weeks(stay.starts, hours, tuple(draw.some(open_on, ceil(hours / 2.5))), breaks=0.0)
    length = _hours(week["closes"]) - _hours(week["opens"])
    most = min(float(week["hours_with_breaks"]), _MOST_ELSEWHERE)
    if provider == _TURNAROUND:
        most = float(week["hours_with_breaks"])
    fitting = [number for number in range(1, len(open_on) + 1) if number * length <= most]
    if pupil.key.startswith(("pair", "after")):
        fitting = fitting[:2]
    days = draw.one(fitting[-2:])
    return Weeks(stay.starts, days * length, tuple(draw.some(open_on, days)), breaks=days * 0.5)


def _hours(clock: str) -> float:
    return int(clock[:2]) + int(clock[3:]) / 60
