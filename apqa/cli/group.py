"""Help that lists the commands under headings, without loading anything for looks."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup


class HeadedGroup(TyperGroup):
    """A group of commands whose help stands under the headings the commands name."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - click's own signature
        """Answer the commands in the order in which they were added."""
        return list(self.commands)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        """Write each heading with its commands."""
        headings: dict[str, list[tuple[str, str]]] = {}
        for name in self.list_commands(ctx):
            command = self.get_command(ctx, name)
            if command is not None and not command.hidden:
                heading = str(getattr(command, "rich_help_panel", None) or "Commands")
                headings.setdefault(heading, []).append((name, command.get_short_help_str(limit=300)))
        for heading, rows in headings.items():
            with formatter.section(heading):
                formatter.write_dl(rows)
