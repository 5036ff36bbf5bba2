"""Safeguarding at a provider that is in order: leads, training, reading, and the single central record."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from demo.story.days import day, working_day_after
from demo.story.draw import Draw
from demo.story.providers.seen import OFFICER, evidence
from demo.story.writing import inline, quoted

if TYPE_CHECKING:
    from demo.story.providers.sketch import Sketch


def safeguarding(sketch: Sketch) -> dict[str, Any]:
    """Tell how a provider safeguards: arrangements, leads, training, and the staff's reading."""
    draw = Draw("safeguarding", sketch.id)
    trained = working_day_after(day("2026-09-01"), draw.whole(0, 4))
    read = working_day_after(trained, draw.whole(3, 12))
    return {
        "arrangements": {
            "reviewed_on": trained,
            "cites": inline(kcsie=quoted("2026"), working_together=quoted("2026")),
            "evidence": evidence(
                sketch.id,
                "safeguarding arrangements in two pages, with the route to the home school's lead",
                working_day_after(trained, 8).isoformat(),
                "safeguarding/arrangements",
            ),
        },
        "leads": [
            _lead("designated_safeguarding_lead", sketch.applied, sketch.dsl_trained, sketch.id),
            _lead("deputy", sketch.listed, sketch.deputy_trained, sketch.id),
        ],
        "staff_training": [
            {"completed": day("2025-09-04"), "course": "yearly safeguarding update, in house"},
            {
                "completed": trained,
                "course": "yearly safeguarding update, safeguarding partnership",
                "evidence": evidence(
                    sketch.id,
                    "attendance sheet",
                    working_day_after(trained, 6).isoformat(),
                    "safeguarding/staff-training-2026",
                ),
            },
        ],
        "part_one_read": [
            {"edition": quoted("2025"), "completed": working_day_after(day("2025-09-08"), draw.whole(0, 9))},
            {
                "edition": quoted("2026"),
                "completed": read,
                "evidence": evidence(
                    sketch.id,
                    "signature sheet, all staff",
                    working_day_after(read, 4).isoformat(),
                    "safeguarding/part-one-2026",
                ),
            },
        ],
        "prevent_training": [
            {
                "completed": day("2026-02-11"),
                "course": "Prevent, online module",
                "evidence": evidence(sketch.id, "certificates of the leads", "2026-02-17", "safeguarding/prevent"),
            }
        ],
        "safer_recruitment_training": [
            {
                "completed": day("2024-06-20"),
                "course": "safer recruitment, safeguarding partnership",
                "evidence": evidence(
                    sketch.id, "certificate of a panel member", "2024-06-27", "safeguarding/safer-recruitment"
                ),
            }
        ],
        "staff_checks_confirmed": evidence(
            sketch.id, "letter: all checks made for all staff", "2026-09-18", "safeguarding/staff-checks"
        ),
    }


def _lead(role: str, since: str, trained: str, provider: str) -> dict[str, Any]:
    course = "designated safeguarding lead, two days, safeguarding partnership"
    seen = evidence(
        provider,
        "course certificate",
        working_day_after(day(trained), 5).isoformat(),
        f"safeguarding/{'lead' if role != 'deputy' else 'deputy'}",
    )
    training = [
        {"completed": working_day_after(day(trained) - timedelta(days=705), 1), "course": course},
        {"completed": day(trained), "course": course, "evidence": seen},
    ]
    return {"role": role, "starts": day(since), "training": training}


def central_record(sketch: Sketch) -> list[dict[str, Any]]:
    """Tell of each look at the single central record, a year apart."""
    last = day(sketch.visited)
    return [_look(sketch, working_day_after(last - timedelta(days=357), 1)), _look(sketch, last)]


def _look(sketch: Sketch, on: date) -> dict[str, Any]:
    draw = Draw("central record", sketch.id, on.year)
    return {
        "on": on,
        "by": OFFICER,
        "complete": True,
        "sampled": draw.whole(3, 7) if sketch.employees else 1,
        "oldest_disclosure": day("2024-02-05") + timedelta(days=Draw("disclosure", sketch.id).whole(0, 330)),
        "update_service": Draw("update service", sketch.id).chance(70),
        "evidence": evidence(
            sketch.id,
            "checklist of the columns looked at, without names",
            on.isoformat(),
            f"safeguarding/central-record-{on:%Y}",
        ),
    }
