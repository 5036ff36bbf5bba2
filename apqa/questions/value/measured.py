"""What the records show of one provider's price and of what came of it in a year, by itself and beside like ones."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.attendance_law import sessions_a_day
from apqa.questions.outcomes.of_year import Year, year_of
from apqa.questions.outcomes.outcomes import outcomes, shares
from apqa.questions.outcomes.tree import ATTENDANCE, OBJECTIVES, PLACEMENTS, SHARES
from apqa.questions.school_days import previous_year
from apqa.questions.value.costs import Cost, cost_of
from apqa.questions.value.like import like_providers
from apqa.questions.value.sums import SessionWeek, median, rounded, session_price

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from apqa.questions.outcomes.tree import Kind
    from apqa.questions.situation import Situation
    from apqa.records.offer import Price
    from apqa.records.provider import Provider

_LASTED = "lasted_12_weeks"


@dataclass(frozen=True, slots=True)
class Measured:
    """One provider's figures of a year; none where the records do not show one."""

    offered: Decimal | None
    """The pounds of a session by the provider's own list of prices, the lowest where there are several."""

    cost: Cost
    attended: Decimal | None
    """Attended sessions, in per cent of those there could have been."""

    reached: Decimal | None
    """Objectives reached, in per cent of those reported on."""

    lasted: Decimal | None
    """Destinations that lasted twelve weeks, in per cent of those of which it is known."""

    counts: Mapping[str, int]
    """The sums the shares are made of: of attended and possible sessions, objectives and ended placements."""

    @property
    def per_attended(self) -> Decimal | None:
        """Answer the pounds for each attended session."""
        return self.cost.per_attended

    @property
    def known_to_last(self) -> int:
        """Answer of how many destinations it is known whether they lasted twelve weeks."""
        return sum(self.counts[each] for name, _, whole in SHARES["placements"] if name == _LASTED for each in whole)


@dataclass(frozen=True, slots=True)
class Beside:
    """One figure of the like providers: the lowest, the middle and the highest."""

    number: int
    """How many like providers have the figure."""

    needed: int
    """How many have to before it is shown."""

    placements: int = 0
    """How many placements they had in the year together."""

    lowest: Decimal | None = None
    middle: Decimal | None = None
    highest: Decimal | None = None


def year_to_ask(provider: Provider, situation: Situation) -> Year:
    """Answer the year whose figures are asked about: the last that is over if reports tell of it, else this one."""
    before = Year(previous_year(year_of(situation.on).name), situation.on)
    cost = measured(provider, situation, before).cost
    return before if cost.reports or cost.left_out else year_of(situation.on)


def measured(provider: Provider, situation: Situation, year: Year) -> Measured:
    """Work out a provider's figures of a year, as far as the records had come by the day."""
    return situation.once(("value", provider.id, year.name), lambda: _measured(provider, situation, year))


def _measured(provider: Provider, situation: Situation, year: Year) -> Measured:
    found = outcomes(situation, year, provider.id)
    cells = {each.key: {key: count.number for key, count in found.table(each).total.items()} for each in _KINDS}
    every = {key: number for kind in _KINDS for key, number in cells[kind.key].items()}
    return Measured(
        offered=_offered(provider, situation),
        cost=cost_of(provider.id, situation, year),
        attended=shares(ATTENDANCE, cells[ATTENDANCE.key])["attended"],
        reached=shares(OBJECTIVES, cells[OBJECTIVES.key])["reached"],
        lasted=shares(PLACEMENTS, cells[PLACEMENTS.key])[_LASTED],
        counts=every,
    )


_KINDS: tuple[Kind, ...] = (ATTENDANCE, OBJECTIVES, PLACEMENTS)


def offered_session(price: Price, provider: Provider, situation: Situation) -> Decimal | None:
    """Answer what a session costs by one price of a provider's offer; none where it cannot be turned into sessions."""
    week, law = provider.offer.week, sessions_a_day(situation.on)
    a_day = law.a_day if law else None
    in_sessions = SessionWeek(len(week.days), week.hours_with_breaks, a_day, week.weeks_a_year)
    exact = session_price(price.pounds, price.unit, in_sessions)
    return None if exact is None else rounded(exact)


def _offered(provider: Provider, situation: Situation) -> Decimal | None:
    prices = (offered_session(each, provider, situation) for each in provider.offer.prices)
    return min((each for each in prices if each is not None), default=None)


def beside(
    provider: Provider, situation: Situation, year: Year, figure: Callable[[Measured], Decimal | None]
) -> Beside:
    """Answer one figure of the like providers, where enough of them have it for none to be told apart."""
    found = [measured(each, situation, year) for each in like_providers(provider, situation)]
    known = sorted(value for each in found if (value := figure(each)) is not None)
    needed = int(situation.policy.setting("like_providers").value)
    if not known or len(known) < needed:
        return Beside(len(known), needed)
    placements = sum(each.counts["placements"] for each in found if figure(each) is not None)
    return Beside(len(known), needed, placements, known[0], median(known), known[-1])
