"""The council's side of a self-assessment, at its edges."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.records.kinds import ACTION_PLAN, VISIT
from apqa.rules.run import faults
from apqa.rules.validations import (
    self_assessment_not_corrected,
    self_assessment_not_reviewed,
    self_assessment_not_validated,
    shortfall_without_action,
    validation_differs_without_reason,
    validation_without_visit,
)
from tests.builders import PROVIDER, a_self_assessment, a_visit, an_action, an_action_plan, changed, situation
from tests.questions.assessments.test_ratings import rating, whole
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.self_assessment import SelfAssessment
    from apqa.rule import Rule

VISITED = "2026-10-20-north-star"
REVIEWED = {
    "received_on": "2026-10-05",
    "reviewed_by": "officer",
    "reviewed_on": "2026-10-12",
    "outcome": "accepted",
    "visit_by": "2026-11-02",
}


def checked(word: str = "partially_met", /, **changes: Any) -> dict[str, Any]:
    """Make a rating of "met" that the council has checked."""
    data = {"found": word, "on": "2026-10-20", "by": "officer", "visit": VISITED, "note": "as seen"}
    return rating(council=changed(data, changes))


def assessing(**changes: Any) -> SelfAssessment:
    return a_self_assessment(**{"completed_on": "2026-10-01", "ratings": whole(s1_3=checked()), **changes})


def said(rule: Rule, asked: SelfAssessment, *others: Any, on: str = "2026-11-03") -> list[str]:
    return [message for message, _ in found(rule, situation(on, asked, *others), asked)]


LATER = a_self_assessment(f"{PROVIDER}/2027-28", completed_on="2026-11-01", ratings=whole())


@pytest.mark.parametrize(
    "rule",
    [
        self_assessment_not_reviewed,
        self_assessment_not_corrected,
        self_assessment_not_validated,
        shortfall_without_action,
    ],
    ids=lambda rule: rule.name,
)
def test_nothing_is_asked_of_one_that_a_later_one_answers(rule: Rule) -> None:
    returned = {**REVIEWED, "outcome": "returned"}
    council = {
        self_assessment_not_reviewed: None,
        self_assessment_not_corrected: returned,
        self_assessment_not_validated: REVIEWED,
    }
    asked = assessing(council=council.get(rule, REVIEWED), completed_on="2026-09-01")
    assert said(rule, asked, on="2026-12-24")
    assert said(rule, asked, LATER, on="2026-12-24") == []


def test_a_review_that_is_late_says_what_it_goes_by() -> None:
    asked = assessing(council={"received_on": "2026-10-05"})
    assert said(self_assessment_not_reviewed, asked, on="2026-11-02") == []
    assert said(self_assessment_not_reviewed, asked) == [
        "received on 5 October 2026 and not reviewed; due by 2 November 2026"
    ]
    assert said(self_assessment_not_reviewed, assessing()) == [
        "completed on 1 October 2026 and not reviewed; due by 29 October 2026"
    ]
    earlier = {**REVIEWED, "received_on": "2026-09-20", "reviewed_on": "2026-09-21"}
    (answer,) = said(self_assessment_not_reviewed, assessing(council=earlier))
    assert answer.endswith("; due by 29 October 2026; what is recorded of the council was of an earlier version")


def test_a_correction_and_a_visit_are_late_from_the_day_after() -> None:
    returned = assessing(council={**REVIEWED, "outcome": "returned"})
    assert said(self_assessment_not_corrected, returned, on="2026-11-09") == []
    assert said(self_assessment_not_corrected, returned, on="2026-11-10")
    assert said(self_assessment_not_validated, assessing(council=REVIEWED), on="2026-11-02") == []
    assert said(self_assessment_not_validated, assessing(council=REVIEWED)) == [
        "a visit was to validate it by 2 November 2026; none since 1 October 2026 is recorded"
    ]


def test_a_visit_that_cannot_be_read_may_have_validated_it() -> None:
    asked = assessing(council=REVIEWED)
    unread = situation("2026-11-03", asked, unreadable={VISIT: ("2026-10-20-north-star",)})
    assert list(faults(unread, [self_assessment_not_validated])) == []
    plan = situation("2026-11-03", asked, a_visit(VISITED), unreadable={ACTION_PLAN: (f"{PROVIDER}/2026-10-21",)})
    assert list(faults(plan, [shortfall_without_action])) == []


@pytest.mark.parametrize(
    ("council", "visit", "why"),
    [
        pytest.param({}, a_visit(VISITED), "", id="of-its-visit"),
        pytest.param({"on": "2026-10-23"}, a_visit(VISITED), "", id="some-days-after"),
        pytest.param({"visit": None}, None, "", id="without-a-visit"),
        pytest.param({"visit": None, "on": "2026-10-01"}, None, "", id="on-the-day-of-completion"),
        pytest.param({"on": "2026-11-04"}, None, "", id="to-come"),
        pytest.param(
            {"visit": None, "on": "2026-09-30"},
            None,
            "checked on 30 September 2026, before the provider completed it on 1 October 2026",
            id="before-completion",
        ),
        pytest.param(
            {"visit": "2026-09-30-north-star"},
            a_visit("2026-09-30-north-star"),
            "checked on 30 September 2026, before the provider completed it on 1 October 2026",
            id="visit-before-completion",
        ),
        pytest.param(
            {"on": "2026-10-19"},
            a_visit(VISITED),
            "checked on 19 October 2026, before the visit of 20 October 2026",
            id="before-its-visit",
        ),
        pytest.param(
            {}, a_visit(VISITED, status="cancelled"), f"the visit {VISITED} is cancelled and not done", id="cancelled"
        ),
        pytest.param(
            {"visit": "2026-10-20-heron"},
            a_visit("2026-10-20-heron"),
            "the visit 2026-10-20-heron was to another provider",
            id="to-another",
        ),
        pytest.param({}, None, "", id="a-visit-that-is-not-recorded-is-found-as-such"),
    ],
)
def test_a_validation_is_of_a_look_at_this_provider_since_it_rated_itself(
    council: dict[str, Any], visit: Any, why: str
) -> None:
    asked = assessing(ratings=whole(s1_3=checked(**council)))
    answer = said(validation_without_visit, asked, *([visit] if visit else []))
    assert answer == ([f"s1_3: {why}"] if why else [])


def test_criteria_with_the_same_doubt_are_told_together() -> None:
    early: dict[str, Any] = {"visit": None, "on": "2026-09-30"}
    asked = assessing(ratings=whole(s1_3=checked(**early), s1_4=checked(**early)))
    assert said(validation_without_visit, asked)[0].startswith("s1_3, s1_4: checked on")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        (checked(), []),
        (checked("met", note=None), []),
        (
            checked(note=None),
            ["'Concerns are acted on': met by the provider, partially met by the council, without a reason"],
        ),
        (checked(note=None, on="2026-11-04"), []),
    ],
    ids=["with-a-reason", "the-same", "without", "to-come"],
)
def test_a_finding_that_differs_says_why(given: Any, message: list[str]) -> None:
    assert said(validation_differs_without_reason, assessing(ratings=whole(s1_3=given))) == message


def test_a_finding_on_a_code_nobody_knows_is_named_by_the_code() -> None:
    asked = assessing(ratings=whole(s9_9=checked(note=None)))
    assert said(validation_differs_without_reason, asked) == [
        "'s9_9': met by the provider, partially met by the council, without a reason"
    ]
    assert said(shortfall_without_action, asked) == [
        "'s9_9' was found partially met on 20 October 2026; no action is about it"
    ]


def note(**action: Any) -> dict[str, Any]:
    return {
        "written_on": "2026-10-21",
        "written_by": "officer",
        "summary": "as seen",
        "actions": [an_action(**action)],
    }


PLAN = f"{PROVIDER}/2026-10-06"
DONE = [an_action(status="done", done_on="2026-10-18")]


@pytest.mark.parametrize(
    ("others", "answered"),
    [
        pytest.param([], False, id="nothing"),
        pytest.param([a_visit(VISITED)], False, id="a-visit-without-a-note"),
        pytest.param([a_visit(VISITED, note=note(area="safeguarding"))], True, id="in-its-note"),
        pytest.param([a_visit(VISITED, note=note(area="finance"))], False, id="on-another-area"),
        pytest.param([a_visit(VISITED, note=note())], True, id="on-an-area-nobody-recorded"),
        pytest.param([a_visit("2026-10-27-north-star", note={**note(), "written_on": "2026-10-28"})], True, id="later"),
        pytest.param([a_visit("2026-10-13-north-star", note=note())], False, id="agreed-before"),
        pytest.param([an_action_plan(PLAN)], True, id="an-open-plan"),
        pytest.param([an_action_plan(PLAN, closed_on="2026-10-19", actions=DONE)], False, id="a-plan-closed-before"),
        pytest.param([an_action_plan(PLAN, closed_on="2026-10-20", actions=DONE)], True, id="a-plan-closed-since"),
        pytest.param([an_action_plan(f"{PROVIDER}/2026-11-04")], False, id="a-plan-to-come"),
    ],
)
def test_what_was_found_short_of_met_leads_to_an_action(others: list[Any], *, answered: bool) -> None:
    short = "'Concerns are acted on' was found partially met on 20 October 2026; no action is about it"
    assert said(shortfall_without_action, assessing(), *others) == ([] if answered else [short])


def test_an_action_of_the_providers_own_is_one() -> None:
    own = {**checked(), "action": {"what": "train", "owner": "head", "due": "2026-12-01"}}
    assert said(shortfall_without_action, assessing(ratings=whole(s1_3=own))) == []
    assert said(shortfall_without_action, assessing(ratings=whole(s1_3=checked("met")))) == []
