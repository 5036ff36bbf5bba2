"""`apqa new`: a new record."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Optional

import typer

from apqa.cli.completing import complete_kinds, complete_new_ids
from apqa.cli.options import DebugOption, OnOption, QuietOption, RecordsOption
from apqa.errors import StoppedError, UsageError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import date

    from apqa.forms.unfinished import Unfinished

_PUPIL = ("pupil",)

KindArgument = Annotated[
    str, typer.Argument(metavar="KIND", autocompletion=complete_kinds, help="The kind of record: provider, visit.")
]
IdArgument = Annotated[
    Optional[str],  # noqa: UP045  typer reads it
    typer.Argument(
        metavar="[ID]",
        autocompletion=complete_new_ids,
        help="Its id, which is its file's name. A placement's is drawn.",
    ),
]
SetOption = Annotated[
    Optional[list[str]],  # noqa: UP045  typer reads it
    typer.Option("--set", metavar="KEY=VALUE", help="A value: name=…, sites.0.key=…, offer.week.days=mon,tue."),
]


def new(
    kind: KindArgument,
    record_id: IdArgument = None,
    *,
    values: SetOption = None,
    records: RecordsOption = None,
    on: OnOption = None,
    quiet: QuietOption = False,
    _debug: DebugOption = False,
) -> None:
    """Make a new record, asking for what it needs.

    In a terminal it asks question by question. Without one, everything it needs is given with --set. What may stand in
    the record besides is in it as comments. Nothing is written over, and nothing is written that apqa cannot read or
    that refers to a record that is not there: a provider comes before its placements. A visit to come is filled in with
    what is due and what to look at; what is given with --set stands instead.
    """
    from apqa.cli.opening import records_folder
    from apqa.cli.schema import named_kind
    from apqa.cli.today import today
    from apqa.forms.assigned import assignments
    from apqa.forms.unfinished import Unfinished

    record = Unfinished(named_kind(kind), records_folder(records))
    if record_id is not None:
        record.name(record_id)
    record.take(assignments(values or []))
    asked = _is_terminal()
    try:
        notes = [*_complete(record, on or today(), in_terminal=asked)]
        written = _write(record, on or today(), answered=asked)
    except (typer.Abort, KeyboardInterrupt):
        raise StoppedError("stopped, nothing was written") from None
    _tell(record, written, notes, quiet=quiet)


def _is_terminal() -> bool:
    from apqa.display.terminal import is_terminal

    return is_terminal(sys.stdin) and is_terminal(sys.stderr)


def _complete(record: Unfinished, on: date, *, in_terminal: bool) -> Iterator[str]:
    """Ask for what is missing, or refuse with all of it where there is nobody to ask. Answer what to say of it."""
    from apqa.forms.referring import pupils
    from apqa.records.kinds import PLACEMENT

    known = pupils(record.root) if record.kind is PLACEMENT else frozenset()
    given = dict(record.pairs).get(_PUPIL)
    if in_terminal:
        from apqa.cli.asking import Interview

        Interview(record).ask_id()
    notes = [*_prepare(record, on)]
    yield from notes
    if in_terminal:
        Interview(record).hold()
    else:
        _complete_alone(record, known, notes)
    pupil = dict(record.pairs).get(_PUPIL)
    if record.kind is PLACEMENT and pupil not in known:
        yield f"no other placement here is of {pupil}" if given else _drawn(str(pupil))


def _prepare(record: Unfinished, on: date) -> Iterator[str]:
    """Fill in of a visit to come what follows from the records. Answer what to say of it."""
    from apqa.records.kinds import VISIT

    if record.kind is VISIT and record.id is not None:
        from apqa.cli.new_visit import prepare

        yield from prepare(record, on)
    elif record.kind is VISIT:
        yield "with the day of a visit to come in its id, its type, status and lead are filled in by themselves"


def _drawn(pupil: str) -> str:
    return (
        f"the pupil is new to these records and got the reference {pupil}: note it in the list that says who it is. "
        "--set pupil=… names a pupil who is in them already"
    )


def _complete_alone(record: Unfinished, pupils: Collection[str], notes: Iterable[str]) -> None:
    """Draw a reference for a pupil who has none, and refuse where anything else is missing, with what is to say."""
    from apqa.forms.asking import missing
    from apqa.forms.new_id import drawn
    from apqa.records.kinds import PLACEMENT

    kind = record.kind
    if kind is PLACEMENT and not record.has(_PUPIL):
        record.take([(_PUPIL, drawn("P-", pupils))])
    lacking = missing(kind.model, record.data)
    named = [f"its id, such as {kind.id_example}, after the kind"] if record.id is None else []
    named += [f"--set {question.key}=…" for question in lacking]
    if named:
        needs = f"without a terminal to ask in, a new {kind.name} still needs {', '.join(named)}"
        raise UsageError("; ".join((needs, *notes)))


def _write(record: Unfinished, on: date, *, answered: bool) -> Path:
    """Write the record, once the reader has read it back. Answers somebody gave are not lost where it cannot be."""
    from apqa.forms.accepted import refuse_unreadable
    from apqa.forms.fresh_file import write_fresh
    from apqa.forms.new_record import record_text

    record_id = str(record.id)
    text = record_text(record.kind, record_id, record.data, record.root, on, record.remarks)
    try:
        refuse_unreadable(record.kind, record_id, text)
    except UsageError:
        if answered:
            _keep_answers(record)
        raise
    target = record.root / record.kind.path(record_id)
    write_fresh(target, text)
    return target


def _tell(record: Unfinished, written: Path, notes: Iterable[str], *, quiet: bool) -> None:
    """Say which file was written, and what is worth knowing about it."""
    from apqa.display.terminal import say, write
    from apqa.forms.new_record import SCHEMAS

    write(f"{_seen_from_here(written)}\n")
    for note in notes:
        say(f"apqa: {note}", quiet=quiet)
    if not (record.root.parent / SCHEMAS).is_dir():
        say("apqa: editors find no schemas beside the records: `apqa schema` writes them", quiet=quiet)


def _keep_answers(record: Unfinished) -> None:
    """Say how to give the answers again: in one line, however long, so that it can be copied."""
    from apqa.display.terminal import say

    given = " ".join(f"--set {_quoted('.'.join(way) + '=' + value)}" for way, value in record.pairs)
    say(f"\nTo go on from your answers: apqa new {record.kind.key} {record.id} {given}", whole=True)


def _quoted(text: str) -> str:
    """Quote a value for the terminal of this computer. PowerShell knows other quotation marks than the rest."""
    from shlex import quote

    if os.name != "nt":
        return quote(text)
    return "'" + text.replace("'", "''") + "'"


def _seen_from_here(path: Path) -> Path:
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
