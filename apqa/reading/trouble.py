"""What is wrong with one file, before it is known whose record it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from apqa.reading.limits import LIMITS


class Trouble(NamedTuple):
    """One thing the reader trips over. Lines and columns count from 1; 0 means the file as a whole."""

    rule: str
    message: str
    line: int = 0
    column: int = 0


@dataclass(slots=True)
class Troubles:
    """The troubles of one file, in the order they were met, up to the number that is shown of a file."""

    at_most: int = LIMITS.findings_per_file
    met: list[Trouble] = field(default_factory=list)
    left_out: int = 0
    """How many more there were."""

    def add(self, rule: str, message: str, line: int = 0, column: int = 0) -> None:
        """Keep one more, or count it when enough are kept."""
        if len(self.met) < self.at_most:
            self.met.append(Trouble(rule, message, line, column))
        else:
            self.left_out += 1
