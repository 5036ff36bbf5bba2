"""What a provider declared, beside what these records had there."""

from __future__ import annotations

import pytest

from apqa.rules.registration import headcount_below_placements
from tests.builders import a_headcount, a_provider, full_time, situation
from tests.rules.asking import found


@pytest.mark.parametrize(
    ("on", "declared", "said"),
    [
        pytest.param("2026-10-01", "2", False, id="as-many"),
        pytest.param("2026-10-01", "1", True, id="fewer"),
        pytest.param("2026-09-29", "1", False, id="declared-only-later"),
    ],
)
def test_a_declaration_of_fewer_pupils_is_said_from_its_day_on(on: str, declared: str, said: bool) -> None:
    provider = a_provider(headcounts=[a_headcount(full_time="2"), a_headcount(on="2026-09-30", full_time=declared)])
    text = (
        "declared on 30 September 2026: 1 full-time, 0 with an EHC plan, 0 looked after; "
        "in these records that day: 2 full-time, 0 with an EHC plan, 0 looked after"
    )
    asked = situation(on, provider, *full_time(2))
    assert found(headcount_below_placements, asked, provider) == ([(text, ("headcounts", 1))] if said else [])
