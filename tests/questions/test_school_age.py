"""Compulsory school age, from the school cohort and the third of the year a pupil was born in."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.school_age import (
    age_on_first_september,
    is_school_age,
    least_age,
    school_age_begins,
    school_age_ends,
)
from apqa.vocabulary.placement import BirthThird
from tests.builders import day

AUTUMN, SPRING, SUMMER = BirthThird.AUTUMN, BirthThird.SPRING, BirthThird.SUMMER
TODAY = day("2026-11-23")

COHORTS = st.integers(1995, 2080).map(lambda first: f"{first}-{(first + 1) % 100:02d}")
THIRDS = st.sampled_from(BirthThird)


@pytest.mark.parametrize(
    ("cohort", "last"),
    [
        pytest.param("2008-09", "2025-06-27", id="eleven-in-2024-25"),
        pytest.param("2009-10", "2026-06-26", id="eleven-in-2025-26"),
        pytest.param("2010-11", "2027-06-25", id="eleven-in-2026-27"),
        pytest.param("2011-12", "2028-06-30", id="thirtieth-of-june"),
        pytest.param("2012-13", "2029-06-29", id="eleven-in-2028-29"),
        pytest.param("2013-14", "2030-06-28", id="eleven-in-2029-30"),
        pytest.param("1999-00", "2016-06-24", id="turn-of-the-century"),
    ],
)
def test_it_ends_on_the_last_friday_in_june_and_not_a_day_earlier(cohort: str, last: str) -> None:
    assert school_age_ends(cohort, TODAY) == day(last)
    assert is_school_age(cohort, None, day(last)) is True
    assert is_school_age(cohort, None, day(last) + timedelta(days=1)) is False


@pytest.mark.parametrize(
    ("third", "first"),
    [
        pytest.param(AUTUMN, "2025-12-31", id="born-september-to-december"),
        pytest.param(SPRING, "2026-03-31", id="born-january-to-march"),
        pytest.param(SUMMER, "2026-08-31", id="born-april-to-august"),
    ],
)
def test_it_begins_on_the_prescribed_day_that_follows_the_fifth_birthday(third: BirthThird, first: str) -> None:
    assert school_age_begins("2020-21", third, TODAY) == day(first)
    assert is_school_age("2020-21", third, day(first)) is True
    assert is_school_age("2020-21", third, day(first) - timedelta(days=1)) is False


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        pytest.param("2025-12-30", False, id="nobody-of-the-cohort-yet"),
        pytest.param("2025-12-31", None, id="the-autumn-born-only"),
        pytest.param("2026-08-30", None, id="not-the-summer-born"),
        pytest.param("2026-08-31", True, id="the-whole-cohort"),
    ],
)
def test_without_the_third_it_is_unknown_only_while_the_thirds_differ(on: str, answer: bool | None) -> None:
    assert is_school_age("2020-21", None, day(on)) is answer


def test_before_the_law_apqa_knows_nothing_is_said() -> None:
    on = day("1998-08-31")
    assert school_age_ends("1990-91", on) is None
    assert school_age_begins("1990-91", AUTUMN, on) is None
    assert is_school_age("1990-91", AUTUMN, on) is None


@pytest.mark.parametrize(
    ("on", "age"),
    [
        pytest.param("2026-08-31", 14, id="last-day-of-the-school-year"),
        pytest.param("2026-09-01", 15, id="first-day-of-the-school-year"),
        pytest.param("2027-03-01", 15, id="in-spring"),
    ],
)
def test_the_age_of_a_school_year_is_that_of_its_first_september(on: str, age: int) -> None:
    assert age_on_first_september("2010-11", day(on)) == age


@pytest.mark.parametrize(
    ("third", "on", "age"),
    [
        pytest.param(None, "2027-06-15", 16, id="third-not-known"),
        pytest.param(AUTUMN, "2026-12-30", 16, id="the-day-before-the-last-birthday-of-autumn"),
        pytest.param(AUTUMN, "2026-12-31", 17, id="the-last-birthday-of-autumn"),
        pytest.param(SPRING, "2027-03-30", 16, id="the-day-before-the-last-birthday-of-spring"),
        pytest.param(SPRING, "2027-03-31", 17, id="the-last-birthday-of-spring"),
        pytest.param(SUMMER, "2027-08-30", 16, id="the-day-before-the-last-birthday-of-summer"),
        pytest.param(SUMMER, "2027-08-31", 17, id="the-last-birthday-of-summer"),
        pytest.param(AUTUMN, "2026-09-01", 16, id="first-day-of-the-school-year"),
    ],
)
def test_an_age_is_certain_from_the_last_birthday_of_the_third(third: BirthThird | None, on: str, age: int) -> None:
    assert least_age("2009-10", third, day(on)) == age


@given(cohort=COHORTS, third=st.none() | THIRDS, on=st.dates(day("2015-01-01"), day("2045-01-01")))
def test_nobody_is_certainly_younger_than_the_school_year_says_or_a_year_older(
    cohort: str, third: BirthThird | None, on: date
) -> None:
    of_the_year = age_on_first_september(cohort, on)
    assert least_age(cohort, third, on) in {of_the_year, of_the_year + 1}
    assert third or least_age(cohort, None, on) == of_the_year or (on.month, on.day) == (8, 31)


@given(cohort=COHORTS, third=THIRDS, before=st.integers(1, 400), within=st.floats(0, 1), after=st.integers(1, 400))
def test_every_pupil_is_of_school_age_for_one_unbroken_time(
    cohort: str, third: BirthThird, before: int, within: float, after: int
) -> None:
    begins, ends = school_age_begins(cohort, third, TODAY), school_age_ends(cohort, TODAY)
    assert begins is not None
    assert ends is not None
    inside = begins + timedelta(days=round((ends - begins).days * within))
    assert is_school_age(cohort, third, begins - timedelta(days=before)) is False
    assert is_school_age(cohort, third, inside) is True
    assert is_school_age(cohort, third, ends + timedelta(days=after)) is False


@given(cohort=COHORTS, third=THIRDS)
def test_it_begins_at_five_and_ends_in_the_school_year_of_the_sixteenth_birthday(
    cohort: str, third: BirthThird
) -> None:
    first = int(cohort[:4])
    begins, ends = school_age_begins(cohort, third, TODAY), school_age_ends(cohort, TODAY)
    assert begins is not None
    assert ends is not None
    assert date(first + 5, 12, 31) <= begins <= date(first + 6, 8, 31)
    assert (ends.year, ends.month, ends.weekday()) == (first + 17, 6, 4)
    assert (ends + timedelta(days=7)).month == 7


@given(cohort=COHORTS, on=st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_without_the_third_the_answer_agrees_with_every_third(cohort: str, on: date) -> None:
    answers = {is_school_age(cohort, third, on) for third in BirthThird}
    answer = is_school_age(cohort, None, on)
    assert answer is None if len(answers) > 1 else {answer} == answers
