"""Visits and their notes (QF-51, QF-54 to QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.circulation import circulated_by
from apqa.questions.concern import is_of_concern
from apqa.questions.due.actions import open_actions
from apqa.questions.due.visits import is_done_ahead, promised_by
from apqa.questions.visits.days import days_done
from apqa.questions.visits.needs import OF_A_SPOT_CHECK, SPOT_CHECKS, not_asked, why_lado, without_lado
from apqa.questions.visits.rows import planned_on
from apqa.records.kinds import ACTION_PLAN, AUTHORITY, CALENDAR, PROVIDER, SELF_ASSESSMENT, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.review import Level, Rag, VisitStatus, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.visit import Visit


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-51", "QF-56"),
    basis="QF-56",
    remedy="Write the note, or record that the visit was cancelled.",
    rests_on=(AUTHORITY, CALENDAR),
)
def visit_without_note(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A visit took place, or its day has passed, and there is no note.

    Following every visit a written summary of findings is circulated.
    """
    written = visit.note is not None and visit.note.written_on <= situation.on
    if written or visit.status is VisitStatus.CANCELLED or visit.on > situation.on:
        return
    if visit.status is VisitStatus.PLANNED and visit.on < situation.on:
        yield Fault(visit, f"planned for {plain(visit.on)}, which has passed", ("status",))
    elif circulated_by(visit, situation) < situation.on:
        yield Fault(visit, f"visited on {plain(visit.on)}; no note is recorded", ("status",))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-54", "QF-57"),
    basis="QF-54, QF-57",
    remedy="Visit, and record it as done; where a later day was agreed with the provider, waive this until then.",
    rests_on=(PROVIDER, VISIT),
)
def promised_visit_not_made(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit said by when the provider would be visited again, the day has passed, and nobody did.

    What was agreed at a visit holds for the council too. A visit on site keeps the promise, whatever its type; none is
    waited for of a provider that was removed or declined.
    """
    provider = situation.records.provider(visit.provider)
    by = promised_by(visit, situation) if provider and is_of_concern(provider, situation) else None
    if by is not None and by < situation.on:
        ahead = planned_on(provider, situation) if provider else None
        plan = f"one is planned for {plain(ahead)}" if ahead else "none is planned"
        said = f"the next visit was promised by {plain(by)}; none since {plain(visit.on)} is done, and {plan}"
        yield Fault(visit, said, ("note", "next_visit_by"))


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-54", "QF-40"),
    basis="QF-40, QF-54",
    remedy="Correct the type of the visit, or record what it is about.",
    rests_on=(PROVIDER, SELF_ASSESSMENT, VISIT, ACTION_PLAN),
)
def visit_of_another_type(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A visit says it is for something that was not there: due diligence, a self-assessment, something to follow up.

    The type says why a provider is visited, and what the visit settles.
    """
    if visit.on > situation.on or visit.status is VisitStatus.CANCELLED:
        return
    if why := _why_not(visit, situation):
        yield Fault(visit, f"its type is {visit.type.value}, and {why}", ("type",))


def _why_not(visit: Visit, situation: Situation) -> str:
    """Say why a visit cannot be of its type; empty where it can."""
    records, provider = situation.records, situation.records.provider(visit.provider)
    if visit.type is VisitType.INITIAL_DUE_DILIGENCE and provider is not None:
        since = provider.listed_since(visit.on)
        return f"the provider has been on the list since {plain(since)}" if since and since < visit.on else ""
    if visit.type is VisitType.ANNUAL_VALIDATION:
        completed = [each.completed_on for each in records.self_assessments_of(visit.provider)]
        return "" if any(day <= visit.on for day in completed) else "no self-assessment was completed by its day"
    if visit.type is VisitType.FOLLOW_UP:
        visited = any(each.on < visit.on for each in records.visits_to(visit.provider))
        planned = any(plan.on <= visit.on for plan in records.action_plans_of(visit.provider))
        return "" if visited or planned else "no visit and no action plan comes before it"
    return ""


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-54", "QF-55"),
    basis="QF-55",
    remedy="Record what raised the concern, what it is and which area it is in, or correct the type of the visit.",
    holds_back_note=True,
)
def spot_check_without_trigger(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A spot check does not say what raised the concern, what it is and in which area, or another visit has one.

    Spot checks answer a concern; routine visits are no sign of any. The area says who else is needed.
    """
    said = [name for name in OF_A_SPOT_CHECK if getattr(visit, name) is not None]
    missing = [name for name in OF_A_SPOT_CHECK if name not in said]
    if visit.type in SPOT_CHECKS and missing:
        yield Fault(visit, f"not recorded: {', '.join(missing)}", ("type",))
    if visit.type not in {*SPOT_CHECKS, VisitType.FOLLOW_UP} and said:
        says = f"its type is {visit.type.value}, and it has a {said[0].replace('_', ' ')}: is it a spot check?"
        yield Fault(visit, says, (said[0],))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-55",),
    basis="QF-55",
    remedy="Record that they took part or were asked; where they were not, bring them in now, or give the reason as a "
    "waiver.",
    holds_back_note=True,
)
def spot_check_without_the_right_officers(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A spot check went ahead without those its concern needs.

    A safeguarding concern needs the LADO; where looked-after pupils are placed, information is sought from the
    Virtual School and the allocated social workers.
    """
    if visit.type not in SPOT_CHECKS or visit.status is not VisitStatus.DONE:
        return
    if without_lado(visit):
        yield Fault(visit, f"{why_lado(visit)}, and the LADO is not recorded as taking part", ("officers",))
    if missing := not_asked(visit, situation):
        said = f"looked-after pupils are placed there; not recorded: {', '.join(missing)}"
        yield Fault(visit, said, ("officers",))


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-51",),
    basis="QF-51",
    remedy="Tell senior management, and record the day (senior_management_told); or give the reason as a waiver.",
)
def grave_concern_not_taken_up(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A red outcome or an immediate concern was not taken to senior management.

    If necessary, issues are escalated to senior management; these are such issues unless somebody says why not.
    """
    note, told = visit.note, visit.senior_management_told
    if note is None or note.written_on > situation.on or (told is not None and told <= situation.on):
        return
    if note.outcome is Rag.RED:
        yield Fault(visit, "the outcome is red, and senior management is not recorded as told", ("note", "outcome"))
        return
    for number, concern in enumerate(note.concerns):
        if concern.level is Level.IMMEDIATE:
            said = "a concern is immediate, and senior management is not recorded as told"
            yield Fault(visit, said, ("note", "concerns", number))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-57", "QF-58"),
    basis="QF-57, QF-58",
    remedy="Ask the provider what has been done; record it (status, done_on), or open an action plan.",
    rests_on=(ACTION_PLAN, PROVIDER),
)
def overdue_action_of_visit(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """An action agreed in a note of visit is past its day and still open.

    What was agreed at a visit is acted on, in an action plan or without one. An action that stands under the same key
    in an action plan of the visit is judged there, and none is waited for of a provider that was removed or declined.
    """
    for number, action in open_actions(visit, situation):
        if action.due < situation.on:
            said = f"{action.what.rstrip('.')}: due on {plain(action.due)} from {action.owner}, and still open"
            yield Fault(visit, said, ("note", "actions", number, "due"))


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-54", "QF-56"),
    basis="QF-54, QF-56",
    remedy="Correct the day, or what is said to have happened on it; of a day that is past by now, nothing is to do.",
)
def visit_recorded_ahead(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A visit, its note or what belongs to them is recorded as done on a day that is still to come.

    What has not come cannot have happened, and does not count on the day: most often the year is a slip.
    """
    if is_done_ahead(visit, situation):
        yield Fault(visit, f"it is recorded as done, and {plain(visit.on)} is still to come", ("status",))
        return
    for at, day in days_done(visit):
        if day > situation.on:
            yield Fault(visit, f"recorded as done on {plain(day)}, which is still to come", at)
