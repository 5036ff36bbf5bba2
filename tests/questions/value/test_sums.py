"""The arithmetic of value for money: exact, in pence, and the same whatever the order."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.value.sums import (
    SessionWeek,
    median,
    percent_text,
    pounds_text,
    rounded,
    session_price,
    share,
)
from apqa.vocabulary.provider import PriceUnit

WEEK = SessionWeek(days=3, hours=timedelta(hours=15), a_day=2, weeks_a_year=39)
UNKNOWN = SessionWeek(days=0, hours=timedelta(hours=15), a_day=2)

prices = st.decimals(min_value=0, max_value=10**6, places=2)
amounts = st.lists(prices, min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("unit", "pounds", "session"),
    [
        (PriceUnit.SESSION, "78", Fraction(78)),
        (PriceUnit.DAY, "95", Fraction(95, 2)),
        (PriceUnit.HOUR, "30", Fraction(75)),
        (PriceUnit.WEEK, "300", Fraction(50)),
        (PriceUnit.YEAR, "11700", Fraction(50)),
        (PriceUnit.TERM, "3900", None),
    ],
)
def test_a_price_is_turned_into_sessions_by_the_week(unit: PriceUnit, pounds: str, session: Fraction | None) -> None:
    assert session_price(Decimal(pounds), unit, WEEK) == session


@pytest.mark.parametrize("unit", [PriceUnit.HOUR, PriceUnit.WEEK, PriceUnit.YEAR])
def test_without_the_days_of_the_week_nobody_says_how_many_sessions_a_price_buys(unit: PriceUnit) -> None:
    assert session_price(Decimal(300), unit, UNKNOWN) is None
    assert session_price(Decimal(300), PriceUnit.YEAR, SessionWeek(3, timedelta(hours=15), 2)) is None


def test_before_the_law_divides_a_day_only_a_price_by_the_session_can_be_used() -> None:
    before = SessionWeek(days=3, hours=timedelta(hours=15), a_day=None)
    assert session_price(Decimal(95), PriceUnit.DAY, before) is None
    assert session_price(Decimal(95), PriceUnit.WEEK, before) is None
    assert session_price(Decimal(95), PriceUnit.SESSION, before) == 95


@given(prices, st.integers(1, 7), st.integers(1, 4))
def test_a_week_of_sessions_costs_the_price_of_the_week(pounds: Decimal, days: int, a_day: int) -> None:
    week = SessionWeek(days, timedelta(hours=20), a_day)
    session = session_price(pounds, PriceUnit.WEEK, week)
    assert session is not None
    assert session * days * a_day == Fraction(pounds)


@given(prices, st.integers(1, 7), st.integers(0, 168 * 60))
def test_hours_cost_the_same_however_they_are_parted(pounds: Decimal, days: int, minutes: int) -> None:
    week = SessionWeek(days, timedelta(minutes=minutes), 2)
    session = session_price(pounds, PriceUnit.HOUR, week)
    assert session is not None
    assert session * week.sessions == Fraction(pounds) * minutes / 60


@given(st.fractions(min_value=0, max_value=10**6))
def test_rounding_is_never_off_by_more_than_half_a_penny(exact: Fraction) -> None:
    assert abs(Fraction(rounded(exact)) - exact) <= Fraction(1, 200)


@given(amounts)
def test_the_middle_has_as_many_below_as_above_whatever_the_order(values: list[Decimal]) -> None:
    middle = median(values)
    assert middle == median(reversed(values))
    assert min(values) <= middle <= max(values)
    assert 2 * sum(each < middle for each in values) <= len(values) + 1
    assert 2 * sum(each > middle for each in values) <= len(values) + 1


def test_half_a_penny_goes_up_and_the_middle_of_two_is_half_way() -> None:
    assert rounded(Fraction(1, 200)) == Decimal("0.01")
    assert median([Decimal(61), Decimal(78)]) == Decimal("69.50")
    assert median([Decimal(3), Decimal(1), Decimal(2)]) == 2


@given(st.integers(0, 10**4), st.integers(1, 10**4))
def test_a_share_is_within_a_twentieth_of_a_per_cent(part: int, whole: int) -> None:
    found = share(part, whole)
    assert found is not None
    assert abs(Fraction(found) - Fraction(100 * part, whole)) <= Fraction(1, 20)


def test_nothing_has_no_share() -> None:
    assert share(0, 0) is None


@pytest.mark.parametrize(
    ("pounds", "text"), [("96", "£96"), ("96.00", "£96"), ("96.5", "£96.50"), ("12345.67", "£12,345.67"), ("0", "£0")]
)
def test_pounds_are_written_as_people_write_them(pounds: str, text: str) -> None:
    assert pounds_text(Decimal(pounds)) == text


@pytest.mark.parametrize(("number", "text"), [("64", "64%"), ("100.0", "100%"), ("84.5", "84.5%"), ("84.50", "84.5%")])
def test_shares_are_written_without_noughts_that_say_nothing(number: str, text: str) -> None:
    assert percent_text(Decimal(number)) == text
