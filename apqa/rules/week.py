"""The pupil's whole week: its hours and its core subjects (QF-02, QF-15)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.core_subjects import core_teaching
from apqa.questions.package import Fullness, hours_text, live_placements_of, pupils_week, repeated_by
from apqa.questions.school_age import is_school_age
from apqa.records.kinds import AUTHORITY, PLACEMENT, PROVIDER
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.placement import PartTimeReason

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.package import Week
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-15",),
    basis="QF-15; Education Act 1996 s.19, s.14",
    remedy="Complete the pupil's week, or record the reason for less and when it is reviewed (package: part_time).",
    rests_on=(PLACEMENT, AUTHORITY),
)
def part_time_without_reason(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A pupil of compulsory school age gets less than a full week, and no reason is recorded.

    Pupils should get the same amount of education as in school unless their health makes that not in their
    interest. Full-time can be made up of two or more part-time provisions.
    """
    week = _week_to_judge(placement, situation)
    if week is not None and week.fullness is Fullness.PART_TIME:
        hours, full = hours_text(week.total), hours_text(week.entitlement)
        said = f"{hours} hours of education a week in all; {full} make a full week, and no reason for less is recorded"
        yield Fault(placement, said, ("package",))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-15",),
    basis="QF-15",
    remedy="Record the rest of the pupil's week (package: elsewhere); an empty list says there is none.",
    rests_on=(PLACEMENT, AUTHORITY),
)
def rest_of_week_not_recorded(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """Whether a pupil gets a full week cannot be told: the rest of it is not recorded.

    The same is needed to tell whether a provider gives a pupil all or nearly all of the education.
    """
    week = _week_to_judge(placement, situation)
    if week is not None and week.fullness is Fullness.NOT_RECORDED:
        yield Fault(
            placement,
            f"{hours_text(week.total)} hours a week in these records; the rest of the pupil's week is not recorded",
            ("package",),
        )


@rule(
    about=PLACEMENT,
    severity=Severity.CONCERN,
    clauses=("QF-12", "QF-15"),
    basis="QF-12; QF-15",
    remedy="Take it out of package: elsewhere; where it is something else, name it so that it cannot be mistaken.",
)
def hours_recorded_twice(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """Education elsewhere is said to be given by the provider of one of the pupil's own placements.

    Hours counted twice make a week look fuller than it is, and a provider's part in it smaller: whether the week is
    full-time and whether the provider must register rest on both. They are left out of both until it is put right.
    """
    if placement.package is None or not placement.is_live(situation.on):
        return
    live = live_placements_of(placement.pupil, situation)
    for number, part in enumerate(placement.package.elsewhere):
        twin = repeated_by(part, live) if part.covers(situation.on) else None
        if twin:
            said = (
                f"{hours_text(part.hours)} hours a week with {part.name}, which {twin.id} records with {twin.provider}"
            )
            yield Fault(placement, said, ("package", "elsewhere", number), related=((twin, ("timetable",)),))


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
        reviewed = reason.reviewed_on is not None and reason.review_on <= reason.reviewed_on <= situation.on
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
            said = f"less than a full week for {reason.reason.value}, not for health: {reason.explanation}"
            yield Fault(placement, said, ("package", "part_time", number))


@rule(
    about=PLACEMENT,
    severity=Severity.QUERY,
    clauses=("QF-02",),
    basis="QF-02",
    remedy="Ask who else teaches it to the pupil, and record that (package: elsewhere: core_subjects); where nobody "
    "does, arrange it, or record a waiver with the reason.",
    rests_on=(PLACEMENT, PROVIDER),
)
def core_subject_not_accounted_for(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A provider does not teach a core subject, and the records do not say who else teaches it to the pupil.

    Good provision teaches English, mathematics and science with information technology, unless they are taught
    elsewhere in the package. A provider's word that it is elsewhere counts once the package says where: another
    placement, school, a tutor. Not recorded is not the same as not taught, and the message says which it is. Said once
    for a pupil, at the placement that records the rest of the week; a query, since the commissioner may know the
    answer, or have a reason.
    """
    if not placement.is_live(situation.on):
        return
    teaching = core_teaching(placement.pupil, situation)
    if teaching.is_open and teaching.kept_by == placement.id:
        live = live_placements_of(placement.pupil, situation)
        providers = (situation.records.provider(name) for name in dict.fromkeys(each.provider for each in live))
        said = tuple((each, ("offer", "core_subjects")) for each in providers if each and each.offer.core_subjects)
        yield Fault(placement, teaching.says, ("package", "elsewhere"), related=said)


def _week_to_judge(placement: Placement, situation: Situation) -> Week | None:
    """Answer the week of a pupil of compulsory school age, at the first of the pupil's live placements only.

    None where a live placement has no timetable for the day: that is said by itself, and the hours are not known.
    """
    live = live_placements_of(placement.pupil, situation)
    if not live or live[0].id != placement.id or any(each.week(situation.on) is None for each in live):
        return None
    if not is_school_age(placement.cohort, placement.birth_third, situation.on):
        return None
    return pupils_week(placement.pupil, situation)
