"""Findings as JSON, for programs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import envelope, to_json
from apqa.display.findings.words import tally
from apqa.errors import ExitStatus

if TYPE_CHECKING:
    from apqa.display.findings.answer import Findings
    from apqa.finding import Finding, Place


def json_findings(findings: Findings) -> str:
    """Write findings as one object: what was looked at, how many were found, and each of them."""
    return to_json(
        envelope(
            findings.header,
            level=findings.level,
            failed=findings.exit_status is ExitStatus.FOUND,
            counts=dict(findings.counts),
            summary={**_numbers(findings), "waived": len(findings.waived), "answered": len(findings.answered)},
            findings=[finding_fields(finding) for finding in findings.findings],
        )
    )


def _numbers(findings: Findings) -> dict[str, int]:
    return {severity.value: number for severity, number in tally(findings).items()}


def finding_fields(finding: Finding) -> dict[str, object]:
    """Name the parts of a finding, the same in every format for programs."""
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        **place_fields(finding.place),
        "clauses": finding.clauses,
        "basis": finding.basis or ", ".join(finding.clauses),
        "remedy": finding.remedy,
        "related": [place_fields(place) for place in finding.related],
        "waived_by": finding.waived_by,
        "reason": finding.reason,
    }


def place_fields(place: Place) -> dict[str, object]:
    """Name the parts of a place. Line and column are 0 where the file as a whole is meant."""
    return {"path": place.path, "line": place.line, "column": place.column}
