"""The pupils at a provider on a day, each counted once, and whether each is full-time there (QF-10, QF-12)."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.questions.package import hours_elsewhere, hours_text, live_placements_of
from apqa.questions.school_age import is_school_age
from apqa.vocabulary.placement import SpecialNeeds

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.guidance.registration_law import FullTimeTest
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

_NOTHING = timedelta()
DRAFT_ID = "PL-00000"
"""The id of a draft placement that is asked about, where its file's name is none."""

DRAFT_PUPIL = "P-00000"
"""The reference of the pupil of a draft placement that is asked about, where none was given."""


class FullTime(StrEnum):
    """Whether a pupil is full-time at a provider."""

    YES = "yes"
    REVIEW = "review"
    """A person must judge."""
    NO = "no"


@dataclass(frozen=True, slots=True)
class PupilHere:
    """One pupil at a provider on a day."""

    pupil: str
    placements: tuple[str, ...]
    hours: timedelta
    """Daytime hours a week here, breaks included, over all the pupil's placements here."""

    share: float
    """What part of the pupil's whole recorded week is here; all of it where a part of the week is not recorded."""

    timetabled: bool
    """Whether every placement here has a timetable for the day."""

    full_time: FullTime
    why: str
    """Why full-time, or not, or to be judged."""

    school_age: bool | None
    ehc_plan: bool | None
    looked_after: bool | None
    special_needs: bool | None

    @property
    def named(self) -> str:
        """Answer how a sentence names the pupil."""
        return "this pupil" if self.pupil == DRAFT_PUPIL else self.pupil

    @property
    def counts(self) -> bool:
        """Answer whether the pupil certainly counts: of compulsory school age and full-time."""
        return self.school_age is True and self.full_time is FullTime.YES

    @property
    def may_count(self) -> bool:
        """Answer whether the pupil counts or may count."""
        return self.school_age is not False and self.full_time is not FullTime.NO

    def no_more_than(self, other: PupilHere) -> bool:
        """Answer whether nothing that counts is more so than it was, or is, of the same pupil on another day."""
        facts = (
            (self.school_age, other.school_age),
            (self.ehc_plan, other.ehc_plan),
            (self.looked_after, other.looked_after),
            (self.special_needs, other.special_needs),
        )
        return (
            self.hours <= other.hours
            and self.share <= other.share
            and self.timetabled >= other.timetabled
            and all(mine is theirs or mine is False or theirs is True for mine, theirs in facts)
        )


def pupils_here(provider: Provider, situation: Situation, test: FullTimeTest) -> tuple[PupilHere, ...]:
    """Answer the pupils placed at a provider on the day, each once, under one test of full-time.

    Hours are daytime hours a week with breaks, added up over all the pupil's placements at this provider.
    """
    by_pupil: defaultdict[str, list[Placement]] = defaultdict(list)
    for placement in situation.records.placements_at(provider.id):
        if placement.is_live(situation.on):
            by_pupil[placement.pupil].append(placement)
    return tuple(_pupil_here(pupil, tuple(by_pupil[pupil]), situation, test) for pupil in sorted(by_pupil))


def _pupil_here(pupil: str, here: tuple[Placement, ...], situation: Situation, test: FullTimeTest) -> PupilHere:
    on = situation.on
    hours = sum((_daytime_hours(placement, on) for placement in here), _NOTHING)
    full_time, why = _full_time(pupil, here, hours, situation, test)
    anywhere = live_placements_of(pupil, situation)
    timetabled = all(placement.week(on) is not None for placement in here)
    plan = _any(_plan_said(placement, on) for placement in anywhere)
    return PupilHere(
        pupil=pupil,
        placements=tuple(placement.id for placement in here),
        hours=hours,
        share=_share(here, anywhere, on) if timetabled else 1.0,
        timetabled=timetabled,
        full_time=full_time,
        why=why,
        school_age=_any(is_school_age(placement.cohort, placement.birth_third, on) for placement in here),
        ehc_plan=plan,
        looked_after=_any(placement.is_looked_after(on) for placement in anywhere),
        special_needs=_any((plan, *map(_has_needs, here))),
    )


def _share(here: tuple[Placement, ...], anywhere: tuple[Placement, ...], on: date) -> float:
    """Answer what part of a pupil's week is at one provider, evenings included; all where the rest is not recorded."""
    elsewhere = hours_elsewhere(anywhere, on)
    mine = _hours_in_all(here, on)
    if elsewhere is None or not mine:
        return float(bool(mine))
    whole = elsewhere + _hours_in_all(anywhere, on)
    return mine / whole


def _daytime_hours(placement: Placement, on: date) -> timedelta:
    week = placement.week(on)
    return week.hours_with_breaks if week is not None and week.daytime else _NOTHING


def _plan_said(placement: Placement, on: date) -> bool | None:
    """Answer whether an EHC plan is in force; not known where the record contradicts itself."""
    plan = placement.has_ehc_plan(on)
    if not plan and placement.special_needs is SpecialNeeds.EHC_PLAN:
        return None
    return plan


def _has_needs(placement: Placement) -> bool | None:
    return None if placement.special_needs is None else placement.special_needs is not SpecialNeeds.NONE


def _any(answers: Iterable[bool | None]) -> bool | None:
    """Answer yes if any says yes; if none does, not known as soon as one is not known."""
    known = list(answers)
    if any(known):
        return True
    return None if None in known else False


def _full_time(
    pupil: str, here: tuple[Placement, ...], hours: timedelta, situation: Situation, test: FullTimeTest
) -> tuple[FullTime, str]:
    on = situation.on
    said = f"{hours_text(hours)} daytime hours a week"
    limit = test.presumed_above_hours
    if limit is not None and hours > limit:
        return FullTime.YES, f"{said}, more than {hours_text(limit)}"
    if any(placement.week(on) is None for placement in here):
        return FullTime.REVIEW, "no timetable is recorded for the day"
    judged = {week.nearly_all_education for placement in here if (week := placement.week(on))}
    if True in judged:
        return FullTime.REVIEW, f"{said}, recorded as all or nearly all of the pupil's education"
    judged_not = judged == {False} and len(here) == 1 and not test.majority
    return _by_share(pupil, here, said, situation, test, judged_not=judged_not)


def _by_share(  # noqa: PLR0913 - the pupil, the hours, and how they are judged
    pupil: str,
    here: tuple[Placement, ...],
    said: str,
    situation: Situation,
    test: FullTimeTest,
    *,
    judged_not: bool,
) -> tuple[FullTime, str]:
    """Compare the hours here, evenings included, with the pupil's whole week.

    A person's judgement that it is not nearly all of the pupil's education stands unless the recorded hours say
    otherwise.
    """
    live = live_placements_of(pupil, situation)
    elsewhere = hours_elsewhere(live, situation.on)
    if elsewhere is None and judged_not:
        return FullTime.NO, f"{said}, recorded as not nearly all of the pupil's education"
    if elsewhere is None:
        return FullTime.REVIEW, f"{said}; the rest of the pupil's week is not recorded"
    whole = elsewhere + _hours_in_all(live, situation.on)
    hours = _hours_in_all(here, situation.on)
    said = f"{said} of {hours_text(whole)} recorded hours of education"
    if hours == _NOTHING:
        return FullTime.NO, said
    if test.majority:
        return _by_majority(said, tuple(each.id for each in live if each.week(situation.on) is None), hours * 2 > whole)
    return _by_nearly_all(said, hours, whole, situation, test)


def _by_nearly_all(
    said: str, hours: timedelta, whole: timedelta, situation: Situation, test: FullTimeTest
) -> tuple[FullTime, str]:
    """Leave to a person more hours than the law presumes from that no full week stands beside, and nearly all of it."""
    full_week = timedelta(hours=float(situation.policy.setting("full_time_hours").value))
    limit = test.presumed_above_hours
    if limit is not None and hours > limit and whole - hours < full_week:
        return FullTime.REVIEW, f"{said}, {hours_text(hours)} of them here, and no full week elsewhere"
    share = situation.policy.setting("nearly_all_share").value
    if test.judged_when_nearly_all and hours * 100 >= whole * float(share):
        return FullTime.REVIEW, f"{said}, which may be all or nearly all of it"
    return FullTime.NO, said


def _by_majority(said: str, unknown: tuple[str, ...], most: bool) -> tuple[FullTime, str]:  # noqa: FBT001 - an answer
    """Judge by whether the recorded hours here are most of all; hours elsewhere that are not known can only add."""
    if most and unknown:
        return FullTime.REVIEW, f"{said}; no timetable of {', '.join(unknown)} is recorded for the day"
    return (FullTime.YES, f"{said}, a majority") if most else (FullTime.NO, said)


def _hours_in_all(placements: Iterable[Placement], on: date) -> timedelta:
    """Add up hours a week with breaks, evenings included."""
    weeks = (placement.week(on) for placement in placements)
    return sum((week.hours_with_breaks for week in weeks if week is not None), _NOTHING)
