"""Desk-top audits: that they come round, and say what they looked at and what went to senior management (QF-51)."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.rules.audits import audit_without_information, desk_top_audit_overdue, issue_taken_up_in_part
from tests.builders import a_listing, a_provider, a_visit, situation
from tests.rules.asking import found

AUDIT = "2026-10-20-north-star"
LISTED = a_provider(listing=[a_listing(on="2025-09-01")])


@pytest.mark.parametrize(
    ("on", "said"),
    [
        ("2027-02-20", []),
        ("2027-02-21", [("the last was on 20 October 2026; the next was due by 20 February 2027", ("listing",))]),
    ],
    ids=["on its last day", "the day after"],
)
def test_an_audit_comes_round(on: str, said: list[Any]) -> None:
    audit = a_visit(AUDIT, type="desk_top_audit")
    assert found(desk_top_audit_overdue, situation(on, audit, LISTED), LISTED) == said


def test_none_is_overdue_where_none_is_asked_for() -> None:
    assert found(desk_top_audit_overdue, situation("2030-02-21", LISTED), LISTED) == []


@pytest.mark.parametrize(
    ("on", "changes", "is_found"),
    [
        pytest.param("2026-10-20", {}, True, id="nothing"),
        pytest.param("2026-10-20", {"information": [{"kind": "attendance"}]}, False, id="attendance"),
        pytest.param("2026-10-20", {"status": "planned"}, False, id="planned"),
        pytest.param("2026-10-20", {"status": "cancelled"}, False, id="cancelled"),
        pytest.param("2026-10-20", {"type": "routine"}, False, id="a-visit-on-site"),
        pytest.param("2026-10-19", {}, False, id="tomorrow"),
    ],
)
def test_an_audit_says_what_it_looked_at(on: str, changes: dict[str, Any], *, is_found: bool) -> None:
    audit = a_visit(AUDIT, **{"type": "desk_top_audit", **changes})
    said = [("held on 20 October 2026; what was looked at is not recorded", ("type",))]
    assert found(audit_without_information, situation(on, audit), audit) == (said if is_found else [])


NO_DAY = ("issues for senior management are recorded, and not on which day they were taken up",)
NO_ISSUE = ("senior management was told on 21 October 2026; of what is not recorded",)
NEITHER = ("what senior management decided is recorded, and neither what was taken to it nor on which day",)
TOLD = {"senior_management_told": "2026-10-21"}
ISSUES = {"taken_to_senior_management": ["no insurance shown"]}
DECIDED = {"senior_management_decided": "no new pupils"}


@pytest.mark.parametrize(
    ("kind", "on", "changes", "said"),
    [
        pytest.param("desk_top_audit", "2026-10-21", {}, (), id="nothing"),
        pytest.param("desk_top_audit", "2026-10-21", ISSUES, NO_DAY, id="issues-alone"),
        pytest.param("routine", "2026-10-21", ISSUES, NO_DAY, id="issues-alone-on-site"),
        pytest.param("desk_top_audit", "2026-10-21", TOLD, NO_ISSUE, id="day-alone"),
        pytest.param("desk_top_audit", "2026-10-20", TOLD, (), id="day-alone-to-come"),
        pytest.param("routine", "2026-10-21", TOLD, (), id="day-alone-on-site"),
        pytest.param("desk_top_audit", "2026-10-21", DECIDED, NEITHER, id="decision-alone"),
        pytest.param("routine", "2026-10-21", {**TOLD, **DECIDED}, (), id="decision-on-site"),
        pytest.param("desk_top_audit", "2026-10-21", {**TOLD, **ISSUES, **DECIDED}, (), id="all"),
    ],
)
def test_what_goes_to_senior_management_is_whole(
    kind: str, on: str, changes: dict[str, Any], said: tuple[str, ...]
) -> None:
    audit = a_visit(AUDIT, type=kind, **changes)
    assert tuple(text for text, _ in found(issue_taken_up_in_part, situation(on, audit), audit)) == said
