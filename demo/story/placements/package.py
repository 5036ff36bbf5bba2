"""The rest of a pupil's week, so that the whole adds up to a full one, or says why not (QF-02, QF-15)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from demo.story.days import KNOWN_ON, day
from demo.story.providers.everyone import SKETCHES
from demo.story.schools import SCHOOLS
from demo.story.writing import inline

if TYPE_CHECKING:
    from demo.story.placements.case import Case, Pupil

FULL_TIME = 25.0
HALF_A_WEEK = 12.5
"""Hours from which a school teaches a pupil all core subjects; with fewer, those that are missing."""

CORE = ("english", "mathematics", "science", "information_technology")
HELPED_ELSEWHERE = frozenset({"pixelthorn"})
"""Providers whose pupils on part-time have a few hours with the hospital school as well."""

_ONE = timedelta(days=1)


def package(case: Case, all_cases: tuple[Case, ...]) -> dict[str, Any]:
    """Tell what the pupil has elsewhere while the placement lasts."""
    if case.pupil.part_time:
        return {"elsewhere": _hospital(case), "part_time": [_part_time(case)]}
    others = tuple(each for each in all_cases if each.pupil == case.pupil)
    return {"elsewhere": [_elsewhere(case.pupil, gap) for gap in _gaps(case, others)]}


@dataclass(frozen=True, slots=True)
class _Gap:
    """What the pupil's placements leave open of a week, for a time."""

    first: date
    last: date | None
    hours: float
    subjects: tuple[str, ...]
    """The core subjects none of them teaches."""


def _gaps(case: Case, others: tuple[Case, ...]) -> list[_Gap]:
    """Answer what is missing to a full week, for each time in which that is the same."""
    gaps: list[_Gap] = []
    edges = _edges(case, others)
    for number, first in enumerate(edges):
        last = edges[number + 1] - _ONE if number + 1 < len(edges) else case.last
        hours, subjects = FULL_TIME - sum(_taught(each, first) for each in others), _not_taught(others, first)
        before = gaps[-1] if gaps else None
        if before and (before.hours, before.subjects, before.last) == (hours, subjects, first - _ONE):
            gaps[-1] = replace(before, last=last)
        else:
            gaps.append(_Gap(first, last, hours, subjects))
    return [gap for gap in gaps if gap.hours > 0]


def _edges(case: Case, others: tuple[Case, ...]) -> list[date]:
    days = {case.starts}
    for each in others:
        for week in each.weeks:
            days.add(day(week.starts))
            if week.ends:
                days.add(day(week.ends) + _ONE)
        if each.last:
            days.add(each.last + _ONE)
    end = case.last or date.max
    return sorted(edge for edge in days if case.starts <= edge <= end)


def _taught(case: Case, on: date) -> float:
    week = case.week(on) if case.is_live(on) else None
    return week.taught if week else 0.0


def _not_taught(cases: tuple[Case, ...], on: date) -> tuple[str, ...]:
    """Answer the core subjects none of the pupil's providers teaches."""
    offers = [SKETCHES[each.provider].offer["core_subjects"] for each in cases if each.is_live(on)]
    return tuple(subject for subject in CORE if not any(offer[subject] == "here" for offer in offers))


def _elsewhere(pupil: Pupil, gap: _Gap) -> dict[str, Any]:
    school = SCHOOLS.get(pupil.school)
    kind, name = ("school", school.name) if school else ("home_tuition", "tutors paid by the council")
    subjects = CORE if gap.hours >= HALF_A_WEEK else gap.subjects
    return inline(
        starts=gap.first, ends=gap.last, kind=kind, name=name, hours=gap.hours, core_subjects=list(subjects) or None
    )


def _hospital(case: Case) -> list[dict[str, Any]]:
    if case.provider not in HELPED_ELSEWHERE:
        return []
    return [
        inline(
            starts=case.starts,
            ends=case.last,
            kind="hospital",
            name="hospital school service",
            hours=4,
            core_subjects=["english", "mathematics"],
        )
    ]


def _part_time(case: Case) -> dict[str, Any]:
    reviewed = case.known_until - timedelta(days=(case.known_until.toordinal() * 7) % 23 + 9)
    reviewed = max(reviewed, case.starts)
    review_on = (case.last or day("2026-12-10")) if case.ends else day("2026-12-10")
    return {
        "starts": case.starts,
        "ends": case.last,
        "reason": "health",
        "decided_by": "head of inclusion, on a consultant's letter",
        "explanation": "More than the agreed hours would set back recovery; looked at again every six weeks.",
        "review_on": review_on,
        "reviewed_on": min(reviewed, KNOWN_ON),
        "filed": "inclusion service, medical needs folder",
    }
