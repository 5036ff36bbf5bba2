"""What a note of visit says."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.rules.notes import (
    last_actions_not_taken_up,
    note_contradicts_itself,
    note_leaves_out,
    note_not_told_face_to_face,
    weakness_without_action,
)
from tests.builders import a_listing, a_provider, a_visit, an_action_plan, situation
from tests.rules.asking import found

VISIT = "2026-10-20-north-star"
SEAL = "v1-0123456789abcdef"
AMENDED: dict[str, Any] = {"seal": SEAL, "amendments": [{"on": "2026-11-02", "by": "officer", "what": "more was said"}]}
FINE = {"area": "staffing", "judgement": "meets", "seen": "two adults in every session"}
ACTION = {"key": "ramp", "what": "Mend the ramp.", "area": "health_and_safety", "owner": "head", "due": "2026-11-20"}


def note(**changes: Any) -> dict[str, Any]:
    told = {
        "written_on": "2026-10-21",
        "written_by": "officer",
        "summary": "calm and busy",
        "areas": [FINE],
        "strengths": ["calm"],
        "provider_said": "agreed",
        "agreed": ["a call at half term"],
    }
    return {key: value for key, value in {**told, **changes}.items() if value is not None}


def asked(rule: Any, on: str = "2026-11-02", *others: Any, **changes: Any) -> list[Any]:
    visit = a_visit(VISIT, note=note(**changes))
    return found(rule, situation(on, a_provider(), visit, *others), visit)


@pytest.mark.parametrize(
    ("changes", "missing"),
    [
        pytest.param({}, "", id="all-said"),
        pytest.param({"areas": None}, "a judgement of any area", id="no-area"),
        pytest.param(
            {"areas": [{"area": "staffing", "judgement": "not_looked_at"}]}, "a judgement of any area", id="not-looked"
        ),
        pytest.param(
            {"areas": [FINE, {"area": "data_protection", "judgement": "meets"}]},
            "what was seen of data protection",
            id="nothing-seen",
        ),
        pytest.param({"strengths": None}, "what is good and what gives concern", id="neither-good-nor-bad"),
        pytest.param({"strengths": None, "developments": ["more light"]}, "", id="something-to-develop"),
        pytest.param({"strengths": None, "concerns": [{"what": "x", "level": "low"}]}, "", id="a-concern"),
        pytest.param({"provider_said": None}, "what the provider said", id="the-provider-is-silent"),
        pytest.param({"agreed": None}, "what was agreed", id="nothing-agreed"),
        pytest.param({"agreed": None, "actions": [ACTION]}, "", id="an-action"),
        pytest.param(
            {"provider_said": None, "agreed": None}, "what the provider said; what was agreed", id="two-things"
        ),
        pytest.param({"provider_said": None, **AMENDED}, "", id="amended-since"),
        pytest.param({"provider_said": None, "seal": SEAL}, "what the provider said", id="sealed-and-not-amended"),
    ],
)
def test_a_note_says_what_was_seen_said_and_agreed(changes: dict[str, Any], missing: str) -> None:
    expected = [(f"the note does not say: {missing}", ("note",))] if missing else []
    assert asked(note_leaves_out, **changes) == expected


def test_a_note_says_nothing_before_it_is_written() -> None:
    for rule in (note_leaves_out, weakness_without_action, note_contradicts_itself, note_not_told_face_to_face):
        assert asked(rule, "2026-10-20", areas=[{"area": "staffing", "judgement": "concern"}]) == []
    visit = a_visit(VISIT)
    assert found(note_leaves_out, situation("2026-11-02", visit), visit) == []


WEAK = {"area": "health_and_safety", "judgement": "needs_improvement", "colour": "amber", "seen": "an uneven ramp"}
GRAVE = {"what": "the kiln is open", "level": "immediate"}
NO_AREA = {key: value for key, value in ACTION.items() if key != "area"}
NONE_AGREED = "health_and_safety is judged needs_improvement and amber; no action is agreed"
NOT_ACTED_ON = "health_and_safety is judged needs_improvement and amber; no agreed action is about it"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"areas": [WEAK]}, [(NONE_AGREED, ("note", "areas", 0))], id="no-action"),
        pytest.param({"areas": [FINE, WEAK], "actions": [ACTION]}, [], id="an-action-about-it"),
        pytest.param(
            {"areas": [FINE, WEAK], "actions": [{**ACTION, "area": "staffing"}]},
            [(NOT_ACTED_ON, ("note", "areas", 1))],
            id="an-action-about-another",
        ),
        pytest.param(
            {"outcome": "amber"}, [("the outcome is amber; no action is agreed", ("note", "outcome"))], id="outcome"
        ),
        pytest.param({"outcome": "green"}, [], id="green"),
        pytest.param({"outcome": "red", "actions": [ACTION]}, [], id="red-with-an-action"),
        pytest.param(
            {"concerns": [{"what": "x", "level": "low"}, {"what": "y", "level": "high"}]},
            [("a concern is high; no action is agreed", ("note", "concerns", 1))],
            id="a-grave-concern",
        ),
        pytest.param(
            {"concerns": [GRAVE], "actions": [{**ACTION, "area": "staffing"}]},
            [("a concern is immediate; no agreed action is about it", ("note", "concerns", 0))],
            id="a-grave-concern-and-an-action-about-something-else",
        ),
        pytest.param({"areas": [WEAK], "concerns": [GRAVE], "actions": [ACTION]}, [], id="in-the-weak-area"),
        pytest.param({"concerns": [GRAVE], "actions": [NO_AREA]}, [], id="neither-names-an-area"),
        pytest.param({"concerns": [{**GRAVE, "area": "health_and_safety"}], "actions": [ACTION]}, [], id="in-its-area"),
        pytest.param(
            {"areas": [WEAK], "concerns": [{**GRAVE, "area": "staffing"}], "actions": [ACTION]},
            [("a concern in staffing is immediate; no agreed action is about it", ("note", "concerns", 0))],
            id="in-another-area",
        ),
        pytest.param(
            {"areas": [WEAK], "actions": [NO_AREA]},
            [
                (
                    NOT_ACTED_ON + "; an action names no area, so name its area if it is that one",
                    ("note", "areas", 0),
                )
            ],
            id="an-action-without-an-area",
        ),
    ],
)
def test_what_was_found_weak_is_acted_on(changes: dict[str, Any], said: list[Any]) -> None:
    assert asked(weakness_without_action, **changes) == said


def test_an_action_plan_of_the_visit_acts_on_it_too() -> None:
    further = an_action_plan("north-star/2026-10-26", visit=VISIT, actions=[ACTION])
    later = an_action_plan("north-star/2026-11-09", visit=VISIT, actions=[ACTION])
    other = an_action_plan("north-star/2026-10-26", actions=[ACTION])
    fault = [(NONE_AGREED, ("note", "areas", 0))]
    assert asked(weakness_without_action, "2026-11-02", further, areas=[WEAK]) == []
    assert asked(weakness_without_action, "2026-11-02", later, areas=[WEAK]) == fault
    assert asked(weakness_without_action, "2026-11-02", other, areas=[WEAK]) == fault
    assert asked(weakness_without_action, "2026-11-02", other, areas=[WEAK], escalation="north-star/2026-10-26") == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"areas": [{**FINE, "colour": "green"}], "outcome": "green"}, [], id="agrees"),
        pytest.param(
            {"areas": [{**FINE, "colour": "red"}]},
            [("staffing is judged 'meets' and its colour is red", ("note", "areas", 0, "colour"))],
            id="fine-and-red",
        ),
        pytest.param(
            {"areas": [FINE, {**WEAK, "colour": "green"}]},
            [
                (
                    "health_and_safety is judged 'needs improvement' and its colour is green",
                    ("note", "areas", 1, "colour"),
                )
            ],
            id="weak-and-green",
        ),
        pytest.param(
            {"areas": [{"area": "finance", "judgement": "not_looked_at", "colour": "amber"}]},
            [("finance is judged 'not looked at' and its colour is amber", ("note", "areas", 0, "colour"))],
            id="not-looked-at-and-amber",
        ),
        pytest.param(
            {"outcome": "green", "areas": [FINE, {**WEAK, "judgement": "concern", "colour": None}]},
            [("the outcome is green, and health_and_safety gives concern", ("note", "areas", 1))],
            id="green-and-a-concern",
        ),
        pytest.param(
            {"outcome": "green", "concerns": [{"what": "x", "level": "low"}], "areas": [{**WEAK, "colour": "red"}]},
            [("the outcome is green, and health_and_safety gives concern", ("note", "areas", 0))],
            id="green-and-a-red-area",
        ),
        pytest.param(
            {"outcome": "green", "concerns": [{"what": "x", "level": "immediate"}]},
            [("the outcome is green, and a concern is immediate", ("note", "concerns", 0))],
            id="green-and-immediate",
        ),
        pytest.param({"outcome": "green", "areas": [WEAK]}, [], id="green-and-one-amber"),
        pytest.param({"outcome": "amber", "areas": [{**WEAK, "judgement": "concern"}]}, [], id="amber-and-a-concern"),
        pytest.param({"areas": [{**FINE, "colour": "red"}], **AMENDED}, [], id="amended-since"),
    ],
)
def test_a_note_judges_a_thing_once(changes: dict[str, Any], said: list[Any]) -> None:
    areas = [{key: value for key, value in area.items() if value is not None} for area in changes.get("areas", [FINE])]
    assert asked(note_contradicts_itself, **{**changes, "areas": areas}) == said


FOUND_FINE = [{**FINE, "colour": "green"}, {"area": "finance", "judgement": "not_looked_at"}]


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"outcome": "red", "recommendation": "remain"}, "the outcome is red", id="red-and-remain"),
        pytest.param({"outcome": "red", "recommendation": "remain_with_actions"}, "", id="red-put-right-on-the-day"),
        pytest.param({"outcome": "green", "recommendation": "remove"}, "the outcome is green", id="green-and-remove"),
        pytest.param({"outcome": "amber", "recommendation": "suspend_new"}, "", id="amber-and-suspend"),
        pytest.param(
            {"areas": FOUND_FINE, "recommendation": "suspend_all"},
            "every area looked at is fine and no concern is grave",
            id="all-fine-and-suspend",
        ),
        pytest.param({"areas": [FINE, WEAK], "recommendation": "suspend_all"}, "", id="one-weak"),
        pytest.param({"areas": [], "recommendation": "suspend_all"}, "", id="nothing-looked-at"),
        pytest.param({"concerns": [GRAVE], "recommendation": "suspend_all"}, "", id="all-fine-but-a-grave-concern"),
    ],
)
def test_what_is_recommended_follows_from_what_was_found(changes: dict[str, Any], said: str) -> None:
    words = changes["recommendation"].replace("_", " ")
    expected = [(f"{said}, and it recommends '{words}'", ("note", "recommendation"))] if said else []
    assert asked(note_contradicts_itself, **changes) == expected


@pytest.mark.parametrize(
    ("kind", "listed", "recommendation", "said"),
    [
        ("initial_due_diligence", False, "list", ""),
        ("initial_due_diligence", False, "decline", ""),
        (
            "initial_due_diligence",
            False,
            "remain",
            "it recommends 'remain', and a due diligence visit comes before the list: it is 'list' or 'decline'",
        ),
        ("routine", True, "remain", ""),
        ("routine", True, "list", "it recommends 'list', and the provider is on the list"),
        ("routine", False, "list", ""),
    ],
)
def test_who_is_not_on_the_list_cannot_remain_there(kind: str, listed: bool, recommendation: str, said: str) -> None:
    visit = a_visit(VISIT, type=kind, note=note(outcome="amber", recommendation=recommendation))
    provider = a_provider(listing=[a_listing(on="2026-01-12")] if listed else [])
    at = ("note", "recommendation")
    expected = [(said, at)] if said else []
    assert found(note_contradicts_itself, situation("2026-11-02", provider, visit), visit) == expected


def test_an_action_is_not_due_before_the_visit_that_agreed_it() -> None:
    said = ("an action is due by 1 October 2026, before the visit that agreed it", ("note", "actions", 0, "due"))
    assert asked(note_contradicts_itself, actions=[{**ACTION, "due": "2026-10-01"}]) == [said]
    assert asked(note_contradicts_itself, actions=[{**ACTION, "due": "2026-10-20"}]) == []


class TestTheLastActions:
    """A note refers back to what the note before it agreed."""

    def said(self, count: int = 1, before: str = "2026-06-09-north-star", **changes: Any) -> list[Any]:
        actions = [{**ACTION, "key": f"a{number}"} for number in range(count)]
        earlier = a_visit(before, note=note(written_on="2026-10-21", actions=actions))
        return asked(last_actions_not_taken_up, "2026-11-02", earlier, **changes)

    def test_one(self) -> None:
        said = "the note of 9 June 2026 agreed an action; this one does not say what became of it"
        assert self.said() == [(said, ("note",))]

    def test_several(self) -> None:
        said = "the note of 9 June 2026 agreed 3 actions; this one does not say what became of them"
        assert self.said(3) == [(said, ("note",))]

    @pytest.mark.parametrize(
        "changes",
        [
            pytest.param({"last_actions": "Done."}, id="taken-up"),
            pytest.param({"count": 0}, id="none-agreed"),
            pytest.param({"before": "2026-10-21-north-star"}, id="a-later-note"),
            pytest.param({"before": "2026-06-09-other"}, id="of-another-provider"),
            pytest.param(AMENDED, id="amended-since"),
        ],
    )
    def test_nothing_to_say(self, changes: dict[str, Any]) -> None:
        assert self.said(**changes) == []

    @pytest.mark.parametrize("dash", ["-", "...", "\u2013"])
    def test_a_dash_says_nothing(self, dash: str) -> None:
        ((said, at),) = self.said(last_actions=dash)
        assert said.endswith("this one does not say what became of it")
        assert at == ("note", "last_actions")

    def test_older_actions_that_are_open_are_taken_up_too(self) -> None:
        done = {**ACTION, "key": "b", "status": "done", "done_on": "2026-03-01"}
        older = a_visit("2026-02-10-north-star", note=note(written_on="2026-02-10", actions=[ACTION, done]))
        last = a_visit("2026-06-09-north-star", note=note(written_on="2026-06-09", actions=[done]))
        said = [what for what, _ in asked(last_actions_not_taken_up, "2026-11-02", older, last)]
        assert said == [
            "the note of 9 June 2026 agreed an action; this one does not say what became of it",
            "the note of 10 February 2026 agreed an action; this one does not say what became of it",
        ]

    def test_nothing_before_it(self) -> None:
        assert asked(last_actions_not_taken_up) == []


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ("yes", []),
        (
            "no",
            [("it is recorded that not everything in the note was said face to face", ("note", "told_face_to_face"))],
        ),
        (None, [("it is not recorded that everything in the note was said face to face", ("note",))]),
    ],
)
def test_nothing_is_a_surprise(told: str | None, said: list[Any]) -> None:
    assert asked(note_not_told_face_to_face, told_face_to_face=told) == said
