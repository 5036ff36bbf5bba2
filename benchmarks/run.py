"""Measure apqa beside its yardsticks, as whole processes taking turns, and print what is reached.

    python benchmarks/run.py [--records 10000] [--rows version,node] [--repeat 5] [--json] [--profile]

Run it with the Python of the environment apqa is installed in. What it needs is made and installed below
benchmarks/out, which git ignores.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from counts import Counts, counted, counts_table
from measure import UnmeasurableError
from rows import ROWS, Bench, Measured, Row

_TOP = Path(__file__).resolve().parent.parent
_OUT = _TOP / "benchmarks" / "out"


def main() -> None:
    """Read the arguments, measure, and print."""
    asked = _arguments()
    bench = Bench(_TOP, asked.out.resolve(), asked.records, asked.schemas.resolve(), asked.provider)
    bench.out.mkdir(parents=True, exist_ok=True)
    if asked.profile:
        _profile(bench)
        return
    rows = [row for row in ROWS if not asked.rows or row.key in asked.rows.split(",")]
    answers = [_answer(row, bench, asked.repeat) for row in rows]
    counts = counted(bench)
    print(_as_json(answers, counts) if asked.json else f"{_table(answers)}\n\n{counts_table(counts)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure apqa beside its yardsticks.")
    parser.add_argument("--records", type=int, default=10_000, help="how many records a cold check reads (10000)")
    parser.add_argument("--rows", default="", help=f"only these, with commas: {','.join(row.key for row in ROWS)}")
    parser.add_argument("--repeat", type=int, default=5, help="how many turns (5; rows that take minutes take two)")
    parser.add_argument("--provider", default="", help="the provider of the worked example to check (the first)")
    parser.add_argument("--schemas", type=Path, default=_TOP / "schemas", help="where the schemas are (schemas/)")
    parser.add_argument("--out", type=Path, default=_OUT, help="where to make and install things")
    parser.add_argument("--json", action="store_true", help="print the answers as JSON")
    parser.add_argument("--profile", action="store_true", help="print where a cold check spends its time instead")
    return parser.parse_args()


def _answer(row: Row, bench: Bench, turns: int) -> tuple[Row, Measured | None, str]:
    """Measure a row; a sentence stands in for one that cannot be measured here."""
    print(f"measuring {row.key} …", file=sys.stderr)
    try:
        return row, row.measure(bench, turns), ""
    except UnmeasurableError as error:
        return row, None, str(error)


def _profile(bench: Bench) -> None:
    folder = bench.generated(bench.records).parent
    rooms = [sys.executable, str(Path(__file__).with_name("rooms.py")), str(bench.records)]
    for more in ([], ["--functions", "30"]):
        subprocess.run([*rooms, *more], cwd=folder, check=True)


def _table(answers: list[tuple[Row, Measured | None, str]]) -> str:
    lines = [f"{'':18}{'what':44}{'beside':22}{'apqa':>10}{'beside':>10}{'ratio':>10}{'target':>10}  reached"]
    return "\n".join([*lines, *(_line(row, found, why) for row, found, why in answers)])


def _line(row: Row, found: Measured | None, why: str) -> str:
    start = f"{row.key:18}{row.title:44}{row.yardstick:22}"
    if found is None:
        return f"{start}not measured: {why}"
    ratio, target = _number(found.value, found.unit), _number(row.target, found.unit)
    reached = "yes" if found.value <= row.target else "no"
    return f"{start}{found.ours:>10}{found.yardstick:>10}{ratio:>10}{target:>10}  {reached}"


def _number(value: float, unit: str) -> str:
    """Write a ratio: below a half as one part of many."""
    if unit:
        return f"{value:.0f}{unit}"
    return f"1/{1 / value:.1f}" if value < 0.5 else f"{value:.2f}"


def _as_json(answers: list[tuple[Row, Measured | None, str]], counts: list[Counts]) -> str:
    rows: list[dict[str, Any]] = []
    for row, found, why in answers:
        line: dict[str, Any] = {"row": row.key, "what": row.title, "beside": row.yardstick, "target": row.target}
        line |= {"not_measured": why} if found is None else {**asdict(found), "reached": found.value <= row.target}
        rows.append(line)
    return json.dumps({"rows": rows, "counts": [asdict(each) for each in counts]}, indent=2, ensure_ascii=False)


if __name__ == "__main__":
    main()
