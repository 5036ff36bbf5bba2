"""A pupil's whole week: hours over all provisions, against a full-time entitlement (QF-15)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

from apqa.vocabulary.placement import PartTimeReason

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.pupil import Elsewhere, PartTime

_NOTHING = timedelta()
_WORD = re.compile(r"[a-z0-9]+")


class Fullness(StrEnum):
    """How a pupil's week compares with a full-time one."""

    FULL_TIME = "full_time"
    PART_TIME_WITH_REASON = "part_time_with_reason"
    PART_TIME = "part_time"
    NOT_RECORDED = "not_recorded"
    """A part of the pupil's week is not in the records: a timetable, or what there is elsewhere."""


@dataclass(frozen=True, slots=True)
class Week:
    """A pupil's week on a day, over all provisions."""

    pupil: str
    placements: tuple[tuple[str, timedelta | None], ...]
    """Hours a week at each placement, breaks left out where they are known apart; none without a timetable."""

    elsewhere: timedelta | None
    """Hours a week of education elsewhere; none where that is not recorded."""

    entitlement: timedelta
    """Hours a week that count as full-time."""

    fullness: Fullness
    part_time: PartTime | None
    """The recorded reason for less, where there is one."""

    @property
    def total(self) -> timedelta:
        """Answer all recorded hours a week together."""
        return sum((hours for _, hours in self.placements if hours), self.elsewhere or _NOTHING)

    @property
    def without_timetable(self) -> tuple[str, ...]:
        """Answer the placements of which no timetable is recorded for the day."""
        return tuple(placement for placement, hours in self.placements if hours is None)


@lru_cache(maxsize=4096)
def hours_text(hours: timedelta) -> str:
    """Write hours exactly: "18", "17.5", or hours and minutes where a decimal would round."""
    minutes, seconds = divmod(hours // timedelta(seconds=1), 60)
    exact = Decimal(hours // timedelta(seconds=1)) / 3600
    if exact == exact.quantize(Decimal("0.01")):
        return f"{exact.normalize():f}"
    return f"{minutes // 60}:{minutes % 60:02d}" + (f":{seconds:02d}" if seconds else "")


def taught_hours(placement: Placement, on: date) -> timedelta | None:
    """Answer the hours of education a week at a placement, breaks left out where they are known apart.

    None where no timetable is recorded for the day: that is not the same as no hours.
    """
    week = placement.week(on)
    if week is None:
        return None
    return week.hours_with_breaks if week.hours_without_breaks is None else week.hours_without_breaks


def live_placements_of(pupil: str, situation: Situation) -> tuple[Placement, ...]:
    """Answer the placements of a pupil that are live on the day."""
    return tuple(each for each in situation.records.placements_of(pupil) if each.is_live(situation.on))


def package_kept_by(placements: tuple[Placement, ...]) -> Placement | None:
    """Answer the placement whose record says what the pupil has elsewhere: the most recent that records it."""
    recorded = [each for each in placements if each.package is not None]
    return max(recorded, key=lambda each: (each.starts, each.id), default=None)


def parts_elsewhere(placements: tuple[Placement, ...], on: date) -> tuple[Elsewhere, ...] | None:
    """Answer the education the pupil has elsewhere on the day; none where that is not recorded.

    What may be one of the pupil's own placements once more is left out.
    """
    kept_by = package_kept_by(placements)
    if kept_by is None or kept_by.package is None:
        return None
    parts = (part for part in kept_by.package.elsewhere if part.covers(on))
    return tuple(part for part in parts if not repeated_by(part, placements))


def repeated_by(part: Elsewhere, placements: Iterable[Placement]) -> Placement | None:
    """Answer which placement of the pupil education elsewhere may be once more; none where none is.

    It may be where it is said to be given by somebody in whose name all words of the provider's id stand.
    """
    words = set(_WORD.findall(part.name.lower())) if part.name else set()
    return next((each for each in placements if words.issuperset(each.provider.split("-"))), None)


def hours_elsewhere(placements: tuple[Placement, ...], on: date) -> timedelta | None:
    """Answer the hours a week of education elsewhere, as the most recent placement that records it has it."""
    parts = parts_elsewhere(placements, on)
    return None if parts is None else sum((part.hours for part in parts), _NOTHING)


def pupils_week(pupil: str, situation: Situation) -> Week:
    """Add up a pupil's week over all provisions on the day, and compare it with the entitlement (QF-15).

    No law defines full-time; the entitlement is the council's own number, or the one apqa uses until it sets one.
    """
    return situation.once(("week", pupil), lambda: _pupils_week(pupil, situation))


def _pupils_week(pupil: str, situation: Situation) -> Week:
    live = live_placements_of(pupil, situation)
    elsewhere = hours_elsewhere(live, situation.on)
    entitlement = timedelta(hours=float(situation.policy.setting("full_time_hours").value))
    reasons = [
        reason for each in live if each.package for reason in each.package.part_time if reason.covers(situation.on)
    ]
    reason = min(reasons, key=lambda entry: entry.reason is not PartTimeReason.HEALTH, default=None)
    placements = tuple((each.id, taught_hours(each, situation.on)) for each in live)
    week = Week(pupil, placements, elsewhere, entitlement, Fullness.NOT_RECORDED, reason)
    return replace(week, fullness=_fullness(week))


def _fullness(week: Week) -> Fullness:
    if week.total >= week.entitlement:
        return Fullness.FULL_TIME
    if week.part_time is not None:
        return Fullness.PART_TIME_WITH_REASON
    return Fullness.NOT_RECORDED if week.elsewhere is None or week.without_timetable else Fullness.PART_TIME
