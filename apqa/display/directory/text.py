"""The directory as text, to look it over before it is published."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import headed, named, readable
from apqa.display.terminal import painted
from apqa.questions.directory.words import NOBODY, TITLE, counted, details, made_from, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.directory.answer import DirectoryAnswer
    from apqa.display.lines import Line
    from apqa.questions.directory.published import Entry


def text_directory(answer: DirectoryAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write all that would be published. Without a width no line is broken."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: DirectoryAnswer, width: int | None) -> Iterator[Line]:
    yield from headed(Piece(TITLE, "heading"), "", width)
    about = (answer.imprint.council, made_from(answer.imprint), *said(answer.imprint))
    for sentence in filter(None, about):
        yield from ((Piece(line),) for line in wrapped(sentence, width))
    yield ()
    yield (Piece(counted(len(answer.entries)) if answer.entries else NOBODY, "heading"),)
    for entry in answer.entries:
        yield ()
        yield from _entry(entry, width)


def _entry(entry: Entry, width: int | None) -> Iterator[Line]:
    yield from headed(Piece(entry.name, "heading"), "", width)
    if entry.summary:
        yield from ((Piece(line),) for line in wrapped(entry.summary, width, first="  ", hang="  "))
    yield from named(list(details(entry)), width, "  ")
