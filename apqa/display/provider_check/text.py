"""The check of a provider as text for people: every check, and the verdict where it stays on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import entries, headed, named, readable, titled, to_do
from apqa.display.provider_check.words import (
    EFFECTS,
    VERDICTS,
    WAIVES_NOTHING,
    facts,
    heading,
    law_used,
    people,
    sentence,
    tally,
)
from apqa.display.terminal import painted
from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect
from apqa.questions.checks.verdict import Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.lines import Line as Shown
    from apqa.display.provider_check.answer import ProviderAnswer

_REMARKS = {Effect.CANNOT_TELL: "Not recorded is not the same as absent."}
STYLES = {
    Verdict.CLEAR: "good",
    Verdict.CLEAR_WITH_CONDITIONS: "soon",
    Verdict.DO_NOT_PLACE: "bad",
    Verdict.CANNOT_TELL: "unknown",
}
"""In what style a verdict is shown."""


def text_provider_check(answer: ProviderAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write where the provider stands, every check, what is to be done, and the verdict at the end.

    Without a width no line is broken.
    """
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: ProviderAnswer, width: int | None) -> Iterator[Shown]:
    yield from _head(answer, width)
    yield ()
    yield from entries(answer.check.lines, width, answer.was)
    yield from _ground(answer, width)
    for effect in reversed(EFFECTS):  # the gravest nearest to the verdict, where it stays on the screen
        if lines := answer.check.having(effect):
            yield from headed(Piece(heading(effect, answer.verdict), "heading"), _REMARKS.get(effect, ""), width)
            yield from to_do(lines, width)
    yield from _foot(answer, width)
    yield from _verdict(answer, width)


def _head(answer: ProviderAnswer, width: int | None) -> Iterator[Shown]:
    """Write whom and which day the answer is about, the verdict, and where the provider stands."""
    provider, day = answer.provider, plain(answer.check.requirement.on)
    word = Piece(VERDICTS[answer.verdict], STYLES[answer.verdict])
    yield from titled(f"{provider.name} ({provider.id}), {day}", word, width)
    yield from named(facts(answer), width)


def _ground(answer: ProviderAnswer, width: int | None) -> Iterator[Shown]:
    """Write the law the answer stands on, and that no check takes another's place."""
    for text in (law_used(answer), WAIVES_NOTHING):
        yield from ((Piece(line, "dim"),) for line in wrapped(text, width))
    yield ()


def _foot(answer: ProviderAnswer, width: int | None) -> Iterator[Shown]:
    """Write whom to ask."""
    if answer.verdict is not Verdict.CLEAR and (whom := list(people(answer))):
        yield (Piece("Whom to ask", "heading"),)
        yield from named(whom, width)
        yield ()


def _verdict(answer: ProviderAnswer, width: int | None) -> Iterator[Shown]:
    """Write the verdict so that nobody overlooks it."""
    style = STYLES[answer.verdict]
    rule = () if width is None else (Piece("─" * width, style),)
    yield from (rule,) if rule else ()
    yield (Piece(VERDICTS[answer.verdict], style),)
    for text in (f"{answer.provider.name}. {sentence(answer)}", tally(answer)):
        yield from ((Piece(line),) for line in wrapped(text, width))
    yield from (rule,) if rule else ()
