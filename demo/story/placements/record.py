"""The whole record of a placement, out of its case."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from demo.story.council import COUNCIL
from demo.story.days import day, school_day_before
from demo.story.draw import Draw, placement_id, pupil_ref
from demo.story.placements.before import before_start, induction
from demo.story.placements.during import reviews, risk_reviews
from demo.story.placements.ending import ending
from demo.story.placements.package import package
from demo.story.placements.plan import agreements, plan
from demo.story.placements.words import CHANGES
from demo.story.providers.everyone import SKETCHES
from demo.story.schools import SCHOOLS
from demo.story.writing import inline, quoted

if TYPE_CHECKING:
    from demo.story.placements.case import Case

_COUNCIL_POWERS = frozenset({"la_exclusion", "la_health", "la_other", "ehc_plan", "eotas"})
_SERVICES = {
    "ehc_plan": "SEND casework",
    "tribunal": "SEND casework",
    "la_exclusion": "education inclusion service",
    "la_health": "education inclusion service",
}
_SECONDARY_ENTRY, _PRIMARY_ENTRY = 12, 5


def placement(case: Case, all_cases: tuple[Case, ...]) -> dict[str, Any]:
    """Tell the whole record of a placement with nothing missing."""
    draw = Draw("record", case.key)
    pupil = case.pupil
    return {
        "provider": case.provider,
        "site": case.site or None,
        "commissioner": commissioner(case),
        "pupil": pupil_ref(pupil.key),
        "cohort": pupil.cohort,
        "birth_third": pupil.third,
        "special_needs": pupil.needs,
        "ehc_plans": _spans(pupil.plans),
        "looked_after": _spans(pupil.looked_after),
        "basis": case.basis,
        "starts": case.starts,
        "expected_end": day(case.expected_end),
        "maximum_end": day(case.expected_end) if case.basis == "school_direction" else None,
        "registered_at": rolls(case),
        "timetable": [_week(week, case) for week in case.weeks],
        "package": package(case, all_cases),
        "plan": plan(case),
        "agreements": agreements(case),
        "before_start": before_start(case),
        "induction": induction(case),
        "risk_reviews": risk_reviews(case),
        "named_persons": _named(case),
        "attendance": _attendance(case),
        "codes": codes(case),
        "reviews": reviews(case),
        "changes": _changes(case, draw),
        **ending(case),
    }


def case_id(case: Case) -> str:
    """Answer the id of the placement."""
    return placement_id(case.key)


def commissioner(case: Case) -> dict[str, Any]:
    """Tell who commissions the placement."""
    if case.by == "parent":
        return {"kind": "parent", "name": "parent"}
    if case.by == "council":
        service = f"{COUNCIL}, {_SERVICES[case.basis]}"
        return {"kind": "local_authority", "name": service, "arranged_by_council": True}
    school = SCHOOLS[case.school or case.pupil.school]
    return {"kind": school.kind, "name": school.name, "urn": quoted(school.urn), "arranged_by_council": False}


def _spans(spans: tuple[tuple[str, str], ...]) -> list[dict[str, Any]]:
    return [inline(starts=day(first), ends=day(last) if last else None) for first, last in spans]


def rolls(case: Case) -> list[dict[str, Any]]:
    """Tell which schools the pupil is registered at."""
    pupil = case.pupil
    if not pupil.school:
        return []
    school = SCHOOLS[pupil.school]
    entry = _PRIMARY_ENTRY if school.primary else _SECONDARY_ENTRY
    since = day(pupil.on_roll_since) if pupil.on_roll_since else date(pupil.first_year + entry, 9, 1)
    main = {"school": school.name, "urn": quoted(school.urn), "main": True, "starts": since}
    if not pupil.also_at:
        return [main]
    other = SKETCHES[pupil.also_at]
    urn = other.identity["urn"]
    return [main, {"school": other.name, "urn": urn, "main": False, "is_provider": True, "starts": case.starts}]


def _week(week: Any, case: Case) -> dict[str, Any]:
    return {
        "starts": day(week.starts),
        "ends": day(week.ends) if week.ends else (case.last if case.ends else None),
        "hours_with_breaks": week.hours,
        "hours_without_breaks": week.taught,
        "daytime": True,
        "days": list(week.days),
    }


def codes(case: Case) -> list[dict[str, Any]]:
    """Tell which code the school enters."""
    if not case.pupil.school:
        return []
    if case.pupil.also_at == case.provider:
        code = "D"
    else:
        code = "K" if case.by == "council" and case.basis in _COUNCIL_POWERS else "B"
    return [inline(starts=case.starts, ends=case.last, code=quoted(code))]


def _named(case: Case) -> list[dict[str, Any]]:
    draw = Draw("named", case.key)
    ours = {
        "parent": "parent, as commissioner",
        "council": "SEND caseworker" if case.basis in {"ehc_plan", "tribunal"} else "inclusion officer",
    }.get(case.by) or SCHOOLS[case.school or case.pupil.school].lead
    theirs = draw.one(("key worker", "session lead", "pastoral lead", SKETCHES[case.provider].head))
    people: list[dict[str, Any]] = [
        inline(side="commissioner", role=ours),
        inline(side="commissioner", role="designated safeguarding lead of the home school"),
        inline(side="provider", role=theirs),
        inline(side="provider", role="designated safeguarding lead"),
    ]
    return people if case.pupil.school else [people[0], *people[2:]]


def _attendance(case: Case) -> dict[str, Any]:
    school = SCHOOLS.get(case.pupil.school)
    to = f"attendance officer, {school.name}" if school else "inclusion officer of the council"
    if case.by == "parent":
        to = "parent, and the SEND caseworker of the council"
    return {
        "to": to,
        "by": [quoted("09:45"), quoted("13:30")],
        "supervised": True,
        "sessions_a_week": len(case.weeks[-1].days) * 2,
    }


def _changes(case: Case, draw: Draw) -> list[dict[str, Any]]:
    if case.key in {"gasket academy", "gasket council"}:
        whose = "here" if case.key == "gasket council" else "in the council's placement here"
        what = f"hours cut from 9.5 to 6 {whose}, so that both placements together make 16"
        return [{"on": day("2026-10-05"), "side": "commissioner", "what": what, "told_on": day("2026-09-28")}]
    if not draw.chance(16) or (case.known_until - case.starts).days < 60:  # noqa: PLR2004  two months in
        return []
    side, what = draw.one(CHANGES)
    on = school_day_before(case.known_until - timedelta(days=draw.whole(12, 40)))
    return [inline(on=on, side=side, what=what, told_on=on - timedelta(days=draw.whole(0, 4)))]
