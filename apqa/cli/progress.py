"""A line on stderr that says how far a long reading is: in a terminal only, and only after a second."""

from __future__ import annotations

import sys
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING, Self

from apqa.display.terminal import can_show, is_terminal
from apqa.reading.source import Shareable

if TYPE_CHECKING:
    from apqa.reading.source import Source, SourceTrouble

_PATIENCE = 1.0
"""Seconds before anything is said."""

_STEP = 0.1
_CELLS = 30
_CLEAR = "\r\x1b[2K"


class Progress:
    """How far the reading is. As a context it takes its line away again at the end."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Begin to count the seconds; say nothing where nobody looks or nobody wants it."""
        self._wanted = not quiet and is_terminal(sys.stderr)
        self._next = monotonic() + _PATIENCE
        self._drawn = False

    def watch(self, source: Source) -> Source:
        """Answer the same source, watched while it is read."""
        return _WatchedSource(source, self)

    def tell(self, done: int, files: int) -> None:
        """Say how many files are read, if it is time to."""
        if not self._wanted or monotonic() < self._next:
            return
        share = min(1.0, done / max(1, files))
        full = round(share * _CELLS)
        read, left = ("━", "─") if can_show("━─") else ("#", "-")
        self._draw(f"Reading the records  {read * full}{left * (_CELLS - full)}  {share:4.0%} of {files:,} files")

    def _draw(self, text: str) -> None:
        sys.stderr.write(_CLEAR + text)
        sys.stderr.flush()
        self._next = monotonic() + _STEP
        self._drawn = True

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Take the line away, whatever happened."""
        if self._drawn:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()


class _WatchedSource:
    """A source of records that tells how much of it is read."""

    def __init__(self, source: Source, progress: Progress) -> None:
        self._source = source
        self._progress = progress
        self._done = 0

    @property
    def troubles(self) -> list[SourceTrouble]:
        return self._source.troubles

    @cached_property
    def _files(self) -> int:
        return len(self._source.paths())

    def paths(self, under: str = "") -> tuple[str, ...]:
        return self._source.paths(under)

    def read(self, path: str) -> bytes:
        self._tell()
        return self._source.read(path)

    def apart(self) -> Source | None:
        return self._source.apart() if isinstance(self._source, Shareable) else None

    def read_apart(self, path: str) -> None:
        del path
        self._tell()

    def _tell(self) -> None:
        self._done += 1
        self._progress.tell(self._done, self._files)
