"""From the files of a records folder to records and findings.

What explains faults is loaded when there is one: most questions are asked of records in order.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from apqa.finding import Place
from apqa.reading.limits import LIMITS
from apqa.reading.mentions import Mentions, kinds_by_name, kinds_it_may_hold
from apqa.reading.names import is_hidden, unhidden
from apqa.reading.plain import NotPlain, plain_data
from apqa.reading.source import UnreadError
from apqa.reading.text import TextTrouble, decode
from apqa.records.collection import Records
from apqa.records.kinds import ACTION_PLAN, KINDS, PLACEMENT, PROVIDER, TERMLY_REPORT, VISIT, WAIVER, Kind, kind_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.finding import Finding
    from apqa.reading.limits import Limits
    from apqa.reading.placed import Placed
    from apqa.reading.source import Source
    from apqa.reading.together import Helped
    from apqa.reading.trouble import Trouble
    from apqa.records.base import Record
    from apqa.rule import Path

_EVERYTHING = "."
"""How a source names the records folder itself."""

_AFTER_DAY = len("2026-10-06-")
"""Where in the id of a visit the provider's begins."""

_CALLED_ANYTHING = (PROVIDER, WAIVER)
"""Kinds whose ids may be like those of others, so that a file which cannot be read may have come from elsewhere."""

_NO_RECORDS = frozenset({"README.md", "README.txt"})
_OWN_FOLDERS = ("templates/",)
"""Folders of the records folder that hold something else than records: a council's own templates."""


class Library:
    """The records of one source, read kind by kind as they are asked for, and what was found on the way."""

    def __init__(self, source: Source, limits: Limits = LIMITS) -> None:
        """Point at a source. Its files are listed when the first kind is asked for."""
        self._source = source
        self._limits = limits
        self._helped: Helped | None = None
        self._findings: dict[str, list[Finding]] = defaultdict(list)
        self._known: dict[str, tuple[Record | None]] = {}
        self._unread: dict[str, dict[str, str]] = defaultdict(dict)
        """By kind, the files that could not be read so far, with the ids of their records."""

        self._mentions = Mentions(source, lambda: (record_id for record_id, _ in self._shelves[PROVIDER.name]))

    @cached_property
    def records(self) -> Records:
        """Answer the records, as a collection that reads each kind when it is first asked for."""
        return Records(self)

    @cached_property
    def _shelves(self) -> dict[str, list[tuple[str, str]]]:
        """Sort the files by the kind of record that belongs where they are: the id a name gives, and the path."""
        shelves: dict[str, list[tuple[str, str]]] = defaultdict(list)
        misplaced: list[str] = []
        for path in self._source.paths():
            kind = kind_at(path)
            record_id = kind.id_of(path) if kind and path.endswith(".yaml") else None
            if kind and record_id:
                shelves[kind.name].append((record_id, path))
            elif not _holds_no_record(path):
                self._misplaced(path, kind)
                misplaced.append(path)
        listed = {path for shelf in shelves.values() for _, path in shelf}
        for path in misplaced:
            for each in kinds_it_may_hold(path, listed):
                self._unread[each.name][path] = path
        return shelves

    @cached_property
    def _named_like(self) -> dict[str, list[tuple[Kind, str, str]]]:
        """Sort the files among providers and waivers that are named like records of another kind: kind, id and path."""
        found: dict[str, list[tuple[Kind, str, str]]] = defaultdict(list)
        for kind in _CALLED_ANYTHING:
            for record_id, path in self._shelves[kind.name]:
                for each in kinds_by_name(path) if record_id[0].isdigit() else ():
                    found[each.name].append((kind, record_id, path))
        return found

    @property
    def files(self) -> int:
        """Answer how many files there are where records belong."""
        return sum(len(shelf) for shelf in self._shelves.values())

    def read_all(self) -> Records:
        """Read every record of every kind."""
        from apqa.reading.together import helped

        shelves = [self._shelves[kind.name] for kind in KINDS]
        paths = [path for shelf in shelves for _, path in shelf if path not in self._known]
        with helped(self._source, paths, self._limits) as self._helped:
            for kind in KINDS:
                self.records.all_of(kind)
        self._helped = None
        return self.records

    def findings(self) -> tuple[Finding, ...]:
        """Answer everything that was found in the files read so far, and in the folder itself."""
        found = [finding for each in self._findings.values() for finding in each]
        found += [_finding(trouble.rule, trouble.message, Place(trouble.path)) for trouble in self._source.troubles]
        return tuple(found)

    def place(self, path: str, way: Path) -> Place:
        """Answer where in a file a key or entry stands, or the nearest one around it."""
        spots = self._placed(path)
        if spots is None:
            return Place(path)
        ways = (way[:length] for length in range(len(way), 0, -1))
        found = (spots.keys.get(each) or spots.positions.get(each) for each in ways)
        return Place(path, *next((spot for spot in found if spot), spots.nearest(())))

    def _placed(self, path: str) -> Placed | None:
        if path not in self._places:
            from apqa.reading.placed import placed

            try:
                self._places[path] = placed(decode(self._source.read(path)))
            except (UnreadError, TextTrouble):
                self._places[path] = None
        return self._places[path]

    @cached_property
    def _places(self) -> dict[str, Placed | None]:
        return {}

    def _misplaced(self, path: str, kind: Kind | None) -> None:
        if is_hidden(path):
            said = "the full stop it begins with hides it, so that nobody sees it: rename it without, or take it away"
            self._find("bad-file-name", said, path)
        elif kind is None:
            folders = ", ".join(f"{each.folder}/" for each in KINDS if each.folder)
            self._find("stray-file", f"no record belongs here: records are kept in {folders}", path)
        elif path.endswith(".yaml"):
            example = kind.path(kind.id_example)
            self._find("bad-file-name", f"this is not the name of {kind.a_name}: one is named like {example}", path)
        else:
            self._find("stray-file", f"{kind.a_name} is a file that ends in .yaml", path)

    def _find(self, rule: str, message: str, path: str, line: int = 0, column: int = 0) -> None:
        self._findings[path].append(_finding(rule, message, Place(path, line, column)))

    def read(self, kind: Kind, about: str = "") -> Iterator[Record]:
        """Read the records of a kind; with `about`, those alone whose id or text mentions it."""
        model: type[Record] | None = None
        shelf = self._shelves[kind.name]
        for record_id, path in self._mentions.that_may(kind, shelf, about) if about else shelf:
            known = self._known.get(path)
            if known is None:
                model = model or kind.model
                known = self._known[path] = (self._read(record_id, path, model),)
            if known[0] is not None:
                yield known[0]
            else:
                self._unread[kind.name][path] = record_id

    def unreadable(self, kind: Kind, about: str = "") -> Iterator[str]:
        """Name the ids of the records of a kind that could not be read; with `about`, of those that may mention it."""
        for own, record_id, path in self._named_like[kind.name]:
            if all(record.id != record_id for record in self.read(own, record_id)):
                self._unread[kind.name][path] = path
        unread = [(record_id, path) for path, record_id in sorted(self._unread[kind.name].items())]
        for record_id, _ in self._mentions.that_may(kind, unread, about):
            yield record_id
        for trouble in self._source.troubles:
            if trouble.path in {_EVERYTHING, kind.folder}:
                yield trouble.path
            elif self._hides(trouble.path, kind) and (about in trouble.path or _names_nothing(kind, trouble.path)):
                yield kind.id_of(trouble.path) or trouble.path

    def unknown_providers(self) -> Iterable[str]:
        """Name the providers that placements, visits and action plans name, and that no record is of."""
        named = {self._provider_of(path) for _, path in self._shelves[PLACEMENT.name]}
        named |= {record_id[_AFTER_DAY:] for record_id, _ in self._shelves[VISIT.name]}
        named |= {record_id.partition("/")[0] for record_id, _ in self._shelves[ACTION_PLAN.name]}
        return named - {record_id for record_id, _ in self._shelves[PROVIDER.name]} - {""}

    def _provider_of(self, path: str) -> str:
        """Answer the provider a placement names; from its text, plainly, where it has not been read."""
        record = self._known.get(path, (None,))[0]
        return str(getattr(record, "provider", "")) or self._mentions.provider_of(PLACEMENT, path) or ""

    def _hides(self, path: str, kind: Kind) -> bool:
        """Answer whether what went wrong at a path keeps a record of the kind from being read."""
        return kind_at(path) is kind and path not in self._listed

    @cached_property
    def _listed(self) -> frozenset[str]:
        """Answer the paths of all files where records belong."""
        return frozenset(path for shelf in self._shelves.values() for _, path in shelf)

    def _read(self, record_id: str, path: str, model: type[Record]) -> Record | None:
        """Read one record; none, with findings, where that is not possible."""
        data = self._helped.take(path) if self._helped else None
        record = _made(record_id, data, model)
        return self._read_here(record_id, path, model) if record is None else record

    def _read_here(self, record_id: str, path: str, model: type[Record]) -> Record | None:
        """Read one record without help, and report whatever is wrong with it."""
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
            record = _made(record_id, plain_data(text), model)
        except NotPlain:
            record = None
        if record is None:
            from apqa.reading.explained import explained

            self._report(path, *explained(record_id, text, model))
        return record

    def _report(self, path: str, troubles: Iterable[Trouble], left_out: int) -> None:
        last = None
        for last in troubles:
            self._find(last.rule, last.message, path, last.line, last.column)
        if left_out and last:
            self._find(last.rule, f"and {left_out:,} more faults in this file, which are not shown", path)


def _made(record_id: str, data: dict[str, Any] | None, model: type[Record]) -> Record | None:
    """Make a record of plain data; none where there is something to be said of it."""
    if data is None or "id" in data:
        return None
    try:
        return model.model_validate({"id": record_id, **data})
    except ValidationError:
        return None


def _finding(rule: str, message: str, place: Place) -> Finding:
    from apqa.reading.faults import rule as rule_named

    return rule_named(rule).finding(message, place)


def _names_nothing(kind: Kind, path: str) -> bool:
    """Answer whether what a record is about stands in its text, or in its own name and not in that of its folder."""
    return not kind.named_by_id or (kind is TERMLY_REPORT and kind.id_of(path) is None)


def _holds_no_record(path: str) -> bool:
    return path.rpartition("/")[2] in _NO_RECORDS or path.startswith(_OWN_FOLDERS) or _is_of_a_tool(path)


def _is_of_a_tool(path: str) -> bool:
    """Answer whether a hidden file is the settings of a tool: where no record belongs, and named like none."""
    return is_hidden(path) and kind_at(unhidden(path).lower()) is None and not kinds_by_name(path)
