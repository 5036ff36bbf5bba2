"""What is measured, against what, and what is to be reached."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generate import generate
from measure import Subject, UnmeasurableError, run, side_by_side
from peers import jsonschema_checker, node_checker

if TYPE_CHECKING:
    from collections.abc import Callable

ON = ("--on", "2026-11-23")
_PROGRAM = str(Path(sys.executable).with_name("apqa"))
_FOUND = frozenset({0, 1})
_UNREADABLE = 3
"""A few generated records cannot be read, on purpose."""


@dataclass(frozen=True, slots=True)
class Bench:
    """Where things are, and how large they are to be."""

    top: Path
    """The top of the project."""

    out: Path
    records: int
    schemas: Path
    provider: str
    """The provider of the worked example that is checked; the first one when empty."""

    def example(self) -> Subject:
        """Answer the check of one provider of the worked example: the one named, or the first."""
        providers = self.top / "records" / "providers"
        named = self.provider or min((file.stem for file in providers.glob("*.yaml")), default="")
        if not named:
            raise UnmeasurableError("there is no worked example in records/.")
        return self.apqa("check-provider", named, *ON)

    def generated(self, count: int) -> Path:
        """Answer a folder of so many records, made once and kept."""
        folder = self.out / f"records-{count}"
        if not folder.exists():
            print(f"making {count:,} records …", file=sys.stderr)
            generate(count, folder)
        return folder / "records"

    def apqa(self, *arguments: str) -> Subject:
        """Answer an apqa command on the worked example, as the program that is installed beside this Python."""
        return Subject(((_PROGRAM, *arguments),), self.top, _FOUND)

    def check(self, count: int, *, per: int = 1) -> Subject:
        """Answer the check of so many records."""
        return Subject(((_PROGRAM, "check", *ON),), self.generated(count).parent, _FOUND | {_UNREADABLE}, per)


@dataclass(frozen=True, slots=True)
class Measured:
    """One line of the table."""

    ours: str
    yardstick: str
    value: float
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to reach."""

    key: str
    title: str
    yardstick: str
    target: float
    measure: Callable[[Bench, int], Measured]


def _python(bench: Bench) -> Subject:
    return Subject(((sys.executable, "-c", "pass"),), bench.top)


def _ratio(yardstick: Subject, ours: Subject, turns: int, *, warm_up: bool = True) -> Measured:
    theirs, mine = side_by_side((yardstick, ours), turns, warm_up=warm_up)
    return Measured(_time(mine.seconds), _time(theirs.seconds), mine.seconds / theirs.seconds)


def _time(seconds: float) -> str:
    if seconds >= 1:
        return f"{seconds:.2f} s"
    return f"{seconds * 1e3:.1f} ms" if seconds >= 0.001 else f"{seconds * 1e6:.0f} µs"


def _version(bench: Bench, turns: int) -> Measured:
    return _ratio(_python(bench), bench.apqa("--version"), turns * 3)


def _help(bench: Bench, turns: int) -> Measured:
    return _ratio(_python(bench), bench.apqa("--help"), turns * 3)


def _check_provider(bench: Bench, turns: int) -> Measured:
    return _ratio(_python(bench), bench.example(), turns * 3)


def _against_check_jsonschema(bench: Bench, turns: int) -> Measured:
    records = bench.generated(bench.records)
    checker = jsonschema_checker(records, bench.schemas, bench.out)
    run(bench.check(bench.records))
    return _ratio(checker, bench.check(bench.records), min(turns, 2), warm_up=False)


def _against_node(bench: Bench, turns: int) -> Measured:
    records = bench.generated(bench.records)
    return _ratio(node_checker(records, bench.schemas, bench.out), bench.check(bench.records), turns)


def _scale(bench: Bench, turns: int) -> Measured:
    few, many = bench.records, bench.records * 10
    return _ratio(bench.check(few, per=few), bench.check(many, per=many), min(turns, 2), warm_up=False)


def _memory(bench: Bench, _turns: int) -> Measured:
    mebibytes = run(bench.check(bench.records * 6)).peak / (1 << 20)
    return Measured(f"{mebibytes:.0f} MiB", "-", mebibytes, " MiB")


_RECORDS_A_PLACEMENT = 1.82
"""How many records the generator writes for one placement."""


def _reading(bench: Bench, records: Path) -> Subject:
    """Answer reading every record and doing nothing with them."""
    return Subject(((sys.executable, str(Path(__file__).with_name("reading.py")), str(records)),), bench.top)


def _due(bench: Bench, turns: int, command: str) -> Measured:
    records = bench.generated(round(bench.records * _RECORDS_A_PLACEMENT))
    ours = Subject(((_PROGRAM, command, *ON, "--format", "csv"),), records.parent, _FOUND | {_UNREADABLE})
    return _ratio(_reading(bench, records), ours, min(turns, 2), warm_up=False)


def _termly_due(bench: Bench, turns: int) -> Measured:
    return _due(bench, turns, "termly-due")


def _everything_due(bench: Bench, turns: int) -> Measured:
    return _due(bench, turns, "due")


_WORKBOOKS = "100"


def _workbooks(bench: Bench, turns: int) -> Measured:
    """Measure a hundred workbooks of the worked example, out and in, beside opening and saving the same ones."""
    script, folder = str(Path(__file__).with_name("workbooks.py")), str(bench.out / "workbooks")
    asked = (sys.executable, script, str(bench.top / "records"), folder, _WORKBOOKS)
    ours = Subject((asked,), bench.top)
    run(ours)
    return _ratio(Subject(((*asked, "--openpyxl"),), bench.top), ours, min(turns, 2), warm_up=False)


ROWS: tuple[Row, ...] = (
    Row("version", "apqa --version", "python -c pass", 8, _version),
    Row("help", "apqa --help", "python -c pass", 14, _help),
    Row("check-provider", "check-provider, worked example", "python -c pass", 18, _check_provider),
    Row("check-jsonschema", "cold check, all rules", "check-jsonschema", 1 / 15, _against_check_jsonschema),
    Row("node", "cold check, all rules", "node, js-yaml, ajv", 2, _against_node),
    Row("scale", "cold check a record, ten times as many", "itself", 1.3, _scale),
    Row("termly-due", "termly-due, 10,000 placements, cold", "reading alone", 1.2, _termly_due),
    Row("due", "due, 10,000 placements, cold", "reading alone", 1.5, _everything_due),
    Row("workbooks", "100 workbooks of reports, out and in", "openpyxl alone", 2, _workbooks),
    Row("memory", "memory of a cold check, six times as many", "-", 200, _memory),
)
"""The rows of the table, in its order."""
