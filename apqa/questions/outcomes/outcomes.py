"""The outcomes of a year: each table in total, by provider, by reporting period and by kind of commissioner."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.outcomes.count import NOUGHT, Count, summed
from apqa.questions.outcomes.entries import entries
from apqa.questions.outcomes.of_year import placement_years
from apqa.questions.outcomes.tree import KINDS, SHARES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from decimal import Decimal

    from apqa.questions.outcomes.entries import Entry
    from apqa.questions.outcomes.of_year import Year
    from apqa.questions.outcomes.tree import Branch, Cells, Kind
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement

Told = tuple["Placement", "Entry"]
"""What a placement adds, with the placement."""


@dataclass(frozen=True, slots=True)
class Table:
    """One kind of thing, summed: in total, and by what placements have in common."""

    kind: Kind
    total: Cells
    by_provider: Mapping[str, Cells]
    by_period: Mapping[str, Cells]
    by_commissioner: Mapping[str, Cells]


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What came of a year, as it was known by the day."""

    year: Year
    pupils: Count
    """The pupils placed in the year; the number is that of their placements."""

    tables: tuple[Table, ...]

    def table(self, kind: Kind) -> Table:
        """Answer the table of a kind."""
        return next(each for each in self.tables if each.kind is kind)


def outcomes(situation: Situation, year: Year, provider: str = "") -> Outcomes:
    """Sum up what the records show of a year by the day: of every provider, or of one."""
    years = placement_years(situation, year, provider)
    told = [(each.placement, entry) for each in years for entry in entries(each)]
    return Outcomes(
        year,
        summed(Count(1, frozenset({each.placement.pupil})) for each in years),
        tuple(_table(kind, [each for each in told if each[1].table == kind.key]) for kind in KINDS),
    )


def _table(kind: Kind, told: list[Told]) -> Table:
    def by(name: Callable[[Placement, Entry], str | None]) -> dict[str, Cells]:
        groups: defaultdict[str, list[Told]] = defaultdict(list)
        for placement, entry in told:
            if key := name(placement, entry):
                groups[key].append((placement, entry))
        return {key: _cells(kind.tree, groups[key]) for key in sorted(groups)}

    return Table(
        kind,
        _cells(kind.tree, told),
        by_provider=by(lambda placement, _: placement.provider),
        by_period=_in_order(by(lambda _, entry: entry.period)),
        by_commissioner=by(lambda placement, _: placement.commissioner.kind.value),
    )


def _in_order(periods: dict[str, Cells]) -> dict[str, Cells]:
    """Put reporting periods in the order of the year, which is not that of the alphabet."""
    from apqa.vocabulary.reporting import ReportingPeriod

    return {each.value: periods[each] for each in ReportingPeriod if each in periods}


def _cells(tree: Branch, told: Iterable[Told]) -> Cells:
    """Sum what was told of each part, and the parts to wholes; what nobody told of is nought."""
    found: defaultdict[str, list[Count]] = defaultdict(list)
    for placement, entry in told:
        found[entry.part].append(Count(entry.number, frozenset({placement.pupil} if entry.number else ())))
    return with_wholes(tree, {key: summed(counts) for key, counts in found.items()})


def with_wholes(tree: Branch, leaves: Cells) -> dict[str, Count]:
    """Answer the counts of everything in a tree from those of its last parts."""
    cells: dict[str, Count] = {}
    for each in reversed(tuple(tree.walk())):
        cells[each.key] = summed(cells[part.key] for part in each.parts) if each.parts else leaves.get(each.key, NOUGHT)
    return {each.key: cells[each.key] for each in tree.walk()}


def shares(kind: Kind, cells: Mapping[str, int | None]) -> dict[str, Decimal | None]:
    """Work out the shares of a row, in per cent with one decimal, from its sums alone.

    None where one of the counts it is made of is not shown, or where there is nothing to take a share of.
    """
    return {
        name: _share(cells.get(part), [cells.get(each) for each in whole])
        for name, part, whole in SHARES.get(kind.key, ())
    }


def _share(part: int | None, whole: list[int | None]) -> Decimal | None:
    from decimal import ROUND_HALF_UP, Decimal

    known = [each for each in whole if each is not None]
    if part is None or len(known) < len(whole) or not sum(known):
        return None
    return (Decimal(100 * part) / sum(known)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
