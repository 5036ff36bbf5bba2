"""The records at hand, the day asked about, and what is remembered of it."""

from __future__ import annotations

from datetime import date

from apqa.questions.situation import Situation
from tests.builders import a_placement, records

THEN, NOW = date(2026, 9, 14), date(2026, 11, 23)


def test_a_question_is_asked_once_a_day() -> None:
    situation, answers = Situation(records(), NOW), iter(["first", "second"])
    for _ in range(2):
        assert situation.once("how many", lambda: next(answers)) == "first"
    assert situation.on_day(THEN).once("how many", lambda: "others") == "others"


def test_each_day_has_one_situation() -> None:
    situation = Situation(records(), NOW)
    assert situation.on_day(NOW) is situation
    assert situation.on_day(THEN) is situation.on_day(THEN)
    assert situation.on_day(THEN).on_day(date(2026, 1, 1)) is situation.on_day(date(2026, 1, 1))
    assert situation.on_day(THEN).policy is situation.on_day(THEN).policy
    assert situation.on_day(THEN).policy.on == THEN


def test_with_a_draft_nothing_is_remembered_from_before() -> None:
    situation = Situation(records(), NOW)
    situation.once("how many", lambda: len(situation.on_day(THEN).records.placements))
    drafted = situation.placing(a_placement(7))
    assert drafted.once("how many", lambda: "asked again") == "asked again"
    assert [each.id for each in drafted.on_day(THEN).records.placements] == ["PL-00007"]
