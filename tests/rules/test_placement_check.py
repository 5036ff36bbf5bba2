"""Everything asked of one placement, line by line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.finding import Severity
from apqa.questions.checks.line import Effect, Line, State
from apqa.records.kinds import PLACEMENT
from apqa.rules import RULES
from apqa.rules.placement_check import GROUPS, PlacementCheck, placement_check
from tests.builders import ON, a_placement, a_visit, a_waiver, an_authority, in_order_provider, line_of, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

ASKED = [name for _, asked in GROUPS for name, _ in asked]
RECORD = "placements/PL-00001.yaml"


def check(*records: Record, **changes: Any) -> PlacementCheck:
    placement = a_placement(1, **changes)
    return placement_check(
        placement, situation(ON, in_order_provider(), a_visit(), placement, an_authority(), *records)
    )


def line(name: str, *records: Record, **changes: Any) -> Line:
    return line_of(name, list(check(*records, **changes).lines))


def test_every_rule_on_placements_is_asked_once_and_no_other() -> None:
    assert sorted(ASKED) == sorted(rule.name for rule in RULES if rule.about == PLACEMENT.name)


def test_what_no_rule_finds_fault_with_is_met() -> None:
    found = line("no-timetable-for-the-day")
    assert (found.state, found.effect, found.rule, found.says) == (State.MET, Effect.NONE, "", "")
    assert (found.group, found.title) == ("What it is", "A timetable for the day")


@pytest.mark.parametrize(
    ("name", "changes", "state", "effect"),
    [
        pytest.param("unknown-site", {"site": "shed"}, State.MISSING, Effect.STOP, id="breach"),
        pytest.param("placement-without-plan", {"plan": None}, State.MISSING, Effect.STOP, id="concern"),
        pytest.param(
            "placement-past-its-end", {"expected_end": "2026-11-02"}, State.MISSING, Effect.CONDITION, id="query"
        ),
        pytest.param(
            "pupil-status-not-recorded", {"looked_after": None}, State.NOT_RECORDED, Effect.CANNOT_TELL, id="unknown"
        ),
    ],
)
def test_a_fault_weighs_as_its_rule(name: str, changes: dict[str, Any], state: State, effect: Effect) -> None:
    found = line(name, **changes)
    assert (found.state, found.effect, found.rule) == (state, effect, name)
    assert found.says
    assert found.remedy


@pytest.mark.parametrize(
    ("name", "changes", "why"),
    [
        pytest.param("review-overdue", {"starts": "2026-11-04"}, "not live on 3 November 2026", id="not-begun"),
        pytest.param("ended-placement-not-completed", {}, "it has not ended", id="not-ended"),
    ],
)
def test_what_there_is_nothing_to_look_at_for_does_not_apply(name: str, changes: dict[str, Any], why: str) -> None:
    found = line(name, **changes)
    assert (found.state, found.effect, found.says) == (State.NOT_APPLICABLE, Effect.NONE, why)


def test_the_gravest_effect_is_the_verdict() -> None:
    found = check(plan=None)
    assert found.verdict is Effect.STOP
    lines = tuple(each for each in found.lines if each.effect is not Effect.STOP)
    assert PlacementCheck(found.placement, None, lines, None, found.code, found.week).verdict is Effect.CONDITION
    assert PlacementCheck(found.placement, None, (), None, found.code, found.week).verdict is Effect.NONE


def test_the_gravest_severity_is_that_of_the_check() -> None:
    found = check(site="shed")
    assert found.severity is Severity.BREACH
    nothing = PlacementCheck(found.placement, None, (), None, found.code, found.week)
    assert nothing.severity is None
    met = PlacementCheck(found.placement, None, (line("no-timetable-for-the-day"),), None, found.code, found.week)
    assert met.severity is None


class TestWaivers:
    """A recorded exception answers a fault and stays visible; it never answers law."""

    def test_answer_the_rule_they_name(self) -> None:
        found = line("placement-without-plan", a_waiver("placement-without-plan", RECORD), plan=None)
        assert (found.state, found.effect, found.waiver) == (State.WAIVED, Effect.NONE, "an-exception")
        assert found.says.endswith("; waived until 30 November 2026 by head of inclusion: seen next week")

    @pytest.mark.parametrize(
        "waiver",
        [
            pytest.param(a_waiver("unknown-site", RECORD), id="of-another-rule"),
            pytest.param(a_waiver("placement-without-plan", "placements/PL-00002.yaml"), id="for-another-record"),
            pytest.param(a_waiver("placement-without-plan", RECORD, ends="2026-11-02"), id="to-yesterday"),
        ],
    )
    def test_answer_nothing_else(self, waiver: Record) -> None:
        assert line("placement-without-plan", waiver, plan=None).state is State.MISSING

    def test_never_answer_law(self) -> None:
        laws = [rule.name for rule in RULES if rule.about == PLACEMENT.name and rule.law]
        changes = {"codes": [{"code": "K", "starts": "2026-09-14"}]}
        broken = [each.rule for each in check(**changes).lines if each.rule in laws]
        assert broken
        for name in broken:
            assert line(name, a_waiver(name, RECORD), **changes).state is State.MISSING


def test_the_provider_is_checked_on_the_placements_first_day() -> None:
    found = check()
    assert found.provider is not None
    assert found.provider_on_start is not None
    assert str(found.provider_on_start.requirement.on) == "2026-09-14"
    assert found.code.code == "B"
    assert found.week.pupil == "P-00001"


def test_without_the_providers_record_the_provider_is_not_checked() -> None:
    found = check(provider="nobody")
    assert (found.provider, found.provider_on_start) == (None, None)
