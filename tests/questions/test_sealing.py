"""The seal of a note of visit: broken by what the note said, and by nothing that goes on being written."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.sealing import (
    LIVING,
    changed_amendments,
    is_as_sealed,
    seal_of,
    seal_of_amendment,
    unknown_seals,
)
from apqa.records.action import Action
from apqa.records.note import Amendment, Note
from apqa.records.visit import Visit
from tests.builders import a_visit

ACTION = {"key": "lock", "what": "Lock the kiln room", "owner": "the partners", "due": "2026-11-28"}
NOTE: dict[str, Any] = {
    "written_on": "2026-10-21",
    "written_by": "designated officer",
    "summary": "Calm and busy.",
    "areas": [{"area": "safeguarding", "judgement": "meets", "colour": "green"}],
    "strengths": ["Patient adults."],
    "actions": [ACTION],
    "told_face_to_face": "yes",
}
VISIT: dict[str, Any] = {
    "starts_at": "09:30",
    "pupils_spoken_with": "0",
    "registration": {"pupils": "1", "most_hours": "19.5", "basis": "the register"},
    "documents": [{"what": "accident book", "dated": "2026-10-01"}],
}
SAID_OF_VISIT = {
    *("announced", "central_record", "concern", "concern_area", "documents", "ends_at", "id", "information", "lead"),
    *("note", "officers", "provider_staff", "pupils_spoken_with", "purpose", "registration", "sessions_observed"),
    *("site", "social_worker_asked", "starts_at", "trigger", "type", "virtual_school_asked"),
}
SAID_OF_NOTE = {
    *("actions", "agreed", "areas", "concerns", "developments", "last_actions", "marking", "next_visit_by", "outcome"),
    *("provider_said", "recommendation", "strengths", "summary", "told_face_to_face", "written_by", "written_on"),
}
SAID_OF_AMENDMENT = {"by", "on", "what"}
SAID_OF_ACTION = {"area", "clause", "due", "evidence_expected", "key", "owner", "what", "why"}


def seal(visit: dict[str, Any] | None = None, **note: Any) -> str:
    return seal_of(a_visit(**{**VISIT, **(visit or {})}, note={**NOTE, **note}))


SEAL = seal()


@pytest.mark.parametrize(
    ("model", "said"),
    [(Visit, SAID_OF_VISIT), (Note, SAID_OF_NOTE), (Action, SAID_OF_ACTION), (Amendment, SAID_OF_AMENDMENT)],
    ids=lambda each: "",
)
def test_every_key_is_either_said_once_and_for_all_or_goes_on_being_written(model: Any, said: set[str]) -> None:
    fields = set(model.model_fields)
    assert fields - said - LIVING[model] == set(), "say of a new key whether a circulated note may have it changed"
    assert not said & LIVING[model]
    assert said <= fields


@pytest.mark.parametrize(
    "note",
    [
        pytest.param({"summary": "Calm and very busy."}, id="the-summary"),
        pytest.param(
            {"areas": [{"area": "safeguarding", "judgement": "strength", "colour": "green"}]}, id="a-judgement"
        ),
        pytest.param({"strengths": []}, id="a-strength-gone"),
        pytest.param({"strengths": ["Patient adults.", "Good tools."]}, id="a-strength-more"),
        pytest.param({"told_face_to_face": "no"}, id="not-told"),
        pytest.param({"actions": [{**ACTION, "due": "2026-12-28"}]}, id="another-day-for-an-action"),
        pytest.param({"marking": "OFFICIAL"}, id="its-marking"),
        pytest.param({"provider_said": "It was a hard week."}, id="what-the-provider-said"),
    ],
)
def test_what_the_note_said_breaks_the_seal(note: dict[str, Any]) -> None:
    assert seal(**note) != SEAL


@pytest.mark.parametrize(
    "visit",
    [
        pytest.param({"starts_at": "09:45"}, id="its-hour"),
        pytest.param({"pupils_spoken_with": "3"}, id="how-many-were-spoken-with"),
        pytest.param({"pupils_spoken_with": None}, id="nought-is-not-nothing"),
        pytest.param({"announced": "no"}, id="no-is-not-nothing"),
        pytest.param({"registration": {"pupils": "1", "most_hours": "19", "basis": "the register"}}, id="hours"),
        pytest.param({"documents": []}, id="a-document"),
    ],
)
def test_what_was_recorded_of_the_visit_breaks_it(visit: dict[str, Any]) -> None:
    assert seal({**VISIT, **visit}) != SEAL


def test_the_note_of_another_visit_has_another() -> None:
    assert seal_of(a_visit("2026-03-13-north-star", **VISIT, note=NOTE)) != SEAL


@pytest.mark.parametrize(
    "note",
    [
        pytest.param({"circulation": [{"to": "the provider", "on": "2026-10-22"}]}, id="circulation"),
        pytest.param({"amendments": [{"on": "2026-10-30", "by": "officer", "what": "8 for 9"}]}, id="an-amendment"),
        pytest.param({"provider_response": "Right.", "provider_responded_on": "2026-10-30"}, id="the-answer"),
        pytest.param({"filed": "AP/1"}, id="where-it-is-filed"),
        pytest.param({"actions": [{**ACTION, "status": "done", "done_on": "2026-11-20"}]}, id="progress"),
        pytest.param({"summary": "Calm\n  and  busy.\n"}, id="how-the-lines-are-broken"),
    ],
)
def test_what_goes_on_being_written_does_not(note: dict[str, Any]) -> None:
    assert seal(**note) == SEAL


@given(st.text(min_size=1).filter(str.strip))
def test_a_seal_fits_what_it_was_made_of(summary: str) -> None:
    try:
        made = seal_of(a_visit(**VISIT, note={**NOTE, "summary": summary}))
        sealed = a_visit(**VISIT, note={**NOTE, "summary": summary, "seal": made})
    except ValueError:  # a text that no record may hold
        return
    assert is_as_sealed(sealed) is True


def test_the_seal_is_always_the_same() -> None:
    assert SEAL == "v1-064512a45bff1064"


def test_a_seal_that_does_not_fit_is_told() -> None:
    assert is_as_sealed(a_visit(**VISIT, note={**NOTE, "summary": "Busy.", "seal": SEAL})) is False


@pytest.mark.parametrize("seal", [None, "v2-0123456789abcdef"], ids=["none", "of-a-later-apqa"])
def test_without_a_seal_that_is_known_nobody_can_tell(seal: str | None) -> None:
    note = {**NOTE, "seal": seal} if seal else NOTE
    assert is_as_sealed(a_visit(**VISIT, note=note)) is None
    assert is_as_sealed(a_visit()) is None


AMENDMENT = {"on": "2026-10-30", "by": "designated officer", "what": "Eight pupils, not nine."}


def amended(**changes: Any) -> Visit:
    """Make a visit whose amendment bears the seal of the words it was sent with."""
    sent = a_visit(**VISIT, note={**NOTE, "amendments": [AMENDMENT]})
    assert sent.note
    seal = seal_of_amendment(sent, sent.note.amendments[0])
    return a_visit(**VISIT, note={**NOTE, "amendments": [{**AMENDMENT, "seal": seal, **changes}]})


@pytest.mark.parametrize(
    ("changes", "numbers"),
    [
        ({}, ()),
        ({"what": "Eight  pupils,\n not nine."}, ()),
        ({"what": "Seven pupils, not nine."}, (0,)),
        ({"on": "2026-10-29"}, (0,)),
        ({"by": "somebody else"}, (0,)),
        ({"seal": None}, ()),
        ({"seal": "v9-0123456789abcdef"}, ()),
    ],
)
def test_an_amendment_that_was_sent_is_told_when_it_changes(changes: dict[str, Any], numbers: tuple[int, ...]) -> None:
    assert changed_amendments(amended(**changes)) == numbers
    assert changed_amendments(a_visit()) == ()


def test_seals_of_a_later_apqa_are_told_with_their_place() -> None:
    later = "v9-0123456789abcdef"
    assert unknown_seals(amended(seal=later)) == ((later, ("note", "amendments", 0, "seal")),)
    assert unknown_seals(a_visit(**VISIT, note={**NOTE, "seal": later})) == ((later, ("note", "seal")),)
    assert unknown_seals(a_visit(**VISIT, note={**NOTE, "seal": SEAL})) == ()
    assert unknown_seals(a_visit()) == ()
