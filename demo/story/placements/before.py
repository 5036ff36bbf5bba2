"""What a commissioner did before a placement started, and the induction on its first day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from demo.story.days import school_day_before, school_day_from
from demo.story.draw import Draw, placement_id
from demo.story.providers.everyone import SKETCHES
from demo.story.schools import SCHOOLS
from demo.story.writing import inline

if TYPE_CHECKING:
    from demo.story.placements.case import Case

_NO_VISIT = {
    "online": "Lessons are online; a trial lesson was watched instead.",
    "pupils_home": "Tuition at home; the tutor was met in the school's office instead.",
}


def before_start(case: Case) -> dict[str, Any]:
    """Tell every step before the start."""
    lead = _lead(case)
    steps = {
        "provider_checked": _step(case, "checked", lead, 4, 12),
        **_visit(case, lead),
        "needs_shared": _step(case, "needs", lead, 2, 7),
        "safeguarding_shared": _step(case, "safeguarding", "designated safeguarding lead", 1, 6),
        "assurance": _step(case, "assurance", lead, 3, 10),
        "staff_checks_confirmed": _step(case, "staff checks", SKETCHES[case.provider].head, 2, 8),
        "parent_agreed": _step(case, "parent", lead, 3, 9),
        "pupil_asked": _step(case, "asked", lead, 3, 11),
    }
    if case.by == "school":
        steps["council_told"] = _step(case, "told", lead, 1, 5)
    if case.pupil.has_plan(case.starts):
        steps["caseworker_told"] = _step(case, "caseworker", lead, 3, 12)
    if case.pupil.is_looked_after(case.starts):
        steps["virtual_school_asked"] = _step(case, "virtual school", lead, 5, 14)
    steps["funding_agreed"] = _step(case, "funding", _purse(case), 3, 12)
    steps["provider_checked"]["filed"] = f"AP placements/{placement_id(case.key)}/check"
    return steps


def _lead(case: Case) -> str:
    if case.by == "parent":
        return "parent, with the SEND caseworker"
    if case.by == "council":
        return "SEND caseworker" if case.basis in {"ehc_plan", "tribunal"} else "inclusion officer"
    return SCHOOLS[case.school or case.pupil.school].lead


def _purse(case: Case) -> str:
    return {"school": "headteacher", "council": "commissioning manager", "parent": "SEND casework panel"}[case.by]


def _step(case: Case, what: str, by: str, latest: int, earliest: int) -> dict[str, Any]:
    on = school_day_before(case.starts, Draw("step", case.key, what).whole(latest, earliest))
    return inline(on=on, by=by)


def _visit(case: Case, lead: str) -> dict[str, Any]:
    uses = {place["use"] for place in SKETCHES[case.provider].sites}
    for use, reason in _NO_VISIT.items():
        if use in uses:
            on = school_day_before(case.starts, 6)
            return {"visit_not_applicable": {"reason": reason, "on": on, "by": lead}}
    return {"provision_visited": _step(case, "visited", lead, 3, 13)}


def induction(case: Case) -> dict[str, Any]:
    """Tell of the induction, on the first day or the next."""
    draw = Draw("induction", case.key)
    on = school_day_from(case.starts)
    return inline(
        on=on, health_and_safety=True, by=draw.one(("key worker", "session lead", SKETCHES[case.provider].head))
    )
