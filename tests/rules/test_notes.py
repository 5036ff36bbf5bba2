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
from tests.builders import a_provider, a_visit, an_action_plan, situation
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
NOT_ACTED_ON = "health_and_safety is judged needs_improvement and amber; no agreed action is about it"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"areas": [WEAK]}, [(NOT_ACTED_ON, ("note", "areas", 0))], id="no-action"),
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
    ],
)
def test_what_was_found_weak_is_acted_on(changes: dict[str, Any], said: list[Any]) -> None:
    assert asked(weakness_without_action, **changes) == said


def test_an_action_plan_of_the_visit_acts_on_it_too() -> None:
    further = an_action_plan("north-star/2026-10-26", visit=VISIT, actions=[ACTION])
    later = an_action_plan("north-star/2026-11-09", visit=VISIT, actions=[ACTION])
    other = an_action_plan("north-star/2026-10-26", actions=[ACTION])
    fault = [(NOT_ACTED_ON, ("note", "areas", 0))]
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

    def test_nothing_before_it(self) -> None:
        assert asked(last_actions_not_taken_up) == []


@pytest.mark.parametrize(("told", "says"), [("yes", False), ("no", True), (None, True)])
def test_nothing_is_a_surprise(told: str | None, says: bool) -> None:
    said = ("it is not recorded that everything in the note was said face to face", ("note",))
    assert asked(note_not_told_face_to_face, told_face_to_face=told) == ([said] if says else [])
