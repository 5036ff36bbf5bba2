"""What must go with a removal from the list."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.records.authority import Authority
from apqa.rules.action_plans import removal_not_carried_through
from tests.builders import a_placement, a_step, an_action_plan, situation
from tests.rules.asking import found

COUNCIL = Authority.model_validate(
    {"id": "authority", "name": "Westmarch Council", "recipients": [{"name": "Westmarch Academy", "kind": "academy"}]}
)
DONE: dict[str, Any] = {
    "meeting_on": "2026-11-01",
    "told": [{"who": "westmarch academy", "on": "2026-11-02"}],
    "placements": [{"placement": "PL-00001", "what": "moved to another provider"}],
}
AT = ("escalation", 0)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({}, [], id="carried-through"),
        pytest.param({"meeting_on": None}, ["no urgent meeting before the removal is recorded"], id="no-meeting"),
        pytest.param(
            {"meeting_on": "2026-11-03"},
            ["no urgent meeting before the removal is recorded"],
            id="a-meeting-after",
        ),
        pytest.param({"told": []}, ["not recorded as told of the removal: Westmarch Academy"], id="nobody-told"),
        pytest.param(
            {"placements": []}, ["what becomes of these placements is not recorded: PL-00001"], id="a-placement-left"
        ),
        pytest.param({"on": "2026-11-05", "meeting_on": None}, [], id="to-come"),
    ],
)
def test_a_removal_is_carried_through(changes: dict[str, Any], said: list[str]) -> None:
    step = {**a_step("removed", "2026-11-02"), **DONE, **changes}
    plan = an_action_plan(escalation=[{key: value for key, value in step.items() if value is not None}])
    later = a_placement(2, starts="2026-11-02")
    over = a_placement(3, end={"on": "2026-11-01", "reason": "as_planned"})
    asked = situation("2026-11-03", COUNCIL, plan, a_placement(1), later, over)
    assert found(removal_not_carried_through, asked, plan) == [(each, AT) for each in said]


def test_other_steps_need_no_meeting() -> None:
    plan = an_action_plan(escalation=[a_step("all_suspended", "2026-11-02")])
    assert found(removal_not_carried_through, situation("2026-11-03", COUNCIL, plan, a_placement(1)), plan) == []
