"""A record in the making: what is known of it so far."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.errors import UsageError
from apqa.forms.assigned import assembled
from apqa.forms.new_id import drawn, refuse_bad_id
from apqa.forms.referring import refuse_id_about_nothing, why_at_no_site, why_to_nothing
from apqa.records.kinds import AUTHORITY, PLACEMENT

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from apqa.forms.assigned import Way
    from apqa.records.kinds import Kind


class Unfinished:
    """The id and the values a new record has so far, in the order they were given."""

    def __init__(self, kind: Kind, root: Path) -> None:
        """Begin with nothing but an id that nobody has to think of. Raises `UsageError` where that is taken."""
        self.kind, self.root = kind, root
        self.id: str | None = self._own_id()
        if self.id is not None:
            refuse_bad_id(kind, self.id, root)
        self.pairs: list[tuple[Way, str]] = []
        self.remarks: tuple[str, ...] = ()

    def _own_id(self) -> str | None:
        if self.kind is PLACEMENT:
            return drawn("PL-", {file.stem for file in (self.root / PLACEMENT.folder).glob("*.yaml")})
        return AUTHORITY.id_example if self.kind is AUTHORITY else None

    @property
    def data(self) -> dict[str, Any]:
        """Answer what is known so far, as the reader would give it."""
        return assembled(self.kind.model, self.pairs)

    def name(self, record_id: str) -> None:
        """Take an id. Raises `UsageError` where no record can have it, or where it is about one that is not there."""
        refuse_bad_id(self.kind, record_id, self.root)
        refuse_id_about_nothing(self.kind, record_id, self.root)
        if why := why_at_no_site(self.kind, record_id, self.data, self.root):
            raise UsageError(f"{record_id} would be at no site: {why}")
        self.id = record_id

    def take(self, pairs: Iterable[tuple[Way, str]]) -> None:
        """Take values that were given. Raises `UsageError` where one belongs nowhere, or refers to nothing."""
        for way, value in pairs:
            why = self.why_to_nothing(way, value)
            self.pairs.append((way, value))
            if why:
                raise UsageError(f"--set {'.'.join(way)}: {why}")

    def why_to_nothing(self, way: Way, value: str) -> str:
        """Say why a value refers to nothing, by itself or beside what is known; empty where it does not.

        Raises `UsageError` where it belongs nowhere.
        """
        data = assembled(self.kind.model, [*self.pairs, (way, value)])
        by_itself = why_to_nothing(self.kind, way, value, self.root)
        return by_itself or why_at_no_site(self.kind, self.id, data, self.root)

    def has(self, way: Way) -> bool:
        """Answer whether a value was given."""
        return any(given == way for given, _ in self.pairs)

    def drop(self, group: Way) -> None:
        """Forget all that is known of a group."""
        self.pairs = [pair for pair in self.pairs if pair[0][: len(group)] != group]

    def with_entry(self, way: Way) -> dict[str, Any]:
        """Answer what is known so far, with the entry at the way there though nothing is known of it."""
        data = self.data
        found: Any = data
        for name, following in zip(way, (*way[1:], ""), strict=True):
            empty: Any = [] if following.isdigit() else {}
            if isinstance(found, list):
                found += [{}] * (int(name) - len(found) + 1)
                found = found[int(name)]
            else:
                found = found.setdefault(name, empty)
        return data
