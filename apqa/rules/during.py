"""What both sides do during a placement (QF-30, QF-31, QF-36 to QF-39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.attendance_code import arranged_code
from apqa.questions.placement_checks.sides import last_risk_review
from apqa.questions.reviews import overdue_review
from apqa.records.kinds import AUTHORITY, CALENDAR, PLACEMENT, TERMLY_REPORT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.placement import Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-30",),
    basis="QF-30",
    remedy="Agree the programme with the provider, and record it (plan: programme).",
)
def no_structured_programme(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """No structured programme with aims, objectives and methods is recorded.

    The provider gives an agreed structured programme.
    """
    plan = placement.agreed_plan(situation.on)
    if plan is not None and plan.programme is None and placement.is_live(situation.on):
        yield Fault(placement, "the structured programme is not recorded", ("plan",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-31",),
    basis="QF-31; local policy",
    remedy="Look at it, share it with the other side, and record the day (risk_reviews).",
    rests_on=(AUTHORITY, TERMLY_REPORT),
)
def risk_assessment_not_reviewed(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """One side has not looked at the risk assessment within the cycle.

    Both sides update it as appropriate; what was true at the start may not be so now.
    """
    cycle = situation.policy.cycle("risk_assessment")
    if cycle is None or not placement.is_live(situation.on):
        return
    for side in Side:
        last = last_risk_review(placement, side, situation)
        if last is None or cycle.next_due(last) < situation.on:
            said = f"last looked at it on {plain(last)}" if last else "is not recorded as having looked at it"
            yield Fault(placement, f"the risk assessment: the {side.value} {said}", ("risk_reviews",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-36",),
    basis="QF-36",
    remedy="Name a person on each side by role (named_persons).",
)
def no_named_person(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A side has no named person for attendance, progress, wellbeing and safeguarding.

    Each side keeps in contact with the other's named person.
    """
    if placement.is_live(situation.on):
        named = {person.side for person in placement.named_persons}
        missing = [side.value for side in Side if side not in named]
        if missing:
            yield Fault(placement, f"nobody is named for the {' and the '.join(missing)}", ("named_persons",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-37",),
    basis="QF-37",
    remedy="Tell the other side, and record the day (changes: told_on).",
)
def change_not_told(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A significant change was not told to the other side.

    Each side notifies the other of significant changes that affect the programme.
    """
    for number, change in enumerate(placement.changes):
        told = change.told_on is not None and change.told_on <= situation.on
        if change.on <= situation.on and not told:
            said = f"{change.what} ({plain(change.on)}): the other side is not recorded as told"
            yield Fault(placement, said, ("changes", number))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-38",),
    basis="Arranging alternative provision (February 2025): at least every half term; before, QF-38",
    remedy="Hold the review, and record it (reviews).",
    rests_on=(CALENDAR, AUTHORITY),
)
def review_overdue(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A live placement has not been reviewed within the half term, or within the cycle.

    Reviews keep the pupil on the way back to school or onward. Since February 2025 the statutory guidance expects
    them at least every half term: one in each half term, where a calendar is recorded.
    """
    overdue = overdue_review(placement, situation)
    if overdue is not None:
        last = f"last reviewed on {plain(overdue.last)}" if overdue.last else "never reviewed"
        yield Fault(placement, f"{last}; {overdue.why}", ("reviews",))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-38",),
    basis="QF-38",
    remedy="Record the way back to school or onward (plan: progression).",
)
def no_progression_route(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """The plan does not say how the pupil returns to school or moves on.

    The programme has a clear progression route back to school, or to education, training or employment.
    """
    plan = placement.agreed_plan(situation.on)
    if plan is not None and plan.progression is None and placement.is_live(situation.on):
        yield Fault(placement, "the way back to school or onward is not recorded", ("plan",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-52", "QF-26"),
    basis="QF-52",
    remedy="Agree whom the provider tells, and by when each day, and record it (attendance: to, by).",
)
def no_daily_attendance_route(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """Nobody is named to whom the provider reports the pupil's attendance each day.

    Beside the termly reports, attendance goes to the commissioning school or service every day: a pupil who did not
    arrive is looked for the same morning.
    """
    if placement.is_live(situation.on) and placement.attendance is None:
        yield Fault(placement, "to whom attendance is reported each day is not recorded")


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-39",),
    basis="School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208) reg.10",
    remedy="Ask the school to correct its register; `apqa attendance-code` says why.",
    law=True,
)
def wrong_attendance_code(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """The school enters another attendance code than the regulations give.

    D needs the pupil on both rolls; since 19 August 2024 what the council arranges is K; B is for what the
    school arranges and has supervised.
    """
    recorded = placement.recorded_code(situation.on)
    if recorded is None or not placement.is_live(situation.on):
        return
    answer = arranged_code(placement, situation)
    if answer.code != recorded.code and not (answer.code is None and answer.missing):
        right = answer.code or "none of the codes for education elsewhere"
        said = f"the school enters {recorded.code}; by the regulations it is {right}: {'; '.join(answer.because)}"
        said += f"; not recorded: {'; '.join(answer.missing)}" if answer.missing else ""
        yield Fault(placement, said, ("codes", placement.codes.index(recorded), "code"), basis=answer.basis)
