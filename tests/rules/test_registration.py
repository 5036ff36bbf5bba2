"""What a provider declared, beside what these records had there."""

from __future__ import annotations

import pytest

from apqa.rules.registration import headcount_below_placements
from tests.builders import a_headcount, a_provider, full_time, situation
from tests.rules.asking import found


@pytest.mark.parametrize(
    ("on", "declared", "said"),
    [
        pytest.param("2026-10-01", {"full_time": "2"}, False, id="as-many"),
        pytest.param("2026-10-01", {"full_time": "1"}, True, id="fewer"),
        pytest.param("2026-10-01", {"full_time": "1", "compulsory_school_age": "1"}, True, id="fewer-of-both"),
        pytest.param("2026-09-29", {"full_time": "1"}, False, id="declared-only-later"),
    ],
)
def test_a_declaration_of_fewer_pupils_is_said_from_its_day_on(on: str, declared: dict[str, str], said: bool) -> None:
    wrong = a_headcount(on="2026-09-30", **declared)
    provider = a_provider(headcounts=[a_headcount(full_time="2"), wrong])
    text = (
        f"declared on 30 September 2026: {wrong['compulsory_school_age']} of compulsory school age, 1 full-time, "
        "0 with an EHC plan, 0 looked after; "
        "in these records that day: 2 of compulsory school age, 2 full-time, 0 with an EHC plan, 0 looked after"
    )
    asked = situation(on, provider, *full_time(2))
    assert found(headcount_below_placements, asked, provider) == ([(text, ("headcounts", 1))] if said else [])


@pytest.mark.parametrize("pupils", [2, 3])
def test_a_declaration_of_fewer_pupils_of_school_age_is_said(pupils: int) -> None:
    provider = a_provider(headcounts=[a_headcount(compulsory_school_age="2")])
    asked = situation("2026-10-01", provider, *full_time(pupils, "12"))
    assert [at for _, at in found(headcount_below_placements, asked, provider)] == [("headcounts", 0)] * (pupils - 2)
