"""One thing that falls due: what, by when, who owes it, and how it stands on the day."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.vocabulary.due import DutyKind, DutyState, Owes

if TYPE_CHECKING:
    from datetime import date, timedelta

    from apqa.questions.situation import Situation
    from apqa.records.base import Record
    from apqa.rule import Path

OUTSTANDING = frozenset({DutyState.OVERDUE, DutyState.CANNOT_TELL, DutyState.RETURNED, DutyState.INCOMPLETE})
"""The states in which somebody has to act now, however far off the day is."""

SETTLED = frozenset({DutyState.RECEIVED, DutyState.ACCEPTED})
"""The states in which nothing is owed any more."""


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing that falls due."""

    kind: DutyKind
    key: str
    """Its name for good, whenever it is due: "termly_report/2026-27-autumn/PL-7K3QX"."""

    title: str
    """What is due: "Termly report, autumn 2026-27"."""

    due: date | None
    """The last day on which it is in time; none where that cannot be told."""

    state: DutyState
    owes: Owes
    ask: str
    """Whom to ask, by role."""

    clause: str
    """The framework's clause."""

    basis: str
    """Where it comes from."""

    record: Record
    at: Path = ()
    """The record it stands in, and where."""

    provider: str = ""
    """The provider's id; empty where it is about none."""

    placement: str = ""
    """The placement's id; empty where it is about none."""

    commissioner: str = ""
    """The commissioner's name; empty where it is about no placement."""

    says: str = ""
    """What is known of it, with days."""

    school_days_late: int | None = None
    """By how many school days it is overdue, where that is counted in school days."""

    @property
    def is_settled(self) -> bool:
        """Answer whether nothing is owed any more."""
        return self.state in SETTLED

    def falls_due(self, last: date) -> bool:
        """Answer whether it is overdue, waits for somebody, or is due by a day."""
        return not self.is_settled and (self.state in OUTSTANDING or (self.due is not None and self.due <= last))

    def late(self, on: date) -> timedelta | None:
        """Answer how long it has been overdue; none where it is not."""
        return on - self.due if self.state is DutyState.OVERDUE and self.due else None

    @property
    def urgency(self) -> tuple[int, str, str]:
        """Answer where it comes among others: by its state, then by its day."""
        return list(DutyState).index(self.state), self.due.isoformat() if self.due else "9999", self.key


@dataclass(frozen=True, slots=True)
class Day:
    """A day something of one record falls due on, before it is known who is to be asked."""

    kind: DutyKind
    owes: Owes
    key: str
    """Its name among those of its record: "headcount"."""

    title: str
    due: date | None
    """The last day on which it is in time; none where that cannot be told."""

    clause: str
    basis: str
    at: Path
    says: str = ""


def duty_on(day: Day, record: Record, provider: str, ask: str, situation: Situation) -> Duty:
    """Answer the duty a day of a record makes, once it is known whom to ask, with its state by the calendar.

    The provider is given by its id, empty where the duty is about none. What is about a placement says so besides.
    """
    return Duty(
        kind=day.kind,
        key=day.key,
        title=day.title,
        due=day.due,
        state=state_by_day(day.due, situation),
        owes=day.owes,
        ask=ask,
        clause=day.clause,
        basis=day.basis,
        record=record,
        at=day.at,
        provider=provider,
        says=day.says,
    )


def state_by_day(due: date | None, situation: Situation) -> DutyState:
    """Answer how something stands that is due on a day: overdue after it, due within the days of warning (policy).

    On that day itself it is not overdue.
    """
    if due is None:
        return DutyState.CANNOT_TELL
    if due < situation.on:
        return DutyState.OVERDUE
    return DutyState.DUE if due - situation.on <= situation.policy.days("warning_days") else DutyState.NOT_YET_DUE
