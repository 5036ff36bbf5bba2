"""Visits and their notes."""

from __future__ import annotations

from typing import Any, ClassVar

import pytest

from apqa.rules.visits import (
    grave_concern_not_taken_up,
    promised_visit_not_made,
    spot_check_without_the_right_officers,
    spot_check_without_trigger,
    visit_of_another_type,
    visit_recorded_ahead,
    visit_without_note,
)
from tests.builders import a_listing, a_placement, a_provider, a_self_assessment, a_visit, an_action_plan, situation
from tests.rules.asking import found

VISIT = "2026-10-20-north-star"
CARED: dict[str, Any] = {"looked_after": [{"starts": "2020-01-01"}]}
SPOT_CHECK = {
    "type": "spot_check",
    "trigger": "parent",
    "concern": "supervision at lunch",
    "concern_area": "health_and_safety",
}


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
        pytest.param(
            "2026-12-01",
            {"note": note(written_on="2027-10-21")},
            "visited on 20 October 2026; no note is recorded",
            id="with-a-note-of-next-year",
        ),
    ],
)
def test_every_visit_has_a_note_in_the_end(on: str, changes: dict[str, Any], said: str) -> None:
    visit = a_visit(VISIT, **changes)
    assert found(visit_without_note, situation(on, visit), visit) == ([(said, ("status",))] if said else [])


class TestAPromisedVisit:
    """The visit that a note promised is made by its day."""

    def said(self, *others: Any, on: str = "2026-12-02", status: str = "listed") -> list[str]:
        visit = a_visit(VISIT, note=note(next_visit_by="2026-12-01"))
        asked = situation(on, a_provider(listing=[a_listing(on="2026-01-12", status=status)]), visit, *others)
        return [said for said, _ in found(promised_visit_not_made, asked, visit)]

    def test_is_missed_once_its_day_has_passed(self) -> None:
        missed = (
            "the next visit was promised by 1 December 2026; none since 20 October 2026 is done, and none is planned"
        )
        assert self.said(on="2026-12-01") == []
        assert self.said() == [missed]

    def test_that_is_planned_is_not_made_yet(self) -> None:
        ahead = a_visit("2026-12-08-north-star", status="planned")
        assert [said.rpartition(", and ")[2] for said in self.said(ahead)] == ["one is planned for 8 December 2026"]

    def test_is_kept_by_any_visit_on_site(self) -> None:
        assert self.said(a_visit("2026-11-24-north-star", type="urgent")) == []
        assert len(self.said(a_visit("2026-11-24-north-star", type="desk_top_audit"))) == 1
        assert len(self.said(a_visit("2026-11-24-north-star", status="cancelled"))) == 1

    def test_is_not_waited_for_of_a_provider_that_was_removed(self) -> None:
        assert self.said(status="removed") == []
        assert len(self.said(a_placement(), status="removed")) == 1

    def test_needs_a_provider_and_a_promise(self) -> None:
        visit = a_visit(VISIT, note=note(next_visit_by="2026-12-01"))
        assert found(promised_visit_not_made, situation("2026-12-02", visit), visit) == []
        assert found(promised_visit_not_made, situation("2026-12-02", a_provider()), a_visit(VISIT, note=note())) == []


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param(SPOT_CHECK, [], id="a-spot-check"),
        pytest.param(
            {"type": "urgent"}, [("not recorded: trigger, concern, concern_area", ("type",))], id="nothing-said"
        ),
        pytest.param({**SPOT_CHECK, "concern": None}, [("not recorded: concern", ("type",))], id="no-concern"),
        pytest.param({**SPOT_CHECK, "concern_area": None}, [("not recorded: concern_area", ("type",))], id="no-area"),
        pytest.param(
            {"trigger": "parent"},
            [("its type is routine, and it has a trigger: is it a spot check?", ("trigger",))],
            id="a-routine-visit-with-one",
        ),
        pytest.param(
            {"concern_area": "staffing"},
            [("its type is routine, and it has a concern area: is it a spot check?", ("concern_area",))],
            id="a-routine-visit-with-a-concern",
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

    lado = ("the concern is about safeguarding, and the LADO is not recorded as taking part", ("officers",))

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
            pytest.param({}, False, id="another-concern"),
            pytest.param({"concern_area": "safeguarding", "status": "planned"}, False, id="not-done-yet"),
            pytest.param({"concern_area": "safeguarding", "type": "routine"}, False, id="no-spot-check"),
        ],
    )
    def test_a_safeguarding_concern_needs_the_lado(self, changes: dict[str, Any], needed: bool) -> None:
        assert self.found(**changes) == ([self.lado] if needed else [])

    def test_what_the_lado_raised_needs_the_lado_whatever_its_area(self) -> None:
        said = ("the LADO raised the concern, and the LADO is not recorded as taking part", ("officers",))
        assert self.found(trigger="lado", concern_area="staffing") == [said]

    def test_looked_after_pupils_need_their_own(self) -> None:
        said = "looked-after pupils are placed there; not recorded: virtual_school_asked, social_worker_asked"
        assert self.found(a_placement(**CARED)) == [(said, ("officers",))]
        asked = {"virtual_school_asked": "2026-10-19"}
        assert self.found(a_placement(**CARED), **asked) == [
            ("looked-after pupils are placed there; not recorded: social_worker_asked", ("officers",))
        ]
        assert self.found(a_placement(**CARED), **asked, social_worker_asked="2026-10-19") == []

    def test_who_is_to_be_asked_next_year_was_not_asked(self) -> None:
        slip = {"virtual_school_asked": "2027-10-19", "social_worker_asked": "2026-10-19"}
        said = "looked-after pupils are placed there; not recorded: virtual_school_asked"
        assert self.found(a_placement(**CARED), **slip) == [(said, ("officers",))]

    def test_other_pupils_do_not(self) -> None:
        gone = a_placement(2, **CARED, end={"on": "2026-10-19", "reason": "as_planned"})
        assert self.found(a_placement(), gone) == []


class TestWhoIsTold:
    """A red outcome or an immediate concern is taken to senior management."""

    immediate: ClassVar = [{"what": "no first aider", "level": "high"}, {"what": "no lead", "level": "immediate"}]

    @pytest.mark.parametrize(
        ("changes", "at"),
        [
            pytest.param({"outcome": "red"}, ("note", "outcome"), id="red"),
            pytest.param({"outcome": "red", "concerns": immediate}, ("note", "outcome"), id="red-and-immediate"),
            pytest.param({"outcome": "amber", "concerns": immediate}, ("note", "concerns", 1), id="immediate"),
            pytest.param({"outcome": "amber"}, None, id="amber"),
            pytest.param({"outcome": "red", "written_on": "2026-11-04"}, None, id="not-written-yet"),
        ],
    )
    def test_of_what(self, changes: dict[str, Any], at: tuple[str | int, ...] | None) -> None:
        visit = a_visit(VISIT, note=note(**changes))
        faults = found(grave_concern_not_taken_up, situation("2026-11-03", visit), visit)
        assert [where for _, where in faults] == ([at] if at else [])
        assert all(said.endswith("senior management is not recorded as told") for said, _ in faults)

    def test_who_will_be_told_was_not_told(self) -> None:
        visit = a_visit(VISIT, note=note(outcome="red"), senior_management_told="2027-10-21")
        assert len(found(grave_concern_not_taken_up, situation("2026-11-03", visit), visit)) == 1

    def test_once_told_nothing_is_open(self) -> None:
        for visit in (a_visit(VISIT, note=note(outcome="red"), senior_management_told="2026-10-21"), a_visit(VISIT)):
            assert found(grave_concern_not_taken_up, situation("2026-11-03", visit), visit) == []


class TestWhatItIsFor:
    """The type of a visit says why the provider is visited."""

    def said(self, kind: str, *others: Any, on: str = "2026-11-03", **changes: Any) -> list[str]:
        visit = a_visit(VISIT, type=kind, **changes)
        asked = situation(on, *(others or [a_provider(listing=[a_listing(on="2026-10-20")])]), visit)
        return [said for said, _ in found(visit_of_another_type, asked, visit)]

    def test_due_diligence_is_before_listing(self) -> None:
        assert self.said("initial_due_diligence") == []
        assert self.said("initial_due_diligence", a_provider(listing=[])) == []
        assert self.said("initial_due_diligence", a_provider(listing=[a_listing(on="2026-10-19")])) == [
            "its type is initial_due_diligence, and the provider has been on the list since 19 October 2026"
        ]

    def test_there_is_a_self_assessment_to_validate(self) -> None:
        none = "its type is annual_validation, and no self-assessment was completed by its day"
        assert self.said("annual_validation") == [none]
        assert self.said("annual_validation", a_self_assessment(completed_on="2026-10-21")) == [none]
        assert self.said("annual_validation", a_self_assessment(completed_on="2026-10-20")) == []

    def test_there_is_something_to_follow_up(self) -> None:
        assert self.said("follow_up") == ["its type is follow_up, and no visit and no action plan comes before it"]
        assert self.said("follow_up", a_visit("2026-06-09-north-star")) == []
        assert self.said("follow_up", an_action_plan("north-star/2026-10-20")) == []
        assert len(self.said("follow_up", an_action_plan("north-star/2026-10-21"))) == 1

    def test_a_visit_to_come_or_cancelled_may_still_be_anything(self) -> None:
        assert self.said("annual_validation", on="2026-10-19", status="planned") == []
        assert self.said("annual_validation", status="cancelled") == []
        assert self.said("routine") == []


@pytest.mark.parametrize(
    ("on", "changes", "places"),
    [
        pytest.param("2026-10-19", {"note": note()}, [("status",)], id="done-ahead"),
        pytest.param("2026-10-19", {"status": "planned"}, [], id="planned"),
        pytest.param("2026-10-20", {"virtual_school_asked": "2027-10-19"}, [("virtual_school_asked",)], id="asked"),
        pytest.param(
            "2026-11-03",
            {
                "senior_management_told": "2026-10-21",
                "note": note(
                    written_on="2027-10-21",
                    circulation=[{"to": "head", "on": "2027-10-22"}, {"to": "panel"}],
                    amendments=[{"on": "2027-10-30", "by": "officer", "what": "x"}],
                ),
            },
            [("note", "written_on"), ("note", "circulation", 0, "on"), ("note", "amendments", 0, "on")],
            id="the-note",
        ),
        pytest.param("2026-11-03", {"note": note()}, [], id="all-past"),
    ],
)
def test_what_is_to_come_did_not_happen(on: str, changes: dict[str, Any], places: list[Any]) -> None:
    visit = a_visit(VISIT, **changes)
    faults = found(visit_recorded_ahead, situation(on, visit), visit)
    assert [at for _, at in faults] == places
    assert all(said.endswith("still to come") for said, _ in faults)
