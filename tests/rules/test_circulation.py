"""Notes once they are out."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.circulation import seal_of
from apqa.rules.circulation import amendment_not_circulated, circulated_note_changed
from tests.builders import a_visit, situation
from tests.rules.asking import found

VISIT = "2026-10-20-north-star"
SENT = {"to": "head of provision", "party": "provider", "on": "2026-10-26"}


def note(**changes: Any) -> dict[str, Any]:
    return {"written_on": "2026-10-20", "written_by": "officer", "summary": "calm and busy", **changes}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"circulation": [SENT]}, "", id="as-it-was"),
        pytest.param(
            {"circulation": [SENT], "summary": "calm"},
            "the note does not say what it said since it was circulated on 26 October 2026: its seal no longer fits",
            id="changed",
        ),
        pytest.param(
            {"summary": "calm"},
            "the note does not say what it said since it was sealed: its seal no longer fits",
            id="changed-before-it-is-out",
        ),
    ],
)
def test_a_sealed_note_says_what_it_said(changes: dict[str, Any], said: str) -> None:
    seal = seal_of(a_visit(VISIT, note=note()))
    visit = a_visit(VISIT, note=note(seal=seal, **changes))
    fault = [(said, ("note", "seal"))] if said else []
    assert found(circulated_note_changed, situation("2026-11-02", visit), visit) == fault


def test_without_a_note_or_a_seal_nothing_can_have_been_changed() -> None:
    for visit in (a_visit(VISIT), a_visit(VISIT, note=note(circulation=[SENT]))):
        assert found(circulated_note_changed, situation("2026-11-02", visit), visit) == []


AMENDED = {"on": "2026-11-02", "by": "designated officer", "what": "two ramps, not one"}


@pytest.mark.parametrize(
    ("day", "circulation", "says"),
    [
        pytest.param("2026-11-16", [SENT], False, id="on-its-last-day"),
        pytest.param("2026-11-17", [SENT], True, id="the-day-after"),
        pytest.param("2026-11-17", [SENT, {**SENT, "on": "2026-11-02"}], False, id="sent-the-same-day"),
        pytest.param("2026-11-17", [SENT, {**SENT, "party": "council", "on": "2026-11-03"}], True, id="to-others-only"),
        pytest.param("2026-11-17", [], False, id="never-out"),
    ],
)
def test_an_amendment_goes_to_the_provider_too(day: str, circulation: list[dict[str, Any]], says: bool) -> None:
    visit = a_visit(VISIT, note=note(circulation=circulation, amendments=[AMENDED]))
    said = (
        "amended on 2 November 2026; the provider had the note last on 26 October 2026, and was to have the amendment "
        "by 16 November 2026"
    )
    fault = [(said, ("note", "amendments", 0))] if says else []
    assert found(amendment_not_circulated, situation(day, visit), visit) == fault
    assert found(amendment_not_circulated, situation(day, bare := a_visit(VISIT)), bare) == []
