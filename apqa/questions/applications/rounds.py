"""Which decisions on the list belong to one application, from the day it came to the day it was decided (QF-40)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.concern import APPLYING
from apqa.records.provider import OF_AN_APPLICATION, SUSPENSIONS
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import VisitStatus, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.listing import DueDiligence, ListEvent
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit

_LEAVE_IT = SUSPENSIONS | OF_AN_APPLICATION
"""What leaves an exceptional use as it was."""


@dataclass(frozen=True, slots=True)
class Round:
    """One application of a provider: what was decided from the day it came, as far as the day asked about."""

    events: tuple[ListEvent, ...]
    """Its stages, the first one first."""

    decision: ListEvent | None
    """What was decided on it; none while nothing is."""

    @property
    def came_on(self) -> date:
        """Answer the day it came: the day of its first stage."""
        return self.events[0].on

    @property
    def stage(self) -> ListEvent:
        """Answer how far it has come: its decision, or its last stage."""
        return self.decision or self.events[-1]


def rounds(provider: Provider, on: date) -> tuple[Round, ...]:
    """Answer the applications of a provider that had come by the day, the oldest first."""
    return tuple(_rounds([event for event in provider.listing if event.on <= on]))


def _rounds(events: list[ListEvent]) -> Iterator[Round]:
    """Answer each application, and what decided it.

    A suspension decides none, and of a provider that was used exceptionally before it applied neither does it that the
    use goes on.
    """
    stages: list[ListEvent] = []
    was_used = False
    for event in events:
        if event.status in APPLYING:
            stages.append(event)
            continue
        goes_on = event.status in SUSPENSIONS or (event.status is ListStatus.EXCEPTIONAL and was_used)
        if stages and not goes_on:
            yield Round(tuple(stages), event)
            stages = []
        if event.status not in _LEAVE_IT:
            was_used = event.status is ListStatus.EXCEPTIONAL
    if stages:
        yield Round(tuple(stages), None)


def first_visit(provider: Provider, asked: Round, situation: Situation) -> Visit | None:
    """Answer the first visit on site of an application: the one done, else the one planned; none where there is none.

    A visit that due diligence names counts whenever it was; any other from the day the application came.
    """
    named = {each.visit for each in provider.due_diligence if each.visit and _belongs(each, asked, situation.on)}
    last = asked.decision.on if asked.decision else None
    counted = [
        visit
        for visit in situation.records.visits_to(provider.id)
        if visit.type is not VisitType.DESK_TOP_AUDIT
        and (visit.id in named or (asked.came_on <= visit.on and (last is None or visit.on <= last)))
    ]
    done = [each for each in counted if each.status is VisitStatus.DONE and each.on <= situation.on]
    planned = [each for each in counted if each.status is VisitStatus.PLANNED]
    return min(done or planned, key=lambda visit: visit.on, default=None)


def due_diligence_of(provider: Provider, asked: Round, on: date) -> DueDiligence | None:
    """Answer the last due diligence of an application that was finished by the day; none where none was."""
    counted = [each for each in provider.due_diligence if _belongs(each, asked, on)]
    return max(counted, key=lambda each: each.on, default=None)


def _belongs(done: DueDiligence, asked: Round, on: date) -> bool:
    last = asked.decision.on if asked.decision else on
    return asked.came_on <= done.on <= min(last, on)
