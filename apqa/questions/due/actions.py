"""What falls due of what was agreed: actions, updates on action plans, steps of escalation, waivers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.assessments.current import counts
from apqa.questions.assessments.ratings import action_is_open
from apqa.questions.due.asking import DESIGNATED_OFFICER
from apqa.questions.due.duty import Day, Duty, dated
from apqa.records.kinds import PLACEMENT, PROVIDER
from apqa.vocabulary.due import DutyKind, DutyState, Owes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.situation import Situation
    from apqa.records.action import Action
    from apqa.records.action_plan import ActionPlan
    from apqa.records.base import Record
    from apqa.records.waiver import Waiver
    from apqa.rule import Path


def action_duties(situation: Situation) -> Iterator[Duty]:
    """Answer what falls due of action plans, of the actions of notes and self-assessments, and of waivers (QF-58)."""
    for plan in situation.records.action_plans:
        if plan.on <= situation.on and not (plan.closed_on and plan.closed_on <= situation.on):
            yield from _of_plan(plan, situation)
    for visit in situation.records.visits:
        if visit.note and visit.note.written_on <= situation.on:
            actions = visit.note.actions
            yield from _of_actions(visit, visit.provider, "visit", actions, ("note", "actions"), situation)
    yield from _of_self_assessments(situation)
    yield from (_waiver(each, situation) for each in situation.records.waivers if each.covers(situation.on))


def _duty(record: Record, provider: str, ask: str, day: Day, situation: Situation) -> Duty:
    duty = Duty(
        kind=day.kind,
        key=day.key,
        title=day.title,
        due=day.due,
        state=DutyState.DUE,
        owes=day.owes,
        ask=ask,
        clause=day.clause,
        basis=day.basis,
        record=record,
        at=day.at,
        provider=provider,
        says=day.says,
    )
    return dated(duty, situation)


def _of_actions(  # noqa: PLR0913, PLR0917  an action stands in records of several kinds
    record: Record, provider: str, name: str, actions: Iterable[Action], at: Path, situation: Situation
) -> Iterator[Duty]:
    for number, action in enumerate(actions):
        if action.is_open(situation.on):
            key = f"{name}/{record.id}/{action.key}"
            place = (*at, number, "due")
            day = Day(DutyKind.ACTION, Owes.PROVIDER, key, action.what, action.due, "QF-58", "QF-58", place)
            yield _duty(record, provider, action.owner, day, situation)


def _of_plan(plan: ActionPlan, situation: Situation) -> Iterator[Duty]:
    yield from _of_actions(plan, plan.provider, "action_plan", plan.actions, ("actions",), situation)
    is_open = any(action.is_open(situation.on) for action in plan.actions)
    if plan.update_days is not None and is_open:
        told = [update.on for action in plan.actions for update in action.updates if update.on <= situation.on]
        last = max([plan.agreed_on or plan.on, *told])
        day = Day(
            DutyKind.UPDATE,
            Owes.PROVIDER,
            f"action_plan/{plan.id}/update",
            "Update on the action plan",
            last + timedelta(days=plan.update_days),
            "QF-58",
            "QF-58",
            ("update_days",),
            f"last on {plain(last)}" if told else f"none since {plain(last)}",
        )
        yield _duty(plan, plan.provider, plan.actions[0].owner, day, situation)
    yield from _of_escalation(plan, situation)


def _of_escalation(plan: ActionPlan, situation: Situation) -> Iterator[Duty]:
    """Answer when the step of escalation that holds is reviewed (QF-59)."""
    taken = [number for number, event in enumerate(plan.escalation) if event.on <= situation.on]
    event = plan.escalation[taken[-1]] if taken else None
    if event is not None and event.review_on is not None:
        day = Day(
            DutyKind.ESCALATION,
            Owes.COUNCIL,
            f"action_plan/{plan.id}/escalation",
            f"Review of {event.step.value.replace('_', ' ')}",
            event.review_on,
            "QF-59",
            "QF-59",
            ("escalation", taken[-1], "review_on"),
            f"since {plain(event.on)}: {event.reason}",
        )
        yield _duty(plan, plan.provider, event.decided_by, day, situation)


def _of_self_assessments(situation: Situation) -> Iterator[Duty]:
    """Answer the actions a provider named in its latest self-assessment; those of earlier ones it has rated again."""
    for assessment in situation.records.self_assessments:
        if not counts(assessment, situation):
            continue
        for code, rating in assessment.ratings.items():
            if rating.action is not None and action_is_open(rating, situation.on):
                action, at = rating.action, ("ratings", code, "action", "due")
                key = f"self_assessment/{assessment.id}/{code}"
                day = Day(DutyKind.ACTION, Owes.PROVIDER, key, action.what, action.due, "QF-53", "QF-53", at)
                yield _duty(assessment, assessment.provider, action.owner, day, situation)


def _waiver(waiver: Waiver, situation: Situation) -> Duty:
    """Answer when a waiver ends: by then it is put right, or waived again with its reason."""
    kind = next((kind for kind in (PROVIDER, PLACEMENT) if waiver.record.startswith(f"{kind.folder}/")), None)
    about = kind.id_of(waiver.record) if kind else None
    placement = situation.records.placement(about) if about and kind is PLACEMENT else None
    day = Day(
        DutyKind.WAIVER,
        Owes.COUNCIL,
        f"waiver/{waiver.id}",
        f"Waiver of {waiver.check or waiver.rule} ends",
        waiver.ends,
        "QF-90",
        "local policy",
        ("ends",),
        waiver.reason,
    )
    provider = placement.provider if placement else about if kind is PROVIDER and about else ""
    return _duty(waiver, provider, DESIGNATED_OFFICER, day, situation)
