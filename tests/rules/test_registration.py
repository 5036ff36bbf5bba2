"""What a provider declared, beside what these records had there."""

from __future__ import annotations

import pytest

from apqa.records.kinds import AUTHORITY
from apqa.rules.registration import (
    establishment_number_out_of_range,
    headcount_below_placements,
    no_headroom_left,
    providers_with_one_number,
    registration_to_be_judged,
)
from tests.builders import a_headcount, a_provider, full_time, in_order_provider, on_the_register, situation
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


@pytest.mark.parametrize(
    ("kind", "number", "fits"),
    [
        pytest.param("11", "999/6000", True, id="the-first"),
        pytest.param("11", "999/6899", True, id="the-last"),
        pytest.param("11", "9995999", False, id="below"),
        pytest.param("10", "999/6900", False, id="above"),
        pytest.param("7", "999/5999", True, id="the-first-of-two-ranges"),
        pytest.param("7", "999/7000", True, id="the-second-of-two-ranges"),
        pytest.param("7", "999/6000", False, id="between-two-ranges"),
        pytest.param("1", "999/6000", True, id="a-type-without-a-range"),
        pytest.param("11", None, True, id="no-number"),
    ],
)
def test_the_number_goes_with_the_type(kind: str, number: str | None, fits: bool) -> None:
    looks = [on_the_register(on="2026-01-05"), on_the_register(establishment_type=kind, establishment_number=number)]
    provider = a_provider(registration={"register_checks": looks})
    at = ("registration", "register_checks", 1, "establishment_number")
    faults = found(establishment_number_out_of_range, situation("2026-11-03", provider), provider)
    assert [place for _, place in faults] == ([] if fits else [at])


def test_who_was_not_looked_up_has_no_number() -> None:
    provider = a_provider()
    assert found(establishment_number_out_of_range, situation("2026-11-03", provider), provider) == []


@pytest.mark.parametrize("unread", [(), ("authority",)], ids=["known", "not-known"])
def test_a_policy_that_is_not_known_is_not_said_of_each_provider(unread: tuple[str, ...]) -> None:
    provider = in_order_provider(headcounts=[a_headcount(on="2026-09-13")])
    asked = situation("2026-11-03", provider, *full_time(4), unreadable={AUTHORITY: unread})
    assert found(registration_to_be_judged, asked, provider) == []
    assert [at for _, at in found(no_headroom_left, asked, provider)] == [("headcounts",)]


def test_what_else_is_to_be_judged_is_said_all_the_same() -> None:
    provider = in_order_provider(headcounts=None)
    asked = situation("2026-11-03", provider, unreadable={AUTHORITY: ("authority",)})
    assert [at for _, at in found(registration_to_be_judged, asked, provider)] == [("headcounts",)]


@pytest.mark.parametrize("key", ["company_number", "charity_number", "ukprn", "urn"])
def test_one_number_of_several_providers_is_said_once(key: str) -> None:
    number = {"company_number": "08123456", "charity_number": "1123456", "ukprn": "10012345", "urn": "199999"}[key]
    named = {"legal_form": "cic", key: number}
    first, second, third = (a_provider(each, identity=named) for each in ("a-farm", "b-farm", "c-farm"))
    other = a_provider("d-farm", identity={"legal_form": "cic", "ico_number": "Z1234567"})
    asked = situation("2026-11-03", first, second, third, other)
    said = f"{number} is the number of b-farm, c-farm, too: are they one institution?"
    assert found(providers_with_one_number, asked, first) == [(said, ("identity", key))]
    for each in (second, third, other):
        assert found(providers_with_one_number, asked, each) == []
