"""The rest of a pupil's week, so that the whole adds up to a full one, or says why not (QF-15)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from demo.story.days import KNOWN_ON, day
from demo.story.schools import SCHOOLS
from demo.story.writing import inline

if TYPE_CHECKING:
    from demo.story.placements.case import Case, Pupil

FULL_TIME = 25.0
HELPED_ELSEWHERE = frozenset({"pixelthorn"})
"""Providers whose pupils on part-time have a few hours with the hospital school as well."""

_ONE = timedelta(days=1)


def package(case: Case, all_cases: tuple[Case, ...]) -> dict[str, Any]:
    """Tell what the pupil has elsewhere while the placement lasts."""
    if case.pupil.part_time:
        return {"elsewhere": _hospital(case), "part_time": [_part_time(case)]}
    others = tuple(each for each in all_cases if each.pupil == case.pupil)
    return {"elsewhere": [_elsewhere(case.pupil, *span) for span in _gaps(case, others)]}


def _gaps(case: Case, others: tuple[Case, ...]) -> list[tuple[date, date | None, float]]:
    """Answer how many hours are missing to a full week, for each time in which that is the same."""
    spans: list[tuple[date, date | None, float]] = []
    edges = _edges(case, others)
    for number, first in enumerate(edges):
        last = edges[number + 1] - _ONE if number + 1 < len(edges) else case.last
        missing = FULL_TIME - sum(_taught(each, first) for each in others)
        if spans and spans[-1][2] == missing and spans[-1][1] == first - _ONE:
            spans[-1] = (spans[-1][0], last, missing)
        else:
            spans.append((first, last, missing))
    return [span for span in spans if span[2] > 0]


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


def _elsewhere(pupil: Pupil, first: date, last: date | None, hours: float) -> dict[str, Any]:
    school = SCHOOLS.get(pupil.school)
    if school is None:
        return inline(starts=first, ends=last, kind="home_tuition", name="tutors paid by the council", hours=hours)
    return inline(starts=first, ends=last, kind="school", name=school.name, hours=hours)


def _hospital(case: Case) -> list[dict[str, Any]]:
    if case.provider not in HELPED_ELSEWHERE:
        return []
    return [inline(starts=case.starts, ends=case.last, kind="hospital", name="hospital school service", hours=4)]


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
