"""What falls due as text for people: by provider and commissioner, the most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.due.words import (
    STYLES,
    by_commissioner,
    by_provider,
    counted,
    day_text,
    detail,
    heading,
    later_text,
    provider_title,
    standing,
    title,
)
from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import readable
from apqa.display.registration.words import unread_sentence
from apqa.display.terminal import painted
from apqa.questions.due.asking import with_article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.display.due.answer import DueAnswer
    from apqa.display.due.words import Entry
    from apqa.display.lines import Line
    from apqa.questions.due.duty import Duty

_DAY = 13
"""How wide the column of days is: "30 Sep 2026" and a gap."""


def text_due(answer: DueAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write what is due by provider and commissioner, with whom to ask."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: DueAnswer, width: int | None) -> Iterator[Line]:
    yield from _plain(heading(answer), width, "heading")
    yield from _plain(f"{counted(answer)}.", width)
    for provider, duties in by_provider(answer.duties):
        yield ()
        yield from _plain(provider_title(provider, answer), width, "heading")
        yield from _provider(duties, answer, width)
    for remark in filter(None, (later_text(answer), *answer.notes)):
        yield ()
        yield from _plain(remark, width)
    if answer.unread:
        yield ()
        yield from _plain(unread_sentence(answer.unread), width, "unknown")


def _provider(duties: Iterable[Duty], answer: DueAnswer, width: int | None) -> Iterator[Line]:
    for commissioner, entries in by_commissioner(duties):
        indent = "  "
        if commissioner:
            yield from _plain(f"  for {commissioner}", width, "dim")
            indent = "    "
        for entry in entries:
            yield from _entry(entry, answer, width, indent)


def _entry(entry: Entry, answer: DueAnswer, width: int | None, indent: str) -> Iterator[Line]:
    """Write one duty: its day, what is due and for which placements, how it stands; below, whom to ask."""
    duty = entry.duty
    state = standing(duty, answer.header.on)
    what = f"{title(duty)}{': ' + ', '.join(entry.placements) if entry.placements else ''}"
    more = "; ".join(filter(None, (detail(duty), f"ask {with_article(duty.ask)}")))
    day = day_text(duty).ljust(_DAY)
    if width is None:
        yield Piece(f"{indent}{day}"), Piece(state, STYLES.get(duty.state, "")), Piece(f"  {what} ({more})")
        return
    lead = " " * (len(indent) + _DAY)
    first, *rest = wrapped(state, width - len(lead))
    yield Piece(f"{indent}{day}"), Piece(first, STYLES.get(duty.state, ""))
    yield from ((Piece(lead + line, STYLES.get(duty.state, "")),) for line in rest)
    yield from ((Piece(line),) for line in wrapped(what, width, first=lead, hang=lead + "  "))
    yield from ((Piece(line, "dim"),) for line in wrapped(more, width, first=lead, hang=lead + "  "))


def _plain(text: str, width: int | None, style: str = "") -> Iterator[Line]:
    indent = text[: len(text) - len(text.lstrip(" "))]
    yield from ((Piece(line, style),) for line in wrapped(text.lstrip(" "), width, first=indent))
