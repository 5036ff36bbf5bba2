"""Where a note has gone, and to whom it is still to go."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.circulation import (
    amended_by,
    not_circulated,
    not_told_of,
    sent_on,
    sent_to_provider_on,
    still_to_go,
)
from tests.builders import a_visit, situation

if TYPE_CHECKING:
    from apqa.records.visit import Visit


def a_note(**changes: Any) -> Visit:
    told = {"written_on": "2026-10-20", "written_by": "officer", "summary": "Calm and busy."}
    return a_visit("2026-10-20-north-star", note={**told, **changes})


def on(day: str) -> date:
    return date.fromisoformat(day)


SENT = [
    {"to": "commissioners", "party": "commissioner", "on": "2026-10-22"},
    {"to": "head of provision", "party": "provider", "on": "2026-10-26"},
    {"to": "the provider", "on": "2026-11-02"},
    {"to": "provider panel", "party": "council"},
]


@pytest.mark.parametrize(
    ("day", "first", "provider", "open_"),
    [
        ("2026-10-19", None, None, ""),
        ("2026-10-21", None, None, "circulated"),
        ("2026-10-22", "2026-10-22", None, "sent to the provider"),
        ("2026-10-26", "2026-10-22", "2026-10-26", ""),
        ("2026-11-02", "2026-10-22", "2026-11-02", ""),
    ],
)
def test_where_a_note_has_gone_by_a_day(day: str, first: str | None, provider: str | None, open_: str) -> None:
    visit = a_note(circulation=SENT)
    assert visit.note
    assert sent_on(visit.note, on(day)) == (on(first) if first else None)
    assert sent_to_provider_on(visit.note, on(day)) == (on(provider) if provider else None)
    assert not_circulated(visit, situation(day, visit)) == open_


def test_a_visit_without_a_note_has_nothing_to_circulate() -> None:
    visit = a_visit()
    assert not_circulated(visit, situation("2026-12-01", visit)) == ""


AMENDED = [
    {"on": "2026-10-28", "by": "officer", "what": "two ramps"},
    {"on": "2026-11-09", "by": "officer", "what": "x"},
]


@pytest.mark.parametrize(
    ("day", "written", "untold", "to_go"),
    [
        ("2026-10-21", 0, 0, ["commissioners", "head of provision", "the provider", "provider panel"]),
        ("2026-10-27", 0, 0, ["the provider", "provider panel"]),
        ("2026-10-28", 1, 1, ["commissioners", "head of provision", "the provider", "provider panel"]),
        ("2026-11-02", 1, 0, ["commissioners", "head of provision", "provider panel"]),
        ("2026-11-09", 2, 1, ["commissioners", "head of provision", "the provider", "provider panel"]),
    ],
)
def test_who_is_to_have_the_note_as_it_stands(day: str, written: int, untold: int, to_go: list[str]) -> None:
    told = a_note(circulation=SENT, amendments=AMENDED).note
    assert told
    assert len(amended_by(told, on(day))) == written
    assert len(not_told_of(told, on(day))) == untold
    assert [each.to for each in still_to_go(told, on(day))] == to_go


def test_who_was_sent_it_twice_has_it_as_it_was_sent_last() -> None:
    again = [*SENT[:2], {**SENT[0], "on": "2026-10-29"}, {"to": "head of provision"}]
    told = a_note(circulation=again, amendments=AMENDED[:1]).note
    assert told
    assert [each.to for each in still_to_go(told, on("2026-10-29"))] == ["head of provision"]
