"""What an answer may rest on and is not found: because it cannot be read, or names the provider wrongly."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.unread import misspelt_lines
from apqa.records.kinds import PROVIDER
from tests.builders import ON, a_placement, a_provider, a_visit, an_action_plan, line_of, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

LIKE_IT = "north-stra"


@pytest.mark.parametrize(
    "record",
    [
        pytest.param(a_placement(provider=LIKE_IT), id="placement"),
        pytest.param(a_visit(f"2026-10-06-{LIKE_IT}"), id="visit"),
        pytest.param(an_action_plan(f"{LIKE_IT}/2026-10-06"), id="action-plan"),
    ],
)
def test_a_name_almost_the_same_leaves_the_answer_open(record: Record) -> None:
    lines = list(misspelt_lines("north-star", situation(ON, a_provider(), record)))
    line = line_of("records/misspelt", lines)
    assert (line.state, line.effect, line.rule) == (State.REVIEW, Effect.CANNOT_TELL, "unknown-reference")
    assert line.says == "north-stra is named, and there is no such provider: is north-star meant?"


@pytest.mark.parametrize(
    ("name", "others"),
    [
        pytest.param("north-star", (), id="itself"),
        pytest.param("kingfisher", (), id="not-alike"),
        pytest.param("north-stars", (a_provider("north-stars"),), id="another-provider"),
    ],
)
def test_another_name_is_another_provider(name: str, others: tuple[Record, ...]) -> None:
    asked = situation(ON, a_provider(), a_placement(provider=name), *others)
    assert list(misspelt_lines("north-star", asked)) == []


def test_a_provider_that_cannot_be_read_is_there_all_the_same() -> None:
    asked = situation(ON, a_provider(), a_placement(provider="north-stars"), unreadable={PROVIDER: ("north-stars",)})
    assert list(misspelt_lines("north-star", asked)) == []
