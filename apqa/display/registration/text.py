"""The registration question as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import headed, named, readable, titled
from apqa.display.registration.words import (
    ANSWERS,
    STYLES,
    TIMELINE_COLUMNS,
    beside,
    headroom,
    label,
    law,
    left_out_sentence,
    means,
    provider_row,
    pupil_in_short,
    readings,
    timeline_rows,
    unread_sentence,
)
from apqa.display.table import table_lines
from apqa.display.terminal import painted
from apqa.guidance.days import plain
from apqa.questions.registration import Requirement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apqa.display.lines import Line
    from apqa.display.registration.answer import Asked, RegistrationAnswer

_COLUMNS = ("Provider", "Answer", "Full-time", "EHCP", "In care", "Room for")
"""The columns of all providers; short, so that long ids have room. The reasons stand below."""


def text_registration(answer: RegistrationAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write the answer with its reasons, or a table of all providers. Without a width no line is broken."""
    width = readable(width)
    lines = _one(answer, answer.asked[0], width) if answer.one else _all(answer, width)
    return painted(lines, colour=colour)


def _one(answer: RegistrationAnswer, asked: Asked, width: int | None) -> Iterator[Line]:
    requirement = asked.requirement
    about = f"{asked.provider.name} ({asked.provider.id}), {plain(requirement.on)}"
    word = Piece(ANSWERS[requirement.requirement].upper(), STYLES[requirement.requirement])
    yield from titled(about, word, width, label(answer))
    yield from ((Piece(line),) for line in wrapped(means(answer, asked), width))
    yield from _listed("Because", requirement.because, width)
    yield from _listed("By each reading of that law", tuple(readings(requirement)), width)
    yield from _listed("Not recorded, and it could change the answer", requirement.missing, width)
    if requirement.pupils:
        yield ()
        yield from headed(Piece("Pupils of these records who are there", "heading"), "", width)
        yield from _table(map(pupil_in_short, requirement.pupils), ("Pupil", "Full-time", "Why"), width)
    yield ()
    details = [("Room for", headroom(requirement)), ("Law", law(requirement)), beside(answer, asked)]
    yield from named([pair for pair in details if pair[1]], width, "")
    if asked.timeline is not None:
        yield ()
        yield (Piece("When the answer changes", "heading"),)
        yield from _table(timeline_rows(asked), TIMELINE_COLUMNS, width)
    yield from _unread(answer, width)


def _listed(title: str, texts: Sequence[str], width: int | None) -> Iterator[Line]:
    if not texts:
        return
    yield ()
    yield from headed(Piece(title, "heading"), "", width)
    for text in texts:
        yield from ((Piece(line),) for line in wrapped(text, width, first="  - ", hang="    "))


def _all(answer: RegistrationAnswer, width: int | None) -> Iterator[Line]:
    day = f" on {plain(answer.header.on)}" if answer.header.on else ""
    under = f", {label(answer)}" if label(answer) else ""
    yield from headed(Piece(f"Registration of providers{day}{under}", "heading"), "", width)
    yield ()
    if answer.asked:
        yield from _table(map(_painted_row, answer.asked), _COLUMNS, width)
    for each in answer.asked:
        if each.requirement.requirement in {Requirement.MUST_REGISTER, Requirement.REVIEW}:
            yield from _listed(each.provider.name, (*each.requirement.because, *each.requirement.missing), width)
    if answer.left_out:
        yield from ((), *((Piece(line),) for line in wrapped(left_out_sentence(answer), width)))
    yield from _unread(answer, width)


def _unread(answer: RegistrationAnswer, width: int | None) -> Iterator[Line]:
    """Say which records the answer may rest on that could not be read."""
    if answer.unread:
        yield ()
        yield from ((Piece(line, "unknown"),) for line in wrapped(unread_sentence(answer.unread), width))


def _painted_row(asked: Asked) -> tuple[object, ...]:
    provider, word, *rest, _ = provider_row(asked)
    return (provider, Piece(word, STYLES[asked.requirement.requirement]), *rest)


def _table(rows: Iterable[Sequence[object]], columns: Sequence[str], width: int | None) -> Iterator[Line]:
    """Set a table a little to the right, as what stands under a heading."""
    for line in table_lines(rows, columns, width=width and width - 2):
        yield (Piece("  "), *line)
