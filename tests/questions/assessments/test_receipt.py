"""How far the council has come with a self-assessment, and what is due next."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.assessments.receipt import Handled, Stage, handled
from tests.builders import a_self_assessment, a_visit, an_authority, changed, day, situation

RECEIVED = {"received_on": "2026-10-05"}
REVIEWED = {**RECEIVED, "reviewed_by": "officer", "reviewed_on": "2026-10-12", "outcome": "accepted"}


def found(council: dict[str, Any] | None, *others: Any, on: str = "2026-11-03", **changes: Any) -> Handled:
    asked = a_self_assessment(council=council, **changes)
    return handled(asked, situation(on, asked, *others))


@pytest.mark.parametrize(
    ("council", "on", "due", "overdue"),
    [
        pytest.param(None, "2026-10-28", "2026-10-28", False, id="never-received"),
        pytest.param(None, "2026-10-29", "2026-10-28", True, id="never-received-and-late"),
        pytest.param(RECEIVED, "2026-11-02", "2026-11-02", False, id="received"),
        pytest.param(RECEIVED, "2026-11-03", "2026-11-02", True, id="received-and-late"),
        pytest.param({**REVIEWED, "outcome": None}, "2026-11-03", "2026-11-02", True, id="without-outcome"),
        pytest.param({**REVIEWED, "reviewed_on": None}, "2026-11-03", "2026-11-02", True, id="on-no-day"),
        pytest.param({**REVIEWED, "reviewed_on": "2026-11-04"}, "2026-11-03", "2026-11-02", True, id="later"),
    ],
)
def test_a_review_is_due_within_the_councils_days(council: Any, on: str, due: str, *, overdue: bool) -> None:
    answer = found(changed(council, {}) if council else None, on=on)
    assert (answer.stage, answer.due, answer.overdue) == (Stage.NOT_REVIEWED, day(due), overdue)


def test_how_long_a_review_takes_is_the_councils_to_say() -> None:
    authority = an_authority(self_assessment_review_days={"days": "10", "reason": "as agreed"})
    assert found(RECEIVED, authority).due == day("2026-10-15")


def test_what_was_received_before_it_was_completed_was_an_earlier_version() -> None:
    answer = found(REVIEWED, completed_on="2026-10-20")
    assert (answer.stage, answer.earlier, answer.since) == (Stage.NOT_REVIEWED, True, day("2026-10-20"))


@pytest.mark.parametrize(("on", "overdue"), [("2026-11-09", False), ("2026-11-10", True)])
def test_one_that_was_returned_is_to_be_corrected(on: str, *, overdue: bool) -> None:
    answer = found({**REVIEWED, "outcome": "returned"}, on=on)
    assert (answer.stage, answer.due, answer.overdue) == (Stage.RETURNED, day("2026-11-09"), overdue)


def test_without_a_day_for_the_visit_none_is_overdue() -> None:
    answer = found(REVIEWED)
    assert (answer.stage, answer.due, answer.overdue, answer.visit) == (Stage.REVIEWED, None, False, None)


@pytest.mark.parametrize(("on", "overdue"), [("2026-11-02", False), ("2026-11-03", True)])
def test_a_visit_validates_it_by_the_day_the_council_set(on: str, *, overdue: bool) -> None:
    assert found({**REVIEWED, "visit_by": "2026-11-02"}, on=on).overdue is overdue


@pytest.mark.parametrize(
    ("visit_id", "changes", "validates"),
    [
        pytest.param("2026-10-20-north-star", {}, True, id="routine"),
        pytest.param("2026-09-30-north-star", {}, True, id="on-the-day-of-completion"),
        pytest.param("2026-09-29-north-star", {}, False, id="before"),
        pytest.param("2026-11-04-north-star", {}, False, id="to-come"),
        pytest.param("2026-10-20-north-star", {"status": "cancelled"}, False, id="cancelled"),
        pytest.param("2026-10-20-north-star", {"type": "desk_top_audit"}, False, id="at-a-desk"),
        pytest.param("2026-10-20-north-star", {"type": "spot_check"}, False, id="spot-check"),
        pytest.param("2026-10-20-heron", {}, False, id="to-another"),
    ],
)
def test_a_visit_on_site_since_it_was_completed_validates_it(
    visit_id: str, changes: dict[str, Any], *, validates: bool
) -> None:
    visit = a_visit(visit_id, **changes)
    answer = found({**REVIEWED, "visit_by": "2026-11-02"}, visit)
    assert (answer.visit is visit, answer.overdue) == (validates, not validates)


def test_a_spot_check_does_where_a_validation_names_it() -> None:
    visit = a_visit("2026-10-20-north-star", type="spot_check")
    checked = {"found": "met", "on": "2026-10-20", "by": "officer", "visit": visit.id}
    answer = found(REVIEWED, visit, ratings={"s1_1": {"rating": "met", "council": checked}})
    assert answer.visit is visit
