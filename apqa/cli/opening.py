"""Opening the records folder a command is about."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from apqa import __version__
from apqa.display.answer import Header
from apqa.errors import UnreadableRecordsError, UsageError

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.reading.loader import Library
    from apqa.records.base import Record
    from apqa.records.kinds import Kind

R = TypeVar("R", bound="Record")


@dataclass(frozen=True, slots=True)
class Opened:
    """The records a command asks, and the day it asks about."""

    root: Path
    library: Library
    situation: Situation

    def header(self, command: str) -> Header:
        """Answer the head of every answer: the command, the day, the records."""
        return Header(version=__version__, command=command, on=self.situation.on, records=str(self.root))

    def record(self, kind: Kind, record_id: str) -> Record:
        """Answer the record of that id.

        Raises `UnreadableRecordsError` where it is there and cannot be read, `UsageError`, with the nearest id,
        where it is not there.
        """
        records = self.situation.records
        found = next((each for each in records.all_of(kind) if each.id == record_id), None)
        if found is not None:
            return found
        if record_id in records.unreadable(kind):
            raise UnreadableRecordsError(
                f"the record of {record_id} cannot be read, so nothing can be said of it: "
                f"run `apqa check {kind.path(record_id)}` to see why"
            )
        near = get_close_matches(record_id, [each.id for each in records.all_of(kind)], n=1, cutoff=0.5)
        hint = f": did you mean {near[0]}?" if near else f"; the records are in {self.root}"
        raise UsageError(f"there is no {kind.name} {record_id}{hint}")


def records_folder(named: Path | None) -> Path:
    """Answer the records folder: the one named, or the nearest one from the current folder up."""
    from apqa.reading.folder import AUTHORITY, RECORDS, find_records_folder

    if named is None:
        found = find_records_folder(Path.cwd())
        if found is None:
            raise UnreadableRecordsError(
                "no records folder here or above: go to one, name it with --records, or make one with `apqa init`"
            )
        return found
    if not named.is_dir():
        raise UnreadableRecordsError(f"there is no folder {named}")
    return named / RECORDS if (named / RECORDS).is_dir() and not (named / AUTHORITY).is_file() else named


def open_records(named: Path | None, on: date | None) -> Opened:
    """Open the records folder for a question about a day; today where none is named."""
    from apqa.cli.today import today
    from apqa.questions.situation import Situation
    from apqa.reading.folder import DiskFolder
    from apqa.reading.loader import Library

    root = records_folder(named)
    library = Library(DiskFolder(root))
    return Opened(root, library, Situation(library.records, on or today()))
