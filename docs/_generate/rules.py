"""The reference of rules: every rule by family, with the example that breaks it."""

from __future__ import annotations

import inspect
import sys
from itertools import groupby
from typing import TYPE_CHECKING

from _generate.markdown import cell, code, fenced, link, page, prose, table
from _generate.place import EXAMPLES
from apqa.finding import Severity
from apqa.reading.faults import READING_RULES
from apqa.records.schema.docstrings import word_docstrings
from apqa.rules import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.rule import Rule

READING = "Reading the files"


def rules_page() -> str:
    """Answer the page of all rules."""
    return page(
        "Rules",
        "For whoever meets a finding and wants to know why, and for whoever decides on a waiver. "
        "`apqa explain RULE` shows the same in the terminal.",
        _severities(),
        "A rule that states **law** cannot be waived. Every other rule can, for one record, for a time, with a reason "
        f"and an approver: a {link('waiver', 'records/waiver.md')}. What is waived stays visible.",
        _overview(),
        *_families(),
    )


def families() -> list[tuple[str, list[Rule]]]:
    """Answer the families of rules with their rules, in the order of the documentation."""
    asked = [(title, list(rules)) for title, rules in groupby(RULES, key=_family)]
    names = {rule.name for rule in RULES}
    return [*asked, (READING, [rule for rule in READING_RULES if rule.name not in names])]


def _family(rule: Rule) -> str:
    """Answer what a rule's module says it holds, without the clauses."""
    module = sys.modules[getattr(rule.check, "__module__", __name__)]
    return (inspect.getdoc(module) or "").splitlines()[0].partition(" (QF-")[0].rstrip(".")


def _severities() -> str:
    meant = Severity.__members__
    said = word_docstrings(Severity)
    rows = [(code(word.value), cell(said[word.value])) for word in meant.values()]
    return table(("severity", "meaning"), rows)


def _overview() -> str:
    rows = [
        (title if number == 0 else "", link(rule.name, f"#{rule.name}"), rule.severity.value, "law" if rule.law else "")
        for title, rules in families()
        for number, rule in enumerate(rules)
    ]
    return table(("family", "rule", "severity", ""), rows)


def _families() -> Iterator[str]:
    for title, rules in families():
        yield f"## {title}"
        for rule in rules:
            yield from _rule(rule)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.name}"
    yield f"**{prose(rule.title)}** {prose(rule.why)}".strip()
    yield "\n".join(_facts(rule))
    expected = EXAMPLES / rule.name / "expected.txt"
    if expected.is_file():
        yield "What apqa then says, of the smallest records that have the fault:"
        yield fenced(expected.read_text(encoding="utf-8"))


def _facts(rule: Rule) -> Iterator[str]:
    if rule not in READING_RULES:
        yield f"- Asked of: {f'each {rule.about}' if rule.about else 'the records as a whole'}"
    yield f"- Severity: {rule.severity.value}"
    yield f"- Waiver: {'none: it states law' if rule.law else _waivable(rule)}"
    if rule.basis:
        yield f"- Basis: {prose(rule.basis)}"
    yield f"- Clauses: {', '.join(link(clause, f'coverage.md#{clause.lower()}') for clause in rule.clauses)}"
    yield f"- Remedy: {prose(rule.remedy)}"


def _waivable(rule: Rule) -> str:
    return "none: what cannot be read must be put right" if rule in READING_RULES else "possible"
