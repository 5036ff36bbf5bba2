"""What a note of visit says against itself: in a word and a colour, as a whole and in its parts (QF-57)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.notes import WEAK, is_weak
from apqa.vocabulary.review import Judgement, Level, ListRecommendation, Rag, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.note import AreaNote, Note
    from apqa.records.visit import Visit
    from apqa.rule import Path

    Contradiction = tuple[str, Path]

GRAVE = frozenset({Level.HIGH, Level.IMMEDIATE})
"""Levels of a concern that ask for an action of their own."""

_FINE = frozenset({Judgement.STRENGTH, Judgement.MEETS})
_AT_FIRST = frozenset({ListRecommendation.LIST, ListRecommendation.DECLINE})
_MILD = frozenset({ListRecommendation.REMAIN, ListRecommendation.LIST})
_STERN = frozenset(
    {
        ListRecommendation.SUSPEND_NEW,
        ListRecommendation.SUSPEND_ALL,
        ListRecommendation.REMOVE,
        ListRecommendation.DECLINE,
    }
)
_RECOMMENDATION = ("note", "recommendation")


def contradictions(visit: Visit, note: Note, situation: Situation) -> Iterator[Contradiction]:
    """Answer what a note says against itself or against its visit, and where the one stands that may be wrong."""
    for number, area in enumerate(note.areas):
        if _differs(area):
            word = area.judgement.value.replace("_", " ")
            said = f"{area.area.value} is judged '{word}' and its colour is {area.colour}"
            yield said, ("note", "areas", number, "colour")
    worst = _worst(note)
    if note.outcome is Rag.GREEN and worst is not None:
        why, at = worst
        yield f"the outcome is green, and {why}", at
    yield from _of_recommendation(note)
    yield from _of_another_visit(visit, note, situation)
    for number, action in enumerate(note.actions):
        if action.due < visit.on:
            said = f"an action is due by {plain(action.due)}, before the visit that agreed it"
            yield said, ("note", "actions", number, "due")


def _differs(area: AreaNote) -> bool:
    if area.colour is Rag.GREEN:
        return area.judgement in WEAK
    return area.colour is not None and area.judgement in {*_FINE, Judgement.NOT_LOOKED_AT}


def _worst(note: Note) -> Contradiction | None:
    """Answer what in a note speaks against a green outcome, and where it stands; none where nothing does."""
    for number, concern in enumerate(note.concerns):
        if concern.level in GRAVE:
            return f"a concern is {concern.level.value}", ("note", "concerns", number)
    for number, area in enumerate(note.areas):
        if area.colour is Rag.RED or area.judgement is Judgement.CONCERN:
            return f"{area.area.value} gives concern", ("note", "areas", number)
    return None


def _of_recommendation(note: Note) -> Iterator[Contradiction]:
    """Answer where what is recommended does not follow from what was found."""
    recommended = f"it recommends '{_words(note.recommendation)}'" if note.recommendation else ""
    if note.recommendation in _MILD and note.outcome is Rag.RED:
        yield f"the outcome is red, and {recommended}", _RECOMMENDATION
    elif note.recommendation in _STERN and note.outcome is Rag.GREEN:
        yield f"the outcome is green, and {recommended}", _RECOMMENDATION
    elif note.recommendation in _STERN and note.outcome is None and _all_is_fine(note):
        yield f"every area looked at is fine and no concern is grave, and {recommended}", _RECOMMENDATION


def _all_is_fine(note: Note) -> bool:
    looked_at = [area for area in note.areas if area.judgement is not Judgement.NOT_LOOKED_AT]
    concerns = any(concern.level in GRAVE for concern in note.concerns)
    return bool(looked_at) and not concerns and not any(is_weak(area) for area in looked_at)


def _of_another_visit(visit: Visit, note: Note, situation: Situation) -> Iterator[Contradiction]:
    """Answer where what is recommended is of a provider on the list and it applies, or the other way round."""
    if note.recommendation is None:
        return
    recommended = f"it recommends '{_words(note.recommendation)}'"
    provider = situation.records.provider(visit.provider)
    if note.recommendation in _AT_FIRST:
        if provider is not None and visit.type is not VisitType.INITIAL_DUE_DILIGENCE and provider.is_listed(visit.on):
            yield f"{recommended}, and the provider is on the list", _RECOMMENDATION
    elif visit.type is VisitType.INITIAL_DUE_DILIGENCE:
        said = f"{recommended}, and a due diligence visit comes before the list: it is 'list' or 'decline'"
        yield said, _RECOMMENDATION


def _words(recommendation: ListRecommendation) -> str:
    return recommendation.value.replace("_", " ")
