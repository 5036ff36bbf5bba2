"""Reading a draft placement from a file that need not lie among the records."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from apqa.cli.opening import cannot_be_read, refuse_shut
from apqa.errors import UsageError
from apqa.finding import Place
from apqa.questions.pupils_here import DRAFT_ID
from apqa.reading.folder import DiskFolder, is_folder, is_there
from apqa.reading.loader import Library
from apqa.reading.source import SourceTrouble
from apqa.records.kinds import PLACEMENT

if TYPE_CHECKING:
    from apqa.records.placement import Placement


class _OneFile:
    """A source that holds one file, under the name that a placement has."""

    def __init__(self, file: Path) -> None:
        """Point at the file. It is not opened yet."""
        real = file.resolve()
        self._name = real.name
        self._folder = DiskFolder(real.parent)
        self.path = PLACEMENT.path(PLACEMENT.id_of(file.name) or DRAFT_ID)

    @property
    def troubles(self) -> list[SourceTrouble]:
        """Answer what went wrong with the file."""
        return [SourceTrouble(each.rule, each.message, self.path) for each in self._folder.troubles]

    def paths(self, under: str = "") -> tuple[str, ...]:  # noqa: ARG002 - there is but one
        """List the file."""
        return (self.path,)

    def read(self, path: str) -> bytes:  # noqa: ARG002 - there is but one
        """Read the file."""
        return self._folder.read(self._name)


def read_draft(file: Path) -> Placement:
    """Read a placement from a file by the reader of all records.

    Its id is the file's name where that is one. Raises `UnreadableRecordsError` with everything that is wrong, and
    `UsageError` where there is no such file.
    """
    refuse_shut(file)
    if is_folder(file):
        raise UsageError(f"--placing: {file} is a folder: name the file that holds the placement")
    if not is_there(file):
        raise UsageError(f"--placing: there is no file {file}")
    source = _OneFile(file)
    library = Library(source)
    found = library.records.all_of(PLACEMENT)
    if not found:
        met = [replace(each, place=Place(str(file), each.place.line, each.place.column)) for each in library.findings()]
        raise cannot_be_read("the draft placement cannot be read", met)
    return cast("Placement", found[0])
