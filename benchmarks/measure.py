"""Whole processes, measured side by side: what they compare with takes turns with them, and medians count."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""The children's environment. A program that is installed has its bytecode, so that is written and kept here too."""


class UnmeasurableError(Exception):
    """A row cannot be measured here. Carries the sentence that says why."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is measured: one command, or several that do the work only together."""

    commands: tuple[tuple[str, ...], ...]
    folder: Path
    statuses: frozenset[int] = frozenset({0})
    """The exit statuses that mean it did its work. Whoever finds something leaves another one than nought."""

    per: int = 1
    """How many records the time is shared among."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run cost."""

    seconds: float
    peak: int
    """The largest resident memory of any one process of it, in bytes."""


def run(subject: Subject) -> Cost:
    """Run the commands of a subject one after the other, with their output piped."""
    peak, started = 0, time.perf_counter()
    for command in subject.commands:
        peak = max(peak, _finish(command, subject))
    return Cost((time.perf_counter() - started) / subject.per, peak)


def _finish(command: tuple[str, ...], subject: Subject) -> int:
    """Run one command to its end, and answer its largest resident memory."""
    with tempfile.TemporaryFile() as complaints:
        try:
            process = subprocess.Popen(
                command, cwd=subject.folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=complaints
            )
        except OSError as error:
            raise UnmeasurableError(f"{command[0]} cannot be started: {error.strerror}.") from None
        assert process.stdout is not None  # noqa: S101  asked for above
        while process.stdout.read(1 << 16):
            pass
        process.stdout.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in subject.statuses:
            complaints.seek(0)
            said = complaints.read().decode(errors="replace").strip().splitlines()
            name = " ".join(command[:3])
            raise UnmeasurableError(f"{name} ended with {process.returncode}: {said[-1] if said else 'no word'}")
    return usage.ru_maxrss * 1024


def side_by_side(subjects: tuple[Subject, ...], turns: int, *, warm_up: bool) -> tuple[Cost, ...]:
    """Let the subjects take turns, and answer the median cost of each."""
    if warm_up:
        for subject in subjects:
            run(subject)
    costs = [[run(subject) for subject in subjects] for _ in range(turns)]
    return tuple(
        Cost(median(each.seconds for each in column), int(median(each.peak for each in column)))
        for column in zip(*costs, strict=True)
    )
