"""What a provider declares of its pupils counts, whether it stands in its own record or in a self-assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.declared import declarations, last_declaration
from apqa.questions.register import pupils_in_all
from apqa.questions.registration import Requirement, registration_requirement
from apqa.questions.timeline import registration_timeline
from apqa.records.kinds import SELF_ASSESSMENT
from apqa.rules.registration import headcount_below_placements, unregistered_full_time_provision
from tests.builders import (
    ON,
    PROVIDER,
    a_headcount,
    a_provider,
    a_self_assessment,
    full_time,
    in_order_provider,
    looked_up,
    situation,
)
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment

FIVE = {"full_time": "5", "main_education_here": "5"}


def declaring(*own: dict[str, Any]) -> Provider:
    return a_provider(headcounts=list(own), registration=looked_up())


def assessing(on: str = "2026-09-30", **changes: Any) -> SelfAssessment:
    return a_self_assessment(headcount=a_headcount(on=on, **changes))


def requirement(provider: Provider, asked: Situation) -> Requirement:
    return registration_requirement(provider, asked).requirement


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        pytest.param("2026-09-29", Requirement.NOT_REQUIRED, id="the-day-before"),
        pytest.param("2026-09-30", Requirement.MUST_REGISTER, id="on-its-day"),
    ],
)
def test_five_full_time_pupils_in_a_self_assessment_ask_for_registration(on: str, answer: Requirement) -> None:
    provider = declaring(a_headcount(on="2026-09-01"))
    asked = situation(on, provider, assessing(**FIVE))
    assert requirement(provider, asked) is answer


def test_the_answer_says_in_which_self_assessment_they_were_declared() -> None:
    provider, assessment = declaring(), assessing(**FIVE)
    asked = situation(ON, provider, assessment)
    assert "declared on 30 September 2026 in the self-assessment 2026-27: 5 full-time" in " ".join(
        registration_requirement(provider, asked).because
    )
    rule = unregistered_full_time_provision
    assert rule.check is not None
    (fault,) = rule.check(provider, asked)
    assert fault.related == ((assessment, ("headcount",)),)


def test_a_later_declaration_in_the_providers_own_record_takes_its_place() -> None:
    provider = declaring(a_headcount(on="2026-10-01"))
    asked = situation(ON, provider, assessing(**FIVE))
    assert requirement(provider, asked) is Requirement.NOT_REQUIRED


@pytest.mark.parametrize("fewer", ["own", "assessment"])
def test_of_two_of_one_day_the_one_with_more_full_time_pupils_counts(fewer: str) -> None:
    few, many = {"on": "2026-09-30"}, {"on": "2026-09-30", **FIVE}
    own, other = (few, many) if fewer == "own" else (many, few)
    provider = declaring(a_headcount(**own))
    asked = situation(ON, provider, assessing(**other))
    assert requirement(provider, asked) is Requirement.MUST_REGISTER


def test_of_two_of_one_day_in_one_record_the_one_written_later_counts() -> None:
    provider = declaring(a_headcount(**FIVE), a_headcount())
    last = last_declaration(provider, situation(ON, provider))
    assert last is not None
    assert last.at == ("headcounts", 1)


def test_a_self_assessment_without_a_headcount_declares_nothing() -> None:
    provider = declaring()
    assert declarations(provider, situation(ON, provider, a_self_assessment())) == ()


def test_all_pupils_are_counted_from_it() -> None:
    provider = declaring()
    assert pupils_in_all(provider, situation(ON, provider, assessing(other_ages="3"))) == 13


def test_its_day_is_a_day_on_which_the_answer_may_change() -> None:
    provider = declaring(a_headcount(on="2026-09-01"))
    stretches = registration_timeline(provider, situation(ON, provider, assessing(**FIVE)))
    assert "2026-09-30" in [each.starts.isoformat() for each in stretches]


def test_a_self_assessment_that_cannot_be_read_may_declare_more() -> None:
    provider = declaring(a_headcount(on="2026-10-01"))
    asked = situation(ON, provider, unreadable={SELF_ASSESSMENT: (f"{PROVIDER}/2026-27",)})
    answer = registration_requirement(provider, asked)
    assert answer.requirement is Requirement.REVIEW
    assert answer.unread_alone
    assert answer.missing[-1] == (
        f"self-assessments that cannot be read and may declare other pupils: self-assessments/{PROVIDER}/2026-27.yaml"
    )


def test_fewer_pupils_than_the_records_had_are_found_where_they_were_declared() -> None:
    provider = in_order_provider()
    asked = situation(ON, provider, assessing(compulsory_school_age="1"), *full_time(2))
    (said,) = [each for each in found(headcount_below_placements, asked, provider) if each[1] == ("headcount",)]
    assert said[0].startswith("declared on 30 September 2026: 1 of compulsory school age")
