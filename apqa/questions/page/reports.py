"""How a provider's termly reports of the last reporting periods stand, in numbers (QF-50)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.calendars import provider_days
from apqa.questions.due.reports import provider_reports, report_duty
from apqa.vocabulary.due import DutyState

if TYPE_CHECKING:
    from collections.abc import Mapping

    from apqa.questions.due.duty import Duty
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_PERIODS = 3
"""How many periods are told of: a year has three (QF-50)."""


@dataclass(frozen=True, slots=True)
class PeriodReports:
    """The termly reports a provider is asked for in one period."""

    term: str
    """As the folders of reports name it: "2026-27-autumn"."""

    title: str
    states: Mapping[DutyState, int]
    """How many there are in each state; nothing of those of which there are none."""

    late: int
    """Of those that were sent, how many came after the day they were due."""

    @property
    def asked(self) -> int:
        """Answer how many are asked for."""
        return sum(self.states.values())

    @property
    def received(self) -> int:
        """Answer how many were sent and stand: whole, or lacking something, and not sent back."""
        sent = (DutyState.RECEIVED, DutyState.ACCEPTED, DutyState.INCOMPLETE)
        return sum(self.states.get(each, 0) for each in sent)

    @property
    def missing(self) -> int:
        """Answer how many are overdue."""
        return self.states.get(DutyState.OVERDUE, 0)


def period_reports(provider: Provider, situation: Situation) -> tuple[PeriodReports, ...]:
    """Answer how the reports of the last three periods that have begun stand on the day, the latest first.

    They are those of `apqa termly-due`. Where no calendar tells of a period, there is nothing to count.
    """
    spans = [each for each in provider_days(provider.id, situation).spans if each.starts <= situation.on]
    found = []
    for span in reversed(spans[-_PERIODS:]):
        asked = provider_reports(provider.id, situation, span.key)
        duties = [report_duty(each, situation) for each in asked]
        states = Counter(each.state for each in duties)
        found.append(PeriodReports(span.key, span.title, states, sum(map(_came_late, duties))))
    return tuple(found)


def _came_late(duty: Duty) -> bool:
    """Answer whether a report that stands was sent after the day it was due."""
    sent = getattr(duty.record, "submitted_on", None)
    stands = duty.is_settled or duty.state is DutyState.INCOMPLETE
    return stands and sent is not None and duty.due is not None and sent > duty.due
