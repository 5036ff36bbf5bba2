"""Running a command of apqa as a reader would, in this process, to show what it really says."""

from __future__ import annotations

import io
import os
import shlex
from contextlib import chdir, contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from _generate.place import HOUSE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WIDTH = 80
_UNSET = ("FORCE_COLOR", "NO_COLOR", "APQA_RECORDS", "GITHUB_ACTIONS", "PYTHONIOENCODING")


class Screen(io.StringIO):
    """What is written to it is laid out as for a terminal."""

    def isatty(self) -> bool:
        """Answer yes, as a terminal does."""
        return True


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said."""

    out: str
    talk: str
    """What it said beside the answer, on stderr."""

    status: int

    @property
    def all(self) -> str:
        """Answer what a reader sees in the terminal."""
        return self.out + self.talk


@cache
def run(command: str, *, width: int = WIDTH, colour: bool = False, terminal: bool = True) -> Said:
    """Run a command against the worked example, in the folder a reader is in: the top of the checkout."""
    return run_in(HOUSE, command, width=width, colour=colour, terminal=terminal)


def run_in(folder: Path, command: str, *, width: int = WIDTH, colour: bool = False, terminal: bool = True) -> Said:
    """Run a command in a folder. The folder's own path does not appear in what it said."""
    from apqa.cli.app import app
    from apqa.cli.door import guarded

    name, *arguments = shlex.split(command)
    if name != "apqa":
        raise ValueError(f"only apqa is run for the documentation, not: {command}")
    out, talk = Screen() if terminal else io.StringIO(), io.StringIO()
    with _surroundings(width, colour=colour), chdir(folder), redirect_stdout(out), redirect_stderr(talk):
        status = guarded(lambda: app(args=arguments, prog_name="apqa"))
    return Said(_nameless(out.getvalue(), folder), _nameless(talk.getvalue(), folder), status)


def _nameless(text: str, folder: Path) -> str:
    """Take the folder's own path out of a text: it is another one on every computer."""
    return text.replace(f"{folder}{os.sep}", "").replace(str(folder), ".")


@contextmanager
def _surroundings(width: int, *, colour: bool) -> Iterator[None]:
    """Give every run the same terminal, whatever the one is like that documentation is made in."""
    kept = dict(os.environ)
    for name in _UNSET:
        os.environ.pop(name, None)
    os.environ.update({"COLUMNS": str(width), "TERM": "xterm-256color", "FORCE_COLOR" if colour else "NO_COLOR": "1"})
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(kept)
