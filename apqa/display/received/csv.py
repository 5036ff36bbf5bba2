"""What came back in forms as CSV: a row for each value that changes, and for all else there is to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.received.words import turns
from apqa.display.table import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.received.answer import ReceivedAnswer
    from apqa.questions.received import ReceivedFile, ReceivedReport

COLUMNS = (
    "on",
    "file",
    "provider",
    "term",
    "placement",
    "pupil",
    "record",
    "outcome",
    "written",
    "what",
    "place",
    "title",
    "old",
    "new",
    "says",
)


def csv_received(answer: ReceivedAnswer) -> str:
    """Write a row for each report, each value it changes, what it lacks, and each problem."""
    rows = ({"on": answer.header.on, **row} for file in answer.files for row in _file(file))
    return csv_text(([row.get(name) for name in COLUMNS] for row in rows), COLUMNS)


def _file(file: ReceivedFile) -> Iterator[dict[str, object]]:
    same: dict[str, object] = {
        "file": file.file,
        "provider": file.provider,
        "term": file.term,
        "written": file.written,
    }
    if file.same_as:
        yield {**same, "what": "copy", "says": file.same_as}
    for report in file.reports:
        yield from ({**same, **row} for row in _report(report, file))
    for each in file.problems:
        yield {**same, "what": "problem", "place": each.place, "title": each.box, "says": each.says}


def _report(report: ReceivedReport, file: ReceivedFile) -> Iterator[dict[str, object]]:
    same: dict[str, object] = {
        "placement": report.placement,
        "pupil": report.pupil,
        "record": report.record,
        "outcome": report.outcome.value,
    }
    yield {**same, "what": "report"}
    for each in report.changes:
        yield {**same, "what": "change", "place": each.place, "title": each.title, "old": each.old, "new": each.new}
    yield from ({**same, "what": "missing", "says": says} for says in report.missing)
    for query in report.queries:
        yield {**same, "what": "query", "place": query.place, "title": query.box, "says": query.says}
    yield from ({**same, "what": "note", "says": says} for says in report.notes)
    if said := turns(report, file):
        yield {**same, "what": "registration", "says": said}
