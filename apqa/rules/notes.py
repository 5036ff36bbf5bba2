"""What a note of visit says: enough, nothing against itself, and what came of the last one (QF-56 to QF-58)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.notes import COLOURED, WEAK, actions_taken_further, is_weak, note_before, unsaid
from apqa.records.kinds import ACTION_PLAN, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.review import Judgement, Level, Rag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.note import AreaNote, Note
    from apqa.records.visit import Visit
    from apqa.rule import Path

_GRAVE = frozenset({Level.HIGH, Level.IMMEDIATE})
_FINE = frozenset({Judgement.STRENGTH, Judgement.MEETS})


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

    What was found must be followed by what is to be done, by whom and by when: for every weak area, and for an outcome
    or a grave concern that stands by itself. It may stand in an action plan that takes the visit further.
    """
    if (note := _written(visit, situation)) is None:
        return
    agreed = [*note.actions, *actions_taken_further(visit, situation)]
    covered = {action.area for action in agreed}
    for number, area in enumerate(note.areas):
        if is_weak(area) and area.area not in covered:
            found = " and ".join(each.value for each in (area.judgement, area.colour) if each in WEAK | COLOURED)
            said = f"{area.area.value} is judged {found}; no agreed action is about it"
            yield Fault(visit, said, ("note", "areas", number))
    if not agreed and not any(is_weak(area) for area in note.areas):
        yield from _weak_as_a_whole(visit, note)


def _weak_as_a_whole(visit: Visit, note: Note) -> Iterator[Fault]:
    if note.outcome in COLOURED:
        yield Fault(visit, f"the outcome is {note.outcome}; no action is agreed", ("note", "outcome"))
    for number, concern in enumerate(note.concerns):
        if concern.level in _GRAVE:
            said = f"a concern is {concern.level.value}; no action is agreed"
            yield Fault(visit, said, ("note", "concerns", number))


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

    Whoever reads it next time takes the one or the other.
    """
    if (note := _unamended(visit, situation)) is None:
        return
    for number, area in enumerate(note.areas):
        if _differs(area):
            word = area.judgement.value.replace("_", " ")
            said = f"{area.area.value} is judged '{word}' and its colour is {area.colour}"
            yield Fault(visit, said, ("note", "areas", number, "colour"))
    worst = _worst(note)
    if note.outcome is Rag.GREEN and worst is not None:
        why, at = worst
        yield Fault(visit, f"the outcome is green, and {why}", at)


def _differs(area: AreaNote) -> bool:
    if area.colour is Rag.GREEN:
        return area.judgement in WEAK
    return area.colour is not None and area.judgement in {*_FINE, Judgement.NOT_LOOKED_AT}


def _worst(note: Note) -> tuple[str, Path] | None:
    """Answer what in a note speaks against a green outcome, and where it stands; none where nothing does."""
    for number, concern in enumerate(note.concerns):
        if concern.level in _GRAVE:
            return f"a concern is {concern.level.value}", ("note", "concerns", number)
    for number, area in enumerate(note.areas):
        if area.colour is Rag.RED or area.judgement is Judgement.CONCERN:
            return f"{area.area.value} gives concern", ("note", "areas", number)
    return None


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
    """A note says nothing of the actions that the note before it agreed.

    A note records what was agreed so that it can be referred to next time. This is the next time.
    """
    note, before = _unamended(visit, situation), note_before(visit, situation)
    if note is None or note.last_actions is not None or before is None or before.note is None:
        return
    if number := len(before.note.actions):
        agreed = "an action" if number == 1 else f"{number} actions"
        said = f"the note of {plain(before.on)} agreed {agreed}; this one does not say what became of "
        related: tuple[tuple[Visit, Path], ...] = ((before, ("note", "actions")),)
        yield Fault(visit, said + ("it" if number == 1 else "them"), ("note",), related=related)


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
    if (note := _written(visit, situation)) and not note.told_face_to_face:
        yield Fault(visit, "it is not recorded that everything in the note was said face to face", ("note",))
