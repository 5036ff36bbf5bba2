"""Self-assessments: the provider's own ratings, and apart from them what the council found (Appendix A)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from demo.story.days import day, working_day_after, working_day_before
from demo.story.draw import Draw
from demo.story.providers.everyone import LISTED, SKETCHES
from demo.story.reviews.criteria import CRITERIA, PREMISES, WHY_NOT_APPLICABLE, Criterion
from demo.story.reviews.figures import PERIODS, figures
from demo.story.writing import inline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from demo.story.providers.sketch import Sketch

_NONE_CAME = frozenset({"bitmarsh"})
_EARLIER = {"rookhaven-school": "2025-10-15", "inkwell-ember": "2025-10-22"}
"""Visited twice in the story: the autumn before as well."""

_JOINED_IN_THE_YEAR = "stitchwater"

_SHORT_OF = {
    "cornerstool": ("s1_1", "s1_4", "s3_4", "f_staffing"),
    "magpie-kiln": ("s2_3",),
    "hedgepig-hollow": ("s2_2",),
}
_CHANGES = (
    "A second session lead since January.",
    "New insurer since the last renewal.",
    "The offer has one more day a week.",
    "The deputy safeguarding lead is new.",
)
_PARTLY = 8
_CHECKED = 30
_HEARD_OF = 90
_TOLD_ON = day("2026-11-20")
"""The last day of which the story tells."""


def self_assessments() -> Iterator[tuple[str, dict[str, Any]]]:
    """Give every self-assessment, with its id."""
    for provider in LISTED:
        if provider in _NONE_CAME:
            continue
        sketch = SKETCHES[provider]
        visited = day(sketch.visited)
        year = "2026-27" if visited >= day("2026-09-01") else "2025-26"
        yield f"{provider}/{year}", _assessment(sketch, year, visited)
        if provider in _EARLIER:
            yield f"{provider}/2025-26", _assessment(sketch, "2025-26", day(_EARLIER[provider]))
        elif provider != _JOINED_IN_THE_YEAR:
            yield f"{provider}/2024-25", _assessment(sketch, "2024-25", day("2025-07-31"), validated=False)


def _assessment(sketch: Sketch, year: str, visited: date, *, validated: bool = True) -> dict[str, Any]:
    draw = Draw("assessment", sketch.id, year)
    completed = working_day_before(visited, draw.whole(13, 20))
    short = validated and any(criterion.code in _SHORT_OF.get(sketch.id, ()) for criterion in CRITERIA)
    return {
        "completed_on": completed,
        "completed_by": sketch.head,
        "period": PERIODS.get((sketch.id, year)),
        "changes": [draw.one(_CHANGES)] if draw.chance(45) else None,
        "figures": figures(sketch, year) if (sketch.id, year) in PERIODS else None,
        "ratings": {
            criterion.code: _rating(sketch, year, criterion, completed, visited if validated else None)
            for criterion in CRITERIA
        },
        "true_statement": True,
        "council": {
            "received_on": working_day_after(completed, 1),
            "reviewed_by": "designated officer",
            "reviewed_on": working_day_after(completed, draw.whole(4, 9)),
            "outcome": "accepted_with_actions" if short else "accepted",
            "visit_by": visited + timedelta(days=30),
        },
    }


def _rating(sketch: Sketch, year: str, criterion: Criterion, completed: date, visited: date | None) -> dict[str, Any]:
    draw = Draw("rating", sketch.id, year, criterion.code)
    uses = {place["use"] for place in sketch.sites}
    for use, why in WHY_NOT_APPLICABLE.items():
        if use in uses and criterion.code in PREMISES:
            return {"rating": "not_applicable", "why_not_applicable": why}
    partly = draw.chance(_PARTLY)
    said = _partly(sketch, year, criterion, completed, draw) if partly else _met(criterion, draw)
    if visited is None:
        return said
    if criterion.code in _SHORT_OF.get(sketch.id, ()):
        said["council"] = _found(sketch, "partially_met", visited, criterion.shortfall)
    elif draw.chance(_CHECKED):
        said["council"] = _found(sketch, "partially_met" if partly else "met", visited, None)
    return said


def _met(criterion: Criterion, draw: Draw) -> dict[str, Any]:
    comment = criterion.comment if draw.chance(60) else None
    return {"rating": "met", "evidence": [criterion.evidence], "comment": comment}


def _partly(sketch: Sketch, year: str, criterion: Criterion, completed: date, draw: Draw) -> dict[str, Any]:
    due = working_day_after(completed, draw.whole(30, 80))
    action = {"what": criterion.action, "owner": sketch.head, "due": due}
    done = _done(sketch, year, criterion, due)
    return {
        "rating": "partially_met",
        "evidence": [criterion.evidence],
        "comment": criterion.shortfall,
        "action": action | ({"done_on": done} if done else {}),
    }


def _done(sketch: Sketch, year: str, criterion: Criterion, due: date) -> date | None:
    """Tell when an action was done, in good time; of a few nobody heard."""
    draw = Draw("done", sketch.id, year, criterion.code)
    done = working_day_before(due, draw.whole(1, 8))
    return done if done < _TOLD_ON and draw.chance(_HEARD_OF) else None


def _found(sketch: Sketch, found: str, visited: date, note: str | None) -> dict[str, Any]:
    visit = f"{visited}-{sketch.id}"
    if note is None:
        return inline(found=found, on=visited, by="designated officer", visit=visit)
    return {"found": found, "on": visited, "by": "designated officer", "visit": visit, "note": note}
