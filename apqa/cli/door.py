"""The one boundary at which an error becomes a sentence and an exit status."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from apqa.display.terminal import say
from apqa.errors import ApqaError, ExitStatus

if TYPE_CHECKING:
    from collections.abc import Callable

_DEBUG = "--debug"


def guarded(run: Callable[[], object]) -> int:
    """Run the command line and answer its exit status. No traceback reaches a user, unless with `--debug`."""
    try:
        run()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else int(stop.code is not None)
    except ApqaError as error:
        say(f"apqa: {error}")
        return error.exit_status
    except KeyboardInterrupt:
        say("apqa: stopped")
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitStatus.NOTHING_FOUND
    except Exception as error:  # noqa: BLE001  our own bug, said in one sentence instead of a traceback
        if _DEBUG in sys.argv:
            raise
        say(
            f"apqa: this is a fault of apqa itself ({type(error).__name__}), not of your records. "
            "Run the command again with --debug and send what it prints to whoever looks after apqa for you."
        )
        return ExitStatus.BUG
    return ExitStatus.NOTHING_FOUND
