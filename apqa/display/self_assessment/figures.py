"""The figures of a self-assessment in words: what each is called, and how it is written."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from apqa.display.provider_check.words import short
from apqa.display.self_assessment.words import area_title
from apqa.display.table import text_of
from apqa.questions.package import hours_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from apqa.display.self_assessment.answer import SelfAssessmentAnswer
    from apqa.questions.assessments.figures import Figure

_NAMES = {
    "list_status": "Status on the approved provider list",
    "changes_told_within": "Days within which it tells of changes",
    "headcount.on": "Pupils counted on",
    "headcount.compulsory_school_age": "Pupils of compulsory school age",
    "headcount.full_time": "Of these, full-time",
    "headcount.full_time_with_ehc_plan": "Full-time with an EHC plan",
    "headcount.full_time_looked_after": "Full-time and looked after",
    "headcount.full_time_with_special_needs": "Full-time with special educational needs",
    "headcount.main_education_here": "Main education here",
    "headcount.other_ages": "Pupils of other ages",
    "headcount.most_hours": "Most hours a week",
    "registration.commissioners": "Commissioners in the year",
    "registration.inspected_on": "Last inspection",
    "staffing.posts": "Full-time posts",
    "staffing.teaching_qualified": "Qualified teachers",
    "staffing.subject_qualified": "Qualified in subject or trade",
    "staffing.left": "Staff who left",
    "safeguarding.trained_on": "All staff trained on",
    "safeguarding.allegations": "Allegations referred to the LADO",
    "safeguarding.low_level": "Low-level concerns",
    "safeguarding.missing": "Times a pupil left without leave",
    "health_and_safety.riddor": "Reported under RIDDOR",
    "health_and_safety.first_aiders": "First aiders in date",
    "health_and_safety.fire_risk_assessed": "Fire risks assessed on",
    "health_and_safety.fire_findings_open": "Fire findings still open",
    "health_and_safety.fire_drill": "Last fire drill",
    "health_and_safety.food_hygiene": "Food hygiene rating, 0 to 5",
    "admissions_and_support.suspensions": "Times sent home or suspended",
    "admissions_and_support.ended_early": "Placements it ended early",
    "data_protection.breaches": "Breaches of personal data",
    "data_protection.breaches_reported": "Of these, reported",
    "finance.day_rate": "Price of a day, pounds",
    "finance.session_rate": "Price of a session, pounds",
    "finance.attended_session_cost": "Cost of an attended session, pounds",
    "finance.outcome_cost": "Cost of a placement that succeeded, pounds",
    "finance.largest_commissioner": "Largest commissioner, per cent of income",
    "finance.accounts_filed": "Last accounts filed",
}
_IN_GROUPS = {
    "pupils_to_staff": "Pupils to one adult",
    "hours": "Hours a week",
    "destinations": "Destination",
    "pupils_view": "Pupils' view",
    "parents_view": "Parents' view",
}
_WORDS = {"neet": "NEET", "fe_college": "FE college"}
_PER_CENT = frozenset({"attendance", "targets_met", "positive"})

FigureRow = tuple[str, str, str, str]
"""The area, the name, this year's value and last year's, each in words."""


def figure_rows(answer: SelfAssessmentAnswer) -> Iterator[FigureRow]:
    """Put each figure in a row."""
    for figure in answer.figures:
        area = area_title(figure.area) if figure.area else "At the head"
        yield area, figure_name(figure.key), _written(figure.value), _written(figure.before)


def figure_name(key: str) -> str:
    """Name a figure for people, by the way to it in the record."""
    if key in _NAMES:
        return _NAMES[key]
    parts = key.split(".")[1:]
    cohort = f", cohort {parts[0]}" if key.startswith("outcomes.") and parts[0] != "all" else ""
    if key.startswith("outcomes."):
        parts = parts[1:]
    group, last = (_IN_GROUPS.get(parts[0], ""), parts[-1]) if len(parts) > 1 else ("", parts[-1])
    words = _WORDS.get(last, last.replace("_", " "))
    name = f"{group}: {words}" if group else words.capitalize()
    return name + (", per cent" if last in _PER_CENT else "") + cohort


def _written(value: Any) -> str:
    if value is None:
        return "-"
    if isinstance(value, date):
        return short(value)
    if isinstance(value, Decimal):
        return f"{value:f}"
    if hasattr(value, "total_seconds"):
        return hours_text(value)
    return text_of(value).replace("_", " ")


def any_before(rows: list[FigureRow]) -> bool:
    """Answer whether anything was stated the year before."""
    return any(row[3] != "-" for row in rows)


def value_of(figure: Figure, *, before: bool = False) -> str:
    """Write a figure's value, or the one of the year before, as it stands in a table for programs."""
    value = figure.before if before else figure.value
    return "" if value is None else f"{value:f}" if isinstance(value, Decimal) else text_of(value)
