"""The list of commands, under their headings."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Annotated, NamedTuple

import typer

from apqa import __version__
from apqa.cli.group import HeadedGroup

BEFORE, QUALITY, KEEPING = "Before a placement", "Quality assurance", "Keeping records"


class Listed(NamedTuple):
    """A command as the help lists it. Its function stands in the module of `apqa.cli` that has its name."""

    name: str
    heading: str
    example: str
    """One way to call it, for the end of its help."""


COMMANDS = (
    Listed("check-provider", BEFORE, "apqa check-provider north-star --if hours=19,ehcp=yes"),
    Listed("registration", BEFORE, "apqa registration north-star --timeline"),
    Listed("attendance-code", BEFORE, "apqa attendance-code PL-7K3QX --on 2026-11-03"),
    Listed("check-placement", BEFORE, "apqa check-placement PL-7K3QX"),
    Listed("check", QUALITY, "apqa check providers --level breach"),
    Listed("init", KEEPING, "apqa init our-council"),
    Listed("new", KEEPING, "apqa new placement --set provider=north-star"),
    Listed("explain", KEEPING, "apqa explain QF-22"),
    Listed("rules", KEEPING, "apqa rules --format csv --output rules.csv"),
    Listed("coverage", KEEPING, "apqa coverage"),
    Listed("schema", KEEPING, "apqa schema"),
)
"""Every command, in the order of the help."""

app = typer.Typer(
    name="apqa",
    cls=HeadedGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Each command explains itself: apqa check-provider --help",
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"apqa {__version__}")
        raise typer.Exit


@app.callback()
def apqa(
    _version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Quality assurance of alternative provision, over a folder of YAML records kept in git."""


def _add(command: Listed) -> None:
    word = command.name.replace("-", "_")
    if find_spec(f"apqa.cli.{word}") is None:
        return
    function = getattr(import_module(f"apqa.cli.{word}"), word)
    app.command(command.name, rich_help_panel=command.heading, epilog=f"Example: {command.example}")(function)


for _command in COMMANDS:
    _add(_command)
