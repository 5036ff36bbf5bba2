"""Self-assessments: asked of every listed provider, whole, and held to what they promise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from apqa.guidance.criteria import every_criterion
from apqa.rules.differences import figure_differs_from_record
from apqa.rules.self_assessments import (
    criterion_not_in_force,
    criterion_still_not_met,
    incomplete_self_assessment,
    no_self_assessment,
    rating_without_evidence,
    self_assessment_action_overdue,
    self_assessment_of_another_year,
)
from tests.builders import PROVIDER, a_listing, a_provider, a_self_assessment, situation
from tests.questions.assessments.test_ratings import rating, whole
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.self_assessment import SelfAssessment
    from apqa.rule import Rule


@pytest.mark.parametrize(
    ("on", "is_asked"),
    [pytest.param("2026-11-03", True, id="the-day-before"), pytest.param("2026-11-04", False, id="then")],
)
def test_none_is_asked_of_a_provider_from_the_day_that_was_decided(on: str, *, is_asked: bool) -> None:
    exempt = {"reason": "one pupil for six weeks", "on": "2026-11-04", "by": "head of inclusion"}
    provider = a_provider(listing=[a_listing()], reports_not_asked=exempt)
    assert bool(found(no_self_assessment, situation(on, provider), provider)) is is_asked


LAST = f"{PROVIDER}/2025-26"
ACTION = {"what": "Train a deputy.", "owner": "head", "due": "2026-03-31"}
BARE = {"rating": "met"}


def said(rule: Rule, asked: SelfAssessment, *others: Any, on: str = "2026-11-03") -> list[str]:
    return [message for message, _ in found(rule, situation(on, asked, *others), asked)]


@pytest.mark.parametrize(
    ("rule", "ratings"),
    [
        (incomplete_self_assessment, whole(s1_3=None)),
        (criterion_not_in_force, whole()),
        (rating_without_evidence, whole(s1_3=BARE)),
        (self_assessment_action_overdue, whole(s1_3=rating("not_met", action=ACTION))),
    ],
    ids=lambda each: getattr(each, "name", ""),
)
def test_only_the_last_one_is_asked(rule: Rule, ratings: dict[str, Any]) -> None:
    asked = a_self_assessment(LAST, completed_on="2025-07-31", ratings=ratings)
    if rule is incomplete_self_assessment:
        asked = a_self_assessment(LAST, completed_on="2025-10-01", ratings=ratings)
    assert said(rule, asked)
    assert said(rule, asked, a_self_assessment(ratings=whole())) == []
    assert said(rule, asked, on="2025-07-30") == []


def test_one_criterion_and_several_are_missed_in_their_own_words() -> None:
    assert said(incomplete_self_assessment, a_self_assessment(ratings=whole(s1_3=None))) == [
        "1 criterion is not rated: s1_3"
    ]
    assert said(incomplete_self_assessment, a_self_assessment(ratings=whole(s1_3=None, s4_5=None))) == [
        "2 criteria are not rated: s1_3, s4_5"
    ]
    assert said(incomplete_self_assessment, a_self_assessment(ratings=whole())) == []


def test_what_the_council_has_checked_needs_no_evidence_more() -> None:
    checked = {"rating": "met", "council": {"found": "met", "on": "2026-10-20", "by": "officer"}}
    assert said(rating_without_evidence, a_self_assessment(ratings=whole(s1_3=checked))) == []
    assert said(rating_without_evidence, a_self_assessment(ratings=whole(s1_3=BARE, s1_4=BARE))) == [
        "rated met, without evidence: s1_3, s1_4"
    ]


def test_a_criterion_that_is_announced_alone_is_not_in_force(monkeypatch: pytest.MonkeyPatch) -> None:
    coming = tuple(replace(each, in_force_from=None) if each.code == "s1_3" else each for each in every_criterion())
    monkeypatch.setattr("apqa.guidance.criteria.every_criterion", lambda: coming)
    assert said(criterion_not_in_force, a_self_assessment(ratings=whole())) == [
        "'Concerns are acted on' is not in force; it was completed on 30 September 2026"
    ]


def test_a_full_stop_of_the_providers_own_ends_no_sentence_of_ours() -> None:
    asked = a_self_assessment(ratings=whole(s1_3=rating("not_met", action=ACTION)))
    assert said(self_assessment_action_overdue, asked) == [
        "Train a deputy: due on 31 March 2026 from head, and not recorded as done"
    ]


@pytest.mark.parametrize(
    ("then", "now", "again"),
    [
        pytest.param(rating("not_met", action=ACTION), rating("partially_met"), True, id="short-again"),
        pytest.param(rating("not_met", action=ACTION), rating("met"), False, id="met-now"),
        pytest.param(rating("not_met", action={**ACTION, "due": "2026-09-30"}), rating("not_met"), True, id="due-then"),
        pytest.param(rating("not_met", action={**ACTION, "due": "2026-10-01"}), rating("not_met"), False, id="not-due"),
        pytest.param(rating("met"), rating("not_met"), False, id="met-then"),
        pytest.param(None, rating("not_met"), False, id="not-rated-then"),
        pytest.param(
            rating("not_met", action=ACTION, council={"found": "met", "on": "2026-01-10", "by": "officer"}),
            rating("not_met"),
            False,
            id="found-met-between",
        ),
        pytest.param(
            rating("not_met", action=ACTION),
            rating(council={"found": "not_met", "on": "2026-10-20", "by": "officer"}),
            True,
            id="the-council-found-it",
        ),
    ],
)
def test_what_was_promised_and_is_short_again_is_told(then: Any, now: Any, *, again: bool) -> None:
    last = a_self_assessment(LAST, completed_on="2025-10-01", ratings=whole(s1_3=then))
    answer = said(criterion_still_not_met, a_self_assessment(ratings=whole(s1_3=now)), last)
    assert bool(answer) is again


def test_a_code_nobody_knows_is_named_by_itself() -> None:
    short = rating("not_met", action=ACTION)
    last = a_self_assessment(LAST, completed_on="2025-10-01", ratings=whole(s9_9=short))
    (answer,) = said(criterion_still_not_met, a_self_assessment(ratings=whole(s9_9=short)), last)
    assert answer.startswith("'s9_9' is not met again; the self-assessment 2025-26 promised for 31 March 2026")


def test_without_one_before_nothing_can_be_short_again() -> None:
    asked = a_self_assessment(ratings=whole(s1_3=rating("not_met", action=ACTION)))
    assert said(criterion_still_not_met, asked) == []
    later = a_self_assessment(f"{PROVIDER}/2027-28", completed_on="2026-11-01", ratings=whole())
    last = a_self_assessment(LAST, completed_on="2025-10-01", ratings=asked.ratings)
    assert said(criterion_still_not_met, asked, last, later) == []


def test_a_difference_is_asked_of_the_last_one_alone() -> None:
    figures = {"list_status": "suspended"}
    provider, asked = a_provider(listing=[a_listing()]), a_self_assessment(ratings=whole(), figures=figures)
    assert said(figure_differs_from_record, asked, provider)
    later = a_self_assessment(f"{PROVIDER}/2027-28", completed_on="2026-11-01", ratings=whole())
    assert said(figure_differs_from_record, asked, provider, later) == []


@pytest.mark.parametrize(
    ("completed", "on", "is_found"),
    [
        ("2026-09-01", "2027-12-01", False),
        ("2027-08-31", "2027-12-01", False),
        ("2026-08-31", "2027-12-01", True),
        ("2027-09-01", "2027-12-01", True),
        ("2027-09-01", "2027-08-31", False),
    ],
    ids=["first day", "last day", "day before", "day after", "not completed yet"],
)
def test_one_was_completed_in_the_year_it_is_filed_under(completed: str, on: str, *, is_found: bool) -> None:
    assessment = a_self_assessment("north-star/2026-27", completed_on=completed)
    assert bool(found(self_assessment_of_another_year, situation(on, assessment), assessment)) is is_found
