"""How the provider's checks stood on a placement's first day."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.verdict import Verdict
from apqa.questions.placement_checks.first_day import FirstDay, first_day
from tests.builders import (
    ON,
    SEEN,
    a_done,
    a_lead,
    a_policy,
    a_training,
    a_visit,
    an_authority,
    before_start,
    every_policy,
    in_order_placement,
    in_order_provider,
    safeguarding,
    situation,
)

SINCE = {**SEEN, "on": "2026-10-12"}
SEEN_SINCE: dict[str, Any] = {"curriculum": a_policy(evidence=SINCE), "assessment": a_policy(evidence=SINCE)}
LEAD_DUE: dict[str, Any] = {"safeguarding": safeguarding(leads=[a_lead(training=[a_training("2024-10-20")])])}


def started(*, to_come: bool = False, checked: str | None = "2026-09-07", **provider: Any) -> FirstDay:
    steps = before_start(provider_checked=a_done(checked) if checked else None)
    placement, known = in_order_placement(before_start=steps), in_order_provider(**provider)
    of = situation(ON, known, placement, a_visit(), an_authority())
    return first_day(placement, known, of, to_come=to_come)


def test_all_that_was_seen_by_then_is_clear() -> None:
    found = started()
    assert (found.verdict, found.state, found.effect) == (Verdict.CLEAR, State.MET, Effect.NONE)
    assert (found.says, found.rests_on_check) == ("clear", False)


def test_what_was_seen_again_since_rests_on_the_check_before_the_start() -> None:
    found = started(**SEEN_SINCE)
    assert found.check.verdict is Verdict.CANNOT_TELL
    assert (found.verdict, found.state, found.effect) == (Verdict.CLEAR, State.MET, Effect.NONE)
    assert found.says == (
        "clear, as checked on 7 September 2026 by inclusion lead; 2 checks have been seen again since"
    )
    one = started(curriculum=a_policy(evidence=SINCE))
    assert one.says.endswith("; 1 check has been seen again since")


@pytest.mark.parametrize("checked", [None, "2026-09-15"])
def test_without_a_check_by_the_first_day_it_cannot_be_told(checked: str | None) -> None:
    found = started(checked=checked, **SEEN_SINCE)
    assert (found.verdict, found.effect) == (Verdict.CANNOT_TELL, Effect.CANNOT_TELL)
    assert found.says == "cannot tell: Assessment and monitoring procedures; Curriculum plans and schemes of work"


@pytest.mark.parametrize(
    "curriculum",
    [
        pytest.param(None, id="never-recorded"),
        pytest.param(a_policy(evidence=None), id="without-evidence"),
        pytest.param(a_policy(evidence={**SEEN, "on": "2026-11-04"}), id="seen-after-the-day-asked-about"),
    ],
)
def test_what_nobody_has_seen_is_not_answered_by_a_check(curriculum: dict[str, Any] | None) -> None:
    found = started(**{**SEEN_SINCE, "curriculum": curriculum})
    assert (found.verdict, found.state, found.effect) == (Verdict.CANNOT_TELL, State.REVIEW, Effect.CANNOT_TELL)


def test_what_stood_in_the_way_is_not_answered_by_a_check() -> None:
    found = started(listing=[], **SEEN_SINCE)
    assert (found.verdict, found.state, found.effect) == (Verdict.DO_NOT_PLACE, State.MISSING, Effect.STOP)
    assert found.says == "do not place: On the approved provider list, or registered"


@pytest.mark.parametrize(
    ("to_come", "state", "effect"),
    [
        pytest.param(True, State.DUE_SOON, Effect.CONDITION, id="to-come"),
        pytest.param(False, State.MET, Effect.NONE, id="past"),
    ],
)
def test_conditions_are_for_a_first_day_to_come(*, to_come: bool, state: State, effect: Effect) -> None:
    found = started(to_come=to_come, **LEAD_DUE)
    assert (found.verdict, found.state, found.effect) == (Verdict.CLEAR_WITH_CONDITIONS, state, effect)
    assert found.says == "clear with conditions: A designated safeguarding lead, trained"


def test_conditions_stay_beside_what_rests_on_the_check() -> None:
    found = started(**LEAD_DUE, **SEEN_SINCE)
    assert found.verdict is Verdict.CLEAR_WITH_CONDITIONS
    assert found.says.startswith("clear with conditions, as checked on 7 September 2026 ")


def test_the_first_few_checks_are_named_and_the_others_counted() -> None:
    found = started(policies=every_policy(anti_bullying=None, medication=None), curriculum=None, assessment=None)
    assert found.says.endswith("; 1 more")
    assert found.says.count(";") == 3
