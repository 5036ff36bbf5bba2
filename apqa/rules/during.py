"""What both sides do before the start and during a placement (QF-15, QF-20, QF-30 to QF-39)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.attendance_code import code_for
from apqa.questions.package import Fullness, hours_text, pupils_week
from apqa.questions.school_age import is_school_age
from apqa.records.kinds import PLACEMENT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.placement import CommissionerKind, PartTimeReason, Side

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement

_SCHOOLS = frozenset({CommissionerKind.SCHOOL, CommissionerKind.ACADEMY})


@rule(
    about=PLACEMENT,
    severity=Severity.BREACH,
    clauses=("QF-20", "QF-34"),
    basis="QF-20 to QF-27",
    remedy="Go through the checks now (`apqa check-provider`), and record who did so when.",
)
def provider_not_checked_before_start(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A placement started and the checks before it are not recorded, or were made after the start.

    All commissioners must check the provider prior to placing a learner. What was known on the day can only be
    shown if it was recorded by then.
    """
    if placement.starts > situation.on:
        return
    step = placement.before_start.provider_checked if placement.before_start else None
    if step is None:
        yield Fault(placement, f"it started on {plain(placement.starts)}; no check is recorded", ("before_start",))
    elif step.on > placement.starts:
        said = f"checked on {plain(step.on)}, after it started on {plain(placement.starts)}"
        yield Fault(placement, said, ("before_start", "provider_checked", "on"))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-30", "QF-35"),
    basis="QF-30, QF-35",
    remedy="Share it securely, and record who did so when (before_start).",
)
def information_not_shared(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """The provider was not given the pupil's needs or the safeguarding information.

    The school gives details of additional needs and outcomes, and shares safeguarding information securely. What
    was shared is never written here; that it was, is.
    """
    if not placement.is_live(situation.on):
        return
    missing = [
        words
        for name, words in (
            ("needs_shared", "additional needs and outcomes"),
            ("safeguarding_shared", "safeguarding information"),
        )
        if getattr(placement.before_start, name, None) is None
    ]
    if missing:
        yield Fault(placement, f"not recorded as shared: {', '.join(missing)}", ("before_start",))


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
    if placement.plan is not None and placement.plan.programme is None and placement.is_live(situation.on):
        yield Fault(placement, "the programme is not recorded", ("plan",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-31",),
    basis="QF-31; local policy",
    remedy="Look at it, share it with the other side, and record the day (risk_reviews).",
)
def risk_assessment_not_reviewed(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """One side has not looked at the risk assessment within the cycle.

    Both sides update it as appropriate; what was true at the start may not be so now.
    """
    cycle = situation.policy.cycle("risk_assessment")
    if cycle is None or not placement.is_live(situation.on):
        return
    for side in Side:
        days = [each.on for each in placement.risk_reviews if each.side is side and each.on <= situation.on]
        last = max(days, default=None)
        if last is None or cycle.next_due(last) < situation.on:
            said = f"last looked at on {plain(last)}" if last else "never recorded as looked at"
            yield Fault(placement, f"the {side.value}: {said}", ("risk_reviews",))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-32",),
    basis="QF-32",
    remedy="Visit it now, or record why no visit applies (before_start: visit_not_applicable).",
)
def no_visit_before_referral(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """The commissioner did not visit the provision before the referral, and no reason is recorded.

    The school visits, where applicable, before it completes the referral.
    """
    before = placement.before_start
    if placement.is_live(situation.on) and not (before and (before.provision_visited or before.visit_not_applicable)):
        yield Fault(placement, "neither a visit nor a reason is recorded", ("before_start",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-32",),
    basis="QF-32",
    remedy="Have the provider give it, health and safety included, and record the day.",
)
def no_induction(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """No thorough induction with health and safety is recorded at the start.

    The provider gives a thorough induction, including health and safety, at the start of the programme.
    """
    if not placement.is_live(situation.on) or placement.starts == situation.on:
        return
    if placement.induction is None:
        yield Fault(placement, f"none is recorded since it started on {plain(placement.starts)}", ("induction",))
    elif not placement.induction.health_and_safety:
        yield Fault(placement, "health and safety was not part of it", ("induction", "health_and_safety"))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-34",),
    basis="QF-34",
    remedy="Seek it, and record who did so when (before_start: assurance).",
)
def no_assurance_sought(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """The commissioner is not recorded to have sought assurance on safeguarding, health and safety and insurance.

    The council's own checks guide and do not take the commissioner's place.
    """
    before = placement.before_start
    if placement.is_live(situation.on) and (before is None or before.assurance is None):
        yield Fault(placement, "no assurance is recorded", ("before_start",))


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
        if change.on <= situation.on and change.told_on is None:
            said = f"{change.what} of {plain(change.on)}: the other side is not recorded as told"
            yield Fault(placement, said, ("changes", number))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-38",),
    basis="Arranging alternative provision (February 2025): at least every half term; before, QF-38",
    remedy="Hold the review, and record it (reviews).",
)
def review_overdue(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A live placement has not been reviewed within the cycle.

    Reviews keep the pupil on the way back to school or onward. Since February 2025 the statutory guidance expects
    them at least every half term.
    """
    cycle = situation.policy.cycle("half_termly_review") or situation.policy.cycle("review")
    if cycle is None or not placement.is_live(situation.on):
        return
    days = [review.on for review in placement.reviews if review.on <= situation.on]
    last = max([placement.starts, *days])
    if cycle.next_due(last) < situation.on:
        said = f"last reviewed on {plain(last)}" if days else f"not reviewed since it started on {plain(last)}"
        yield Fault(placement, f"{said}; due by {plain(cycle.next_due(last))}", ("reviews",))


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
    if placement.plan is not None and placement.plan.progression is None and placement.is_live(situation.on):
        yield Fault(placement, "the way back to school or onward is not recorded", ("plan",))


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
    recorded = next((each for each in placement.codes if each.covers(situation.on)), None)
    if recorded is None or not placement.is_live(situation.on):
        return
    answer = code_for(placement, situation)
    if answer.code != recorded.code and not (answer.code is None and answer.missing):
        right = answer.code or "none of the codes for education elsewhere"
        said = f"the school enters {recorded.code}; it is {right}: {'; '.join(answer.because)}"
        yield Fault(placement, said, ("codes", placement.codes.index(recorded), "code"))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-15",),
    basis="Education Act 1996 s.19, s.14; QF-15",
    remedy="Complete the pupil's week, or record the reason for less and when it is reviewed (package: part_time).",
)
def part_time_without_reason(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A pupil of compulsory school age gets less than a full week, and no reason is recorded.

    Pupils should get the same amount of education as in school unless their health makes that not in their
    interest. Full-time can be made up of two or more part-time provisions.
    """
    if not _is_first_live(placement, situation) or not is_school_age(placement.cohort, placement.birth_third, situation.on):
        return
    week = pupils_week(placement.pupil, situation)
    if week.fullness is Fullness.PART_TIME:
        said = f"{hours_text(week.total)} hours a week in all, of {hours_text(week.entitlement)}; no reason is recorded"
        yield Fault(placement, said, ("package",))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-15",),
    basis="QF-15",
    remedy="Record the rest of the pupil's week (package: elsewhere); an empty list says there is none.",
)
def rest_of_week_not_recorded(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """Whether a pupil gets a full week cannot be told: the rest of it is not recorded.

    The same is needed to tell whether a provider gives a pupil all or nearly all of the education.
    """
    if not _is_first_live(placement, situation) or not is_school_age(placement.cohort, placement.birth_third, situation.on):
        return
    week = pupils_week(placement.pupil, situation)
    if week.fullness is Fullness.NOT_RECORDED:
        yield Fault(placement, f"{hours_text(week.total)} hours a week here; the rest is not recorded", ("package",))


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-15",),
    basis="QF-15; Education Act 1996 s.19",
    remedy="Review it, and record the day and the next one.",
)
def part_time_not_reviewed(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A part-time package was to be reviewed by now and was not.

    Less than full-time education is for as short a time as possible, whatever the reason.
    """
    if placement.package is None or not placement.is_live(situation.on):
        return
    for number, reason in enumerate(placement.package.part_time):
        reviewed = reason.reviewed_on is not None and reason.reviewed_on >= reason.review_on
        if reason.covers(situation.on) and reason.review_on < situation.on and not reviewed:
            said = f"to be reviewed on {plain(reason.review_on)}, and no review is recorded"
            yield Fault(placement, said, ("package", "part_time", number))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-15",),
    basis="QF-15, which names health alone",
    remedy="Plan the full week, or record a waiver with the reason.",
)
def part_time_for_another_reason(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A pupil gets less than a full week for another reason than health.

    The framework names health as the only exception. Another reason may be right for a time; somebody must have
    decided it.
    """
    if placement.package is None or not placement.is_live(situation.on):
        return
    for number, reason in enumerate(placement.package.part_time):
        if reason.covers(situation.on) and reason.reason is not PartTimeReason.HEALTH:
            yield Fault(placement, f"{reason.reason.value}: {reason.explanation}", ("package", "part_time", number))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-03", "QF-30"),
    basis="Arranging alternative provision (February 2025): schools tell the council of every placement",
    remedy="Tell them, and record who did so when (before_start).",
)
def others_not_told(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """Somebody who must know of a placement is not recorded as told or asked.

    The council, of a school's placement; the caseworker, of a pupil with an EHC plan; the Virtual School, of a
    looked-after pupil.
    """
    if not placement.is_live(situation.on):
        return
    for name, needed, words in (
        ("council_told", placement.commissioner.kind in _SCHOOLS, "the council"),
        ("caseworker_told", placement.has_ehc_plan(placement.starts), "the EHC plan caseworker"),
        ("virtual_school_asked", placement.is_looked_after(placement.starts), "the Virtual School"),
    ):
        if needed and getattr(placement.before_start, name, None) is None:
            yield Fault(placement, f"{words} is not recorded as told or asked", ("before_start",))


def _is_first_live(placement: Placement, situation: Situation) -> bool:
    """Answer whether it is the pupil's first live placement: what concerns the pupil's week is said once."""
    if not placement.is_live(situation.on):
        return False
    live = [each for each in situation.records.placements_of(placement.pupil) if each.is_live(situation.on)]
    return live[0].id == placement.id
