"""Which numbers of a table are not shown: the small ones, and as many others as keep these from being worked out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.questions.outcomes.count import summed
from apqa.questions.outcomes.publishing.grid import TOTAL
from apqa.questions.outcomes.publishing.recoverable import recoverable

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from apqa.questions.outcomes.publishing.grid import Cell, Grid, Sum

_SPARE = 1
"""By how much hidden parts must be more than one each. Were it nought, then to tell nothing of parts would tell that
each of them is one: it would be the only way in which nothing can be told."""


def hidden_cells(grid: Grid, small: int) -> frozenset[Cell] | None:
    """Answer what is not shown of a table, so that no hidden number can be worked out from what is.

    First every small number. Then, as long as one could be worked out, or several together are a small number that
    could be, one more of the same row or column: the smallest that is left. None where even that is not enough, as
    where all there is stands in one part; then the table must not be told in this form.
    """
    hidden = {cell for cell in grid.cells if grid.counts[cell].is_small(small)}
    while weak := _small_together(grid, hidden, small) or _given_away(grid, hidden):
        more = _smallest(grid, weak, hidden)
        if more is None:
            return None
        hidden.add(more)
    return frozenset(hidden)


def hidden_with_the_parts(grid: Grid, small: int) -> frozenset[Cell]:
    """Answer what is not shown of a table whose rows cannot be told in parts: the parts of the rows, noughts as well.

    Those of the total are told where they can be, else nothing below the root. Where the total is nought, every row is.
    """
    everything = frozenset(grid.cells)
    alone = hidden_cells(replace(grid, rows={}), small)
    if alone is None:
        return everything
    in_rows = frozenset(cell for cell in everything if cell[0] != TOTAL and grid.total[cell[1]].number)
    hidden = alone | in_rows
    return everything if recoverable(grid, hidden, in_rows) else hidden


def _small_together(grid: Grid, hidden: Collection[Cell], small: int) -> tuple[Sum, ...]:
    """Answer a sum whose hidden parts together are small, or hardly more than one each, and follow from the rest."""
    for each in grid.sums:
        parts = [cell for cell in each.parts if cell in hidden]
        if parts and each.whole not in hidden:
            together = summed(grid.counts[cell] for cell in parts)
            if together.is_small(small) or together.number <= len(parts) + _SPARE:
                return (each,)
    return ()


def _given_away(grid: Grid, hidden: Collection[Cell]) -> tuple[Sum, ...]:
    """Answer the sums that give a hidden number away: those in which it is the only hidden one, else all it is in."""
    cell = recoverable(grid, hidden)
    if cell is None:
        return ()
    around = [each for each in grid.sums if cell in each.members]
    alone = [each for each in around if sum(member in hidden for member in each.members) == 1]
    return tuple(alone or around)


def _smallest(grid: Grid, sums: Iterable[Sum], hidden: Collection[Cell]) -> Cell | None:
    """Answer the smallest number of some sums that is shown and can be hidden: nought tells nothing, the root is shown.

    Where these have none left, any other of the table.
    """
    near = {cell for each in sums for cell in each.members}
    for cells in (near, grid.cells):
        free = [cell for cell in cells if cell not in hidden and _can_be_hidden(grid, cell)]
        if free:
            return min(free, key=lambda cell: (grid.counts[cell].number, cell))
    return None


def _can_be_hidden(grid: Grid, cell: Cell) -> bool:
    """Answer whether a number is not nought, and is not all there is of the root of its row, which is shown."""
    row, key = cell
    number = grid.counts[cell].number
    return key != grid.tree.key and 0 < number < grid.counts[row, grid.tree.key].number
