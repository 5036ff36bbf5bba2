"""Whether a number that is not shown can be worked out: exactly, by everything a reader knows.

In a table whose rows add up to a total and whose parts add up to wholes, each number stands in two sums at most that do
not follow from others. So the table is a net: the sums are its knots, the numbers flow from knot to knot, and what
flows into a knot flows out of it. Another table with the same numbers shown differs from it by a flow round a ring of
hidden numbers. A hidden number is safe when some ring goes through it on which it can become one more or one less.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from apqa.questions.outcomes.publishing.grid import TOTAL

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from apqa.questions.outcomes.publishing.grid import Cell, Grid

Knot = tuple[str, str]
_OUTSIDE: Knot = ("", "")
"""Where the last parts go that stand in one sum alone: where there is no row but the total."""

Net = dict[Knot, list[tuple[Knot, "Cell"]]]
"""From each knot, to which others a flow may change by one, and by which number."""


def recoverable(grid: Grid, hidden: Collection[Cell], noughts: Collection[Cell] = ()) -> Cell | None:
    """Answer a hidden number that has one possible value only, given all that is shown; none where each has more.

    A reader knows that what is hidden is not nought, since noughts are shown; all but those that are hidden though they
    may be noughts.
    """
    ends = {cell: (start, end) for cell, start, end in _flows(grid) if cell in hidden}
    net: Net = defaultdict(list)
    for cell, (start, end) in ends.items():
        net[start].append((end, cell))
        if _may_fall(grid, cell, noughts):
            net[end].append((start, cell))
    for cell, (start, end) in ends.items():
        rises = _leads(net, end, start, cell)
        if not rises and not (_may_fall(grid, cell, noughts) and _leads(net, start, end, cell)):
            return cell
    return None


def _may_fall(grid: Grid, cell: Cell, noughts: Collection[Cell]) -> bool:
    return grid.counts[cell].number > (0 if cell in noughts else 1)


def _leads(net: Net, start: Knot, end: Knot, without: Cell) -> bool:
    """Answer whether a flow can go from one knot to another without the number itself."""
    seen, to_do = {start}, [start]
    while to_do:
        for knot, cell in net.get(to_do.pop(), ()):
            if cell != without and knot not in seen:
                seen.add(knot)
                to_do.append(knot)
    return end in seen


def _flows(grid: Grid) -> Iterator[tuple[Cell, Knot, Knot]]:
    """Answer between which knots each number flows: from its whole to its own parts, or to the total of its column.

    In the total's row it flows the other way.
    """
    for row in (TOTAL, *grid.rows):
        for whole in grid.tree.walk():
            for part in whole.parts:
                above, cell = (row, whole.key), (row, part.key)
                column = ("", part.key) if grid.rows else _OUTSIDE
                below = cell if part.parts else column
                yield (cell, below, above) if row == TOTAL else (cell, above, below)
