"""Which providers may be named: those with pupils enough, and no others whose numbers the rest would give away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.outcomes.count import summed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apqa.questions.outcomes.count import Count
    from apqa.questions.outcomes.tree import Branch, Cells

OTHERS = "+"
"""The name of the row of all providers that are not named. No provider can be called so."""


def rows_to_name(tree: Branch, rows: Mapping[str, Cells], small: int) -> dict[str, Cells]:
    """Answer the rows of a table that may stand by themselves, and one of all others together.

    A row of too few pupils goes to the others. These are what the named ones leave of the total, so they must be two
    rows at least, of pupils enough, and not one each: the smallest of the others joins them until they are. Nothing is
    answered where no row is left to be named, or where one row is all.
    """
    known = {name: cells for name, cells in rows.items() if cells[tree.key].number}
    root = {name: cells[tree.key] for name, cells in known.items()}
    named = sorted(
        (name for name in known if not root[name].is_small(small)), key=lambda name: (root[name].number, name)
    )
    others = [name for name in known if name not in named]
    while others and named and not _hide_one_another([root[name] for name in others], small):
        others.append(named.pop(0))
    if not named or len(known) == 1:
        return {}
    together = {each.key: summed(known[name][each.key] for name in others) for each in tree.walk()}
    return {**{name: known[name] for name in sorted(named)}, **({OTHERS: together} if others else {})}


def _hide_one_another(roots: list[Count], small: int) -> bool:
    together = summed(roots)
    return len(roots) > 1 and together.number > len(roots) and not together.is_small(small)
