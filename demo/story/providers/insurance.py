"""The insurances of a provider that is in order, this year's and last year's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from demo.story.days import day, working_day_after
from demo.story.draw import Draw, digits, fingerprint
from demo.story.providers.seen import OFFICER, evidence
from demo.story.providers.sketch import Sketch, shifted
from demo.story.writing import quoted

_INSURERS = ("Palisade Mutual", "Fenwright Insurance", "Oakmoss Underwriting", "Gull and Anchor Insurance")


def insurances(sketch: Sketch) -> dict[str, Any]:
    """Tell every insurance: those that run, then those of the year before."""
    kinds = [("public_liability", sketch.public_liability), ("professional_indemnity", sketch.indemnity)]
    if sketch.employees:
        kinds.append(("employers_liability", 10000000))
    before = shifted(day(sketch.insured_from), -1).isoformat()
    held = [insurance_held(sketch, kind, cover) for kind, cover in kinds]
    if day(sketch.applied) < day("2025-09-01"):
        held += [insurance_held(sketch, kind, cover, before) for kind, cover in kinds]
    insurance: dict[str, Any] = {"held": held}
    if not sketch.employees:
        insurance["no_employees"] = {
            "reason": "Sole trader; nobody is employed and no volunteers are used.",
            "on": day(sketch.visited),
            "by": OFFICER,
        }
    return insurance


def insurance_held(sketch: Sketch, kind: str, cover: int, since: str | None = None) -> dict[str, Any]:
    """Tell of one insurance that runs for a year."""
    starts = day(since or sketch.insured_from)
    ends = shifted(starts, 1) - timedelta(days=1)
    words = f"certificate {digits(3, kind, sketch.id)}/{starts:%y}, {kind.replace('_', ' ')}"
    seen = evidence(
        sketch.id, words, working_day_after(starts, 4).isoformat(), f"insurance/{kind.replace('_', '-')}-{starts:%Y}"
    )
    if kind == "public_liability":
        seen["sha256"] = quoted(fingerprint(sketch.id, kind, starts))
    insurer = Draw("insurer", sketch.id, kind == "professional_indemnity").one(_INSURERS)
    return {"kind": kind, "insurer": insurer, "cover": cover, "starts": starts, "ends": ends, "evidence": seen}
