"""How far an application to be listed has come, and what is missing for a decision (QF-40)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.applications.checklist import ItemState, checklist
from apqa.questions.applications.rounds import due_diligence_of, first_visit, rounds
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import VisitStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.applications.checklist import ItemAnswer
    from apqa.questions.applications.rounds import Round
    from apqa.questions.situation import Situation
    from apqa.records.listing import DueDiligence, ListEvent
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit

STAGES = {
    ListStatus.APPLIED: "applied",
    ListStatus.DUE_DILIGENCE: "in due diligence",
    ListStatus.LISTED: "listed",
    ListStatus.DECLINED: "declined",
    ListStatus.EXCEPTIONAL: "used exceptionally without being listed",
    ListStatus.REMOVED: "removed",
    ListStatus.SUSPENDED: "suspended",
    ListStatus.NEW_PLACEMENTS_SUSPENDED: "new placements suspended",
}


@dataclass(frozen=True, slots=True)
class Application:
    """The last application of a provider, as it stands on the day."""

    provider: Provider
    came_on: date
    """The day it came."""

    stage: ListStatus
    since: date
    """The day it reached that stage."""

    decision: ListEvent | None
    """What was decided, with its reason; none while nothing is."""

    later: tuple[ListEvent, ...]
    """What was decided about the list by the day after the decision, such as a suspension; empty while it is open."""

    items: tuple[ItemAnswer, ...]
    """The checklist of due diligence, as the records show it on the day; empty once it was decided."""

    diligence: DueDiligence | None
    """The due diligence that was finished; none where none is recorded."""

    visit: Visit | None
    """The first visit, done or planned; none where none is recorded."""

    missing: tuple[str, ...]
    """What is missing for a decision, in sentences; empty once it was decided."""

    due: date | None
    """The day by which it is to be decided, by the council's policy; none once it was."""

    @property
    def is_open(self) -> bool:
        """Answer whether it is still to be decided."""
        return self.decision is None

    def counted(self, state: ItemState) -> int:
        """Count the items of the checklist in a state."""
        return sum(1 for each in self.items if each.state is state)


def application_of(provider: Provider, situation: Situation) -> Application | None:
    """Answer the last application of a provider that had come by the day; none where none is recorded."""
    every = rounds(provider, situation.on)
    if not every:
        return None
    asked = every[-1]
    done, visit = due_diligence_of(provider, asked, situation.on), first_visit(provider, asked, situation)
    is_open = asked.decision is None
    items = checklist(provider, situation, done) if is_open else ()
    return Application(
        provider=provider,
        came_on=asked.came_on,
        stage=asked.stage.status,
        since=asked.stage.on,
        decision=asked.decision,
        later=tuple(_later(asked, provider, situation.on)),
        items=items,
        diligence=done,
        visit=visit,
        missing=tuple(_missing(items, done, visit, situation)) if is_open else (),
        due=decision_due(asked, situation) if is_open else None,
    )


def _later(asked: Round, provider: Provider, on: date) -> Iterator[ListEvent]:
    if asked.decision is not None:
        after = provider.listing[provider.listing.index(asked.decision) + 1 :]
        yield from (event for event in after if event.on <= on)


def decision_due(asked: Round, situation: Situation) -> date:
    """Answer the day by which an application is to be decided, so many days from the day it came (policy)."""
    return asked.came_on + situation.policy.days("application_days")


def open_round(provider: Provider, situation: Situation) -> Round | None:
    """Answer the application of a provider that is not decided on the day; none where there is none."""
    every = rounds(provider, situation.on)
    return every[-1] if every and every[-1].decision is None else None


def standing_words(provider: Provider, situation: Situation) -> str:
    """Say how far an application that is still to be decided has come; empty where there is none."""
    asked = open_round(provider, situation)
    if asked is None:
        return ""
    stage = asked.events[-1]
    since = f"; {STAGES[stage.status]} since {plain(stage.on)}" if stage.on != asked.came_on else ""
    due = decision_due(asked, situation)
    by = f"to be decided by {plain(due)}" if due >= situation.on else f"was to be decided by {plain(due)}"
    visit = visit_words(first_visit(provider, asked, situation), situation.on)
    return f"applied on {plain(asked.came_on)}{since}; {visit}; {by}"


def visit_words(visit: Visit | None, on: date) -> str:
    """Say whether and when the first visit takes or took place."""
    if visit is None:
        return "no first visit is recorded"
    if visit.status is VisitStatus.PLANNED:
        passed = ", which has passed" if visit.on < on else ""
        return f"first visit planned for {plain(visit.on)}{passed}"
    has_note = visit.note is not None and visit.note.written_on <= on
    return f"first visited on {plain(visit.on)}{'' if has_note else ', without a note so far'}"


def _missing(
    items: tuple[ItemAnswer, ...], done: DueDiligence | None, visit: Visit | None, situation: Situation
) -> Iterator[str]:
    unmet = [each.item.title for each in items if each.state is not ItemState.MET]
    if unmet:
        yield f"{len(unmet)} of {len(items)} items of the checklist: {'; '.join(unmet)}"
    if visit is None or visit.status is VisitStatus.PLANNED or visit.note is None:
        yield visit_words(visit, situation.on)
    if done is None:
        yield "the due diligence, finished and recorded with its outcome (due_diligence)"
    elif not done.adequate:
        yield f"an adequate outcome: on {plain(done.on)} it was found not adequate"
