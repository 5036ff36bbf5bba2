"""The arithmetic of value for money: what a session costs, and the middle of several figures (QF-43)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from apqa.vocabulary.provider import PriceUnit

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import timedelta

_PENNY = Decimal("0.01")
_SECONDS_AN_HOUR = 3600


@dataclass(frozen=True, slots=True)
class SessionWeek:
    """The week a price is turned into sessions by."""

    days: int
    """On how many days of the week there is provision; nought where that is not recorded."""

    hours: timedelta
    """Hours a week, breaks included."""

    a_day: int | None
    """Into how many sessions the law of the day divides a school day; none before there was such a law."""

    weeks_a_year: int | None = None

    @property
    def sessions(self) -> int:
        """Answer how many sessions a week has; nought where that cannot be told."""
        return self.days * (self.a_day or 0)


def session_price(pounds: Decimal, unit: PriceUnit, week: SessionWeek) -> Fraction | None:
    """Answer what one session, half a day, costs in pounds; none where the price cannot be turned into sessions.

    A price by the term cannot: how many sessions it buys depends on the term.
    """
    price, whole = Fraction(pounds), week.sessions
    hours = Fraction(int(week.hours.total_seconds()), _SECONDS_AN_HOUR)
    parts: dict[PriceUnit, tuple[Fraction, int]] = {
        PriceUnit.SESSION: (price, 1),
        PriceUnit.DAY: (price, week.a_day or 0),
        PriceUnit.HOUR: (price * hours, whole),
        PriceUnit.WEEK: (price, whole),
        PriceUnit.YEAR: (price, whole * (week.weeks_a_year or 0)),
    }
    cost, sessions = parts.get(unit, (price, 0))
    return cost / sessions if sessions else None


def rounded(exact: Fraction) -> Decimal:
    """Round to whole pence, half a penny up."""
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(_PENNY, rounding=ROUND_HALF_UP)


def median(values: Iterable[Decimal]) -> Decimal:
    """Answer the middle of some figures; of an even number of them, what lies half-way between the middle two."""
    ordered = sorted(values)
    at = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[at]
    return rounded(Fraction(ordered[at - 1] + ordered[at]) / 2)


def share(part: Fraction | int, whole: Fraction | int) -> Decimal | None:
    """Answer a part in per cent of the whole, with one decimal; none where there is nothing to take a share of."""
    if not whole:
        return None
    exact = Fraction(part) * 100 / whole
    return (Decimal(exact.numerator) / exact.denominator).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def pounds_text(pounds: Decimal) -> str:
    """Write an amount as people do: "£96", "£1,204.50"."""
    whole = pounds == pounds.to_integral_value()
    return f"£{pounds:,.0f}" if whole else f"£{pounds:,.2f}"


def percent_text(share_of: Decimal) -> str:
    """Write a share: "84.5%", "64%"."""
    plain = share_of.quantize(Decimal(1)) if share_of == share_of.to_integral_value() else share_of.normalize()
    return f"{plain}%"
