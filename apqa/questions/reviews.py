"""When a placement was to be reviewed, and whether it was (QF-38)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.calendars import main_school_days

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.calendar import Term
    from apqa.records.placement import Placement

_SETTLING_IN = timedelta(days=14)
"""A placement that starts within the first two weeks of a term is reviewed in it."""


@dataclass(frozen=True, slots=True)
class ReviewOverdue:
    """A review that should have been held by now."""

    last: date | None
    """The last review; none where there has been none."""

    since: date
    """The day from which it is overdue."""

    why: str
    """What it was due for: the term, or the cycle."""


def overdue_review(placement: Placement, situation: Situation) -> ReviewOverdue | None:
    """Answer whether the review of a live placement is overdue on the day.

    Since February 2025 the statutory guidance expects one at least every half term. With a calendar that means one
    in each of the year's terms; without one, or before that day, the cycle counts in weeks.
    """
    if not placement.is_live(situation.on):
        return None
    last = max((review.on for review in placement.reviews if review.on <= situation.on), default=None)
    half_termly = situation.policy.cycle("half_termly_review")
    term = _last_whole_term(placement, situation) if half_termly else None
    if term is not None:
        if last is not None and last >= term.starts:
            return None
        said = f"none in term {term.number}, {plain(term.starts)} to {plain(term.ends)}, nor since"
        return ReviewOverdue(last, term.ends, said)
    return _by_cycle(placement, situation, last)


def _last_whole_term(placement: Placement, situation: Situation) -> Term | None:
    """Answer the last term that has ended, if the placement was live in it from near its start."""
    terms = [
        term
        for calendar in main_school_days(placement, situation).calendars
        for term in calendar.terms
        if term.ends < situation.on
    ]
    term = max(terms, key=lambda each: each.ends, default=None)
    if term is None or situation.on - term.ends > timedelta(days=100):
        return None
    return term if placement.starts <= term.starts + _SETTLING_IN else None


def _by_cycle(placement: Placement, situation: Situation, last: date | None) -> ReviewOverdue | None:
    cycle = situation.policy.cycle("half_termly_review") or situation.policy.cycle("review")
    if cycle is None:
        return None
    due = cycle.next_due(last or placement.starts)
    return ReviewOverdue(last, due, f"due by {plain(due)}, every {cycle.length}") if due < situation.on else None
