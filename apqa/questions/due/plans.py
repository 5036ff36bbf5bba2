"""What falls due of a placement's plan and week: objectives, other plans, the timetable, less than full-time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.due.duty import Day
from apqa.questions.placement_checks.following import updates
from apqa.vocabulary.due import DutyKind, Owes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.plan import Plan


def goes_on(placement: Placement, day: date) -> bool:
    """Answer whether a placement goes on after a day, as far as an end is recorded."""
    return placement.last_day is None or placement.last_day > day


def week_days(placement: Placement, situation: Situation) -> Iterator[Day]:
    """Answer when the pupil's week is settled anew: where its last timetable ends, where it is less than full-time."""
    yield from _timetable(placement, situation)
    yield from _part_time(placement, situation)


def _timetable(placement: Placement, situation: Situation) -> Iterator[Day]:
    """Answer when the last timetable ends and the placement goes on: its hours are then not known (QF-12, QF-15)."""
    last = max(placement.timetable, key=lambda each: each.starts, default=None)
    if last is not None and last.ends is not None and last.starts <= situation.on and goes_on(placement, last.ends):
        yield Day(
            DutyKind.PLACEMENT,
            Owes.COMMISSIONER,
            "timetable",
            "Timetable for the time after",
            last.ends,
            "QF-15",
            "QF-12, QF-15",
            ("timetable", placement.timetable.index(last), "ends"),
        )


def _part_time(placement: Placement, situation: Situation) -> Iterator[Day]:
    """Answer when less than full-time education is looked at again; what is reviewed by its day is settled (QF-15)."""
    for number, reason in enumerate(placement.package.part_time if placement.package else ()):
        reviewed = reason.reviewed_on is not None and reason.review_on <= reason.reviewed_on <= situation.on
        if reason.covers(situation.on) and not reviewed:
            yield Day(
                DutyKind.PLACEMENT,
                Owes.COMMISSIONER,
                f"part_time/{number + 1}",
                "Review of less than full-time education",
                reason.review_on,
                "QF-15",
                "QF-15; Education Act 1996 s.19",
                ("package", "part_time", number, "review_on"),
                reason.explanation,
            )


def plan_days(placement: Placement, situation: Situation) -> Iterator[Day]:
    """Answer when the plan's objectives are to be reached, and the plans it is linked to are reviewed (QF-05)."""
    plan = placement.agreed_plan(situation.on)
    if plan is not None:
        yield from _objectives(plan, placement, situation)
        yield from _links(plan)


def _objectives(plan: Plan, placement: Placement, situation: Situation) -> Iterator[Day]:
    """Answer by when objectives are to be reached, those of one day together.

    An objective is settled once a review or a report has looked at it on its day or since.
    """
    looked = max(updates(placement, situation), default=None)
    for by in dict.fromkeys(objective.by for objective in plan.objectives if objective.by):
        if looked is not None and looked >= by:
            continue
        numbers = [number for number, each in enumerate(plan.objectives) if each.by == by]
        one = len(numbers) == 1
        yield Day(
            DutyKind.PLACEMENT,
            Owes.COMMISSIONER,
            f"objectives/{numbers[0] + 1}",
            "Objective of the plan to be reached" if one else f"{len(numbers)} objectives to be reached",
            by,
            "QF-05",
            "QF-05",
            ("plan", "objectives", numbers[0], "by"),
            "to be reached by then; look at it in a review or report",
        )


def _links(plan: Plan) -> Iterator[Day]:
    """Answer when the pupil's other plans are next reviewed.

    What plans they are stands in the placement's record alone: that a pupil is in need goes into no letter or calendar.
    """
    for number, link in enumerate(plan.links):
        if link.review_on is None:
            continue
        yield Day(
            DutyKind.PLACEMENT,
            Owes.COMMISSIONER,
            f"link/{number + 1}",
            "Review of another plan of the pupil's",
            link.review_on,
            "QF-05",
            "QF-05",
            ("plan", "links", number, "review_on"),
        )
