"""Any self-assessment there can be, for tests that hold for all of them."""

from __future__ import annotations

from datetime import date
from typing import Any

from hypothesis import strategies as st

from apqa.guidance.criteria import every_criterion
from apqa.records.self_assessment import SelfAssessment
from apqa.vocabulary.placement import Destination
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import Rating, Validation
from tests.forms.reports import SENT, counts, days, hours, texts

Data = dict[str, Any]

RECORD = "north-star/2026-27"
_CODES = [each.code for each in every_criterion()]
_money = st.integers(0, 10**7).map(lambda pence: f"{pence / 100:.2f}")
_percent = st.integers(0, 10_000).map(lambda number: f"{number / 100:g}")
_names = st.from_regex(r"[a-z0-9]{1,6}(?:_[a-z0-9]{1,4}){0,2}", fullmatch=True)


def _some(needed: Data | None = None, **optional: Any) -> st.SearchStrategy[Data]:
    return st.fixed_dictionaries(needed or {}, optional=optional)


_action = _some({"what": texts, "owner": texts, "due": days}, done_on=days)
_council = st.fixed_dictionaries(
    {"found": st.sampled_from(list(Validation)), "on": days, "by": texts}, optional={"note": texts}
)


@st.composite
def _rating(draw: st.DrawFn) -> Data:
    rating = draw(st.sampled_from(Rating))
    made = draw(_some({"rating": st.just(rating.value)}, evidence=st.lists(texts, max_size=4), comment=texts))
    if rating is Rating.NOT_APPLICABLE:
        made["why_not_applicable"] = draw(texts)
    if rating in {Rating.PARTIALLY_MET, Rating.NOT_MET} or draw(st.booleans()):
        made["action"] = draw(_action)
    return made


@st.composite
def _headcount(draw: st.DrawFn) -> Data:
    full = draw(st.integers(0, 50))
    part = st.integers(0, full)
    needed = {"on": days, "declared_by": texts, "full_time_with_ehc_plan": part, "full_time_looked_after": part}
    more = {
        "full_time_with_special_needs": part,
        "main_education_here": part,
        "other_ages": counts,
        "most_hours": hours,
    }
    return {"compulsory_school_age": full + draw(counts), "full_time": full, **draw(_some(needed, **more))}


_survey = st.fixed_dictionaries({"answers": counts, "positive": _percent})
_outcomes = _some(
    {"started": counts},
    cohort=st.sampled_from(["2010-11", "2011-12"]),
    attendance=_percent,
    destinations=st.dictionaries(st.sampled_from([each.value for each in Destination]), counts, max_size=4),
    pupils_view=_survey,
)
_figures = _some(
    {},
    list_status=st.sampled_from([each.value for each in ListStatus]),
    changes_told_within=st.integers(0, 60),
    leadership=_some({"complaints": st.integers(5, 9)}, complaints_upheld=st.integers(0, 5)),
    staffing=_some({"posts": _money}, pupils_to_staff=st.dictionaries(_names, counts, min_size=1, max_size=4)),
    health_and_safety=_some({"food_hygiene": st.integers(0, 5)}, fire_drill=days),
    quality_of_education=_some({"hours": st.dictionaries(_names, hours, min_size=1, max_size=5)}),
    outcomes=st.lists(_outcomes, min_size=1, max_size=3),
    finance=_some({"day_rate": _money}, largest_commissioner=_percent, accounts_filed=days),
)
assessments = _some(
    {
        "completed_on": st.dates(SENT, date(2027, 8, 31)),
        "completed_by": texts,
        "true_statement": st.sampled_from(["yes", "no"]),
        "ratings": st.dictionaries(st.sampled_from(_CODES), _rating(), max_size=6),
    },
    version=texts,
    period=st.just({"starts": "2026-01-01", "ends": "2026-08-31"}),
    changes=st.lists(texts, min_size=1, max_size=4),
    headcount=_headcount(),
    figures=_figures,
)


def assessment(data: Data) -> SelfAssessment:
    """Answer the self-assessment that is filled in so."""
    return SelfAssessment.model_validate({"id": RECORD, **data})
