"""The check of a placement as text and as Markdown, for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import entries, headed, named, readable, titled, to_do
from apqa.display.provider_check.markdown import all_checks, bullets, to_do_table
from apqa.display.provider_check.words import EFFECTS, VERDICTS
from apqa.display.registration.words import unread_sentence
from apqa.display.terminal import painted
from apqa.guidance.days import plain
from apqa.questions.checks.line import Effect, State
from apqa.questions.package import Fullness, hours_text
from apqa.writing.characters import visible
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.lines import Line as Shown
    from apqa.display.placement_check.answer import PlacementAnswer
    from apqa.questions.placement_checks.first_day import FirstDay

_WORDS = {
    Effect.STOP: "TO PUT RIGHT",
    Effect.CANNOT_TELL: "CANNOT TELL",
    Effect.CONDITION: "IN ORDER, WITH QUERIES",
    Effect.NONE: "IN ORDER",
}
_STYLES = {Effect.STOP: "bad", Effect.CANNOT_TELL: "unknown", Effect.CONDITION: "soon", Effect.NONE: "good"}
_HEADINGS = {
    Effect.STOP: "What cannot stay as it is",
    Effect.CANNOT_TELL: "What cannot be told",
    Effect.CONDITION: "To amend, or to give a reason for",
}
_FULLNESS = {
    Fullness.FULL_TIME: "full-time",
    Fullness.PART_TIME_WITH_REASON: "part-time, with a recorded reason",
    Fullness.PART_TIME: "part-time, with no reason recorded",
    Fullness.NOT_RECORDED: "not known, not all of the week is recorded",
}


def text_placement_check(answer: PlacementAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write where the placement stands, every check, what is to be done, and what it comes to at the end."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: PlacementAnswer, width: int | None) -> Iterator[Shown]:
    word = Piece(_WORDS[answer.effect], _STYLES[answer.effect])
    yield from titled(_about(answer), word, width)
    yield from named(_facts(answer), width)
    yield ()
    yield from entries(answer.check.lines, width)
    for effect in reversed(EFFECTS):
        if lines := answer.having(effect):
            yield from headed(Piece(_HEADINGS[effect], "heading"), "", width)
            yield from to_do(lines, width)
    for text in _remarks(answer):
        yield from ((Piece(line, "dim"),) for line in wrapped(text, width))
    yield word, Piece(visible(f"  {answer.placement.id}"), "heading")
    yield from ((Piece(line),) for line in wrapped(_sentence(answer), width))


def markdown_placement_check(answer: PlacementAnswer) -> str:
    """Write what it comes to, what is to be done, and every check below it."""
    return "\n".join(_parts(answer))


def _parts(answer: PlacementAnswer) -> Iterator[str]:
    yield f"## {_WORDS[answer.effect]}: {escaped(_about(answer))}\n"
    yield f"{escaped(_sentence(answer))}\n"
    yield bullets(_facts(answer))
    for effect in EFFECTS:
        if lines := answer.having(effect):
            yield f"### {_HEADINGS[effect]}\n"
            yield to_do_table(lines)
    yield from (f"{escaped(text)}\n" for text in _remarks(answer))
    yield all_checks(answer.check.lines)


def _about(answer: PlacementAnswer) -> str:
    name = answer.provider.name if answer.provider else answer.placement.provider
    return f"{answer.placement.id} at {name}, {plain(answer.check.as_of)}"


def _facts(answer: PlacementAnswer) -> Iterator[tuple[str, str]]:
    """Say what the placement is, line by line with its name."""
    placement, week, code = answer.placement, answer.check.week, answer.check.code
    end = f"ended on {plain(placement.end.on)}" if placement.end else ""
    expected = f"expected to {plain(placement.expected_end)}" if placement.expected_end else ""
    since = f"{_since(answer)} {plain(placement.starts)}"
    yield "Placement", ", ".join(filter(None, (f"pupil {placement.pupil}", since, end or expected)))
    yield "Arranged by", f"{placement.commissioner.name} ({placement.basis.value.replace('_', ' ')})"
    if before := answer.check.provider_on_start:
        yield "Provider", f"on the first day: {_first_day(before)}"
    said = f"{hours_text(week.total)} hours of {hours_text(week.entitlement)}"
    yield "Week", f"{said}: {_FULLNESS[week.fullness]}"
    yield "Code", code.code or ("cannot be told" if code.missing else "none of the codes for education elsewhere")


def _since(answer: PlacementAnswer) -> str:
    """Answer the word before the first day: the placement runs since then, or is to run from then."""
    on = answer.header.on
    return "from" if on and on < answer.placement.starts else "since"


def _first_day(before: FirstDay) -> str:
    """Say how the provider stood on the first day, and whether that rests on somebody's check."""
    checked = f", as checked on {plain(before.checked.on)}" if before.rests_on_check and before.checked else ""
    return VERDICTS[before.verdict].lower() + checked


def _day_asked(answer: PlacementAnswer) -> str:
    """Say which day was asked and which is answered, where they are not the same; empty where they are."""
    asked, as_of = answer.header.on, answer.check.as_of
    return f"asked on {plain(asked)} of its first day, {plain(as_of)}: " if asked and asked != as_of else ""


def _sentence(answer: PlacementAnswer) -> str:
    """Say what the checks come to."""
    lines = [line for line in answer.check.lines if line.state is not State.NOT_APPLICABLE]
    day = _day_asked(answer)
    open_ones = [line for line in lines if line.effect is not Effect.NONE]
    unread = ", but what cannot be read may change that" if answer.unread else ""
    if not open_ones:
        return _sentence_case(f"{day}{_all_in_order(len(lines))}{unread}.")
    said = [
        f"{number} {words}"
        for number, words in (
            (len(answer.having(Effect.STOP)), "to put right"),
            (len(answer.having(Effect.CANNOT_TELL)), "that cannot be told"),
            (len(answer.having(Effect.CONDITION)), "to amend or give a reason for"),
        )
        if number
    ]
    met = len(lines) - len(open_ones)
    rest = f"{met} of {len(lines)} that apply {'is' if met == 1 else 'are'} in order"
    return _sentence_case(f"{day}{', '.join(said)}; {rest}{unread}.")


def _all_in_order(number: int) -> str:
    return "the one check that applies is in order" if number == 1 else f"all {number} checks that apply are in order"


def _sentence_case(text: str) -> str:
    return text[0].upper() + text[1:]


def _remarks(answer: PlacementAnswer) -> Iterator[str]:
    if said := unread_sentence(answer.unread):
        yield said
