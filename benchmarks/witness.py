"""Run an apqa command and write down what it does: files opened, programs and processes started, records parsed.

    python benchmarks/witness.py LOG check --on 2026-11-23

Each event is one line of LOG, which forked processes write to as well. `benchmarks/counts.py` adds them up.
"""

from __future__ import annotations

import atexit
import os
import sys

_EVENTS = {"open": "open", "os.fork": "process", "subprocess.Popen": "process", "os.posix_spawn": "process"}


def watch(log: str) -> None:
    """Write down every event from now on."""
    descriptor = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_APPEND)

    def say(word: str, what: str) -> None:
        os.write(descriptor, f"{word} {what}\n".encode(errors="replace"))

    def hear(event: str, arguments: tuple[object, ...]) -> None:
        what = arguments[0] if arguments else ""
        # A file that is open already is wrapped by its number, which is told a second time.
        if event in _EVENTS and not isinstance(what, int):
            say(_EVENTS[event], str(what).replace("\n", " "))

    atexit.register(lambda: say("modules", str(len(sys.modules))))
    sys.addaudithook(hear)
    if "check" in sys.argv[2]:
        _count_records(say)


def _count_records(say: object) -> None:
    """Put a counter in front of the reader, before anybody else takes hold of it."""
    from apqa.reading import plain

    read = plain.plain_data

    def counted(text: str) -> object:
        say("record", "")  # type: ignore[operator]  # only called where it is one
        return read(text)

    plain.plain_data = counted


def main() -> None:
    """Watch one command."""
    watch(sys.argv[1])
    sys.argv = ["apqa", *sys.argv[2:]]
    from apqa.__main__ import main as run

    run()


if __name__ == "__main__":
    main()
