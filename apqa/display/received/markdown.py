"""What came back in forms as Markdown, for a page or a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.received.words import (
    NOTHING,
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
    whose,
)
from apqa.display.table import markdown_table
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.received.answer import ReceivedAnswer
    from apqa.questions.received import ReceivedFile, ReceivedReport

_COLUMNS = ("box", "now", "then", "place")


def markdown_received(answer: ReceivedAnswer) -> str:
    """Write a section a file, with a table of changes for each report."""
    return "\n".join(_parts(answer))


def _parts(answer: ReceivedAnswer) -> Iterator[str]:
    for file in answer.files:
        yield from _file(file)
    yield f"{escaped(summary(answer))}\n"


def _file(file: ReceivedFile) -> Iterator[str]:
    yield f"## {escaped(file.file)}\n"
    yield f"{escaped(about(file))}\n"
    for report in file.reports:
        yield from _report(report, file)
    if file.problems:
        if blocked(file):
            yield f"{escaped(blocked(file))}:\n"
        yield "\n".join(f"- {escaped(problem(each))}" for each in file.problems) + "\n"


def _report(report: ReceivedReport, file: ReceivedFile) -> Iterator[str]:
    yield f"### {whose(report)}: {escaped(becomes(report, file))}\n"
    if changes := shown(report):
        rows = ((each.title, each.old or NOTHING, each.new or NOTHING, each.place) for each in changes)
        yield markdown_table(rows, _COLUMNS)
    queries = map(asks, report.queries)
    for said in filter(None, (as_filled_in(report), lacks(report), *queries, *report.notes, turns(report, file))):
        yield f"{escaped(said)}\n"
