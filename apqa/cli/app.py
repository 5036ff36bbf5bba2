"""The command line as a whole: its name, its version, and what holds for every command."""

from __future__ import annotations

from typing import Annotated

import typer

from apqa import __version__
from apqa.cli.group import HeadedGroup, help_width

app = typer.Typer(
    name="apqa",
    cls=HeadedGroup,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "terminal_width": help_width()},
    epilog="Each command explains itself: apqa check-provider --help",
)


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"apqa {__version__}")
        raise typer.Exit


@app.callback()
def apqa(
    _version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    """Quality assurance of alternative provision, over a folder of YAML records kept in git."""
