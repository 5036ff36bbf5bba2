"""Applications to be listed as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.applications.words import (
    PARTS,
    STATES,
    details,
    first_visit_words,
    heading,
    met_words,
    remark,
    stage_words,
)
from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import headed, named, readable
from apqa.display.registration.words import unread_sentence
from apqa.display.table import table_lines
from apqa.display.terminal import painted
from apqa.guidance.days import plain
from apqa.questions.applications.checklist import ItemState

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.display.applications.answer import ApplicationsAnswer
    from apqa.display.lines import Line
    from apqa.questions.applications.application import Application

_STYLES = {ItemState.MET: "good", ItemState.OPEN: "bad", ItemState.NOT_RECORDED: "unknown"}
_COLUMNS = ("Provider", "Stage", "Checklist", "Decision by", "First visit")


def text_applications(answer: ApplicationsAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write one application with its checklist, or a table of all. Without a width no line is broken."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: ApplicationsAnswer, width: int | None) -> Iterator[Line]:
    on = answer.header.on
    if answer.one and on:
        for each in answer.applications:
            yield from _one(each, on, width)
    else:
        yield from headed(Piece(heading(answer), "heading"), "", width)
        if answer.applications and on:
            yield ()
            yield from table_lines((_row(each, on) for each in answer.applications), _COLUMNS, width=width)
    for sentence, style in ((remark(answer), ""), (unread_sentence(answer.unread), "unknown")):
        if sentence:
            yield ()
            yield from ((Piece(line, style),) for line in wrapped(sentence, width))


def _row(each: Application, on: date) -> tuple[object, ...]:
    by = Piece(plain(each.due), "bad" if each.due < on else "") if each.due else "decided"
    return (each.provider.id, stage_words(each), met_words(each), by, first_visit_words(each, on))


def _one(application: Application, on: date, width: int | None) -> Iterator[Line]:
    name = f"{application.provider.name} ({application.provider.id}), {plain(on)}"
    yield from headed(Piece(name, "heading"), "", width)
    yield from named(list(details(application, on)), width, "  ")
    for part, title in PARTS.items():
        items = [each for each in application.items if each.item.part == part]
        if items:
            yield ()
            yield (Piece(title, "heading"),)
        for each in items:
            state = Piece(STATES[each.state].ljust(14), _STYLES[each.state])
            first, *rest = wrapped(f"{each.item.title} ({each.item.basis})", width and width - 16)
            yield Piece("  "), state, Piece(first)
            yield from ((Piece(" " * 16 + line),) for line in rest)
            for said in each.says:
                lines = wrapped(said, width, first=" " * 16, hang=" " * 18)
                yield from ((Piece(line, "dim"),) for line in lines)
    yield from _missing(application, width)


def _missing(application: Application, width: int | None) -> Iterator[Line]:
    if not application.is_open:
        return
    yield ()
    if not application.missing:
        yield (Piece("Nothing is missing for a decision.", "good"),)
        return
    yield (Piece("Missing for a decision", "heading"),)
    for sentence in application.missing:
        yield from ((Piece(line),) for line in wrapped(sentence, width, first="  - ", hang="    "))
