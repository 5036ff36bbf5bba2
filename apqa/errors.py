"""What stops apqa, and the exit status each reason leaves behind.

A fault in a record is never an error: it is a `Finding`, a value. An `ApqaError` means apqa cannot go on.
"""

from __future__ import annotations

from enum import IntEnum


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
