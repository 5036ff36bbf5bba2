"""What the sessions of a year cost by the agreements, against those attended by the termly reports (QF-43)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from apqa.guidance.attendance_law import sessions_a_day
from apqa.questions.calendars import provider_days
from apqa.questions.outcomes.of_year import placement_years
from apqa.questions.value.sums import SessionWeek, rounded, session_price

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date
    from decimal import Decimal

    from apqa.questions.outcomes.of_year import Year
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement, Timetable
    from apqa.records.termly_report import TermlyReport

NO_SESSIONS = "without sessions"
NO_PRICE = "without an agreed price"
NO_SESSION_PRICE = "with a price that cannot be turned into sessions"
CHANGED = "with a price that changed within the period"
WHY_LEFT_OUT = (NO_SESSIONS, NO_PRICE, NO_SESSION_PRICE, CHANGED)
"""Why the sessions of a termly report are not counted."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What the sessions a provider's termly reports count cost, by the agreements."""

    agreed: Fraction
    """The pounds of all sessions there could have been, attended or not."""

    possible: int
    attended: int
    placements: int
    """How many placements the reports are on."""

    reports: int
    left_out: Mapping[str, int]
    """How many reports are not counted, by why."""

    @property
    def per_attended(self) -> Decimal | None:
        """Answer the pounds for each attended session; none where none was attended, or no report counts."""
        return rounded(self.agreed / self.attended) if self.attended else None


def cost_of(provider_id: str, situation: Situation, year: Year) -> Cost:
    """Sum up what the sessions of a year cost by the agreements that held, as far as reports had come by the day.

    Every session there could have been is taken to be paid, attended or not: no record says what was invoiced. What
    the provider could not offer is not among them.
    """
    agreed, possible, attended, reports = Fraction(), 0, 0, 0
    placements: set[str] = set()
    left_out: Counter[str] = Counter()
    for each in placement_years(situation, year, provider_id):
        for report in each.reports:
            price = _price(report, each.placement, situation)
            if report.sessions is None or isinstance(price, str):
                left_out[NO_SESSIONS if report.sessions is None else str(price)] += 1
                continue
            agreed += price * report.sessions.possible
            possible += report.sessions.possible
            attended += report.sessions.attended
            reports += 1
            placements.add(each.placement.id)
    return Cost(agreed, possible, attended, len(placements), reports, left_out)


def _price(report: TermlyReport, placement: Placement, situation: Situation) -> Fraction | str:
    """Answer what a session cost in the time of a report, or why that cannot be told."""
    first, last = _time(report, placement, situation)
    prices = set(_prices(placement, first, last))
    if not prices:
        return NO_PRICE
    if len(prices) > 1:
        return CHANGED
    (price,) = prices
    return NO_SESSION_PRICE if price is None else price


def _time(report: TermlyReport, placement: Placement, situation: Situation) -> tuple[date, date]:
    """Answer the days a report is about: its period, as far as the placement lasted; without a calendar, one day."""
    sent = report.submitted_on or situation.on
    span = next((each for each in provider_days(placement.provider, situation).spans if each.key == report.term), None)
    first, last = (span.starts, span.ends) if span else (sent, sent)
    last = max(placement.starts, min(last, placement.last_day or last))
    return min(max(first, placement.starts), last), last


def _prices(placement: Placement, first: date, last: date) -> Iterator[Fraction | None]:
    """Answer what a session costs by each agreement and week that held within some days; none where that is unclear."""
    for each in placement.agreements:
        if each.pounds is None or each.unit is None or not _within(each.starts, each.ends, first, last):
            continue
        weeks = [week for week in placement.timetable if _within(week.starts, week.ends, first, last)]
        yield from (session_price(each.pounds, each.unit, _week(week, last)) for week in weeks)


def _within(starts: date, ends: date | None, first: date, last: date) -> bool:
    return starts <= last and (ends is None or first <= ends)


def _week(week: Timetable, on: date) -> SessionWeek:
    law = sessions_a_day(on)
    return SessionWeek(len(week.days), week.hours_with_breaks, law.a_day if law else None)
