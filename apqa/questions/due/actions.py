"""What falls due of what was agreed: actions, updates on action plans, waivers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.assessments.current import counts
from apqa.questions.assessments.ratings import action_is_open
from apqa.questions.concern import is_turned_away
from apqa.questions.due.asking import DESIGNATED_OFFICER
from apqa.questions.due.duty import Day, Duty, duty_on
from apqa.questions.notes import actions_taken_further
from apqa.records.kinds import PROVIDER, TERMLY_REPORT, kind_at
from apqa.vocabulary.due import DutyKind, Owes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.action import Action
    from apqa.records.action_plan import ActionPlan
    from apqa.records.base import Record
    from apqa.records.visit import Visit
    from apqa.records.waiver import Waiver
    from apqa.rule import Path


def action_duties(situation: Situation) -> Iterator[Duty]:
    """Answer what falls due of action plans, of the actions of notes and self-assessments, and of waivers (QF-58)."""
    for plan in situation.records.action_plans:
        if plan.is_open(situation.on):
            yield from _of_plan(plan, situation)
    for visit in situation.records.visits:
        for number, action in open_actions(visit, situation):
            yield _action(visit, visit.provider, "visit", action, ("note", "actions", number, "due"), situation)
    yield from _of_self_assessments(situation)
    for waiver in situation.records.waivers:
        if waiver.starts <= situation.on and waiver.approved_on <= situation.on:
            yield _waiver(waiver, situation)


def open_actions(visit: Visit, situation: Situation) -> Iterator[tuple[int, Action]]:
    """Answer the actions agreed in a note of visit that are still open, each with its number (QF-57, QF-58).

    One that stands under the same key in an action plan that takes the visit further is counted there, and none is
    waited for of a provider that was turned away.
    """
    note = visit.note
    if note is None or note.written_on > situation.on or is_turned_away(visit.provider, situation):
        return
    taken_over = {action.key for action in actions_taken_further(visit, situation)}
    for number, action in enumerate(note.actions):
        if action.is_open(situation.on) and action.key not in taken_over:
            yield number, action


def _action(  # noqa: PLR0913, PLR0917  an action stands in records of several kinds
    record: Record, provider: str, name: str, action: Action, at: Path, situation: Situation
) -> Duty:
    key = f"{name}/{record.id}/{action.key}"
    day = Day(DutyKind.ACTION, Owes.PROVIDER, key, action.what, action.due, "QF-58", "QF-58", at)
    return duty_on(day, record, provider, action.owner, situation)


def _of_plan(plan: ActionPlan, situation: Situation) -> Iterator[Duty]:
    for number, action in enumerate(plan.actions):
        if action.is_open(situation.on):
            yield _action(plan, plan.provider, "action_plan", action, ("actions", number, "due"), situation)
    last = last_update(plan, situation.on)
    if plan.update_days is not None and any(action.is_open(situation.on) for action in plan.actions):
        told = last != (plan.agreed_on or plan.on)
        day = Day(
            DutyKind.UPDATE,
            Owes.PROVIDER,
            f"update/{plan.id}",
            "Update on the action plan",
            last + timedelta(days=plan.update_days),
            "QF-58",
            "QF-58",
            ("update_days",),
            f"last on {plain(last)}" if told else f"none since {plain(last)}",
        )
        yield duty_on(day, plan, plan.provider, plan.actions[0].owner, situation)


def last_update(plan: ActionPlan, on: date) -> date:
    """Answer the day of the last update on an action plan by a day; the day it was agreed, else opened, without any."""
    told = [update.on for action in plan.actions for update in action.updates if update.on <= on]
    return max([plan.agreed_on or plan.on, *told])


def verified_by(action: Action, situation: Situation) -> date | None:
    """Answer the day by which somebody verifies that an action is done, by local policy; none where it is not done."""
    return action.done_on + situation.policy.days("verification_days") if action.done_on is not None else None


def _of_self_assessments(situation: Situation) -> Iterator[Duty]:
    """Answer the actions a provider named in its latest self-assessment; those of earlier ones it has rated again."""
    for assessment in situation.records.self_assessments:
        if not counts(assessment, situation) or is_turned_away(assessment.provider, situation):
            continue
        for code, rating in assessment.ratings.items():
            if rating.action is not None and action_is_open(rating, situation.on):
                action, at = rating.action, ("ratings", code, "action", "due")
                key = f"self_assessment/{assessment.id}/{code}"
                day = Day(DutyKind.ACTION, Owes.PROVIDER, key, action.what, action.due, "QF-53", "QF-53", at)
                yield duty_on(day, assessment, assessment.provider, action.owner, situation)


def _waiver(waiver: Waiver, situation: Situation) -> Duty:
    """Answer when a waiver ends: by then it is put right, or waived again with its reason.

    One that has ended and still stands among the records is overdue until it is renewed or taken out.
    """
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
    return duty_on(day, waiver, _provider_of(waiver.record, situation), DESIGNATED_OFFICER, situation)


def _provider_of(path: str, situation: Situation) -> str:
    """Answer the provider the record at a path is about; empty where it is about none, or is not there."""
    kind = kind_at(path)
    record = situation.records.one(kind, kind.id_of(path) or "") if kind else None
    if kind is PROVIDER and record is not None:
        return str(record.id)
    if kind is TERMLY_REPORT and record is not None:
        record = situation.records.placement(record.placement)
    return str(getattr(record, "provider", ""))
