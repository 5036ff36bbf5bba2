"""The single values of a record: days, hours, amounts, yes and no."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from apqa.reading.faults import NAMES
from apqa.records.scalars import Age, Clock, Count, Day, Hours, Money, Percent, Text, Truth, shown, why_no_day


def read(kind: Any, value: object) -> Any:
    return TypeAdapter(kind).validate_python(value)


def refusal(kind: Any, value: object) -> tuple[str, str]:
    """Answer the reader's rule and the sentence with which a value is refused."""
    with pytest.raises(ValidationError) as refused:
        read(kind, value)
    (error,) = refused.value.errors(include_url=False)
    assert error["type"] in NAMES or error["type"].startswith("string_")
    return error["type"], error["msg"]


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        pytest.param(Day, "2026-09-01", date(2026, 9, 1), id="day"),
        pytest.param(Day, "2024-02-29", date(2024, 2, 29), id="leap-day"),
        pytest.param(Day, "1900-01-01", date(1900, 1, 1), id="first-day"),
        pytest.param(Day, "2100-12-31", date(2100, 12, 31), id="last-day"),
        pytest.param(Day, date(2026, 9, 1), date(2026, 9, 1), id="a-day-already"),
        pytest.param(Truth, "yes", True, id="yes"),
        pytest.param(Truth, "No", False, id="no"),
        pytest.param(Truth, "TRUE", True, id="true"),
        pytest.param(Truth, "false", False, id="false"),
        pytest.param(Truth, True, True, id="a-truth-already"),
        pytest.param(Count, "0", 0, id="nought"),
        pytest.param(Count, "007", 7, id="noughts-in-front"),
        pytest.param(Count, "999999999999", 999_999_999_999, id="twelve-digits"),
        pytest.param(Count, 12, 12, id="a-count-already"),
        pytest.param(Money, "5000000", Decimal(5_000_000), id="pounds"),
        pytest.param(Money, "45.50", Decimal("45.50"), id="pounds-and-pence"),
        pytest.param(Money, Decimal("0.5"), Decimal("0.5"), id="an-amount-already"),
        pytest.param(Money, 5, Decimal(5), id="a-whole-amount-already"),
        pytest.param(Percent, "0", Decimal(0), id="no-per-cent"),
        pytest.param(Percent, "100", Decimal(100), id="all-per-cent"),
        pytest.param(Percent, "33.33", Decimal("33.33"), id="a-third"),
        pytest.param(Hours, "18", timedelta(hours=18), id="hours"),
        pytest.param(Hours, "17.5", timedelta(hours=17, minutes=30), id="half-hours"),
        pytest.param(Hours, "18.01", timedelta(hours=18, seconds=36), id="hundredths"),
        pytest.param(Hours, "18:01", timedelta(hours=18, minutes=1), id="minutes"),
        pytest.param(Hours, "18:40", timedelta(hours=18, minutes=40), id="minutes-others-take-for-a-time"),
        pytest.param(Hours, "168", timedelta(hours=168), id="a-whole-week"),
        pytest.param(Hours, timedelta(hours=2), timedelta(hours=2), id="hours-already"),
        pytest.param(Clock, "09:30", time(9, 30), id="time"),
        pytest.param(Clock, "23:59", time(23, 59), id="last-time"),
        pytest.param(Clock, time(9, 30), time(9, 30), id="a-time-already"),
        pytest.param(Age, "25", 25, id="oldest"),
        pytest.param(Text, "  a  word ", "a  word", id="text-is-trimmed"),
    ],
)
def test_what_is_well_written_is_read(kind: Any, written: object, value: object) -> None:
    found = read(kind, written)
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize(
    ("written", "rule", "message"),
    [
        pytest.param(
            "01/09/2026",
            "bent-date",
            "'01/09/2026' does not say which number is the month: write 2026-09-01 if that is the day",
            id="slashes",
        ),
        pytest.param(
            "1.9.26",
            "bent-date",
            "'1.9.26' does not say which number is the month: write 2026-09-01 if that is the day",
            id="full-stops",
        ),
        pytest.param(
            "31/02/2026",
            "impossible-date",
            "there is no 31/02/2026: February 2026 has 28 days; write year-month-day, such as 2026-09-01",
            id="slashes-and-no-such-day",
        ),
        pytest.param(
            "29.2.27",
            "impossible-date",
            "there is no 29.2.27: February 2027 has 28 days; write year-month-day, such as 2026-09-01",
            id="no-leap-year",
        ),
        pytest.param(
            "31/13/2026",
            "impossible-date",
            "there is no 31/13/2026: a year has 12 months; write year-month-day, such as 2026-09-01",
            id="slashes-and-no-such-month",
        ),
        pytest.param(
            "14/09/2026", "bent-date", "'14/09/2026' is written day first: write 2026-09-14", id="surely-day-first"
        ),
        pytest.param(
            "13.9.26", "bent-date", "'13.9.26' is written day first: write 2026-09-13", id="surely-day-first-in-short"
        ),
        pytest.param(
            "12/09/2026",
            "bent-date",
            "'12/09/2026' does not say which number is the month: write 2026-09-12 if that is the day",
            id="twelve-may-be-a-month",
        ),
        pytest.param(
            "09/14/2026",
            "bent-date",
            "'09/14/2026' is written month first: write 2026-09-14",
            id="month-first",
        ),
        pytest.param(
            "45931",
            "bent-date",
            "45931 is how a spreadsheet stores a day; it may stand for 2025-10-01: write 2025-10-01",
            id="spreadsheet",
        ),
        pytest.param(
            "45931.75",
            "bent-date",
            "45931.75 is how a spreadsheet stores a day; it may stand for 2025-10-01: write 2025-10-01",
            id="spreadsheet-with-a-time",
        ),
        pytest.param(
            "2026-09-01T00:00",
            "bent-date",
            "'2026-09-01T00:00' is a day with a time: write the day alone, 2026-09-01",
            id="day-and-time",
        ),
        pytest.param(
            "2026-09-01 00:00:00",
            "bent-date",
            "'2026-09-01 00:00:00' is a day with a time: write the day alone, 2026-09-01",
            id="day-space-time",
        ),
        pytest.param(
            "2026-02-30", "impossible-date", "there is no 2026-02-30: February 2026 has 28 days", id="30-february"
        ),
        pytest.param(
            "2026-02-29", "impossible-date", "there is no 2026-02-29: February 2026 has 28 days", id="no-leap-year"
        ),
        pytest.param(
            "2024-02-30", "impossible-date", "there is no 2024-02-30: February 2024 has 29 days", id="leap-year"
        ),
        pytest.param(
            "2026-13-01",
            "impossible-date",
            "there is no 2026-13-01: a year has 12 months; write year-month-day, such as 2026-09-01",
            id="month-13",
        ),
        pytest.param(
            "0000-01-01",
            "impossible-date",
            "there is no 0000-01-01: write year-month-day, such as 2026-09-01",
            id="year-nought",
        ),
        pytest.param("1899-12-31", "out-of-range", "the year of 1899-12-31 is outside 1900 to 2100", id="too-early"),
        pytest.param("2101-01-01", "out-of-range", "the year of 2101-01-01 is outside 1900 to 2100", id="too-late"),
        *(
            pytest.param(
                written, "bent-date", f"'{written}' is not written as year-month-day: write 2026-09-01", id=written
            )
            for written in (
                "1-Sep-26",
                "01-Sep-2026",
                "1 September 2026",
                "1st Sept 2026",
                "1sep26",
                "2026-9-1",
                "2026/09/01",
                "2026.9.01",
                "20260901",
            )
        ),
        pytest.param(
            "01-09-2026",
            "bent-date",
            "'01-09-2026' does not say which number is the month: write 2026-09-01 if that is the day",
            id="hyphens",
        ),
        *(
            pytest.param(
                written,
                "impossible-date",
                f"there is no {written}: February 2026 has 28 days; write year-month-day, such as 2026-09-01",
                id=written,
            )
            for written in ("30 Feb 2026", "2026/02/30", "20260230")
        ),
        *(
            pytest.param(
                written,
                "wrong-type",
                f"'{written}' is not a day: write year-month-day, such as 2026-09-01",
                id=written,
            )
            for written in ("1 Ju 2026", "1 jun. or 1 jul", "1 Mai 2026", "202691", "2026-09/01", "1 m 26")
        ),
        *(
            pytest.param(
                written,
                "bent-date",
                f"'{written}' is a month and one number, as spreadsheets show days: look up the day, and write "
                "year-month-day, such as 2026-09-01",
                id=written,
            )
            for written in ("Jul-27", "27-Jul", "JUL 2027", "July, 27", "1 September", "1st Sept", "sep26")
        ),
        *(
            pytest.param(
                written, "wrong-type", f"'{written}' is not a day: write year-month-day, such as 2026-09-01", id=written
            )
            for written in ("Mai-27", "Jul", "Jul-270", "Ju-27", "Jul-27-", "room 27", "270-Jul")
        ),
        *(
            pytest.param(
                written,
                "bent-date",
                f"'{written.replace(chr(10), '↵')}' has white space around the day: write 2027-07-05",
                id=repr(written),
            )
            for written in ("2027-07-05 ", " 2027-07-05", "\u00a02027-07-05", "2027-07-05\n")
        ),
        pytest.param(
            " 2027-02-29 ",
            "impossible-date",
            "there is no 2027-02-29: February 2027 has 28 days; write year-month-day, such as 2026-09-01",
            id="white-space-around-no-day",
        ),
        pytest.param(
            "14/09/2026 ",
            "bent-date",
            "'14/09/2026' is written day first: write 2026-09-14",
            id="white-space-around-slashes",
        ),
        pytest.param(
            "2026-09-01 00:00 ",
            "bent-date",
            "'2026-09-01 00:00' is a day with a time: write the day alone, 2026-09-01",
            id="white-space-around-day-and-time",
        ),
        pytest.param(
            " ", "wrong-type", "' ' is not a day: write year-month-day, such as 2026-09-01", id="white-space-alone"
        ),
        pytest.param(
            "\u0662026-09-01",
            "wrong-type",
            "'\u0662026-09-01' is not a day: write year-month-day, such as 2026-09-01",
            id="other-digits",
        ),
        pytest.param(
            {"day": "1"}, "wrong-type", "a day such as 2026-09-01 belongs here, not a group of keys", id="a-group"
        ),
        pytest.param(["1"], "wrong-type", "a day such as 2026-09-01 belongs here, not a list", id="a-list"),
        pytest.param(20260901, "wrong-type", "a day such as 2026-09-01 belongs here, not '20260901'", id="a-number"),
        pytest.param(
            datetime(2026, 9, 1),  # noqa: DTZ001 - a time without zone is what other readers make of a day
            "wrong-type",
            "a day such as 2026-09-01 belongs here, not '2026-09-01 00:00:00'",
            id="a-datetime",
        ),
    ],
)
def test_a_bent_day_is_refused_with_what_it_may_stand_for(written: object, rule: str, message: str) -> None:
    assert refusal(Day, written) == (rule, message)


@pytest.mark.parametrize(
    ("kind", "written", "rule", "message"),
    [
        pytest.param(Truth, "maybe", "wrong-type", "'maybe' is neither yes nor no", id="neither"),
        pytest.param(Truth, "on", "wrong-type", "'on' is neither yes nor no", id="on"),
        pytest.param(Truth, [], "wrong-type", "yes or no belongs here, not a list", id="truth-in-a-list"),
        pytest.param(
            Count, "-3", "out-of-range", "'-3' is below nought: write a whole number such as 12", id="below-nought"
        ),
        pytest.param(
            Count, "1,000", "wrong-type", "'1,000' has signs in it that are not digits: write 1000", id="a-comma"
        ),
        pytest.param(
            Count, "18:40", "wrong-type", "'18:40' is not a number: write a whole number such as 12", id="a-time"
        ),
        pytest.param(
            Count, "1.5", "wrong-type", "'1.5' is not a whole number: write one such as 12, without a point", id="half"
        ),
        pytest.param(
            Count,
            "1000000000000",
            "out-of-range",
            "'1000000000000' is too large: write a whole number such as 12",
            id="thirteen-digits",
        ),
        pytest.param(Count, True, "wrong-type", "a whole number belongs here, not 'True'", id="truth-as-count"),
        pytest.param(Count, -3, "wrong-type", "a whole number belongs here, not '-3'", id="negative-number"),
        pytest.param(
            Money, "£5m", "wrong-type", "'£5m' is not a number: write pounds and pence such as 45.50", id="five-million"
        ),
        pytest.param(
            Money,
            "£5,000,000",
            "wrong-type",
            "'£5,000,000' has signs in it that are not digits: write 5000000",
            id="pound-sign-and-commas",
        ),
        pytest.param(
            Money,
            "-45.50",
            "out-of-range",
            "'-45.50' is below nought: write pounds and pence such as 45.50",
            id="negative-amount",
        ),
        pytest.param(
            Money, "1.005", "wrong-type", "'1.005' is not a number: write pounds and pence such as 45.50", id="mills"
        ),
        pytest.param(
            Money, {}, "wrong-type", "an amount in pounds belongs here, not a group of keys", id="money-group"
        ),
        pytest.param(Percent, "100.01", "out-of-range", "100.01 is more than 100 per cent", id="over-a-hundred"),
        pytest.param(
            Hours,
            "18 h",
            "wrong-type",
            "'18 h' is not a number: write hours such as 17.5, or hours and minutes such as 17:40",
            id="a-unit",
        ),
        pytest.param(
            Hours,
            "17:60",
            "wrong-type",
            "'17:60' is not a number: write hours such as 17.5, or hours and minutes such as 17:40",
            id="sixty-minutes",
        ),
        pytest.param(
            Hours,
            "-1",
            "out-of-range",
            "'-1' is below nought: write hours such as 17.5, or hours and minutes such as 17:40",
            id="negative-hours",
        ),
        pytest.param(Hours, "168.01", "out-of-range", "a week has 168 hours, not 168.01", id="more-than-a-week"),
        pytest.param(Hours, "1000", "out-of-range", "a week has 168 hours, not 1000", id="hours-of-many-weeks"),
        pytest.param(Hours, "1000:30", "out-of-range", "a week has 168 hours, not 1000:30", id="minutes-of-many-weeks"),
        pytest.param(Hours, 18, "wrong-type", "hours a week belongs here, not '18'", id="hours-as-a-number"),
        pytest.param(
            Clock,
            "9:30",
            "wrong-type",
            "'9:30' is not a time of day: write hours and minutes, such as 09:30",
            id="one-digit",
        ),
        pytest.param(
            Clock,
            "24:00",
            "wrong-type",
            "'24:00' is not a time of day: write hours and minutes, such as 09:30",
            id="midnight",
        ),
        pytest.param(Clock, [], "wrong-type", "a time of day belongs here, not a list", id="time-in-a-list"),
        pytest.param(
            Age,
            "26",
            "out-of-range",
            "26 is not an age of a pupil: 25 is the oldest with an EHC plan",
            id="too-old",
        ),
    ],
)
def test_what_is_badly_written_is_refused_in_plain_words(kind: Any, written: object, rule: str, message: str) -> None:
    assert refusal(kind, written) == (rule, message)


def test_text_is_something_and_not_endless() -> None:
    assert refusal(Text, "   ")[0] == "string_too_short"
    assert read(Text, "x" * 5000) == "x" * 5000
    assert refusal(Text, "x" * 5001)[0] == "string_too_long"


def test_a_long_value_is_cut_in_a_message() -> None:
    assert shown("x" * 60) == f"'{'x' * 60}'"
    assert shown("x" * 61) == f"'{'x' * 60}…'"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028"])
def test_a_value_of_several_lines_stands_on_one_in_a_message(end: str) -> None:
    assert shown(f"12{end}13{end}") == "'12↵13↵'"


@given(day=st.dates(date(1900, 1, 1), date(2100, 12, 31)))
def test_every_day_comes_back_as_it_was_written(day: date) -> None:
    assert read(Day, day.isoformat()) == day


@given(kind=st.sampled_from([Day, Truth, Count, Money, Percent, Hours, Clock, Age]), text=st.text(max_size=30))
def test_no_text_makes_a_scalar_fall_over(kind: Any, text: str) -> None:
    try:
        read(kind, text)
    except ValidationError as error:
        assert {each["type"] for each in error.errors()} <= NAMES  # noqa: PT017 - any text may be refused


def test_what_is_a_day_needs_no_explanation() -> None:
    assert why_no_day("2026-02-28") == ""
    assert why_no_day("2026-02-30").startswith("there is no 2026-02-30")
