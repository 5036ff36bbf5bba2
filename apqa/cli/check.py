"""`apqa check`: every record against every rule."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_paths
from apqa.cli.options import (
    DebugOption,
    FindingsForm,
    FindingsFormOption,
    LevelOption,
    OnOption,
    OutputOption,
    QuietOption,
    RecordsOption,
    given_path,
)
from apqa.errors import ExitStatus, UsageError
from apqa.finding import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.cli.opening import Opened
    from apqa.finding import Finding
    from apqa.rule import Rule

PathsArgument = Annotated[
    Optional[list[Path]],  # noqa: UP045  typer reads it
    typer.Argument(
        metavar="[PATH]...",
        autocompletion=complete_paths,
        parser=given_path,
        help="Show only what is found in these files or folders of the records.",
    ),
]


def check(
    paths: PathsArgument = None,
    *,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FindingsFormOption = FindingsForm.TEXT,
    output: OutputOption = None,
    level: LevelOption = Severity.CONCERN,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Check every record against every rule.

    Each fault with its place, what it rests on and what to do. Every rule always looks at all records; paths
    only choose whose faults are shown. Nothing is ever written to the records.
    """
    from apqa.cli.counting import counted
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.cli.progress import Progress
    from apqa.display.findings.answer import FORMATS, Findings
    from apqa.reading.faults import READ_ALL_THE_SAME

    with Progress(quiet=quiet) as progress:
        opened = open_records(records, on, progress.watch)
        chosen = [_inside(path, opened.root) for path in paths or ()]
        unread, found = _found(opened, chosen)
    answer = Findings(
        opened.header("check"),
        (*unread, *found),
        _asked(),
        counted(opened, chosen),
        level,
        _way_to(opened.root),
        opened.way_from_here,
        opened.way_to_here,
    )
    show(FORMATS, answer, form.value, output, quiet=quiet)
    hidden = any(each.rule not in READ_ALL_THE_SAME for each in unread)
    raise typer.Exit(ExitStatus.UNREADABLE if hidden else answer.exit_status)


def _asked() -> tuple[Rule, ...]:
    """Answer every rule that is asked: the reader's own, then those of the records, each name once."""
    from apqa.reading.faults import READING_RULES
    from apqa.rules import RULES

    return tuple({rule.name: rule for rule in (*READING_RULES, *RULES)}.values())


def _found(opened: Opened, chosen: list[str]) -> tuple[list[Finding], list[Finding]]:
    """Answer what the reader found, and what the rules found in all that could be read."""
    from apqa.rules.run import findings

    opened.library.read_all()
    unread = opened.library.findings()
    return _below(unread, chosen), _below(findings(opened.situation, opened.library.place), chosen)


def _below(found: Iterable[Finding], chosen: list[str]) -> list[Finding]:
    """Answer the findings in the files and folders that were chosen; all where none was."""
    from apqa.cli.counting import is_chosen

    return [each for each in found if is_chosen(each.place.path, chosen)]


def _inside(path: Path, root: Path) -> str:
    """Answer the way from the records folder to a path, given from here or from the records folder."""
    from apqa.reading.folder import is_there

    top = root.resolve()
    ways = [(Path.cwd() / path).resolve(), (top / path).resolve()]
    there = [way for way in ways if is_there(way)]
    if not there:
        raise UsageError(f"there is no {path}, neither here nor in the records folder {root}")
    inside = [way for way in there if way.is_relative_to(top)]
    if not inside:
        raise UsageError(f"{path} lies outside the records folder {root}")
    way = inside[0].relative_to(top).as_posix()
    return "" if way == "." else way


def _way_to(root: Path) -> str:
    """Answer the way from the top of the repository to the records folder, or from here where there is none."""
    folder = root.resolve()
    tops = [each for each in (folder, *folder.parents) if (each / ".git").exists()]
    top = tops[0] if tops else Path.cwd()
    way = folder.relative_to(top).as_posix() if folder.is_relative_to(top) else "."
    return "" if way == "." else f"{way}/"
