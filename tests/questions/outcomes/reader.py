"""A reader who has only what was published, and tries whether a number that is not shown can be another.

Made apart from how numbers are hidden: it tries every way in which the numbers could each be one more or one less.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apqa.questions.outcomes.shown import ShownTable
    from apqa.questions.outcomes.tree import Branch

Values = dict[str, int]
Cell = tuple[str, str]
TOTAL, OTHERS = "the total", "all others"


def may_be_another(shown: ShownTable, true: Mapping[str, Values], least: Mapping[str, int]) -> set[Cell]:
    """Answer the numbers that may be others than they truly are, given all that is shown.

    The rows of the truth are the providers'; those that are not named are one row to the reader, of whom nothing is
    shown. What is not shown of a row is at least so much.
    """
    tree = shown.kind.tree
    worlds = {row: true[row] for row in shown.by_provider}
    unnamed = [values for row, values in true.items() if row not in worlds]
    if unnamed:
        worlds[OTHERS] = {each.key: sum(values[each.key] for values in unnamed) for each in tree.walk()}
    names = list(worlds)
    ways = [list(_changes(tree, worlds[row], shown.by_provider.get(row), least.get(row, 0))) for row in names]
    total = {each.key: sum(values[each.key] for values in worlds.values()) for each in tree.walk()}
    moved: set[Cell] = set()
    for changes in product(*ways):
        change = {each.key: sum(each_row[each.key] for each_row in changes) for each in tree.walk()}
        if _agrees(change, total, shown.total, least[TOTAL]):
            moved |= {(TOTAL, key) for key, by in change.items() if by}
            moved |= {(row, key) for row, each in zip(names, changes, strict=True) for key, by in each.items() if by}
    return moved


def _changes(tree: Branch, values: Values, shown: Mapping[str, int | None] | None, least: int) -> Iterator[Values]:
    """Answer every way in which the parts of a row may be one more or less, and what is shown of it stays."""
    for by in product((-1, 0, 1), repeat=len(tree.leaves)):
        change = _with_wholes(tree, dict(zip(tree.leaves, by, strict=True)))
        if shown is None:
            if all(values[key] + each >= 0 for key, each in change.items()):
                yield change
        elif _agrees(change, values, shown, least):
            yield change


def _agrees(change: Values, values: Values, shown: Mapping[str, int | None], least: int) -> bool:
    return all(by == 0 if shown[key] is not None else values[key] + by >= least for key, by in change.items())


def _with_wholes(branch: Branch, leaves: Values) -> Values:
    if not branch.parts:
        return {branch.key: leaves[branch.key]}
    parts: Values = {}
    for part in branch.parts:
        parts |= _with_wholes(part, leaves)
    return {branch.key: sum(parts[part.key] for part in branch.parts), **parts}
