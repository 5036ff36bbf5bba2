"""When a step of escalation is looked at again (QF-58, QF-59)."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.escalation import Need, need_entry, step_entry
from apqa.questions.working_days import working_days_later
from apqa.vocabulary.review import EscalationStep, VisitStatus

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.situation import Situation
    from apqa.records.action_plan import StepReview


def reviewed_on(decision: Decision, provider_id: str, situation: Situation) -> date | None:
    """Answer the last day by the day on which a step was looked at; none where it was not.

    Under enhanced monitoring a visit is such a look, from the desk or on site.
    """
    days = [each.on for each in _reviews(decision, situation)]
    if decision.step is EscalationStep.ENHANCED_MONITORING:
        days += [
            visit.on
            for visit in situation.records.visits_to(provider_id)
            if visit.status is VisitStatus.DONE and decision.on < visit.on <= situation.on
        ]
    return max(days, default=None)


def review_due(decision: Decision, provider_id: str, situation: Situation) -> date | None:
    """Answer the day by which a step is looked at next; none where no day was set and policy knows none for the step.

    It is the day the last review set, before the first one the day the decision set, else so long after as policy says.
    A day that comes before what it is to follow sets nothing.
    """
    event, last = decision.event, reviewed_on(decision, provider_id, situation)
    review = max(_reviews(decision, situation), key=lambda each: each.on, default=None)
    if review is not None and review.next_on is not None and review.next_on > review.on:
        return _next(review.next_on, decision, last, situation)
    first = event.review_on if event is not None else None
    if first is not None and first >= decision.on and (last is None or last < first):
        return first
    return _by_policy(decision, last or decision.on, situation)


def _reviews(decision: Decision, situation: Situation) -> tuple[StepReview, ...]:
    """Answer the reviews of a step by the day. What is dated before the step was no review of it."""
    every = decision.event.reviews if decision.event else ()
    return tuple(each for each in every if decision.on <= each.on <= situation.on)


def _next(day: date, decision: Decision, last: date | None, situation: Situation) -> date | None:
    """Answer the day a review set, unless a later look has come since: then so long after that as policy says."""
    return day if last is None or last < day else _by_policy(decision, last, situation)


def _by_policy(decision: Decision, since: date, situation: Situation) -> date | None:
    needs = step_entry(decision.step).needs
    asked = next((each for each in (Need.MONITORING_CHECK, Need.REVIEW) if each in needs), None)
    if asked is None or decision.step is EscalationStep.LISTED_WITH_ACTIONS:
        return None
    entry = need_entry(asked)
    number = int(situation.policy.setting(entry.within or "").value)
    return working_days_later(since, number, situation) if entry.working_days else since + timedelta(days=number)
