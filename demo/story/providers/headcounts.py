"""What each provider declares of its pupils from all commissioners: those of the story and those of others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demo.story.days import day, working_day_after
from demo.story.draw import Draw
from demo.story.placements.package import HELPED_ELSEWHERE
from demo.story.providers.everyone import SKETCHES

if TYPE_CHECKING:
    from datetime import date

    from demo.story.placements.case import Case

_DAYS = ("2025-06-05", "2025-09-25", "2026-01-22", "2026-05-21", "2026-09-17")
_FULL_TIME_ABOVE = 18
_SILENT = frozenset({"bitmarsh"})
"""Those that never declared."""

_OTHERS = {
    "gasket-lane": 3,
    "plumbline-yard": 4,
    "kestrel-croft": 2,
    "pixelthorn": 9,
    "inkwell-ember": 6,
    "saffron-heath": 3,
    "tidewell-college": 21,
    "ferrymans-reach": 36,
    "rookhaven-school": 27,
    "larder-nine": 1,
    "hedgepig-hollow": 1,
    "flintlock-skills": 5,
}
"""Pupils of compulsory school age from commissioners outside these records, part-time unless said below."""

_OTHERS_FULL_TIME = {"ferrymans-reach": (34, 12, 3), "rookhaven-school": (27, 27, 2)}
"""Of these, full-time ones; of the full-time ones, with a plan and looked after."""

_OTHER_DAYS = {
    "gasket-lane": ("2025-06-05", "2025-09-25", "2026-01-22", "2026-05-21", "2026-09-10", "2026-10-08"),
    "tawnydell": ("2025-06-05", "2025-09-25", "2026-01-22", "2026-05-21", "2026-09-18"),
    "stitchwater": ("2026-02-05", "2026-06-04", "2026-10-01"),
    "saffron-heath": ("2026-08-19", "2026-10-14"),
    "flintlock-skills": ("2025-10-07", "2026-01-29"),
    "oxbow-outdoors": ("2026-10-12",),
}


def headcounts(provider: str, cases: tuple[Case, ...]) -> list[dict[str, Any]]:
    """Tell every declaration of a provider."""
    if provider in _SILENT or provider not in SKETCHES:
        return []
    days = _OTHER_DAYS.get(provider, _DAYS)
    here = tuple(case for case in cases if case.provider == provider)
    return [headcount(provider, here, day(text)) for text in days]


def headcount(provider: str, here: tuple[Case, ...], on: date) -> dict[str, Any]:
    """Tell the declaration of one day: the pupils of the story counted, and others added."""
    hours = _hours_by_pupil(here, on)
    pupils = {case.pupil.key: case.pupil for case in here}
    counted = [key for key in hours if pupils[key].is_school_age(on)]
    full = [key for key in counted if hours[key] > _FULL_TIME_ABOVE]
    others, (theirs, with_plan, cared) = _OTHERS.get(provider, 0), _OTHERS_FULL_TIME.get(provider, (0, 0, 0))
    only_here = [key for key in counted if pupils[key].part_time and provider not in HELPED_ELSEWHERE]
    return {
        "on": on,
        "declared_by": SKETCHES[provider].head,
        "compulsory_school_age": len(counted) + others,
        "full_time": len(full) + theirs,
        "full_time_with_ehc_plan": sum(pupils[key].has_plan(on) for key in full) + with_plan,
        "full_time_looked_after": sum(pupils[key].is_looked_after(on) for key in full) + cared,
        "main_education_here": len(set(full) | set(only_here)) + theirs,
        "other_ages": len(hours) - len(counted),
        "most_hours": _most_hours(provider, hours, theirs),
        "evidence": {
            "seen": "declaration form, signed",
            "on": working_day_after(on, Draw("headcount", provider, on).whole(1, 5)),
            "by": "designated officer",
            "filed": f"AP/{provider}/registration/headcount-{on}",
        },
    }


def _hours_by_pupil(here: tuple[Case, ...], on: date) -> dict[str, float]:
    hours: dict[str, float] = {}
    for case in here:
        week = case.week(on) if case.is_live(on) else None
        if week:
            hours[case.pupil.key] = hours.get(case.pupil.key, 0.0) + week.hours
    return hours


def _most_hours(provider: str, hours: dict[str, float], theirs: int) -> float | None:
    if theirs:
        return float(SKETCHES[provider].offer["week"]["hours_with_breaks"])
    return max(hours.values(), default=None)
