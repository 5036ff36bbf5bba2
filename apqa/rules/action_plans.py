"""Action plans: agreed, followed, and spoken of regularly (QF-58)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.concern import is_turned_away
from apqa.questions.due.actions import last_update, verified_by
from apqa.questions.escalation.repeated import repeated
from apqa.records.kinds import ACTION_PLAN, AUTHORITY, PLACEMENT, PROVIDER, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.action import Action
    from apqa.records.action_plan import ActionPlan
    from apqa.records.provider import Provider


@rule(
    about=ACTION_PLAN,
    severity=Severity.CONCERN,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Ask the provider what has been done; record it, or take the plan to the next step.",
    rests_on=(PROVIDER, PLACEMENT),
)
def overdue_action(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """An agreed action is past its day and still open.

    The provider acts on the plan without delay. With a provider that was removed, and has no pupils any more, its
    actions fall.
    """
    for number, action in _open_actions(plan, situation):
        if action.due < situation.on:
            said = f"{action.what.rstrip('.')}: due on {plain(action.due)} from {action.owner}, and still open"
            yield Fault(plan, said, ("actions", number, "due"))


@rule(
    about=ACTION_PLAN,
    severity=Severity.QUERY,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Ask for an update, and record it.",
    rests_on=(PROVIDER, PLACEMENT),
)
def silent_on_action_plan(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """A provider has given no update on an open action plan within the agreed days.

    The provider gives regular updates on progress, as agreed and specified in the plan.
    """
    if plan.update_days is None or not any(_open_actions(plan, situation)):
        return
    last = last_update(plan, situation.on)
    if (situation.on - last).days > plan.update_days:
        told = last != (plan.agreed_on or plan.on)
        since = f"the last update was on {plain(last)}" if told else f"no update since {plain(last)}"
        said = f"{since}; one is due every {plan.update_days} days"
        yield Fault(plan, said, ("update_days",))


@rule(
    about=ACTION_PLAN,
    severity=Severity.QUERY,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Agree it with the provider, and record the day.",
)
def action_plan_not_agreed(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """An action plan is not recorded as agreed with the provider.

    An action plan is agreed, recorded and monitored.
    """
    agreed = plan.agreed_on is not None and plan.agreed_on <= situation.on
    if not agreed and plan.is_open(situation.on) and plan.on < situation.on:
        to_be = f"; it is to be agreed on {plain(plan.agreed_on)}" if plan.agreed_on is not None else ""
        yield Fault(plan, f"opened on {plain(plan.on)} and not recorded as agreed{to_be}", ("reason",))


@rule(
    about=ACTION_PLAN,
    severity=Severity.QUERY,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Record what was found (why), and the area of the review or the clause it belongs to (area, clause).",
    rests_on=(PROVIDER, PLACEMENT),
)
def action_without_reason(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """An open action says neither why it is needed, nor to which area of the review or clause it belongs.

    An action answers a concern. Without it nobody can tell later whether the same concern has come a second time.
    """
    for number, action in _open_actions(plan, situation):
        if action.area is None and action.clause is None and action.why is None:
            said = f"{action.what.rstrip('.')}: why it is needed, and what it belongs to, is not recorded"
            yield Fault(plan, said, ("actions", number, "what"))


@rule(
    about=ACTION_PLAN,
    severity=Severity.ADVICE,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Agree with the provider what will show that it is done, and record it (evidence_expected).",
    rests_on=(PROVIDER, PLACEMENT),
)
def action_without_evidence(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """What will show that an open action is done is not recorded.

    Where it is agreed beforehand what will be looked at, nobody argues afterwards about whether it is done.
    """
    for number, action in _open_actions(plan, situation):
        if action.evidence_expected is None:
            said = f"{action.what.rstrip('.')}: what will show that it is done is not recorded"
            yield Fault(plan, said, ("actions", number, "what"))


@rule(
    about=ACTION_PLAN,
    severity=Severity.QUERY,
    clauses=("QF-58",),
    basis="QF-58; local policy (verification_days)",
    remedy="Look whether it is done, and record who verified it and when (status, verified_by, verified_on).",
    rests_on=(AUTHORITY, PROVIDER, PLACEMENT),
)
def done_action_not_verified(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """An action of an open plan was done a while ago, and nobody has verified that it is.

    A plan is monitored. That a thing is done is what the provider says, until somebody has looked. Within how many days
    is local policy (verification_days).
    """
    if not plan.is_open(situation.on) or is_turned_away(plan.provider, situation):
        return
    for number, action in enumerate(plan.actions):
        by = verified_by(action, situation) if action.waits_to_be_verified(situation.on) else None
        if action.done_on is not None and by is not None and by < situation.on:
            done = f"{action.what.rstrip('.')}: done on {plain(action.done_on)}"
            yield Fault(plan, f"{done}, to be verified by {plain(by)}, and not verified", ("actions", number, "status"))


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-58", "QF-59"),
    basis="QF-58, QF-59; local policy (repeated_within_days)",
    remedy="Ask why it came back, and decide whether the plan is taken to the next step; verify what is done.",
    rests_on=(ACTION_PLAN, VISIT, PLACEMENT),
)
def concern_repeated_in_area(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider gives concern a second time in an area that had been put right.

    What was verified and came back was not put right for good: continued underperformance is escalated. The finding
    ends when the second concern is verified as put right, too.
    """
    if is_turned_away(provider.id, situation):
        return
    for each in repeated(provider, situation):
        if each.now.put_right is None:
            area = each.now.area.value.replace("_", " ")
            said = f"{area}: a concern again on {plain(each.now.on)}, put right before on {plain(each.put_right)}"
            yield Fault(each.now.record, said, each.now.at, related=((each.before.record, each.before.at),))


def _open_actions(plan: ActionPlan, situation: Situation) -> Iterator[tuple[int, Action]]:
    """Answer the open actions of an open plan, each with its number; none of a provider that was turned away."""
    if plan.is_open(situation.on) and not is_turned_away(plan.provider, situation):
        for number, action in enumerate(plan.actions):
            if action.is_open(situation.on):
                yield number, action
