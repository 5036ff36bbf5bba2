"""A note of visit that goes out, told day by day."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.sealing import seal_of, seal_of_amendment
from apqa.rules.circulation import (
    amendment_not_circulated,
    amendment_of_unsent_note,
    circulated_note_changed,
    circulated_note_without_seal,
    note_circulated_late,
    note_not_circulated,
    note_not_filed,
    note_without_circulation_list,
    seal_not_known,
)
from tests.builders import a_visit, situation
from tests.rules.asking import found

VISIT = "2026-10-20-north-star"
PROVIDER = {"to": "head of provision", "party": "provider"}
SCHOOLS = {"to": "commissioners with pupils there", "party": "commissioner"}
SENT = {**PROVIDER, "on": "2026-10-22"}
AMENDED = {"on": "2026-10-30", "by": "designated officer", "what": "Eight pupils, not nine."}


def visited(**note: Any) -> Any:
    said = {"written_on": "2026-10-21", "written_by": "officer", "summary": "calm and busy", **note}
    return a_visit(VISIT, note=said)


def told(**note: Any) -> dict[str, Any]:
    return {"written_on": "2026-10-20", "written_by": "officer", "summary": "calm and busy", **note}


def sealed(**note: Any) -> Any:
    return visited(**note, seal=seal_of(visited(**note)))


@pytest.mark.parametrize(
    ("on", "circulation", "said"),
    [
        pytest.param("2026-10-20", [], [], id="not-written-yet"),
        pytest.param("2026-10-21", [], [("nobody is named to whom the note goes", ("note",))], id="nobody"),
        pytest.param("2026-10-21", [PROVIDER, SCHOOLS], [], id="both"),
        pytest.param(
            "2026-10-21",
            [SCHOOLS],
            [("the provider is not among those to whom the note goes", ("note", "circulation"))],
            id="not-the-provider",
        ),
        pytest.param("2026-10-21", [{"to": "the provider's head"}], [], id="the-provider-in-words"),
        pytest.param(
            "2026-10-21",
            [{"to": "services that are not the provider"}],
            [("the provider is not among those to whom the note goes", ("note", "circulation"))],
            id="not-the-provider-in-words",
        ),
        pytest.param(
            "2026-10-21",
            [{"to": "provider liaison", "party": "council"}],
            [("the provider is not among those to whom the note goes", ("note", "circulation"))],
            id="the-party-counts-more-than-the-words",
        ),
        pytest.param("2026-10-22", [{**SCHOOLS, "on": "2026-10-22"}], [], id="sent-already"),
    ],
)
def test_a_note_names_to_whom_it_goes(on: str, circulation: list[Any], said: list[Any]) -> None:
    visit = visited(circulation=circulation)
    assert found(note_without_circulation_list, situation(on, visit), visit) == said


class TestTheSeal:
    """A note that went out is not edited."""

    def test_as_it_was_sent_it_is_in_order(self) -> None:
        visit = sealed(circulation=[SENT])
        assert found(circulated_note_changed, situation("2026-11-20", visit), visit) == []
        assert found(circulated_note_without_seal, situation("2026-11-20", visit), visit) == []

    def test_changed_it_is_told_with_the_day_it_was_first_sent(self) -> None:
        later = {**SCHOOLS, "on": "2026-10-26"}
        visit = visited(summary="calm", circulation=[later, SENT], seal=seal_of(visited()))
        sentence = "the note, or what is recorded of its visit, does not say what it said when it was sealed"
        at = ("note", "seal")
        assert found(circulated_note_changed, situation("2026-10-22", visit), visit) == [
            (f"{sentence}; it was first sent on 22 October 2026", at)
        ]
        assert found(circulated_note_changed, situation("2026-10-21", visit), visit) == [(sentence, at)]

    def test_without_one_nobody_can_tell(self) -> None:
        visit = visited(circulation=[SENT])
        said = ("the note was circulated and is not sealed", ("note", "circulation"))
        assert found(circulated_note_without_seal, situation("2026-10-21", visit), visit) == []
        assert found(circulated_note_without_seal, situation("2026-10-22", visit), visit) == [said]
        assert found(circulated_note_changed, situation("2026-10-22", visit), visit) == []

    def test_the_remedy_names_the_visit(self) -> None:
        visit = visited(circulation=[SENT])
        assert circulated_note_without_seal.check is not None
        faults = list(circulated_note_without_seal.check(visit, situation("2026-10-22", visit)))
        assert f"`apqa note-of-visit {VISIT} --seal`" in faults[0].remedy


@pytest.mark.parametrize(
    ("on", "circulation", "told"),
    [
        pytest.param("2026-10-29", [SENT], True, id="not-amended-yet"),
        pytest.param("2026-11-13", [SENT], True, id="the-last-day"),
        pytest.param("2026-11-14", [SENT], False, id="the-day-after"),
        pytest.param("2026-11-14", [SENT, {**PROVIDER, "on": "2026-10-31"}], True, id="sent-once-more"),
        pytest.param("2026-11-14", [SENT, {**PROVIDER, "on": "2026-10-30"}], False, id="that-day-and-nobody-says-when"),
        pytest.param(
            "2026-11-14", [SENT, {**PROVIDER, "on": "2026-10-30", "amendments": "1"}], True, id="that-day-with-it"
        ),
        pytest.param("2026-11-14", [SENT, {**SCHOOLS, "on": "2026-10-31"}], False, id="sent-to-others-alone"),
        pytest.param("2026-11-14", [], True, id="never-sent-at-all"),
    ],
)
def test_an_amendment_goes_to_who_has_the_note(on: str, circulation: list[Any], told: bool) -> None:
    visit = visited(circulation=circulation, amendments=[AMENDED])
    sentence = (
        "amended on 30 October 2026; not recorded as sent since to head of provision, and was due by 13 November 2026"
    )
    expected = [] if told else [(sentence, ("note", "amendments", 0))]
    assert found(amendment_not_circulated, situation(on, visit), visit) == expected


def test_an_amendment_goes_to_everybody_who_has_the_note() -> None:
    everybody = [SENT, {**SCHOOLS, "on": "2026-10-22"}, {**PROVIDER, "on": "2026-10-31"}, {"to": "the panel"}]
    visit = visited(circulation=everybody, amendments=[AMENDED])
    ((said, _),) = found(amendment_not_circulated, situation("2026-11-14", visit), visit)
    assert "since to commissioners with pupils there, and" in said


@pytest.mark.parametrize(
    ("circulation", "says"),
    [
        pytest.param([], True, id="never-sent"),
        pytest.param([{**PROVIDER, "on": "2026-10-31"}], True, id="sent-after"),
        pytest.param([{**PROVIDER, "on": "2026-10-30"}], False, id="sent-the-same-day"),
        pytest.param([SENT], False, id="sent-before"),
    ],
)
def test_what_nobody_holds_needs_no_amendment(circulation: list[Any], says: bool) -> None:
    visit = visited(circulation=circulation, amendments=[AMENDED])
    said = ("amended on 30 October 2026, and not recorded as sent to anybody by then", ("note", "amendments", 0))
    assert found(amendment_of_unsent_note, situation("2026-11-02", visit), visit) == ([said] if says else [])
    assert found(amendment_of_unsent_note, situation("2026-10-29", visit), visit) == []


def test_a_visit_without_a_note_has_nothing_amended() -> None:
    visit = a_visit(VISIT)
    asked = situation("2026-11-14", visit)
    for each in (amendment_not_circulated, amendment_of_unsent_note, seal_not_known, note_circulated_late):
        assert found(each, asked, visit) == []
    assert found(circulated_note_without_seal, asked, visit) == []
    assert found(circulated_note_changed, asked, visit) == []


def test_an_amendment_that_was_sent_is_sealed_and_stays_as_it_was() -> None:
    again = {**PROVIDER, "on": "2026-10-30", "amendments": "1"}
    sent = {"circulation": [SENT, again], "seal": seal_of(visited())}
    bare = visited(**sent, amendments=[AMENDED])
    seal = seal_of_amendment(bare, bare.note.amendments[0])
    kept = visited(**sent, amendments=[{**AMENDED, "seal": seal}])
    edited = visited(**sent, amendments=[{**AMENDED, "what": "Seven.", "seal": seal}])
    at = ("note", "amendments", 0)
    not_sealed = ("the amendment of 30 October 2026 was sent and is not sealed", at)
    changed = ("an amendment that was sent does not say what it said then", at)
    on = "2026-11-02"
    assert found(circulated_note_without_seal, situation(on, bare), bare) == [not_sealed]
    assert found(circulated_note_without_seal, situation(on, kept), kept) == []
    assert found(circulated_note_changed, situation(on, kept), kept) == []
    assert found(circulated_note_changed, situation(on, edited), edited) == [changed]


@pytest.mark.parametrize(("bore", "there"), [("1", "are none"), ("2", "is 1"), ("3", "are 2"), ("2", "")])
def test_an_amendment_that_was_sent_is_not_taken_out(bore: str, there: str) -> None:
    kept = {"are none": 0, "is 1": 1}.get(there, 2)
    visit = visited(
        circulation=[SENT, {**PROVIDER, "on": "2026-10-31", "amendments": bore}], amendments=[AMENDED] * kept
    )
    said = (f"it was sent with {bore} of its amendments, and there {there} now", ("note", "circulation"))
    assert found(circulated_note_changed, situation("2026-11-02", visit), visit) == ([said] if there else [])


def test_a_seal_that_cannot_be_checked_is_told() -> None:
    visit = visited(circulation=[SENT], seal="v9-0123456789abcdef")
    said = ("its seal is of a kind (v9) that cannot be checked with this apqa", ("note", "seal"))
    assert found(seal_not_known, situation("2026-11-02", visit), visit) == [said]
    assert found(seal_not_known, situation("2026-10-20", visit), visit) == []


@pytest.mark.parametrize(
    ("circulation", "said"),
    [
        pytest.param([], "", id="not-out"),
        pytest.param([{**PROVIDER, "on": "2026-11-03"}], "", id="the-last-day"),
        pytest.param([{**PROVIDER, "on": "2026-11-04"}], "the note first went out on 4 November 2026", id="late"),
        pytest.param(
            [{**SCHOOLS, "on": "2026-10-22"}, {**PROVIDER, "on": "2026-11-05"}],
            "the note went to the provider on 5 November 2026",
            id="late-to-the-provider",
        ),
        pytest.param([SENT, {**PROVIDER, "on": "2026-11-05"}], "", id="once-more"),
        pytest.param([{**SCHOOLS, "on": "2026-10-22"}], "", id="not-to-the-provider-at-all"),
    ],
)
def test_that_a_note_went_out_late_stays_to_be_seen(circulation: list[Any], said: str) -> None:
    visit = visited(circulation=circulation)
    sentence = f"visited on 20 October 2026; {said}, and was due by 3 November 2026"
    expected = [(sentence, ("note", "circulation"))] if said else []
    assert found(note_circulated_late, situation("2026-12-01", visit), visit) == expected


NOT_SENT = (
    "visited on 20 October 2026; the note is not recorded as circulated, and was due by 3 November 2026",
    ("note",),
)
NOT_TO_THE_REST = NOT_SENT[0].replace("circulated", "sent to the LADO")
NOT_TO_IT = ("the provider is not among those it was circulated to", ("note", "circulation"))


@pytest.mark.parametrize(
    ("on", "sent", "said"),
    [
        pytest.param("2026-11-03", [], [], id="on-its-last-day"),
        pytest.param("2026-11-04", [], [NOT_SENT], id="the-day-after"),
        pytest.param("2026-11-04", [("the provider", "2026-11-05")], [NOT_SENT], id="sent-tomorrow"),
        pytest.param("2026-11-04", [("head of inclusion", "2026-10-21")], [NOT_TO_IT], id="not-to-the-provider"),
        pytest.param("2026-11-04", [("head of inclusion", "2026-10-21"), ("Provider", "2026-10-22")], [], id="to-both"),
        pytest.param("2026-11-03", [("the LADO", None), ("Provider", "2026-10-22")], [], id="the-rest-in-time"),
        pytest.param(
            "2026-11-04",
            [("the LADO", None), ("Provider", "2026-10-22")],
            [
                (
                    NOT_TO_THE_REST,
                    ("note", "circulation"),
                )
            ],
            id="not-to-the-rest",
        ),
    ],
)
def test_a_note_is_circulated_to_the_provider_too(on: str, sent: list[tuple[str, str | None]], said: list[Any]) -> None:
    visit = a_visit(VISIT, note=told(circulation=[{"to": who, "on": day} if day else {"to": who} for who, day in sent]))
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
    visit = a_visit(VISIT, note=told(**changes))
    said = ("it is not recorded where the note is filed", ("note",))
    assert found(note_not_filed, situation(day, visit), visit) == ([said] if says else [])
    assert found(note_not_filed, situation(day, bare := a_visit(VISIT)), bare) == []
