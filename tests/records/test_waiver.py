"""A waiver: its days, and its end."""

from __future__ import annotations

import pytest

from tests.builders import a_waiver, day
from tests.records.refusing import contradiction


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        pytest.param("2026-10-31", False, id="the-day-before"),
        pytest.param("2026-11-01", True, id="its-first-day"),
        pytest.param("2026-11-30", True, id="its-last-day"),
        pytest.param("2026-12-01", False, id="the-day-after"),
    ],
)
def test_it_holds_from_its_first_to_its_last_day(on: str, holds: bool) -> None:
    assert a_waiver("missing-policy").covers(day(on)) is holds


@pytest.mark.parametrize(
    ("on", "holds"),
    [
        pytest.param("2026-11-02", False, id="within-its-days-and-not-yet-approved"),
        pytest.param("2026-11-03", True, id="the-day-it-is-approved"),
    ],
)
def test_it_holds_from_its_approval_only(on: str, holds: bool) -> None:
    assert a_waiver("missing-policy", approved_on="2026-11-03").covers(day(on)) is holds


def test_it_ends_after_it_starts() -> None:
    said = contradiction(a_waiver, "missing-policy", ends="2026-10-31")
    assert said == "it ends on 2026-10-31, before it starts on 2026-11-01"
