"""The list of commands, under their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, NamedTuple

import typer

from apqa import __version__
from apqa.cli.attendance_code import attendance_code
from apqa.cli.check import check
from apqa.cli.check_placement import check_placement
from apqa.cli.check_provider import check_provider
from apqa.cli.coverage import coverage
from apqa.cli.explain import explain
from apqa.cli.group import HeadedGroup
from apqa.cli.init import init
from apqa.cli.new import new
from apqa.cli.registration import registration
from apqa.cli.rules import rules
from apqa.cli.schema import schema

if TYPE_CHECKING:
    from collections.abc import Callable

BEFORE, QUALITY, KEEPING = "Before a placement", "Quality assurance", "Keeping records"


class Listed(NamedTuple):
    """A command as the help lists it."""

    function: Callable[..., Any]
    heading: str
    example: str
    """One way to call it, for the end of its help."""

    @property
    def name(self) -> str:
        """Answer its name as it is typed."""
        return self.function.__name__.replace("_", "-")


COMMANDS = (
    Listed(check_provider, BEFORE, "apqa check-provider north-star --if hours=19,ehcp=yes"),
    Listed(registration, BEFORE, "apqa registration north-star --timeline"),
    Listed(attendance_code, BEFORE, "apqa attendance-code PL-7K3QX --on 2026-11-03"),
    Listed(check_placement, BEFORE, "apqa check-placement PL-7K3QX"),
    Listed(check, QUALITY, "apqa check providers --level breach"),
    Listed(init, KEEPING, "apqa init our-council"),
    Listed(new, KEEPING, "apqa new provider north-star"),
    Listed(explain, KEEPING, "apqa explain lapsed-insurance"),
    Listed(rules, KEEPING, "apqa rules --format csv --output rules.csv"),
    Listed(coverage, KEEPING, "apqa coverage"),
    Listed(schema, KEEPING, "apqa schema"),
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


for _each in COMMANDS:
    app.command(_each.name, rich_help_panel=_each.heading, epilog=f"Example: {_each.example}")(_each.function)
