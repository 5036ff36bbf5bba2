"""Two processes read a large folder: the other one parses a share of its files while this one does all the rest.

Threads would gain nothing, and a third process little. The other one saves time and decides nothing: what it cannot
read as plain data, and whatever it has not sent when it ends, however it ends, is read here. So what is found is
the same to the byte.
"""

from __future__ import annotations

import os
from collections import deque
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from apqa.reading.plain import NotPlain, plain_data
from apqa.reading.source import Shareable, UnreadError
from apqa.reading.text import TextTrouble, decode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from apqa.reading.limits import Limits
    from apqa.reading.source import Source

    Batch = Sequence[str]

_ROUND, _OURS = 8, 3
"""Of so many files, so many are read here. The other process has more time: models are made here alone."""

_BATCH = 40
"""Files that are sent at once."""

_UNUSED = 2000
"""Files that may have arrived before they are needed. More would only fill the memory: the other one can wait."""

_PART = 1 << 16
_HEAD = 8


def plain_or_nothing(source: Source, path: str) -> Any | None:
    """Read one file as plain data; none where there is anything to be said of it."""
    try:
        return plain_data(decode(source.read(path)))
    except (UnreadError, TextTrouble, NotPlain):
        return None


class Helper:
    """What another process reads: the files that are its share, and what has come of them and is not used yet."""

    def __init__(self, source: Shareable, pid: int, pipe: int, batches: Iterable[Batch], patience: float) -> None:
        """Listen at a pipe for the batches, in their order."""
        from select import POLLIN, poll

        self._source, self._pid, self._pipe, self._patience = source, pid, pipe, patience
        self._coming = deque(batches)
        self._share = {path for batch in self._coming for path in batch}
        self._arrived: dict[str, Any] = {}
        self._bytes = bytearray()
        self._poll = poll()
        self._poll.register(pipe, POLLIN)

    def take(self, path: str) -> Any | None:
        """Answer a file's plain data, once; none where it is to be read here."""
        if self._coming and len(self._arrived) < _UNUSED:
            self._listen(0)
        if path not in self._share:
            return None
        while path not in self._arrived and self._coming:
            self._listen(self._patience)
        data = self._arrived.pop(path, None)
        if data is not None:
            self._source.read_apart(path)
        return data

    def close(self) -> None:
        """Stop listening. The other process has ended by then, or there is no use for it any more."""
        if self._coming:
            self._give_up()
        os.close(self._pipe)
        with suppress(ChildProcessError):
            os.waitpid(self._pid, 0)

    def _listen(self, seconds: float) -> None:
        """Take what has come, or comes within the time. From whom nothing comes any more, nothing is expected."""
        if not self._poll.poll(seconds * 1000):
            if seconds:
                self._give_up()
            return
        part = os.read(self._pipe, _PART)
        if part:
            self._bytes += part
            self._unpack()
        else:
            self._coming.clear()

    def _unpack(self) -> None:
        from pickle import loads

        while len(self._bytes) >= _HEAD:
            end = _HEAD + int.from_bytes(self._bytes[:_HEAD], "big")
            if len(self._bytes) < end:
                return
            data = loads(self._bytes[_HEAD:end])  # noqa: S301 - it comes from a process of our own
            del self._bytes[:end]
            self._arrived.update(zip(self._coming.popleft(), data, strict=True))

    def _give_up(self) -> None:
        """End the other process, and expect nothing of it."""
        from signal import SIGKILL

        self._coming.clear()
        with suppress(ProcessLookupError):
            os.kill(self._pid, SIGKILL)


@contextmanager
def helped(source: Source, paths: Sequence[str], limits: Limits) -> Iterator[Helper | None]:
    """Have another process read a share of the files while this one reads; none where there are few, or it cannot."""
    helper = _helper(source, paths, limits)
    try:
        yield helper
    finally:
        if helper is not None:
            helper.close()


def _helper(source: Source, paths: Sequence[str], limits: Limits) -> Helper | None:
    if not isinstance(source, Shareable) or len(paths) <= limits.read_alone or not _can_fork():
        return None
    apart = source.apart()
    if apart is None:
        return None
    share = [path for number, path in enumerate(paths) if number % _ROUND >= _OURS]
    batches = [share[start : start + _BATCH] for start in range(0, len(share), _BATCH)]
    try:
        started = _forked(lambda pipe: send(apart, batches, pipe))
    except OSError:
        return None
    return Helper(source, *started, batches, limits.patience)


def _can_fork() -> bool:
    """Answer whether a second process can be had, is safe to have, and has a processor to run on."""
    if not hasattr(os, "fork"):
        return False
    from threading import active_count

    processors = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return processors > 1 and active_count() == 1


def _forked(work: Callable[[int], None]) -> tuple[int, int]:
    """Start another process that writes to a pipe. Answer its number, and the end to read from."""
    ours, theirs = os.pipe()
    try:
        pid = os.fork()
    except OSError:
        os.close(ours)
        os.close(theirs)
        raise
    if pid == 0:
        os.close(ours)
        _end_after(lambda: work(theirs))
    os.close(theirs)
    return pid, ours


def _end_after(work: Callable[[], None]) -> None:
    """Do the work of the other process and end it there and then: nothing else of this program is for it to do."""
    try:
        work()
    finally:
        os._exit(0)


def send(source: Source, batches: Iterable[Batch], pipe: int) -> None:
    """Read batches of files and write each to a pipe, its length first."""
    from pickle import HIGHEST_PROTOCOL, dumps

    for batch in batches:
        data = dumps([plain_or_nothing(source, path) for path in batch], HIGHEST_PROTOCOL)
        rest = memoryview(len(data).to_bytes(_HEAD, "big") + data)
        while rest:
            rest = rest[os.write(pipe, rest) :]
