"""Health and safety of a provider that is in order."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from demo.story.days import KNOWN_ON, day, working_day_after
from demo.story.draw import Draw

if TYPE_CHECKING:
    from demo.story.providers.sketch import Sketch

_ALWAYS = ("fire_risk_assessment", "first_aid", "health_and_safety_policy", "site_risk_assessment")
_MADE = {
    "fire_risk_assessment": ("2026-01-12", 200, "report of the assessor, findings closed"),
    "health_and_safety_policy": ("2026-01-19", 200, "policy with the competent person named by role"),
    "site_risk_assessment": ("2026-02-02", 190, "site assessment, with the sheet for each activity"),
    "fire_drill": ("2026-09-15", 30, "drill log"),
    "gas_safety": ("2026-02-16", 200, "gas safety record"),
    "electrical_installation": ("2023-01-09", 300, "installation condition report, satisfactory"),
    "portable_appliances": ("2026-03-02", 180, "test list with the labels' numbers"),
    "lifting_equipment": ("2026-03-09", 170, "report of thorough examination"),
    "legionella": ("2025-11-10", 300, "risk assessment and flushing log"),
    "asbestos": ("2024-05-13", 400, "register: none found in the rooms used"),
    "vehicle_test": ("2026-04-13", 150, "test certificate of the minibus"),
    "minibus_permit": ("2024-09-02", 100, "section 19 permit"),
    "adventure_licence": ("2025-04-01", 100, "licence, as held by the instructor's company"),
    "animal_licence": ("2025-06-02", 100, "licence and the council vet's last report"),
    "food_hygiene": ("2025-10-06", 300, "rating of 5 on the door"),
    "accident_record": ("2026-09-07", 40, "accident book, entries since January looked at"),
}
_EXPIRE_AFTER = {"minibus_permit": 5, "adventure_licence": 3, "animal_licence": 3}


def safety_items(sketch: Sketch) -> list[dict[str, Any]]:
    """Tell of every item with its day, the ones asked of everybody first."""
    return [_item(sketch, item) for item in (*_ALWAYS, *sketch.safety)]


def _item(sketch: Sketch, item: str) -> dict[str, Any]:
    draw = Draw("premises", sketch.id, item)
    if item == "first_aid":
        done = working_day_after(day(sketch.first_aid), draw.whole(0, 10))
        words = "certificates of two first aiders" if sketch.employees else "certificate of the instructor"
    else:
        first, spread, words = _MADE[item]
        done = working_day_after(day(first) + timedelta(days=draw.whole(0, spread)), 1)
    done = min(done, KNOWN_ON - timedelta(days=12))
    seen = min(max(day(sketch.visited), working_day_after(done, 4)), KNOWN_ON)
    years = _EXPIRE_AFTER.get(item)
    ends = done.replace(year=done.year + years) - timedelta(days=1) if years else None
    return {
        "item": item,
        "done": done,
        "expires": ends,
        "evidence": {
            "seen": words,
            "on": seen,
            "by": "education health and safety adviser" if draw.chance(30) else "designated officer",
            "filed": f"AP/{sketch.id}/premises/{item.replace('_', '-')}",
        },
    }
