"""All that was found in answer to one question, and the formats it can be shown in."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field, replace
from posixpath import relpath
from typing import TYPE_CHECKING

from apqa.display import terminal
from apqa.display.forms import Forms
from apqa.errors import ExitStatus
from apqa.finding import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from apqa.display.answer import Header
    from apqa.finding import Place
    from apqa.rule import Rule


@dataclass(frozen=True, slots=True)
class Findings:
    """All that was found in answer to one question, by place."""

    header: Header
    findings: tuple[Finding, ...]
    rules: tuple[Rule, ...] = ()
    """All rules that were asked, also those that found nothing."""

    counts: Mapping[str, int] = field(default_factory=dict)
    """How much was looked at: `{"files": 241, "records": 239}`."""

    level: Severity = Severity.CONCERN
    """From which severity a finding fails the run."""

    root: str = ""
    """The way from the top of the repository to the records folder, such as `records/`."""

    here: str = ""
    """The way from the current folder to the records folder, which a terminal or an editor follows from a place."""

    within: str = ""
    """The way from the records folder to the current folder, where that is a folder in it, such as `providers`."""

    def __post_init__(self) -> None:
        """Put the findings in their order, whatever order they were found in."""
        ordered = tuple(sorted(self.findings, key=lambda finding: finding.order))
        object.__setattr__(self, "findings", ordered)

    def from_here(self, place: Place) -> str:
        """Write a place as the shortest way to it from the current folder."""
        return str(replace(place, path=relpath(place.path, self.within))) if self.within else f"{self.here}{place}"

    @property
    def standing(self) -> tuple[Finding, ...]:
        """Answer the findings that nothing answers."""
        return tuple(finding for finding in self.findings if not finding.is_answered)

    @property
    def waived(self) -> tuple[Finding, ...]:
        """Answer the findings a waiver answers."""
        return tuple(finding for finding in self.findings if finding.waived_by)

    @property
    def answered(self) -> tuple[Finding, ...]:
        """Answer the findings a reason recorded beside them answers."""
        return tuple(finding for finding in self.findings if finding.reason)

    @property
    def worst_first(self) -> tuple[Finding, ...]:
        """Answer the findings from the worst down, those that are waived or answered last."""
        return tuple(sorted(self.findings, key=lambda each: (each.is_answered, each.severity.rank)))

    def fails(self, finding: Finding) -> bool:
        """Answer whether a finding fails the run: it is bad enough, and neither waived nor answered."""
        return not finding.is_answered and finding.severity.at_least(self.level)

    @property
    def exit_status(self) -> ExitStatus:
        """Answer what the run leaves behind for the program that called it."""
        failed = any(self.fails(finding) for finding in self.findings)
        return ExitStatus.FOUND if failed else ExitStatus.NOTHING_FOUND


FORMATS = Forms("findings", "text", "json", "csv", "markdown", "github", "sarif", "junit")
"""Every form findings can be shown in, by the name `--format` gives it."""


def show(findings: Findings, form: str = "text", output: Path | None = None) -> None:
    """Write findings to stdout or to a file; text for a terminal is wrapped and coloured."""
    if form == "text" and output is None:
        seen = terminal.is_terminal(sys.stdout)
        width = terminal.width() if seen else None
        terminal.write(FORMATS[form](findings, width=width, colour=terminal.wants_colour()))
    else:
        terminal.write(FORMATS[form](findings), output)
