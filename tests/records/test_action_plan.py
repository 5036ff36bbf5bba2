"""An action plan with its escalation: what its name says, and what it may not say at once."""

from __future__ import annotations

from typing import Any

import pytest

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


def _telling(*told: dict[str, str]) -> dict[str, Any]:
    return {"escalation": [a_step("all_suspended", "2026-10-20", told=list(told))]}


@pytest.mark.parametrize(
    ("told", "message"),
    [
        pytest.param(
            {},
            "say when it was told (on), or when a letter to it was prepared (prepared_on)",
            id="neither told nor prepared",
        ),
        pytest.param(
            {"prepared_on": "2026-10-20", "acknowledged_on": "2026-10-21"},
            "it has acknowledged what it was told, so say when it was told: on",
            id="acknowledged and not told",
        ),
        pytest.param(
            {"on": "2026-10-21", "acknowledged_on": "2026-10-20"},
            "it acknowledged on 2026-10-20, before it was told on 2026-10-21",
            id="acknowledged before",
        ),
    ],
)
def test_telling_goes_step_by_step(told: dict[str, str], message: str) -> None:
    assert contradiction(an_action_plan, **_telling({"who": "Westmarch Academy", **told})) == message


def test_whoever_was_told_by_telephone_may_get_a_letter_afterwards() -> None:
    told = {
        "who": "Westmarch Academy",
        "on": "2026-10-20",
        "prepared_on": "2026-10-21",
        "acknowledged_on": "2026-10-20",
    }
    assert an_action_plan(**_telling(told)).escalation[0].told[0].on == day("2026-10-20")


def test_nobody_is_told_of_one_step_in_two_entries() -> None:
    twice = [{"who": who, "on": "2026-10-21"} for who in ("Westmarch Academy", "westmarch academy")]
    said = contradiction(an_action_plan, **_telling(*twice))
    assert said == "westmarch academy stands twice: keep one entry with all its days"
