"""The options that commands share."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_placements, complete_providers
from apqa.errors import UsageError
from apqa.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Callable


class Form(StrEnum):
    """Forms every answer can take."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class DueForm(StrEnum):
    """Forms what falls due can take."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"
    ICS = "ics"


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
    """Read a day given on the command line. Raises `UsageError`, in one sentence, where no record may speak of it."""
    from apqa.records.kinds import is_day

    if is_day(text) and (day := date.fromisoformat(text)).isoformat() == text:
        return day
    from apqa.records.scalars import why_no_day

    raise UsageError(f"--on: {why_no_day(text)}")


def given_path(text: str) -> Path:
    """Read a path given on the command line. An empty one, as an unset variable leaves it, is none."""
    if not text.strip():
        raise UsageError("the name of a file or folder is empty: give one, or leave the option out")
    return Path(text)


def days_ahead(most: int) -> Callable[[str | int], int]:
    """Make what reads how many days ahead are asked about, from nought to a greatest number."""

    def read(said: str | int) -> int:
        text = str(said).strip()
        if text.isascii() and text.isdigit() and int(text) <= most:
            return int(text)
        raise UsageError(f"--within: '{said}' is no number of days: give a whole number from 0 to {most}")

    return read


OnOption = Annotated[
    Optional[date],  # noqa: UP045  typer reads it
    typer.Option(
        "--on", metavar="DAY", parser=read_day, help="The day the question is about: YYYY-MM-DD. Today if left out."
    ),
]
RecordsOption = Annotated[
    Optional[Path],  # noqa: UP045  typer reads it
    typer.Option(
        "--records",
        "-C",
        metavar="DIR",
        envvar="APQA_RECORDS",
        parser=given_path,
        help="The records folder, or a folder that holds it.",
    ),
]
FormOption = Annotated[Form, typer.Option("--format", "-f", help="The form of the answer.")]
FindingsFormOption = Annotated[FindingsForm, typer.Option("--format", "-f", help="The form of the answer.")]
DueFormOption = Annotated[
    DueForm, typer.Option("--format", "-f", help="The form of the answer; ics is a calendar feed.")
]
OutputOption = Annotated[
    Optional[Path],  # noqa: UP045  typer reads it
    typer.Option("--output", "-o", metavar="FILE", parser=given_path, help="Write the answer to a file instead."),
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
