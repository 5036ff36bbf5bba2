"""A new record's text, read back by the reader before anybody writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.errors import UsageError
from apqa.reading.loader import Library

if TYPE_CHECKING:
    from apqa.reading.source import SourceTrouble
    from apqa.records.kinds import Kind


class OneFile:
    """A source that holds a single file."""

    def __init__(self, path: str, raw: bytes) -> None:
        """Hold the file."""
        self._path, self._raw = path, raw

    @property
    def troubles(self) -> list[SourceTrouble]:
        """Answer what went wrong: nothing."""
        return []

    def paths(self, under: str = "") -> tuple[str, ...]:
        """List the file."""
        return (self._path,) if self._path.startswith(under) else ()

    def read(self, path: str) -> bytes:  # noqa: ARG002 - there is only one
        """Answer the file's bytes."""
        return self._raw


def refuse_unreadable(kind: Kind, record_id: str, text: str) -> None:
    """Read a record's text as the reader would. Raises `UsageError`, with all that is wrong, where it is no record."""
    library = Library(OneFile(kind.path(record_id), text.encode()))
    library.records.all_of(kind)
    if found := library.findings():
        said = "; ".join(finding.message for finding in found)
        raise UsageError(f"this would be no {kind.name}: {said}")
