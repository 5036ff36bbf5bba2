"""A pupil's whole week, as far as it is recorded."""

from __future__ import annotations

from apqa.rules.week import part_time_without_reason, rest_of_week_not_recorded
from tests.builders import ON, a_package, a_placement, a_week, situation
from tests.rules.asking import found


def test_a_week_with_a_timetable_missing_is_judged_by_no_rule() -> None:
    placement = a_placement(1, package=a_package("2"))
    short = (
        "14 hours of education a week in all; 25 make a full week, and no reason for less is recorded",
        ("package",),
    )
    assert found(part_time_without_reason, situation(ON, placement), placement) == [short]
    missing = a_placement(2, pupil="P-00001", package=a_package("2"), timetable=[a_week(ends="2026-10-30")])
    asked = situation(ON, placement, missing)
    assert found(part_time_without_reason, asked, placement) == []
    assert found(rest_of_week_not_recorded, asked, placement) == []
