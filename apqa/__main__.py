"""The door: `apqa` and `python -m apqa`."""

from __future__ import annotations

import gc
import os
import sys

# A run is over before garbage would matter, and the collector's look-ups cost a third of the start.
gc.disable()

# Pydantic otherwise looks through every installed package for plugins: slow, and theirs could change what is valid.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def main() -> None:
    """Run the command line, and turn whatever happens into an exit status and at most one sentence."""
    if sys.stdout is None or sys.stderr is None:
        # Whoever started us closed our output: there is nowhere to say anything.
        sys.exit(4)
    from apqa.cli.door import guarded

    status = guarded(_run)
    # Python looks for garbage once more before it ends, which costs a tenth of a short run: there is nothing to gain.
    gc.freeze()
    sys.exit(status)


def _run() -> None:
    from apqa.cli.app import app

    app(prog_name="apqa")


if __name__ == "__main__":
    main()
