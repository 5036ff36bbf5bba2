"""All rules, in the forms they can be shown in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from apqa.display.answer import asked, envelope, to_json
from apqa.display.lines import Piece, wrapped
from apqa.display.table import csv_text, markdown_table
from apqa.display.terminal import painted
from apqa.writing.characters import cells

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from apqa.display.answer import Header
    from apqa.display.lines import Line
    from apqa.rule import Rule

READER = "reading"
_WIDEST = 120
_TITLES = {
    READER: "Reading the files",
    "assurance": "References, health and safety",
    "before": "Before the start of a placement",
    "differences": "Self-assessment and record",
    "during": "During a placement",
    "keeping": "Keeping the records",
    "listing": "The approved provider list",
    "plan": "Plan and agreement",
    "policies": "Policies and procedures",
    "reports": "Termly reports",
    "self_assessments": "Self-assessments",
    "validations": "The council's side of a self-assessment",
    "week": "The pupil's week",
}
"""Headings of the families whose module's name is not a heading by itself."""


_INDENT = "      "
_MORE = "More about one: apqa explain RULE"


@dataclass(frozen=True, slots=True)
class RulesAnswer:
    """The rules asked for, with the head of the answer."""

    header: Header
    rules: tuple[Rule, ...]


def family(rule: Rule) -> str:
    """Answer the family a rule belongs to: the module it stands in, or the reader."""
    return rule.check.__module__.rpartition(".")[2] if rule.check else READER


def family_title(name: str) -> str:
    """Write a family's name as a heading."""
    return _TITLES.get(name, name.replace("_", " ").capitalize())


def counted(rules: Sequence[Rule]) -> str:
    """Say how many rules there are."""
    return f"{len(rules)} {'rule' if len(rules) == 1 else 'rules'}"


def _all_of(answer: RulesAnswer) -> str:
    return f"{counted(answer.rules)}{asked(answer.header)}"


def text_rules(answer: RulesAnswer, *, width: int | None = None, colour: bool = False) -> str:
    """Write the rules under the headings of their families."""
    return painted(_lines(answer, width and min(width, _WIDEST)), colour=colour)


def _lines(answer: RulesAnswer, width: int | None) -> Iterator[Line]:
    for name, rules in groupby(answer.rules, key=family):
        yield (Piece(family_title(name), "heading"),)
        for rule in rules:
            yield from _head(rule, width)
            yield from ((Piece(line),) for line in wrapped(rule.title, width, first=_INDENT))
        yield ()
    yield from ((Piece(line, "heading"),) for line in wrapped(f"{_all_of(answer)}. {_MORE}", width))


def _head(rule: Rule, width: int | None) -> Iterator[Line]:
    """Write a rule's name, severity and clauses, in two lines or more where one has no room for them."""
    name, severity = Piece(f"  {rule.name}"), Piece(rule.severity.value, rule.severity.value)
    clauses = f"{' '.join(rule.clauses)}{'  law' if rule.law else ''}"
    line = (name, Piece("  "), severity, Piece(f"  {clauses}", "dim"))
    if width is None or sum(cells(piece.text) for piece in line) <= width:
        yield line
        return
    yield (name,)
    first, *more = wrapped(clauses, width, first=" " * (len(_INDENT) + len(rule.severity.value) + 2))
    yield Piece(_INDENT), severity, Piece(f"  {first.lstrip()}", "dim")
    yield from ((Piece(each, "dim"),) for each in more)


def rule_fields(rule: Rule) -> dict[str, object]:
    """Name the parts of a rule for programs."""
    return {
        "rule": rule.name,
        "family": family(rule),
        "severity": rule.severity,
        "about": rule.about,
        "law": rule.law,
        "clauses": rule.clauses,
        "title": rule.title,
        "why": rule.why,
        "remedy": rule.remedy,
        "basis": rule.basis,
    }


def json_rules(answer: RulesAnswer) -> str:
    """Write every rule as an object."""
    return to_json(envelope(answer.header, rules=[rule_fields(rule) for rule in answer.rules]))


def csv_rules(answer: RulesAnswer) -> str:
    """Write one line for each rule."""
    names = ("rule", "family", "severity", "about", "law", "clauses", "title", "why", "remedy", "basis")
    return csv_text([[rule_fields(rule)[name] for name in names] for rule in answer.rules], names)


def markdown_rules(answer: RulesAnswer) -> str:
    """Write a table for each family."""
    header = ("Rule", "Severity", "About", "Clauses", "What is wrong", "Remedy")
    parts = [f"# Rules\n\n{_all_of(answer)}.\n"]
    for name, rules in groupby(answer.rules, key=family):
        rows = [(one.name, one.severity.value, one.about, one.clauses, one.title, one.remedy) for one in rules]
        parts.append(f"## {family_title(name)}\n\n{markdown_table(rows, header)}")
    return "\n".join(parts)


FORMATS: dict[str, Callable[..., str]] = {
    "text": text_rules,
    "json": json_rules,
    "csv": csv_rules,
    "markdown": markdown_rules,
}
"""Every form the rules can be shown in, by the name `--format` gives it."""
