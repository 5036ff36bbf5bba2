"""Findings as GitHub workflow commands, which show beside the lines of a pull request."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.findings.words import explained, not_asked, summary
from apqa.finding import Severity
from apqa.writing.characters import visible

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.findings.answer import Findings
    from apqa.finding import Finding

_COMMANDS = {
    Severity.BREACH: "error",
    Severity.CONCERN: "warning",
    Severity.QUERY: "notice",
    Severity.ADVICE: "notice",
}


def github_findings(findings: Findings) -> str:
    """Write one annotation a finding, then plain lines for the log.

    GitHub shows ten annotations of a sort in a step and no more, so the worst come first, and
    the log lists them all.
    """
    return "".join(f"{line}\n" for line in _lines(findings))


def _lines(findings: Findings) -> Iterator[str]:
    ordered = findings.worst_first
    yield from (_annotation(finding, findings.root) for finding in ordered)
    yield from (_inert(_plain(finding, findings.root)) for finding in ordered)
    yield from map(_inert, (summary(findings), *not_asked(findings)))


def _annotation(finding: Finding, root: str) -> str:
    """Write one finding as a command; one that is waived or answered is only a notice."""
    command = "notice" if finding.is_answered else _COMMANDS[finding.severity]
    properties = ",".join(f"{name}={escaped_property(value)}" for name, value in _properties(finding, root))
    return f"::{command} {properties}::{escaped_data(explained(finding, root))}"


def _properties(finding: Finding, root: str) -> Iterator[tuple[str, str]]:
    """Name where it stands. GitHub needs a line, also where the whole file is meant."""
    yield "file", root + finding.place.path
    yield "line", str(max(finding.place.line, 1))
    if finding.place.column:
        yield "col", str(finding.place.column)
    yield "title", f"{finding.severity} {finding.rule}"


def _plain(finding: Finding, root: str) -> str:
    settled = f"  waived by {finding.waived_by}" if finding.waived_by else "  answered" if finding.reason else ""
    return f"{root}{finding.place}  {finding.severity}  {finding.rule}{settled}"


def _inert(line: str) -> str:
    """Keep a line of the log from being taken for a command of either old or new form."""
    return visible(line).replace("::", ": :").replace("##[", "## [")


def escaped_data(text: str) -> str:
    """Escape what stands behind the `::` of a command."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escaped_property(text: str) -> str:
    """Escape the value of a property of a command."""
    return escaped_data(text).replace(":", "%3A").replace(",", "%2C")
