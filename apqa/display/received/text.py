"""What came back in forms as text for people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.lines import Piece, wrapped
from apqa.display.provider_check.lines import readable
from apqa.display.received.words import (
    STYLES,
    about,
    as_filled_in,
    asks,
    becomes,
    blocked,
    lacks,
    problem,
    shown,
    summary,
    turns,
    value,
    whose,
)
from apqa.display.terminal import painted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.lines import Line
    from apqa.display.received.answer import ReceivedAnswer
    from apqa.questions.received import ReceivedFile, ReceivedReport


def text_received(answer: ReceivedAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write, file by file, what would be written, what is missing and what cannot be taken."""
    return painted(_lines(answer, readable(width)), colour=colour)


def _lines(answer: ReceivedAnswer, width: int | None) -> Iterator[Line]:
    for file in answer.files:
        yield from _file(file, width)
        yield ()
    yield from _plain(summary(answer), width)


def _file(file: ReceivedFile, width: int | None) -> Iterator[Line]:
    yield from _plain(file.file, width, "heading")
    yield from _plain(about(file), width, "" if file.is_readable else "bad")
    for report in file.reports:
        yield ()
        yield from _report(report, file, width)
    if file.problems:
        yield ()
        if blocked(file):
            yield from _plain(f"{blocked(file)}:", width, "bad", "  ")
        for each in file.problems:
            yield from _plain(problem(each), width, "", "  - ", "    ")


def _report(report: ReceivedReport, file: ReceivedFile, width: int | None) -> Iterator[Line]:
    said = becomes(report, file)
    yield Piece(f"  {whose(report)}  "), Piece(said, STYLES.get(report.outcome, ""))
    for change in shown(report):
        place = f"  [{change.place}]" if change.place else ""
        yield from _plain(f"{change.title}: {value(change)}{place}", width, "", "    ", "      ")
    remarks = (lacks(report), *map(asks, report.queries), *report.notes)
    told = (as_filled_in(report), "dim"), *((remark, "soon") for remark in remarks)
    for remark, style in (*told, (turns(report, file), "bad")):
        if remark:
            yield from _plain(remark, width, style, "    ", "      ")


def _plain(text: str, width: int | None, style: str = "", first: str = "", hang: str = "") -> Iterator[Line]:
    yield from ((Piece(line, style),) for line in wrapped(text, width, first=first, hang=hang or first))
