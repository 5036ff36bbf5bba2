"""Opening the records folder a command is about."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, cast

from apqa import __version__
from apqa.display.answer import Header
from apqa.errors import UnreadableRecordsError, UsageError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from apqa.finding import Finding
    from apqa.questions.situation import Situation
    from apqa.reading.loader import Library
    from apqa.reading.source import Source
    from apqa.records.base import Record
    from apqa.records.kinds import Kind
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider


@dataclass(frozen=True, slots=True)
class Opened:
    """The records a command asks, and the day it asks about."""

    root: Path
    library: Library
    situation: Situation

    def header(self, command: str) -> Header:
        """Answer the head of every answer: the command, the day, the records."""
        return Header(version=__version__, command=command, on=self.situation.on, records=str(self.root))

    @property
    def way_from_here(self) -> str:
        """Answer the way from the current folder to the records folder, or its whole path where no way leads there."""
        folder = self.root.resolve()
        try:
            way = Path(os.path.relpath(folder, Path.cwd().resolve())).as_posix()
        except ValueError:  # another drive of Windows
            way = folder.as_posix()
        return "" if way == "." else f"{way}/"

    @property
    def way_to_here(self) -> str:
        """Answer the way from the records folder to the current folder; none where that is not a folder in it."""
        here, folder = Path.cwd().resolve(), self.root.resolve()
        return here.relative_to(folder).as_posix() if folder in here.parents else ""

    def provider(self, provider_id: str) -> Provider:
        """Answer the provider of that id, or raise as `record` does."""
        from apqa.records.kinds import PROVIDER

        return cast("Provider", self.record(PROVIDER, provider_id))

    def placement(self, placement_id: str) -> Placement:
        """Answer the placement of that id, or raise as `record` does."""
        from apqa.records.kinds import PLACEMENT

        return cast("Placement", self.record(PLACEMENT, placement_id))

    def record(self, kind: Kind, record_id: str) -> Record:
        """Answer the record of that id.

        Raises `UnreadableRecordsError`, with what was found in its file, where it is there and cannot be read;
        `UsageError`, with the nearest id, where it is not there.
        """
        if not record_id.strip():
            raise UsageError(f"the id of the {kind.name} is empty: give one such as {kind.id_example}")
        records = self.situation.records
        found: Record | None = records.one(kind, record_id)
        if found is not None:
            return found
        unread = records.unreadable(kind, record_id)
        hiding = [kind.path(record_id)] if record_id in unread else [each for each in unread if each == kind.folder]
        if hiding:
            met = [each for each in self.library.findings() if each.place.path in hiding]
            raise cannot_be_read(f"the record of {record_id} cannot be read, so nothing can be said of it", met)
        self._refuse_of_other_kind(kind, record_id)
        raise UsageError(f"there is no {kind.name} {record_id}{self._hint(records.all_of(kind), record_id)}")

    def _refuse_of_other_kind(self, kind: Kind, record_id: str) -> None:
        """Say which question is meant, where a placement's id stands for a provider's or the other way round."""
        from apqa.records.kinds import PLACEMENT, PROVIDER

        other = PROVIDER if kind is PLACEMENT else PLACEMENT
        if self.situation.records.one(other, record_id) is not None:
            raise UsageError(f"{record_id} is a {other.name}: ask `apqa check-{other.key} {record_id}`")

    def unread(self, *asked: tuple[Kind, str]) -> tuple[str, ...]:
        """Name the files that could not be read, of the kinds given and of those of them that may mention a word."""
        from apqa.questions.unread import path_of

        unreadable = self.situation.records.unreadable
        paths = (path_of(kind, each) for kind, about in asked for each in unreadable(kind, about))
        return tuple(dict.fromkeys(paths))

    def _hint(self, records: Iterable[Record], asked: str) -> str:
        """Name the record that is nearest to what was asked, by its id or its name."""
        ids = {each.id.lower(): each.id for each in records}
        names = {str(getattr(each, "name", each.id)).lower(): each.id for each in records}
        near = get_close_matches(asked.lower(), [*ids, *names], n=1, cutoff=0.5)
        return f": did you mean {(ids | names)[near[0]]}?" if near else f"; the records are in {self.root}"


def cannot_be_read(sentence: str, findings: Iterable[Finding]) -> UnreadableRecordsError:
    """Put what was found in a file that cannot be read behind the sentence that says so."""
    from apqa.display import terminal
    from apqa.display.findings.answer import Findings
    from apqa.display.findings.text import text_findings

    met = Findings(Header(version=__version__, command=""), tuple(findings))
    width = terminal.width() if terminal.is_terminal(sys.stderr) else None
    return UnreadableRecordsError(f"{sentence}:\n\n{text_findings(met, width=width).rstrip()}")


def records_folder(named: Path | None) -> Path:
    """Answer the records folder: the one named, or the nearest one from the current folder up."""
    from apqa.display import terminal
    from apqa.reading.folder import find_records_folder, is_there, passed_over

    found = find_records_folder(Path.cwd()) if named is None else _folder_of(named)
    if looked_at := found or named:
        refuse_shut(looked_at)
    if found:
        if named is None and (nearer := passed_over(Path.cwd(), found)):
            terminal.say(f"apqa: {nearer} holds no authority.yaml, so this is asked of {found}")
        return found
    if named is None:
        raise UnreadableRecordsError(
            "no records folder here or above: go to one, name it with --records, or make one with `apqa init`"
        )
    said = f"{named} is a file, not a folder" if is_there(named) else f"there is no folder {named}"
    raise UnreadableRecordsError(f"{said}: name the records folder, or a folder that holds it")


def refuse_shut(path: Path) -> None:
    """Refuse a path that leads through a folder this user may not enter, or to one that may not be read."""
    from apqa.reading.folder import first_shut

    if shut := first_shut(path):
        raise UnreadableRecordsError(
            f"{shut} may not be opened by this user: ask whoever keeps the computer for the right to read it"
        )


def _folder_of(named: Path) -> Path | None:
    """Answer the records folder that was named, or that lies in the folder named; none where that is no folder."""
    from apqa.reading.folder import AUTHORITY, RECORDS, is_file, is_folder

    inside = is_folder(named / RECORDS) and not is_file(named / AUTHORITY)
    return (named / RECORDS if inside else named) if is_folder(named) else None


def open_records(named: Path | None, on: date | None, watch: Callable[[Source], Source] | None = None) -> Opened:
    """Open the records folder for a question about a day; today where none is named.

    Whoever wants to watch the reading puts a source of its own around the folder.
    """
    from apqa.questions.situation import Situation
    from apqa.reading.folder import DiskFolder
    from apqa.reading.loader import Library

    root = records_folder(named)
    folder: Source = DiskFolder(root)
    library = Library(watch(folder) if watch else folder)
    if not library.files and not _hides_a_record(library):
        raise UnreadableRecordsError(
            f"there is no record in {root}: is that the records folder? `apqa init` makes a new one"
        )
    return Opened(root, library, Situation(library.records, on or _today()))


def _today() -> date:
    from apqa.cli.today import today

    return today()


def _hides_a_record(library: Library) -> bool:
    """Answer whether anything was found that may keep a record from being read, where one belongs."""
    from apqa.reading.faults import READ_ALL_THE_SAME
    from apqa.reading.names import unhidden
    from apqa.records.kinds import KINDS, kind_at

    folders = {".", *(kind.folder for kind in KINDS)}
    paths = [each.place.path for each in library.findings() if each.rule not in READ_ALL_THE_SAME]
    return any(path in folders or kind_at(unhidden(path)) for path in paths)
