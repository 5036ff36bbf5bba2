"""What stops apqa, and the exit status each reason leaves behind.

A fault in a record is never an error: it is a `Finding`, a value. An `ApqaError` means apqa cannot go on.
"""

from __future__ import annotations

import errno
from enum import IntEnum

_WHY = {
    errno.ENOENT: "the folder is not there",
    errno.ENOTDIR: "a file stands where its folder should be",
    errno.EISDIR: "it is a folder",
    errno.EACCES: "you may not write there, or another program has it open",
    errno.EPERM: "you may not write there",
    errno.EROFS: "nothing can be written to that disk",
    errno.ENOSPC: "the disk is full",
    errno.ENAMETOOLONG: "the name is too long",
}
"""What keeps a file from being written, in plain words; the system's own are in many tongues."""


class ExitStatus(IntEnum):
    """What the command line says to the program that called it."""

    NOTHING_FOUND = 0
    FOUND = 1
    USAGE = 2
    UNREADABLE = 3
    SURROUNDINGS = 4
    BUG = 70
    STOPPED = 130
    """Somebody pressed Ctrl+C. Shells say it with this number."""


class ApqaError(Exception):
    """apqa cannot go on. The message is one plain sentence with the remedy."""

    exit_status = ExitStatus.SURROUNDINGS


class UsageError(ApqaError):
    """The question was put in a way apqa does not understand."""

    exit_status = ExitStatus.USAGE


class UnreadableRecordsError(ApqaError):
    """The records the question needs are not there or cannot be read."""

    exit_status = ExitStatus.UNREADABLE


class StoppedError(ApqaError):
    """Whoever asked has stopped apqa in the middle of it."""

    exit_status = ExitStatus.STOPPED


def why_not_written(error: OSError) -> str:
    """Say why a file could not be written."""
    return _WHY.get(error.errno or 0) or error.strerror or str(error)
