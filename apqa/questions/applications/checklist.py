"""The checklist of due diligence: what the records show of each item, and what a person looked at (QF-14, QF-40)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.due_diligence import diligence_items
from apqa.questions.checks.line import State
from apqa.questions.checks.verdict import provider_check

if TYPE_CHECKING:
    from apqa.guidance.due_diligence import DiligenceItem
    from apqa.questions.checks.line import Line
    from apqa.questions.situation import Situation
    from apqa.records.listing import DiligenceLook, DueDiligence
    from apqa.records.provider import Provider


class ItemState(StrEnum):
    """What is known of an item of the checklist."""

    MET = "met"
    OPEN = "open"
    """It was looked at and is not there, has run out, or a person must judge it."""
    NOT_RECORDED = "not_recorded"
    """Nobody has recorded that it was looked at."""


_FINE = frozenset({State.MET, State.DUE_SOON, State.NOT_APPLICABLE, State.WAIVED})


@dataclass(frozen=True, slots=True)
class ItemAnswer:
    """One item of the checklist, and what is known of it on the day."""

    item: DiligenceItem
    state: ItemState
    says: tuple[str, ...]
    """What is open or not recorded, check by check; who looked and when, where a person did."""


def checklist(provider: Provider, situation: Situation, done: DueDiligence | None) -> tuple[ItemAnswer, ...]:
    """Answer every item: by the checks apqa makes of the provider's record, and by what a person recorded.

    What the checks find open is open whoever looked. What they hold nothing of counts as met where a person recorded
    having found it; what a person did not find is open whatever the checks say.
    """
    lines = provider_check(provider, situation).lines
    looks = done.checklist if done is not None else {}
    return tuple(_answer(item, lines, looks.get(item.key)) for item in diligence_items(situation.on))


def _answer(item: DiligenceItem, lines: tuple[Line, ...], look: DiligenceLook | None) -> ItemAnswer:
    bearing = [line for line in lines if item.is_answered_by(line.key)]
    unmet = [line for line in bearing if line.state not in _FINE]
    unknown = [line for line in unmet if line.state is State.NOT_RECORDED]
    seen = (_looked(look),) if look is not None else ()
    says = (*seen, *(f"{line.title}: {line.says}" for line in unmet))
    if (look is not None and not look.found) or len(unmet) > len(unknown):
        return ItemAnswer(item, ItemState.OPEN, says)
    if look is not None:
        return ItemAnswer(item, ItemState.MET, seen)
    if unknown or not bearing:
        return ItemAnswer(item, ItemState.NOT_RECORDED, says or ("nothing is recorded",))
    return ItemAnswer(item, ItemState.MET, ())


def _looked(look: DiligenceLook) -> str:
    found = "found" if look.found else "looked for and not found"
    note = f": {look.note}" if look.note else ""
    return f"{found} on {plain(look.on)} by {look.by}{note}"
