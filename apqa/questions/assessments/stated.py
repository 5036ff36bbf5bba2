"""Facts a self-assessment states of which the provider's record says otherwise (QF-53, Appendix A)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.assessments.differences import Difference
from apqa.records.provider import latest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.figures import Figures
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment
    from apqa.rule import Path

Recorded = tuple[str, str, str, tuple[str, ...], "Path"]
"""A fact in words: what it is about, what is stated, what is recorded, the way to the one, the way to the other."""


def figure_differences(assessment: SelfAssessment, situation: Situation) -> Iterator[Difference]:
    """Find facts among the figures that the provider's record has otherwise for the day of completion.

    Only what both say is compared, and of a record that holds the last look alone, only what it held by that day.
    """
    provider, figures = situation.records.provider(assessment.provider), assessment.figures
    if provider is None or figures is None:
        return
    for about, stated, recorded, way, at in _facts(provider, figures, assessment.completed_on):
        said = f"{about}: {stated} by the self-assessment, {recorded} by the provider's record"
        yield Difference("figures." + ".".join(way), said, ("figures", *way), ((provider, at),))


def _facts(provider: Provider, figures: Figures, on: date) -> Iterator[Recorded]:
    yield from _list_status(provider, figures, on)
    yield from _inspection(provider, figures, on)
    yield from _training(provider, figures, on)
    yield from _fire(provider, figures, on)
    yield from _accounts(provider, figures)


def _list_status(provider: Provider, figures: Figures, on: date) -> Iterator[Recorded]:
    event, stated = provider.listed_as(on), figures.list_status
    if stated is None or event is None or event.status is stated:
        return
    at = ("listing", provider.listing.index(event), "status")
    yield f"status on the list on {plain(on)}", stated.value, event.status.value, ("list_status",), at


def _inspection(provider: Provider, figures: Figures, on: date) -> Iterator[Recorded]:
    stated = figures.registration.inspected_on if figures.registration else None
    inspections = provider.registration.inspections if provider.registration else ()
    last = latest(inspections, on)
    if stated is None or last is None or last.on == stated:
        return
    at = ("registration", "inspections", inspections.index(last), "on")
    yield "last inspection", plain(stated), plain(last.on), ("registration", "inspected_on"), at


def _training(provider: Provider, figures: Figures, on: date) -> Iterator[Recorded]:
    stated = figures.safeguarding.trained_on if figures.safeguarding else None
    training = provider.safeguarding.staff_training if provider.safeguarding else ()
    done = [(each.completed, number) for number, each in enumerate(training) if each.completed <= on]
    if stated is None or not done or max(done)[0] == stated:
        return
    last, number = max(done)
    at = ("safeguarding", "staff_training", number, "completed")
    yield "safeguarding training of all staff", plain(stated), plain(last), ("safeguarding", "trained_on"), at


def _fire(provider: Provider, figures: Figures, on: date) -> Iterator[Recorded]:
    safety = figures.health_and_safety
    for name, item, about in (
        ("fire_risk_assessed", "fire_risk_assessment", "last fire risk assessment"),
        ("fire_drill", "fire_drill", "last fire drill"),
    ):
        stated = getattr(safety, name) if safety else None
        last = _last_done(provider, item)
        if stated is not None and last is not None and stated != last[0] <= on:
            at = ("health_and_safety", last[1], "done")
            yield about, plain(stated), plain(last[0]), ("health_and_safety", name), at


def _last_done(provider: Provider, item: str) -> tuple[date, int] | None:
    """Answer the last day something of health and safety was done, at whichever site, and where it stands."""
    done = [(each.done, number) for number, each in enumerate(provider.health_and_safety) if each.item == item]
    return max(((day, number) for day, number in done if day), default=None)


def _accounts(provider: Provider, figures: Figures) -> Iterator[Recorded]:
    """Find accounts said to be filed before the period had ended that the record says they are of."""
    stated = figures.finance.accounts_filed if figures.finance else None
    until = provider.finance.accounts_made_up_to if provider.finance else None
    if stated is not None and until is not None and stated <= until:
        way = ("finance", "accounts_filed")
        yield "last accounts filed", f"on {plain(stated)}", f"after {plain(until)}", way, _MADE_UP_TO


_MADE_UP_TO = ("finance", "accounts_made_up_to")
