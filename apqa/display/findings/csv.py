"""Findings as CSV, for spreadsheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.findings.json import finding_fields
from apqa.display.table import csv_text

if TYPE_CHECKING:
    from datetime import date

    from apqa.display.findings.answer import Findings
    from apqa.finding import Finding

COLUMNS = (
    "on",
    "rule",
    "severity",
    "message",
    "path",
    "line",
    "column",
    "clauses",
    "basis",
    "remedy",
    "related",
    "waived_by",
    "reason",
)


def csv_findings(findings: Findings) -> str:
    """Write one row a finding. A text that would be a formula gets an apostrophe in front."""
    return csv_text((_row(finding, findings.header.on) for finding in findings.findings), COLUMNS)


def _row(finding: Finding, on: date | None) -> list[object]:
    """Put a finding in one row; clauses and related places, of which there are several, in one."""
    fields = finding_fields(finding) | {
        "on": on,
        "clauses": " ".join(finding.clauses),
        "related": " ".join(str(place) for place in finding.related),
    }
    return [fields[name] for name in COLUMNS]
