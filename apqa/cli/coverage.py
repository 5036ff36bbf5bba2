"""`apqa coverage`: every clause of the framework and what covers it."""

from __future__ import annotations

import typer

from apqa.cli.options import DebugOption, Form, FormOption, OnOption, OutputOption, QuietOption


def coverage(
    *,
    on: OnOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Show every clause of the framework, and what covers it.

    A clause counts as covered by the rules, commands and forms that are there now, or by a person's judgement that
    the records have room for. The exit status is 1 where one is not covered.
    """
    from apqa import __version__
    from apqa.cli.door import show
    from apqa.display.answer import Header
    from apqa.display.coverage import FORMATS, CoverageAnswer
    from apqa.errors import ExitStatus
    from apqa.forms.shipped import shipped_files
    from apqa.questions.coverage import coverage as asked
    from apqa.reading.faults import READING_RULES
    from apqa.rules import RULES

    found = asked((*RULES, *READING_RULES), commands_there_are(), shipped_files())
    header = Header(version=__version__, command="coverage", on=on)
    show(FORMATS, CoverageAnswer(header, found), form.value, output, quiet=quiet)
    raise typer.Exit(ExitStatus.FOUND if found.not_covered else ExitStatus.NOTHING_FOUND)


def commands_there_are() -> frozenset[str]:
    """Answer the names of the commands the command line has now."""
    from apqa.cli.commands import COMMANDS

    return frozenset(listed.name for listed in COMMANDS)
