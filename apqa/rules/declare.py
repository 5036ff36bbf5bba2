"""How a rule is written: a function with a docstring that says why, under a line that says on what ground."""

from __future__ import annotations

from inspect import cleandoc
from typing import TYPE_CHECKING

from apqa.rule import Fault, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.finding import Severity
    from apqa.records.kinds import Kind


def rule(  # noqa: PLR0913  a rule stands on this much
    *,
    about: Kind | None,
    severity: Severity,
    clauses: tuple[str, ...],
    basis: str,
    remedy: str,
    law: bool = False,
    rests_on: tuple[Kind, ...] = (),
    holds_back_note: bool = False,
) -> Callable[[Callable[..., Iterator[Fault]]], Rule]:
    """Make a rule of a function. Its name is the fault, its docstring the fault in a sentence, then why it matters.

    The function is asked of each record of the kind `about`, or once of the whole situation where that is none. What
    it `rests_on` are the kinds of other records of which none that matters may be hidden from it. One that
    `holds_back_note` keeps a note of visit that has its fault from being handed over.
    Nothing is registered: `apqa.rules.RULES` lists every rule.
    """

    def make(check: Callable[..., Iterator[Fault]]) -> Rule:
        title, _, why = cleandoc(check.__doc__ or "").partition("\n")
        return Rule(
            name=check.__name__.replace("_", "-"),
            title=title.strip(),
            why=" ".join(why.split()),
            severity=severity,
            remedy=remedy,
            basis=basis,
            clauses=clauses,
            law=law,
            about=about.name if about else "",
            rests_on=tuple(kind.name for kind in rests_on),
            holds_back_note=holds_back_note,
            check=check,
        )

    return make
