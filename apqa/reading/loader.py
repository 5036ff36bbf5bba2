"""From the files of a records folder to records and findings."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from apqa.finding import Finding, Place
from apqa.reading import faults
from apqa.reading.limits import LIMITS
from apqa.reading.mistakes import mistakes
from apqa.reading.placed import Placed, placed
from apqa.reading.plain import NotPlain, plain_data
from apqa.reading.source import UnreadError
from apqa.reading.text import TextTrouble, decode
from apqa.reading.trouble import Trouble
from apqa.records.collection import Records
from apqa.records.kinds import KINDS, Kind, kind_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.reading.source import Entry, Source
    from apqa.records.base import Record
    from apqa.rule import Path

_NO_RECORDS = frozenset({"README.md", "README.txt"})
_OWN_FOLDERS = ("templates/",)
"""Folders of the records folder that hold something else than records: a council's own templates."""


class Library:
    """The records of one source, read kind by kind as they are asked for, and what was found on the way."""

    def __init__(self, source: Source) -> None:
        """Point at a source. Its files are listed when the first kind is asked for."""
        self._source = source
        self._findings: dict[str, list[Finding]] = defaultdict(list)
        self._unread: dict[str, list[str]] = defaultdict(list)
        self._read: set[str] = set()

    @cached_property
    def records(self) -> Records:
        """Answer the records, as a collection that reads each kind when it is first asked for."""
        return Records(self._records_of, lambda kind: self._unread[kind.name])

    @cached_property
    def _shelves(self) -> dict[str, list[tuple[str, Entry]]]:
        """Sort the files by the kind of record that belongs where they are, with the id their name gives."""
        shelves: dict[str, list[tuple[str, Entry]]] = defaultdict(list)
        for entry in self._source.entries():
            kind = kind_at(entry.path)
            record_id = kind.id_of(entry.path) if kind and entry.path.endswith(".yaml") else None
            if kind and record_id:
                shelves[kind.name].append((record_id, entry))
            elif not _holds_no_record(entry.path):
                self._misplaced(entry.path, kind)
        return shelves

    @property
    def files(self) -> int:
        """Answer how many files there are where records belong."""
        return sum(len(shelf) for shelf in self._shelves.values())

    def read_all(self) -> Records:
        """Read every record of every kind."""
        for kind in KINDS:
            self.records.all_of(kind)
        return self.records

    def findings(self) -> tuple[Finding, ...]:
        """Answer everything that was found in the files read so far, and in the folder itself."""
        found = [finding for each in self._findings.values() for finding in each]
        found += [
            faults.rule(trouble.rule).finding(trouble.message, Place(trouble.path)) for trouble in self._source.troubles
        ]
        return tuple(found)

    def place(self, path: str, way: Path) -> Place:
        """Answer where in a file a value stands, or the nearest thing around it."""
        spots = self._placed(path)
        return Place(path, *(spots.keys.get(way) or spots.nearest(way))) if spots else Place(path)

    def _placed(self, path: str) -> Placed | None:
        if path not in self._places:
            try:
                self._places[path] = placed(decode(self._source.read(path)))
            except (UnreadError, TextTrouble):
                self._places[path] = None
        return self._places[path]

    @cached_property
    def _places(self) -> dict[str, Placed | None]:
        return {}

    def _misplaced(self, path: str, kind: Kind | None) -> None:
        if kind is None:
            folders = ", ".join(f"{each.folder}/" for each in KINDS if each.folder)
            self._find("stray-file", f"no record belongs here: records are kept in {folders}", path)
        elif path.endswith(".yaml"):
            example = kind.path(kind.id_example)
            self._find("bad-file-name", f"this is not the name of a {kind.name}: one is named like {example}", path)
        else:
            self._find("stray-file", f"a {kind.name} is a file that ends in .yaml", path)

    def _find(self, rule: str, message: str, path: str, line: int = 0, column: int = 0) -> None:
        self._findings[path].append(faults.rule(rule).finding(message, Place(path, line, column)))

    def _records_of(self, kind: Kind) -> Iterator[Record]:
        for trouble in self._source_troubles(kind):
            self._unread[kind.name].append(trouble)
        model = kind.model
        for record_id, entry in self._shelves[kind.name]:
            record = self._record(record_id, entry.path, model)
            if record is None:
                self._unread[kind.name].append(record_id)
            else:
                yield record

    def _source_troubles(self, kind: Kind) -> Iterator[str]:
        """Name the ids of the files of a kind that the source could not even list as readable."""
        listed = {entry.path for _, entry in self._shelves[kind.name]}
        for trouble in self._source.troubles:
            if kind_at(trouble.path) is kind and trouble.path not in listed:
                yield kind.id_of(trouble.path) or trouble.path

    def _record(self, record_id: str, path: str, model: type[Record]) -> Record | None:
        """Read one record; none, with findings, where that is not possible."""
        try:
            raw = self._source.read(path)
        except UnreadError:
            return None
        try:
            text = decode(raw)
        except TextTrouble as trouble:
            self._report(path, trouble.troubles, trouble.left_out)
            return None
        try:
            data = plain_data(text)
            if "id" not in data:
                return model.model_validate({"id": record_id, **data})
        except (NotPlain, ValidationError):
            pass
        self._explain(record_id, path, model, placed(text))
        return None

    def _explain(self, record_id: str, path: str, model: type[Record], spots: Placed) -> None:
        """Find everything that is wrong with a record that could not be read."""
        self._report(path, spots.troubles, spots.left_out)
        if spots.data is None:
            return
        try:
            model.model_validate({**spots.data, "id": record_id})
        except ValidationError as error:
            found = list(mistakes(error, model, spots))
            self._report(path, found[: LIMITS.findings_per_file], max(0, len(found) - LIMITS.findings_per_file))
        if "id" in spots.data:
            said = "the id of a record is its file's name: take this line out"
            self._report(path, [Trouble("unknown-key", said, *spots.keys[("id",)])], 0)

    def _report(self, path: str, troubles: Iterable[Any], left_out: int) -> None:
        for trouble in troubles:
            self._find(*_as_finding(trouble, path))
        if left_out:
            self._find("yaml-syntax", f"and {left_out:,} more like these in this file", path)


def _as_finding(trouble: Trouble, path: str) -> tuple[str, str, str, int, int]:
    return trouble.rule, trouble.message, path, trouble.line, trouble.column


def _holds_no_record(path: str) -> bool:
    return path.rpartition("/")[2] in _NO_RECORDS or path.startswith(_OWN_FOLDERS)
