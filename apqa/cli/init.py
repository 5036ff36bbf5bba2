"""`apqa init`: a new records folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Optional

import typer

from apqa.cli.options import DebugOption, OnOption, QuietOption
from apqa.errors import StoppedError, UsageError

if TYPE_CHECKING:
    from apqa.forms.new_folder import Made


def read_folder(text: str) -> Path:
    """Read the name of the new folder. An empty one, as an unset variable leaves it, is not the current folder."""
    if not text.strip():
        raise UsageError(
            "the name of the folder is empty: name one, such as our-council, or . for the folder you are in"
        )
    return Path(text)


DirArgument = Annotated[
    Path, typer.Argument(metavar="DIR", parser=read_folder, help="The folder; it is made where there is none.")
]
NameOption = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Option("--name", metavar="NAME", help="The council's name."),
]
SetOption = Annotated[
    Optional[list[str]],  # noqa: UP045  typer reads it
    typer.Option("--set", metavar="KEY=VALUE", help="A value of authority.yaml: mailbox=…, policy.small_number.…"),
]


def init(
    folder: DirArgument,
    *,
    name: NameOption = None,
    values: SetOption = None,
    on: OnOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Make a new records folder, ready for git, editors, pull requests and CI.

    Whatever is in the folder already stays as it is. Without a name, and without a terminal to ask for one in, the
    council is a sample one.
    """
    from apqa.cli.today import today
    from apqa.forms.new_folder import make_folder
    from apqa.forms.repository import put_under_git

    made = make_folder(folder, _authority(name, values or []), on or today())
    _show(folder, made, put_under_git(folder), quiet=quiet)


def _authority(name: str | None, values: list[str]) -> dict[str, Any]:
    """Answer the data of authority.yaml: as given, as answered, or a sample that says so."""
    from apqa.forms.asking import missing
    from apqa.forms.assigned import assembled, assignments
    from apqa.forms.new_folder import SAMPLE_NAME
    from apqa.records.kinds import AUTHORITY

    pairs = assignments([*values, *([f"name={name}"] if name is not None else [])])
    if ("name",) not in dict(pairs):
        pairs.append((("name",), _asked(SAMPLE_NAME)))
    data = assembled(AUTHORITY.model, pairs)
    if lacking := missing(AUTHORITY.model, data):
        named = ", ".join(f"--set {question.key}=…" for question in lacking)
        raise UsageError(f"what was given of the authority needs {named} as well")
    return data


def _asked(sample: str) -> str:
    """Ask for the council's name where there is somebody to ask."""
    from apqa.display.terminal import is_terminal

    if not (is_terminal(sys.stdin) and is_terminal(sys.stderr)):
        return sample
    try:
        return str(typer.prompt("The council's name", default=sample, err=True))
    except typer.Abort:
        raise StoppedError("stopped, nothing was written") from None


def _show(folder: Path, made: Made, git: str, *, quiet: bool) -> None:
    """Say which files were written, which were left alone, and what comes next."""
    from apqa.display.terminal import say, write
    from apqa.forms.repository import misplaced

    write("".join(f"{(folder / path).as_posix()}\n" for path in made.written))
    if made.left_alone:
        say(f"apqa: left as they were: {', '.join(made.left_alone)}", quiet=quiet)
    say(f"apqa: {git}", quiet=quiet)
    if moving := misplaced(folder, made.written):
        say(f"apqa: {moving}", quiet=quiet)
    say("apqa: next, put your council's values into records/authority.yaml, and run `apqa new provider`", quiet=quiet)
