"""When a placement was to be reviewed, and whether it was (QF-38)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.calendars import main_school_days

if TYPE_CHECKING:
    from datetime import date

    from apqa.guidance.policy import Cycle
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


@dataclass(frozen=True, slots=True)
class NextReview:
    """The next review of a live placement."""

    due: date
    """The last day on which it is in time."""

    says: str
    """When the last was, and for when the next is planned."""

    basis: str


def next_review(placement: Placement, situation: Situation) -> NextReview | None:
    """Answer by when a live placement is next reviewed: overdue where one should have been held by now.

    With a calendar that is the last day of the half term, one in each of the year's terms; without one, so many weeks
    after the last.
    """
    cycle = situation.policy.cycle("half_termly_review") or situation.policy.cycle("review")
    if cycle is None or not placement.is_live(situation.on):
        return None
    overdue = overdue_review(placement, situation)
    held = [review for review in placement.reviews if review.on <= situation.on]
    last = max(held, key=lambda each: each.on, default=None)
    due = overdue.since if overdue else _due_in_time(placement, situation, last.on if last else None, cycle)
    said = [f"last reviewed on {plain(last.on)}" if last else "not reviewed yet"]
    if last and last.next_on:
        said.append(f"the next was planned for {plain(last.next_on)}")
    return NextReview(due, "; ".join(said), cycle.basis)


def _due_in_time(placement: Placement, situation: Situation, last: date | None, cycle: Cycle) -> date:
    """Answer by when the next review is held where none is overdue."""
    terms = [term for calendar in main_school_days(placement, situation).calendars for term in calendar.terms]
    open_ = sorted((term for term in terms if term.ends >= situation.on), key=lambda each: each.starts)
    for term in open_ if situation.policy.cycle("half_termly_review") else ():
        settled = placement.starts <= term.starts + _SETTLING_IN
        if settled and (last is None or last < term.starts):
            return term.ends
    return cycle.next_due(max(last or placement.starts, placement.starts))


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
