"""The door: `apqa` and `python -m apqa`."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line, and turn whatever happens into an exit status and at most one sentence."""
    if sys.stdout is None or sys.stderr is None:
        # Whoever started us closed our output: there is nowhere to say anything.
        sys.exit(4)
    _listen_for_ctrl_c()
    from apqa.cli import start

    start.spare_the_garbage()
    start.make_methods_of_dataclasses_late()
    start.leave_hints_as_text()
    start.without_plugins()
    start.without_what_is_seldom_used()
    start.make_room_in(_answered)
    status = _answered()
    start.spare_the_last_garbage()
    sys.exit(status)


def _listen_for_ctrl_c() -> None:
    """Have Ctrl+C stop the run in one line from here on; before that, it stops it without a word."""
    try:
        from apqa.cli.stopping import end_at_once

        end_at_once()
    except KeyboardInterrupt:
        sys.exit(130)


def _answered() -> int:
    """Let the command line answer, and answer its exit status."""
    from apqa.cli.door import guarded

    return guarded(_run)


def _run() -> None:
    from apqa.cli.app import app
    from apqa.cli.stopping import in_the_midst_of

    in_the_midst_of(lambda: app(prog_name="apqa"))


if __name__ == "__main__":
    main()
