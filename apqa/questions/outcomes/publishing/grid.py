"""A table of rows and their total, and the sums by which a reader could work out a number that is not shown."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apqa.questions.outcomes.count import Count
    from apqa.questions.outcomes.tree import Branch, Cells

TOTAL = "*"
"""The name of the row that all others add up to. No provider can be called so."""

Cell = tuple[str, str]
"""A row and what is counted."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and its parts, as a reader knows them to add up."""

    whole: Cell
    parts: tuple[Cell, ...]

    @property
    def members(self) -> tuple[Cell, ...]:
        """Answer the whole and its parts."""
        return (self.whole, *self.parts)


@dataclass(frozen=True)
class Grid:
    """A table whose rows add up to a total, and in each row the parts to wholes.

    The root of the tree is shown in every row; a row in which it may not be is not one of these.
    """

    tree: Branch
    rows: Mapping[str, Cells]
    """The rows but the total; none where only the total is told."""

    total: Cells

    @cached_property
    def counts(self) -> dict[Cell, Count]:
        """Answer every count below the root, that of the total too."""
        keys = [each.key for each in self.tree.walk()]
        return {(row, key): cells[key] for row, cells in self._all() for key in keys}

    @cached_property
    def cells(self) -> tuple[Cell, ...]:
        """Answer what may be hidden: all but the root of each row."""
        return tuple(cell for cell in self.counts if cell[1] != self.tree.key)

    @cached_property
    def sums(self) -> tuple[Sum, ...]:
        """Answer every sum a reader can check: parts to wholes in a row, and rows to the total."""
        return (*self._across(), *self._down())

    def _all(self) -> Iterator[tuple[str, Cells]]:
        yield TOTAL, self.total
        yield from self.rows.items()

    def _across(self) -> Iterator[Sum]:
        for row, _ in self._all():
            for each in self.tree.walk():
                if each.parts:
                    yield Sum((row, each.key), tuple((row, part.key) for part in each.parts))

    def _down(self) -> Iterator[Sum]:
        if self.rows:
            for each in self.tree.walk():
                yield Sum((TOTAL, each.key), tuple((row, each.key) for row in self.rows))
