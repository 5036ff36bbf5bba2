"""What falls due of visits: the planned ones, notes to write and circulate, and visits that were promised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.assessments.current import counts
from apqa.questions.assessments.receipt import validating_visit
from apqa.questions.circulation import (
    circulated_by,
    first_not_sent,
    not_circulated,
    sent_within,
    without_amendment,
)
from apqa.questions.concern import is_of_concern
from apqa.questions.due.asking import DESIGNATED_OFFICER
from apqa.questions.due.duty import Day, Duty, duty_on
from apqa.vocabulary.due import DutyKind, Owes
from apqa.vocabulary.review import VisitStatus, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.note import Note
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment
    from apqa.records.visit import Visit

_NAMES = {
    VisitType.INITIAL_DUE_DILIGENCE: "Due diligence visit",
    VisitType.ANNUAL_VALIDATION: "Visit to validate the self-assessment",
    VisitType.ROUTINE: "Routine visit",
    VisitType.SPOT_CHECK: "Spot check",
    VisitType.FOLLOW_UP: "Follow-up visit",
    VisitType.URGENT: "Urgent visit",
    VisitType.DESK_TOP_AUDIT: "Desk-top audit",
}


def visit_duties(situation: Situation) -> Iterator[Duty]:
    """Answer what falls due of the council's visits: planned, to be written up, to be circulated, promised (QF-54)."""
    for visit in situation.records.visits:
        for day in (*_planned(visit, situation), *_note(visit, situation)):
            yield duty_on(day, visit, visit.provider, DESIGNATED_OFFICER, situation)
    for provider in situation.records.providers:
        if is_of_concern(provider, situation):
            yield from _promised(provider, situation)


def visit_name(kind: VisitType) -> str:
    """Name a visit by its type, such as "Spot check"."""
    return _NAMES[kind]


def is_done_ahead(visit: Visit, situation: Situation) -> bool:
    """Answer whether a visit is recorded as done on a day that is still to come: on the day asked it was to be made."""
    return visit.status is VisitStatus.DONE and visit.on > situation.on


def _kind(visit: Visit) -> DutyKind:
    return DutyKind.DESK_TOP_AUDIT if visit.type is VisitType.DESK_TOP_AUDIT else DutyKind.VISIT


def _clause(visit: Visit) -> str:
    return "QF-51" if visit.type is VisitType.DESK_TOP_AUDIT else "QF-54"


def _planned(visit: Visit, situation: Situation) -> Iterator[Day]:
    """Answer the day of a visit that is planned; once it has passed it is overdue until it is recorded what came."""
    if is_done_ahead(visit, situation):
        says = f"recorded as done, and {plain(visit.on)} is still to come"
    elif visit.status is VisitStatus.PLANNED:
        says = f"planned for {plain(visit.on)}" + (", which has passed" if visit.on < situation.on else "")
    else:
        return
    clause = _clause(visit)
    yield Day(
        _kind(visit),
        Owes.COUNCIL,
        f"visit/{visit.id}",
        _NAMES[visit.type],
        visit.on,
        clause,
        clause,
        ("status",),
        says,
    )


def _note(visit: Visit, situation: Situation) -> Iterator[Day]:
    """Answer by when the note of a visit is written and circulated (QF-56)."""
    if visit.status is not VisitStatus.DONE or visit.on > situation.on:
        return
    due, basis = circulated_by(visit, situation), situation.policy.setting("circulation_days").basis
    key, note = f"note/{visit.id}", visit.note
    if note is None or note.written_on > situation.on:
        yield Day(DutyKind.NOTE_OF_VISIT, Owes.COUNCIL, key, "Note of visit written", due, "QF-56", basis, ("status",))
    elif open_ := not_circulated(visit, situation):
        at = ("note", "circulation") if note.circulation else ("note",)
        yield Day(DutyKind.NOTE_OF_VISIT, Owes.COUNCIL, key, f"Note of visit {open_}", due, "QF-56", basis, at)
    yield from _amended(visit, note, basis, situation) if note else ()


def _amended(visit: Visit, note: Note, basis: str, situation: Situation) -> Iterator[Day]:
    """Answer by when who has a note is sent it with its amendments: by the day of the first that somebody lacks."""
    if (number := first_not_sent(note, situation.on)) is None:
        return
    amended = note.amendments[number].on
    names = ", ".join(each.to for each in without_amendment(note, number, situation.on))
    yield Day(
        DutyKind.NOTE_OF_VISIT,
        Owes.COUNCIL,
        f"amendment/{visit.id}",
        "Amended note of visit sent once more",
        sent_within(amended, situation),
        "QF-56",
        basis,
        ("note", "amendments", number),
        f"amended on {plain(amended)}; still to go to {names}",
    )


def _promised(provider: Provider, situation: Situation) -> Iterator[Duty]:
    """Answer the visits that a note or the council's answer to a self-assessment promised, until one took place."""
    for visit in situation.records.visits_to(provider.id):
        if by := promised_by(visit, situation):
            yield duty_on(_again(visit, by), visit, provider.id, DESIGNATED_OFFICER, situation)
    for assessment in situation.records.self_assessments_of(provider.id):
        council = assessment.council
        asked = council is not None and council.received_on <= situation.on and counts(assessment, situation)
        if council and council.visit_by and asked and validating_visit(assessment, situation) is None:
            promised = _to_validate(assessment, council.visit_by)
            yield duty_on(promised, assessment, provider.id, DESIGNATED_OFFICER, situation)


def promised_by(visit: Visit, situation: Situation) -> date | None:
    """Answer by when the note of a visit promised the next one; none where it did not, or where one took place since.

    A visit on site keeps the promise, whatever its type; a desk-top audit does not (QF-54, QF-57).
    """
    note = visit.note if visit.note and visit.note.written_on <= situation.on else None
    kept = note is None or _visited(situation.records.visits_to(visit.provider), visit.on, situation)
    return None if kept or note is None else note.next_visit_by


def _again(visit: Visit, by: date) -> Day:
    says = f"promised in the note of {plain(visit.on)}"
    at = ("note", "next_visit_by")
    return Day(DutyKind.VISIT, Owes.COUNCIL, f"next_visit/{visit.id}", "Next visit", by, "QF-57", "QF-57", at, says)


def _to_validate(assessment: SelfAssessment, by: date) -> Day:
    return Day(
        DutyKind.VISIT,
        Owes.COUNCIL,
        f"validation/{assessment.id}",
        f"Visit to validate the self-assessment of {assessment.year}",
        by,
        "QF-54",
        "QF-54",
        ("council", "visit_by"),
    )


def _since(visits: Iterable[Visit], after: date) -> list[Visit]:
    return [each for each in visits if each.on > after and each.type is not VisitType.DESK_TOP_AUDIT]


def _visited(visits: Iterable[Visit], after: date, situation: Situation) -> bool:
    """Answer whether a visit on site took place after a day, and by the day asked about."""
    return any(each.status is VisitStatus.DONE and each.on <= situation.on for each in _since(visits, after))
