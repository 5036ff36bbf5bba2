"""`apqa receive`: forms that came back, read into records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from apqa.cli.due_options import ProviderOption, TermOption
from apqa.cli.options import (
    DebugOption,
    Form,
    FormOption,
    OnOption,
    OutputOption,
    QuietOption,
    RecordsOption,
    given_path,
)
from apqa.errors import ApqaError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.forms.receiving.arrival import Arrival
    from apqa.questions.received import ReceivedFile

FilesArgument = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE...", parser=given_path, help="Workbooks (.xlsx) and documents (.docx) that came back."
    ),
]
WriteOption = Annotated[bool, typer.Option("--write", help="Write the records; without it they are only shown.")]


def receive(
    files: FilesArgument,
    *,
    write: WriteOption = False,
    provider: ProviderOption = None,
    term: TermOption = None,
    on: OnOption = None,
    records: RecordsOption = None,
    form: FormOption = Form.TEXT,
    output: OutputOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Read forms that came back into records: show what would change, and write it with --write.

    Each file says which form it is, of which provider and term. Whatever is wrong is said of all files at once, by
    sheet and cell; of a file with anything wrong nothing is written, of the others all or nothing. A report becomes
    submitted on the day the form says, or on the day of --on. A report that was sent before is not changed: return it
    first. A self-assessment is recorded as received on the day of --on (council: received_on), a later version anew,
    unless the council has written more about it. Where its headcount changes whether the provider must register, that
    is said. Where a text may tell who a pupil is, that is said with its place, and the words are not repeated.

    The exit status is 1 when somebody must look: something cannot be taken, is incomplete or not filled in, or a
    provider would have to register, or a person to judge; 3 when a file is no form that can be read.
    """
    from apqa.cli.door import show
    from apqa.cli.opening import open_records
    from apqa.cli.terms import refuse_no_term
    from apqa.display.received.answer import FORMATS, ReceivedAnswer
    from apqa.forms.arrivals import arrivals
    from apqa.forms.receiving.arrival import Awaited

    opened = open_records(records, on)
    asked = refuse_no_term(term, opened) if term is not None else ""
    awaited = Awaited(opened.provider(provider).id if provider is not None else "", asked)
    found = arrivals(files, opened.situation, opened.root, awaited)
    received, failed = _written(found) if write else (tuple(each.file for each in found), False)
    answer = ReceivedAnswer(opened.header("receive"), received, write, failed)
    show(FORMATS, answer, form.value, output, quiet=quiet)
    raise typer.Exit(answer.exit_status())


def _written(found: Iterable[Arrival]) -> tuple[tuple[ReceivedFile, ...], bool]:
    """Write what can be, file by file; what keeps one from being written is said of that file."""
    from apqa.forms.arrivals import write
    from apqa.questions.received import Problem

    files, failed = [], False
    for each in found:
        try:
            files.append(write(each).file)
        except ApqaError as error:
            failed = True
            files.append(replace(each.file, problems=(Problem("", str(error)),)))
    return tuple(files), failed
