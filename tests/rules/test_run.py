"""Asking the rules: every rule of every record, and waivers that answer what they find."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from apqa.finding import Finding, Place, Severity
from apqa.questions.concern import is_of_concern
from apqa.records.kinds import PROVIDER, VISIT
from apqa.rule import Fault, Rule
from apqa.rules import RULES, rule_named, rule_names
from apqa.rules.declare import rule
from apqa.rules.lines import broken
from apqa.rules.run import faults, findings, path_of
from tests.builders import (
    ON,
    a_listing,
    a_placement,
    a_provider,
    a_visit,
    a_waiver,
    an_insurance,
    in_order_provider,
    situation,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.records.base import Record
    from apqa.rule import Path


@rule(about=PROVIDER, severity=Severity.CONCERN, clauses=("QF-20",), basis="QF-20", remedy="Amend it.")
def of_a_provider(provider: Any, situation: Any) -> Iterator[Fault]:
    """A provider is asked about."""
    yield Fault(provider, f"{provider.id} was asked about", ("name",), key="names/one")


@rule(about=VISIT, severity=Severity.CONCERN, clauses=(), basis="", remedy="")
def of_a_visit(visit: Any, situation: Any) -> Iterator[Fault]:
    """A visit is asked about."""
    yield Fault(visit, visit.id)


@rule(about=None, severity=Severity.CONCERN, clauses=(), basis="", remedy="")
def of_the_whole(situation: Any) -> Iterator[Fault]:
    """Everything is asked about at once."""
    providers = situation.records.providers
    yield Fault(providers[0], "the whole", related=((providers[-1], ("name",)),))


SILENT = replace(of_a_provider, name="silent", check=None)
LAW = replace(of_a_provider, name="of-law", law=True)


def place(path: str, way: Path) -> Place:
    return Place(path, 1 + len(way), 1)


def asked(*records: Record, rules: tuple[Rule, ...] = (of_a_provider,)) -> list[Finding]:
    return list(findings(situation(ON, *records), place, rules))


def test_a_rule_is_asked_of_every_record_of_its_kind() -> None:
    whole = situation(ON, a_provider("b"), a_provider("a"), a_visit())
    found = [(each.rule.name, each.fault.message) for each in faults(whole, (of_a_provider, of_a_visit))]
    assert found == [
        ("of-a-provider", "a was asked about"),
        ("of-a-provider", "b was asked about"),
        ("of-a-visit", "2026-03-12-north-star"),
    ]


def test_a_rule_about_no_kind_is_asked_once() -> None:
    whole = situation(ON, a_provider("b"), a_provider("a"))
    assert [each.fault.message for each in faults(whole, (of_the_whole,))] == ["the whole"]


def test_a_rule_the_reader_keeps_for_itself_is_not_asked() -> None:
    assert list(faults(situation(ON, a_provider()), (SILENT,))) == []


def test_every_rule_is_asked_unless_some_are_named() -> None:
    found = {each.rule.name for each in faults(situation(ON, in_order_provider(), a_visit()))}
    assert found
    assert found <= set(rule_names())


def test_a_finding_has_the_place_of_its_fault_and_of_what_it_rests_on() -> None:
    (found,) = asked(a_provider("b"), a_provider("a"), rules=(of_the_whole,))
    assert found.place == Place("providers/a.yaml", 1, 1)
    assert found.related == (Place("providers/b.yaml", 2, 1),)
    (named,) = asked(a_provider())
    assert (str(named.place), named.severity, named.clauses) == (
        "providers/north-star.yaml:2:1",
        Severity.CONCERN,
        ("QF-20",),
    )


def test_a_fault_may_have_a_remedy_and_a_basis_of_its_own() -> None:
    def check(provider: Any, situation: Any) -> Iterator[Fault]:
        yield Fault(provider, "one", remedy="This instead.", basis="That law.")
        yield Fault(provider, "two")

    found = asked(a_provider(), rules=(replace(of_a_provider, check=check),))
    assert [(each.remedy, each.basis) for each in found] == [("This instead.", "That law."), ("Amend it.", "QF-20")]


class TestWaivers:
    """A recorded exception answers a finding, which stays visible."""

    @pytest.mark.parametrize(
        ("waiver", "answered"),
        [
            pytest.param(a_waiver("of-a-provider"), True, id="of-the-rule"),
            pytest.param(a_waiver("of-a-provider", check="names/one"), True, id="of-this-check"),
            pytest.param(a_waiver("of-a-provider", check="names/two"), False, id="of-another-check"),
            pytest.param(a_waiver("of-a-visit"), False, id="of-another-rule"),
            pytest.param(a_waiver("of-a-provider", "providers/another.yaml"), False, id="for-another-record"),
            pytest.param(a_waiver("of-a-provider", starts="2026-11-04"), False, id="from-tomorrow"),
            pytest.param(a_waiver("of-a-provider", ends="2026-11-02"), False, id="to-yesterday"),
            pytest.param(a_waiver("of-a-provider", starts="2026-11-03", ends="2026-11-03"), True, id="for-today"),
        ],
    )
    def test_answer_what_they_name_in_their_days(self, waiver: Record, answered: bool) -> None:
        (found,) = asked(a_provider(), waiver)
        assert found.waived_by == ("an-exception" if answered else "")

    def test_never_answer_law(self) -> None:
        (found,) = asked(a_provider(), a_waiver("of-law"), rules=(LAW,))
        assert found.waived_by == ""

    @pytest.mark.parametrize(
        ("item", "answered"), [("fire_drill", True), ("gas_safety", False), ("fire_risk_assessment", False)]
    )
    def test_never_answer_what_the_law_asks_for_of_health_and_safety(self, item: str, answered: bool) -> None:
        provider = in_order_provider(
            health_and_safety=[{"item": item, "absent": {"on": "2026-09-07", "by": "officer"}}]
        )
        rules = tuple(each for each in RULES if each.name == "missing-safety-item")
        (found,) = asked(provider, a_waiver("missing-safety-item"), rules=rules)
        assert bool(found.waived_by) is answered

    @pytest.mark.parametrize(("kind", "answered"), [("public_liability", True), ("employers_liability", False)])
    def test_never_answer_the_part_of_a_rule_that_is_law(self, kind: str, answered: bool) -> None:
        kinds = ("public_liability", "professional_indemnity", "employers_liability")
        held = [an_insurance(each, ends="2026-10-31" if each == kind else "2027-03-31") for each in kinds]
        provider = in_order_provider(insurance={"held": held})
        lapsed = rule_named("lapsed-insurance")
        assert lapsed is not None
        (found,) = asked(provider, a_visit(), a_waiver("lapsed-insurance"), rules=(lapsed,))
        assert (found.waived_by == "an-exception") is answered


class TestLines:
    """The faults among a provider's checks before a placement."""

    @pytest.mark.parametrize(
        ("status", "concern"),
        [
            ("listed", True),
            ("exceptional", True),
            ("suspended", True),
            ("new_placements_suspended", True),
            ("applied", False),
            ("due_diligence", False),
            ("declined", False),
            ("removed", False),
        ],
    )
    def test_are_owed_for_providers_that_can_be_placed_with(self, status: str, concern: bool) -> None:
        provider = a_provider(listing=[a_listing(status)])
        assert is_of_concern(provider, situation(ON, provider)) is concern

    @pytest.mark.parametrize(
        ("placement", "concern"),
        [
            pytest.param(a_placement(), True, id="live"),
            pytest.param(a_placement(starts="2026-11-04"), False, id="planned"),
            pytest.param(a_placement(provider="another"), False, id="elsewhere"),
        ],
    )
    def test_are_owed_where_pupils_are_placed(self, placement: Record, concern: bool) -> None:
        provider = a_provider()
        assert is_of_concern(provider, situation(ON, provider, placement)) is concern

    def test_yield_a_fault_for_each_line_that_breaks_the_rule(self) -> None:
        provider = in_order_provider(policies={}, insurance=None)
        whole = situation(ON, provider, a_visit())
        found = list(broken("insurance-not-recorded", provider, whole))
        assert [(each.key, each.at, each.law) for each in found] == [
            ("insurance/public_liability", ("insurance",), False),
            ("insurance/professional_indemnity", ("insurance",), False),
            ("insurance/employers_liability", ("insurance",), True),
        ]
        assert found[0].message == "Public liability insurance: nothing is recorded"
        assert len(list(broken("policy-not-recorded", provider, whole))) == 12

    def test_yield_nothing_of_a_provider_nobody_may_place_with(self) -> None:
        provider = a_provider()
        assert list(broken("insurance-not-recorded", provider, situation(ON, provider))) == []


def test_a_record_is_kept_at_its_path() -> None:
    assert path_of(a_visit()) == "visits/2026-03-12-north-star.yaml"


def test_every_rule_is_found_by_its_name() -> None:
    assert [rule_named(name) for name in rule_names()] == list(RULES)
    assert len(set(rule_names())) == len(RULES)
    assert rule_named("no-such-rule") is None
