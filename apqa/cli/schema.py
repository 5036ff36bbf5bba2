"""`apqa schema`: the schemas for editors."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_kinds
from apqa.cli.options import DebugOption, QuietOption, RecordsOption, given_path
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
    typer.Option(
        "--output",
        "-o",
        metavar="DIR",
        parser=given_path,
        help="The folder: schemas/ beside the records folder if left out.",
    ),
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

    With a kind of record alone it prints that one; with --output it writes only that one, and with --check it looks
    only at that one. With --check the exit status is 1 where a file says something else than the models do.
    """
    from apqa.display.terminal import say, write
    from apqa.forms.schemas import schema_text

    asked = named_kind(kind) if kind is not None else None
    if asked and output is None and not check:
        write(schema_text(asked))
        return
    folder = output or _folder(records)
    wrong = _wrong(folder, asked)
    if check:
        write("".join(f"{name}\n" for name in wrong))
        say(f"apqa: {_how_far(wrong, folder)}", quiet=quiet)
        raise typer.Exit(ExitStatus.FOUND if wrong else ExitStatus.NOTHING_FOUND)
    written = _write(folder, wrong)
    say(f"apqa: {f'wrote {_schemas(written)} to' if written else 'nothing to write in'} {folder}", quiet=quiet)


def _wrong(folder: Path, kind: Kind | None) -> list[str]:
    """Answer the names of the schemas that are out of step: of a kind alone where one is named."""
    from apqa.forms.schemas import out_of_step
    from apqa.records.schema.generate import file_name

    return [name for name in out_of_step(folder) if kind is None or name == file_name(kind)]


def _how_far(wrong: list[str], folder: Path) -> str:
    """Say how many schemas are out of step with the models."""
    if not wrong:
        return f"the schemas in {folder} are in step with the models"
    are = "is" if len(wrong) == 1 else "are"
    return f"{len(wrong)} of the schemas in {folder} {are} out of step with the models: run `apqa schema`"


def _schemas(number: int) -> str:
    return "1 schema" if number == 1 else f"{number} schemas"


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
    """Answer the folder of the schemas: beside the records, else the nearest one there is."""
    from apqa.cli.opening import records_folder
    from apqa.errors import UnreadableRecordsError

    try:
        return records_folder(records).parent / SCHEMAS
    except UnreadableRecordsError:
        if records is not None:
            raise
    here = Path.cwd()
    if found := next((up / SCHEMAS for up in (here, *here.parents) if (up / SCHEMAS).is_dir()), None):
        return found
    raise UsageError("neither records nor a folder of schemas here or above: name the folder, as in --output schemas")


def _write(folder: Path, wrong: list[str]) -> int:
    """Write the schemas that are out of step, and answer how many."""
    from apqa.forms.schemas import schema_files
    from apqa.writing.outfile import write_whole

    folder.mkdir(parents=True, exist_ok=True)
    changed = [(name, text) for name, text in schema_files().items() if name in wrong]
    for name, text in changed:
        write_whole(folder / name, text.encode())
    return len(changed)
