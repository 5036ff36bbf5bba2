"""Attendance codes for pupils educated away from their school, as dated data."""

from __future__ import annotations

import pytest

from apqa.guidance.attendance_law import attendance_code, framework_wording, powers_of_the_council, sessions_a_day
from apqa.vocabulary.placement import PlacementBasis
from tests.builders import day


@pytest.mark.parametrize("code", ["B", "D", "K"])
def test_each_code_says_what_it_means_and_where_it_is_written(code: str) -> None:
    entry = attendance_code(code, day("2026-11-23"))
    assert entry is not None
    assert (entry.code, entry.standing) == (code, "law")
    assert entry.title
    assert entry.means
    assert "SI 2024/208" in entry.basis


def test_every_ground_of_a_placement_is_the_councils_power_or_another() -> None:
    others = {"personal_budget", "tribunal"}
    by_school = {"school_direction", "school_other", "suspension"}
    assert powers_of_the_council() | others | by_school == {basis.value for basis in PlacementBasis}
    assert not powers_of_the_council() & (others | by_school)


def test_the_frameworks_wording_is_explained() -> None:
    assert "The framework gives D to any placement with a registered provider" in framework_wording()


@pytest.mark.parametrize(("on", "number"), [("1999-12-22", None), ("1999-12-23", 2), ("2026-11-23", 2)])
def test_a_school_day_is_divided_into_two_sessions_by_law(on: str, number: int | None) -> None:
    law = sessions_a_day(day(on))
    assert (law and law.a_day) == number
    assert law is None or (law.standing == "law" and "SI 1999/3181" in law.basis)
