"""Findings as JUnit XML, which most build servers show as tests."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from apqa.display.findings.words import explained
from apqa.writing.characters import numbered

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from xml.etree.ElementTree import Element

    from apqa.display.findings.answer import Findings
    from apqa.finding import Finding


def junit_findings(findings: Findings) -> str:
    """Write a suite a rule, with a test for each file at fault, or one passed test for none.

    Only what fails the run is a failure; one that is waived or answered is a skipped test, and what is below
    the level passes with its text attached.
    """
    from xml.etree.ElementTree import indent, tostring

    suites = _suites(findings)
    indent(suites)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + tostring(suites, encoding="unicode") + "\n"


def _suites(findings: Findings) -> Element:
    top = _element("testsuites", name=f"{findings.header.tool} {findings.header.command}")
    by_rule: dict[str, list[Finding]] = {rule.name: [] for rule in findings.rules}
    for finding in findings.findings:
        by_rule.setdefault(finding.rule, []).append(finding)
    top.extend(_suite(findings, rule, found) for rule, found in by_rule.items())
    _count(top)
    return top


def _suite(findings: Findings, rule: str, found: Sequence[Finding]) -> Element:
    """Write one rule as a suite."""
    suite = _element("testsuite", name=rule)
    suite.extend(_about(findings))
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        by_path[finding.place.path].append(finding)
    suite.extend(_case(findings, rule, in_file) for in_file in by_path.values())
    if not found:
        suite.append(_element("testcase", classname=rule, name="every record"))
    _count(suite)
    return suite


def _about(findings: Findings) -> Iterator[Element]:
    """Say which day was asked about, where one was."""
    header = findings.header
    known = {"on": header.on, "as_known_on": header.as_known_on, "commit": header.commit}
    properties = _element("properties")
    for name, value in known.items():
        if value:
            properties.append(_element("property", name=name, value=str(value)))
    if len(properties):
        yield properties


def _case(findings: Findings, rule: str, found: Sequence[Finding]) -> Element:
    """Write what one rule found in one file as a test."""
    place = found[0].place
    path = findings.root + place.path
    case = _element("testcase", classname=rule, name=path, file=path, line=str(max(place.line, 1)))
    failing = [finding for finding in found if findings.fails(finding)]
    rest = [finding for finding in found if finding not in failing]
    if failing:
        first = failing[0]
        message = _first_of(failing)
        case.append(_element("failure", _said(failing, findings), message=message, type=first.severity))
    elif all(finding.is_answered for finding in rest):
        case.append(_element("skipped", message=f"{rest[0].answer}: {_first_of(rest)}"))
    if rest:
        case.append(_element("system-out", _said(rest, findings)))
    return case


def _first_of(found: Sequence[Finding]) -> str:
    """Say the first message, and how many more there are."""
    more = f" (and {len(found) - 1} more)" if len(found) > 1 else ""
    return found[0].message + more


def _said(found: Sequence[Finding], findings: Findings) -> str:
    """Write findings one below the other, each with its place."""
    root = findings.root
    return "\n\n".join(f"{root}{each.place}  {each.severity}  {each.rule}\n{explained(each, root)}" for each in found)


def _count(element: Element) -> None:
    """Write how many tests there are in a suite, or in all of them, and how they went."""
    element.set("tests", str(len(list(element.iter("testcase")))))
    element.set("failures", str(len(list(element.iter("failure")))))
    element.set("errors", "0")
    element.set("skipped", str(len(list(element.iter("skipped")))))


def _element(tag: str, text: str | None = None, **attributes: str) -> Element:
    """Make an element of text that XML can hold."""
    from xml.etree.ElementTree import Element

    element = Element(tag, {name: _allowed(value) for name, value in attributes.items()})
    element.text = None if text is None else _allowed(text)
    return element


def _allowed(text: str) -> str:
    """Show the characters XML forbids by their numbers."""
    if text.isprintable():
        return text
    return "".join(c if _is_allowed(c) else numbered(c) for c in text.replace("\r\n", "\n"))


def _is_allowed(character: str) -> bool:
    """Answer whether XML 1.0 has a character. A carriage return it has, but no reader would see it."""
    if character in "\t\n":
        return True
    return " " <= character <= "\ud7ff" or "\ue000" <= character <= "\ufffd" or character >= "\U00010000"
