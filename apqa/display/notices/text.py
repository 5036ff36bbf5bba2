"""The letters that tell of a step of escalation, as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.escalation.words import told_row
from apqa.display.lines import Piece, wrapped
from apqa.display.notices.words import TOLD_COLUMNS, before, closing, heading, summary
from apqa.display.provider_check.lines import readable
from apqa.display.registration.words import unread_sentence
from apqa.display.table import table_lines
from apqa.display.terminal import painted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.lines import Line
    from apqa.display.notices.answer import NoticesAnswer, Prepared


def text_notices(answer: NoticesAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write whom the letters are to and where they are, in a dry run the letters themselves, and who was told."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: NoticesAnswer, width: int | None) -> Iterator[Line]:
    yield from ((Piece(line, "heading"),) for line in wrapped(heading(answer), width))
    yield from ((Piece(line),) for line in wrapped(summary(answer), width))
    for prepared in answer.prepared:
        yield ()
        yield from _letter(prepared, width, dry_run=answer.dry_run)
    if answer.told:
        yield ()
        for line in table_lines(map(told_row, answer.told), TOLD_COLUMNS, width=width and width - 2):
            yield (Piece("  "), *line)
    for remark in closing(answer):
        yield ()
        yield from ((Piece(line),) for line in wrapped(remark, width))
    if answer.unread:
        yield ()
        yield from ((Piece(line, "unknown"),) for line in wrapped(unread_sentence(answer.unread), width))


def _letter(prepared: Prepared, width: int | None, *, dry_run: bool) -> Iterator[Line]:
    to = prepared.notice.to
    address = f"<{to.email}>" if to.email else "(no address is recorded)"
    yield from ((Piece(line, "heading"),) for line in wrapped(f"{to.name} {address}{before(prepared)}", width))
    for name in prepared.files:
        yield from ((Piece(line, "dim"),) for line in wrapped(name, width, first="  ", hang="    "))
    if dry_run:
        for line in prepared.text.splitlines():
            yield from ((Piece(part, "dim"),) for part in wrapped(line, width, first="  | ", hang="  |   "))
