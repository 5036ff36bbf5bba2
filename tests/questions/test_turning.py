"""Whether a self-assessment, once written, gives the registration question another answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.registration import Requirement
from apqa.questions.turning import registration_with
from tests.builders import ON, a_headcount, a_self_assessment, in_order_provider, situation

if TYPE_CHECKING:
    from apqa.records.self_assessment import SelfAssessment


def declaring(**counted: Any) -> SelfAssessment:
    on = counted.get("on", "2026-10-01")
    return a_self_assessment(completed_on=on, headcount=a_headcount(**{**counted, "on": on}))


@pytest.mark.parametrize(
    ("counted", "found"),
    [
        ({"full_time": "4"}, None),
        ({"full_time": "5"}, Requirement.MUST_REGISTER),
        ({"full_time": "1", "full_time_looked_after": "1"}, Requirement.MUST_REGISTER),
        ({"main_education_here": "5"}, Requirement.REVIEW),
        ({"full_time": "5", "on": "2026-11-03"}, Requirement.MUST_REGISTER),
        ({"full_time": "5", "on": "2026-11-04"}, None),
    ],
)
def test_the_answer_is_told_where_it_becomes_another(counted: dict[str, str], found: Requirement | None) -> None:
    assert registration_with(declaring(**counted), situation(ON, in_order_provider())) is found


def test_a_later_count_of_fewer_ends_what_an_earlier_one_asked_for() -> None:
    many = in_order_provider(headcounts=[a_headcount(full_time="6")])
    assert registration_with(declaring(), situation(ON, many)) is Requirement.NOT_REQUIRED


def test_what_the_record_of_the_year_said_before_does_not_count_beside_what_it_is_to_say() -> None:
    before = declaring(full_time="6")
    assert registration_with(declaring(), situation(ON, in_order_provider(), before)) is Requirement.NOT_REQUIRED


def test_of_a_provider_there_is_no_record_of_nothing_is_asked() -> None:
    assert registration_with(declaring(full_time="6"), situation(ON)) is None
