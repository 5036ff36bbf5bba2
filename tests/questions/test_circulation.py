"""Where a note has gone, and to whom it is still to go."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.circulation import (
    amended_by,
    first_not_sent,
    never_sent,
    not_circulated,
    sent_on,
    sent_to_provider_on,
    still_to_go,
    went_out,
    without_amendment,
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
        ("2026-10-26", "2026-10-22", "2026-10-26", "sent to the provider, provider panel"),
        ("2026-11-02", "2026-10-22", "2026-10-26", "sent to provider panel"),
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
    ("day", "written", "without", "to_go"),
    [
        ("2026-10-21", 0, [], ["commissioners", "head of provision", "the provider", "provider panel"]),
        ("2026-10-27", 0, ["commissioners", "head of provision"], ["the provider", "provider panel"]),
        (
            "2026-10-28",
            1,
            ["commissioners", "head of provision"],
            ["commissioners", "head of provision", "the provider", "provider panel"],
        ),
        (
            "2026-11-02",
            1,
            ["commissioners", "head of provision"],
            ["commissioners", "head of provision", "provider panel"],
        ),
        (
            "2026-11-09",
            2,
            ["commissioners", "head of provision"],
            ["commissioners", "head of provision", "the provider", "provider panel"],
        ),
    ],
)
def test_who_is_to_have_the_note_as_it_stands(day: str, written: int, without: list[str], to_go: list[str]) -> None:
    told = a_note(circulation=SENT, amendments=AMENDED).note
    assert told
    assert len(amended_by(told, on(day))) == written
    assert [each.to for each in without_amendment(told, 0, on(day))] == without
    assert [each.to for each in still_to_go(told, on(day))] == to_go


def test_who_was_sent_it_twice_has_it_as_it_was_sent_last() -> None:
    again = [*SENT[:2], {**SENT[0], "on": "2026-10-29"}, {"to": "head of provision"}]
    told = a_note(circulation=again, amendments=AMENDED[:1]).note
    assert told
    assert [each.to for each in still_to_go(told, on("2026-10-29"))] == ["head of provision"]


ONCE = {"to": "head of provision", "party": "provider", "on": "2026-10-28"}


@pytest.mark.parametrize(
    ("sendings", "reached"),
    [
        pytest.param([ONCE], False, id="the-day-alone-does-not-say-it-was-sent-after"),
        pytest.param([ONCE, ONCE], False, id="nor-does-it-twice"),
        pytest.param([ONCE, {**ONCE, "amendments": "1"}], True, id="sent-again-with-it"),
        pytest.param([{**ONCE, "amendments": "0"}], False, id="sent-before"),
        pytest.param([{**ONCE, "on": "2026-10-29", "amendments": "0"}], False, id="a-later-day-and-yet-without"),
        pytest.param([{**ONCE, "on": "2026-10-29"}], True, id="a-later-day"),
    ],
)
def test_an_amendment_of_the_day_of_sending_counts_as_later_unless_the_record_says_so(
    sendings: list[Any], reached: bool
) -> None:
    note = a_note(circulation=sendings, amendments=AMENDED[:1]).note
    assert note
    assert went_out(note, 0, on("2026-10-30")) is reached
    assert (first_not_sent(note, on("2026-10-30")) is None) is reached
    assert [each.to for each in still_to_go(note, on("2026-10-30"))] == ([] if reached else ["head of provision"])


def test_who_was_never_sent_it_is_named_once() -> None:
    note = a_note(circulation=[*SENT, SENT[3]]).note
    assert note
    assert [each.to for each in never_sent(note, on("2026-10-27"))] == ["the provider", "provider panel"]
