"""What every form of an application says, in the same words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.applications.application import STAGES, visit_words
from apqa.questions.applications.checklist import ItemState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.display.applications.answer import ApplicationsAnswer
    from apqa.questions.applications.application import Application
    from apqa.records.listing import ListEvent

STATES = {ItemState.MET: "met", ItemState.OPEN: "open", ItemState.NOT_RECORDED: "not recorded"}
PARTS = {"processes": "Processes", "insurances": "Insurances", "systems": "Systems"}


def details(application: Application, on: date) -> Iterator[tuple[str, str]]:
    """Name where an application stands, each with its heading."""
    yield "Applied", plain(application.came_on)
    yield "Stage", stage_words(application)
    yield "First visit", first_visit_words(application, on)
    yield "Due diligence", _diligence(application)
    if application.due is not None:
        was = "was due" if application.due < on else "due"
        yield "Decision", f"{was} by {plain(application.due)}"
    if application.decision is not None:
        decision = application.decision
        yield "Decision", f"{STAGES[decision.status]} by {decision.decided_by}: {decision.reason}"
    if application.decision is not None and application.decision.conditions:
        yield "Conditions", application.decision.conditions


def stage_words(application: Application) -> str:
    """Say how far an application has come; of one that was decided, what was decided and what became of it since."""
    if application.decision is None:
        return f"{STAGES[application.stage]} since {plain(application.since)}"
    return "; ".join(map(_decided, (application.decision, *application.later)))


def _decided(event: ListEvent) -> str:
    until = f" to {plain(event.until)}" if event.until else ""
    return f"{STAGES[event.status]} {'from' if until else 'on'} {plain(event.on)}{until}"


def first_visit_words(application: Application, on: date) -> str:
    """Say of the first visit whether and when it takes or took place, under its own heading."""
    if application.visit is None:
        return "none is recorded"
    return visit_words(application.visit, on).removeprefix("first visit ").removeprefix("first ")


def _diligence(application: Application) -> str:
    done = application.diligence
    if done is None:
        return "not finished, or not recorded"
    return f"{'adequate' if done.adequate else 'not adequate'}, {plain(done.on)}, {done.by}: {done.outcome}"


def met_words(application: Application) -> str:
    """Write how much of the checklist is met; empty once the application was decided."""
    return f"{application.counted(ItemState.MET)} of {len(application.items)}" if application.items else ""


def heading(answer: ApplicationsAnswer) -> str:
    """Write what the answer is about."""
    return f"Applications to be listed{f', {plain(answer.header.on)}' if answer.header.on else ''}"


def remark(answer: ApplicationsAnswer) -> str:
    """Say what is not shown; empty where nothing is left out."""
    if answer.one:
        return ""
    none = "" if answer.applications else "No application is to be decided. "
    were = "1 more was" if answer.decided == 1 else f"{answer.decided} more were"
    more = f"{were} decided: `apqa applications --all` shows them." if answer.decided else ""
    return (none + more).strip()
