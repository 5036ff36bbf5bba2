"""What a provider states of a year's attendance, beside what its own termly reports sum to (QF-52, QF-53)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.assessments.differences import Difference
from apqa.questions.outcomes.of_year import Year, year_of
from apqa.questions.outcomes.outcomes import outcomes, shares
from apqa.questions.outcomes.tree import ATTENDANCE

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from apqa.questions.situation import Situation
    from apqa.records.self_assessment import SelfAssessment


def attendance_differences(assessment: SelfAssessment, situation: Situation) -> Iterator[Difference]:
    """Find that attendance is stated and the reports sum to another, by more than the council lets them differ.

    Asked of the academic year the self-assessment covers, once that is over, and of all pupils together: a cohort is
    not told apart in the reports. Where no report of that year tells of sessions there is nothing to hold it against.
    """
    year = _year(assessment, situation)
    if year is None or not year.is_over:
        return
    for at, figures in enumerate(assessment.figures.outcomes if assessment.figures else ()):
        if figures.cohort is None and figures.attendance is not None:
            says = _another(figures.attendance, year, assessment.provider, situation)
            if says:
                yield Difference("outcomes.attendance", says, ("figures", "outcomes", at, "attendance"), ())


def _another(stated: Decimal, year: Year, provider: str, situation: Situation) -> str:
    """Say what the reports sum to; empty where that is as near as the council asks, or nothing."""
    total = outcomes(situation, year, provider).table(ATTENDANCE).total
    attended, possible = total["attended"].number, total["possible"].number
    reported = shares(ATTENDANCE, {"attended": attended, "possible": possible})["attended"]
    if reported is None or abs(stated - reported) <= situation.policy.setting("attendance_difference").value:
        return ""
    return (
        f"states {stated} % attendance for {year.name}; the termly reports of that year sum to {reported} % "
        f"({attended:,} of {possible:,} sessions)"
    )


def _year(assessment: SelfAssessment, situation: Situation) -> Year | None:
    """Answer the academic year its figures are of; none where they are of a time that is not within one."""
    period = assessment.period
    if period is None:
        return Year(assessment.year, situation.on)
    year = year_of(period.starts)
    within = period.ends is not None and period.ends <= year.ends
    return Year(year.name, situation.on) if within else None
