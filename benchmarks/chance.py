"""Chance that falls the same way every time: picks, days and ids that depend on a seed and on nothing else."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Final, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")

TODAY: Final = date(2026, 11, 23)
"""The day the generated records are about, and the day they are checked on."""

FIRST_YEAR: Final = 2021
LAST_YEAR: Final = 2026
"""The first calendar years of the first and of the last school year in the records."""

_SIGNS: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_TOKENS: Final = 32**5


class Chance:
    """One stream of decisions."""

    def __init__(self, seed: int) -> None:
        """Start the stream."""
        self._random = Random(seed)
        self._start = self._random.randrange(_TOKENS)
        self._given = 0

    def one_of(self, choices: Sequence[T]) -> T:
        """Answer one of the choices, each as likely as the other."""
        return choices[int(self._random.random() * len(choices))]

    def number(self, first: int, last: int) -> int:
        """Answer a number from the first to the last, both included."""
        return first + int(self._random.random() * (last - first + 1))

    def happens(self, share: float) -> bool:
        """Answer whether something that happens in this share of cases happens now."""
        return self._random.random() < share

    def token(self) -> str:
        """Answer five signs that were not given before."""
        # An odd factor visits every number below a power of two once before it comes back to the first.
        self._given += 1
        value = (self._start + self._given * 9_876_543) % _TOKENS
        return "".join(_SIGNS[value >> shift & 31] for shift in (20, 15, 10, 5, 0))


@cache
def day(year: int, month: int, number: int) -> date:
    """Answer a day."""
    return date(year, month, number)


def before(on: date, days: int) -> date:
    """Answer the weekday on or before the day that lies so many days back."""
    found = on - timedelta(days=days)
    return found - timedelta(days=max(0, found.weekday() - 4))


def after(on: date, days: int) -> date:
    """Answer the weekday on or before the day that lies so many days ahead."""
    return before(on, -days)


def school_year(first: int) -> str:
    """Answer a school year by its first calendar year: 2026 is 2026-27."""
    return f"{first}-{(first + 1) % 100:02d}"
