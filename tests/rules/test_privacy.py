"""Who a pupil is does not stand in a local field either."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.finding import Severity
from apqa.rules.privacy import pupil_details_in_local_fields
from tests.builders import (
    ON,
    a_placement,
    a_provider,
    a_report,
    a_self_assessment,
    a_visit,
    a_waiver,
    an_action_plan,
    an_authority,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.rule import Path

UPN = "R800400024001"
"""A number of the form of a unique pupil number, with the letter that checks it."""

WITHIN = "there is a unique pupil number in this key"


def found(*records: Record) -> list[tuple[str, Path, str]]:
    """Answer of which records it is found, where in them, and in which words."""
    assert pupil_details_in_local_fields.check is not None
    faults = pupil_details_in_local_fields.check(situation(ON, *records))
    return [(fault.record.id, fault.at, fault.message) for fault in faults]


def in_placement(**local: Any) -> list[tuple[Path, str]]:
    return [(at, said) for _, at, said in found(a_placement(local=local))]


def test_it_is_law_and_a_breach() -> None:
    rule = pupil_details_in_local_fields
    assert (rule.name, rule.about) == ("pupil-details-in-local-fields", "")
    assert (rule.severity, rule.law, rule.clauses) == (Severity.BREACH, True, ("QF-35", "QF-90"))


def test_records_without_local_fields_have_none() -> None:
    assert found(an_authority(), a_provider(), a_visit(), a_placement(), a_placement(2, local={})) == []


@pytest.mark.parametrize(
    "key",
    [
        "name",
        "surname",
        "dob",
        "date_of_birth",
        "upn",
        "address",
        "Surname",
        "DOB",
        "D.O.B.",
        "date-of-birth",
        "Date of birth",
        "dateOfBirth",
        "first name",
        "pupil's name",
        "NHS-Number",
        "child_dob",
        "childDOB",
        "pupilname",
        "parent email",
        "home_address",
    ],
)
def test_a_key_that_may_say_who_the_pupil_is_is_found_whatever_stands_there(key: str) -> None:
    assert in_placement(**{key: ""}) == [(("local", key), f"'{key}' may say who the pupil is")]


@pytest.mark.parametrize("key", ["case_number", "named_person", "phone_calls", "site name", "doba"])
def test_other_keys_are_the_authoritys_own_affair(key: str) -> None:
    assert in_placement(**{key: "AP-117"}) == []


def test_a_pupil_number_as_a_key_is_found() -> None:
    assert in_placement(**{UPN: {"seen": "yes"}}) == [(("local", UPN), WITHIN)]
    assert found(a_provider(local={f"for {UPN}": "x"})) == [("north-star", ("local", f"for {UPN}"), WITHIN)]


def test_fields_within_fields_are_looked_through() -> None:
    assert in_placement(case={"worker": {"forename": "Jo", "ref": UPN}, "open": "yes"}) == [
        (("local", "case", "worker", "forename"), "'forename' may say who the pupil is"),
    ]
    assert in_placement(contacts=[{"role": "carer"}, {"email": "a@b.example"}]) == [
        (("local", "contacts", 1, "email"), "'email' may say who the pupil is")
    ]


def test_a_telltale_key_is_said_once_however_much_stands_below_it() -> None:
    assert in_placement(name={"surname": "Example", "upn": UPN}) == [
        (("local", "name"), "'name' may say who the pupil is")
    ]


def test_every_record_about_one_pupil_is_asked() -> None:
    assert found(a_report(local={"dob": "2011-05-06"})) == [
        ("2026-27-autumn/PL-00001", ("local", "dob"), "'dob' may say who the pupil is")
    ]


@pytest.mark.parametrize("make", [a_provider, a_visit], ids=["provider", "visit"])
def test_a_record_about_no_single_pupil_may_name_people(make: Any) -> None:
    local = {"name": "head of provision", "address": {"postcode": "ZZ1 1ZZ"}, "phone": ["01632 960001"]}
    assert found(make(local=local)) == []


@pytest.mark.parametrize(
    "key",
    [
        "pupil_name",
        "Pupil's full name",
        "names of the pupils",
        "pupilForename",
        "childs_dob",
        "child_dob",
        "child address",
        "learner_postcode",
        "studentEmail",
        "student_nhs",
        "pupil_contact",
        "surname",
        "first_name",
        "dob",
        "date_of_birth",
        "place of birth",
        "UPN",
        "nhs_number",
        "yp_name",
    ],
)
@pytest.mark.parametrize(
    "make",
    [
        a_provider,
        a_visit,
        a_self_assessment,
        an_action_plan,
        lambda **changes: a_waiver("placement-without-plan", **changes),
    ],
    ids=["provider", "visit", "self-assessment", "action-plan", "waiver"],
)
def test_a_key_that_may_say_who_a_pupil_is_is_found_in_every_kind_of_record(make: Any, key: str) -> None:
    record = make(local={"seen": {key: "Jane Smith"}})
    assert found(record) == [(record.id, ("local", "seen", key), f"'{key}' may say who a pupil is")]


@pytest.mark.parametrize(
    "key",
    [
        "name",
        "address",
        "trading_name",
        "contact_name",
        "child_protection_lead_name",
        "pupil_premium",
        "student_support_phone",
        "nhs_trust",
        "children_served",
        "pupils",
        "parent_company_name",
        "birth_third",
        "full_name",
    ],
)
def test_what_is_a_providers_or_a_posts_is_innocent_in_a_record_about_no_single_pupil(key: str) -> None:
    assert found(a_provider(local={key: "x"})) == []


def test_what_stands_below_a_pupil_is_a_pupils() -> None:
    record = a_provider(local={"pupils": [{"name": "x"}], "sites": [{"name": "x"}]})
    assert found(record) == [("north-star", ("local", "pupils", 0, "name"), "'name' may say who the pupil is")]


def test_a_waiver_holds_none_either() -> None:
    record = a_waiver("placement-without-plan", local={UPN: "x"})
    assert found(record) == [("an-exception", ("local", UPN), WITHIN)]
