"""Notes once they are out."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.circulation import seal_of
from apqa.rules.circulation import (
    amendment_not_circulated,
    circulated_note_changed,
    note_not_circulated,
    note_not_filed,
)
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


NOT_SENT = (
    "visited on 20 October 2026; the note is not recorded as circulated, and was due by 3 November 2026",
    ("note",),
)
NOT_TO_IT = ("the provider is not among those it was circulated to", ("note", "circulation"))


@pytest.mark.parametrize(
    ("on", "sent", "said"),
    [
        pytest.param("2026-11-03", [], [], id="on-its-last-day"),
        pytest.param("2026-11-04", [], [NOT_SENT], id="the-day-after"),
        pytest.param("2026-11-04", [("the provider", "2026-11-05")], [NOT_SENT], id="sent-tomorrow"),
        pytest.param("2026-11-04", [("head of inclusion", "2026-10-21")], [NOT_TO_IT], id="not-to-the-provider"),
        pytest.param("2026-11-04", [("head of inclusion", "2026-10-21"), ("Provider", "2026-10-22")], [], id="to-both"),
    ],
)
def test_a_note_is_circulated_to_the_provider_too(on: str, sent: list[tuple[str, str]], said: list[Any]) -> None:
    visit = a_visit(VISIT, note=note(circulation=[{"to": who, "on": day} for who, day in sent]))
    assert found(note_not_circulated, situation(on, visit), visit) == said


def test_a_visit_without_a_note_has_none_to_circulate() -> None:
    visit = a_visit(VISIT)
    assert found(note_not_circulated, situation("2026-12-01", visit), visit) == []


@pytest.mark.parametrize(
    ("day", "changes", "says"),
    [
        pytest.param("2026-11-03", {}, False, id="not-to-be-out-yet"),
        pytest.param("2026-11-04", {}, True, id="to-be-out"),
        pytest.param("2026-11-04", {"filed": "AP/1"}, False, id="filed"),
    ],
)
def test_a_note_is_filed_where_it_is_found_again(day: str, changes: dict[str, Any], says: bool) -> None:
    visit = a_visit(VISIT, note=note(**changes))
    said = ("it is not recorded where the note is filed", ("note",))
    assert found(note_not_filed, situation(day, visit), visit) == ([said] if says else [])
    assert found(note_not_filed, situation(day, bare := a_visit(VISIT)), bare) == []
