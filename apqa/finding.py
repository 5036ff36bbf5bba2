"""What is wrong, how bad it is, and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self


class Severity(StrEnum):
    """How bad a finding is, from the worst down."""

    BREACH = "breach"
    """Law or the framework is broken."""

    CONCERN = "concern"
    """A standard is at risk."""

    QUERY = "query"
    """Amend the record, or record a reason."""

    ADVICE = "advice"
    """Good practice."""

    @property
    def rank(self) -> int:
        """Answer how far down the scale it stands: 0 is the worst."""
        return _ORDER.index(self)

    def at_least(self, other: Severity) -> bool:
        """Answer whether this is as bad as the other, or worse."""
        return self.rank <= other.rank


_ORDER = tuple(Severity)


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a file of the records folder. Lines and columns count from 1; 0 means the file as a whole."""

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        """Write it the way editors and compilers do, `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    @property
    def order(self) -> tuple[str, int, int]:
        """Answer where it comes when places are listed."""
        return (self.path, self.line, self.column)


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault as the user sees it: what, where, on what ground, and what to do."""

    rule: str
    severity: Severity
    message: str
    place: Place
    remedy: str
    basis: str = ""
    clauses: tuple[str, ...] = ()
    related: tuple[Place, ...] = ()
    waived_by: str = ""
    """The id of the waiver that answers it; empty when none does."""
    reason: str = ""
    """The reason recorded in the record itself that answers it, by whom and when; empty when there is none."""

    @property
    def order(self) -> tuple[tuple[str, int, int], int, str, str]:
        """Answer where it comes when findings are listed: by place, then the worst first."""
        return (self.place.order, self.severity.rank, self.rule, self.message)

    @property
    def is_answered(self) -> bool:
        """Answer whether a waiver or a recorded reason answers it, so that it stays visible and fails no run."""
        return bool(self.waived_by or self.reason)

    @property
    def answer(self) -> str:
        """Say in a few words what answers it; nothing where nothing does."""
        return f"Waived by {self.waived_by}" if self.waived_by else f"Answered: {self.reason}" if self.reason else ""

    def answered(self, reason: str) -> Self:
        """Answer the same finding, answered by a reason that stands in the record."""
        return replace(self, reason=reason)

    def waived(self, waiver: str) -> Self:
        """Answer the same finding, answered by a waiver. It stays visible and no longer fails a run."""
        return replace(self, waived_by=waiver)
