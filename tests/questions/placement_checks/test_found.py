"""What is found of a placement when a question is asked by itself, whatever the rules say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apqa.questions.checks.line import State
from apqa.questions.placement_checks import following, plan, provider, sides
from apqa.questions.placement_checks.found import brief
from tests.builders import (
    ON,
    a_placement,
    a_report,
    a_visit,
    an_agreement,
    day,
    in_order_placement,
    in_order_provider,
    situation,
)

if TYPE_CHECKING:
    from apqa.questions.placement_checks.found import Finder


@pytest.mark.parametrize(
    ("find", "state", "says"),
    [
        pytest.param(plan.plan, State.NOT_APPLICABLE, "no plan is recorded", id="plan"),
        pytest.param(plan.agreement, State.NOT_APPLICABLE, "no agreement is in force", id="agreement"),
        pytest.param(plan.terms, State.NOT_APPLICABLE, "no agreement is in force", id="terms"),
        pytest.param(provider.checked_before, State.NOT_RECORDED, "no check is recorded", id="check"),
        pytest.param(sides.visited, State.NOT_APPLICABLE, "no visit applies", id="visit"),
        pytest.param(
            sides.risk_assessment, State.NOT_APPLICABLE, "nothing says how often it is looked at", id="risk-assessment"
        ),
        pytest.param(sides.changes_told, State.NOT_APPLICABLE, "no significant change is recorded", id="changes"),
    ],
)
def test_nothing_recorded_is_never_met(find: Finder, state: State, says: str) -> None:
    placement = a_placement()
    found = find(placement, situation(ON, placement, in_order_provider(), a_visit()))
    assert (found.state, found.says) == (state, says)


def test_an_agreement_nobody_signed_is_not_met() -> None:
    placement = in_order_placement(agreements=[an_agreement(signed_on=None, pounds=None)])
    assert plan.agreement(placement, situation(ON, placement)).state is State.NOT_APPLICABLE
    assert plan.terms(placement, situation(ON, placement)).state is State.NOT_APPLICABLE


def test_without_a_cycle_no_update_is_asked_for() -> None:
    placement = in_order_placement()
    found = following.updated(placement, situation("1950-01-02", placement))
    assert (found.state, found.says) == (State.NOT_APPLICABLE, "nothing says how often updates are due")


def test_a_report_is_an_update() -> None:
    placement = in_order_placement(reviews=[])
    report = a_report(status="submitted", submitted_on="2026-10-30")
    assert following.updates(placement, situation(ON, placement, report)) == [day("2026-10-30")]
    assert following.updates(placement, situation("2026-10-29", placement, report)) == []


def test_a_long_text_is_repeated_in_part() -> None:
    assert brief("a call each week") == "a call each week"
    assert len(brief("week after week " * 20)) <= 90
    assert brief("week after week " * 20).endswith(" …")
