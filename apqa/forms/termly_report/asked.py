"""A termly report with all that its document draws on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.received_report import as_known, expected, lacks
from apqa.questions.school_days import NoCalendar

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.due.reports import ExpectedReport
    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider
    from apqa.records.termly_report import TermlyReport


@dataclass(frozen=True, slots=True)
class AskedReport:
    """A report as it stood on a day, its placement and provider, and what was asked for with it."""

    report: TermlyReport
    placement: Placement
    provider: Provider | None
    council: str
    expected: ExpectedReport | None
    lacks: tuple[str, ...]
    on: date

    @property
    def term(self) -> str:
        """Answer the reporting period as people say it: "autumn 2026-27"."""
        return f"{self.report.period} {self.report.year}"

    @property
    def provider_name(self) -> str:
        """Answer the provider's name, or its id where its record is not there or cannot be read."""
        return self.provider.name if self.provider else self.placement.provider

    @property
    def due(self) -> date | None:
        """Answer the last day on which it is in time; none where no calendar says."""
        if self.expected is None or isinstance(self.expected.due, NoCalendar):
            return None
        return self.expected.due

    @property
    def is_final(self) -> bool:
        """Answer whether it tells of the end of the placement."""
        return self.expected is not None and self.expected.is_final

    @property
    def agreed_on(self) -> date:
        """Answer the day whose agreed hours its hours are held against: the last of the placement in the period."""
        last = self.expected.last_day or self.expected.span.ends if self.expected else self.on
        return min(last, self.on)


def asked_report(report: TermlyReport, placement: Placement, situation: Situation) -> AskedReport:
    """Put a report and what its document draws on together, as it all stood on the day."""
    authority = situation.records.authority
    return AskedReport(
        report=as_known(report, situation.on),
        placement=placement,
        provider=situation.records.provider(placement.provider),
        council=authority.name if authority else "",
        expected=expected(report, placement, situation),
        lacks=lacks(report, placement, situation),
        on=situation.on,
    )
