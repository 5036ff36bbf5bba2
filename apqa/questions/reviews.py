"""When a placement was to be reviewed, and whether it was (QF-38)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.calendars import main_school_days
from apqa.questions.half_terms import half_terms
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from apqa.guidance.policy import Cycle
    from apqa.questions.half_terms import HalfTerm
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement

_SETTLING_IN = timedelta(days=14)
"""A placement that starts within the first two weeks of a half term is reviewed in it."""

_LONGEST_HOLIDAY = timedelta(days=60)
"""Half terms further apart than the summer holidays have others between them that no calendar tells of."""


@dataclass(frozen=True, slots=True)
class NextReview:
    """The next review of a live placement: overdue from the day after it was due."""

    due: date
    """The last day on which it is in time."""

    last: date | None
    """The day of the last review; none where there has been none."""

    why: str
    """What it is due for: the half term, or the cycle."""

    says: str
    """When the last was, and for when the next is planned."""

    basis: str


def next_review(placement: Placement, situation: Situation) -> NextReview | None:
    """Answer by when a live placement is next reviewed; none where it ends before that.

    Since February 2025 the statutory guidance expects a review at least every half term. With a calendar that is one
    in each half term, by its last day; without one, or before that day, the cycle counts in weeks.
    """
    cycle = situation.policy.cycle("half_termly_review") or situation.policy.cycle("review")
    if cycle is None or not placement.is_live(situation.on):
        return None
    held = [review for review in placement.reviews if review.on <= situation.on]
    last = max(held, key=lambda each: each.on, default=None)
    due, why = _due(placement, last.on if last else None, cycle, situation)
    if placement.last_day is not None and placement.last_day < due:
        return None
    said = [f"last reviewed on {plain(last.on)}" if last else "not reviewed yet"]
    if last and last.next_on:
        said.append(f"the next was planned for {plain(last.next_on)}")
    return NextReview(due, last.on if last else None, why, "; ".join(said), cycle.basis)


def overdue_review(placement: Placement, situation: Situation) -> NextReview | None:
    """Answer the review of a live placement that should have been held by now; none where none is overdue."""
    found = next_review(placement, situation)
    return found if found is not None and found.due < situation.on else None


def _due(placement: Placement, last: date | None, cycle: Cycle, situation: Situation) -> tuple[date, str]:
    """Answer by when the review after the last one, or after the start, is due, and what for."""
    since = last or placement.starts
    if situation.policy.cycle("half_termly_review") is None:
        return _in_weeks(cycle.next_due(since), cycle)
    entry, earlier = situation.policy.in_force("half_termly_review"), situation.policy.cycle("review")
    asked_from = (entry.in_force_from if entry else None) or date.min
    # What was overdue before the guidance came is overdue since then; it asks for nothing before its own first day.
    if since < asked_from and earlier and (was_due := earlier.next_due(since)) < asked_from:
        return _in_weeks(was_due, earlier)
    by_weeks = max(cycle.next_due(since), asked_from)
    days = main_school_days(placement, situation)
    known = situation.once(("half terms", *(each.id for each in days.calendars)), lambda: half_terms(days))
    half = _half_term_after(last, asked_from, known) if last else _first_half_term(placement.starts, asked_from, known)
    if half is None:
        return _in_weeks(by_weeks, cycle)
    by_half_term = half.ends, f"none in {half.name}, {plain(half.starts)} to {plain(half.ends)}, nor since"
    if cycle.standing is Standing.LOCAL_POLICY:
        return min(by_half_term, _in_weeks(by_weeks, cycle))
    # A pupil who comes in the middle of a half term does not wait for a review until the end of the next.
    if last is None and any(each.covers(placement.starts) for each in known if each != half):
        by_weeks = max(by_weeks, half.starts + _SETTLING_IN)
        return min(by_half_term, (by_weeks, f"due by {plain(by_weeks)}, of a start in the middle of a half term"))
    return by_half_term


def _in_weeks(due: date, cycle: Cycle) -> tuple[date, str]:
    return due, f"due by {plain(due)}, every {cycle.length}"


def _half_term_after(last: date, asked_from: date, known: Sequence[HalfTerm]) -> HalfTerm | None:
    """Answer the half term after a review: one held in the holidays counts for the half term before them."""
    after = (each for each in known if each.starts > last and each.ends >= asked_from)
    return _without_a_gap(next(after, None), last, known)


def _first_half_term(starts: date, asked_from: date, known: Sequence[HalfTerm]) -> HalfTerm | None:
    """Answer the first half term a placement is there for from near its beginning."""
    there = (each for each in known if each.starts + _SETTLING_IN >= starts and each.ends >= max(starts, asked_from))
    return _without_a_gap(next(there, None), starts, known)


def _without_a_gap(half: HalfTerm | None, since: date, known: Sequence[HalfTerm]) -> HalfTerm | None:
    """Answer a half term if nothing but holidays lies before it; none where the calendars leave others out."""
    if half is None:
        return None
    before = max([since, *(each.ends for each in known if each.ends < half.starts)])
    return half if half.starts - before <= _LONGEST_HOLIDAY else None
