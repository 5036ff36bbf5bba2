"""Who keeps the records, and the council's own policy: each value has its reason."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from apqa.records.authority import Authority
from apqa.vocabulary.provider import InsuranceKind
from tests.builders import an_authority
from tests.records.refusing import refusals


def test_a_council_needs_no_policy_of_its_own() -> None:
    found = Authority.model_validate({"id": "authority", "name": "Westmarch Council"})
    assert found.policy == an_authority().policy
    assert (found.time_zone, found.roles, found.recipients) == ("Europe/London", {}, ())


@pytest.mark.parametrize(
    "policy",
    [
        {"warning_days": {"days": "7"}},
        {"cycles": {"visits": {"months": "6"}}},
        {"minimum_cover": {"motor": {"pounds": "1"}}},
        {"policies": {"lockdown": {"title": "Lockdown"}}},
    ],
    ids=lambda policy: next(iter(policy)),
)
def test_each_value_of_local_policy_has_its_reason(policy: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as refused:
        an_authority(**policy)
    assert [(each["loc"][-1], each["type"]) for each in refused.value.errors()] == [("reason", "missing")]


@pytest.mark.parametrize("months", ["0", "601", "999999999999"])
def test_a_cycle_comes_round_in_a_lifetime(months: str) -> None:
    ((_, rule, message),) = refusals(an_authority, cycles={"visits": {"months": months, "reason": "r"}})
    assert (rule, message) == ("out-of-range", f"a cycle is from 1 to 600 months long, not {int(months)}")


@pytest.mark.parametrize("months", ["1", "600"])
def test_a_cycle_may_be_a_month_or_fifty_years(months: str) -> None:
    assert an_authority(cycles={"visits": {"months": months, "reason": "r"}}).policy.cycles["visits"].months == int(
        months
    )


def test_days_are_days_people_wait() -> None:
    ((_, rule, message),) = refusals(an_authority, warning_days={"days": "999999999999", "reason": "r"})
    assert (rule, message) == ("out-of-range", "999,999,999,999 days are more than ten years")
    longest = an_authority(warning_days={"days": "3653", "reason": "r"}).policy.warning_days
    assert longest is not None
    assert longest.days == 3653


def test_values_are_what_they_count() -> None:
    found = an_authority(
        full_time_hours={"hours": "25:30", "reason": "r"},
        nearly_all_share={"percent": "66.5", "reason": "r"},
        minimum_cover={"public_liability": {"pounds": "5000000", "reason": "r"}},
    ).policy
    assert found.full_time_hours is not None
    assert found.full_time_hours.hours == timedelta(hours=25.5)
    assert found.minimum_cover[InsuranceKind.PUBLIC_LIABILITY].pounds == 5_000_000


@pytest.mark.parametrize("percent", ["100", "100.00"])
def test_nearly_all_is_less_than_all(percent: str) -> None:
    ((_, rule, message),) = refusals(an_authority, nearly_all_share={"percent": percent, "reason": "r"})
    assert rule == "out-of-range"
    assert message == f"{percent} per cent is all, and the law says nearly all: write a smaller share"
