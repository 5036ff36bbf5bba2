"""A routine visit is no sign of concern (QF-54)."""

from __future__ import annotations

import pytest

from apqa.questions.checks.verdict import provider_check
from apqa.questions.escalation.reached import step_of
from apqa.questions.visits.raised import raised_since_visit
from apqa.rules.visits import spot_check_without_trigger
from tests.builders import ON, Data, a_listing, a_provider, a_visit, situation
from tests.rules.asking import found

LISTED = a_provider(listing=[a_listing(on="2025-09-01")])
BEFORE = (LISTED, a_visit("2026-03-12-north-star"))


@pytest.mark.parametrize(
    ("visit_id", "changes"),
    [("2026-11-17-north-star", {"status": "planned"}), ("2026-10-27-north-star", {})],
    ids=["planned", "made"],
)
def test_it_changes_no_verdict_and_no_step_and_raises_nothing(visit_id: str, changes: Data) -> None:
    plain, with_it = situation(ON, *BEFORE), situation(ON, *BEFORE, a_visit(visit_id, **changes))
    assert provider_check(LISTED, with_it).verdict == provider_check(LISTED, plain).verdict
    assert step_of(LISTED, with_it) == step_of(LISTED, plain)
    assert raised_since_visit(LISTED, with_it) == ()


def test_one_with_a_concern_is_asked_whether_it_is_a_spot_check() -> None:
    visit = a_visit("2026-10-27-north-star", concern="records are not kept")
    ((said, at),) = found(spot_check_without_trigger, situation(ON, *BEFORE, visit), visit)
    assert (said, at) == ("its type is routine, and it has a concern: is it a spot check?", ("concern",))
