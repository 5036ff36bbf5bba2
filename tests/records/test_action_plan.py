"""An action plan with its escalation: what its name says, and what it may not say at once."""

from __future__ import annotations

from tests.builders import a_step, an_action, an_action_plan, day
from tests.records.refusing import contradiction


def test_its_name_says_whose_and_from_when() -> None:
    plan = an_action_plan("the-old-barn/2026-10-06")
    assert (plan.provider, plan.on) == ("the-old-barn", day("2026-10-06"))


def test_actions_have_keys_of_their_own() -> None:
    said = contradiction(an_action_plan, actions=[an_action(), an_action()])
    assert said == "two actions have the key train: give each its own"
    assert len(an_action_plan(actions=[an_action(), an_action(key="write")]).actions) == 2


def test_it_is_closed_after_it_was_opened() -> None:
    done = [an_action(status="withdrawn")]
    said = contradiction(an_action_plan, closed_on="2026-10-05", actions=done)
    assert said == "it was closed on 2026-10-05, before it was opened on 2026-10-06"
    assert an_action_plan(closed_on="2026-10-06", actions=done).closed_on == day("2026-10-06")


def test_the_steps_stand_in_order() -> None:
    steps = [a_step("all_suspended", "2026-10-20"), a_step("enhanced_monitoring", "2026-10-19")]
    assert contradiction(an_action_plan, escalation=steps) == (
        "the escalation is not in order: put the oldest step first"
    )
    assert len(an_action_plan(escalation=steps[::-1]).escalation) == 2
