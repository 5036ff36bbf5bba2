"""A pupil and a placement in a few words. The record follows from them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from demo.story.days import KNOWN_ON, day

Spans = tuple[tuple[str, str], ...]
"""Times with a first and a last day; the last is empty while it is open."""


@dataclass(frozen=True, slots=True)
class Pupil:
    """What the story knows of a pupil: never who it is."""

    key: str
    cohort: str
    third: str
    school: str = ""
    """The key of the school whose register the pupil is on; empty for none."""

    needs: str = "none"
    plans: Spans = ()
    looked_after: Spans = ()
    also_at: str = ""
    """A provider whose roll the pupil is on as well, as a second school."""

    on_roll_since: str = ""
    part_time: str = ""
    """The reason for less than full-time education, where that is so."""

    @property
    def first_year(self) -> int:
        """Answer the year the cohort's first pupils were born in."""
        return int(self.cohort[:4])

    def age(self, on: date) -> int:
        """Answer the age the school year goes by."""
        return (on.year if on.month >= 9 else on.year - 1) - self.first_year - 1  # noqa: PLR2004  September

    def is_school_age(self, on: date) -> bool:
        """Answer whether the pupil is of compulsory school age; those too young are in nobody's story."""
        year = self.first_year + 17
        last = date(year, 6, 30)
        return on <= last - timedelta(days=(last.weekday() - 4) % 7)

    def has_plan(self, on: date) -> bool:
        """Answer whether an EHC plan is in force."""
        return covered(self.plans, on)

    def is_looked_after(self, on: date) -> bool:
        """Answer whether the pupil is looked after."""
        return covered(self.looked_after, on)


def covered(spans: Spans, on: date) -> bool:
    """Answer whether one of the times covers the day."""
    return any(day(first) <= on and (not last or on <= day(last)) for first, last in spans)


@dataclass(frozen=True, slots=True)
class Weeks:
    """The pupil's week at the provider, for a time."""

    starts: str
    hours: float
    days: tuple[str, ...]
    ends: str = ""
    breaks: float = 0.0

    @property
    def taught(self) -> float:
        """Answer the hours without breaks."""
        return self.hours - self.breaks


@dataclass(frozen=True, slots=True)
class Case:
    """One placement in a few words."""

    key: str
    pupil: Pupil
    provider: str
    basis: str
    weeks: tuple[Weeks, ...]
    by: str = "school"
    """Who commissions it: school, council or parent."""

    ends: str = ""
    why_ended: str = ""
    destination: str = ""
    lasted: bool = True
    """Whether the destination was sustained."""

    expected_end: str = ""
    site: str = ""
    school: str = ""
    """The commissioning school, where it is not the pupil's own."""

    @property
    def starts(self) -> date:
        """Answer the first day."""
        return day(self.weeks[0].starts)

    @property
    def last(self) -> date | None:
        """Answer the last day; none while it is open."""
        return day(self.ends) if self.ends else None

    def is_live(self, on: date) -> bool:
        """Answer whether the pupil is placed on the day."""
        return self.starts <= on and (self.last is None or on <= self.last)

    def week(self, on: date) -> Weeks | None:
        """Answer the week that holds on the day."""
        return next(
            (each for each in self.weeks if day(each.starts) <= on and (not each.ends or on <= day(each.ends))), None
        )

    @property
    def known_until(self) -> date:
        """Answer the last day something can have happened in it."""
        return min(self.last or KNOWN_ON, KNOWN_ON)
