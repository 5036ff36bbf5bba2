"""Providers by the step that an unanswered concern has reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.dashboard.blocks import Cell, Figure, Page, Section, Table, heads, row, unnamed
from apqa.display.dashboard.words import STEP_TONES, STEPS, VERDICTS, several
from apqa.display.drawing.bars import Bar, bars
from apqa.display.drawing.svg import Caption, Tone
from apqa.display.provider_check.words import short
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.dashboard.look import Look, Stands

_CANNOT_BE_TOLD = "Cannot be told"
_HEADS = ("Provider", "Since", "Why", "On the list", "May a pupil be placed?")


def providers_page(look: Look, on_day: str) -> Page:
    """Show every provider under its step, the gravest step first; those that are in use at no step under the last."""
    steps = (_step(step, look) for step in STEPS)
    figure = Section(
        "steps",
        "How many at each step",
        ("The steps of escalation (QF-58, QF-59), from the gravest down, of providers in use or removed.",),
        steps_figure("all-steps", look),
    )
    return Page(
        "providers",
        "Providers by step",
        f"How far concerns about providers had been taken by {on_day}.",
        (figure, *_untold(look), *(each for each in steps if each), *_others(look)),
    )


def steps_figure(key: str, look: Look) -> Figure:
    """Show how many providers are at each step."""
    found = {step: len(_at(step, look)) for step in STEPS}
    title = "Providers at each step"
    says = "A bar for each step, the gravest first, as long as the number of providers at it."
    shown = [(name, found[step], STEP_TONES[step]) for step, name in STEPS.items()]
    if unsure := len(_unsure(look)):
        shown.insert(0, (_CANNOT_BE_TOLD, unsure, Tone.UNKNOWN))
    drawn = [Bar(name, number, str(number), tone) for name, number, tone in shown]
    rows = tuple(row(name, number, tones=(tone,)) for name, number, tone in shown)
    return Figure(bars(Caption(key, title, says), drawn), Table(title, heads("Step", "Providers", numbers=1), rows))


def _unsure(look: Look) -> list[Stands]:
    """Answer the providers of which nobody can tell at which step they are."""
    return [each for each in look.providers if each.unread]


def _untold(look: Look) -> Iterator[Section]:
    """Show the providers of which an action plan cannot be read, with what can be told of them all the same."""
    found = _unsure(look)
    if found:
        says = ("An action plan that may be about them cannot be read. What is shown is what the other records say.",)
        name = f"{_CANNOT_BE_TOLD}: {several(len(found), 'provider')}"
        table = Table(name, heads(*_HEADS), tuple(map(_row, found)))
        yield Section("cannot-be-told", _CANNOT_BE_TOLD, says, tables=(table,))


def _at(step: EscalationStep, look: Look) -> list[Stands]:
    """Answer the providers at a step. Where no concern is open, only those in use are at one at all."""
    return [
        each
        for each in look.providers
        if each.reached.step is step and not each.unread and (each.in_use or step is not EscalationStep.LISTED)
    ]


def _step(step: EscalationStep, look: Look) -> Section | None:
    found = _at(step, look)
    if not found:
        return None
    table = Table(f"{STEPS[step]}: {several(len(found), 'provider')}", heads(*_HEADS), tuple(map(_row, found)))
    return Section(step.value.replace("_", "-"), STEPS[step], tables=(table,))


def _row(stands: Stands) -> tuple[Cell, ...]:
    verdict, tone = VERDICTS[stands.verdict]
    return (
        Cell(unnamed(stands.name)),
        Cell(short(stands.reached.since) if stands.reached.since else "-", whole=True),
        Cell(_why(stands)),
        Cell(_listed(stands)),
        Cell(verdict, tone),
    )


def _why(stands: Stands) -> str:
    """Say why a provider is at its step, and what calls for the next: what nobody decided is not in order."""
    said = (stands.reached.why, *(f"Not decided: {each}" for each in stands.called))
    return " ".join(f"{unnamed(each).rstrip('.')}." for each in said if each) or "-"


def _listed(stands: Stands) -> str:
    return unnamed(stands.listed).replace("[reference]", "a placement")


def _others(look: Look) -> Iterator[Section]:
    """Show the providers that are not in use, and at no step: those that applied, were declined, or are on no list."""
    out_of_use = [each for each in look.providers if not each.in_use and not each.unread]
    found = [each for each in out_of_use if each.reached.step is EscalationStep.LISTED]
    if found:
        rows = tuple((Cell(unnamed(each.name)), Cell(_listed(each))) for each in found)
        says = ("Nobody is or may be placed with them on that day.",)
        table = Table(f"Not in use: {several(len(found), 'provider')}", heads("Provider", "On the list"), rows)
        yield Section("not-in-use", "Not in use", says, tables=(table,))
