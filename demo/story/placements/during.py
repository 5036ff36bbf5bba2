"""What happens while a placement lasts: reviews each half term, and looks at the risk assessment."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from demo.story.days import day, school_day_before, school_day_from
from demo.story.draw import Draw, placement_id
from demo.story.schools import SCHOOLS
from demo.story.writing import inline

if TYPE_CHECKING:
    from demo.story.placements.case import Case

_SETTLING = timedelta(days=14)
_ROUNDS = (
    ("2025-10-06", 8),
    ("2025-11-24", 6),
    ("2026-01-12", 6),
    ("2026-03-02", 6),
    ("2026-04-21", 6),
    ("2026-06-08", 7),
    ("2026-07-06", 6),
    ("2026-09-29", 9),
    ("2026-11-09", 10),
)
"""The rounds of reviews: the first day of each and how many days it takes. The last has only begun."""

_BEGUN = 45
"""How many in a hundred have had their review in the round that has only begun."""

_SHARED_ROUNDS = ("2026-01-20", "2026-06-09", "2026-09-22")


def reviews(case: Case) -> list[dict[str, Any]]:
    """Tell of the reviews, one in each round the placement has had time to settle in."""
    held = [_day_of(case, day(text), length) for text, length in _ROUNDS]
    days = sorted({on for on in held if on is not None})
    return [_review(case, on, days[number + 1] if number + 1 < len(days) else None) for number, on in enumerate(days)]


def _day_of(case: Case, first: date, length: int) -> date | None:
    """Answer the day of the review in a round; none where it is too early, too late or not yet."""
    draw = Draw("review", case.key, first)
    usual = first + timedelta(days=draw.whole(0, length))
    on = school_day_from(max(usual, case.starts + _SETTLING))
    end = case.last
    if end is not None and first <= end < on:
        on = school_day_before(end)
    begun = first < day("2026-11-01") or draw.chance(_BEGUN)
    too_early = case.starts >= usual or on < case.starts + _SETTLING
    if too_early or not begun or on > case.known_until:
        return None
    return on


def _review(case: Case, on: date, following: date | None) -> dict[str, Any]:
    draw = Draw("review", case.key, on)
    by = {"council": "inclusion officer", "parent": "SEND caseworker"}.get(case.by)
    lead = by or SCHOOLS[case.school or case.pupil.school].lead
    coming = following
    if coming is None and case.last is None:
        coming = school_day_from(day("2026-12-01") + timedelta(days=draw.whole(0, 8)))
        if on > day("2026-11-01"):
            coming = school_day_from(day("2027-01-12") + timedelta(days=draw.whole(0, 8)))
    return {
        "on": on,
        "by": lead,
        "on_track": draw.chance(78),
        "parent_told": True,
        "next_on": coming,
        "filed": f"AP placements/{placement_id(case.key)}/review-{on}",
    }


def risk_reviews(case: Case) -> list[dict[str, Any]]:
    """Tell of each look at the risk assessment, by either side."""
    draw = Draw("risk", case.key)
    said: list[dict[str, Any]] = [
        inline(on=school_day_before(case.starts, 3), side="commissioner", changed=False, shared=True),
        inline(on=school_day_before(case.starts, 2), side="provider", changed=True, shared=True),
    ]
    for text in _SHARED_ROUNDS:
        on = school_day_from(day(text) + timedelta(days=draw.whole(0, 12)))
        if case.starts + timedelta(days=30) <= on <= case.known_until:
            said.append(inline(on=on, side="commissioner", changed=False, shared=True))
            said.append(inline(on=on, side="provider", changed=draw.chance(25), shared=True))
    return said
