"""What falls due of a placement: reviews, attendance, agreement, changes, risk assessment, updates and ends."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.due.asking import at_the_commissioner, at_the_provider
from apqa.questions.due.attendance import attendance_gap
from apqa.questions.due.duty import Day, Duty, duty_on
from apqa.questions.due.onward import onward_days
from apqa.questions.due.plans import goes_on, plan_days, week_days
from apqa.questions.placement_checks.following import updates
from apqa.questions.placement_checks.sides import last_risk_review
from apqa.questions.reviews import next_review
from apqa.vocabulary.due import DutyKind, Owes
from apqa.vocabulary.placement import Side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement


def placement_duties(situation: Situation) -> Iterator[Duty]:
    """Answer what falls due of every placement: of live ones what keeps them up, of ended ones where pupils went."""
    for placement in situation.records.placements:
        for day in _days(placement, situation):
            yield _of_placement(placement, day, situation)


def _days(placement: Placement, situation: Situation) -> Iterator[Day]:
    if placement.is_live(situation.on):
        yield from _review(placement, situation)
        yield from _attendance(placement, situation)
        yield from _agreement(placement, situation)
        yield from week_days(placement, situation)
        yield from _changes(placement, situation)
        yield from _risk(placement, situation)
        yield from _update(placement, situation)
        yield from _ends(placement)
        yield from plan_days(placement, situation)
    elif placement.last_day and placement.last_day < situation.on:
        yield from onward_days(placement, situation)


def _of_placement(placement: Placement, day: Day, situation: Situation) -> Duty:
    ask = (
        at_the_provider(placement.provider, situation, placement)
        if day.owes is Owes.PROVIDER
        else at_the_commissioner(placement)
    )
    duty = duty_on(day, placement, placement.provider, ask, situation)
    return replace(
        duty,
        key=f"placement/{placement.id}/{day.key}",
        placement=placement.id,
        commissioner=placement.commissioner.name,
    )


def _review(placement: Placement, situation: Situation) -> Iterator[Day]:
    review = next_review(placement, situation)
    if review is not None:
        yield Day(
            DutyKind.REVIEW,
            Owes.COMMISSIONER,
            "review",
            "Review of the placement",
            review.due,
            "QF-38",
            review.basis,
            ("reviews",),
            review.says,
        )


def _attendance(placement: Placement, situation: Situation) -> Iterator[Day]:
    gap = attendance_gap(placement, situation)
    if gap is not None:
        yield Day(
            DutyKind.ATTENDANCE,
            Owes.PROVIDER,
            "attendance",
            "Attendance reported on the day",
            gap.since,
            "QF-52",
            "QF-52",
            ("attendance",),
            gap.says,
        )


def _agreement(placement: Placement, situation: Situation) -> Iterator[Day]:
    """Answer when the agreement in force, or the last one, ends without another after it (QF-08)."""
    last = max(placement.agreements, key=lambda each: each.starts, default=None)
    if last is not None and last.ends is not None and last.starts <= situation.on and goes_on(placement, last.ends):
        yield Day(
            DutyKind.AGREEMENT,
            Owes.COMMISSIONER,
            "agreement",
            "Service level agreement renewed",
            last.ends,
            "QF-08",
            "QF-08",
            ("agreements", placement.agreements.index(last), "ends"),
        )


def _changes(placement: Placement, situation: Situation) -> Iterator[Day]:
    """Answer the changes the other side was not told of, each due on its own day (QF-37)."""
    others = {Side.PROVIDER: Side.COMMISSIONER, Side.COMMISSIONER: Side.PROVIDER}
    for number, change in enumerate(placement.changes):
        if change.on <= situation.on and not (change.told_on and change.told_on <= situation.on):
            yield Day(
                DutyKind.PLACEMENT,
                Owes(change.side.value),
                f"change/{number + 1}",
                f"Change told to the {others[change.side].value}",
                change.on,
                "QF-37",
                "QF-37",
                ("changes", number),
                change.what,
            )


def _risk(placement: Placement, situation: Situation) -> Iterator[Day]:
    cycle = situation.policy.cycle("risk_assessment")
    for side, owes in ((Side.COMMISSIONER, Owes.COMMISSIONER), (Side.PROVIDER, Owes.PROVIDER)):
        last = last_risk_review(placement, side, situation)
        if cycle is not None and last is not None:
            yield Day(
                DutyKind.RISK_ASSESSMENT,
                owes,
                f"risk_assessment/{side.value}",
                f"Risk assessment looked at by the {side.value}",
                cycle.next_due(last),
                "QF-31",
                cycle.basis,
                ("risk_reviews",),
                f"last on {plain(last)}",
            )


def _update(placement: Placement, situation: Situation) -> Iterator[Day]:
    cycle, told = situation.policy.cycle("updates"), updates(placement, situation)
    if cycle is not None:
        since = max(told, default=placement.starts)
        yield Day(
            DutyKind.UPDATE,
            Owes.PROVIDER,
            "update",
            cycle.title,
            cycle.next_due(since),
            "QF-06",
            cycle.basis,
            ("reviews",),
            f"last on {plain(since)}" if told else f"none since it started on {plain(since)}",
        )


def _ends(placement: Placement) -> Iterator[Day]:
    """Answer the ends in sight: what is to follow must be arranged by then (QF-38)."""
    for name, title in (("expected_end", "Expected end of the placement"), ("maximum_end", "Latest end agreed")):
        day: date | None = getattr(placement, name)
        if day is not None and placement.end is None:
            yield Day(DutyKind.PLACEMENT, Owes.COMMISSIONER, name, title, day, "QF-38", "QF-05, QF-38", (name,))
