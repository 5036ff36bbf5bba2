"""The page of the benchmarks: every row is described once, and has its figure once."""

from __future__ import annotations

from tests.docs.test_docs import HOUSE

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
