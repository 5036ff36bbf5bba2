"""The records at hand, the day asked about, and what applies on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from apqa.guidance.policy import AppliedPolicy

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from apqa.records.base import Record
    from apqa.records.collection import Records
    from apqa.records.placement import Placement

T = TypeVar("T")


@dataclass(frozen=True)
class Situation:
    """What every question is asked of: the records at hand, and the day the question is about."""

    records: Records
    on: date
    _answers: dict[Any, Any] = field(default_factory=dict, compare=False, repr=False)
    _days: dict[date, Situation] = field(default_factory=dict, compare=False, repr=False)
    """The situations of the same records on other days, made when first asked for and shared between them."""
    _recorded: Situation | None = field(default=None, compare=False, repr=False)
    """The situation without the draft placement, where one was added that no record is of."""

    @cached_property
    def policy(self) -> AppliedPolicy:
        """Answer what law, guidance and local policy ask on the day."""
        return AppliedPolicy(self.records.authority, self.on)

    def once(self, question: Any, ask: Callable[[], T]) -> T:
        """Answer a question once and remember the answer: many rules ask the same."""
        if question not in self._answers:
            self._answers[question] = ask()
        answer: T = self._answers[question]
        return answer

    def on_day(self, on: date) -> Situation:
        """Answer the same records on another day."""
        if on == self.on:
            return self
        if on not in self._days:
            self._days[on] = Situation(self.records, on, _days=self._days, _recorded=self._recorded)
        return self._days[on]

    def placing(self, draft: Placement) -> Situation:
        """Answer the situation as it would be with a draft placement added."""
        records = self.records.with_placement(draft)
        recorded = None if self.records.placement(draft.id) else self.as_recorded_on(self.on)
        return replace(self, records=records, _answers={}, _days={}, _recorded=recorded)

    def with_record(self, record: Record) -> Situation:
        """Answer the situation as it would be with a record written, new or in the place of that of its id."""
        return replace(self, records=self.records.with_record(record), _answers={}, _days={})

    def as_recorded_on(self, on: date) -> Situation:
        """Answer how it was recorded to be on a day: a new placement was not there when pupils were counted.

        One that takes a record's place is asked about as that record, on every day.
        """
        return (self._recorded or self).on_day(on)
