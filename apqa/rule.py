"""What a rule is: a named question to a record, with the ground it stands on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from apqa.finding import Finding, Place, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

Path = tuple[str | int, ...]
"""The way to a value inside a record: keys and list positions, from the top."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule yields: one record breaks it, and this is how."""

    record: Any
    """The record at fault."""

    message: str
    """One plain sentence in the domain's words."""

    at: Path = ()
    """Where in the record it stands; the record as a whole when empty."""

    related: tuple[tuple[Any, Path], ...] = ()
    """Other records, and the places in them, that the fault rests on."""

    remedy: str = ""
    """What to do about this one, where the rule's own remedy is too general."""

    basis: str = ""
    """What this one rests on, where the rule's own basis is too general."""

    key: str = ""
    """Which of the rule's checks it is, where a waiver may answer one of several."""

    law: bool = False
    """Whether this one rests on law, where the rule's others may not. Law cannot be waived."""

    answer: str = ""
    """The reason recorded beside it that answers it: whom it is by and of which day; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A named question to the records, why it is asked, and what to do about a fault."""

    name: str
    """The fault, in kebab-case, readable after "allow"."""

    title: str
    """The fault in one sentence."""

    why: str
    """Why it matters, for `apqa explain`."""

    severity: Severity
    remedy: str
    basis: str = ""
    """The law, guidance, framework text or local policy behind it."""

    clauses: tuple[str, ...] = ()
    law: bool = False
    """Whether it states law. Law cannot be waived."""

    about: str = ""
    """The kind of record it asks about; empty for what the reader itself finds."""

    rests_on: tuple[str, ...] = ()
    """The kinds of other records it takes to be all there. While one cannot be read, a fault may be none."""

    holds_back_note: bool = False
    """Whether a note of visit that has such a fault is not handed over, but as a draft (QF-57)."""

    check: Callable[..., Iterator[Fault]] | None = None
    """The function that looks; the reader's own rules have none."""

    def finding(self, message: str, place: Place, related: Iterable[Place] = (), **own: str) -> Finding:
        """Put one fault of this rule the way the user sees it, with a remedy or basis of its own where it has one.

        A message is one line, however many a text of the record it repeats may have: others read it line by line.
        """
        return Finding(
            rule=self.name,
            severity=self.severity,
            message=" ".join(filter(None, map(str.strip, message.splitlines()))),
            place=place,
            remedy=own.get("remedy") or self.remedy,
            basis=own.get("basis") or self.basis,
            clauses=self.clauses,
            related=tuple(related),
        )
