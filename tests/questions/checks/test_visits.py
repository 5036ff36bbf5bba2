"""What the council's last visit found and recommends, and whether anything answers it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.checks.listing import listing_lines
from tests.builders import ON, a_listing, a_provider, a_step, a_visit, an_action_plan, situation

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit

NONE, CONDITION, CANNOT_TELL = Effect.NONE, Effect.CONDITION, Effect.CANNOT_TELL
RED = {"outcome": "red"}
IMMEDIATE = {"what": "no lead on site", "level": "immediate"}


def listed(*more: dict[str, Any]) -> Provider:
    return a_provider(listing=[a_listing(), *more])


def noted(on: str = "2026-10-06", written_on: str | None = None, kind: str = "routine", **note: Any) -> Visit:
    given = {"written_on": written_on or on, "written_by": "designated officer", "summary": "As seen.", **note}
    return a_visit(f"{on}-north-star", type=kind, note=given)


def outcome(*records: Record, provider: Provider | None = None, on: str = ON.isoformat()) -> Line | None:
    asked = provider or listed()
    lines = listing_lines(asked, situation(on, asked, *records))
    return next((each for each in lines if each.key == "visit_outcome"), None)


def effect(*records: Record, provider: Provider | None = None, on: str = ON.isoformat()) -> Effect:
    found = outcome(*records, provider=provider, on=on)
    assert found is not None
    return found.effect


@pytest.mark.parametrize(
    ("look", "says"),
    [
        pytest.param(None, "last visited on 6 October 2026", id="nobody-looked"),
        pytest.param({"pupils": "3"}, "last visited on 6 October 2026; it found 3 full-time", id="pupils"),
        pytest.param(
            {"pupils": "0", "most_hours": "17:30"},
            "last visited on 6 October 2026; it found 0 full-time, none with more than 17.5 hours a week",
            id="pupils-and-hours",
        ),
    ],
)
def test_what_the_last_visit_found_of_pupils_and_hours_is_shown(look: dict[str, str] | None, says: str) -> None:
    registration = {**look, "basis": "registers of the week"} if look else None
    visit, asked = a_visit("2026-10-06-north-star", registration=registration), listed()
    (line,) = (each for each in listing_lines(asked, situation(ON, asked, visit)) if each.key == "visited")
    assert (line.state, line.says) == (State.MET, says)


@pytest.mark.parametrize(
    ("note", "state", "found", "says"),
    [
        pytest.param({"outcome": "green"}, State.MET, NONE, "outcome green", id="green"),
        pytest.param(
            {"outcome": "amber", "recommendation": "remain_with_actions"},
            State.MET,
            NONE,
            "outcome amber; it recommends that it stay on the list, with actions",
            id="amber",
        ),
        pytest.param(
            {"outcome": "amber", "concerns": [{"what": "late registers", "level": "high"}]},
            State.MET,
            NONE,
            "outcome amber",
            id="high-concern",
        ),
        pytest.param(RED, State.REVIEW, CONDITION, "outcome red; nothing since is recorded that answers it", id="red"),
        pytest.param(
            {"recommendation": "enhanced_monitoring"},
            State.REVIEW,
            CONDITION,
            "it recommends enhanced monitoring; nothing since is recorded that answers it",
            id="enhanced-monitoring",
        ),
        pytest.param(
            {"concerns": [IMMEDIATE]},
            State.REVIEW,
            CONDITION,
            "an immediate concern (no lead on site); nothing since is recorded that answers it",
            id="immediate-concern",
        ),
        pytest.param(
            {"outcome": "red", "recommendation": "remove"},
            State.REVIEW,
            CANNOT_TELL,
            "outcome red; it recommends that it be removed from the list; what was decided is not recorded",
            id="remove",
        ),
        pytest.param(
            {"recommendation": "suspend_new"},
            State.REVIEW,
            CANNOT_TELL,
            "it recommends that new placements be suspended; what was decided is not recorded",
            id="suspend-new",
        ),
        pytest.param(
            {"recommendation": "suspend_all"},
            State.REVIEW,
            CANNOT_TELL,
            "it recommends that all placements be suspended; what was decided is not recorded",
            id="suspend-all",
        ),
        pytest.param(
            {"recommendation": "decline"},
            State.REVIEW,
            CANNOT_TELL,
            "it recommends that its application be declined; what was decided is not recorded",
            id="decline",
        ),
        pytest.param({"recommendation": "list"}, State.MET, NONE, "it recommends that it come on the list", id="list"),
    ],
)
def test_what_the_last_visit_found_is_told_whoever_places(
    note: dict[str, Any], state: State, found: Effect, says: str
) -> None:
    line = outcome(noted(**note))
    assert line is not None
    assert (line.state, line.effect, line.says) == (state, found, f"the visit of 6 October 2026: {says}")
    assert line.rule == ""
    assert bool(line.remedy) is (found is not NONE)


def test_a_recommendation_to_close_is_not_clear_and_says_whom_to_ask() -> None:
    line = outcome(noted(recommendation="remove"))
    assert line is not None
    assert line.remedy.startswith("Ask the designated officer what was decided")
    assert line.ask == "the council's designated officer"


@pytest.mark.parametrize(
    "visit",
    [
        pytest.param(a_visit("2026-10-06-north-star"), id="no-note-yet"),
        pytest.param(noted(), id="note-without-an-outcome"),
        pytest.param(noted("2026-10-06", "2026-11-04", **RED), id="note-written-after-the-day"),
        pytest.param(noted("2026-11-04", **RED), id="tomorrow"),
        pytest.param(a_visit("2026-10-06-another", note=noted(**RED).note), id="to-another-provider"),
    ],
)
def test_without_a_note_there_is_no_line(visit: Visit) -> None:
    assert outcome(visit) is None


def test_of_a_provider_off_the_list_it_is_told_as_well() -> None:
    assert effect(noted(**RED), provider=a_provider(listing=[])) is CONDITION


@pytest.mark.parametrize(
    ("later", "found"),
    [
        pytest.param(noted("2026-10-20", outcome="amber"), NONE, id="better"),
        pytest.param(noted("2026-10-20", recommendation="remain"), NONE, id="recommends-to-stay"),
        pytest.param(noted("2026-10-20"), CONDITION, id="without-an-outcome"),
        pytest.param(noted("2026-10-20", kind="desk_top_audit", outcome="green"), CONDITION, id="from-the-desk"),
        pytest.param(noted("2026-10-20", recommendation="remove"), CANNOT_TELL, id="worse"),
        pytest.param(
            noted("2026-10-20", kind="desk_top_audit", recommendation="remove"), CANNOT_TELL, id="worse-from-the-desk"
        ),
    ],
)
def test_a_later_visit_on_site_answers_an_earlier_one(later: Visit, found: Effect) -> None:
    assert effect(noted(**RED), later) is found


@pytest.mark.parametrize(
    ("plan", "found"),
    [
        pytest.param({}, CONDITION, id="actions-alone"),
        pytest.param({"escalation": [a_step("enhanced_monitoring", "2026-10-06")]}, NONE, id="a-step-that-day"),
        pytest.param({"escalation": [a_step("enhanced_monitoring", "2026-10-05")]}, CONDITION, id="a-step-before"),
        pytest.param({"escalation": [a_step("enhanced_monitoring", "2026-11-04")]}, CONDITION, id="a-step-to-come"),
        pytest.param({"actions": [], "closed_on": "2026-10-30"}, NONE, id="closed"),
    ],
)
def test_a_step_or_the_end_of_an_action_plan_answers_a_visit(plan: dict[str, Any], found: Effect) -> None:
    assert effect(noted(**RED), an_action_plan("north-star/2026-10-05", **plan)) is found


@pytest.mark.parametrize(
    ("on", "found"),
    [
        pytest.param("2026-10-05", CANNOT_TELL, id="before-the-visit"),
        pytest.param("2026-10-20", NONE, id="since"),
        pytest.param("2026-11-04", CANNOT_TELL, id="to-come"),
    ],
)
def test_a_decision_on_the_list_answers_a_visit(on: str, found: Effect) -> None:
    provider = listed(a_listing("new_placements_suspended", on=on))
    line = outcome(noted(recommendation="remove"), provider=provider)
    assert line is not None
    assert line.effect is found
    if found is NONE:
        assert line.says.endswith("place on the list: new placements suspended since 20 October 2026")
