"""`apqa rules`: all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_clauses, complete_kinds
from apqa.cli.options import DebugOption, Form, FormOption, OnOption, OutputOption, QuietOption
from apqa.errors import UsageError
from apqa.finding import Severity

if TYPE_CHECKING:
    from apqa.rule import Rule

ClauseOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option(
        "--clause", metavar="CLAUSE", autocompletion=complete_clauses, help="Only rules behind this clause: QF-21."
    ),
]
SeverityOption = Annotated[
    Optional[Severity],  # noqa: UP045  typer reads it
    typer.Option("--severity", help="Only rules of this severity."),
]
AboutOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option(
        "--about",
        metavar="KIND",
        autocompletion=complete_kinds,
        help="Only rules about this kind of record: provider, placement.",
    ),
]


def rules(
    *,
    clause: ClauseOption = None,
    severity: SeverityOption = None,
    about: AboutOption = None,
    on: OnOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """List every rule, what the reader finds included."""
    from apqa import __version__
    from apqa.cli.door import show
    from apqa.cli.schema import named_kind
    from apqa.display.answer import Header
    from apqa.display.rules import FORMATS, RulesAnswer

    kind = about and named_kind(about).name
    asked = clause and _clause_id(clause)
    found = tuple(
        rule for rule in every_rule() if _wanted(rule, asked, kind) and (severity is None or rule.severity is severity)
    )
    header = Header(version=__version__, command="rules", on=on)
    show(FORMATS, RulesAnswer(header, found), form.value, output, quiet=quiet)


def every_rule() -> tuple[Rule, ...]:
    """Answer every rule, the reader's after those asked of the records. One that both have is listed once."""
    from apqa.reading.faults import READING_RULES
    from apqa.rules import RULES

    listed: dict[str, Rule] = {}
    for rule in (*RULES, *READING_RULES):
        listed.setdefault(rule.name, rule)
    return tuple(listed.values())


def _wanted(rule: Rule, clause: str | None, about: str | None) -> bool:
    return (clause is None or clause in rule.clauses) and (about is None or about == rule.about)


def _clause_id(text: str) -> str:
    """Answer the id of the clause meant; refuse one that is not in the framework."""
    from apqa.cli.explain import nearest
    from apqa.guidance.clauses import clauses

    known = [each.id for each in clauses()]
    if text.upper() not in known:
        near = nearest(text.upper(), known, or_else="; ")
        raise UsageError(f"there is no clause {text}{near}`apqa coverage` lists them")
    return text.upper()
