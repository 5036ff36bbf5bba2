"""The benchmarks: every row is described once and has its figure once, and what measures forms still runs."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

from tests.docs.test_docs import HOUSE

if TYPE_CHECKING:
    from pathlib import Path

PAGE = HOUSE / "benchmarks" / "README.md"


def _rows(heading: str) -> dict[str, list[str]]:
    """Answer the rows of the tables below a heading: what stands beside each name."""
    part = PAGE.read_text(encoding="utf-8").split(f"\n## {heading}\n")[1].split("\n## ")[0]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in part.splitlines() if line[:3] == "| `"]
    names = [first for first, *_ in cells]
    assert len(names) == len(set(names)), "each row once"
    return {first: others for first, *others in cells}


def test_every_row_has_a_figure_and_what_it_is_to_reach() -> None:
    described, measured = _rows("The rows"), _rows("Figures")
    assert described
    assert {name: cells[-1] for name, cells in described.items()} == {name: row[1] for name, row in measured.items()}
    assert all(row[0] for row in measured.values())


def test_workbooks_are_made_and_read_back(tmp_path: Path) -> None:
    script, folder = HOUSE / "benchmarks" / "workbooks.py", tmp_path / "made"
    command = [sys.executable, *map(str, (script, HOUSE / "records", folder, 2))]
    told = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert told.stdout == "2\n"
    assert len(list(folder.iterdir())) == 2
