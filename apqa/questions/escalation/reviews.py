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


def reviewed_on(decision: Decision, provider_id: str, situation: Situation) -> date | None:
    """Answer the last day by the day on which a step was looked at; none where it was not.

    Under enhanced monitoring a visit is such a look, from the desk or on site.
    """
    reviews = decision.event.reviews if decision.event else ()
    days = [each.on for each in reviews if each.on <= situation.on]
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
    """
    event, last = decision.event, reviewed_on(decision, provider_id, situation)
    reviews = [each for each in (event.reviews if event else ()) if each.on <= situation.on]
    set_by_review = max(reviews, key=lambda each: each.on).next_on if reviews else None
    if set_by_review is not None:
        return _next(set_by_review, decision, last, situation)
    if event is not None and event.review_on is not None and (last is None or last < event.review_on):
        return event.review_on
    return _by_policy(decision, last or decision.on, situation)


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
