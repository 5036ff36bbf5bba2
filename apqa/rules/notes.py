"""What a note of visit says: enough, nothing against itself, and what came of the last one (QF-56 to QF-58)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.contradictions import GRAVE, contradictions
from apqa.questions.notes import (
    COLOURED,
    WEAK,
    actions_before,
    actions_taken_further,
    is_weak,
    says_something,
    unsaid,
)
from apqa.records.kinds import ACTION_PLAN, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.note import Note
    from apqa.records.visit import Visit
    from apqa.rule import Path
    from apqa.vocabulary.review import Area


def _written(visit: Visit, situation: Situation) -> Note | None:
    """Answer a visit's note, where it was written by the day."""
    return visit.note if visit.note is not None and visit.note.written_on <= situation.on else None


def _unamended(visit: Visit, situation: Situation) -> Note | None:
    """Answer a visit's note, unless it was sealed and amended since: an amendment may say what it leaves out."""
    note = _written(visit, situation)
    return None if note is None or (note.seal is not None and note.amendments) else note


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-56", "QF-57"),
    basis="QF-57",
    remedy="Add it to the note, before it is circulated; afterwards as an amendment.",
    holds_back_note=True,
)
def note_leaves_out(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note does not say all that is to stand in one.

    It says what was seen, area by area with a judgement, what is good and what gives concern, what the provider said
    and what was agreed, so that it can be referred to next time, celebrated or escalated.
    """
    if (note := _unamended(visit, situation)) and (missing := list(unsaid(note))):
        yield Fault(visit, f"the note does not say: {'; '.join(missing)}", ("note",))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-57", "QF-58"),
    basis="QF-57, QF-58",
    remedy="Agree an action with an owner and a day, and record it in the note; once it is out, in an action plan of "
    "the visit.",
    rests_on=(ACTION_PLAN,),
    holds_back_note=True,
)
def weakness_without_action(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note finds something weak and agrees no action on it.

    What was found must be followed by what is to be done, by whom and by when: for every weak area, every grave concern
    (in the area it names, else in one that was found weak), and an outcome that stands by itself. It may stand in an
    action plan that takes the visit further.
    """
    if (note := _written(visit, situation)) is None:
        return
    agreed = [*note.actions, *actions_taken_further(visit, situation)]
    covered = {action.area for action in agreed}
    for number, area in enumerate(note.areas):
        if is_weak(area) and area.area not in covered:
            found = " and ".join(each.value for each in (area.judgement, area.colour) if each in WEAK | COLOURED)
            said = f"{area.area.value} is judged {found}; {_not_about_it(covered)}"
            yield Fault(visit, said, ("note", "areas", number))
    if not agreed and note.outcome in COLOURED and not any(is_weak(area) for area in note.areas):
        yield Fault(visit, f"the outcome is {note.outcome}; no action is agreed", ("note", "outcome"))
    yield from _grave_concerns(visit, note, covered)


def _grave_concerns(visit: Visit, note: Note, covered: set[Area | None]) -> Iterator[Fault]:
    """Find the grave concerns that no action is about: one in their area, else one in an area that was found weak."""
    weak = {area.area for area in note.areas if is_weak(area)}
    for number, concern in enumerate(note.concerns):
        about = {concern.area} if concern.area else {None, *weak}
        if concern.level in GRAVE and not about & covered:
            where = f" in {concern.area.value}" if concern.area else ""
            said = f"a concern{where} is {concern.level.value}; {_not_about_it(covered)}"
            yield Fault(visit, said, ("note", "concerns", number))


def _not_about_it(covered: set[Area | None]) -> str:
    """Say that no action is about a thing, and why one may be that does not say so."""
    if not covered:
        return "no action is agreed"
    if None in covered:
        return "no agreed action is about it; an action names no area, so name its area if it is that one"
    return "no agreed action is about it"


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-57",),
    basis="QF-57",
    remedy="Correct the one that is wrong; once the note is out, by an amendment.",
    holds_back_note=True,
)
def note_contradicts_itself(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note judges one thing twice, and differently: in a word and in a colour, or as a whole and in its parts.

    Or what it recommends does not follow from what it found, or is not for a visit of its type; or an action was due
    before the visit. Whoever reads it next time takes the one or the other.
    """
    if (note := _unamended(visit, situation)) is None:
        return
    for said, at in contradictions(visit, note, situation):
        yield Fault(visit, said, at)


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-57", "QF-58"),
    basis="QF-57",
    remedy="Say in the note what became of each of them (last_actions); once it is out, in an amendment.",
    rests_on=(VISIT,),
    holds_back_note=True,
)
def last_actions_not_taken_up(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note says nothing of the actions that the note before it agreed, or of older ones that were still open.

    A note records what was agreed so that it can be referred to next time. This is the next time. A dash is no word.
    """
    note = _unamended(visit, situation)
    if note is None or says_something(note.last_actions):
        return
    for before, count in actions_before(visit, situation):
        agreed = "an action" if count == 1 else f"{count} actions"
        it = "it" if count == 1 else "them"
        said = f"the note of {plain(before.on)} agreed {agreed}; this one does not say what became of {it}"
        related: tuple[tuple[Visit, Path], ...] = ((before, ("note", "actions")),)
        yield Fault(visit, said, ("note", "last_actions") if note.last_actions else ("note",), related=related)


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-57",),
    basis="QF-57",
    remedy="Tell the provider, and record it (told_face_to_face).",
    holds_back_note=True,
)
def note_not_told_face_to_face(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note was written and the provider was not told of its content face to face.

    The note summarises a conversation that took place; nothing in it should surprise the provider.
    """
    note = _written(visit, situation)
    if note is None or note.told_face_to_face:
        return
    if note.told_face_to_face is None:
        yield Fault(visit, "it is not recorded that everything in the note was said face to face", ("note",))
    else:
        said = "it is recorded that not everything in the note was said face to face"
        yield Fault(visit, said, ("note", "told_face_to_face"))
