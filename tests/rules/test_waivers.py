"""Recorded exceptions: what they are for, and whether they answer it."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.records.kinds import PLACEMENT
from apqa.rules.waivers import waiver_without_effect, waiver_without_object
from tests.builders import (
    ON,
    SEEN,
    a_lead,
    a_listing,
    a_policy,
    a_provider,
    a_step,
    a_training,
    a_waiver,
    an_action_plan,
    an_authority,
    an_insurance,
    every_policy,
    full_time,
    in_order,
    in_order_provider,
    safeguarding,
    situation,
)
from tests.rules.asking import found


@pytest.mark.parametrize(
    ("rule", "record", "said", "at"),
    [
        pytest.param("no-due-diligence", "providers/north-star.yaml", "", "", id="both-there"),
        pytest.param(
            "no-due-dilligence",
            "providers/north-star.yaml",
            "there is no rule no-due-dilligence: did you mean no-due-diligence?",
            "rule",
            id="a-rule-misspelt",
        ),
        pytest.param("zzz", "providers/north-star.yaml", "there is no rule zzz", "rule", id="no-rule-like-it"),
        pytest.param(
            "no-due-diligence",
            "providers/south-star.yaml",
            "there is no providers/south-star.yaml",
            "record",
            id="no-such-record",
        ),
        pytest.param(
            "no-due-diligence",
            "suppliers/a.yaml",
            "suppliers/a.yaml is not the path of a record",
            "record",
            id="no-folder",
        ),
        pytest.param(
            "no-due-diligence",
            "placements/north-star.yaml",
            "placements/north-star.yaml is not the path of a record",
            "record",
            id="no-name-of-a-record",
        ),
        pytest.param("no-due-diligence", "placements/PL-0000Z.yaml", "", "", id="one-that-cannot-be-read"),
    ],
)
def test_a_waiver_is_of_a_rule_and_a_record(rule: str, record: str, said: str, at: str) -> None:
    waiver = a_waiver(rule, record)
    asked = situation(ON, a_provider(), waiver, unreadable={PLACEMENT: ("PL-0000Z",)})
    assert found(waiver_without_object, asked, waiver) == ([(said, (at,))] if said else [])


ABSENT = {"on": "2026-09-07", "by": "officer"}
NO_EMPLOYERS: dict[str, Any] = {
    "insurance": {
        "absent": [{"kind": "employers_liability", **ABSENT}],
        "held": [an_insurance("public_liability"), an_insurance("professional_indemnity")],
    }
}
NO_LEAD: dict[str, Any] = {"safeguarding": safeguarding(leads=[a_lead(role="deputy")])}
LEAD_OVERDUE: dict[str, Any] = {"safeguarding": safeguarding(leads=[a_lead(training=[a_training("2024-01-10")])])}
PART_ONE: dict[str, Any] = {"safeguarding": safeguarding(part_one_read=[])}
INCOMPLETE: dict[str, Any] = {
    "central_record": [{"on": "2026-09-07", "by": "officer", "complete": "no", "missing": "two references"}]
}
NO_GAS: dict[str, Any] = {
    "health_and_safety": [
        *in_order()["health_and_safety"],
        {"item": "gas_safety", "absent": ABSENT},
        {"item": "fire_drill", "absent": ABSENT},
    ]
}


class TestWithoutEffect:
    """A waiver of a check that cannot be waived answers nothing, and the records say so."""

    @pytest.mark.parametrize(
        ("rule", "provider", "said"),
        [
            pytest.param(
                "missing-insurance",
                NO_EMPLOYERS,
                "Employers' liability insurance: it rests on law (Employers' Liability (Compulsory Insurance) Act 1969 "
                "and Regulations 1998) and cannot be waived",
                id="the-laws-insurance",
            ),
            pytest.param(
                "no-safeguarding-lead",
                NO_LEAD,
                "A designated safeguarding lead, trained: it rests on statutory guidance (Keeping Children Safe in "
                "Education) and cannot be waived",
                id="no-lead",
            ),
            pytest.param(
                "safeguarding-lead-training-overdue",
                LEAD_OVERDUE,
                "A designated safeguarding lead, trained: it rests on statutory guidance (Keeping Children Safe in "
                "Education, on the designated safeguarding lead's training) and cannot be waived",
                id="lead-not-trained",
            ),
            pytest.param(
                "outdated-edition",
                PART_ONE,
                "Staff have read Part One of Keeping Children Safe in Education, edition in force: it rests on "
                "statutory guidance (Keeping Children Safe in Education) and cannot be waived",
                id="part-one-not-read",
            ),
            pytest.param(
                "outdated-edition",
                {"policies": every_policy(child_protection=a_policy(cites={"kcsie": "2023"}))},
                "Child protection: it rests on statutory guidance (Keeping Children Safe in Education, 2026 "
                "edition; Working Together to Safeguard Children, 2026 edition) and cannot be waived",
                id="an-old-edition-of-statutory-guidance",
            ),
            pytest.param(
                "central-record-incomplete",
                INCOMPLETE,
                "Single central record of checks on staff, DBS checks included: it rests on statutory guidance (QF-21; "
                "Keeping Children Safe in Education) and cannot be waived",
                id="central-record",
            ),
            pytest.param(
                "missing-safety-item",
                NO_GAS,
                "Gas safety record: it rests on law (Gas Safety (Installation and Use) Regulations 1998) and cannot be "
                "waived",
                id="the-laws-of-two-items",
            ),
            pytest.param(
                "provider-not-open-to-placements",
                {"listing": [a_listing("removed")]},
                "On the approved provider list, or registered: it is a decision of the council on the provider, which "
                "no waiver undoes",
                id="removed",
            ),
        ],
    )
    def test_is_said(self, rule: str, provider: dict[str, Any], said: str) -> None:
        waiver = a_waiver(rule)
        asked = situation(ON, in_order_provider(**provider), waiver)
        assert found(waiver_without_effect, asked, waiver)[0] == (said, ("rule",))

    def test_of_what_is_not_known_of_the_records_says_so(self) -> None:
        council = an_authority(cycles={"dsl_traning": {"months": "12", "reason": "agreed"}})
        waiver = a_waiver(rule="unknown-policy-value", ends="2027-07-31")
        said = (
            "Every value of local policy is one that can be used: what is not known of the records is to be put right, "
            "and cannot be waived"
        )
        assert found(waiver_without_effect, situation(ON, council, in_order_provider(), waiver), waiver) == [
            (said, ("rule",))
        ]

    def test_is_said_of_an_escalation(self) -> None:
        waiver, plan = (
            a_waiver("provider-not-open-to-placements"),
            an_action_plan(escalation=[a_step("all_suspended", "2026-10-20")]),
        )
        (said,) = found(waiver_without_effect, situation(ON, in_order_provider(), plan, waiver), waiver)
        assert said[0].startswith("In good standing with the council: it is a decision of the council")

    def test_is_said_of_the_check_it_names_alone(self) -> None:
        provider = in_order_provider(**NO_GAS)
        for check, told in (("safety/gas_safety", True), ("safety/fire_drill", False)):
            waiver = a_waiver("missing-safety-item", check=check)
            assert bool(found(waiver_without_effect, situation(ON, provider, waiver), waiver)) is told

    @pytest.mark.parametrize(
        ("waiver", "provider"),
        [
            pytest.param({"rule": "missing-procedure"}, {"curriculum": {"absent": ABSENT}}, id="it-answers"),
            pytest.param({"rule": "no-safeguarding-lead"}, {}, id="nothing-is-broken"),
            pytest.param(
                {"rule": "no-safeguarding-lead", "starts": "2026-10-30", "ends": "2026-11-02"},
                NO_LEAD,
                id="it-has-ended",
            ),
            pytest.param({"rule": "no-such-rule"}, NO_LEAD, id="there-is-no-such-rule"),
            pytest.param({"rule": "no-safeguarding-lead", "record": "authority.yaml"}, NO_LEAD, id="no-provider"),
            pytest.param(
                {"rule": "no-safeguarding-lead", "record": "providers/south-star.yaml"}, NO_LEAD, id="unknown-provider"
            ),
            pytest.param({"rule": "no-safeguarding-lead", "record": "providers/a/b.yaml"}, NO_LEAD, id="no-record"),
        ],
    )
    def test_is_not_said_where(self, waiver: dict[str, Any], provider: dict[str, Any]) -> None:
        exception = a_waiver(**waiver)
        asked = situation(ON, in_order_provider(**provider), exception)
        assert found(waiver_without_effect, asked, exception) == []

    def test_is_not_said_of_an_old_edition_of_guidance_that_is_not_statutory(self) -> None:
        known = {"2026": {"in_force_from": "2026-10-01", "reason": "published by the Department"}}
        waiver, council = a_waiver("outdated-edition"), an_authority(editions={"vision": known})
        provider = in_order_provider(policies=every_policy(medication=a_policy(cites={"vision": "2018"})))
        assert found(waiver_without_effect, situation(ON, council, provider, waiver), waiver) == []

    def test_is_not_said_twice_of_a_rule_that_states_law(self) -> None:
        waiver = a_waiver("unregistered-full-time-provision")
        asked = situation(ON, in_order_provider(), waiver, *full_time(5))
        assert found(waiver_without_effect, asked, waiver) == []

    def test_is_not_said_of_the_councils_own_minimum_where_the_laws_is_met(self) -> None:
        council = an_authority(minimum_cover={"employers_liability": {"pounds": "10000000", "reason": "our insurer"}})
        waiver = a_waiver("insurance-below-minimum", check="insurance/employers_liability")
        for cover, told in (("5000000", False), ("4999999", True)):
            less = {"held": [an_insurance("employers_liability", cover=cover, evidence=SEEN)]}
            asked = situation(ON, council, in_order_provider(insurance=less), waiver)
            assert bool(found(waiver_without_effect, asked, waiver)) is told
