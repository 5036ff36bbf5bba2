"""`apqa explain`: why, from where, and how to put it right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from apqa.cli.completing import beginning
from apqa.cli.options import DebugOption, Form, FormOption, OnOption, OutputOption, QuietOption
from apqa.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from apqa.display.explain.subjects import Explanation


_NEAR = 0.55
"""How like a known word must be to be suggested; with less, any word suggests something."""


def complete_names(incomplete: str) -> list[str]:
    """Complete the names of rules and the ids of clauses."""
    return beginning(incomplete, every_name())


NameArgument = Annotated[
    str,
    typer.Argument(
        metavar="RULE|CLAUSE",
        autocompletion=complete_names,
        help="A rule, or a clause such as QF-21; also an attendance code, or a check or document by its name or title.",
    ),
]


def explain(
    name: NameArgument,
    *,
    on: OnOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Explain a rule or a clause of the framework: why, from where, and how to put it right."""
    from apqa import __version__
    from apqa.cli.door import show
    from apqa.display.answer import Header
    from apqa.display.explain.answer import FORMATS, ExplainAnswer

    found = _explained(name.strip(), on)
    if found is None:
        raise UsageError(_nothing_called(name) + "`apqa rules` and `apqa coverage` list what there is")
    header = Header(version=__version__, command="explain", on=found.on or on)
    show(FORMATS, ExplainAnswer(header, found), form.value, output, quiet=quiet)


def every_name() -> list[str]:
    """Answer every name that can be explained."""
    from apqa.display.explain.subjects import names
    from apqa.reading.faults import READING_RULES
    from apqa.rules import rule_names

    return names(lambda: [*rule_names(), *(rule.name for rule in READING_RULES)])


def _nothing_called(name: str) -> str:
    if not name.strip():
        return "the name of what to explain is empty; "
    return f"there is nothing called {name} to explain{nearest(name, every_name(), or_else='; ')}"


def nearest(word: str, known: Iterable[str], or_else: str = "") -> str:
    """Suggest the known word that is nearest, to follow a sentence and be followed by one where `or_else` says how."""
    from difflib import get_close_matches

    by_form = {each.lower(): each for each in known}
    near = get_close_matches(word.lower(), by_form, n=1, cutoff=_NEAR)
    return f": did you mean {by_form[near[0]]}?{' ' if or_else else ''}" if near else or_else


def _explained(name: str, on: date | None) -> Explanation | None:
    from apqa.display.explain.subjects import titled

    lower, upper = name.lower(), name.upper()
    found = _rule(lower) or _clause(upper) or _code(upper, on) or _short_name(lower, on)
    return found or _short_name(titled(name), on)


def _short_name(name: str, on: date | None) -> Explanation | None:
    from apqa.cli.today import today
    from apqa.display.explain.subjects import of_check, of_document
    from apqa.guidance.editions import document

    return of_document(name, on or today()) if document(name) else of_check(name)


def _rule(name: str) -> Explanation | None:
    from apqa.display.explain.subjects import of_rule
    from apqa.forms.shipped import shipped
    from apqa.reading.faults import NAMES
    from apqa.reading.faults import rule as reading_rule
    from apqa.rules import rule_named

    rule = rule_named(name) or (reading_rule(name) if name in NAMES else None)
    if rule is None:
        return None
    examples = shipped("examples")
    example = examples / name / "expected.txt" if examples else None
    return of_rule(rule, example.read_text(encoding="utf-8") if example and example.is_file() else "")


def _clause(name: str) -> Explanation | None:
    from apqa.cli.coverage import commands_there_are
    from apqa.display.explain.subjects import of_clause
    from apqa.forms.shipped import shipped_files
    from apqa.guidance.clauses import clause
    from apqa.questions.coverage import clause_coverage
    from apqa.reading.faults import READING_RULES
    from apqa.rules import RULES

    found = clause(name)
    rules = (*RULES, *READING_RULES)
    if found is None:
        return None
    return of_clause(clause_coverage(found, rules, commands_there_are(), shipped_files()))


def _code(name: str, on: date | None) -> Explanation | None:
    from apqa.cli.today import today
    from apqa.display.explain.subjects import of_code
    from apqa.guidance.attendance_law import attendance_code, entries_of, framework_wording
    from apqa.guidance.days import plain

    entries = entries_of(name) if len(name) <= len("C2") else ()
    if not entries:
        return None
    day, first = on or today(), entries[0]
    found = attendance_code(name, day)
    if found is None:
        since = f"came into use on {plain(first.in_force_from)}" if first.in_force_from else "is only announced"
        raise UsageError(f"the attendance code {name} {since}: on {plain(day)} there was none")
    return of_code(found, first, framework_wording(), day)
