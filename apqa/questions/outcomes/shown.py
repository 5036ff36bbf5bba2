"""The numbers of a year as they are shown: all of them inside the council, or what may be published."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from apqa.questions.outcomes.publishing.grid import TOTAL, Grid
from apqa.questions.outcomes.publishing.hiding import hidden_cells, hidden_with_the_parts
from apqa.questions.outcomes.publishing.rows import OTHERS, rows_to_name
from apqa.questions.outcomes.tree import DESTINATIONS, PLACEMENTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apqa.questions.outcomes.outcomes import Outcomes, Table
    from apqa.questions.outcomes.tree import Cells, Kind

Numbers = dict[str, "int | None"]
"""The numbers of a row, by what is counted; None where a number is not shown."""


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table as it is shown."""

    kind: Kind
    total: Numbers
    by_provider: Mapping[str, Numbers]
    by_period: Mapping[str, Numbers]
    by_commissioner: Mapping[str, Numbers]


@dataclass(frozen=True, slots=True)
class Shown:
    """The outcomes of a year as they are shown."""

    placements: int | None
    pupils: int | None
    tables: tuple[ShownTable, ...]

    def of_provider(self, provider: str) -> Shown:
        """Answer the numbers of one provider as they stand among all, so that no two publications can be compared."""
        tables = tuple(
            ShownTable(each.kind, each.by_provider.get(provider, _nothing(each.kind)), {}, {}, {})
            for each in self.tables
            if each.kind.published_by_provider
        )
        placements = next(each.total[each.kind.tree.key] for each in tables if each.kind is PLACEMENTS)
        return Shown(placements, None, tables)


def everything(outcomes: Outcomes, *, one_provider: bool) -> Shown:
    """Answer every number, for the council's own eyes; of one provider alone, that is its total."""
    tables = tuple(
        ShownTable(
            each.kind,
            _numbers(each.total),
            {} if one_provider else _rows(each.by_provider),
            _rows(each.by_period),
            _rows(each.by_commissioner),
        )
        for each in outcomes.tables
    )
    return Shown(outcomes.pupils.number, len(outcomes.pupils.pupils), tables)


def publishable(outcomes: Outcomes, small: int) -> Shown:
    """Answer what may be published of all providers together: see `publishing`.

    By provider and in total alone: every further way to part the same placements would be one more to compare.
    """
    tables = tuple(published_table(each, small) for each in outcomes.tables if each.kind.published)
    placements = next(each.total for each in tables if each.kind is PLACEMENTS)
    return Shown(
        placements["placements"],
        _pupils(outcomes, placements["placements"], small),
        tuple(_without_its_whole(each, placements) for each in tables),
    )


def _pupils(outcomes: Outcomes, placements: int | None, small: int) -> int | None:
    """Answer the number of pupils, unless it gives away that a few of them were placed more than once."""
    pupils = len(outcomes.pupils.pupils)
    again = outcomes.pupils.number - pupils
    return None if placements is None or 0 < again < small else pupils


def _without_its_whole(table: ShownTable, placements: Numbers) -> ShownTable:
    """Hide where pupils went where it is hidden how many went anywhere: the parts would say it."""
    whole = DESTINATIONS.tree.key
    return (
        replace(table, total=_nothing(table.kind))
        if table.kind is DESTINATIONS and placements[whole] is None
        else table
    )


def published_table(table: Table, small: int) -> ShownTable:
    """Answer what of one table may be published: which rows may be named, and which numbers are shown."""
    kind, root = table.kind, table.kind.tree.key
    if table.total[root].is_small(small):
        return ShownTable(kind, _nothing(kind), {}, {}, {})
    rows = rows_to_name(kind.tree, table.by_provider, small) if kind.published_by_provider else {}
    grid = Grid(kind.tree, rows, table.total)
    hidden = hidden_cells(grid, small)
    if hidden is None:
        hidden = hidden_with_the_parts(grid, small)
    shown = {
        row: {key: None if (row, key) in hidden else count.number for key, count in cells.items()}
        for row, cells in {TOTAL: grid.total, **grid.rows}.items()
    }
    named = {row: numbers for row, numbers in shown.items() if row not in {TOTAL, OTHERS}}
    return ShownTable(kind, shown[TOTAL], named, {}, {})


def _nothing(kind: Kind) -> Numbers:
    return {each.key: None for each in kind.tree.walk()}


def _numbers(cells: Cells) -> Numbers:
    return {key: count.number for key, count in cells.items()}


def _rows(rows: Mapping[str, Cells]) -> dict[str, Numbers]:
    return {name: _numbers(cells) for name, cells in rows.items()}
