"""`apqa schema`: the schemas for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_kinds
from apqa.cli.options import DebugOption, QuietOption, RecordsOption
from apqa.errors import ExitStatus, UsageError

if TYPE_CHECKING:
    from apqa.records.kinds import Kind

SCHEMAS = "schemas"


KindArgument = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Argument(metavar="[KIND]", autocompletion=complete_kinds, help="Print this kind's schema: provider, visit."),
]
CheckOption = Annotated[bool, typer.Option("--check", help="Write nothing; say which schemas are out of step.")]
FolderOption = Annotated[
    Optional[Path],  # noqa: UP045  typer reads it
    typer.Option("--output", "-o", metavar="DIR", help="The folder: schemas/ beside the records folder if left out."),
]


def schema(
    kind: KindArgument = None,
    *,
    check: CheckOption = False,
    output: FolderOption = None,
    records: RecordsOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Write the schemas by which editors complete, explain and check records.

    With a kind of record it prints that one. With --check the exit status is 1 where a file says something else than
    the models do.
    """
    from apqa.display.terminal import say, write
    from apqa.forms.schemas import out_of_step, schema_text

    if kind is not None:
        write(schema_text(named_kind(kind)))
        return
    folder = output or _folder(records)
    if check:
        wrong = out_of_step(folder)
        write("".join(f"{name}\n" for name in wrong))
        talk = f"{len(wrong)} out of step with the models: run `apqa schema`" if wrong else "in step with the models"
        say(f"apqa: the schemas in {folder} are {talk}", quiet=quiet)
        raise typer.Exit(ExitStatus.FOUND if wrong else ExitStatus.NOTHING_FOUND)
    written = _write(folder)
    say(f"apqa: {f'wrote {written} schemas to' if written else 'nothing to write in'} {folder}", quiet=quiet)


def named_kind(name: str) -> Kind:
    """Answer the kind of record of that name; `UsageError`, with the nearest, where there is none."""
    from apqa.cli.explain import nearest
    from apqa.records.kinds import KINDS, kind_named

    kind = kind_named(name.strip().lower().replace(" ", "-").replace("_", "-"))
    if kind is None:
        keys = [each.key for each in KINDS]
        near = nearest(name, keys) or f": it is one of {', '.join(keys)}"
        raise UsageError(f"there is no kind of record {name}{near}")
    return kind


def _folder(records: Path | None) -> Path:
    """Answer the folder of the schemas: beside the records, else the nearest one there is, else one here."""
    from apqa.cli.opening import records_folder
    from apqa.errors import UnreadableRecordsError

    here = Path.cwd()
    try:
        return records_folder(records).parent / SCHEMAS
    except UnreadableRecordsError:
        if records is not None:
            raise
        return next((up / SCHEMAS for up in (here, *here.parents) if (up / SCHEMAS).is_dir()), here / SCHEMAS)


def _write(folder: Path) -> int:
    """Write the schemas that are out of step, and answer how many."""
    from apqa.display.outfile import write_whole
    from apqa.forms.schemas import out_of_step, schema_files

    folder.mkdir(parents=True, exist_ok=True)
    wrong = out_of_step(folder)
    changed = [(name, text) for name, text in schema_files().items() if name in wrong]
    for name, text in changed:
        write_whole(folder / name, text.encode())
    return len(changed)
