"""How far concerns have been taken, as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.escalation.words import (
    COLUMNS,
    NEED_COLUMNS,
    STORY_COLUMNS,
    TOLD_COLUMNS,
    by,
    need_row,
    nobody,
    provider_row,
    since,
    story_row,
    style,
    title,
    told_row,
    who_decides,
)
from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import headed, readable, titled
from apqa.display.registration.words import unread_sentence
from apqa.display.table import table_lines
from apqa.display.terminal import painted
from apqa.guidance.days import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apqa.display.escalation.answer import EscalationAnswer
    from apqa.display.lines import Line
    from apqa.questions.escalation.standing import Escalation


def text_escalation(answer: EscalationAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write the whole story of one provider, or a table of all. Without a width no line is broken."""
    width = readable(width)
    lines = _one(answer, answer.shown[0], width) if answer.one else _all(answer, width)
    return painted([*lines, *_unread(answer, width)], colour=colour)


def _one(answer: EscalationAnswer, each: Escalation, width: int | None) -> Iterator[Line]:
    day = plain(answer.header.on) if answer.header.on else ""
    word = Piece(title(each).upper(), style(each))
    yield from titled(f"{each.provider.name} ({each.provider.id}), {day}", word, width)
    yield from _said(since(each), width)
    if each.next:
        yield from _heading("What comes next", width)
        for next_ in each.next:
            look = "bad" if next_.overdue else ""
            when = f"by {by(next_)}; " if next_.by else ""
            said = f"{next_.what} ({when}{next_.who})"
            yield from ((Piece(line, look),) for line in wrapped(said, width, first="  - ", hang="    "))
    if each.needs:
        yield from _heading("What this step needs", width)
        yield from _table((need_row(need, each.on) for need in each.needs), NEED_COLUMNS, width)
    if each.told:
        yield from _heading("Who must be told", width)
        yield from _table(map(told_row, each.told), TOLD_COLUMNS, width)
    if each.story:
        yield from _heading("The story", width)
        yield from _table(map(story_row, each.story), STORY_COLUMNS, width)
    if remark := who_decides(each):
        yield ()
        yield from _said(remark, width)


def _all(answer: EscalationAnswer, width: int | None) -> Iterator[Line]:
    if remark := nobody(answer):
        yield from _said(remark, width)
        return
    day = f" on {plain(answer.header.on)}" if answer.header.on else ""
    yield from headed(Piece(f"Providers with an open concern{day}", "heading"), "", width)
    yield ()
    yield from _table(map(_painted, answer.shown), COLUMNS, width)


def _painted(each: Escalation) -> tuple[object, ...]:
    provider, step, *rest = provider_row(each)
    return (provider, Piece(step, style(each)), *rest)


def _heading(text: str, width: int | None) -> Iterator[Line]:
    yield ()
    yield from headed(Piece(text, "heading"), "", width)


def _said(text: str, width: int | None) -> Iterator[Line]:
    yield from ((Piece(line),) for line in wrapped(text, width))


def _table(rows: Iterable[Sequence[object]], columns: Sequence[str], width: int | None) -> Iterator[Line]:
    for line in table_lines(rows, columns, width=width and width - 2):
        yield (Piece("  "), *line)


def _unread(answer: EscalationAnswer, width: int | None) -> Iterator[Line]:
    if answer.unread:
        yield ()
        yield from ((Piece(line, "unknown"),) for line in wrapped(unread_sentence(answer.unread), width))
