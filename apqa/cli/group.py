"""The commands as a group: listed under headings without loading any, and each loaded when it is called."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from apqa.cli.commands import COMMANDS, Listed
from apqa.display import terminal
from apqa.errors import UsageError

_NARROWEST = 52
"""Click writes help no narrower than this, whatever the terminal has."""


def help_width() -> int | None:
    """Answer the width of the help in a terminal that is narrower than click expects; nothing in any other."""
    columns = terminal.width()
    return columns if columns < _NARROWEST else None


class HeadedGroup(TyperGroup):
    """The group of all commands, whose help stands under the headings of the list."""

    def __init__(self, **settings: Any) -> None:
        """Take what typer gives a group, and the commands from the list."""
        super().__init__(**settings)
        self.commands: Any = _Loadable()

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002 - click's own signature
        """Write each heading with its commands."""
        headings: dict[str, list[tuple[str, str]]] = {}
        for each in COMMANDS:
            headings.setdefault(each.heading, []).append((each.name, each.summary))
        for heading, rows in headings.items():
            with formatter.section(heading):
                formatter.write_dl(rows)


class _Once(TyperCommand):
    """A command that is told each thing once: of two values for an option, typer would pass over the first."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Read the arguments and options as typer does, and refuse an option of one value that is given another."""
        given = [*args]
        rest = super().parse_args(ctx, args)
        if not ctx.resilient_parsing:
            _, _, order = self.make_parser(ctx).parse_args(args=given)
            _refuse_a_second(order)
        return rest


def _refuse_a_second(order: list[Any]) -> None:
    """Refuse what is given more than once, unless it takes several values or none."""
    seen: set[str] = set()
    for each in order:
        if each.name in seen and not each.multiple:
            raise UsageError(f"{each.opts[0]} is given more than once: give it once, so that nothing is passed over")
        if not getattr(each, "is_flag", True):
            seen.add(each.name)


class _Loadable(Mapping[str, Any]):
    """Commands by name. Their names are known; one that is looked up is loaded."""

    def __init__(self) -> None:
        self._listed = {each.name: each for each in COMMANDS}

    def __getitem__(self, name: str) -> Any:
        return _loaded(self._listed[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._listed)

    def __len__(self) -> int:
        return len(self._listed)


@cache
def _loaded(listed: Listed) -> Any:
    """Load a command and have typer read its arguments and options."""
    alone = typer.Typer(add_completion=False, rich_markup_mode=None)
    epilog = f"Example: {listed.example}"
    alone.command(listed.name, cls=_Once, rich_help_panel=listed.heading, epilog=epilog)(listed.function)
    return typer.main.get_command(alone)
