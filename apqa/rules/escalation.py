"""Escalation: legal steps, what each needs, and everybody told who must be told (QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.guidance.escalation import LOOKS, Need, step_entry, trigger_entry
from apqa.questions.escalation.called import called_for
from apqa.questions.escalation.deciders import deciders, may_decide
from apqa.questions.escalation.differing import difference
from apqa.questions.escalation.holding import standing_steps, steps_of
from apqa.questions.escalation.jumps import closed_at_a_suspension, jumps
from apqa.questions.escalation.needs import NOT_RECORDED, needs_of, unsettled_placements
from apqa.questions.escalation.out_of_order import odd_things
from apqa.questions.escalation.untold import nobody_named, untold
from apqa.records.kinds import (
    ACTION_PLAN,
    AUTHORITY,
    CALENDAR,
    PLACEMENT,
    PROVIDER,
    SELF_ASSESSMENT,
    TERMLY_REPORT,
    VISIT,
)
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.review import EscalationStep, EscalationTrigger

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.escalation.needs import NeedState
    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan
    from apqa.records.provider import Provider
    from apqa.rule import Path

_RULES_OF_THEIR_OWN = LOOKS | {Need.TOLD, Need.PLAN_AGREED}
_OF_REMOVAL = frozenset({Need.URGENT_MEETING, Need.TOLD, Need.PLACEMENTS_SETTLED})


@rule(
    about=ACTION_PLAN,
    severity=Severity.BREACH,
    clauses=("QF-59",),
    basis="QF-59",
    remedy="Hold the meeting, tell whoever was not told (`apqa notify` prepares the letters), and record what becomes "
    "of each live placement, each with its day.",
    rests_on=(AUTHORITY, PROVIDER, PLACEMENT),
)
def removal_not_carried_through(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """A provider was removed without an urgent meeting, or not everyone was told, or a placement is left hanging.

    An urgent meeting decides; then every commissioner with a live placement, all commissioning services and all
    schools are informed, and each live placement has what happens to it. Days to tell and to settle are local policy
    (telling_days, settling_days); on the last of them it is not overdue.
    """
    for decision, provider in steps_of(plan, situation):
        if decision.step is EscalationStep.REMOVED:
            for need in needs_of(decision, provider, situation):
                if need.entry.key in _OF_REMOVAL and need.is_overdue(situation.on):
                    remedy = _name_them(decision, situation) if need.entry.key is Need.TOLD else ""
                    yield Fault(plan, _left_undone(need, decision, provider, situation), _at(decision), remedy=remedy)


@rule(
    about=ACTION_PLAN,
    severity=Severity.CONCERN,
    clauses=("QF-59",),
    basis="QF-59; practice, not confirmed",
    remedy="Record the step between, or what set it off (trigger), or correct the step or its day.",
    rests_on=(PROVIDER,),
)
def illegal_escalation_step(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """A step of escalation was taken that cannot follow the one before it.

    Each step follows the one below it, so that the provider knows what comes next; a removal follows a suspension and
    an urgent meeting. What is grave may skip steps, and says what set it off. A suspension ends by a decision, not by
    the closing of a plan. Which step may follow which is practice that no document confirms, apart from the meeting.
    """
    for jump in jumps(plan, situation):
        yield Fault(plan, jump.says, ("escalation", jump.number))
    if said := closed_at_a_suspension(plan, situation):
        yield Fault(plan, said, ("closed_on",), remedy="Record the step that lifts it, or open the plan again.")


@rule(
    about=ACTION_PLAN,
    severity=Severity.CONCERN,
    clauses=("QF-59",),
    basis="QF-59; local policy (telling_days)",
    remedy="Prepare the letters with `apqa notify`, tell them, and record the day (told).",
    rests_on=(AUTHORITY, PROVIDER, PLACEMENT),
)
def escalation_not_told(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """A suspension, or its end, has not been told to everybody who must know of it.

    A commissioner who does not know of a suspension sends a child there tomorrow. Every commissioner with a live
    placement is told, and every commissioning service; of its end, whoever was told of it. The days are local policy.
    """
    for decision, provider in standing_steps(plan, situation):
        if decision.step is EscalationStep.REMOVED:
            continue
        for need in needs_of(decision, provider, situation):
            if need.entry.key is Need.TOLD and need.is_overdue(situation.on):
                said, remedy = _untold(decision, provider, situation), _name_them(decision, situation)
                yield Fault(plan, said, _at(decision), remedy=remedy)


@rule(
    about=ACTION_PLAN,
    severity=Severity.CONCERN,
    clauses=("QF-58", "QF-59"),
    basis="QF-58, QF-59; local policy (suspension_review_days, monitoring_check_days)",
    remedy="Review it, and record what was found and what follows (reviews), or the next step.",
    rests_on=(PROVIDER, VISIT),
)
def escalation_review_overdue(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """A step of escalation that holds has not been reviewed, or checked on, by its day.

    A plan is monitored. A suspension without a review becomes a removal that nobody decided.
    """
    for decision, provider in standing_steps(plan, situation):
        for need in needs_of(decision, provider, situation):
            looked = need.entry.key in LOOKS
            if looked and need.due and need.is_overdue(situation.on):
                said = f"{step_entry(decision.step).title}: a review was due on {plain(need.due)}; {need.says}"
                yield Fault(plan, said, _at(decision))


@rule(
    about=ACTION_PLAN,
    severity=Severity.QUERY,
    clauses=("QF-59",),
    basis="QF-59; practice, not confirmed",
    remedy="Do it and record it with its day, or give the reason as a waiver.",
    rests_on=(AUTHORITY, PROVIDER, PLACEMENT),
)
def escalation_need_not_met(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """Something a step of escalation needs is not recorded by its day, or another role decided than the council named.

    A decision record, a meeting, what becomes of the placements, the parents told: without them nobody can show later
    why a provider was suspended or removed, and that the children were looked after. Most of it is practice.
    """
    for decision, provider in standing_steps(plan, situation):
        own = _OF_REMOVAL if decision.step is EscalationStep.REMOVED else frozenset()
        for need in needs_of(decision, provider, situation):
            if need.entry.key not in _RULES_OF_THEIR_OWN | own and need.is_overdue(situation.on):
                yield Fault(plan, _not_met(need, decision), _at(decision), basis=need.entry.basis, key=need.entry.key)
        if not may_decide(decision.decided_by, decision.step, situation):
            may = " or ".join(deciders(decision.step, situation))
            said = f"{step_entry(decision.step).title}: decided by {decision.decided_by}; by local policy it is {may}"
            yield Fault(plan, said, (*_at(decision), "decided_by"), basis="local policy (deciders)", key="deciders")


@rule(
    about=ACTION_PLAN,
    severity=Severity.QUERY,
    clauses=("QF-59",),
    basis="QF-59; practice, not confirmed",
    remedy="Look it up, and correct the day, the placement or the trigger.",
    rests_on=(PROVIDER, PLACEMENT, VISIT),
)
def escalation_step_contradicts_itself(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """A step of escalation records what cannot be right: a day before what it follows, or a placement of another.

    Nobody is told of a decision before it is made, and a review before the step reviews something else. Such a day does
    not count as done. What became of a placement stands once, and of this provider's own; what was put right leads to
    no graver step.
    """
    for decision, provider in steps_of(plan, situation):
        for odd in odd_things(decision, provider, situation):
            said = f"{step_entry(decision.step).title} on {plain(decision.on)}: {odd.says}"
            yield Fault(plan, said, (*_at(decision), *odd.at))


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-59",),
    basis="QF-59",
    remedy="Find out which is right; correct the listing, or record the step in an action plan (escalation).",
    rests_on=(ACTION_PLAN,),
)
def list_and_escalation_differ(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider's place on the list and its action plans do not say the same of a suspension or a removal.

    Some look at the list and some at the plan, and one of the two is wrong. A step that only the list knows has no
    record of who was told and of what becomes of the placements.
    """
    if said := difference(provider, situation):
        yield Fault(provider, said, ("listing",) if provider.listing else ())


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-58", "QF-59"),
    basis="QF-58, QF-59; practice, not confirmed",
    remedy="Decide, and record the step in an action plan (escalation); or give the reason as a waiver.",
    rests_on=(AUTHORITY, ACTION_PLAN, VISIT, PLACEMENT, TERMLY_REPORT, CALENDAR, SELF_ASSESSMENT),
)
def escalation_called_for(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Something in the records calls for a step of escalation, and no step answers it.

    Actions long overdue, no reports for two periods, a visit refused, a recommendation nobody decided on: continued
    underperformance is escalated. What is a finding by itself, as a lapsed insurance, is not said twice here;
    `apqa escalation` shows it.
    """
    for each in called_for(provider, situation):
        entry = trigger_entry(each.trigger)
        if entry.found_by is None and each.trigger is not EscalationTrigger.REPEATED_CONCERN:
            yield Fault(provider, each.sentence, ("listing",) if provider.listing else (), key=each.trigger.value)


def _at(decision: Decision) -> Path:
    return ("escalation", decision.number or 0)


def _left_undone(need: NeedState, decision: Decision, provider: Provider, situation: Situation) -> str:
    if need.entry.key is Need.URGENT_MEETING:
        return need.says
    if need.entry.key is Need.TOLD:
        return _untold(decision, provider, situation)
    unsettled = unsettled_placements(decision, provider, situation)
    return f"what becomes of these placements is not recorded: {', '.join(unsettled)}"


def _untold(decision: Decision, provider: Provider, situation: Situation) -> str:
    named = ", ".join(each.to.with_placements for each in untold(decision, provider, situation))
    what = "the removal" if decision.step is EscalationStep.REMOVED else step_entry(decision.step).title
    said = f"not recorded as told of {what}: {named}" if named else ""
    unnamed = nobody_named(decision, situation)
    return "; ".join(filter(None, (said, f"{what}: {unnamed}" if unnamed and not named else unnamed)))


def _name_them(decision: Decision, situation: Situation) -> str:
    """Say what to do where nobody of a sort is named; empty where the rule's own remedy is enough."""
    if not nobody_named(decision, situation):
        return ""
    return "Name them in authority.yaml (recipients); then prepare the letters with `apqa notify`, and tell them."


def _not_met(need: NeedState, decision: Decision) -> str:
    by = f" by {plain(need.due)}" if need.due else ""
    title = f"{need.entry.title[0].lower()}{need.entry.title[1:]}"
    why = "" if need.says == NOT_RECORDED else f"; {need.says}"
    return f"{step_entry(decision.step).title}: not recorded{by}: {title} ({need.entry.record}){why}"
