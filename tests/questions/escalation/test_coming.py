"""What comes next: the actions of a plan, its updates, what is verified, and when it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.escalation.standing import escalation_of
from apqa.vocabulary.review import EscalationStep
from tests.builders import (
    a_listing,
    a_provider,
    a_step,
    an_action,
    an_action_plan,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.action_plan import ActionPlan

DONE = an_action(status="done", done_on="2026-10-20")
VERIFIED = an_action(
    status="verified", done_on="2026-10-20", verified_by="designated officer", verified_on="2026-10-30"
)


def plan(*actions: Any, **changes: Any) -> ActionPlan:
    numbered = [{**each, "key": f"action-{number}"} for number, each in enumerate(actions)]
    return an_action_plan(actions=numbered, agreed_on="2026-10-06", update_days=14, **changes)


def coming(asked: ActionPlan, on: str = "2026-11-03", listing: Any = None) -> list[tuple[str, str, bool]]:
    provider = a_provider(listing=listing or [a_listing()])
    found = escalation_of(provider, situation(on, provider, asked)).next
    return [
        (each.what.partition(":")[0], str(each.by or "now"), each.overdue)
        for each in found
        if "Decide: " not in each.what
    ]


def test_what_is_overdue_and_the_next_action_and_update_come_in_the_order_of_their_days() -> None:
    actions = [an_action(due=due) for due in ("2026-12-01", "2026-11-02", "2026-11-20")]
    assert coming(plan(*actions), on="2026-11-03") == [
        ("Update on the action plan", "2026-10-20", True),
        ("Action", "2026-11-02", True),
        ("Action", "2026-11-20", False),
    ]


@pytest.mark.parametrize(
    ("actions", "changes", "what"),
    [
        pytest.param([DONE], {}, ("Verify that it is done", "2026-11-17", False), id="to-be-verified"),
        pytest.param(
            [VERIFIED], {}, ("Close the action plan of 6 October 2026", "now", False), id="all-done-and-verified"
        ),
        pytest.param(
            [VERIFIED],
            {"escalation": [a_step("listed", "2026-10-30")]},
            ("Close the action plan of 6 October 2026", "now", False),
            id="back-in-good-standing",
        ),
        pytest.param(
            [VERIFIED],
            {"escalation": [a_step("enhanced_monitoring", "2026-10-10", meeting_on="2026-10-10")]},
            ("Decide whether enhanced monitoring ends", "now", False),
            id="under-a-step-of-its-own",
        ),
        pytest.param(
            [VERIFIED],
            {"escalation": [a_step("removed", "2026-10-30")]},
            ("Close the action plan of 6 October 2026", "now", False),
            id="removed",
        ),
    ],
)
def test_a_plan_is_open_until_it_is_verified_and_closed(
    actions: list[Any], changes: dict[str, Any], what: tuple[str, str, bool]
) -> None:
    asked = plan(*actions, **changes)
    assert what in coming(asked)
    closed = plan(*actions, closed_on="2026-11-01", **changes)
    assert what not in coming(closed)


def test_a_plan_all_of_which_is_done_is_still_a_step() -> None:
    provider = a_provider()
    found = escalation_of(provider, situation("2026-11-03", provider, plan(DONE)))
    assert found.reached.step is EscalationStep.LISTED_WITH_ACTIONS


def test_of_a_provider_that_was_turned_away_no_action_is_waited_for() -> None:
    removed = [a_listing(), a_listing("removed", on="2026-10-30")]
    assert not [each for each in coming(plan(an_action()), listing=removed) if each[0] == "Action"]


def test_what_a_step_needs_and_is_overdue_comes_before_every_action() -> None:
    step = a_step("enhanced_monitoring", "2026-10-10")
    first, *_ = coming(plan(an_action(due="2026-10-09"), escalation=[step]))
    assert first == ("The provider is met about it", "2026-10-24", True)


def test_a_look_that_has_not_come_yet_is_not_done() -> None:
    step = a_step("enhanced_monitoring", "2026-10-10")
    provider = a_provider()
    found = escalation_of(provider, situation("2026-10-20", provider, plan(an_action(), escalation=[step])))
    (look,) = [each for each in found.needs if each.awaits]
    assert (look.met, look.says) == (True, "first by 10 November 2026")
