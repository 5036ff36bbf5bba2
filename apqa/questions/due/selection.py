"""Choosing among what falls due: of one provider, one commissioner, some kinds, one term, by a day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.vocabulary.due import DutyKind, DutyState

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from apqa.questions.due.duty import Duty
    from apqa.questions.school_days import Span


_MAY_BE_OVERDUE = frozenset({DutyState.OVERDUE, DutyState.CANNOT_TELL})


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which duties are asked about. What is left out does not choose."""

    last: date | None = None
    """The last day: what is due by then, and whatever waits for somebody; none for everything, settled or not."""

    provider: str = ""
    commissioner: str = ""
    """The commissioner's name, or a part of it, in small or capital letters."""

    kinds: frozenset[DutyKind] = frozenset()
    overdue: bool = False
    """Whether only what is overdue is asked about, and what may be: where that cannot be told it is among it."""

    span: Span | None = None
    """A reporting period: its reports, and what else falls due in it."""

    def chooses(self, duty: Duty) -> bool:
        """Answer whether a duty is asked about."""
        return (
            (not self.provider or duty.provider == self.provider)
            and self.commissioner.casefold() in duty.commissioner.casefold()
            and (not self.kinds or duty.kind in self.kinds)
            and (not self.overdue or duty.state in _MAY_BE_OVERDUE)
            and (self.span is None or _is_of(duty, self.span))
            and (self.last is None or duty.falls_due(self.last))
        )


def chosen(duties: Iterable[Duty], wanted: Wanted) -> tuple[Duty, ...]:
    """Answer the duties that are asked about, in the order they have."""
    return tuple(duty for duty in duties if wanted.chooses(duty))


def _is_of(duty: Duty, span: Span) -> bool:
    if duty.kind is DutyKind.TERMLY_REPORT:
        return duty.key.startswith(f"{duty.kind}/{span.key}/")
    return not duty.is_settled and duty.due is not None and span.covers(duty.due)
