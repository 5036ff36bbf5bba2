"""Questions on what a place costs, and on what came of it, beside like providers (QF-43)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.value.costs import NO_SESSIONS, WHY_LEFT_OUT
from apqa.questions.value.like import likeness
from apqa.questions.value.measured import Measured, beside, measured, offered_session
from apqa.questions.value.question import ValueFigure, ValueQuestion
from apqa.questions.value.sums import percent_text, pounds_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from apqa.questions.outcomes.of_year import Year
    from apqa.questions.situation import Situation
    from apqa.questions.value.measured import Beside
    from apqa.records.provider import Provider

LIKE = "like"
"""The figure that is the median of like providers; its source is the definition of likeness."""

_REPORTS = "termly reports"


def offered_price(provider: Provider, situation: Situation, year: Year) -> ValueQuestion:
    """Ask of the price the provider itself names, beside those of like providers."""
    own = measured(provider, situation, year)
    like = beside(provider, situation, year, lambda each: each.offered)
    figures = tuple(_prices(provider, situation))
    if own.offered is None:
        wanted = "the price by the session: record it by the hour, session, day, week or year (offer: prices)"
        return ValueQuestion(
            "price", "Price", "", "What does a place cost, and what is in the price?", figures, (wanted,)
        )
    says = f"A session costs {pounds_text(own.offered)} by its own list of prices; {_range(like, pounds_text)}."
    unsaid = [each for each in provider.offer.prices if each.covers is None]
    lacks = ("what is in the price and what is extra (offer: prices, covers)",) if unsaid else ()
    figures = (*figures, *_like_figures(like, pounds_text, provider, situation))
    asks = _and_the_difference(own.offered, like, "What is in the price, and what is extra?")
    return ValueQuestion("price", "Price", says, asks, figures, lacks)


def _and_the_difference(own: Decimal, like: Beside, asks: str) -> str:
    """Ask of the difference first, where a price lies above or below those of all like providers."""
    if like.highest is not None and own > like.highest:
        return f"What does the difference buy? {asks}"
    if like.lowest is not None and own < like.lowest:
        return f"What makes the difference? {asks}"
    return asks


def _prices(provider: Provider, situation: Situation) -> Iterator[ValueFigure]:
    for number, each in enumerate(provider.offer.prices, 1):
        session = offered_session(each, provider, situation)
        said = f"{pounds_text(each.pounds)} by the {each.unit}"
        covers = f": {each.covers}" if each.covers else ""
        worked = (
            f", which is {pounds_text(session)} a session" if session is not None and session != each.pounds else ""
        )
        yield ValueFigure(
            f"offered_{number}", f"{said}{worked}{covers}", "the provider's record (offer: prices)", session
        )


def attended_cost(provider: Provider, situation: Situation, year: Year) -> ValueQuestion:
    """Ask of what each attended session cost in the year, beside like providers."""
    own = measured(provider, situation, year)
    cost, title = own.cost, "Cost of attendance"
    asks = "What is done about sessions that are paid and missed?"
    if own.per_attended is None:
        lacks = (
            f"what an attended session cost in {year.name}: it takes termly reports with sessions, and agreements with "
            "a price (placements: agreements)"
        )
        return ValueQuestion("attended", title, "", asks, not_known=(lacks, *_left_out(own)))
    like = beside(provider, situation, year, lambda each: each.per_attended)
    says = (
        f"Each attended session of {_named(year)} cost {pounds_text(own.per_attended)} by the agreements and reports; "
        f"{_range(like, pounds_text)}."
    )
    asks = _and_the_difference(own.per_attended, like, asks)
    figures = (
        ValueFigure(
            "attended",
            f"{cost.attended:,} of {cost.possible:,} sessions attended, {_placements(cost.placements)}, "
            f"{_reports(cost.reports)}",
            _REPORTS,
        ),
        ValueFigure(
            "agreed",
            "every session there could have been is taken to be paid, attended or not",
            "agreements of the placements; what was invoiced is not recorded",
        ),
        *_like_figures(like, pounds_text, provider, situation),
    )
    return ValueQuestion(
        "attended", title, says, asks, figures, tuple(_left_out(own)), _careful(cost.placements, situation)
    )


def outcome_question(provider: Provider, situation: Situation, year: Year) -> ValueQuestion:
    """Ask of what came of the placements of the year, beside like providers."""
    own = measured(provider, situation, year)
    figures, lacks, below = [], [], []
    for key, title, figure, of in _OUTCOMES:
        value = figure(own)
        if value is None:
            lacks.append(f"{title} in {year.name}: {_WANTS[key]}")
            continue
        like = beside(provider, situation, year, figure)
        said = f"{title}: {percent_text(value)} of {of(own)}; {_range(like, percent_text)}"
        figures.append(ValueFigure(key, said, _WHERE[key], value))
        if like.lowest is not None and value < like.lowest:
            below.append(title.partition(",")[0])
    says = f"Of {_named(year)}: {'; '.join(each.says.partition(';')[0] for each in figures)}." if figures else ""
    careful = _careful(own.counts["placements"], situation) if figures else ""
    asks = "What does a place here bring about that the price should be held against?"
    if below:
        asks = f"Why is it less than with any like provider: {'; '.join(below)}? {asks}"
    return ValueQuestion("outcomes", "What came of it", says, asks, tuple(figures), tuple(lacks), careful)


_OUTCOMES: tuple[tuple[str, str, Callable[[Measured], Decimal | None], Callable[[Measured], str]], ...] = (
    ("attendance", "sessions attended", lambda each: each.attended, lambda each: f"{each.counts['possible']:,}"),
    ("objectives", "objectives reached", lambda each: each.reached, lambda each: f"{each.counts['objectives']:,}"),
    (
        "destinations",
        "destinations that lasted 12 weeks, where that is known",
        lambda each: each.lasted,
        lambda each: f"{each.known_to_last:,}",
    ),
)
"""The outcomes that are asked about: key, name, share, and of how many."""

_WHERE = {"attendance": _REPORTS, "objectives": _REPORTS, "destinations": "placements (destination)"}
_WANTS = {
    "attendance": "it takes termly reports with sessions",
    "objectives": "it takes termly reports with progress on objectives",
    "destinations": "it takes placements that ended, with a look 12 weeks later (destination: after_12_weeks)",
}


def _range(like: Beside, text: Callable[[Decimal], str]) -> str:
    """Write how wide a figure is among like providers; that they are too few where they are."""
    if like.lowest is None or like.middle is None or like.highest is None:
        found = f"{like.number} has" if like.number == 1 else f"{like.number or 'none'} have"
        return f"like providers: too few to compare ({found} the figure, and {like.needed} are needed)"
    if like.lowest == like.highest:
        return f"{like.number} like providers: {text(like.lowest)} each"
    return f"{like.number} like providers: {text(like.lowest)} to {text(like.highest)}, median {text(like.middle)}"


def _like_figures(
    like: Beside, text: Callable[[Decimal], str], provider: Provider, situation: Situation
) -> Iterator[ValueFigure]:
    """Answer the range of like providers with the definition of likeness, where there is one."""
    if like.middle is not None:
        said = f"like providers: median {text(like.middle)}, of {like.number} with {_placements(like.placements)}"
        yield ValueFigure(LIKE, said, likeness(provider, situation), like.middle)


def _left_out(own: Measured) -> Iterator[str]:
    """Say which reports are not counted, and what would have them counted."""
    remedies = {NO_SESSIONS: "have their sessions reported"}
    for why in WHY_LEFT_OUT:
        number = own.cost.left_out.get(why, 0)
        if number:
            remedy = remedies.get(why, "record the price of a session, day, hour or week and the days (agreements)")
            yield f"what the sessions of {_reports(number)} cost, {why}: {remedy}"


def _careful(placements: int, situation: Situation) -> str:
    """Say that figures rest on fewer placements than the council publishes counts of, where they do."""
    small = int(situation.policy.setting("small_number").value)
    if placements >= small:
        return ""
    return f"rests on {_placements(placements)}, fewer than the small number ({small}): for the council alone"


def _named(year: Year) -> str:
    return year.name if year.is_over else f"{year.name} so far"


def _placements(number: int) -> str:
    return f"{number} placement" if number == 1 else f"{number} placements"


def _reports(number: int) -> str:
    return f"{number} termly report" if number == 1 else f"{number} termly reports"
