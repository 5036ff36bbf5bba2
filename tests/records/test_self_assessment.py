"""A yearly self-assessment: ratings, what they need, and what the council found."""

from __future__ import annotations

from typing import Any

import pytest

from tests.builders import a_self_assessment
from tests.records.refusing import contradiction

ACTION = {"what": "train", "owner": "head", "due": "2027-01-10"}
CHECKED = {"on": "2026-11-03", "by": "officer"}


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
            {"rating": "not_applicable"}, "it is not_applicable, so say why: why_not_applicable", id="not-applicable"
        ),
        pytest.param(
            {"rating": "met", "why_not_applicable": "no vehicles"},
            "it is met, and why_not_applicable says why it does not apply",
            id="met-and-not-applicable",
        ),
        pytest.param(
            {"rating": "partially_met"}, "it is partially_met, so say what will be done: action", id="partially-met"
        ),
        pytest.param({"rating": "not_met"}, "it is not_met, so say what will be done: action", id="not-met"),
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


@pytest.mark.parametrize(
    ("rating", "effective"),
    [
        pytest.param({"rating": "met"}, "met", id="the-providers"),
        pytest.param({"rating": "not_met", "action": ACTION}, "not_met", id="the-providers-with-an-action"),
        pytest.param({"rating": "not_applicable", "why_not_applicable": "no vehicles"}, "not_applicable", id="exempt"),
        pytest.param({"rating": "met", "council": {"found": "not_checked"}}, "met", id="not-checked"),
        pytest.param(
            {"rating": "met", "council": {"found": "partially_met", **CHECKED}}, "partially_met", id="the-councils"
        ),
    ],
)
def test_the_councils_finding_counts_once_it_has_checked(rating: dict[str, Any], effective: str) -> None:
    assert rated(**rating).ratings["s1_1"].effective == effective
