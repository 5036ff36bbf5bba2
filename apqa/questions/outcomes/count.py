"""A count with the pupils behind it: whether it may be published turns on both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are of something (sessions, objectives, placements), and of which pupils they are."""

    number: int = 0
    pupils: frozenset[str] = frozenset()
    """The references of the pupils behind it. They are counted and never shown."""

    def is_small(self, small: int) -> bool:
        """Answer whether it is too small to be published: it, or the number of pupils behind it. Nought is not."""
        return self.number > 0 and min(self.number, len(self.pupils)) < small


NOUGHT = Count()


def summed(counts: Iterable[Count]) -> Count:
    """Answer the sum of counts of the same kind."""
    number, pupils = 0, set[str]()
    for each in counts:
        number += each.number
        pupils |= each.pupils
    return Count(number, frozenset(pupils))
