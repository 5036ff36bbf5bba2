"""Findings as Markdown, for the comment under a pull request or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.findings.words import counted, ground, not_asked, summary
from apqa.display.table import markdown_table
from apqa.finding import Severity
from apqa.writing.markdown import Markup, escaped, link, percent_encoded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apqa.display.findings.answer import Findings
    from apqa.finding import Finding, Place


def markdown_findings(findings: Findings) -> str:
    """Write a summary and a table for each severity, from the worst down; those that are waived or answered last."""
    return "\n".join(_sections(findings))


def _sections(findings: Findings) -> Iterator[str]:
    yield f"# Findings\n\n{escaped(summary(findings))}\n"
    yield from (f"{escaped(text)}\n" for text in not_asked(findings))
    for severity in Severity:
        found = [each for each in findings.standing if each.severity is severity]
        if found:
            yield _section(counted(len(found), severity), found, findings.root)
    if findings.waived:
        yield _section(f"{len(findings.waived)} waived", findings.waived, findings.root)
    if findings.answered:
        yield _section(f"{len(findings.answered)} answered", findings.answered, findings.root)


def _section(title: str, found: Sequence[Finding], root: str) -> str:
    header = ("Where", "Severity", "Rule", "What", "Remedy", "Basis")
    rows = [_row(finding, root) for finding in found]
    return f"## {title}\n\n{markdown_table(rows, header)}"


def _row(finding: Finding, root: str) -> tuple[str, ...]:
    return (
        _linked(finding.place, root),
        finding.severity,
        finding.rule,
        _what(finding, root),
        finding.remedy,
        ground(finding),
    )


def _what(finding: Finding, root: str) -> Markup:
    """Write the message, the places it rests on, and what answers it."""
    lines = [escaped(finding.message)]
    if finding.related:
        lines.append(Markup("See also " + ", ".join(_linked(place, root) for place in finding.related)))
    if finding.is_answered:
        lines.append(escaped(finding.answer))
    return Markup("<br>".join(lines))


def _linked(place: Place, root: str) -> Markup:
    line = f"#L{place.line}" if place.line else ""
    return link(str(place), percent_encoded(root + place.path) + line)
