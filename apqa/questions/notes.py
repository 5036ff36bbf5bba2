"""What a note of visit says and what it leaves out, and the note before it (QF-56, QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.circulation import sent_to_provider_on
from apqa.questions.working_days import working_days_later
from apqa.vocabulary.review import Judgement, Rag, VisitStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.action import Action
    from apqa.records.action_plan import ActionPlan
    from apqa.records.note import AreaNote, Note
    from apqa.records.visit import Visit

WEAK = frozenset({Judgement.NEEDS_IMPROVEMENT, Judgement.CONCERN})
"""Judgements of an area that ask for an action."""

COLOURED = frozenset({Rag.AMBER, Rag.RED})
"""Colours that ask for an action."""


def is_weak(area: AreaNote) -> bool:
    """Answer whether an area was found weak, in a word or in a colour."""
    return area.judgement in WEAK or area.colour in COLOURED


def unsaid(note: Note) -> Iterator[str]:
    """Answer what a note does not say, of all that is to stand in one: seen, judged, said, agreed (QF-57)."""
    judged = [area for area in note.areas if area.judgement is not Judgement.NOT_LOOKED_AT]
    if not judged:
        yield "a judgement of any area"
    blank = [area.area.value.replace("_", " ") for area in judged if area.seen is None]
    if blank:
        yield f"what was seen of {', '.join(blank)}"
    if not (note.strengths or note.developments or note.concerns):
        yield "what is good and what gives concern"
    if note.provider_said is None:
        yield "what the provider said"
    if not (note.agreed or note.actions):
        yield "what was agreed"


def plans_of(visit: Visit, situation: Situation) -> Iterator[ActionPlan]:
    """Answer the action plans, opened by the day, that take further what a visit found (QF-58)."""
    further = visit.note.escalation if visit.note else None
    for plan in situation.records.action_plans_of(visit.provider):
        if plan.on <= situation.on and (plan.visit == visit.id or plan.id == further):
            yield plan


def actions_taken_further(visit: Visit, situation: Situation) -> Iterator[Action]:
    """Answer the actions that were agreed in an action plan after a visit (QF-58)."""
    for plan in plans_of(visit, situation):
        yield from plan.actions


def note_before(visit: Visit, situation: Situation) -> Visit | None:
    """Answer the last visit to the provider before this one that has a note; none where there is none."""
    return max(_noted_before(visit, situation), key=lambda each: each.on, default=None)


def _noted_before(visit: Visit, situation: Situation) -> list[Visit]:
    return [
        each
        for each in situation.records.visits_to(visit.provider)
        if each.on < visit.on and each.status is VisitStatus.DONE and each.note and each.note.written_on <= situation.on
    ]


def actions_before(visit: Visit, situation: Situation) -> Iterator[tuple[Visit, int]]:
    """Answer the visits before one whose actions its note is to take up, and how many they are, the last first.

    All of the note before it; of older ones those that were open on the day of the visit.
    """
    last = note_before(visit, situation)
    for each in sorted(_noted_before(visit, situation), key=lambda each: each.on, reverse=True):
        actions = each.note.actions if each.note else ()
        count = sum(each is last or action.is_open(visit.on) for action in actions)
        if count:
            yield each, count


def says_something(text: str | None) -> bool:
    """Answer whether a text holds a word: a dash or a row of dots says nothing."""
    return text is not None and any(sign.isalnum() for sign in text)


def answers_by(note: Note, situation: Situation) -> date | None:
    """Answer the last day on which the provider may answer a note on its facts, in the council's working days.

    They run from the day it was asked to, otherwise from the day it was first sent the note: sending it once more gives
    no new days. None where neither is
    recorded by the day.
    """
    asked = note.facts_asked_on or sent_to_provider_on(note, situation.on)
    if asked is None or asked > situation.on:
        return None
    return working_days_later(asked, situation.policy.days("facts_days").days, situation)
