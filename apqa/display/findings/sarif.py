"""Findings as SARIF 2.1.0, for code scanning and editors."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from apqa.display.answer import to_json
from apqa.finding import Severity
from apqa.writing.markdown import escaped, percent_encoded

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.display.findings.answer import Findings
    from apqa.finding import Finding, Place
    from apqa.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {
    Severity.BREACH: "error",
    Severity.CONCERN: "warning",
    Severity.QUERY: "note",
    Severity.ADVICE: "note",
}


def sarif_findings(findings: Findings) -> str:
    """Write findings as the log of one run: the rules that were asked, and what they found."""
    return to_json({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(findings)]})


def _run(findings: Findings) -> dict[str, object]:
    header = findings.header
    index = {rule.name: at for at, rule in enumerate(findings.rules)}
    return {
        "tool": {
            "driver": {
                "name": header.tool,
                "version": header.version,
                "rules": [_rule(rule) for rule in findings.rules],
            }
        },
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, fingerprint, findings.root, index)
            for finding, fingerprint in _fingerprinted(findings.findings)
        ],
        "properties": {
            "command": header.command,
            "on": header.on,
            "as_known_on": header.as_known_on,
            "commit": header.commit,
            "counts": dict(findings.counts),
        },
    }


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.name,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why or rule.title},
        "help": _help(rule),
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": list(dict.fromkeys([rule.severity, *rule.clauses])), "severity": rule.severity},
    }


def _help(rule: Rule) -> dict[str, str]:
    """Say what to do and on what ground, as text and as Markdown."""
    said = {"Remedy": rule.remedy, "Basis": rule.basis, "Clauses": ", ".join(rule.clauses)}
    kept = {name: text for name, text in said.items() if text}
    return {
        "text": "\n".join(f"{name}: {text}" for name, text in kept.items()) or rule.title,
        "markdown": "\n\n".join(f"**{name}:** {escaped(text)}" for name, text in kept.items()) or escaped(rule.title),
    }


def _result(finding: Finding, fingerprint: str, root: str, index: dict[str, int]) -> dict[str, object]:
    known = {"ruleIndex": index[finding.rule]} if finding.rule in index else {}
    return {
        "ruleId": finding.rule,
        **known,
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [{"physicalLocation": _physical(finding.place, root)}],
        "relatedLocations": [
            {"id": number, "physicalLocation": _physical(place, root)}
            for number, place in enumerate(finding.related, start=1)
        ],
        "partialFingerprints": {"apqaFinding/v1": fingerprint},
        "suppressions": _suppressions(finding),
        "properties": {
            "severity": finding.severity,
            "clauses": finding.clauses,
            "basis": finding.basis,
            "remedy": finding.remedy,
            "waived_by": finding.waived_by,
            "reason": finding.reason,
        },
    }


def _suppressions(finding: Finding) -> list[dict[str, str]]:
    """Say which waiver or reason answers it. SARIF wants an empty list where nothing does."""
    return [{"kind": "external", "justification": finding.answer}] if finding.is_answered else []


def _physical(place: Place, root: str) -> dict[str, object]:
    """Say where a place is, with a region only where there is a line."""
    location: dict[str, object] = {"artifactLocation": {"uri": percent_encoded(root + place.path)}}
    if place.line:
        column = {"startColumn": place.column} if place.column else {}
        location["region"] = {"startLine": place.line, **column}
    return location


def _fingerprinted(findings: Iterable[Finding]) -> Iterator[tuple[Finding, str]]:
    """Tell each finding from the others by what it says, not by the line, which edits move."""
    from hashlib import sha256

    seen: Counter[str] = Counter()
    for finding in findings:
        said = f"{finding.rule}\n{finding.place.path}\n{finding.message}"
        digest = sha256(said.encode("utf-8", "backslashreplace")).hexdigest()[:32]
        seen[digest] += 1
        yield finding, f"{digest}:{seen[digest]}"
