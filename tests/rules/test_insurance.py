"""Insurances that run out while a pupil is placed."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.rules.insurance import insurance_lapses_during_placement, lapsed_insurance, missing_insurance
from tests.builders import SEEN, a_placement, an_insurance, in_order_provider, situation
from tests.rules.asking import found

RENEWED: dict[str, Any] = {"starts": "2026-12-01", "ends": "2027-11-30", "evidence": {**SEEN, "on": "2026-10-20"}}


@pytest.mark.parametrize(
    ("renewal", "runs_out"),
    [
        pytest.param([an_insurance(**RENEWED)], False, id="renewed"),
        pytest.param([an_insurance(**{**RENEWED, "evidence": None})], True, id="nobody-has-seen-the-renewal"),
        pytest.param([an_insurance(**{**RENEWED, "starts": "2026-12-02"})], True, id="a-day-between"),
        pytest.param([], True, id="not-renewed"),
    ],
)
def test_an_insurance_runs_as_far_as_somebody_has_seen(renewal: list[dict[str, Any]], runs_out: bool) -> None:
    others = [an_insurance("professional_indemnity"), an_insurance("employers_liability")]
    provider = in_order_provider(insurance={"held": [an_insurance(ends="2026-11-30"), *others, *renewal]})
    placement = a_placement(expected_end="2027-07-16")
    said = (
        "Public liability insurance of North Star runs to 30 November 2026, the placement to 16 July 2027",
        ("expected_end",),
    )
    asked = situation("2026-11-03", provider, placement)
    assert found(insurance_lapses_during_placement, asked, placement) == ([said] if runs_out else [])


@pytest.mark.parametrize(
    ("on", "runs_out"),
    [pytest.param("2026-11-09", True, id="the-day-before"), pytest.param("2026-11-10", False, id="then")],
)
def test_an_insurance_found_not_to_be_held_does_not_run_out_but_is_missing(on: str, *, runs_out: bool) -> None:
    held = [an_insurance(kind) for kind in ("professional_indemnity", "employers_liability")]
    absent = [{"kind": "public_liability", "on": "2026-11-10", "by": "officer"}]
    provider = in_order_provider(insurance={"held": [an_insurance(ends="2026-11-30"), *held], "absent": absent})
    placement = a_placement(expected_end="2027-07-16")
    asked = situation(on, provider, placement)
    assert bool(found(insurance_lapses_during_placement, asked, placement)) is runs_out
    assert bool(found(missing_insurance, asked, provider)) is not runs_out
    assert found(lapsed_insurance, asked, provider) == []
