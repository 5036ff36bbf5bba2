"""The boxes of the figures of a year, area by area (Appendix A1 to A10)."""

from __future__ import annotations

from apqa.forms.filling.box import Box, BoxKind, Page, Table
from apqa.forms.filling.derived import box, choices
from apqa.questions.assessments.areas import area_title
from apqa.records.figures import OutcomeFigures
from apqa.records.self_assessment import SelfAssessment
from apqa.vocabulary.placement import Destination
from apqa.vocabulary.review import Area

BESIDE = ("Last year", "By the council's records")
"""What stands beside each box."""

_FIGURES: dict[Area, dict[str, str]] = {
    Area.REGISTRATION: {
        "commissioners": "Commissioners",
        "subcontractors": "Subcontractors",
        "inspected_on": "Last inspected on",
    },
    Area.LEADERSHIP: {
        "complaints": "Complaints",
        "complaints_upheld": "Complaints upheld",
        "actions_agreed": "Actions agreed",
        "actions_closed": "Actions closed",
    },
    Area.STAFFING: {
        "posts": "Full-time posts",
        "teaching_qualified": "Qualified teachers",
        "subject_qualified": "Qualified in subject or trade",
        "left": "Staff who left",
        "supply": "Supply staff",
        "volunteers": "Volunteers",
    },
    Area.SAFEGUARDING: {
        "trained_on": "Safeguarding training completed on",
        "allegations": "Allegations referred",
        "low_level": "Low-level concerns",
        "physical_interventions": "Physical interventions",
        "missing": "Left without leave",
    },
    Area.HEALTH_AND_SAFETY: {
        "accidents": "Accidents",
        "riddor": "Reported under RIDDOR",
        "first_aiders": "First aiders",
        "fire_risk_assessed": "Fire risks assessed on",
        "fire_findings_open": "Fire findings still open",
        "fire_drill": "Last fire drill on",
        "food_hygiene": "Food hygiene rating",
    },
    Area.ADMISSIONS_AND_SUPPORT: {
        "suspensions": "Sent home or suspended",
        "ended_early": "Placements you ended early",
    },
    Area.DATA_PROTECTION: {
        "access_requests": "Requests for own data",
        "breaches": "Data breaches",
        "breaches_reported": "Breaches reported",
    },
    Area.FINANCE: {
        "day_rate": "Price of a day",
        "session_rate": "Price of a session",
        "attended_session_cost": "Cost of an attended session",
        "outcome_cost": "Cost of a placement that reached its aim",
        "largest_commissioner": "Per cent from the largest commissioner",
        "accounts_filed": "Last accounts filed on",
    },
}
"""The figures of each area that are single values, with what their boxes are called."""


_HELP = {
    "subcontractors": "How many others teach or look after your pupils for you.",
    "inspected_on": "The last day of your latest inspection by Ofsted or the Independent Schools Inspectorate.",
    "ended_early": "How many placements you ended before their time.",
    "largest_commissioner": "The share of your income from the largest commissioner, in per cent.",
}
"""What belongs in a box, where the record says it of the provider."""


def _boxes(area: Area) -> tuple[Box, ...]:
    title = area_title(area)
    return tuple(
        box(SelfAssessment, f"figures.{area}.{name}", said, _HELP.get(name, ""), group=title)
        for name, said in _FIGURES[area].items()
    )


FIGURES = Page(
    "Figures",
    "The figures of the year. Counts alone: never what happened, or to whom.",
    tuple(each for area in _FIGURES for each in _boxes(area)),
    BESIDE,
)

HOURS = Table(
    "Hours by subject",
    "Hours of teaching a week in each subject you teach, such as 4.5. Add others below.",
    ("figures", "quality_of_education", "hours"),
    "Subject",
    (
        Box(("name",), "Subject", "A short name, such as English or Mathematics.", BoxKind.NAME, given=True),
        Box(("value",), "Hours a week", "Hours of teaching a week, such as 4.5.", BoxKind.HOURS),
    ),
    spare=4,
    by_name=True,
)

RATIOS = Table(
    "Pupils to staff",
    "For each kind of activity, the most pupils there are for one member of staff.",
    ("figures", "staffing", "pupils_to_staff"),
    "Activity",
    (
        Box(("name",), "Activity", "A short name, such as Workshop or Off site.", BoxKind.NAME, given=True),
        Box(("value",), "Pupils", "The most pupils for one member of staff.", BoxKind.WHOLE_NUMBER, most=1000),
    ),
    spare=4,
    by_name=True,
)

_OUTCOMES = {
    "cohort": "School cohort",
    "started": "Placements started",
    "ended": "Placements ended",
    "attendance": "Attendance, per cent",
    "targets_met": "Targets met, per cent",
    "qualifications_entered": "Qualifications entered",
    "qualifications_achieved": "Qualifications achieved",
    "reintegrated": "Back at a school",
    "sustained": "Still there after 12 weeks",
    "exclusions_avoided": "Exclusions avoided",
    "pupils_view.answers": "Pupils who answered",
    "pupils_view.positive": "Positive, per cent (pupils)",
    "parents_view.answers": "Parents who answered",
    "parents_view.positive": "Positive, per cent (parents)",
}

_COHORT = "The school cohort, such as 2010-11 (born 1 September to 31 August); empty for all pupils together."


def _destinations() -> tuple[Box, ...]:
    most = box(OutcomeFigures, "started", "").most
    return tuple(
        Box(
            ("destinations", word),
            f"Went to: {label[:1].lower()}{label[1:]}",
            "How many pupils.",
            BoxKind.WHOLE_NUMBER,
            most=most,
        )
        for word, label in choices(Destination)
    )


OUTCOMES = Table(
    "Outcomes",
    "The year's outcomes: one row for all pupils together, one for each school cohort, or both. Numbers alone.",
    ("figures", "outcomes"),
    "Outcomes",
    (
        *(box(OutcomeFigures, key, said, _COHORT if key == "cohort" else "") for key, said in _OUTCOMES.items()),
        *_destinations(),
    ),
    spare=4,
)
