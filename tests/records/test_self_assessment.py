"""A yearly self-assessment: ratings, what they need, and what the council found."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from apqa.vocabulary.placement import Destination
from tests.builders import a_headcount, a_self_assessment, day
from tests.records.refusing import contradiction, refusals

ACTION = {"what": "train", "owner": "head", "due": "2027-01-10"}


def rated(**rating: Any) -> Any:
    return a_self_assessment(ratings={"s1_1": rating})


def test_its_name_says_whose_and_which_year() -> None:
    found = a_self_assessment("the-old-barn/2026-27")
    assert (found.provider, found.year) == ("the-old-barn", "2026-27")


def test_it_may_be_another_version_and_cover_another_time() -> None:
    found = a_self_assessment(version="2", period={"starts": "2026-04-01", "ends": "2027-03-31"})
    assert found.version == "2"
    assert found.period
    said = contradiction(a_self_assessment, period={"starts": "2026-04-01", "ends": "2026-03-31"})
    assert said == "it ends on 2026-03-31, before it starts on 2026-04-01"


@pytest.mark.parametrize(
    ("rating", "message"),
    [
        pytest.param(
            {"rating": "not_applicable"},
            "it is rated not_applicable, so say why: why_not_applicable",
            id="not-applicable",
        ),
        pytest.param(
            {"rating": "met", "why_not_applicable": "no vehicles"},
            "it is rated met, and why_not_applicable says why it does not apply",
            id="met-and-not-applicable",
        ),
        pytest.param(
            {"rating": "partially_met"},
            "it is rated partially_met, so say what will be done: action",
            id="partially-met",
        ),
        pytest.param({"rating": "not_met"}, "it is rated not_met, so say what will be done: action", id="not-met"),
        pytest.param(
            {"rating": "met", "council": {"found": "met", "on": "2026-11-03"}},
            "it was checked, so say by whom and when: by, on",
            id="checked-by-nobody",
        ),
        pytest.param(
            {"rating": "met", "council": {"found": "not_met", "by": "officer"}},
            "it was checked, so say by whom and when: by, on",
            id="checked-on-no-day",
        ),
    ],
)
def test_a_rating_says_what_it_needs_to(rating: dict[str, Any], message: str) -> None:
    assert contradiction(rated, **rating) == message


FIGURES = {
    "list_status": "listed",
    "changes_told_within": "5",
    "leadership": {"complaints": "3", "complaints_upheld": "1"},
    "staffing": {"posts": "6.5", "pupils_to_staff": {"workshop": "3"}},
    "health_and_safety": {"riddor": "0", "fire_drill": "2026-06-23", "food_hygiene": "5"},
    "quality_of_education": {"hours": {"english": "3:30"}},
    "outcomes": [
        {"started": "6", "destinations": {"neet": "0"}, "pupils_view": {"answers": "24", "positive": "83.3"}},
        {"cohort": "2009-10", "ended": "4"},
    ],
    "data_protection": {"breaches": "1", "breaches_reported": "0"},
    "finance": {"day_rate": "98.50", "largest_commissioner": "35", "accounts_filed": "2026-08-14"},
}


def test_a_self_assessment_needs_no_figures() -> None:
    assert a_self_assessment().figures is None
    empty = a_self_assessment(figures={}).figures
    assert empty is not None
    assert (empty.leadership, empty.outcomes) == (None, ())


def test_figures_are_what_they_count() -> None:
    found = a_self_assessment(figures=FIGURES).figures
    assert found is not None
    assert found.staffing
    assert (found.staffing.posts, found.staffing.pupils_to_staff) == (Decimal("6.5"), {"workshop": 3})
    assert found.quality_of_education
    assert found.quality_of_education.hours == {"english": timedelta(hours=3.5)}
    everybody, leavers = found.outcomes
    assert everybody.destinations == {Destination.NEET: 0}
    assert everybody.pupils_view
    assert (everybody.pupils_view.positive, leavers.cohort) == (Decimal("83.3"), "2009-10")
    assert found.finance
    assert (found.finance.day_rate, found.finance.accounts_filed) == (Decimal("98.50"), day("2026-08-14"))


@pytest.mark.parametrize(
    ("figures", "kind", "said"),
    [
        pytest.param(
            {"staffing": {"posts": "10000"}}, "out-of-range", "10,000 posts are more than any provider has", id="posts"
        ),
        pytest.param(
            {"staffing": {"posts": "six"}},
            "wrong-type",
            "'six' is not a number: write full-time posts such as 6.5",
            id="posts-in-words",
        ),
        pytest.param(
            {"health_and_safety": {"food_hygiene": "6"}},
            "out-of-range",
            "a food hygiene rating is from 0 to 5, not 6",
            id="food-hygiene",
        ),
        pytest.param(
            {"changes_told_within": "3654"}, "out-of-range", "3,654 days are more than ten years", id="days-of-notice"
        ),
        pytest.param(
            {"outcomes": [{"targets_met": "101"}]}, "out-of-range", "101 is more than 100 per cent", id="per-cent"
        ),
        pytest.param(
            {"outcomes": [{"targets_met": "many"}]},
            "wrong-type",
            "'many' is not a number: write per cent such as 92.5",
            id="per-cent-in-words",
        ),
    ],
)
def test_a_figure_that_cannot_be_is_refused(figures: dict[str, Any], kind: str, said: str) -> None:
    ((_, found, message),) = refusals(a_self_assessment, figures=figures)
    assert (found, message) == (kind, said)


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"headcount": a_headcount(on="2026-12-16")}, ("headcount", "on")),
        ({"figures": {"registration": {"inspected_on": "2026-12-16"}}}, ("figures", "registration", "inspected_on")),
        ({"figures": {"safeguarding": {"trained_on": "2026-12-16"}}}, ("figures", "safeguarding", "trained_on")),
        (
            {"figures": {"health_and_safety": {"fire_drill": "2026-12-16"}}},
            ("figures", "health_and_safety", "fire_drill"),
        ),
        ({"figures": {"finance": {"accounts_filed": "2026-12-16"}}}, ("figures", "finance", "accounts_filed")),
    ],
)
def test_what_it_tells_of_was_before_it_was_completed(changes: dict[str, Any], at: tuple[str, ...]) -> None:
    said = "2026-12-16 is after it was completed, on 2026-12-15: correct one of the two"
    assert refusals(a_self_assessment, completed_on="2026-12-15", **changes) == [(at, "contradiction", said)]
    assert a_self_assessment(completed_on="2026-12-16", **changes).year == "2026-27"


def test_an_action_may_be_done_after_it_was_completed() -> None:
    rating = {"rating": "not_met", "action": {**ACTION, "done_on": "2027-01-08"}}
    action = a_self_assessment(completed_on="2026-12-15", ratings={"s1_1": rating}).ratings["s1_1"].action
    assert action
    assert action.done_on == day("2027-01-08")
