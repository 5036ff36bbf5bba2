"""The words about findings that every format for people shares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.answer import asked
from apqa.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.display.findings.answer import Findings
    from apqa.finding import Finding, Place

_ONE_AND_MANY = {
    Severity.BREACH: ("breach", "breaches"),
    Severity.CONCERN: ("concern", "concerns"),
    Severity.QUERY: ("query", "queries"),
    Severity.ADVICE: ("piece of advice", "pieces of advice"),
}


def counted(number: int, severity: Severity) -> str:
    """Say how many there are: `1 breach`, `2 queries`."""
    one, many = _ONE_AND_MANY[severity]
    return f"{number:,} {one if number == 1 else many}"


def tally(findings: Findings) -> dict[Severity, int]:
    """Count the findings that stand, by severity, from the worst down."""
    severities = [finding.severity for finding in findings.standing]
    return {severity: severities.count(severity) for severity in Severity}


def summary(findings: Findings) -> str:
    """Say in one sentence what was found, worst first, in how much, and how much is waived or answered."""
    found = [counted(number, severity) for severity, number in tally(findings).items() if number]
    settled = {"waived": findings.waived, "answered": findings.answered}
    said = ", ".join(f"{len(each)} {how}" for how, each in settled.items() if each)
    return f"{', '.join(found) or 'No findings'}{_looked_at(findings)}{said and f'; {said}'}."


def not_asked(findings: Findings) -> Iterator[str]:
    """Say what was not asked where nothing was found, and nothing looked at was in use: that is no praise then."""
    counts = {} if findings.standing else findings.counts
    providers, placements = counts.get("providers", 0), counts.get("placements", 0)
    if providers and not counts.get("providers_in_use"):
        yield (
            f"{_none(providers, 'provider')} in use on that day: nobody is or may be placed there. So the checks "
            "before a placement were not asked; `apqa check-provider` asks them all the same."
        )
    if placements and not counts.get("placements_live"):
        yield (
            f"{_none(placements, 'placement')} live on that day. So what is asked of a live one, such as its plan and "
            "agreement, was not; `apqa check-placement` asks it, as of the first day of one still to come."
        )


def _none(number: int, what: str) -> str:
    return f"The {what} looked at is not" if number == 1 else f"None of the {number} {what}s looked at is"


def _looked_at(findings: Findings) -> str:
    files = findings.counts.get("files")
    within = "" if files is None else f" in {files:,} {'file' if files == 1 else 'files'}"
    return within + asked(findings.header)


def ground(finding: Finding) -> str:
    """Say what a finding rests on: the law or guidance, and the clauses of the framework."""
    clauses = ", ".join(clause for clause in finding.clauses if clause not in finding.basis)
    return f"{finding.basis} ({clauses})" if finding.basis and clauses else finding.basis or clauses


def details(finding: Finding, seen: Callable[[Place], str] = str) -> Iterator[tuple[str, str]]:
    """Say, line by line with its name, what there is to know beyond place and message."""
    if finding.remedy:
        yield "Remedy", finding.remedy
    if ground(finding):
        yield "Basis", ground(finding)
    for place in finding.related:
        yield "See also", seen(place)
    if finding.waived_by:
        yield "Waived by", finding.waived_by
    if finding.reason:
        yield "Answered", finding.reason


def explained(finding: Finding, root: str = "") -> str:
    """Write the message and all there is to know, one line each."""
    lines = [f"{name}: {text}" for name, text in details(finding, lambda place: f"{root}{place}")]
    return "\n".join([finding.message, *lines])
