"""The figures of a year that one provider states in its self-assessment (Appendix A)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demo.story.days import day
from demo.story.writing import inline

if TYPE_CHECKING:
    from demo.story.providers.sketch import Sketch

PERIODS = {
    ("rookhaven-school", "2025-26"): inline(starts=day("2024-09-01"), ends=day("2025-08-31")),
    ("rookhaven-school", "2026-27"): inline(starts=day("2025-09-01"), ends=day("2026-08-31")),
}
"""The self-assessments that have them, of a school with nearly thirty pupils, and what time they are of."""


def figures(sketch: Sketch, year: str) -> dict[str, Any]:
    """Tell the figures of a year, area by area."""
    return _latest(sketch) if year == "2026-27" else _of_the_year_before(sketch)


def _of_the_year_before(sketch: Sketch) -> dict[str, Any]:
    """Tell fewer figures: the form of that year asked for no more."""
    return {
        "list_status": "listed",
        "leadership": {"complaints": 2, "complaints_upheld": 0},
        "staffing": {"posts": 12.6, "teaching_qualified": 6, "left": 1, "supply": 1, "volunteers": 0},
        "safeguarding": {"allegations": 0, "low_level": 1, "physical_interventions": 17, "missing": 3},
        "health_and_safety": {"accidents": 23, "riddor": 1, "first_aiders": 5, "food_hygiene": 5},
        "outcomes": [{"started": 8, "ended": 6, "attendance": 89.7, "reintegrated": 0}],
        "finance": {"day_rate": 162, "largest_commissioner": sketch.largest_commissioner},
    }


def _latest(sketch: Sketch) -> dict[str, Any]:
    (price,) = sketch.offer["prices"]
    return {
        "list_status": "listed",
        "changes_told_within": 5,
        "registration": {"commissioners": 6, "subcontractors": 0, "inspected_on": day("2024-11-14")},
        "leadership": {"complaints": 3, "complaints_upheld": 1, "actions_agreed": 4, "actions_closed": 4},
        "staffing": {
            "posts": 13.4,
            "teaching_qualified": 7,
            "subject_qualified": 9,
            "left": 2,
            "supply": 3,
            "volunteers": 0,
            "pupils_to_staff": inline(classroom=4, workshop=3, outdoor_learning=3),
        },
        "safeguarding": {
            "trained_on": day("2026-09-04"),
            "allegations": 0,
            "low_level": 2,
            "physical_interventions": 11,
            "missing": 1,
        },
        "health_and_safety": {
            "accidents": 19,
            "riddor": 0,
            "first_aiders": 6,
            "fire_risk_assessed": day("2026-01-28"),
            "fire_findings_open": 1,
            "fire_drill": day("2026-06-23"),
            "food_hygiene": 5,
        },
        "admissions_and_support": {"suspensions": 7, "ended_early": 0},
        "quality_of_education": {"hours": inline(english=5, mathematics=5, science=3.5, information_technology=1.5)},
        "outcomes": [_everybody(), {"cohort": "2009-10", "started": 0, "ended": 4, "attendance": 88.6}],
        "data_protection": {"access_requests": 2, "breaches": 1, "breaches_reported": 0},
        "finance": {
            "day_rate": price["pounds"],
            "session_rate": price["pounds"] / 2,
            "attended_session_cost": 91.9,
            "largest_commissioner": sketch.largest_commissioner,
            "accounts_filed": day("2026-08-14"),
        },
    }


def _everybody() -> dict[str, Any]:
    return {
        "started": 6,
        "ended": 5,
        "attendance": 91.4,
        "targets_met": 72.5,
        "qualifications_entered": 21,
        "qualifications_achieved": 18,
        "reintegrated": 1,
        "sustained": 1,
        "destinations": inline(fe_college=3, apprenticeship=1, new_mainstream=1, neet=0),
        "exclusions_avoided": 2,
        "pupils_view": inline(answers=24, positive=83.3),
        "parents_view": inline(answers=17, positive=94.1),
    }
