"""The check of a provider as CSV, one row a check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider_check.json import evidence_fields, provider_line_fields
from apqa.display.table import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from apqa.display.provider_check.answer import ProviderAnswer
    from apqa.questions.checks.line import Line

COLUMNS = (
    "on",
    "key",
    "group",
    "title",
    "clause",
    "state",
    "effect",
    "says",
    "basis",
    "standing",
    "remedy",
    "ask",
    "due",
    "rule",
    "waiver",
    "seen",
    "seen_on",
    "seen_by",
    "filed",
    "sha256",
    "path",
    "line",
    "column",
)


def csv_provider_check(answer: ProviderAnswer) -> str:
    """Write one row a check, in the order of the check."""
    return csv_lines(
        (line, {"on": answer.check.requirement.on, **provider_line_fields(answer, line)}) for line in answer.check.lines
    )


def csv_lines(lines: Iterable[tuple[Line, Mapping[str, object]]], columns: tuple[str, ...] = COLUMNS) -> str:
    """Write one row a check, its evidence in columns of its own."""
    return csv_text((_row(line, fields, columns) for line, fields in lines), columns)


def _row(line: Line, fields: Mapping[str, object], columns: tuple[str, ...]) -> list[object]:
    seen = evidence_fields(line.evidence)
    named = {**seen, **fields, "seen_on": seen["on"], "seen_by": seen["by"]}
    return [named[name] for name in columns]
