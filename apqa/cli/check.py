"""`apqa check`: every record against every rule."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Optional

import typer

from apqa.cli.options import (
    DebugOption,
    FindingsForm,
    FindingsFormOption,
    LevelOption,
    OnOption,
    OutputOption,
    QuietOption,
    RecordsOption,
)
from apqa.errors import ExitStatus
from apqa.finding import Severity


def check(
    paths: Annotated[
        Optional[list[Path]],  # noqa: UP045  typer reads it
        typer.Argument(metavar="[PATH]...", help="Show only what concerns these files or folders of the records."),
    ] = None,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FindingsFormOption = FindingsForm.TEXT,
    output: OutputOption = None,
    level: LevelOption = Severity.CONCERN,
    quiet: QuietOption = False,
    debug: DebugOption = False,
) -> None:
    """Check every record against every rule."""
    from apqa.cli.opening import open_records
    from apqa.display.findings import Findings, show
    from apqa.reading.faults import READING_RULES
    from apqa.rules import RULES
    from apqa.rules.run import findings

    opened = open_records(records, on)
    opened.library.read_all()
    unreadable = opened.library.findings()
    found = (*unreadable, *findings(opened.situation, opened.library.place))
    shown = Findings(
        opened.header("check"), tuple(found), (*READING_RULES, *RULES), {"files": opened.library.files}, level
    )
    show(shown, form.value, output)
    raise typer.Exit(ExitStatus.UNREADABLE if unreadable else shown.exit_status)
