"""Every question the review asks of value for money and financial sustainability (QF-43)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.questions.unread import paths_of
from apqa.questions.value.measured import year_to_ask
from apqa.questions.value.price import attended_cost, offered_price, outcome_question
from apqa.questions.value.sustaining import accounts, dependence, last_review
from apqa.records.kinds import PLACEMENT, TERMLY_REPORT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.outcomes.of_year import Year
    from apqa.questions.situation import Situation
    from apqa.questions.value.question import ValueQuestion
    from apqa.records.provider import Provider

_OF_PUPILS = frozenset({"attended", "outcomes", "dependence"})
"""The questions whose figures rest on placements or termly reports."""


def value_questions(provider: Provider, situation: Situation, year: Year | None = None) -> tuple[ValueQuestion, ...]:
    """Answer what to ask a provider about value for money and whether it will last, with the figures behind it.

    Price, cost of attended sessions, outcomes, dependence, accounts, last review. Figures of a year are those of the
    academic year given; left out, of the last that is over and has reports, else of this one. None is a score: what
    the records do not hold is said, with what to record (QF-43).
    """
    asked = year or year_to_ask(provider, situation)
    unknown = tuple(_unread(provider, situation))
    every = (
        offered_price(provider, situation, asked),
        attended_cost(provider, situation, asked),
        outcome_question(provider, situation, asked),
        dependence(provider, situation),
        accounts(provider, situation),
        last_review(provider, situation),
    )
    return tuple(
        replace(each, not_known=(*each.not_known, *unknown)) if each.key in _OF_PUPILS else each for each in every
    )


def _unread(provider: Provider, situation: Situation) -> Iterator[str]:
    """Say which records the figures may rest on that cannot be read, or are kept elsewhere."""
    records = situation.records
    for kind, about in ((PLACEMENT, provider.id), (TERMLY_REPORT, "")):
        if unread := records.unreadable(kind, about):
            yield f"what stands in records that cannot be read: mend {paths_of(kind, unread)}"
    if not records.keeps(PLACEMENT):
        yield "what stands in placements and termly reports: none are kept here"
