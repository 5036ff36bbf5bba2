"""Each figure of a year beside the same of the year before."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from apqa.questions.assessments.figures import figures_beside
from apqa.records.figures import Figures
from apqa.vocabulary.review import Area
from tests.builders import PROVIDER, a_headcount, a_self_assessment, day

NOW = {
    "list_status": "listed",
    "leadership": {"complaints": "3", "complaints_upheld": "1"},
    "staffing": {"posts": "6.5", "pupils_to_staff": {"workshop": "3"}},
    "quality_of_education": {"hours": {"english": "3:30"}},
    "outcomes": [
        {"started": "6", "destinations": {"neet": "0"}, "pupils_view": {"answers": "24", "positive": "83.3"}},
        {"cohort": "2009-10", "started": "1"},
    ],
    "finance": {"accounts_filed": "2026-08-14"},
}
THEN = {"leadership": {"complaints": "4"}, "outcomes": [{"cohort": "2009-10", "started": "2"}]}


def test_every_figure_is_there_once_in_the_order_of_appendix_a() -> None:
    now = a_self_assessment(figures=NOW, headcount=a_headcount(on="2026-09-14"))
    then = a_self_assessment(f"{PROVIDER}/2025-26", figures=THEN)
    found = {each.key: (each.area, each.value, each.before) for each in figures_beside(now, then)}
    assert list(found)[:2] == ["list_status", "headcount.on"]
    assert found["headcount.on"] == (Area.REGISTRATION, day("2026-09-14"), None)
    assert found["leadership.complaints"] == (Area.LEADERSHIP, 3, 4)
    assert found["staffing.pupils_to_staff.workshop"] == (Area.STAFFING, 3, None)
    assert found["staffing.posts"] == (Area.STAFFING, Decimal("6.5"), None)
    assert found["quality_of_education.hours.english"][1] == timedelta(hours=3, minutes=30)
    assert found["outcomes.all.destinations.neet"][1] == 0
    assert found["outcomes.all.pupils_view.positive"][1] == Decimal("83.3")
    assert found["outcomes.2009-10.started"] == (Area.OUTCOMES, 1, 2)
    assert not [key for key in found if key.endswith((".declared_by", ".cohort", ".evidence", ".local"))]
    areas = [list(Area).index(area) for area, _, _ in found.values() if area]
    assert areas == sorted(areas)


def test_what_only_the_year_before_states_is_there_too() -> None:
    then = a_self_assessment(f"{PROVIDER}/2025-26", figures=THEN)
    found = figures_beside(a_self_assessment(), then)
    assert [(each.key, each.value, each.before) for each in found] == [
        ("leadership.complaints", None, 4),
        ("outcomes.2009-10.started", None, 2),
    ]
    assert figures_beside(a_self_assessment(), None) == ()


def test_each_group_of_figures_belongs_to_an_area_or_stands_above_them_all() -> None:
    groups = set(Figures.model_fields) - {"local"}
    assert groups - set(Area) == {"list_status", "changes_told_within"}
