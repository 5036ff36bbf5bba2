"""Visits and their notes."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.rules.visits import (
    note_not_circulated,
    spot_check_without_the_right_officers,
    spot_check_without_trigger,
    visit_without_note,
)
from tests.builders import a_placement, a_provider, a_visit, situation
from tests.rules.asking import found

VISIT = "2026-10-20-north-star"
CARED: dict[str, Any] = {"looked_after": [{"starts": "2020-01-01"}]}
SPOT_CHECK = {"type": "spot_check", "trigger": "parent", "concern": "supervision at lunch"}


def note(**changes: Any) -> dict[str, Any]:
    return {"written_on": "2026-10-20", "written_by": "officer", "summary": "calm and busy", **changes}


@pytest.mark.parametrize(
    ("on", "changes", "said"),
    [
        pytest.param("2026-10-20", {"status": "planned"}, "", id="planned-for-today"),
        pytest.param(
            "2026-10-21",
            {"status": "planned"},
            "planned for 20 October 2026, which has passed",
            id="its-day-has-passed",
        ),
        pytest.param("2026-10-21", {"status": "cancelled"}, "", id="cancelled"),
        pytest.param("2026-10-21", {}, "", id="not-due-yet"),
        pytest.param("2026-12-01", {}, "visited on 20 October 2026; no note is recorded", id="done-and-no-note"),
        pytest.param("2026-12-01", {"note": note()}, "", id="with-a-note"),
    ],
)
def test_every_visit_has_a_note_in_the_end(on: str, changes: dict[str, Any], said: str) -> None:
    visit = a_visit(VISIT, **changes)
    assert found(visit_without_note, situation(on, visit), visit) == ([(said, ("status",))] if said else [])


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
    ("changes", "said"),
    [
        pytest.param(SPOT_CHECK, [], id="a-spot-check"),
        pytest.param({"type": "urgent"}, [("not recorded: trigger and concern", ("type",))], id="nothing-said"),
        pytest.param({**SPOT_CHECK, "concern": None}, [("not recorded: concern", ("type",))], id="no-concern"),
        pytest.param(
            {"trigger": "parent"},
            [("its type is routine, and it has a trigger: is it a spot check?", ("trigger",))],
            id="a-routine-visit-with-one",
        ),
        pytest.param({"type": "follow_up", "trigger": "parent"}, [], id="a-follow-up"),
        pytest.param({}, [], id="a-routine-visit"),
    ],
)
def test_spot_checks_have_a_trigger_and_no_others(changes: dict[str, Any], said: list[Any]) -> None:
    visit = a_visit(VISIT, **changes)
    assert found(spot_check_without_trigger, situation("2026-11-03", visit), visit) == said


class TestTheRightOfficers:
    """A spot check goes ahead with those its concern needs."""

    lado = ("the concern is about safeguarding, and the LADO did not take part", ("officers",))

    def found(self, *placements: Any, **changes: Any) -> list[Any]:
        visit = a_visit(VISIT, **{**SPOT_CHECK, **changes})
        asked = situation("2026-11-03", a_provider(), visit, *placements)
        return found(spot_check_without_the_right_officers, asked, visit)

    @pytest.mark.parametrize(
        ("changes", "needed"),
        [
            pytest.param({"concern_area": "safeguarding"}, True, id="safeguarding"),
            pytest.param({"concern_area": "safeguarding", "officers": ["lado"]}, False, id="the-lado-took-part"),
            pytest.param({"concern_area": "safeguarding", "lead": "lado"}, False, id="the-lado-led"),
            pytest.param({"concern_area": "safeguarding", "trigger": "lado"}, False, id="the-lado-asked-for-it"),
            pytest.param({}, False, id="another-concern"),
            pytest.param({"concern_area": "safeguarding", "status": "planned"}, False, id="not-done-yet"),
            pytest.param({"concern_area": "safeguarding", "type": "routine"}, False, id="no-spot-check"),
        ],
    )
    def test_a_safeguarding_concern_needs_the_lado(self, changes: dict[str, Any], needed: bool) -> None:
        assert self.found(**changes) == ([self.lado] if needed else [])

    def test_looked_after_pupils_need_their_own(self) -> None:
        said = "looked-after pupils are placed there; not recorded: virtual_school_asked, social_worker_asked"
        assert self.found(a_placement(**CARED)) == [(said, ("officers",))]
        asked = {"virtual_school_asked": "2026-10-19"}
        assert self.found(a_placement(**CARED), **asked) == [
            ("looked-after pupils are placed there; not recorded: social_worker_asked", ("officers",))
        ]
        assert self.found(a_placement(**CARED), **asked, social_worker_asked="2026-10-19") == []

    def test_other_pupils_do_not(self) -> None:
        gone = a_placement(2, **CARED, end={"on": "2026-10-19", "reason": "as_planned"})
        assert self.found(a_placement(), gone) == []
