"""How a provider stands with the list and its action plans, asked of a placement that is live there (QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apqa.questions.checks.line import Effect, State
from apqa.questions.placement_checks.provider import not_suspended
from apqa.records.kinds import ACTION_PLAN
from tests.builders import a_listing, a_placement, a_provider, a_step, an_action_plan, situation

if TYPE_CHECKING:
    from apqa.questions.placement_checks.found import Found

ON = "2026-11-03"


def found(*steps: str) -> Found:
    taken = [a_step(step, f"2026-10-{number:02d}") for number, step in enumerate(steps, 6)]
    plan = an_action_plan(escalation=taken)
    placement = a_placement()
    return not_suspended(placement, situation(ON, a_provider(listing=[a_listing()]), plan, placement))


@pytest.mark.parametrize(
    ("steps", "state", "says"),
    [
        pytest.param(["listed_with_actions"], State.MET, "listed since 1 September 2025", id="with-actions"),
        pytest.param(
            ["enhanced_monitoring"], State.REVIEW, "since 6 October 2026; it may go on", id="enhanced-monitoring"
        ),
        pytest.param(
            ["new_placements_suspended"], State.REVIEW, "since 6 October 2026; it may go on", id="new-ones-suspended"
        ),
        pytest.param(
            ["enhanced_monitoring", "all_suspended"],
            State.MISSING,
            "since 7 October 2026, as its action plan says",
            id="all-suspended-by-the-plan-alone",
        ),
    ],
)
def test_how_far_a_concern_was_taken_weighs_on_a_live_placement(steps: list[str], state: State, says: str) -> None:
    answer = found(*steps)
    assert answer.state is state
    assert says in answer.says


@pytest.mark.parametrize(
    ("starts", "effect", "says"),
    [
        pytest.param("2026-10-05", Effect.CONDITION, "it may go on", id="the-day-before"),
        pytest.param("2026-10-06", Effect.STOP, "and the placement began on 6 October 2026", id="that-day"),
        pytest.param("2026-10-20", Effect.STOP, "and the placement began on 20 October 2026", id="after"),
    ],
)
def test_a_placement_that_began_under_a_suspension_of_new_ones_may_not_go_on(
    starts: str, effect: Effect, says: str
) -> None:
    plan = an_action_plan(escalation=[a_step("new_placements_suspended", "2026-10-06")])
    placement = a_placement(starts=starts)
    answer = not_suspended(placement, situation(ON, a_provider(listing=[a_listing()]), plan, placement))
    assert (answer.effect, says in answer.says) == (effect, True)


def test_a_plan_that_cannot_be_read_leaves_it_open() -> None:
    placement, unreadable = a_placement(), {ACTION_PLAN: ("north-star/2026-10-06",)}
    answer = not_suspended(
        placement, situation(ON, a_provider(listing=[a_listing()]), placement, unreadable=unreadable)
    )
    assert answer.effect is Effect.CANNOT_TELL
    assert answer.says == "cannot be told: action-plans/north-star/2026-10-06.yaml cannot be read"


def test_a_return_from_a_removal_leaves_it_open() -> None:
    answer = found("new_placements_suspended", "removed", "listed")
    assert answer.effect is Effect.CANNOT_TELL
    assert answer.says.startswith("a person must say: back in good standing on 8 October 2026, straight from removed")
