"""Compulsory school age: worked out from the school cohort and the third of the year a pupil was born in."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from apqa.guidance.days import last_weekday
from apqa.guidance.school_age_law import school_age_law
from apqa.vocabulary.placement import BirthThird

if TYPE_CHECKING:
    from apqa.guidance.school_age_law import SchoolAgeLaw
    from apqa.records.base import AgeRange

_LATEST_BIRTHDAY = {BirthThird.AUTUMN: (12, 31), BirthThird.SPRING: (3, 31), BirthThird.SUMMER: (8, 31)}
_REMEMBERED = 4096
"""How many answers are remembered: of a few cohorts on the few days that questions are about."""


def _first_year(cohort: str) -> int:
    return int(cohort[:4])


@lru_cache(maxsize=_REMEMBERED)
def school_age_ends(cohort: str, on: date) -> date | None:
    """Answer the last day of compulsory school age of a cohort, under the law in force on a day.

    It ends at the end of the leaving date, the last Friday in June, of the school year in which the pupil turns
    16 (Education Act 1996 s.8). A pupil born from 1 September 2010 to 31 August 2011 turns 16 in 2026-27.
    """
    law = school_age_law(on)
    if law is None:
        return None
    year = _first_year(cohort) + 1 + law.ends_at
    return last_weekday(year, law.leaving_month, law.leaving_weekday)


@lru_cache(maxsize=_REMEMBERED)
def school_age_begins(cohort: str, third: BirthThird, on: date) -> date | None:
    """Answer the first day of compulsory school age, under the law in force on a day.

    It begins on the fifth birthday if that is a prescribed day, otherwise on the next one (Education Act 1996
    s.8). The thirds end on the prescribed days, so every birthday of a third leads to the same day.
    """
    law = school_age_law(on)
    if law is None:
        return None
    born = _last_born(cohort, third)
    return _next_prescribed_day(date(born.year + law.begins_at, born.month, born.day), law)


def _last_born(cohort: str, third: BirthThird) -> date:
    """Answer the last day on which a pupil of a cohort and a third can be born."""
    month, day = _LATEST_BIRTHDAY[third]
    return date(_first_year(cohort) + (third is not BirthThird.AUTUMN), month, day)


def _next_prescribed_day(birthday: date, law: SchoolAgeLaw) -> date:
    days = [
        date(year, int(text[:2]), int(text[3:]))
        for year in (birthday.year, birthday.year + 1)
        for text in law.prescribed_days
    ]
    return min(day for day in days if day >= birthday)


@lru_cache(maxsize=_REMEMBERED)
def is_school_age(cohort: str, third: BirthThird | None, on: date) -> bool | None:
    """Answer whether a pupil is of compulsory school age on a day; none where the records do not settle it.

    Only a pupil in the year of the fifth birthday needs the third of the year. Basis: Education Act 1996 s.8.
    """
    ends = school_age_ends(cohort, on)
    if ends is None:
        return None
    if on > ends:
        return False
    begins = {school_age_begins(cohort, each, on) for each in ([third] if third else BirthThird)}
    answers = {day is not None and day <= on for day in begins}
    return answers.pop() if len(answers) == 1 else None


def age_on_first_september(cohort: str, on: date) -> int:
    """Answer how old the pupils of a cohort are on the 1 September that begins the school year of a day.

    A pupil born during the year 2010-11 is 15 throughout 1 September 2026: the age the school year goes by.
    """
    return first_september(on).year - _first_year(cohort) - 1


@lru_cache(maxsize=_REMEMBERED)
def least_age(cohort: str, third: BirthThird | None, on: date) -> int:
    """Answer the age a pupil has certainly reached on a day: that of whoever was born last in the third.

    Without the third it is the age on 1 September up to the last day of the school year, the last birthday of a cohort.
    """
    born = _last_born(cohort, third or BirthThird.SUMMER)
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))


def is_within_ages(ages: AgeRange, cohort: str, third: BirthThird | None, on: date) -> bool:
    """Answer whether a pupil is of the ages that a school is registered for, or a provider takes, on a day.

    Schools go by the age on 1 September. A pupil who is certainly older than the oldest age by the day is outside all
    the same; one who may still be younger than that is not.
    """
    return ages.youngest <= age_on_first_september(cohort, on) and least_age(cohort, third, on) <= ages.oldest


def first_september(on: date) -> date:
    """Answer the 1 September that begins the school year of a day."""
    september = date(on.year, 9, 1)
    return september if on >= september else date(on.year - 1, 9, 1)
