"""Calendars: that a provider or school has one a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.questions.calendars import rival
from apqa.records.kinds import CALENDAR
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.calendar import Calendar


@rule(
    about=CALENDAR,
    severity=Severity.CONCERN,
    clauses=("QF-50",),
    basis="QF-50",
    remedy="Find out which of the two holds, and take the other out.",
    rests_on=(CALENDAR,),
)
def two_calendars_of_one_year(calendar: Calendar, situation: Situation) -> Iterator[Fault]:
    """A provider or school has two calendars of its own for one year.

    Only one of them can hold, and reports and reviews fall due by it. apqa takes the one whose file comes first by
    name.
    """
    other = rival(calendar, situation)
    if other is not None:
        said = f"{CALENDAR.path(other.id)} is of the same provider or school and year, and is the one that is used"
        yield Fault(calendar, said, ("applies_to",))
