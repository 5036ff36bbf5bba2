"""Questions on whether a provider will last: its commissioners, its accounts, and what the last review said (QF-43)."""

from __future__ import annotations

from collections import defaultdict
from fractions import Fraction
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.assessments.current import completed_by
from apqa.questions.value.question import ValueFigure, ValueQuestion
from apqa.questions.value.sums import percent_text, share
from apqa.records.provider import latest
from apqa.vocabulary.placement import FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.figures import FinanceFigures
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

_RECORD = "the provider's record (finance)"


def dependence(provider: Provider, situation: Situation) -> ValueQuestion:
    """Ask of how much hangs on one commissioner: by income as recorded, and by the hours these records show."""
    figures = tuple(_shares(provider, situation))
    income = [each for each in figures if each.key == "income"]
    lacks = () if income else ("the share of income from the largest commissioner (finance: largest_commissioner)",)
    says = f"{'; '.join(each.says for each in figures)}." if figures else ""
    return ValueQuestion(
        "dependence",
        "Dependence on one commissioner",
        says[:1].upper() + says[1:],
        "Could it go on if the largest commissioner placed nobody any more?",
        figures,
        lacks,
    )


def _shares(provider: Provider, situation: Situation) -> Iterator[ValueFigure]:
    recorded = provider.finance.largest_commissioner if provider.finance else None
    if recorded is not None:
        says = f"{percent_text(recorded)} of its income is from its largest commissioner"
        yield ValueFigure("income", says, _RECORD, recorded)
    year, stated = _stated(provider, situation)
    if stated and stated.largest_commissioner is not None:
        says = f"it states {percent_text(stated.largest_commissioner)} in its self-assessment of {year}"
        yield ValueFigure("stated", says, "self-assessment (figures: finance)", stated.largest_commissioner)
    hours = hours_by_commissioner(provider, situation)
    largest = share(max(hours.values(), default=Fraction()), sum(hours.values(), Fraction()))
    if largest is not None:
        says = (
            f"{percent_text(largest)} of the weekly hours these records hold are for one commissioner "
            f"({len(hours)} in all)"
        )
        yield ValueFigure("hours", says, "timetables of the placements on the day", largest)


def hours_by_commissioner(provider: Provider, situation: Situation) -> dict[str, Fraction]:
    """Sum the weekly hours of the live placements by commissioner; each family with a budget of its own is one."""
    found: defaultdict[str, Fraction] = defaultdict(Fraction)
    for each in situation.records.placements_at(provider.id):
        week = each.week(situation.on) if each.is_live(situation.on) else None
        if week is not None:
            found[_commissioner(each)] += Fraction(int(week.hours_with_breaks.total_seconds()), 3600)
    return dict(found)


def _commissioner(placement: Placement) -> str:
    return placement.id if placement.commissioner.kind in FAMILY else placement.commissioner.name


def _stated(provider: Provider, situation: Situation) -> tuple[str, FinanceFigures | None]:
    """Answer the figures on finance of the last self-assessment, and of which year it is."""
    done = completed_by(provider.id, situation)
    if not done:
        return "", None
    return done[-1].year, done[-1].figures.finance if done[-1].figures else None


def accounts(provider: Provider, situation: Situation) -> ValueQuestion:
    """Ask of the accounts: the latest filed, the next due, and the statement that it can go on trading."""
    finance, on = provider.finance, situation.on
    figures: list[ValueFigure] = []
    if finance and finance.accounts_made_up_to and finance.accounts_made_up_to <= on:
        says = f"the latest accounts filed run to {plain(finance.accounts_made_up_to)}"
        figures.append(ValueFigure("filed", says, _RECORD))
    if finance and finance.accounts_due:
        late = finance.accounts_due < on
        says = f"the next {'were' if late else 'are'} due by {plain(finance.accounts_due)}"
        figures.append(ValueFigure("due", f"{says}, and are not recorded as filed" if late else says, _RECORD))
    going = finance.going_concern if finance else None
    if going and going.on <= on:
        says = f"the statement that it can go on trading was seen on {plain(going.on)} ({going.filed})"
        figures.append(ValueFigure("going_concern", says, _RECORD))
    known = {each.key for each in figures}
    lacks = tuple(says for key, says in _ACCOUNTS.items() if key not in known)
    says = "; ".join(each.says for each in figures)
    return ValueQuestion(
        "accounts",
        "Accounts",
        f"{says[:1].upper()}{says[1:]}." if says else "",
        "What do the latest accounts show of its reserves, and of the year ahead?",
        tuple(figures),
        lacks,
    )


_ACCOUNTS = {
    "filed": "to which day the latest accounts run (finance: accounts_made_up_to)",
    "due": "by when the next are due (finance: accounts_due)",
    "going_concern": "the statement that it can go on trading (finance: going_concern)",
}
"""What may be recorded of accounts, and where."""


def last_review(provider: Provider, situation: Situation) -> ValueQuestion:
    """Ask of what the council concluded when it last considered both, and when that is due again."""
    review = latest(provider.finance.reviews if provider.finance else (), situation.on)
    cycle = situation.policy.cycle("value_for_money")
    title = "Last considered"
    if review is None:
        lacks = ("what was concluded of value for money and of sustainability (finance: reviews)",)
        asks = "What is to be concluded of value for money and of sustainability?"
        return ValueQuestion("review", title, "", asks, not_known=lacks)
    said = (
        f"On {plain(review.on)} value for money was found {review.value_for_money}, sustainability {review.sustainable}"
    )
    figures = [ValueFigure("review", f"{review.reason} ({review.by})", "the provider's record (finance: reviews)")]
    if cycle is not None:
        due = cycle.next_due(review.on)
        again = f"{'was' if due < situation.on else 'is'} due again by {plain(due)}"
        figures.append(ValueFigure("due_again", again, cycle.basis))
        said = f"{said}; it {again}"
    return ValueQuestion("review", title, f"{said}.", "Does what was concluded then still hold?", tuple(figures))
