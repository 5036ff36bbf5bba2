"""Findings as text for people, in a terminal or in a pipe."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from apqa.display.findings.words import details, not_asked, summary
from apqa.display.lines import Line, Piece, wrapped
from apqa.display.terminal import painted
from apqa.writing.characters import cells, visible

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.display.findings.answer import Findings
    from apqa.finding import Finding, Place

_INDENT = "    "


def text_findings(findings: Findings, *, width: int | None = None, colour: bool = False) -> str:
    """Write findings by file, each with its remedy and its basis, and a closing summary.

    Without a width no line is broken, so that other programs can take the lines apart.
    """
    return painted(_lines(findings, width), colour=colour)


def _lines(findings: Findings, width: int | None) -> Iterator[Line]:
    for _, found in groupby(findings.findings, key=lambda finding: finding.place.path):
        for finding in found:
            yield from _finding_lines(finding, findings.from_here, width)
        yield ()
    yield from (_styled(line, "heading") for line in wrapped(summary(findings), width))
    for text in not_asked(findings):
        yield from (_styled(line, "dim") for line in wrapped(text, width))


def _finding_lines(finding: Finding, seen: Callable[[Place], str], width: int | None) -> Iterator[Line]:
    """Write one finding: where, how bad and which rule; then what; then what to do and why."""
    yield from _head(finding, seen(finding.place), width)
    for line in wrapped(finding.message, width, first=_INDENT):
        yield _styled(line, "dim" if finding.is_answered else "")
    for name, text in details(finding, seen):
        style = "" if name == "Remedy" and not finding.is_answered else "dim"
        lead = f"{_INDENT}{name}: "
        hang = _INDENT + "  "
        yield from (_styled(line, style) for line in wrapped(text, width, first=lead, hang=hang))


def _head(finding: Finding, where: str, width: int | None) -> Iterator[Line]:
    """Write `path:line:column  severity  rule`, in two lines where one has no room for it."""
    style = "dim" if finding.is_answered else finding.severity.value
    place = Piece(visible(where), "heading")
    rest = (Piece(finding.severity.value, style), Piece(f"  {visible(finding.rule)}"))
    line = (place, Piece("  "), *rest)
    if width is not None and sum(cells(piece.text) for piece in line) > width:
        yield (place,)
        yield (Piece("  "), *rest)
    else:
        yield line


def _styled(text: str, style: str) -> Line:
    return (Piece(text, style),)
