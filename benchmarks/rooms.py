"""Where a check spends its time: by room, by rule, and by function.

    python benchmarks/rooms.py 10000 [--functions 30]

Each room's door is wrapped by a stopwatch that takes off what the rooms behind it take. The stopwatch itself costs
some per cent. What forked processes do is not seen.
"""

from __future__ import annotations

import argparse
import cProfile
import io
import pstats
import sys
import time
from collections import defaultdict
from contextlib import redirect_stdout, suppress
from functools import wraps
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

_DOORS = (
    ("list files", "apqa.reading.folder", "DiskFolder.paths"),
    ("read bytes", "apqa.reading.folder", "DiskFolder.read"),
    ("decode", "apqa.reading.text", "decode"),
    ("events", "apqa.reading.plain", "plain_data"),
    ("places", "apqa.reading.placed", "placed"),
    ("display", "apqa.display.findings.answer", "show"),
)


class Stopwatch:
    """Adds up the time spent behind each door, without what the doors behind it take."""

    def __init__(self) -> None:
        """Start with nothing."""
        self.seconds: defaultdict[str, float] = defaultdict(float)
        self._inside: list[float] = []

    def timed(self, name: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """Answer the same function with the stopwatch at its door."""

        @wraps(work)
        def door(*arguments: Any, **named: Any) -> Any:
            self._inside.append(0.0)
            started = time.perf_counter()
            try:
                return work(*arguments, **named)
            finally:
                took = time.perf_counter() - started
                self.seconds[name] += took - self._inside.pop()
                if self._inside:
                    self._inside[-1] += took

        return door

    def put_at_doors(self) -> None:
        """Wrap the doors before any other module takes hold of them."""
        for name, module, path in _DOORS:
            owner: Any = import_module(module)
            *way, last = path.split(".")
            for step in way:
                owner = getattr(owner, step)
            setattr(owner, last, self.timed(name, getattr(owner, last)))

    def put_at_models(self) -> None:
        """Wrap the door through which data become records."""
        record: Any = import_module("apqa.records.base").Record
        record.model_validate = classmethod(self.timed("model", record.model_validate.__func__))

    def put_at_rules(self) -> None:
        """Wrap every rule. A rule is a generator, so it is drawn dry behind its door."""
        for rule in import_module("apqa.rules").RULES:
            check: Any = rule.check
            drawn = wraps(check)(lambda *asked, check=check: list(check(*asked)))
            object.__setattr__(rule, "check", self.timed(f"rule {rule.name}", drawn))


def check() -> None:
    """Run the check of the records in the current folder, and leave its answer unread."""
    sys.argv = ["apqa", "check", "--on", "2026-11-23"]
    run: Any = import_module("apqa.__main__").main
    with redirect_stdout(io.StringIO()), suppress(SystemExit):
        run()


def by_room(count: int) -> str:
    """Check with the stopwatch at every door, and write what each took."""
    watch = Stopwatch()
    watch.put_at_doors()
    watch.put_at_models()
    watch.put_at_rules()
    started = time.perf_counter()
    check()
    whole = time.perf_counter() - started
    rules = {name: took for name, took in watch.seconds.items() if name.startswith("rule ")}
    rooms = {name: took for name, took in watch.seconds.items() if name not in rules}
    rooms["rules"] = sum(rules.values())
    rooms["everything else"] = whole - sum(rooms.values())
    lines = [f"{'room':44}{'s':>8}{'share':>8}{'µs a record':>13}"]
    lines += [_line(name, took, whole, count) for name, took in _dearest(rooms)]
    lines += [_line("the whole", whole, whole, count), "", "the dearest rules"]
    lines += [_line(name, took, whole, count) for name, took in _dearest(rules)[:12]]
    return "\n".join(lines)


def _dearest(costs: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(costs.items(), key=lambda each: -each[1])


def _line(name: str, took: float, whole: float, count: int) -> str:
    return f"{name:44}{took:8.2f}{took / whole:8.1%}{took / count * 1e6:13.1f}"


def by_function(shown: int) -> str:
    """Check under Python's own profiler, which slows small functions most, and write the dearest functions."""
    profiler, text = cProfile.Profile(), io.StringIO()
    profiler.runcall(check)
    pstats.Stats(profiler, stream=text).sort_stats("tottime").print_stats(shown)
    return text.getvalue()


def main() -> None:
    """Read the arguments and measure the records folder here."""
    parser = argparse.ArgumentParser(description="Where a check of the records here spends its time.")
    parser.add_argument("count", type=int, help="how many records there are")
    parser.add_argument("--functions", type=int, default=0, help="show so many of the dearest functions instead")
    asked = parser.parse_args()
    print(by_function(asked.functions) if asked.functions else by_room(asked.count))


if __name__ == "__main__":
    main()
