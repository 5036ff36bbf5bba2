"""The council's visits as text for people: by how they stand, the most urgent first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import readable
from apqa.display.registration.words import unread_sentence
from apqa.display.terminal import painted
from apqa.display.visits.words import (
    HEADINGS,
    LOOK_AT,
    STYLES,
    by_standing,
    counted,
    day_text,
    heading,
    last_text,
    later_text,
    name,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.lines import Line
    from apqa.display.visits.answer import VisitsAnswer
    from apqa.questions.visits.rows import VisitRow

_DAY = 13
"""How wide the column of days is: "30 Sep 2026" and a gap."""


def text_visits(answer: VisitsAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write what is open of visits, and of one provider when it was last visited."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: VisitsAnswer, width: int | None) -> Iterator[Line]:
    yield from _plain(heading(answer), width, "heading")
    yield from _plain(f"{counted(answer)}.", width)
    for standing, rows in by_standing(answer):
        yield ()
        yield from _plain(HEADINGS[standing], width, STYLES.get(standing, "heading"))
        for row in rows:
            yield from _row(row, answer, width)
    if answer.look_at:
        yield ()
        yield from _plain(LOOK_AT, width, "heading")
        for each in answer.look_at:
            yield from ((Piece(line),) for line in wrapped(each, width, first="  - ", hang="    "))
    remarks = [later_text(answer)]
    if answer.provider and answer.last_visits is not None:
        remarks.append(f"{last_text(answer.provider, answer.last_visits.get(answer.provider), answer)}.")
    for remark in filter(None, remarks):
        yield ()
        yield from _plain(remark, width)
    if answer.unread:
        yield ()
        yield from _plain(unread_sentence(answer.unread), width, "unknown")


def _row(row: VisitRow, answer: VisitsAnswer, width: int | None) -> Iterator[Line]:
    """Write one thing: its day, the provider and what; below, how long it is and what is known, and what is missing."""
    day = f"  {day_text(row)}".ljust(_DAY + 2)
    what = f"{name(row.provider, answer)}: {row.title}"
    more = "; ".join(filter(None, (when(row, answer), row.says)))
    needs = [f"still missing: {'; '.join(row.needs)}"] if row.needs else []
    if width is None:
        yield (Piece("; ".join(filter(None, (f"{day}{what}", more, *needs)))),)
        return
    lead = " " * (_DAY + 2)
    first, *rest = wrapped(what, width - len(lead))
    yield Piece(day), Piece(first)
    yield from ((Piece(lead + "  " + line),) for line in rest)
    for text in filter(None, (more, *needs)):
        yield from ((Piece(line, "dim"),) for line in wrapped(text, width, first=lead, hang=lead + "  "))


def _plain(text: str, width: int | None, style: str = "") -> Iterator[Line]:
    yield from ((Piece(line, style),) for line in wrapped(text, width))
