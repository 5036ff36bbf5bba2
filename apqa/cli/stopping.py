"""What Ctrl+C does: it stops apqa, at any moment, in one line instead of a traceback."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

from apqa.errors import ExitStatus

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import FrameType

_LOADER = "<frozen importlib"
"""What Python calls the files of its own that load modules. An error raised there may be lost, or said by itself."""

_STDERR = 2


def end_at_once() -> None:
    """Have Ctrl+C end apqa there and then: nothing is written yet, or all of it is."""
    _hear(_end)


def in_the_midst_of(run: Callable[[], object]) -> None:
    """Run a command that Ctrl+C stops as an exception, so that it can take away what it has half done."""
    _hear(_stop)
    try:
        run()
    finally:
        _hear(_end)


def _hear(handler: Callable[[int, FrameType | None], None]) -> None:
    """Put a handler in place, unless whoever started apqa wants it not to hear Ctrl+C."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, handler)


def _end(_number: int, _frame: FrameType | None) -> None:
    """Say so and end, past everything that Python does at the end of a run."""
    try:
        os.write(_STDERR, b"apqa: stopped\n")
    finally:
        os._exit(ExitStatus.STOPPED)


def _stop(number: int, frame: FrameType | None) -> None:
    """Raise what stops the command, or end at once where Python is loading what the command needs."""
    while frame is not None:
        if frame.f_code.co_filename.startswith(_LOADER):
            _end(number, frame)
        frame = frame.f_back
    raise KeyboardInterrupt
