"""The plan and the agreements of a placement."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from demo.story.days import KNOWN_ON, day, school_day_before
from demo.story.draw import Draw, placement_id
from demo.story.placements.words import AIMS, ASSESSMENT, PROGRAMME, PROGRESSION, SUITABILITY, Aim
from demo.story.providers.everyone import SKETCHES

if TYPE_CHECKING:
    from demo.story.placements.case import Case

_YEAR_ENDS = day("2026-07-31")
_NEXT_YEAR_ENDS = day("2027-07-31")


def aims_of(case: Case) -> list[Aim]:
    """Answer the objectives of a placement: one of each area, and sometimes one more for improvement."""
    draw = Draw("aims", case.key)
    improving = [aim for aim in AIMS if aim.area == "improvement"]
    chosen = draw.some(improving, 2 if draw.chance(45) else 1)
    chosen.append(draw.one([aim for aim in AIMS if aim.area == "progress"]))
    if case.pupil.age(case.starts) >= 14 or draw.chance(40):  # noqa: PLR2004  from Year 10 on
        chosen.append(draw.one([aim for aim in AIMS if aim.area == "attainment"]))
    return chosen


def plan(case: Case) -> dict[str, Any]:
    """Tell the personalised plan."""
    draw = Draw("plan", case.key)
    agreed = school_day_before(case.starts, draw.whole(2, 9))
    return {
        "agreed_on": agreed,
        "objectives": [_objective(case, aim, number) for number, aim in enumerate(aims_of(case), 1)],
        "assessment": draw.one(ASSESSMENT),
        "programme": draw.one(PROGRAMME),
        "progression": draw.one(PROGRESSION),
        "suitability": draw.one(SUITABILITY),
        "links": _links(case),
        "evidence": {
            "seen": "plan signed by commissioner, provider and parent or carer",
            "on": agreed,
            "by": "inclusion officer" if case.by == "council" else "commissioner's lead",
            "filed": f"AP placements/{placement_id(case.key)}/plan",
        },
    }


def _objective(case: Case, aim: Aim, number: int) -> dict[str, Any]:
    outcome = f"outcome {number} of section E" if case.pupil.has_plan(case.starts) and number == 1 else None
    return {
        "what": aim.what,
        "area": aim.area,
        "baseline": aim.baseline,
        "measure": aim.measure,
        "target": aim.target,
        "by": day(case.expected_end),
        "outcome": outcome,
    }


def _links(case: Case) -> list[dict[str, Any]]:
    draw = Draw("links", case.key)
    links: list[dict[str, Any]] = []
    if case.pupil.has_plan(case.starts):
        links.append({"plan": "ehc_plan", "reference": "SEND casework file", "review_on": _coming(draw)})
    if case.pupil.is_looked_after(case.starts):
        links.append({"plan": "personal_education", "reference": "Virtual School file", "review_on": _coming(draw)})
    if case.pupil.part_time == "health":
        links.append({"plan": "health_care", "reference": "medical needs folder", "review_on": _coming(draw)})
    elif draw.chance(9):
        links.append({"plan": "child_in_need", "reference": "held by the social work team", "review_on": _coming(draw)})
    return links


def _coming(draw: Draw) -> date:
    return KNOWN_ON + timedelta(days=draw.whole(10, 160))


def agreements(case: Case) -> list[dict[str, Any]]:
    """Tell the service level agreements: one for each school year the placement reaches into."""
    price = SKETCHES[case.provider].offer["prices"][0]
    first_end = min(case.last or _YEAR_ENDS, _YEAR_ENDS) if case.starts <= _YEAR_ENDS else _until(case)
    said = [_agreement(case, price, case.starts, first_end)]
    if case.starts <= _YEAR_ENDS and (case.last is None or case.last > _YEAR_ENDS):
        said.append(_agreement(case, price, day("2026-08-01"), _until(case)))
    return said


def _until(case: Case) -> date:
    return max(case.last or day(case.expected_end), day(case.expected_end), _NEXT_YEAR_ENDS)


def _agreement(case: Case, price: dict[str, Any], first: date, last: date) -> dict[str, Any]:
    draw = Draw("agreement", case.key, first)
    signed = school_day_before(first, draw.whole(2, 10))
    return {
        "starts": first,
        "ends": last,
        "signed_on": signed,
        "pounds": price["pounds"],
        "unit": price["unit"],
        "invoiced": draw.one(("monthly, settled within 30 days", "each half term, settled within 30 days")),
        "data_protection": True,
        "evidence": {
            "seen": "agreement signed by both sides, with the data protection schedule",
            "on": signed,
            "by": "commissioning manager" if case.by == "council" else "business manager",
            "filed": f"AP placements/{placement_id(case.key)}/agreement-{first:%Y-%m}",
        },
    }
