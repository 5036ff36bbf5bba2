"""What falls due of a placement: reviews, attendance, agreement, risk assessment, updates, ends and what came after."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.due.asking import at_the_commissioner, at_the_provider
from apqa.questions.due.attendance import attendance_gap
from apqa.questions.due.duty import Day, Duty, dated
from apqa.questions.placement_checks.following import updates
from apqa.questions.placement_checks.sides import last_risk_review
from apqa.questions.reviews import next_review
from apqa.vocabulary.due import DutyKind, DutyState, Owes
from apqa.vocabulary.placement import LinkedPlan, Side

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.destination import Onward
    from apqa.records.placement import Placement

_NAMES = {
    LinkedPlan.EHC_PLAN: "EHC plan",
    LinkedPlan.CHILD_PROTECTION: "child protection plan",
    LinkedPlan.CHILD_IN_NEED: "child in need plan",
    LinkedPlan.PERSONAL_EDUCATION: "personal education plan",
    LinkedPlan.HEALTH_CARE: "health care plan",
}
_SUSTAINED = (6, 12)
"""After how many weeks it is looked into whether a destination lasted (QF-07, Appendix B)."""


def placement_duties(situation: Situation) -> Iterator[Duty]:
    """Answer what falls due of every placement: of live ones what keeps them up, of ended ones where pupils went."""
    for placement in situation.records.placements:
        for day in _days(placement, situation):
            yield _duty(placement, day, situation)


def _days(placement: Placement, situation: Situation) -> Iterator[Day]:
    if placement.is_live(situation.on):
        yield from _review(placement, situation)
        yield from _attendance(placement, situation)
        yield from _agreement(placement, situation)
        yield from _risk(placement, situation)
        yield from _update(placement, situation)
        yield from _ends(placement)
        yield from _plan(placement, situation)
    elif placement.last_day and placement.last_day < situation.on:
        yield from _lasting(placement, situation)


def _duty(placement: Placement, day: Day, situation: Situation) -> Duty:
    ask = (
        at_the_provider(placement.provider, situation, placement)
        if day.owes is Owes.PROVIDER
        else at_the_commissioner(placement)
    )
    duty = Duty(
        kind=day.kind,
        key=f"placement/{placement.id}/{day.key}",
        title=day.title,
        due=day.due,
        state=DutyState.DUE,
        owes=day.owes,
        ask=ask,
        clause=day.clause,
        basis=day.basis,
        record=placement,
        at=day.at,
        provider=placement.provider,
        placement=placement.id,
        commissioner=placement.commissioner.name,
        says=day.says,
    )
    return dated(duty, situation)


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
    if last is not None and last.ends is not None and last.starts <= situation.on:
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


def _risk(placement: Placement, situation: Situation) -> Iterator[Day]:
    cycle = situation.policy.cycle("risk_assessment")
    for side, owes in ((Side.COMMISSIONER, Owes.COMMISSIONER), (Side.PROVIDER, Owes.PROVIDER)):
        last = last_risk_review(placement, side, situation.on)
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


def _plan(placement: Placement, situation: Situation) -> Iterator[Day]:
    """Answer when the plan's objectives are to be reached, and the plans it is linked to are reviewed (QF-05).

    An objective whose day has passed is settled once a review or a report has looked at it since.
    """
    plan = placement.agreed_plan(situation.on)
    if plan is None:
        return
    looked = max(updates(placement, situation), default=placement.starts)
    days = dict.fromkeys(objective.by for objective in plan.objectives if objective.by)
    for by in days:
        numbers = [number for number, each in enumerate(plan.objectives) if each.by == by]
        if by >= looked:
            yield Day(
                DutyKind.PLACEMENT,
                Owes.COMMISSIONER,
                f"objectives/{numbers[0] + 1}",
                "Objective of the plan to be reached"
                if len(numbers) == 1
                else f"{len(numbers)} objectives to be reached",
                by,
                "QF-05",
                "QF-05",
                ("plan", "objectives", numbers[0], "by"),
                "to be reached by then; look at it in a review or report",
            )
    for number, link in enumerate(plan.links):
        if link.review_on is not None:
            yield Day(
                DutyKind.PLACEMENT,
                Owes.COMMISSIONER,
                f"link/{link.plan.value}",
                f"Review of the {_NAMES[link.plan]}",
                link.review_on,
                "QF-05",
                "QF-05",
                ("plan", "links", number, "review_on"),
            )


def _lasting(placement: Placement, situation: Situation) -> Iterator[Day]:
    """Answer when it is looked into whether a destination lasted, of pupils who went on to one (QF-07)."""
    onward = placement.destination
    if onward is None or onward.on > situation.on:
        return
    for weeks in _SUSTAINED:
        if _is_open(onward, weeks, situation.on):
            yield Day(
                DutyKind.PLACEMENT,
                Owes.COMMISSIONER,
                f"sustained/{weeks}",
                f"Look whether the pupil is still there after {weeks} weeks",
                onward.on + timedelta(weeks=weeks),
                "QF-07",
                "QF-07, Appendix B",
                ("destination",),
            )


def _is_open(onward: Onward, weeks: int, on: date) -> bool:
    """Answer whether nobody had looked by the day, and it may have lasted that long: what lasted 12 weeks lasted 6."""
    looks = {6: onward.after_6_weeks, 12: onward.after_12_weeks}
    known = {number: look for number, look in looks.items() if look is not None and look.checked_on <= on}
    ended = any(not look.sustained and number <= weeks for number, look in known.items())
    lasted = any(look.sustained and number >= weeks for number, look in known.items())
    return weeks not in known and not ended and not lasted
