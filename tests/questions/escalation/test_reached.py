"""How far an unanswered concern about a provider has been taken."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.escalation.reached import Reached, step_of
from apqa.vocabulary.review import EscalationStep
from tests.builders import ON, PROVIDER, a_listing, a_provider, a_step, an_action, an_action_plan, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

LISTED, WITH_ACTIONS = EscalationStep.LISTED, EscalationStep.LISTED_WITH_ACTIONS
MONITORED, REMOVED = EscalationStep.ENHANCED_MONITORING, EscalationStep.REMOVED
SUSPENDED_NEW, SUSPENDED = EscalationStep.NEW_PLACEMENTS_SUSPENDED, EscalationStep.ALL_SUSPENDED


def step(*records: Record, on: str = ON.isoformat(), **provider: Any) -> Reached:
    asked = a_provider(**provider)
    return step_of(asked, situation(on, asked, *records))


def test_without_plan_or_suspension_there_is_no_concern() -> None:
    assert step() == Reached(LISTED, None, "")
    assert step(an_action_plan("another/2026-10-06")).step is LISTED


DONE = [an_action(status="done", done_on="2026-11-02")]
VERIFIED_TOMORROW = [an_action(status="verified", verified_by="designated officer", verified_on="2026-11-04")]
MONITORING = [a_step("enhanced_monitoring", "2026-10-20")]


@pytest.mark.parametrize(
    ("changes", "reached"),
    [
        pytest.param({}, WITH_ACTIONS, id="open-actions"),
        pytest.param({"actions": [an_action(status="done", done_on="2026-10-20")]}, WITH_ACTIONS, id="all-done"),
        pytest.param({"actions": [an_action(status="withdrawn")]}, WITH_ACTIONS, id="withdrawn"),
        pytest.param({"actions": [an_action(status="done", done_on="2026-11-04")]}, WITH_ACTIONS, id="done-tomorrow"),
        pytest.param({"actions": VERIFIED_TOMORROW}, WITH_ACTIONS, id="verified-tomorrow"),
        pytest.param({"closed_on": "2026-11-03", "escalation": MONITORING, "actions": DONE}, LISTED, id="closed-today"),
        pytest.param(
            {"closed_on": "2026-11-04", "escalation": MONITORING, "actions": DONE}, MONITORED, id="closed-tomorrow"
        ),
        pytest.param({"escalation": [a_step("enhanced_monitoring", "2026-11-03")]}, MONITORED, id="a-step-today"),
        pytest.param({"escalation": [a_step("enhanced_monitoring", "2026-11-04")]}, WITH_ACTIONS, id="not-yet-taken"),
        pytest.param(
            {"escalation": [a_step("all_suspended", "2026-10-10"), a_step("enhanced_monitoring", "2026-10-20")]},
            MONITORED,
            id="a-step-down",
        ),
    ],
)
def test_an_action_plan_says_how_far(changes: dict[str, Any], reached: EscalationStep) -> None:
    assert step(an_action_plan(**changes)).step is reached


def test_a_plan_counts_from_its_day() -> None:
    assert step(an_action_plan(f"{PROVIDER}/2026-11-04")).step is LISTED
    found = step(an_action_plan(f"{PROVIDER}/2026-11-03"))
    assert (found.step, found.since, found.plan) == (WITH_ACTIONS, ON, f"{PROVIDER}/2026-11-03")
    assert found.why == "no deputy lead"


@pytest.mark.parametrize(
    ("status", "reached"),
    [
        pytest.param("listed", LISTED, id="listed"),
        pytest.param("new_placements_suspended", SUSPENDED_NEW, id="new-placements-suspended"),
        pytest.param("suspended", SUSPENDED, id="suspended"),
        pytest.param("removed", REMOVED, id="removed"),
    ],
)
def test_the_list_says_how_far(status: str, reached: EscalationStep) -> None:
    assert step(listing=[a_listing(status)]).step is reached


def test_the_gravest_of_all_counts() -> None:
    monitored = an_action_plan(escalation=[a_step("enhanced_monitoring", "2026-10-20")])
    suspended = an_action_plan(f"{PROVIDER}/2026-10-07", escalation=[a_step("all_suspended", "2026-10-21")])
    found = step(monitored, suspended, listing=[a_listing("new_placements_suspended")])
    assert (found.step, found.plan) == (SUSPENDED, f"{PROVIDER}/2026-10-07")
    assert step(monitored, listing=[a_listing("removed")]).plan == ""
