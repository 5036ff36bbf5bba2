"""The approved provider list, due diligence, visits and escalation (QF-04, QF-14, QF-40, QF-41, QF-59)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.exceptional import ended_use, required_words
from apqa.questions.checks.line import Effect, Line, State, asked
from apqa.questions.checks.visits import outcome_lines, visited_line
from apqa.questions.concern import application_stage
from apqa.questions.escalation.reached import step_of
from apqa.questions.register import register_answer
from apqa.records.provider import SUSPENSIONS, latest
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.listing import ListEvent
    from apqa.records.provider import Provider

ESCALATION = "escalation"
"""The line on how far a concern has been taken."""

_GROUP = "Approved provider list"
_ASK = "the council's designated officer"
LIST_WORDS = {
    ListStatus.APPLIED: "applied to be listed",
    ListStatus.DUE_DILIGENCE: "not yet listed; in due diligence",
    ListStatus.LISTED: "listed",
    ListStatus.EXCEPTIONAL: "not listed; used exceptionally",
    ListStatus.NEW_PLACEMENTS_SUSPENDED: "new placements suspended",
    ListStatus.SUSPENDED: "all placements suspended",
    ListStatus.REMOVED: "removed from the list",
    ListStatus.DECLINED: "declined",
}
"""What was decided about the list, in words. What a suspension leaves standing, `listed_as_words` says."""

_BESIDE = {ListStatus.APPLIED: "applied to be listed", ListStatus.DUE_DILIGENCE: "in due diligence to be listed"}
_NOT_ON_IT = "not on the list"
_STOPS = frozenset({ListStatus.NEW_PLACEMENTS_SUSPENDED, ListStatus.SUSPENDED, ListStatus.REMOVED, ListStatus.DECLINED})


def listing_lines(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer where a provider stands with the list, its due diligence, its last visit and its escalation step."""
    yield _list_line(provider, situation)
    yield from _application(provider, situation)
    event = provider.listed_as(situation.on)
    status = event.status if event else None
    on_it = provider.is_listed(situation.on) or provider.exceptional_use(situation.on) is not None
    if on_it or _might_be_used(provider, status, situation):
        yield _due_diligence(provider, situation)
    if on_it:
        yield visited_line(provider, situation)
    yield from outcome_lines(provider, situation)
    yield _escalation(provider, situation)


def listed_as_words(provider: Provider, situation: Situation) -> str:
    """Write where a provider stands with the list on the day, and what an exceptional use is limited to.

    An exceptional use that ended undecided, and an application beside one that holds, are said behind it.
    """
    stage = application_stage(provider, situation.on) if provider.exceptional_use(situation.on) else None
    beside = f"; {_BESIDE[stage.status]} since {plain(stage.on)}" if stage else ""
    ended = ended_use(provider, situation.on)
    after = f"; exceptional use ended on {plain(ended.until)}" if ended and ended.until else ""
    return f"{_stands(provider, situation)}{beside}{after}"


def _stands(provider: Provider, situation: Situation) -> str:
    """Write what was decided, since when, and for which placements a provider is exceptionally used."""
    event, use = provider.listed_as(situation.on), provider.exceptional_use(situation.on)
    if event is None:
        return _NOT_ON_IT
    limits = f", for {use.limited_to}" if use and use.limited_to else ""
    since = f"{LIST_WORDS[event.status]} since {plain(event.on)}{limits}"
    return _under_suspension(since, provider, situation) if event.status in SUSPENSIONS else since


def _under_suspension(says: str, provider: Provider, situation: Situation) -> str:
    """Say with a suspension what it leaves standing: only what the record holds."""
    if provider.used_as(situation.on) is not None:
        return f"{'listed' if provider.is_listed(situation.on) else 'used exceptionally'}, {says}"
    return says if ended_use(provider, situation.on) else f"{says}; whether it was listed before is not recorded"


def _might_be_used(provider: Provider, status: ListStatus | None, situation: Situation) -> bool:
    """Answer whether a provider that is on no list might be used all the same, by a waiver or a step too early.

    Neither stands for due diligence (QF-41). A registered school needs none, and there is nothing to ask where the
    council turned a provider away.
    """
    if status in {ListStatus.REMOVED, ListStatus.DECLINED}:
        return False
    return not register_answer(provider, situation).is_registered


def _list_line(provider: Provider, situation: Situation) -> Line:
    line = asked(
        "listing",
        _GROUP,
        "On the approved provider list, or registered",
        "QF-04",
        basis="QF-04",
        ask=_ASK,
        at=("listing",),
    )
    event, says = provider.listed_as(situation.on), listed_as_words(provider, situation)
    if event is not None and event.status in _STOPS:
        return replace(line, firm=True).found(
            State.MISSING,
            f"{says}: {event.reason}",
            effect=Effect.STOP,
            rule="provider-not-open-to-placements",
            remedy="Do not place; ask the designated officer whether and when that will change.",
            due=event.until,
        )
    if event is not None and event.status is ListStatus.LISTED:
        return line.found(State.MET, says)
    if event is not None and event.status is ListStatus.EXCEPTIONAL:
        return _exceptional(line, event, _stands(provider, situation))
    if register_answer(provider, situation).is_registered:
        return line.found(State.MET, f"{says}; registered with the Department, which QF-04 accepts")
    return line.found(
        State.MISSING,
        f"{says}, and not registered with the Department",
        effect=Effect.STOP,
        rule="provider-not-open-to-placements",
        remedy="Have the council decide on the time after the exceptional use (QF-41)."
        if ended_use(provider, situation.on)
        else "Use a provider on the list, or have this one apply to the council's mailbox (QF-40).",
    )


def _application(provider: Provider, situation: Situation) -> Iterator[Line]:
    """Answer how far the application of a provider has come that is still to be decided (QF-40)."""
    event = application_stage(provider, situation.on)
    if event is None:
        return
    # Loaded for those who apply alone: whoever checks a listed provider does not wait for it.
    from apqa.questions.applications.application import standing_words

    line = asked(
        "application",
        _GROUP,
        "Its application to be listed",
        "QF-40",
        basis="QF-40",
        ask=_ASK,
        at=("listing", provider.listing.index(event)),
    )
    yield line.found(
        State.REVIEW,
        standing_words(provider, situation),
        remedy=f"What is missing for a decision: `apqa applications {provider.id}`.",
    )


def _exceptional(line: Line, event: ListEvent, says: str) -> Line:
    until = f", until {plain(event.until)}" if event.until else ""
    required = f"; {words}" if (words := required_words(event)) else ""
    return line.found(
        State.REVIEW,
        f"{says}{until}{required}: {event.reason}",
        effect=Effect.CONDITION,
        rule="",
        remedy="Place only if this pupil is one it is meant for (QF-41)."
        + (" What is open below is put right for the placement; it does not undo an order." if required else ""),
        due=event.until,
    )


def _due_diligence(provider: Provider, situation: Situation) -> Line:
    line = asked(
        "due_diligence",
        _GROUP,
        "The council's due diligence",
        "QF-14",
        basis="QF-14, QF-40, QF-41",
        ask=_ASK,
        at=("due_diligence",),
    )
    done = latest(provider.due_diligence, situation.on)
    if done is None:
        return line.found(
            State.NOT_RECORDED,
            "nothing is recorded",
            effect=Effect.CANNOT_TELL,
            rule="no-due-diligence",
            remedy="Ask the designated officer for it; record its day, outcome and where it is filed.",
        )
    ended = provider.last_turned_away(situation.on)
    if ended is not None and done.on <= ended.on:
        return line.found(
            State.NOT_RECORDED,
            f"the last is of {plain(done.on)}; it was {LIST_WORDS[ended.status]} on {plain(ended.on)}, and none "
            "since is recorded",
            effect=Effect.CANNOT_TELL,
            rule="no-due-diligence",
            remedy="Ask the designated officer for the one done on its new application; record its day and outcome.",
        )
    if not done.adequate:
        parts = [name for name in ("processes", "insurances", "systems") if not getattr(done, name)]
        return line.found(
            State.MISSING,
            f"on {plain(done.on)} it found {', '.join(parts)} not adequate",
            effect=Effect.STOP,
            rule="no-due-diligence",
            remedy="Do due diligence again once that is put right.",
        )
    return line.found(State.MET, f"{done.outcome} ({done.by}, {plain(done.on)})", evidence=done.evidence)


def _escalation(provider: Provider, situation: Situation) -> Line:
    line = asked(
        ESCALATION,
        _GROUP,
        "In good standing with the council",
        "QF-59",
        basis="QF-58, QF-59",
        ask=_ASK,
        at=("listing",),
    )
    reached = step_of(provider, situation)
    says = (
        f"{reached.step.value.replace('_', ' ')} since {plain(reached.since)}" if reached.since else "no open concern"
    )
    if reached.step in {EscalationStep.NEW_PLACEMENTS_SUSPENDED, EscalationStep.ALL_SUSPENDED, EscalationStep.REMOVED}:
        return replace(line, firm=True).found(
            State.MISSING,
            f"{says}: {reached.why}",
            effect=Effect.STOP,
            rule="provider-not-open-to-placements",
            remedy="Do not place; ask the designated officer what must happen first.",
        )
    if doubt := _return_in_doubt(provider, situation):
        return replace(line, firm=True).found(
            State.REVIEW,
            f"a person must say: {doubt}",
            effect=Effect.CANNOT_TELL,
            remedy="Ask the designated officer whether the removal still stands, and have the action plan put right.",
        )
    if reached.step is EscalationStep.ENHANCED_MONITORING:
        return line.found(
            State.REVIEW,
            f"{says}: {reached.why}",
            effect=Effect.CONDITION,
            remedy="Speak to the designated officer before placing, and review the placement more often.",
        )
    if reached.step is EscalationStep.LISTED_WITH_ACTIONS:
        return line.found(State.MET, f"{says}: {reached.why}")
    return line.found(State.MET, says)


def _return_in_doubt(provider: Provider, situation: Situation) -> str:
    """Say which step took a provider back from its removal, though none may; empty where there is none."""
    plans = situation.records.action_plans_of(provider.id)
    if not any(step.step is EscalationStep.REMOVED for plan in plans for step in plan.escalation):
        return ""
    # Loaded for those who were removed alone: whoever checks another does not wait for it.
    from apqa.questions.escalation.jumps import return_in_doubt

    return return_in_doubt(provider, situation)
