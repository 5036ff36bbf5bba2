"""Where the files of a records folder come from: a disk, or a commit."""

from __future__ import annotations

from typing import NamedTuple, Protocol, runtime_checkable


class SourceTrouble(NamedTuple):
    """What is wrong with a file or a folder, whatever is in it."""

    rule: str
    message: str
    path: str


class UnreadError(Exception):
    """A file that was listed cannot be read now. Why is among the source's troubles already."""


class Source(Protocol):
    """The files of one records folder."""

    @property
    def troubles(self) -> list[SourceTrouble]:
        """Answer what went wrong so far, in the order of the paths, each thing once."""

    def paths(self, under: str = "") -> tuple[str, ...]:
        """List the files of a folder and of the folders in it, in their order: the way to each from the records folder.

        Names are parted by `/`.
        """

    def read(self, path: str) -> bytes:
        """Read one file. Raises `UnreadError` when that is not possible."""


@runtime_checkable
class Shareable(Protocol):
    """A source that may let another process read its files."""

    def apart(self) -> Source | None:
        """Answer what a process forked from this one can read the files from; none where it cannot."""

    def read_apart(self, path: str) -> None:
        """Take note that another process has read a file."""
