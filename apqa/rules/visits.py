"""Visits and their notes (QF-51, QF-54 to QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.circulation import circulated_by, not_circulated
from apqa.questions.due.actions import open_actions
from apqa.records.kinds import ACTION_PLAN, AUTHORITY, CALENDAR, PROVIDER, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.review import Area, Judgement, Officer, Rag, Trigger, VisitStatus, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.note import Note
    from apqa.records.visit import Visit

_WEAK = frozenset({Judgement.NEEDS_IMPROVEMENT, Judgement.CONCERN})
_COLOURED = frozenset({Rag.AMBER, Rag.RED})


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
    if visit.note is not None or visit.status is VisitStatus.CANCELLED or visit.on > situation.on:
        return
    if visit.status is VisitStatus.PLANNED and visit.on < situation.on:
        yield Fault(visit, f"planned for {plain(visit.on)}, which has passed", ("status",))
    elif circulated_by(visit, situation) < situation.on:
        yield Fault(visit, f"visited on {plain(visit.on)}; no note is recorded", ("status",))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-56", "QF-57"),
    basis="QF-56; local policy",
    remedy="Circulate it, to the provider too, and record to whom and when.",
    rests_on=(AUTHORITY, CALENDAR),
)
def note_not_circulated(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit was not circulated within the council's days, or not to the provider.

    A note that stays in a drawer changes nothing, and its content should never be a surprise to the provider.
    """
    open_, due = not_circulated(visit, situation), circulated_by(visit, situation)
    if open_ == "circulated" and due < situation.on:
        yield Fault(
            visit,
            f"visited on {plain(visit.on)}; the note is not recorded as circulated, and was due by {plain(due)}",
            ("note",),
        )
    elif open_ == "sent to the provider":
        yield Fault(visit, "the provider is not among those it was circulated to", ("note", "circulation"))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-57", "QF-58"),
    basis="QF-57, QF-58",
    remedy="Agree an action with an owner and a day, and record it.",
)
def weakness_without_action(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note finds an area weak and agrees no action on it.

    What was found must be followed by what is to be done, by whom and by when.
    """
    if visit.note is None or visit.on > situation.on:
        return
    covered = {action.area for action in visit.note.actions}
    for number, area in enumerate(visit.note.areas):
        if (area.judgement in _WEAK or area.colour in _COLOURED) and area.area not in covered:
            found = " and ".join(each.value for each in (area.judgement, area.colour) if each in _WEAK | _COLOURED)
            said = f"{area.area.value} is judged {found}; no agreed action is about it"
            yield Fault(visit, said, ("note", "areas", number))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-57",),
    basis="QF-57",
    remedy="Tell the provider, and record it (told_face_to_face).",
)
def note_not_told_face_to_face(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note was written and the provider was not told of its content face to face.

    The note summarises a conversation that took place; nothing in it should surprise the provider.
    """
    if visit.note is not None and not visit.note.told_face_to_face and visit.note.written_on <= situation.on:
        yield Fault(visit, "it is not recorded that everything in the note was said face to face", ("note",))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-54", "QF-55"),
    basis="QF-55",
    remedy="Record what raised the concern and what it is, or correct the type of the visit.",
)
def spot_check_without_trigger(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A spot check does not say what raised the concern, or a routine visit says it has one.

    Spot checks answer a concern; routine visits are no sign of any.
    """
    is_spot_check = visit.type in {VisitType.SPOT_CHECK, VisitType.URGENT}
    missing = [name for name in ("trigger", "concern") if getattr(visit, name) is None]
    if is_spot_check and missing:
        yield Fault(visit, f"not recorded: {' and '.join(missing)}", ("type",))
    if not is_spot_check and visit.type is not VisitType.FOLLOW_UP and visit.trigger is not None:
        yield Fault(visit, f"its type is {visit.type.value}, and it has a trigger: is it a spot check?", ("trigger",))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-55",),
    basis="QF-55",
    remedy="Bring in who is missing, and record it.",
)
def spot_check_without_the_right_officers(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A spot check went ahead without those its concern needs.

    A safeguarding concern needs the LADO; where looked-after pupils are placed, information is sought from the
    Virtual School and the allocated social workers.
    """
    if visit.type not in {VisitType.SPOT_CHECK, VisitType.URGENT} or visit.status is not VisitStatus.DONE:
        return
    officers = {visit.lead, *visit.officers}
    if visit.concern_area is Area.SAFEGUARDING and Officer.LADO not in officers and visit.trigger is not Trigger.LADO:
        yield Fault(visit, "the concern is about safeguarding, and the LADO did not take part", ("officers",))
    live = [each for each in situation.records.placements_at(visit.provider) if each.is_live(visit.on)]
    if any(placement.is_looked_after(visit.on) for placement in live):
        missing = [name for name in ("virtual_school_asked", "social_worker_asked") if getattr(visit, name) is None]
        if missing:
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
    """A red outcome was not taken to senior management.

    If necessary, issues are escalated to senior management; a red outcome is such an issue unless somebody says
    why not.
    """
    note: Note | None = visit.note
    if note is not None and note.outcome is Rag.RED and visit.senior_management_told is None:
        yield Fault(visit, "the outcome is red, and senior management is not recorded as told", ("note", "outcome"))


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
