"""Counts that no noise can bend: what a command imports, opens, parses and starts."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from measure import ENVIRONMENT, UnmeasurableError

if TYPE_CHECKING:
    from rows import Bench

_WITNESS = Path(__file__).with_name("witness.py")


@dataclass(frozen=True, slots=True)
class Counts:
    """What one command did."""

    command: str
    modules: int
    files: int
    """Files opened, modules and guidance included."""

    yaml: int
    """Of these, YAML files."""

    records: int
    """Records parsed. One with a finding is read once more with places, which is not counted again."""

    processes: int


def counted(bench: Bench) -> list[Counts]:
    """Count for the commands of the table."""
    subjects = [bench.apqa("--version"), bench.apqa("--help"), bench.check(bench.records)]
    with suppress(UnmeasurableError):
        subjects.insert(2, bench.example())
    return [_count(subject.commands[0][1:], subject.folder) for subject in subjects]


def _count(command: tuple[str, ...], folder: Path) -> Counts:
    with tempfile.NamedTemporaryFile("r", encoding="utf-8", suffix=".log") as log:
        subprocess.run(
            [sys.executable, str(_WITNESS), log.name, *command],
            cwd=folder,
            env=ENVIRONMENT,
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        events = [line.rstrip("\n").partition(" ")[::2] for line in log]
    number = Counter(word for word, _ in events)
    opened = [what for word, what in events if word == "open"]
    return Counts(
        command=f"apqa {' '.join(command)}",
        modules=max((int(what) for word, what in events if word == "modules"), default=0),
        files=number["open"],
        yaml=sum(what.endswith(".yaml") for what in opened),
        records=number["record"],
        processes=number["process"],
    )


def counts_table(counts: list[Counts]) -> str:
    """Write the counts as lines."""
    head = f"{'':46}{'modules':>9}{'files':>9}{'yaml':>9}{'records':>9}{'processes':>11}"
    rows = (
        f"{each.command:46}{each.modules:9,}{each.files:9,}{each.yaml:9,}{each.records:9,}{each.processes:11,}"
        for each in counts
    )
    return "\n".join((head, *rows))
