"""Concerns in an area that was put right before (QF-58)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.vocabulary.review import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan
    from apqa.records.base import Record
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit
    from apqa.rule import Path
    from apqa.vocabulary.review import Area


@dataclass(frozen=True, slots=True)
class Concerned:
    """One area that gave concern."""

    area: Area
    on: date
    record: Record
    at: Path
    put_right: date | None = None
    """The day it was verified, or its plan closed; none where it has not been by the day asked about."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A concern, and the earlier one in the same area that was put right before it."""

    now: Concerned
    before: Concerned

    @property
    def put_right(self) -> date:
        """Answer the day the earlier one was put right."""
        return self.before.put_right or self.before.on


def repeated(provider: Provider, situation: Situation) -> Iterator[Repeated]:
    """Answer every concern in an area that was put right before it, within the days of policy; one for each record."""
    within, every = situation.policy.days("repeated_within_days"), tuple(_concerns(provider, situation))
    seen: set[tuple[Area, str]] = set()
    for now in sorted(every, key=lambda each: each.on):
        earlier = [
            each
            for each in every
            if each.area is now.area and each.record is not now.record and each.put_right is not None
            if each.put_right < now.on <= each.put_right + within
        ]
        if earlier and (now.area, now.record.id) not in seen:
            seen.add((now.area, now.record.id))
            yield Repeated(now, max(earlier, key=lambda each: each.put_right or each.on))


def _concerns(provider: Provider, situation: Situation) -> Iterator[Concerned]:
    for plan in situation.records.action_plans_of(provider.id):
        if plan.on <= situation.on:
            yield from _of_plan(plan, situation.on)
    for visit in situation.records.visits_to(provider.id):
        yield from _of_note(visit, situation)


def _of_plan(plan: ActionPlan, on: date) -> Iterator[Concerned]:
    closed = plan.closed_on if plan.closed_on is not None and plan.closed_on <= on else None
    for number, action in enumerate(plan.actions):
        if action.area is not None:
            verified = action.verified_on if action.is_verified(on) else None
            yield Concerned(action.area, plan.on, plan, ("actions", number, "area"), verified or closed)


def _of_note(visit: Visit, situation: Situation) -> Iterator[Concerned]:
    """Answer the areas a note judges to be a concern. One that an action plan takes further is that plan's."""
    note = visit.note
    plans = situation.records.action_plans_of(visit.provider)
    if note is None or note.written_on > situation.on or any(plan.visit == visit.id for plan in plans):
        return
    for number, each in enumerate(note.areas):
        if each.judgement is Judgement.CONCERN and note.escalation is None:
            verified = [
                action.verified_on
                for action in note.actions
                if action.area is each.area and action.is_verified(situation.on) and action.verified_on
            ]
            yield Concerned(each.area, visit.on, visit, ("note", "areas", number, "area"), max(verified, default=None))
