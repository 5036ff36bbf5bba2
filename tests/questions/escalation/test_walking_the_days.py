"""Three providers of the worked example, day by day from the first concern to the end, as stated here by hand."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.verdict import Verdict, provider_check
from apqa.questions.escalation.holding import standing_decision
from apqa.questions.escalation.reached import step_of
from apqa.questions.escalation.telling import TellingState, tellings
from apqa.questions.situation import Situation
from apqa.reading.folder import DiskFolder
from apqa.reading.loader import Library
from apqa.rules.placement_check import placement_check
from apqa.vocabulary.review import EscalationStep
from tests.builders import line_of

if TYPE_CHECKING:
    from collections.abc import Iterator

RECORDS = Path(__file__).parents[3] / "records"
LISTED, WITH_ACTIONS = EscalationStep.LISTED, EscalationStep.LISTED_WITH_ACTIONS
MONITORED, REMOVED = EscalationStep.ENHANCED_MONITORING, EscalationStep.REMOVED
SUSPENDED_NEW, SUSPENDED = EscalationStep.NEW_PLACEMENTS_SUSPENDED, EscalationStep.ALL_SUSPENDED
FINE, CONDITION, STOP = Effect.NONE, Effect.CONDITION, Effect.STOP

Stretch = tuple[str, str, EscalationStep, Effect]

STEPS: dict[str, list[Stretch]] = {
    "magpie-kiln": [
        ("2025-11-01", "2025-11-23", LISTED, FINE),
        ("2025-11-24", "2026-03-01", WITH_ACTIONS, FINE),
        ("2026-03-02", "2026-12-31", LISTED, FINE),
    ],
    "flintlock-skills": [
        ("2025-10-20", "2026-01-26", LISTED, FINE),
        ("2026-01-27", "2026-03-01", WITH_ACTIONS, FINE),
        ("2026-03-02", "2026-03-15", MONITORED, CONDITION),
        ("2026-03-16", "2026-03-25", SUSPENDED_NEW, STOP),
        ("2026-03-26", "2026-04-23", SUSPENDED, STOP),
        ("2026-04-24", "2026-12-31", REMOVED, STOP),
    ],
    "cornerstool": [
        ("2026-05-01", "2026-05-17", LISTED, FINE),
        ("2026-05-18", "2026-09-20", WITH_ACTIONS, FINE),
        ("2026-09-21", "2026-11-09", MONITORED, CONDITION),
        ("2026-11-10", "2027-02-28", SUSPENDED_NEW, STOP),
    ],
}
NOT, PREPARED = TellingState.NOT_PREPARED, TellingState.PREPARED
TOLD, ACKNOWLEDGED = TellingState.TOLD, TellingState.ACKNOWLEDGED

TELLING: dict[str, list[tuple[str, str, dict[TellingState, int]]]] = {
    "magpie-kiln": [("2025-11-01", "2026-12-31", {})],
    "flintlock-skills": [
        ("2025-10-20", "2026-03-15", {}),
        ("2026-03-16", "2026-03-16", {NOT: 7}),
        ("2026-03-17", "2026-03-17", {TOLD: 7}),
        ("2026-03-18", "2026-03-25", {TOLD: 4, ACKNOWLEDGED: 3}),
        ("2026-03-26", "2026-04-23", {TOLD: 4, ACKNOWLEDGED: 3}),
        ("2026-04-24", "2026-04-26", {NOT: 18}),
        ("2026-04-27", "2026-04-27", {TOLD: 15, ACKNOWLEDGED: 3}),
        ("2026-04-28", "2026-12-31", {TOLD: 11, ACKNOWLEDGED: 7}),
    ],
    "cornerstool": [
        ("2026-05-01", "2026-11-09", {}),
        ("2026-11-10", "2026-11-10", {NOT: 7}),
        ("2026-11-11", "2026-11-11", {TOLD: 6, PREPARED: 1}),
        ("2026-11-12", "2027-02-28", {TOLD: 5, ACKNOWLEDGED: 1, PREPARED: 1}),
    ],
}
"""How many of those who must be told of the step of the day stand where, on each day."""


@cache
def _records() -> Situation:
    return Situation(Library(DiskFolder(RECORDS)).records, date(2026, 11, 23))


def _days(first: str, last: str) -> Iterator[date]:
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        yield day
        day += timedelta(days=1)


@pytest.mark.parametrize("provider_id", STEPS)
def test_the_stretches_leave_out_no_day(provider_id: str) -> None:
    for stretches in (STEPS[provider_id], TELLING[provider_id]):
        ends = [date.fromisoformat(each[1]) + timedelta(days=1) for each in stretches[:-1]]
        assert ends == [date.fromisoformat(each[0]) for each in stretches[1:]]
        assert (stretches[0][0], stretches[-1][1]) == (STEPS[provider_id][0][0], STEPS[provider_id][-1][1])


@pytest.mark.parametrize("provider_id", STEPS)
def test_every_day_has_its_step(provider_id: str) -> None:
    provider = _records().records.provider(provider_id)
    assert provider is not None
    for first, last, step, _ in STEPS[provider_id]:
        for day in _days(first, last):
            assert (day, step_of(provider, _records().on_day(day)).step) == (day, step)


@pytest.mark.parametrize("provider_id", STEPS)
def test_every_day_has_its_verdict(provider_id: str) -> None:
    provider = _records().records.provider(provider_id)
    assert provider is not None
    for first, last, _, effect in STEPS[provider_id]:
        for day in _days(first, last):
            check = provider_check(provider, _records().on_day(day))
            assert (day, line_of("escalation", check.lines).effect) == (day, effect)
            assert effect is not STOP or check.verdict is Verdict.DO_NOT_PLACE


@pytest.mark.parametrize("provider_id", TELLING)
def test_every_day_has_those_who_were_told(provider_id: str) -> None:
    provider = _records().records.provider(provider_id)
    assert provider is not None
    for first, last, wanted in TELLING[provider_id]:
        for day in _days(first, last):
            then = _records().on_day(day)
            decision = standing_decision(provider, then)
            states = [each.state for each in tellings(decision, provider, then)] if decision else []
            assert (day, {state: states.count(state) for state in set(states)}) == (day, wanted)


def test_one_commissioner_of_cornerstool_waits_to_be_told() -> None:
    provider = _records().records.provider("cornerstool")
    assert provider is not None
    decision = standing_decision(provider, _records())
    assert decision is not None
    waiting = [each for each in tellings(decision, provider, _records()) if not each.is_told]
    assert [(each.to.name, each.to.placements, each.says) for each in waiting] == [
        ("Cindervale Academy", ("PL-N9DEN",), "prepared on 11 November 2026")
    ]


LIVE: list[tuple[str, str, State, Effect]] = [
    ("2026-01-26", "2026-03-01", State.MET, FINE),
    ("2026-03-02", "2026-03-25", State.REVIEW, CONDITION),
    ("2026-03-26", "2026-04-24", State.MISSING, STOP),
    ("2026-04-25", "2026-06-30", State.NOT_APPLICABLE, FINE),
]
"""What a placement that ran at Flintlock Skills from November 2025 to the removal is told of its provider."""


def test_a_live_placement_is_told_of_the_step_on_every_day() -> None:
    placement = _records().records.placement("PL-4MMW6")
    assert placement is not None
    for first, last, state, effect in LIVE:
        for day in (date.fromisoformat(first), date.fromisoformat(last)):
            check = placement_check(placement, _records().on_day(day))
            line = line_of("live-placement-with-suspended-provider", check.lines)
            assert (day, line.state, line.effect) == (day, state, effect)
