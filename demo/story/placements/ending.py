"""How a placement ended, what the pupil achieved, where the pupil went, and what the pupil says."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from demo.story.days import KNOWN_ON, school_day_before
from demo.story.draw import Draw
from demo.story.placements.words import ACHIEVEMENTS, SAYS
from demo.story.writing import inline

if TYPE_CHECKING:
    from demo.story.placements.case import Case

_DECIDERS = {"provider_suspended": "head of inclusion", "commissioner_ended": "commissioner's lead"}
_MAY = 5
_METHODS = ("interview", "interview", "form", "observation")


def ending(case: Case) -> dict[str, Any]:
    """Tell the end, where there is one, and the pupil's voice."""
    draw = Draw("ending", case.key)
    if case.last is None:
        heard = (case.known_until - case.starts).days > 70  # noqa: PLR2004  after ten weeks
        return {"pupil_voice": [_voice(case, draw)] if heard and draw.chance(70) else None}
    return {
        "end": inline(on=case.last, reason=case.why_ended, decided_by=_DECIDERS.get(case.why_ended)),
        "achievements": [_achievement(case, draw, what) for what in draw.some(ACHIEVEMENTS, draw.whole(1, 2))],
        "destination": _destination(case),
        "pupil_voice": [_voice(case, draw)],
    }


def _achievement(case: Case, draw: Draw, what: str) -> dict[str, Any]:
    on = school_day_before(case.known_until - timedelta(days=draw.whole(1, 25)))
    return inline(what=what, on=max(on, case.starts))


def _voice(case: Case, draw: Draw) -> dict[str, Any]:
    on = school_day_before(case.known_until - timedelta(days=draw.whole(1, 14)))
    return {"on": on, "method": draw.one(_METHODS), "says": draw.one(SAYS)}


def _destination(case: Case) -> dict[str, Any]:
    assert case.last is not None  # noqa: S101  asked of ended placements only
    began = case.last + timedelta(days=1 if case.why_ended == "provider_suspended" else 3)
    if case.destination in {"fe_college", "apprenticeship", "new_mainstream"} and case.last.month > _MAY:
        began = date(case.last.year, 9, 7)
    return {
        "to": case.destination,
        "on": began,
        "after_6_weeks": _sustained(began, 6, case.lasted),
        "after_12_weeks": _sustained(began, 12, case.lasted),
    }


def _sustained(began: date, weeks: int, lasted: bool) -> dict[str, Any] | None:  # noqa: FBT001  the third of three facts
    looked = began + timedelta(weeks=weeks, days=2)
    if looked > KNOWN_ON:
        return None
    return inline(checked_on=looked, sustained=lasted)
