"""The steps of escalation as data: each is there, each leads somewhere, and what none confirms says so."""

from __future__ import annotations

import pytest

from apqa.guidance.book import entries
from apqa.guidance.escalation import (
    Need,
    NeedEntry,
    StepEntry,
    Tells,
    TriggerEntry,
    need_entry,
    step_entry,
    trigger_entries,
    trigger_entry,
)
from apqa.guidance.requirements import number_entry
from apqa.rules import rule_named
from apqa.vocabulary.review import EscalationStep, EscalationTrigger

REMOVED = EscalationStep.REMOVED


def test_every_word_has_its_entry_and_none_has_two() -> None:
    assert [entry.step for entry in entries("escalation", "steps", StepEntry)] == list(EscalationStep)
    assert sorted(entry.key for entry in entries("escalation", "needs", NeedEntry)) == sorted(Need)
    assert sorted(entry.key for entry in entries("escalation", "triggers", TriggerEntry)) == sorted(EscalationTrigger)
    assert trigger_entry(EscalationTrigger.LAPSED_INSURANCE).calls_for is EscalationStep.NEW_PLACEMENTS_SUSPENDED


def test_a_removal_follows_a_suspension_and_an_urgent_meeting_and_everybody_is_told() -> None:
    removed = step_entry(REMOVED)
    assert set(removed.reached_from) == {EscalationStep.NEW_PLACEMENTS_SUSPENDED, EscalationStep.ALL_SUSPENDED}
    assert removed.at_once_for == ()
    assert Need.URGENT_MEETING in removed.needs
    assert set(removed.tells) == {Tells.COMMISSIONERS, Tells.SERVICES, Tells.SCHOOLS}
    assert all(REMOVED not in step_entry(step).reached_from for step in EscalationStep)


def test_a_step_down_is_always_possible_but_from_a_removal() -> None:
    steps = [step for step in EscalationStep if step is not REMOVED]
    for number, step in enumerate(steps):
        assert set(steps[number + 1 :]) <= set(step_entry(step).reached_from)


def test_what_sets_a_step_off_at_once_calls_for_it() -> None:
    for step in EscalationStep:
        for trigger in step_entry(step).at_once_for:
            assert trigger_entry(trigger).calls_for in {step, None}


@pytest.mark.parametrize("need", Need)
def test_the_days_of_a_need_are_a_number_of_policy(need: Need) -> None:
    within = need_entry(need).within
    assert within is None or not number_entry(within).confirmed


def test_a_rule_that_shows_a_trigger_is_one() -> None:
    assert all(rule_named(entry.found_by) for entry in trigger_entries() if entry.found_by)


def test_only_what_the_framework_says_is_confirmed() -> None:
    for entry in (*entries("escalation", "steps", StepEntry), *entries("escalation", "needs", NeedEntry)):
        assert entry.confirmed is entry.basis.startswith("QF-")
