"""What the records call for: triggers of a step of escalation that apqa can see for itself (QF-58, QF-59)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry, trigger_entries, trigger_entry
from apqa.questions.checks.verdict import provider_check
from apqa.questions.checks.visits import undecided_visit
from apqa.questions.concern import is_of_concern
from apqa.questions.due.actions import open_actions
from apqa.questions.due.duty import SETTLED
from apqa.questions.due.reports import expected_reports, report_duty
from apqa.questions.escalation.reached import rank, step_of
from apqa.questions.escalation.repeated import repeated
from apqa.vocabulary.due import DutyState
from apqa.vocabulary.review import EscalationStep, EscalationTrigger, ListRecommendation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.action import Action
    from apqa.records.provider import Provider

_RECOMMENDED = {
    ListRecommendation.REMAIN_WITH_ACTIONS: EscalationStep.LISTED_WITH_ACTIONS,
    ListRecommendation.ENHANCED_MONITORING: EscalationStep.ENHANCED_MONITORING,
    ListRecommendation.SUSPEND_NEW: EscalationStep.NEW_PLACEMENTS_SUSPENDED,
    ListRecommendation.SUSPEND_ALL: EscalationStep.ALL_SUSPENDED,
    ListRecommendation.REMOVE: EscalationStep.REMOVED,
}
_PERIODS = 2
"""For how many reporting periods no report may come; the word "two" is the trigger's own."""


@dataclass(frozen=True, slots=True)
class Called:
    """A step that something in the records calls for."""

    trigger: EscalationTrigger
    step: EscalationStep
    says: str

    @property
    def sentence(self) -> str:
        """Say what calls for which step."""
        return f"{trigger_entry(self.trigger).title} ({self.says}): calls for {step_entry(self.step).title}"


def called_for(provider: Provider, situation: Situation) -> tuple[Called, ...]:
    """Answer every step above the one reached that something in the records calls for, the gravest first.

    Nothing is asked of a provider that nobody is or may be placed with.
    """

    def find() -> tuple[Called, ...]:
        reached = step_of(provider, situation).step
        if reached is EscalationStep.REMOVED or not is_of_concern(provider, situation):
            return ()
        above = (each for each in _every(provider, situation) if rank(each.step) > rank(reached))
        return tuple(sorted(above, key=lambda each: -rank(each.step)))

    return situation.once(("called for", provider.id), find)


def _every(provider: Provider, situation: Situation) -> Iterator[Called]:
    lines = provider_check(provider, situation).lines
    for entry in trigger_entries():
        if entry.found_by is not None and entry.calls_for is not None:
            found = [each for each in lines if each.rule == entry.found_by and not each.waiver]
            said = [f"{each.title}: {each.says}" for each in found]
            if said:
                yield Called(entry.key, entry.calls_for, "; ".join(said))
    for trigger, find in _FINDERS.items():
        step = trigger_entry(trigger).calls_for
        if step is not None and (says := find(provider, situation)):
            yield Called(trigger, step, says)
    yield from _recommended(provider, situation)


def _recommended(provider: Provider, situation: Situation) -> Iterator[Called]:
    found = undecided_visit(provider, situation)
    step = _RECOMMENDED.get(found[1].recommendation) if found and found[1].recommendation else None
    if found and step is not None and rank(step) > rank(EscalationStep.LISTED_WITH_ACTIONS):
        yield Called(EscalationTrigger.RECOMMENDED, step, f"visit of {plain(found[0].on)}")


def _agreed(provider: Provider, situation: Situation) -> Iterator[Action]:
    """Answer the open actions agreed with a provider: of its open plans, and of notes no plan takes further.

    What it set itself in its self-assessment was agreed with nobody, and calls for no step.
    """
    for plan in situation.records.action_plans_of(provider.id):
        if plan.is_open(situation.on):
            yield from (action for action in plan.actions if action.is_open(situation.on))
    for visit in situation.records.visits_to(provider.id):
        yield from (action for _, action in open_actions(visit, situation))


def _overdue_actions(provider: Provider, situation: Situation) -> str:
    since = situation.on - situation.policy.days("tolerated_days")
    late = sorted((each for each in _agreed(provider, situation) if each.due < since), key=lambda each: each.due)
    return "; ".join(f"{each.what.rstrip('.')}, due on {plain(each.due)}" for each in late)


def _repeated_concern(provider: Provider, situation: Situation) -> str:
    """Say which areas give concern again, as far as what they are about now has not been put right as well."""
    again = [each for each in repeated(provider, situation) if each.now.put_right is None]
    said = (f"{each.now.area.value.replace('_', ' ')}, put right on {plain(each.put_right)}" for each in again)
    return "; ".join(dict.fromkeys(said))


def _no_reports(provider: Provider, situation: Situation) -> str:
    """Name the reporting periods of which every report is overdue, where the last two or more are such."""
    periods: defaultdict[str, list[DutyState]] = defaultdict(list)
    titles: dict[str, tuple[date, str]] = {}
    for placement in situation.records.placements_at(provider.id):
        for expected in expected_reports(placement, situation):
            periods[expected.span.key].append(report_duty(expected, situation).state)
            titles[expected.span.key] = (expected.span.starts, expected.span.title)
    asked = sorted(
        (key for key, states in periods.items() if DutyState.OVERDUE in states or set(states) & SETTLED),
        key=lambda key: titles[key][0],
    )
    last = asked[-_PERIODS:]
    silent = [key for key in last if set(periods[key]) == {DutyState.OVERDUE}]
    return ", ".join(titles[key][1] for key in silent) if len(silent) == _PERIODS else ""


def _visit_refused(provider: Provider, situation: Situation) -> str:
    """Say when a visit was refused; nothing where one has taken place since, or something was decided."""
    visits = situation.records.visits_to(provider.id)
    refused = [each.refused_on for each in visits if each.refused_on and each.refused_on <= situation.on]
    last = max(refused, default=None)
    if last is None or any(each.note and last < each.on <= situation.on for each in visits):
        return ""
    decided = (event.on for plan in situation.records.action_plans_of(provider.id) for event in plan.escalation)
    listed = (each.on for each in provider.listing)
    return "" if any(last <= on <= situation.on for on in (*decided, *listed)) else f"on {plain(last)}"


_FINDERS: dict[EscalationTrigger, Callable[[Provider, Situation], str]] = {
    EscalationTrigger.OVERDUE_ACTIONS: _overdue_actions,
    EscalationTrigger.REPEATED_CONCERN: _repeated_concern,
    EscalationTrigger.NO_REPORTS: _no_reports,
    EscalationTrigger.VISIT_REFUSED: _visit_refused,
}
