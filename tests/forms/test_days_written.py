from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.forms.receiving.days import UnclearDayError, day_written
from apqa.guidance.days import plain

DAY = date(2026, 11, 3)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-03",
        "3 November 2026",
        "3rd Nov 2026",
        "03 nov. 2026",
        "3-Nov-2026",
        "Tuesday, 3 November 2026",
        "tues 3rd of November, 2026",
        "November 3, 2026",
        "  3   November  2026 ",
    ],
)
def test_a_day_that_can_be_read_in_one_way_only_is_read(text: str) -> None:
    assert day_written(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("25/11/2026", date(2026, 11, 25)),
        ("11/25/2026", date(2026, 11, 25)),
        ("4.4.2026", date(2026, 4, 4)),
        ("17 Sept 2026", date(2026, 9, 17)),
    ],
)
def test_numbers_are_read_where_only_one_of_them_can_be_the_month(text: str, day: date) -> None:
    assert day_written(text) == day


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("03/11/2026", "'03/11/2026' may be 3 November 2026 or 11 March 2026: write the month in letters"),
        (
            "03/11/26",
            "the year of '03/11/26' has two digits: write .* its year in four digits, such as 11 December 2026",
        ),
        ("15/12/26", "the year of '15/12/26' has two digits"),
        ("15 December 26", "the year of '15 December 26' has two digits"),
        ("Tues 15th Dec '26", "has two digits"),
        ("15 Dec", "'15 Dec' has no year: write the day with its month in letters and its year in four digits"),
        ("Dec 15", "'Dec 15' has no year"),
        ("15/12", "'15/12' has no year"),
        ("Dec 2026", "'Dec 2026' is no day that can be read: write the day with its month"),
        ("3 Ju 2026", "names no month"),
        ("3 Octember 2026", "names no month"),
        ("31 November 2026", "there is no 31 November 2026: correct it"),
        ("30/30/2026", "there is no 30/30/2026"),
        ("3 November 1066", "the year of 3 November 1066 is outside 1900 to 2100"),
        ("last week", "is no day that can be read"),
    ],
)
def test_a_day_that_may_be_another_or_none_is_refused(text: str, says: str) -> None:
    with pytest.raises(UnclearDayError, match=says.replace("(", "\\(")):
        day_written(text)


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_is_read_as_apqa_writes_it(day: date) -> None:
    assert day_written(plain(day)) == day
    assert day_written(day.isoformat()) == day


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused_in_a_sentence(text: str) -> None:
    try:
        assert isinstance(day_written(text), date)
    except UnclearDayError as error:
        assert str(error)  # noqa: PT017 - either is right
