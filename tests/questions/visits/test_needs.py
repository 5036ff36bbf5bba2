"""Whom and what a planned visit still needs (QF-54, QF-55)."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.visits.needs import still_needed
from tests.builders import a_placement, a_visit, situation

CARED: dict[str, Any] = {"looked_after": [{"starts": "2020-01-01"}]}
SPOT_CHECK = {"trigger": "parent", "concern": "x", "concern_area": "staffing", "look_at": ["ratios"]}


@pytest.mark.parametrize(
    ("changes", "needed"),
    [
        pytest.param({"type": "routine"}, ["what it is to look at (look_at)"], id="nothing-prepared"),
        pytest.param({"type": "routine", "purpose": "yearly"}, [], id="a-purpose"),
        pytest.param({"type": "routine", "look_at": ["kitchen"]}, [], id="something-to-look-at"),
        pytest.param({"type": "spot_check", **SPOT_CHECK}, [], id="a-spot-check"),
        pytest.param(
            {"type": "spot_check", "look_at": ["ratios"], "trigger": "parent"},
            ["what the concern is (concern, concern_area)"],
            id="without-its-concern",
        ),
        pytest.param(
            {"type": "urgent", **SPOT_CHECK, "concern_area": "safeguarding"},
            ["the LADO among the officers: the concern is about safeguarding"],
            id="about-safeguarding",
        ),
        pytest.param(
            {"type": "urgent", **SPOT_CHECK, "concern_area": "safeguarding", "officers": ["lado"]},
            [],
            id="with-lado",
        ),
        pytest.param(
            {"type": "urgent", **SPOT_CHECK, "trigger": "lado"},
            ["the LADO among the officers: the LADO raised the concern"],
            id="from-the-lado",
        ),
        pytest.param(
            {"type": "urgent", **SPOT_CHECK, "concern_area": "health_and_safety"},
            ["the health and safety officer among the officers: the concern is about health and safety"],
            id="about-health-and-safety",
        ),
    ],
)
def test_what_is_missing(changes: dict[str, Any], needed: list[str]) -> None:
    visit = a_visit("2026-11-10-north-star", status="planned", **changes)
    assert list(still_needed(visit, situation("2026-11-02", visit, a_placement()))) == needed


def test_who_is_asked_about_looked_after_pupils() -> None:
    asked = "the Virtual School asked for information: looked-after pupils are placed there"
    workers = "the allocated social workers asked for information"
    for more, needed in (({}, [asked, workers]), ({"virtual_school_asked": "2026-11-02"}, [workers])):
        visit = a_visit("2026-11-10-north-star", status="planned", type="spot_check", **SPOT_CHECK, **more)
        assert list(still_needed(visit, situation("2026-11-02", visit, a_placement(**CARED)))) == needed
    routine = a_visit("2026-11-10-north-star", status="planned", type="routine", purpose="yearly")
    assert list(still_needed(routine, situation("2026-11-02", routine, a_placement(**CARED)))) == []
