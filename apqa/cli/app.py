"""The list of commands, under their headings."""

from __future__ import annotations

from typing import Annotated

import typer

from apqa import __version__
from apqa.cli.group import HeadedGroup

BEFORE, QUALITY, KEEPING = "Before a placement", "Quality assurance", "Keeping records"

app = typer.Typer(
    name="apqa",
    cls=HeadedGroup,
    help="Quality assurance of alternative provision, over a folder of YAML records kept in git.",
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"apqa {__version__}")
        raise typer.Exit


@app.callback()
def apqa(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="The version.")] = False,
) -> None:
    """Quality assurance of alternative provision, over a folder of YAML records kept in git."""


def _add() -> None:
    from apqa.cli.check import check

    app.command(rich_help_panel=QUALITY)(check)


_add()
