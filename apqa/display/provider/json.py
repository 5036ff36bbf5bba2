"""The page of a provider as JSON, for programs. It names no pupil and no placement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.display.provider.blocks import without_references
from apqa.display.provider.standing import next_change
from apqa.display.provider_check.json import requirement_fields
from apqa.display.provider_check.words import sentence

if TYPE_CHECKING:
    from apqa.display.provider.answer import ProviderPage
    from apqa.questions.checks.line import Line
    from apqa.questions.due.duty import Duty
    from apqa.questions.page.pupils import PupilNumbers
    from apqa.questions.page.reports import PeriodReports
    from apqa.questions.value.question import ValueQuestion


def json_provider(page: ProviderPage) -> str:
    """Write the page as values: where it stands, checks, numbers, questions, what falls due, its history."""
    reached, requirement = page.check.escalation, page.registration.requirement
    return without_references(
        to_json(
            envelope(
                page.header,
                unread=page.unread,
                provider={"id": page.provider.id, "name": page.provider.name},
                verdict=page.check.verdict,
                says=sentence(page.check),
                listing=page.check.listing,
                escalation={
                    "step": reached.step,
                    "since": reached.since,
                    "why": reached.why,
                    "action_plan": reached.plan,
                },
                checks=[_check(each) for each in page.check.check.lines],
                registration={**requirement_fields(requirement), "next_change": next_change(page)},
                placements=_numbers(page.pupils),
                reports=[_reports(each) for each in page.reports],
                assessed=_assessed(page),
                visits=_visits(page),
                value=[_question(each) for each in page.value],
                falls_due=[_duty(each) for each in page.due.duties],
                history=[{"on": each.on, "kind": each.kind, "says": each.says} for each in page.history],
            )
        )
    )


def _check(line: Line) -> dict[str, object]:
    names = ("key", "group", "title", "clause", "state", "effect", "says", "due", "remedy")
    return {name: getattr(line, name) for name in names}


def _numbers(found: PupilNumbers) -> dict[str, object]:
    """Name the numbers of placements; all null where none are kept in these records."""
    kinds = {kind.value: number for kind, number in sorted(found.by_commissioner.items())}
    values = {
        "live": found.live,
        "planned": found.planned,
        "by_commissioner": kinds,
        "with_ehc_plan": found.with_ehc_plan,
        "ehc_plan_not_recorded": found.ehc_plan_not_recorded,
        "looked_after": found.looked_after,
        "care_not_recorded": found.care_not_recorded,
        "hours": found.hours,
        "without_timetable": found.without_timetable,
        "in_year": found.in_year,
        "ended": found.ended,
    }
    known = values if found.kept else dict.fromkeys(values)
    return {**known, "year": found.year, "small_number": found.small}


def _reports(each: PeriodReports) -> dict[str, object]:
    states = {state.value: number for state, number in sorted(each.states.items())}
    counted = {"asked": each.asked, "received": each.received, "late": each.late, "missing": each.missing}
    return {"term": each.term, **counted, "states": states}


def _assessed(page: ProviderPage) -> dict[str, object] | None:
    """Name where the last self-assessment stands; null where there is none by the day."""
    answer = page.assessment
    if answer.sheet is None:
        return None
    tally = answer.sheet.tally
    return {
        "year": answer.year,
        "completed_on": answer.sheet.assessment.completed_on,
        "ratings": {rating.value if rating else "not_rated": number for rating, number in tally.items()},
        "validated": answer.handled is not None and answer.handled.visit is not None,
        "differences": len(answer.discrepancies),
    }


def _visits(page: ProviderPage) -> dict[str, object]:
    last, note = page.last_visit, page.last_note
    return {
        "last": last and last.on,
        "outcome": note and note.outcome,
        "planned": [each.on for each in page.planned],
    }


def _question(question: ValueQuestion) -> dict[str, object]:
    return {
        "key": question.key,
        "title": question.title,
        "says": question.says,
        "asks": question.asks,
        "figures": [
            {"key": each.key, "says": each.says, "source": each.source, "number": each.number}
            for each in question.figures
        ],
        "not_known": question.not_known,
        "careful": question.careful,
    }


def _duty(duty: Duty) -> dict[str, object]:
    """Name the parts of what falls due that tell of no single placement."""
    return {
        "kind": duty.kind,
        "title": duty.title,
        "state": duty.state,
        "due": duty.due,
        "owes": duty.owes,
        "clause": duty.clause,
    }
