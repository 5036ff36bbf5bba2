"""A self-assessment as JSON, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.display.findings.json import finding_fields
from apqa.display.self_assessment.figures import value_of
from apqa.vocabulary.review import Rating

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apqa.display.self_assessment.answer import SelfAssessmentAnswer
    from apqa.questions.assessments.figures import Figure
    from apqa.questions.assessments.ratings import AreaRated, Rated, RatingSheet
    from apqa.questions.assessments.receipt import Handled


def json_self_assessment(answer: SelfAssessmentAnswer) -> str:
    """Write the self-assessment, its criteria by area, its figures and all that was found."""
    return to_json(
        envelope(
            answer.header,
            provider={"id": answer.provider.id, "name": answer.provider.name},
            year=answer.year,
            outcome=answer.outcome,
            counting=answer.counting or None,
            next_due=answer.due.by,
            not_due_because=answer.due.why_not,
            completed_later=answer.completed_later,
            self_assessment=_made(answer.sheet) if answer.sheet else None,
            council=_handled(answer.handled) if answer.handled else None,
            areas=[_area(each) for each in answer.sheet.areas] if answer.sheet else [],
            unrated=answer.sheet.unrated if answer.sheet else (),
            figures=[_figure(each) for each in answer.figures],
            discrepancies=[finding_fields(each) for each in answer.discrepancies],
            findings=[finding_fields(each) for each in answer.others],
            unread=answer.unread,
        )
    )


def _made(sheet: RatingSheet) -> dict[str, object]:
    made, last = sheet.assessment, sheet.last_year
    return {
        "completed_on": made.completed_on,
        "completed_by": made.completed_by,
        "version": made.version,
        "true_statement": made.true_statement,
        "changes": made.changes,
        "last_year": {"year": last.year, "completed_on": last.completed_on} if last else None,
    }


def _handled(handled: Handled) -> dict[str, object]:
    return {
        "stage": handled.stage,
        "since": handled.since,
        "due": handled.due,
        "overdue": handled.overdue,
        "visit": handled.visit.id if handled.visit else None,
    }


def _area(area: AreaRated) -> dict[str, object]:
    return {"area": area.area, "tally": _tally(area.tally), "criteria": [_rated(each) for each in area.rated]}


def _tally(tally: Mapping[Rating | None, int]) -> dict[str, int]:
    """Count the criteria by the rating that counts; those not rated under a word of their own."""
    counted = {rating.value: tally[rating] for rating in Rating if tally.get(rating)}
    return counted | ({"not_rated": tally[None]} if tally.get(None) else {})


def _rated(rated: Rated) -> dict[str, object]:
    rating, council, action = rated.rating, rated.council, rated.action
    return {
        "code": rated.code,
        "title": rated.criterion.title if rated.criterion else None,
        "confirmed": rated.criterion.confirmed if rated.criterion else None,
        "asked": rated.asked,
        "provider": rating.rating if rating else None,
        "council": {"found": council.found, "on": council.on, "by": council.by, "note": council.note}
        | {"visit": council.visit}
        if council
        else None,
        "effective": rated.effective,
        "last_year": rated.before,
        "change": rated.change,
        "why_not_applicable": rating.why_not_applicable if rating else None,
        "evidence": rating.evidence if rating else (),
        "comment": rating.comment if rating else None,
        "action": {"what": action.what, "owner": action.owner, "due": action.due}
        | {"done_on": action.done_on, "overdue": rated.overdue}
        if action
        else None,
    }


def _figure(figure: Figure) -> dict[str, object]:
    """Write a figure's values as texts: days, numbers and words alike, so that no number loses a nought."""
    value, before = value_of(figure), value_of(figure, before=True)
    return {"key": figure.key, "area": figure.area, "value": value or None, "last_year": before or None}
