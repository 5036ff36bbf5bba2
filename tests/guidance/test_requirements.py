"""What commissioners must have seen and what comes round."""

from __future__ import annotations

from decimal import Decimal

import pytest

from apqa.guidance.requirements import (
    cycle_entries,
    number,
    number_entry,
    required_insurances,
    required_policies,
    safety_entries,
)
from apqa.records.authority import Policy
from apqa.vocabulary.provider import InsuranceKind
from apqa.vocabulary.standing import Standing


def test_twelve_policies_are_required() -> None:
    keys = [policy.key for policy in required_policies()]
    assert len(keys) == len(set(keys)) == 12


def test_one_policy_may_not_apply() -> None:
    assert [policy.key for policy in required_policies() if policy.may_not_apply] == ["staff_qualifications"]


def test_three_insurances_are_required_and_one_minimum_is_law() -> None:
    found = {entry.kind: entry for entry in required_insurances()}
    assert list(found) == [
        InsuranceKind.PUBLIC_LIABILITY,
        InsuranceKind.PROFESSIONAL_INDEMNITY,
        InsuranceKind.EMPLOYERS_LIABILITY,
    ]
    by_law = [entry for entry in found.values() if entry.minimum.standing is Standing.LAW]
    assert [(entry.kind, entry.minimum.pounds, entry.only_with_employees) for entry in by_law] == [
        (InsuranceKind.EMPLOYERS_LIABILITY, Decimal(5_000_000), True)
    ]
    assert not [entry for entry in found.values() if entry not in by_law and entry.minimum.confirmed]


def test_every_cycle_has_one_length_and_a_name_of_its_own() -> None:
    assert all((entry.months is None) is not (entry.weeks is None) for entry in cycle_entries())
    keys = [(entry.key, entry.in_force_from) for entry in cycle_entries()]
    assert len(keys) == len(set(keys))


def test_every_safety_item_follows_a_cycle_that_is_known() -> None:
    cycles = {entry.key for entry in cycle_entries()}
    assert {entry.cycle for entry in safety_entries() if entry.cycle} <= cycles


@pytest.mark.parametrize(
    "key",
    [
        "warning_days",
        "certificate_days",
        "circulation_days",
        "report_due_school_days",
        "small_number",
        "attendance_difference",
        "full_time_hours",
        "nearly_all_share",
    ],
)
def test_every_number_a_council_may_set_is_known_until_it_does(key: str) -> None:
    assert key in Policy.model_fields
    assert number(key) == number_entry(key).value


@pytest.mark.parametrize(("item", "length"), [("fire_alarm", (12, 0)), ("fire_extinguishers", (12, 0))])
def test_alarm_and_extinguishers_come_round_by_custom_that_no_document_confirms(
    item: str, length: tuple[int, int]
) -> None:
    (entry,) = (each for each in safety_entries() if each.item == item)
    (cycle,) = (each for each in cycle_entries() if each.key == entry.cycle)
    assert (cycle.months or 0, cycle.weeks or 0) == length
    assert (entry.asked_of_all, cycle.standing, cycle.confirmed) == (False, Standing.LOCAL_POLICY, False)
