"""A self-assessment as CSV: a row a criterion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.table import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.self_assessment.answer import SelfAssessmentAnswer
    from apqa.questions.assessments.ratings import Rated

COLUMNS = (
    "on",
    "provider",
    "year",
    "area",
    "criterion",
    "title",
    "confirmed",
    "provider_rating",
    "council_found",
    "council_checked_on",
    "council_note",
    "effective",
    "last_year",
    "change",
    "why_not_applicable",
    "evidence",
    "comment",
    "action",
    "action_owner",
    "action_due",
    "action_done_on",
    "action_overdue",
)


def csv_self_assessment(answer: SelfAssessmentAnswer) -> str:
    """Write one row a criterion; none where there is no self-assessment. What was found is in the other forms."""
    return csv_text(_rows(answer), COLUMNS)


def _rows(answer: SelfAssessmentAnswer) -> Iterator[tuple[object, ...]]:
    for area in answer.sheet.areas if answer.sheet else ():
        for rated in area.rated:
            head = (answer.header.on, answer.provider.id, answer.year, area.area)
            yield (*head, *_rated(rated))


def _rated(rated: Rated) -> Iterator[object]:
    rating, council, action = rated.rating, rated.council, rated.action
    yield from (rated.code, rated.criterion and rated.criterion.title, rated.criterion and rated.criterion.confirmed)
    yield rating and rating.rating
    yield from (council and council.found, council and council.on, council and council.note)
    yield from (rated.effective, rated.before, rated.change)
    yield from (rating and rating.why_not_applicable, "; ".join(rating.evidence) if rating else "")
    yield rating and rating.comment
    yield from (action and action.what, action and action.owner, action and action.due, action and action.done_on)
    yield rated.overdue if action else None
