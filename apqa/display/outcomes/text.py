"""The outcomes of a year as text for people: each table in total, then by provider, period and commissioner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.outcomes.fitting import fitting, left_out_words
from apqa.display.outcomes.words import TITLES, heading, lists, none_listed, rows_of, share_sentences, summary
from apqa.display.provider_check.lines import readable
from apqa.display.registration.words import unread_sentence
from apqa.display.table import table_lines
from apqa.display.terminal import painted

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apqa.display.lines import Line
    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.questions.outcomes.shown import ShownTable

_NUMBER = 9
"""How wide the column of numbers is: "1,234,567"."""


def text_outcomes(answer: OutcomesAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write every table that has anything in it, then the lists. Without a width no line is broken."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: OutcomesAnswer, width: int | None) -> Iterator[Line]:
    yield from _plain(heading(answer), width, "heading")
    yield from _plain(summary(answer), width)
    for table in answer.shown.tables:
        if table.total[table.kind.tree.key] != 0:
            yield ()
            yield from _table(table, width)
    left_out: list[str] = []
    for every, all_rows in lists(answer):
        heads, rows, without = fitting(every, all_rows, width)
        left_out += without
        yield ()
        yield from _plain(f"By {heads[0].lower()}", width, "heading")
        yield from table_lines(_to_the_right(heads, rows), heads, width=width, wrap=heads[0])
    for note in filter(None, (left_out_words(left_out), none_listed(answer), *answer.notes)):
        yield ()
        yield from _plain(note, width)
    if answer.unread:
        yield ()
        yield from _plain(unread_sentence(answer.unread), width, "unknown")


def _to_the_right(heads: Sequence[str], rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Set the numbers of each column to the right, as wide as the widest or the column's head."""
    widths = [max(map(len, column)) for column in zip(heads, *rows, strict=True)]
    return [
        (row[0], *(cell and cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))) for row in rows
    ]


def _table(table: ShownTable, width: int | None) -> Iterator[Line]:
    yield from _plain(TITLES[table.kind.key], width, "heading")
    for what, number in rows_of(table):
        lead = " " * (_NUMBER + 2 + len(what) - len(what.lstrip()))
        first = number.rjust(_NUMBER) + lead[_NUMBER:]
        yield from ((Piece(line),) for line in wrapped(what.lstrip(), width, first=first, hang=lead + "  "))
    for said in share_sentences(table):
        yield from _plain(said, width, indent="  ")


def _plain(text: str, width: int | None, style: str = "", indent: str = "") -> Iterator[Line]:
    yield from ((Piece(line, style),) for line in wrapped(text, width, first=indent))
