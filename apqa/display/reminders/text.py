"""The reminders that are prepared, as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import readable
from apqa.display.registration.words import unread_sentence
from apqa.display.reminders.words import closing, counted, heading, silent_text, to_text
from apqa.display.terminal import painted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.lines import Line
    from apqa.display.reminders.answer import Prepared, RemindersAnswer


def text_reminders(answer: RemindersAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write whom the letters are to, and where they are; in a dry run the letters themselves."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: RemindersAnswer, width: int | None) -> Iterator[Line]:
    yield (Piece(heading(answer), "heading"),)
    for prepared in answer.prepared:
        yield ()
        yield from _letter(prepared, width, dry_run=answer.dry_run)
    for remark in filter(None, (silent_text(answer), closing(answer))):
        yield ()
        yield from ((Piece(line),) for line in wrapped(remark, width))
    if answer.unread:
        yield ()
        yield from ((Piece(line, "unknown"),) for line in wrapped(unread_sentence(answer.unread), width))


def _letter(prepared: Prepared, width: int | None, *, dry_run: bool) -> Iterator[Line]:
    yield from ((Piece(line, "heading"),) for line in wrapped(to_text(prepared.letter.to), width))
    yield from ((Piece(line),) for line in wrapped(counted(prepared), width, first="  "))
    for name in filter(None, (*prepared.files, prepared.record)):
        yield from ((Piece(line, "dim"),) for line in wrapped(name, width, first="  ", hang="    "))
    if dry_run:
        for line in prepared.text.splitlines():
            yield from ((Piece(part, "dim"),) for part in wrapped(line, width, first="  | ", hang="  |   "))
