"""What a new visit to a provider may be for, by what is due (QF-40, QF-54)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.concern import is_applying
from apqa.questions.due.actions import open_actions
from apqa.questions.due.visits import visit_duties
from apqa.questions.visits.diligence import comes_before_the_list
from apqa.questions.visits.looking import last_noted
from apqa.vocabulary.review import VisitType

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


@dataclass(frozen=True, slots=True)
class Suggested:
    """A type of visit, and why it may be of that type. A person decides."""

    type: VisitType
    why: str

    purpose: str = ""
    """What to record it is for; empty where nothing is due."""


def suggested_type(provider: Provider, visited_on: date, situation: Situation) -> Suggested:
    """Answer what a visit on a day may be for: due diligence, validation, a follow-up, otherwise routine.

    A spot check is never suggested: whether what came up is a concern that needs one is for a person to say.
    """
    if is_applying(provider, situation.on):
        return _of(VisitType.INITIAL_DUE_DILIGENCE, "it applies to come on the list")
    if comes_before_the_list(provider, situation):
        said = "it is not on the list, and nobody is recorded to have visited it"
        return _of(VisitType.INITIAL_DUE_DILIGENCE, said)
    last = visited_on + situation.policy.days("warning_days")
    due = [each for each in visit_duties(situation) if each.provider == provider.id and each.falls_due(last)]
    for duty in due:
        if duty.key.startswith("validation/") and duty.due is not None:
            said = f"its self-assessment is to be validated by {plain(duty.due)}"
            return _of(VisitType.ANNUAL_VALIDATION, said)
    promised = [each.due for each in due if each.key.startswith("next_visit/") and each.due is not None]
    promise = f"the next visit was promised by {plain(min(promised))}" if promised else ""
    visit = last_noted(provider.id, visited_on, situation)
    if visit is not None and any(True for _ in open_actions(visit, situation)):
        opened = f"actions of the note of {plain(visit.on)} are open"
        return _of(VisitType.FOLLOW_UP, "; ".join(filter(None, (promise, opened))))
    return _of(VisitType.ROUTINE, promise) if promise else Suggested(VisitType.ROUTINE, "nothing else is due")


def _of(kind: VisitType, why: str) -> Suggested:
    return Suggested(kind, why, f"{why[0].upper()}{why[1:]}.")
