"""The options that commands share, and how ids at hand are completed."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Optional

import typer

from apqa.errors import ApqaError, UsageError
from apqa.finding import Severity


class Form(StrEnum):
    """Forms every answer can take."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class FindingsForm(StrEnum):
    """Forms findings can take."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


def read_day(text: str) -> date:
    """Read a day given on the command line. Raises `UsageError`, in one sentence, where it is none."""
    try:
        if len(text) == len("2026-09-01"):
            return date.fromisoformat(text)
    except ValueError:
        pass
    from apqa.records.scalars import why_no_day

    raise UsageError(f"--on: {why_no_day(text)}")


def complete_providers(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the ids of the providers at hand."""
    return _complete("providers", incomplete, ctx.params.get("records"))


def complete_placements(ctx: typer.Context, incomplete: str) -> list[str]:
    """Complete the ids of the placements at hand."""
    return _complete("placements", incomplete, ctx.params.get("records"))


def _complete(folder: str, incomplete: str, records: str | Path | None) -> list[str]:
    """Answer the ids that begin so, from the names of the files; none where there are no records."""
    from apqa.cli.opening import records_folder

    try:
        files = sorted((records_folder(Path(records) if records else None) / folder).glob("*.yaml"))
    except (ApqaError, OSError):
        return []
    return [file.stem for file in files if file.stem.startswith(incomplete)]


OnOption = Annotated[
    Optional[date],  # noqa: UP045  typer reads it
    typer.Option(
        "--on", metavar="DAY", parser=read_day, help="The day the question is about: YYYY-MM-DD. Today if left out."
    ),
]
RecordsOption = Annotated[
    Optional[Path],  # noqa: UP045  typer reads it
    typer.Option(
        "--records", "-C", metavar="DIR", envvar="APQA_RECORDS", help="The records folder, or a folder that holds it."
    ),
]
FormOption = Annotated[Form, typer.Option("--format", "-f", help="The form of the answer.")]
FindingsFormOption = Annotated[FindingsForm, typer.Option("--format", "-f", help="The form of the answer.")]
OutputOption = Annotated[
    Optional[Path],  # noqa: UP045  typer reads it
    typer.Option("--output", "-o", metavar="FILE", help="Write the answer to a file instead."),
]
LevelOption = Annotated[Severity, typer.Option("--level", help="From which severity on the exit status is 1.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No talk beside the answer.")]
DebugOption = Annotated[bool, typer.Option("--debug", help="Show the traceback of a fault in apqa itself.")]
ProviderArgument = Annotated[
    str,
    typer.Argument(metavar="PROVIDER", autocompletion=complete_providers, help="The provider's id: its file's name."),
]
PlacementArgument = Annotated[
    str,
    typer.Argument(metavar="PLACEMENT", autocompletion=complete_placements, help="The placement's id: PL-7K3QX."),
]
