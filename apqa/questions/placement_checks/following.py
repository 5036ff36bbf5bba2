"""What is recorded of reviews, the pupil's whole week and the attendance code (QF-02, QF-06, QF-15, QF-38, QF-39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.attendance_code import arranged_code
from apqa.questions.core_subjects import core_teaching, in_a_row
from apqa.questions.due.attendance import last_sent
from apqa.questions.due.reports import expected_reports, report_duty
from apqa.questions.package import Fullness, hours_text, pupils_week
from apqa.questions.placement_checks.found import at_fault, does_not_apply, in_words, met, not_recorded
from apqa.questions.placement_checks.provider import without_provider
from apqa.questions.school_age import is_school_age
from apqa.vocabulary.due import DutyState

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.placement_checks.found import Found
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.pupil import PartTime


def reviewed(placement: Placement, situation: Situation) -> Found:
    """Find the last review."""
    last = max((review.on for review in placement.reviews if review.on <= situation.on), default=None)
    if last is None:
        return does_not_apply("the first review is not due yet")
    return met(f"last reviewed on {plain(last)}", "reviews")


def updates(placement: Placement, situation: Situation) -> list[date]:
    """Answer the days on which a review or a report told of progress, by the day."""
    days = [review.on for review in placement.reviews if review.on <= situation.on]
    reports = situation.records.reports_on(placement.id)
    return days + [each.submitted_on for each in reports if each.submitted_on and each.submitted_on <= situation.on]


def updated(placement: Placement, situation: Situation) -> Found:
    """Find the last update on the objectives, and when the next is due."""
    cycle, days = situation.policy.cycle("updates"), updates(placement, situation)
    if cycle is None:
        return does_not_apply("nothing says how often updates are due")
    if not days:
        return does_not_apply(f"the first is due by {plain(cycle.next_due(placement.starts))}")
    return met(f"the last on {plain(max(days))}", "reviews", due=cycle.next_due(max(days)))


def reported(placement: Placement, situation: Situation) -> Found:
    """Find the last termly report that was sent, and when the next is due."""
    asked = [report_duty(each, situation) for each in expected_reports(placement, situation)]
    if not asked:
        return does_not_apply("no termly report is asked for by the day, as far as a calendar tells")
    unknown = next((duty for duty in asked if duty.state is DutyState.CANNOT_TELL), None)
    if unknown is not None:
        return not_recorded(f"{unknown.title}: {unknown.says}", remedy="Record the calendar (apqa new calendar).")
    sent = [duty for duty in asked if duty.record is not placement]
    ahead = [duty.due for duty in asked if duty.state in {DutyState.DUE, DutyState.NOT_YET_DUE} and duty.due]
    said = f"{sent[-1].title}: {sent[-1].says}" if sent else f"{asked[0].title}: not due yet"
    return met(said, due=min(ahead, default=None))


def attendance_kept_up(placement: Placement, situation: Situation) -> Found:
    """Find until when attendance was reported every day, by the last report."""
    last = last_sent(placement, situation)
    told = last.sessions.last_daily_return if last and last.sessions else None
    if told is None:
        return does_not_apply("no report says yet until when attendance was reported every day")
    return met(f"reported to {plain(told)}, as the last report says", "attendance")


def full_week(placement: Placement, situation: Situation) -> Found:
    """Find how the pupil's week compares with a full one.

    The rule says it once for a pupil, at the first of the placements that are live.
    """
    week = pupils_week(placement.pupil, situation)
    said = f"{hours_text(week.total)} hours of {hours_text(week.entitlement)} a week"
    if week.fullness is Fullness.FULL_TIME:
        return met(said, "package")
    if week.part_time is not None:
        reason = week.part_time
        return met(f"{said}, for {in_words(reason.reason)}: {reason.explanation}", "package", "part_time")
    if is_school_age(placement.cohort, placement.birth_third, situation.on) is False:
        return does_not_apply("the pupil is not of compulsory school age on the day", "cohort")
    if week.without_timetable or week.elsewhere is None:
        return not_recorded(f"{said} are recorded, and not all of the week is", "package", remedy=_WHOLE_WEEK)
    if is_school_age(placement.cohort, placement.birth_third, situation.on) is None:
        return not_recorded(f"{said}; whether the pupil is of compulsory school age is not known", "birth_third")
    return at_fault(f"{said} in all, and no reason for less is recorded", "package")


_WHOLE_WEEK = "Record the timetable of each placement, and the rest of the week (package: elsewhere)."


def rest_of_week(placement: Placement, situation: Situation) -> Found:
    """Find what is recorded of the week elsewhere."""
    week = pupils_week(placement.pupil, situation)
    if week.elsewhere is not None:
        return met(f"{hours_text(week.elsewhere)} hours a week elsewhere", "package", "elsewhere")
    if week.fullness is Fullness.FULL_TIME:
        return does_not_apply("the placements alone make a full week")
    if is_school_age(placement.cohort, placement.birth_third, situation.on) is False:
        return does_not_apply("the pupil is not of compulsory school age on the day", "cohort")
    return not_recorded("the rest of the pupil's week is not recorded", "package", remedy=_WHOLE_WEEK)


def counted_once(placement: Placement, situation: Situation) -> Found:
    """Find what the record says of the week elsewhere, none of which is a placement once more."""
    parts = placement.package.elsewhere if placement.package else ()
    if not any(part.covers(situation.on) for part in parts):
        return does_not_apply("no hours elsewhere are recorded in this placement")
    return met("none of the hours elsewhere are with the provider of a placement", "package", "elsewhere")


def part_time_reviewed(placement: Placement, situation: Situation) -> Found:
    """Find when less than a full week is reviewed."""
    reasons = part_time_reasons(placement, situation.on)
    if not reasons:
        return does_not_apply("no part-time arrangement is recorded")
    due = min(reason.review_on for reason in reasons)
    if due < situation.on:
        return met(f"reviewed, as was due on {plain(due)}", "package", "part_time")
    return met(f"to be reviewed on {plain(due)}", "package", "part_time", due=due)


def part_time_for_health(placement: Placement, situation: Situation) -> Found:
    """Find why the pupil gets less than a full week."""
    reasons = part_time_reasons(placement, situation.on)
    if not reasons:
        return does_not_apply("no part-time arrangement is recorded")
    return met(f"for health: {reasons[0].explanation}", "package", "part_time")


def core_subjects(placement: Placement, situation: Situation) -> Found:
    """Find who teaches the pupil the core subjects.

    The rule says what is missing once for a pupil, at the placement that records the rest of the week.
    """
    teaching = core_teaching(placement.pupil, situation)
    if not teaching.missing:
        return met(teaching.shared, "package")
    if teaching.is_open:
        return at_fault(teaching.says, "package")
    if situation.records.provider(placement.provider) is None:
        return without_provider(placement, situation)
    said = f"which core subjects are taught at {in_a_row(each.name for each in teaching.providers)} is not recorded"
    return not_recorded(said, "provider", remedy="Ask the provider, and record it (its offer: core_subjects).")


def part_time_reasons(placement: Placement, on: date) -> tuple[PartTime, ...]:
    """Answer the reasons for less than a full week that hold on the day."""
    return tuple(each for each in (placement.package.part_time if placement.package else ()) if each.covers(on))


def daily_attendance(placement: Placement, _: Situation) -> Found:
    """Find to whom attendance is reported each day, and by when."""
    route = placement.attendance
    by = " and ".join(f"{time:%H:%M}" for time in (route.by if route else ()))
    told = f"to the {route.to}{f' by {by}' if by else ''}" if route else ""
    return met(told, "attendance") if told else does_not_apply("nobody is named to whom it is reported")


def attendance_code(placement: Placement, situation: Situation) -> Found:
    """Find the code the school enters, and that the records bear it out."""
    answer = arranged_code(placement, situation)
    recorded = placement.recorded_code(situation.on)
    because, missing = "; ".join(answer.because), "; ".join(answer.missing)
    if answer.missing:
        said = f"{answer.code} cannot be confirmed" if answer.code else "the code cannot be told"
        return not_recorded(f"{said}; not recorded: {missing}", remedy="Record or correct it, and ask again.")
    if answer.code is None:
        return does_not_apply(because, "registered_at")
    if recorded is not None:
        return met(f"{recorded.code}: {because}", "codes", placement.codes.index(recorded))
    if placement.starts == situation.on:
        return does_not_apply(f"it starts on the day; the school is to enter {answer.code}: {because}")
    said = f"the code the school enters is not recorded; by the regulations it is {answer.code}"
    return not_recorded(said, remedy="Ask the school which code it enters, and record it (codes).")
