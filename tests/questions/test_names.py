"""Names that may be chosen freely, and that nobody knows."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.unread import unused_policy_lines
from apqa.questions.checks.verdict import Verdict, provider_check
from apqa.questions.names import doubtful_names, unknown_criteria, unknown_policy_values, unknown_safety_items
from apqa.questions.registration import Requirement, registration_requirement
from apqa.records.authority import Authority
from apqa.records.kinds import AUTHORITY
from tests.builders import (
    ON,
    a_placement,
    a_self_assessment,
    a_waiver,
    an_authority,
    in_order_provider,
    line_of,
    situation,
)

YEARLY = {"months": "12", "reason": "agreed"}
ASKED = {"title": "It", "reason": "agreed"}
NEWER = {"2027": {"in_force_from": "2027-09-01", "reason": "published"}}


@pytest.mark.parametrize(
    ("policy", "said"),
    [
        pytest.param({"cycles": {"dsl_training": YEARLY}, "editions": {"kcsie": NEWER}}, [], id="all-known"),
        pytest.param(
            {"cycles": {"dsl_traning": YEARLY}},
            ["'dsl_traning' is no cycle, and nothing is held against it: did you mean 'dsl_training'?"],
            id="cycle",
        ),
        pytest.param(
            {"cycles": {"zzz": YEARLY}}, ["'zzz' is no cycle, and nothing is held against it"], id="like-no-other"
        ),
        pytest.param(
            {"editions": {"kcise": NEWER}},
            ["'kcise' is no document that apqa knows: did you mean 'kcsie'?"],
            id="document",
        ),
    ],
)
def test_local_policy_is_set_by_names_that_are_known(policy: dict[str, Any], said: list[str]) -> None:
    assert [says for _, says in unknown_policy_values(an_authority(**policy))] == said


def test_a_provider_is_not_clear_while_local_policy_is_used_in_part_only() -> None:
    asked = situation(ON, an_authority(cycles={"dsl_traning": YEARLY}), in_order_provider())
    check = provider_check(in_order_provider(), asked)
    line = line_of("records/policy", check.lines)
    assert (line.state, line.effect, line.rule) == (State.REVIEW, Effect.CANNOT_TELL, "unknown-policy-value")
    assert check.verdict is not Verdict.CLEAR
    assert check.verdict is not Verdict.CLEAR_WITH_CONDITIONS


@pytest.mark.parametrize(
    ("rule", "key", "given"),
    [
        pytest.param(
            "unknown-policy-value", "records/policy", [an_authority(cycles={"dsl_traning": YEARLY})], id="policy"
        ),
        pytest.param(
            "unknown-reference", "records/misspelt", [an_authority(), a_placement(provider="nort-star")], id="misspelt"
        ),
    ],
)
def test_what_is_not_known_of_the_records_is_never_waived(rule: str, key: str, given: list[Any]) -> None:
    waiver = a_waiver(rule=rule, ends="2027-07-31")
    check = provider_check(in_order_provider(), situation(ON, in_order_provider(), waiver, *given))
    line = line_of(key, check.lines)
    assert (line.effect, line.waiver, line.can_be_waived) == (Effect.CANNOT_TELL, "", False)


def test_nobody_is_told_that_registration_is_not_required_while_local_policy_is_used_in_part_only() -> None:
    provider = in_order_provider()
    asked = registration_requirement(provider, situation(ON, an_authority(cycles={"headcont": YEARLY}), provider))
    assert asked.requirement is Requirement.REVIEW
    assert any("what the council itself asks for is known in part only: 'headcont' is no cycle" in each
               for each in asked.because)  # fmt: skip
    known = registration_requirement(provider, situation(ON, an_authority(cycles={"headcount": YEARLY}), provider))
    assert known.requirement is Requirement.NOT_REQUIRED


def test_without_a_council_there_is_no_policy_to_misspell() -> None:
    assert list(unused_policy_lines(situation(ON, unreadable={AUTHORITY: ("authority",)}))) == []


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        pytest.param("designated_oficer", "designated_officer", id="a-letter-left-out"),
        pytest.param("senior_mananger", "senior_manager", id="a-letter-too-many"),
        pytest.param("lado", "", id="known"),
        pytest.param("send_casework", "", id="the-councils-own"),
    ],
)
def test_a_role_is_doubted_that_is_almost_a_known_one(name: str, meant: str) -> None:
    council = Authority.model_validate({"id": "authority", "name": "Westmarch", "roles": {name: {"title": "Officer"}}})
    said = f"'{name}' is taken for a name of your own: did you mean '{meant}'?"
    assert list(doubtful_names(council)) == ([(("roles", name), said)] if meant else [])


def test_policies_and_safety_items_of_the_councils_own_are_doubted_likewise() -> None:
    council = an_authority(
        policies={"anti_bulying": ASKED, "lone_working": ASKED}, safety_items={"fire_dril": ASKED, "kiln": ASKED}
    )
    assert [at for at, _ in doubtful_names(council)] == [
        ("policy", "policies", "anti_bulying"),
        ("policy", "safety_items", "fire_dril"),
    ]


@pytest.mark.parametrize(
    ("item", "said"),
    [
        pytest.param("fire_risk_assessment", [], id="known"),
        pytest.param("kiln", [], id="the-councils-own"),
        pytest.param(
            "fire_risk_assesment",
            ["'fire_risk_assesment' is not asked for: did you mean 'fire_risk_assessment'?"],
            id="misspelt",
        ),
    ],
)
def test_a_safety_item_is_one_that_guidance_or_the_council_knows(item: str, said: list[str]) -> None:
    provider = in_order_provider(health_and_safety=[{"item": "first_aid"}, {"item": item}])
    asked = situation(ON, an_authority(safety_items={"kiln": ASKED}), provider)
    found = list(unknown_safety_items(provider, asked))
    assert [says for _, says in found] == said
    assert all(at == ("health_and_safety", 1, "item") for at, _ in found)


def test_without_a_council_only_guidance_knows_safety_items() -> None:
    provider = in_order_provider(health_and_safety=[{"item": "kiln"}])
    alone = situation(ON, provider, unreadable={AUTHORITY: ("authority",)})
    assert [says for _, says in unknown_safety_items(provider, alone)] == ["'kiln' is not asked for"]


def test_a_rating_is_of_a_criterion_there_is() -> None:
    met = {"rating": "met"}
    assessment = a_self_assessment(ratings={"s1_1": met, "f_staffing": met, "f_stafing": met})
    assert list(unknown_criteria(assessment)) == [
        (("ratings", "f_stafing"), "'f_stafing' is no criterion: did you mean 'f_staffing'?")
    ]
