"""What a new visit may be for, by what is due."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from apqa.questions.visits.needs import officers_needed
from apqa.questions.visits.suggesting import suggested_type
from apqa.vocabulary.review import Area, Officer, Trigger, VisitType
from tests.builders import a_listing, a_provider, a_self_assessment, a_visit, an_action, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

LISTED = a_provider(listing=[a_listing(on="2025-09-01")])
VALIDATE = a_self_assessment(council={"received_on": "2026-10-01", "visit_by": "2027-01-19"})


def suggested(*records: Record, provider: Record = LISTED, on: str = "2026-12-08") -> tuple[str, str]:
    asked = situation("2026-11-03", provider, *records)
    (of,) = asked.records.providers
    answer = suggested_type(of, date.fromisoformat(on), asked)
    return answer.type.value, answer.why


def noted(**action: str) -> Record:
    note = {"written_on": "2026-10-06", "written_by": "officer", "summary": "calm", "actions": [an_action(**action)]}
    return a_visit("2026-10-06-north-star", note=note)


def test_who_applies_needs_due_diligence() -> None:
    applies = a_provider(listing=[a_listing("applied", on="2026-10-05")])
    assert suggested(provider=applies) == ("initial_due_diligence", "it applies to come on the list")


def test_a_self_assessment_that_is_to_be_validated_comes_before_a_follow_up() -> None:
    council = {"received_on": "2026-10-08", "visit_by": "2027-01-19"}
    before = a_self_assessment(completed_on="2026-10-07", council=council)
    says = ("annual_validation", "its self-assessment is to be validated by 19 January 2027")
    assert suggested(before, noted()) == says


@pytest.mark.parametrize(
    ("on", "kind"), [("2026-12-08", "annual_validation"), ("2026-12-07", "routine")], ids=["within", "too early"]
)
def test_validation_is_due_within_the_days_of_warning_after_the_visit(on: str, kind: str) -> None:
    assert suggested(VALIDATE, on=on)[0] == kind


def test_open_actions_are_followed_up() -> None:
    assert suggested(noted()) == ("follow_up", "actions of the note of 6 October 2026 are open")
    assert suggested(noted(status="done", done_on="2026-10-20"))[0] == "routine"


def promising(by: str, **action: str) -> Record:
    note = {"written_on": "2026-10-06", "written_by": "officer", "summary": "calm", "next_visit_by": by}
    actions = {"actions": [an_action(**action)]} if action else {}
    return a_visit("2026-10-06-north-star", note={**note, **actions})


def test_a_promise_is_said() -> None:
    promise = "the next visit was promised by 1 November 2026"
    assert suggested(promising("2026-11-01")) == ("routine", promise)
    followed = f"{promise}; actions of the note of 6 October 2026 are open"
    assert suggested(promising("2026-11-01", key="a")) == ("follow_up", followed)
    assert suggested(promising("2027-09-01")) == ("routine", "nothing else is due")


def test_what_is_due_is_its_purpose() -> None:
    for records, purpose in (([promising("2026-11-01")], "The next visit was promised by 1 November 2026."), ([], "")):
        asked = situation("2026-11-03", LISTED, *records)
        (of,) = asked.records.providers
        assert suggested_type(of, date(2026, 12, 8), asked).purpose == purpose


def test_who_is_not_on_the_list_and_was_never_visited_needs_due_diligence() -> None:
    never = "it is not on the list, and nobody is recorded to have visited it"
    unlisted = a_provider(listing=[])
    assert suggested(provider=unlisted) == ("initial_due_diligence", never)
    assert suggested(a_visit("2026-10-06-north-star"), provider=unlisted)[0] == "routine"


def test_otherwise_it_is_routine() -> None:
    assert suggested() == ("routine", "nothing else is due")


@pytest.mark.parametrize(
    ("kind", "area", "trigger", "needed"),
    [
        (VisitType.SPOT_CHECK, Area.SAFEGUARDING, None, (Officer.LADO,)),
        (VisitType.URGENT, None, Trigger.LADO, (Officer.LADO,)),
        (VisitType.SPOT_CHECK, Area.STAFFING, Trigger.PARENT, ()),
        (VisitType.SPOT_CHECK, Area.HEALTH_AND_SAFETY, Trigger.LADO, (Officer.LADO, Officer.HEALTH_AND_SAFETY)),
        (VisitType.ROUTINE, Area.SAFEGUARDING, Trigger.LADO, ()),
    ],
    ids=["safeguarding", "from the LADO", "other", "health and safety", "routine"],
)
def test_a_concern_brings_in_whom_it_needs(
    kind: VisitType, area: Area | None, trigger: Trigger | None, needed: tuple[Officer, ...]
) -> None:
    assert officers_needed(kind, area, trigger) == needed
