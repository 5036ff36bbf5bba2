"""What comes next: what is to be decided, what a step needs, what action plans ask (QF-58, QF-59)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import LOOKS, step_entry
from apqa.questions.concern import is_turned_away
from apqa.questions.due.actions import last_update, verified_by
from apqa.questions.escalation.deciders import deciders
from apqa.questions.escalation.reached import last_event
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.questions.escalation.called import Called
    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.needs import NeedState
    from apqa.questions.situation import Situation
    from apqa.records.action import Action
    from apqa.records.action_plan import ActionPlan

_OFFICER = "designated officer"
_CLOSED_WITHOUT_MORE = frozenset({EscalationStep.LISTED, EscalationStep.LISTED_WITH_ACTIONS})


@dataclass(frozen=True, slots=True)
class Next:
    """One thing that comes next."""

    what: str
    by: date | None
    who: str
    """Who does it, by role."""

    overdue: bool = False


def to_decide(called: Iterable[Called], situation: Situation) -> Iterator[Next]:
    """Answer each step that something calls for, with who may decide on it."""
    for each in called:
        who = " or ".join(deciders(each.step, situation))
        yield Next(f"Decide: {each.sentence}", None, who, overdue=True)


def in_order_of_days(needs: Iterable[Next], of_plan: Iterable[Next]) -> tuple[Next, ...]:
    """Put what comes next in the order of its days, what a step needs and is overdue before all; no day is now."""
    needs = tuple(needs)
    late = [each for each in needs if each.overdue]
    rest = [each for each in (*needs, *of_plan) if each not in late]
    return tuple(each for part in (late, rest) for each in sorted(part, key=lambda each: str(each.by or "")))


def open_needs(needs: Iterable[NeedState], decision: Decision | None, situation: Situation) -> Iterator[Next]:
    """Answer what of a step's needs is open; and when it is looked at again."""
    who = (decision.decided_by if decision else "") or _OFFICER
    for each in needs:
        if not each.met:
            said, overdue = f"{each.entry.title}: {each.says}", each.is_overdue(situation.on)
            yield Next(said, each.due, who, overdue)
        elif each.entry.key in LOOKS and each.due and each.due >= situation.on:
            yield Next(each.entry.title, each.due, who)


def of_plans(provider_id: str, situation: Situation) -> Iterator[Next]:
    """Answer what the open action plans of a provider ask; of one that was turned away its actions fall (QF-58)."""
    if is_turned_away(provider_id, situation):
        return
    for plan in situation.records.action_plans_of(provider_id):
        if plan.is_open(situation.on):
            yield from _of_plan(plan, situation)


def _of_plan(plan: ActionPlan, situation: Situation) -> Iterator[Next]:
    """Answer the actions that are overdue and the next one, the next update, and what is to be verified.

    Where all is done and verified, what is left is to close the plan.
    """
    on = situation.on
    running = sorted((each for each in plan.actions if each.is_open(on)), key=lambda each: each.due)
    late = [each for each in running if each.due < on]
    for each in running[: len(late) + 1]:
        yield Next(f"Action: {_said(each)}", each.due, each.owner, overdue=each.due < on)
    if running and plan.update_days is not None:
        by = last_update(plan, on) + timedelta(days=plan.update_days)
        yield Next("Update on the action plan", by, running[0].owner, overdue=by < on)
    unverified = [each for each in plan.actions if each.waits_to_be_verified(on)]
    for each in unverified:
        yield Next(f"Verify that it is done: {_said(each)}", verified_by(each, situation), _OFFICER)
    if not running and not unverified:
        yield _all_done(plan, on)


def _all_done(plan: ActionPlan, on: date) -> Next:
    """Say what is left of a plan all of whose actions are done: a step above the plan itself ends by a decision."""
    last, name = last_event(plan, on), f"the action plan of {plain(plan.on)}"
    if last is None or last.step in _CLOSED_WITHOUT_MORE:
        return Next(f"Close {name}: nothing of it is open", None, _OFFICER)
    if last.step is EscalationStep.REMOVED:
        return Next(f"Close {name}: the provider is removed", None, _OFFICER)
    said = f"Decide whether {step_entry(last.step).title} ends: nothing of {name} is open"
    return Next(said, None, _OFFICER)


def _said(action: Action) -> str:
    return action.what.rstrip(".")
