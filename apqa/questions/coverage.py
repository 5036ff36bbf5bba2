"""Which clause of the framework is covered by what: rules, commands, forms, or a person's judgement."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.guidance.clauses import clauses

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from apqa.guidance.clauses import Clause
    from apqa.rule import Rule


class Covered(StrEnum):
    """How far a clause is covered by what there is now."""

    COVERED = "covered"
    JUDGED = "judged"
    """By a person's judgement, which the records have room for."""
    PARTLY = "partly"
    """Something covers it, and a command that belongs to it is still to come."""
    NOT_COVERED = "not_covered"


@dataclass(frozen=True, slots=True)
class ClauseCoverage:
    """One clause and all that covers it."""

    clause: Clause
    rules: tuple[str, ...]
    commands: tuple[str, ...]
    to_come: tuple[str, ...]
    """Commands that belong to it and are not there yet. They cover nothing."""

    files: tuple[str, ...]

    @property
    def how_far(self) -> Covered:
        """Answer how far it is covered."""
        if self.rules or self.commands or self.files:
            return Covered.PARTLY if self.to_come else Covered.COVERED
        return Covered.JUDGED if self.clause.judged_by_person else Covered.NOT_COVERED


@dataclass(frozen=True, slots=True)
class Coverage:
    """Every clause and what covers it."""

    clauses: tuple[ClauseCoverage, ...]

    @property
    def not_covered(self) -> tuple[str, ...]:
        """Answer the ids of the clauses nothing covers."""
        return tuple(each.clause.id for each in self.clauses if each.how_far is Covered.NOT_COVERED)

    def count(self, how_far: Covered) -> int:
        """Count the clauses that are covered so far."""
        return sum(each.how_far is how_far for each in self.clauses)


def coverage(rules: Iterable[Rule], commands: Collection[str], files: Collection[str]) -> Coverage:
    """Work out what covers each clause: of these rules, commands and shipped files, and of people's judgement."""
    listed = tuple(rules)
    return Coverage(tuple(_of(each, listed, commands, files) for each in clauses()))


def clause_coverage(
    clause: Clause, rules: Iterable[Rule], commands: Collection[str], files: Collection[str]
) -> ClauseCoverage:
    """Work out what covers one clause."""
    return _of(clause, tuple(rules), commands, files)


def _of(clause: Clause, rules: tuple[Rule, ...], commands: Collection[str], files: Collection[str]) -> ClauseCoverage:
    return ClauseCoverage(
        clause=clause,
        rules=tuple(dict.fromkeys(rule.name for rule in rules if clause.id in rule.clauses)),
        commands=tuple(name for name in clause.commands if name in commands),
        to_come=tuple(name for name in clause.commands if name not in commands),
        files=tuple(name for name in clause.files if name in files),
    )
