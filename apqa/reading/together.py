"""Two processes read a large folder: the other one parses a share of its files while this one does all the rest.

Threads would gain nothing, and a third process little. The other one saves time and decides nothing: what it cannot
read as plain data, and whatever it has not sent when it ends, however it ends, is read here. So what is found is
the same to the byte.
"""

from __future__ import annotations

import os
import sys
from collections import deque
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from apqa.reading.plain import NotPlain, plain_data
from apqa.reading.source import Shareable, UnreadError
from apqa.reading.text import TextTrouble, decode

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

    from apqa.reading.limits import Limits
    from apqa.reading.source import Source

    Batch = Sequence[str]

_ROUND, _OURS = 8, 3
"""Of so many files, so many are read here. The other process has more time: models are made here alone."""

_BATCH = 40
"""Files that are sent at once."""

_AHEAD = 2000
"""Files that may have come before they are needed. More would only fill the memory: the other one can wait."""

_GONE = (EOFError, OSError)
"""What a pipe raises whose other end is closed, or was closed in the middle of a batch."""


class Helped:
    """What another process reads: the files that are its share, and what has come of them and is not used yet."""

    def __init__(self, source: Shareable, pipe: Connection, batches: Iterable[Batch], patience: float) -> None:
        """Listen at a pipe for the batches, in their order, and no longer than the patience (seconds) for each."""
        self._source, self._pipe, self._patience = source, pipe, patience
        self._coming = deque(batches)
        self._share = {path for batch in self._coming for path in batch}
        self._come: dict[str, Any] = {}

    def take(self, path: str) -> Any | None:
        """Answer a file's plain data, once; none where it is to be read here."""
        if path not in self._share:
            return None
        while path not in self._come and self._coming:
            self._listen(self._patience)
        while self._coming and len(self._come) < _AHEAD and self._listen(0):
            pass
        data = self._come.pop(path, None)
        if data is not None:
            self._source.read_apart(path)
        return data

    def _listen(self, seconds: float) -> bool:
        """Take the next batch if it comes within the time, and answer whether it did.

        From whom nothing comes for as long as the patience lasts, nothing more is expected.
        """
        try:
            if self._pipe.poll(seconds):
                self._come.update(zip(self._coming[0], self._pipe.recv(), strict=True))
                self._coming.popleft()
                return True
        except _GONE:
            self._coming.clear()
        if seconds:
            self._coming.clear()
        return False


@contextmanager
def helped(source: Source, paths: Sequence[str], limits: Limits) -> Iterator[Helped | None]:
    """Have another process read a share of the files while this one reads; none where there are few, or it cannot."""
    few = len(paths) <= limits.read_alone
    if few or not isinstance(source, Shareable) or not _can_fork() or (apart := source.apart()) is None:
        yield None
        return
    share = [path for number, path in enumerate(paths) if number % _ROUND >= _OURS]
    batches = [share[start : start + _BATCH] for start in range(0, len(share), _BATCH)]
    with _another_process(apart, batches) as pipe:
        yield Helped(source, pipe, batches, limits.patience) if pipe else None


@contextmanager
def _another_process(source: Source, batches: Iterable[Batch]) -> Iterator[Connection | None]:
    """Start a process that reads, and end it; answer the pipe to listen at, or none where there is no room for it."""
    from multiprocessing import get_context

    fork = get_context("fork")
    here, there = fork.Pipe(duplex=False)
    other = fork.Process(target=_work, args=(source, batches, there, here), daemon=True)
    with here:
        with there:
            started = _starts(other)
        try:
            yield here if started else None
        finally:
            if started:
                other.kill()
                other.join()


def _starts(process: BaseProcess) -> bool:
    try:
        process.start()
    except OSError:
        return False
    return True


def _can_fork() -> bool:
    """Answer whether a second process can be had, is safe to have, and has a processor to run on."""
    if not hasattr(os, "fork") or sys.platform == "darwin":
        # Windows has no such call, and what macOS itself loads does not expect it.
        return False
    from threading import active_count

    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors > 1 and active_count() == 1


def _work(source: Source, batches: Iterable[Batch], pipe: Connection, not_ours: Connection) -> None:
    """Be the other process: read and send, until all is sent or nobody listens any more."""
    from signal import SIG_IGN, SIGINT, signal

    # Who stops a command stops this process with it: it has nothing to say about that.
    signal(SIGINT, SIG_IGN)
    # While this end is open here too, nobody could tell this process that the other one is gone.
    not_ours.close()
    send(source, batches, pipe)


def send(source: Source, batches: Iterable[Batch], pipe: Connection) -> None:
    """Read batches of files and send what comes of each, until nobody listens any more."""
    try:
        for batch in batches:
            pipe.send([plain_or_nothing(source, path) for path in batch])
    except Exception:  # noqa: BLE001 - what else went wrong goes wrong once more where the rest is read, and is said there
        return


def plain_or_nothing(source: Source, path: str) -> Any | None:
    """Read one file as plain data; none where there is anything to be said of it."""
    try:
        return plain_data(decode(source.read(path)))
    except (UnreadError, TextTrouble, NotPlain):
        return None
