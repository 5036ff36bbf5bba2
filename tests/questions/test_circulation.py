"""Where a note has gone, and its seal."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.circulation import (
    SEALED_OF_ACTION,
    SEALED_OF_NOTE,
    SEALED_OF_VISIT,
    not_circulated,
    seal_of,
    sent_on,
    sent_to_provider_on,
)
from apqa.records.action import Action
from apqa.records.note import Note
from apqa.records.visit import Visit
from tests.builders import a_visit, situation

AGREED: dict[str, Any] = {
    "key": "ramp",
    "what": "Mend the ramp.",
    "area": "health_and_safety",
    "owner": "head",
    "due": "2026-11-20",
}


def note(**changes: Any) -> dict[str, Any]:
    told = {"written_on": "2026-10-20", "written_by": "officer", "summary": "Calm and busy.", "actions": [AGREED]}
    return {**told, **changes}


def a_note(**changes: Any) -> Visit:
    return a_visit("2026-10-20-north-star", note=note(**changes))


def on(day: str) -> date:
    return date.fromisoformat(day)


LIVES_ON = {
    Visit: {
        "local",
        "status",
        "virtual_school_asked",
        "social_worker_asked",
        "look_at",
        "senior_management_told",
        "taken_to_senior_management",
        "senior_management_decided",
        "note",
    },
    Note: {
        "actions",
        "facts_asked_on",
        "provider_response",
        "provider_responded_on",
        "circulation",
        "escalation",
        "filed",
        "seal",
        "amendments",
    },
    Action: {"status", "done_on", "verified_by", "verified_on", "updates"},
}
"""What is not under the seal: it goes on after a note was circulated, or was there before the visit."""


@pytest.mark.parametrize(
    ("model", "sealed"), [(Visit, SEALED_OF_VISIT), (Note, SEALED_OF_NOTE), (Action, SEALED_OF_ACTION)]
)
def test_every_field_is_sealed_or_lives_on(model: type[Visit | Note | Action], sealed: tuple[str, ...]) -> None:
    assert set(sealed) | LIVES_ON[model] == set(model.model_fields)
    assert not set(sealed) & LIVES_ON[model]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"summary": "Calm."}, id="summary"),
        pytest.param({"outcome": "green"}, id="outcome"),
        pytest.param({"agreed": ["a plan"]}, id="agreed"),
        pytest.param({"actions": [{**AGREED, "due": "2026-11-27"}]}, id="day-of-an-action"),
        pytest.param({"actions": []}, id="no-action"),
        pytest.param({"told_face_to_face": "no"}, id="not-told"),
    ],
)
def test_another_word_makes_another_seal(changes: dict[str, Any]) -> None:
    assert seal_of(a_note(**changes)) != seal_of(a_note())


def test_the_seal_is_over_what_is_told_of_the_visit_too() -> None:
    plain = a_note()
    assert seal_of(plain.model_copy(update={"pupils_spoken_with": 3})) != seal_of(plain)
    assert seal_of(a_visit("2026-10-21-north-star", note=note(written_on="2026-10-21"))) != seal_of(plain)


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"circulation": [{"to": "the provider", "on": "2026-10-22"}]}, id="circulated"),
        pytest.param({"provider_response": "Agreed.", "provider_responded_on": "2026-10-23"}, id="answered"),
        pytest.param({"amendments": [{"on": "2026-11-02", "by": "officer", "what": "Two ramps."}]}, id="amended"),
        pytest.param({"filed": "AP/1"}, id="filed"),
        pytest.param({"actions": [{**AGREED, "status": "done", "done_on": "2026-11-02"}]}, id="action-done"),
        pytest.param({"summary": "Calm\n  and   busy."}, id="lines-broken-otherwise"),
        pytest.param({"strengths": []}, id="an-empty-list"),
    ],
)
def test_what_goes_on_living_leaves_the_seal_as_it_is(changes: dict[str, Any]) -> None:
    assert seal_of(a_note(**changes)) == seal_of(a_note())


def test_the_seal_of_a_note_is_the_same_for_good() -> None:
    assert seal_of(a_note()) == "1-f9e94fd15424a347"


def test_a_visit_without_a_note_can_be_sealed_too() -> None:
    assert seal_of(a_visit()) != seal_of(a_note())


@given(st.text(alphabet=st.characters(exclude_categories=("C", "Z")), min_size=1).filter(lambda text: text != "Calm"))
def test_no_two_summaries_have_one_seal(text: str) -> None:
    assert seal_of(a_note(summary=text)) != seal_of(a_note(summary="Calm"))


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
