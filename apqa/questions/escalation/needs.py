"""What must happen at a step of escalation: what is done, what is open, and by when (QF-58, QF-59)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import LOOKS, Need, need_entry, step_entry
from apqa.questions.escalation.holding import holds_until
from apqa.questions.escalation.out_of_order import begun_on, decided_from
from apqa.questions.escalation.reviews import review_due, reviewed_on
from apqa.questions.escalation.telling import live_placements, tellings
from apqa.questions.escalation.untold import nobody_named, untold
from apqa.questions.working_days import working_days_later
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import EscalationTrigger

if TYPE_CHECKING:
    from collections.abc import Callable

    from apqa.guidance.escalation import NeedEntry
    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

NOT_RECORDED = "not recorded"
"""What is said of a need of which nothing is recorded."""

_TELLING = frozenset({"parents_told_on", "department_told_on"})
_OPEN_AGAIN = frozenset({ListStatus.LISTED, ListStatus.EXCEPTIONAL})
_ONLY_ON_LIST = "only the list records this step: record it in an action plan (escalation)"


@dataclass(frozen=True, slots=True)
class NeedState:
    """One thing that must happen at a step, and how it stands on the day."""

    entry: NeedEntry
    met: bool
    says: str
    due: date | None = None
    """The last day on which it is in time; none where it came, or had to come, before the step."""

    awaits: bool = False
    """Whether it is met only because the day of the first look has not come."""

    def is_overdue(self, on: date) -> bool:
        """Answer whether it is open after its day; at once where it had to come before the step."""
        return not self.met and (self.due is None or self.due < on)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the answer to each need is asked of."""

    decision: Decision
    provider: Provider
    situation: Situation

    @property
    def on(self) -> date:
        return self.situation.on

    def by(self, day: date | None) -> bool:
        return day is not None and day <= self.on

    def too_early(self, name: str, day: date) -> str:
        """Say why a day of the step cannot be right; empty where it may be."""
        if name in _TELLING:
            early, before = day < decided_from(self.decision, self.situation), "before the decision"
        else:
            early, before = day < begun_on(self.decision, self.situation), "before the action plan was opened"
        return f"{plain(day)} is recorded, {before}" if early else ""


def needs_of(decision: Decision, provider: Provider, situation: Situation) -> tuple[NeedState, ...]:
    """Answer everything a decision needs, in the order it is asked."""
    asked = _Asked(decision, provider, situation)
    found = (_state(need, asked) for need in step_entry(decision.step).needs)
    return tuple(each for each in found if each is not None)


def _state(need: Need, asked: _Asked) -> NeedState | None:
    """Answer how one need stands; none where it does not arise."""
    entry = need_entry(need)
    answer = _ANSWERS[need](asked)
    if answer is None:
        return None
    met, says = answer
    if asked.decision.event is None and asked.decision.in_list and not met:
        says = _ONLY_ON_LIST
    awaits = met and need in LOOKS and not _last_look(asked)
    return NeedState(entry, met, says, _due(entry, asked), awaits)


def _due(entry: NeedEntry, asked: _Asked) -> date | None:
    """Answer the day a need falls due on: what is looked at again and again, when the next look is due."""
    if entry.key in LOOKS:
        return review_due(asked.decision, asked.provider.id, asked.situation)
    if entry.within is None:
        return None
    number = int(asked.situation.policy.setting(entry.within).value)
    if entry.working_days:
        return working_days_later(asked.decision.on, number, asked.situation)
    return asked.decision.on + timedelta(days=number)


def _plan_agreed(asked: _Asked) -> tuple[bool, str]:
    agreed_on = asked.decision.plan.agreed_on if asked.decision.plan is not None else None
    if agreed_on is not None and agreed_on <= asked.on:
        return True, f"agreed on {plain(agreed_on)}"
    return False, NOT_RECORDED


def _dated(name: str) -> Callable[[_Asked], tuple[bool, str] | None]:
    """Make what finds a need met by one day of the step's record."""

    def answer(asked: _Asked) -> tuple[bool, str]:
        day: date | None = getattr(asked.decision.event, name, None)
        if day is None or not asked.by(day):
            return False, NOT_RECORDED
        early = asked.too_early(name, day)
        return not early, early or f"on {plain(day)}"

    return answer


def _looked_at(asked: _Asked) -> tuple[bool, str] | None:
    due, last = review_due(asked.decision, asked.provider.id, asked.situation), _last_look(asked)
    if due is None:
        return None
    if due < asked.on:
        return False, last or "no review is recorded"
    return True, f"{last}; next by {plain(due)}" if last else f"first by {plain(due)}"


def _last_look(asked: _Asked) -> str:
    last = reviewed_on(asked.decision, asked.provider.id, asked.situation)
    return f"last on {plain(last)}" if last else ""


def _decision_record(asked: _Asked) -> tuple[bool, str]:
    evidence = asked.decision.evidence
    if evidence is not None and asked.by(evidence.on):
        early = asked.too_early("evidence", evidence.on) if asked.decision.event is not None else ""
        return not early, early or f"{evidence.seen}, filed: {evidence.filed}"
    return False, NOT_RECORDED


def _told(asked: _Asked) -> tuple[bool, str] | None:
    everybody = tellings(asked.decision, asked.provider, asked.situation)
    unnamed = nobody_named(asked.decision, asked.situation)
    if not everybody and not unnamed:
        return None
    names = [each.to.name for each in untold(asked.decision, asked.provider, asked.situation)]
    if not names and not unnamed:
        return True, f"all {len(everybody)} told"
    counted = f"{len(everybody) - len(names)} of {len(everybody)} told" if everybody else ""
    left = f"not told: {', '.join(names)}" if names else ""
    return False, "; ".join(filter(None, (counted, left, unnamed)))


def _settled(asked: _Asked) -> tuple[bool, str] | None:
    live = _to_settle(asked.decision, asked.provider, asked.situation)
    if not live:
        return None
    unsettled = unsettled_placements(asked.decision, asked.provider, asked.situation)
    if unsettled:
        return False, f"not recorded: {', '.join(unsettled)}"
    return True, f"recorded for {len(live)} of {len(live)}"


def unsettled_placements(decision: Decision, provider: Provider, situation: Situation) -> tuple[str, ...]:
    """Answer the placements of which what becomes of them after a decision is asked, and not recorded."""
    settled = {each.placement for each in decision.event.placements} if decision.event else set()
    return tuple(sorted({each.id for each in _to_settle(decision, provider, situation)} - settled))


def _to_settle(decision: Decision, provider: Provider, situation: Situation) -> tuple[Placement, ...]:
    """Answer the placements that were live at a decision, and those that begin while it holds and have not ended."""
    live = live_placements(decision, situation, provider)
    ends = [each.on for each in provider.listing if each.on > decision.on and each.status in _OPEN_AGAIN]
    until = min(filter(None, (holds_until(decision, provider, situation), *ends)), default=None)
    begun = (
        each
        for each in situation.records.placements_at(provider.id)
        if decision.on <= each.starts and (until is None or each.starts < until) and each.end is None
    )
    return (*live, *begun)


def _parents(asked: _Asked) -> tuple[bool, str] | None:
    live = live_placements(asked.decision, asked.situation, asked.provider)
    return _dated("parents_told_on")(asked) if live else None


def _department(asked: _Asked) -> tuple[bool, str] | None:
    event = asked.decision.event
    arises = event is not None and event.trigger is EscalationTrigger.UNREGISTERED_SCHOOL
    return _dated("department_told_on")(asked) if arises else None


def _urgent_meeting(asked: _Asked) -> tuple[bool, str]:
    event = asked.decision.event
    meeting = event.meeting_on if event else None
    if meeting is None:
        return False, "no urgent meeting before the removal is recorded"
    if asked.too_early("meeting_on", meeting):
        return False, f"the urgent meeting is recorded on {plain(meeting)}, before the action plan was opened"
    if meeting > asked.decision.on:
        return False, f"the meeting was on {plain(meeting)}, after the removal"
    return True, f"held on {plain(meeting)}"


def _represented(asked: _Asked) -> tuple[bool, str]:
    event = asked.decision.event
    if event is not None and event.representation and asked.by(event.represented_on or asked.decision.on):
        early = asked.too_early("represented_on", event.represented_on or asked.decision.on)
        return not early, early or event.representation
    return False, NOT_RECORDED


def _reapplication(asked: _Asked) -> tuple[bool, str]:
    day = asked.decision.event.reapply_from if asked.decision.event else None
    if day is None:
        return False, NOT_RECORDED
    early = day < asked.decision.on
    return not early, f"{plain(day)} is recorded, before the removal" if early else f"from {plain(day)}"


_ANSWERS: dict[Need, Callable[[_Asked], tuple[bool, str] | None]] = {
    Need.PLAN_AGREED: _plan_agreed,
    Need.MEETING: _dated("meeting_on"),
    Need.MONITORING_CHECK: _looked_at,
    Need.REVIEW: _looked_at,
    Need.DECISION_RECORD: _decision_record,
    Need.TOLD: _told,
    Need.PLACEMENTS_SETTLED: _settled,
    Need.PARENTS_TOLD: _parents,
    Need.DEPARTMENT_TOLD: _department,
    Need.URGENT_MEETING: _urgent_meeting,
    Need.REPRESENTATIONS: _represented,
    Need.REAPPLICATION: _reapplication,
}
