"""What a provider declared of its pupils: in its own record, and in its self-assessments (QF-10, Appendix A)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.unread import path_of
from apqa.records.kinds import SELF_ASSESSMENT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.registration import Headcount
    from apqa.records.self_assessment import SelfAssessment
    from apqa.rule import Path


@dataclass(frozen=True, slots=True)
class Declaration:
    """A count of pupils from all commissioners, and where it was declared."""

    headcount: Headcount
    record: Provider | SelfAssessment
    """The record it stands in."""

    at: Path
    """Where it stands there."""

    year: str = ""
    """The year of the self-assessment it stands in; empty where it stands in the provider's own record."""

    @property
    def on(self) -> date:
        """Answer the day the pupils were counted."""
        return self.headcount.on

    @property
    def said(self) -> str:
        """Write when it was declared, and where, if not in the provider's own record."""
        return f"declared on {plain(self.on)}" + (f" in the self-assessment {self.year}" if self.year else "")


def declarations(provider: Provider, situation: Situation) -> tuple[Declaration, ...]:
    """Answer every declaration of a provider, whenever made: those of its own record first, then each year's."""
    return tuple(_declarations(provider, situation))


def _declarations(provider: Provider, situation: Situation) -> Iterator[Declaration]:
    for number, headcount in enumerate(provider.headcounts):
        yield Declaration(headcount, provider, ("headcounts", number))
    for each in situation.records.self_assessments_of(provider.id):
        if each.headcount is not None:
            yield Declaration(each.headcount, each, ("headcount",), each.year)


def last_declaration(provider: Provider, situation: Situation) -> Declaration | None:
    """Answer the declaration that counts on the day: that of the latest day on or before it.

    Within one record the one written later counts of two of one day. Where a self-assessment and the provider's own
    record say different things of one day, the one with more full-time pupils does: what is asked for because of them
    must not hang on which of the two somebody looked at.
    """
    counted = [each for each in declarations(provider, situation) if each.on <= situation.on]
    own = [each for each in counted if not each.year]
    written_last = max(range(len(own)), key=lambda number: (own[number].on, number), default=None)
    chosen = [*([] if written_last is None else [own[written_last]]), *(each for each in counted if each.year)]
    return max(chosen, key=_weight, default=None)


def _weight(declaration: Declaration) -> tuple[date, int, int, int, int]:
    count = declaration.headcount
    return (
        count.on,
        count.full_time,
        count.full_time_with_ehc_plan + count.full_time_looked_after,
        count.main_education_here or 0,
        count.compulsory_school_age,
    )


def unread_declarations(provider: Provider, situation: Situation) -> tuple[str, ...]:
    """Name the files of self-assessments that cannot be read, and may declare other pupils than are known."""
    unread = situation.records.unreadable(SELF_ASSESSMENT, provider.id)
    return tuple(path_of(SELF_ASSESSMENT, each) for each in unread)
