"""What the records tell of a provider day by day (QF-14, QF-20, QF-53 to QF-59)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.checks.listing import LIST_WORDS
from apqa.vocabulary.review import VisitStatus, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, as a record tells it."""

    on: date
    kind: str
    """What sort of thing: "list", "visit", "desk-top audit", "action plan", "escalation", "register", "pupils"…"""

    says: str


def history(provider: Provider, situation: Situation) -> tuple[Event, ...]:
    """Answer what the records tell of a provider up to the day, the newest first.

    Decisions on the list, due diligence, visits, action plans and steps of escalation, looks at the register of schools
    and the central record, declared pupils, self-assessments and reviews. Nothing of single pupils.
    """
    told = (
        *_listing(provider),
        *_registration(provider),
        *_checks(provider),
        *_visits(provider, situation),
        *_plans(provider, situation),
        *_assessments(provider, situation),
    )
    known = [each for each in told if each.on <= situation.on]
    return tuple(sorted(known, key=lambda each: (each.on, each.kind, each.says), reverse=True))


def _listing(provider: Provider) -> Iterator[Event]:
    for each in provider.listing:
        yield Event(each.on, "list", f"{LIST_WORDS[each.status]}: {each.reason} ({each.decided_by})")
    for done in provider.due_diligence:
        yield Event(done.on, "due diligence", f"{done.outcome} ({done.by})")


def _registration(provider: Provider) -> Iterator[Event]:
    if registration := provider.registration:
        for look in registration.register_checks:
            found = "found on the register of schools" if look.found else "not found on the register of schools"
            yield Event(look.on, "register", f"{found} ({look.by})")
        for inspected in registration.inspections:
            yield Event(inspected.on, "inspection", f"{inspected.body}: {inspected.outcome}")
        for review in registration.reviews:
            concluded = review.conclusion.value.replace("_", " ")
            yield Event(review.on, "register", f"registration concluded to be {concluded}: {review.reason}")
        if registration.applied_on:
            yield Event(registration.applied_on, "register", "applied to the Department for registration")
    for count in provider.headcounts:
        says = f"declared {count.compulsory_school_age} of compulsory school age, {count.full_time} of them full-time"
        yield Event(count.on, "pupils", f"{says} ({count.declared_by})")


def _checks(provider: Provider) -> Iterator[Event]:
    for look in provider.central_record:
        whole = "complete" if look.complete else "not complete"
        yield Event(look.on, "central record", f"found {whole} ({look.by})")
    for review in provider.finance.reviews if provider.finance else ():
        says = f"value for money {review.value_for_money}, sustainability {review.sustainable} ({review.by})"
        yield Event(review.on, "value for money", says)


def _visits(provider: Provider, situation: Situation) -> Iterator[Event]:
    for visit in situation.records.visits_to(provider.id):
        if visit.status is VisitStatus.PLANNED:
            continue
        is_audit = visit.type is VisitType.DESK_TOP_AUDIT
        kind = "held" if is_audit else visit.type.value.replace("_", " ")
        note = visit.note if visit.note and visit.note.written_on <= situation.on else None
        outcome = f", outcome {note.outcome}" if note and note.outcome else ""
        became = " cancelled" if visit.status is VisitStatus.CANCELLED else outcome
        says = became.strip() if is_audit and became == " cancelled" else f"{kind}{became}"
        yield Event(visit.on, "desk-top audit" if is_audit else "visit", says)


def _plans(provider: Provider, situation: Situation) -> Iterator[Event]:
    for plan in situation.records.action_plans_of(provider.id):
        yield Event(plan.on, "action plan", f"opened: {plan.reason}")
        for step in plan.escalation:
            yield Event(
                step.on, "escalation", f"{step.step.value.replace('_', ' ')}: {step.reason} ({step.decided_by})"
            )
        if plan.closed_on:
            note = f": {plan.closing_note}" if plan.closing_note else ""
            yield Event(plan.closed_on, "action plan", f"closed{note}")


def _assessments(provider: Provider, situation: Situation) -> Iterator[Event]:
    for each in situation.records.self_assessments_of(provider.id):
        yield Event(each.completed_on, "self-assessment", f"that of {each.year} completed ({each.completed_by})")
        council = each.council
        if council and council.reviewed_on and council.outcome:
            outcome = council.outcome.value.replace("_", " ")
            yield Event(council.reviewed_on, "self-assessment", f"that of {each.year} {outcome}")
