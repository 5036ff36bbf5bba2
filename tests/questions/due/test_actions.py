"""What falls due of what was agreed: actions, updates, waivers (QF-53, QF-57 to QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from apqa.questions.due.actions import action_duties
from apqa.rules.action_plans import overdue_action
from apqa.rules.visits import overdue_action_of_visit
from apqa.rules.waivers import waiver_expired
from tests.builders import (
    Data,
    a_listing,
    a_placement,
    a_provider,
    a_report,
    a_self_assessment,
    a_visit,
    a_waiver,
    an_action,
    an_action_plan,
    situation,
)
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.visit import Visit

LISTED = a_provider(listing=[a_listing(on="2025-09-01")])
PLAN = "north-star/2026-10-06"
OCTOBER = "2026-10-06-north-star"


def due(on: str, *records: Record) -> dict[str, tuple[str, str]]:
    """Answer day and state of each duty, by its name."""
    return {each.key: (str(each.due), each.state.value) for each in action_duties(situation(on, *records))}


class TestActionPlans:
    """Every open action of a plan, and the provider's updates on it (QF-58)."""

    KEY = f"action_plan/{PLAN}/train"

    @pytest.mark.parametrize(
        ("action", "on", "state"),
        [
            pytest.param({}, "2026-12-01", "due", id="its day"),
            pytest.param({}, "2026-12-02", "overdue", id="the day after"),
            pytest.param({"status": "done", "done_on": "2026-11-10"}, "2026-11-09", "due", id="the day before"),
            pytest.param({"status": "done", "done_on": "2026-11-10"}, "2026-11-10", None, id="done"),
            pytest.param({"status": "withdrawn"}, "2026-11-10", None, id="withdrawn"),
        ],
    )
    def test_an_action_is_due_until_it_is_done(self, action: Data, on: str, state: str | None) -> None:
        plan = an_action_plan(actions=[an_action(**action)])
        assert due(on, plan) == ({self.KEY: ("2026-12-01", state)} if state else {})
        assert bool(found(overdue_action, situation(on, plan), plan)) is (state == "overdue")

    @pytest.mark.parametrize(
        ("changes", "on"),
        [
            pytest.param({}, "2026-10-05", id="not opened yet"),
            pytest.param(
                {
                    "closed_on": "2026-11-20",
                    "actions": [an_action(status="verified", verified_by="officer", verified_on="2027-01-01")],
                },
                "2026-11-20",
                id="closed",
            ),
        ],
    )
    def test_none_of_a_plan_that_is_not_open(self, changes: Data, on: str) -> None:
        assert due(on, an_action_plan(**changes)) == {}

    def test_one_that_closes_tomorrow_is_open(self) -> None:
        done = an_action(status="done", done_on="2026-11-21")
        assert self.KEY in due("2026-11-20", an_action_plan(actions=[done], closed_on="2026-11-21"))

    @pytest.mark.parametrize(
        ("changes", "day", "says"),
        [
            pytest.param({}, "2026-10-20", "none since 6 October 2026", id="since it was opened"),
            pytest.param({"agreed_on": "2026-10-12"}, "2026-10-26", "none since 12 October 2026", id="since agreed"),
            pytest.param(
                {"actions": [an_action(updates=[{"on": "2026-10-30", "by": "head", "says": "booked"}])]},
                "2026-11-13",
                "last on 30 October 2026",
                id="since the last",
            ),
            pytest.param(
                {"actions": [an_action(updates=[{"on": "2026-11-30", "by": "head", "says": "booked"}])]},
                "2026-10-20",
                "none since 6 October 2026",
                id="not since one to come",
            ),
        ],
    )
    def test_an_update_is_due_after_the_agreed_days(self, changes: Data, day: str, says: str) -> None:
        duties = action_duties(situation("2026-11-03", an_action_plan(update_days="14", **changes)))
        (update,) = [each for each in duties if each.key == f"update/{PLAN}"]
        assert (str(update.due), update.says) == (day, says)

    def test_none_on_a_plan_with_nothing_open(self) -> None:
        done = an_action(status="done", done_on="2026-10-20")
        assert due("2026-11-03", an_action_plan(update_days="14", actions=[done])) == {}

    def test_an_action_called_update_is_no_update(self) -> None:
        named = [an_action(key="update"), an_action(key="escalation")]
        assert set(due("2026-11-03", an_action_plan(update_days="14", actions=named))) == {
            f"action_plan/{PLAN}/update",
            f"action_plan/{PLAN}/escalation",
            f"update/{PLAN}",
        }


class TestNotesOfVisit:
    """Actions agreed at a visit, with an action plan or without one (QF-57)."""

    KEY = f"visit/{OCTOBER}/train"
    TOLD = (
        "Train a deputy: due on 1 December 2026 from head of provision, and still open",
        ("note", "actions", 0, "due"),
    )

    @staticmethod
    def visit(**changes: Any) -> Visit:
        note = {"written_on": "2026-10-08", "written_by": "officer", "summary": "calm", **changes}
        return a_visit(OCTOBER, note={"actions": [an_action(what="Train a deputy.")], **note})

    @pytest.mark.parametrize(
        ("on", "state"), [("2026-10-08", "not_yet_due"), ("2026-12-01", "due"), ("2026-12-02", "overdue")]
    )
    def test_are_due_and_the_rule_finds_them_once_overdue(self, on: str, state: str) -> None:
        visit = self.visit()
        assert due(on, visit, LISTED) == {self.KEY: ("2026-12-01", state)}
        at_fault = found(overdue_action_of_visit, situation(on, visit, LISTED), visit)
        assert at_fault == ([self.TOLD] if state == "overdue" else [])

    @pytest.mark.parametrize(
        ("visit", "on"),
        [
            pytest.param(a_visit(OCTOBER), "2026-12-02", id="no note"),
            pytest.param(None, "2026-10-07", id="written tomorrow"),
        ],
    )
    def test_none_without_a_note(self, visit: Visit | None, on: str) -> None:
        assert due(on, visit or self.visit(), LISTED) == {}

    def test_one_that_was_done_is_settled(self) -> None:
        done = an_action(status="done", done_on="2026-11-20")
        assert due("2026-12-02", self.visit(actions=[done]), LISTED) == {}

    @pytest.mark.parametrize(
        ("listing", "pupils", "is_due"),
        [
            pytest.param("removed", False, False, id="removed"),
            pytest.param("declined", False, False, id="declined"),
            pytest.param("removed", True, True, id="removed, and a pupil is still there"),
            pytest.param("due_diligence", False, True, id="on the way onto the list"),
            pytest.param("suspended", False, True, id="suspended"),
        ],
    )
    def test_none_is_waited_for_of_who_was_turned_away(self, listing: str, *, pupils: bool, is_due: bool) -> None:
        provider = a_provider(listing=[a_listing(listing)])
        placed = [a_placement()] if pupils else []
        assert (self.KEY in due("2026-12-02", self.visit(), provider, *placed)) is is_due

    def test_one_of_a_provider_nobody_decided_on_or_recorded_is_waited_for(self) -> None:
        assert self.KEY in due("2026-12-02", self.visit(), a_provider())
        assert self.KEY in due("2026-12-02", self.visit())

    @pytest.mark.parametrize(
        ("plan", "note", "taken_over"),
        [
            pytest.param({"visit": OCTOBER}, {}, True, id="the plan names the visit"),
            pytest.param({}, {"escalation": PLAN}, True, id="the note names the plan"),
            pytest.param({}, {}, False, id="neither names the other"),
            pytest.param({"visit": OCTOBER, "actions": [an_action(key="else")]}, {}, False, id="not with this action"),
        ],
    )
    def test_what_an_action_plan_takes_further_is_said_once(self, plan: Data, note: Data, *, taken_over: bool) -> None:
        keys = due("2026-12-02", self.visit(**note), an_action_plan(**plan), LISTED)
        assert (self.KEY not in keys) is taken_over
        assert any(key.startswith("action_plan/") for key in keys)

    def test_a_plan_of_tomorrow_takes_nothing_further_today(self) -> None:
        later = an_action_plan("north-star/2026-12-03", visit=OCTOBER)
        assert self.KEY in due("2026-12-02", self.visit(), later, LISTED)


class TestSelfAssessments:
    """What a provider said it would do, in its latest self-assessment (QF-53)."""

    @staticmethod
    def rated(year: str = "2026-27", completed: str = "2026-09-30", **changes: Any) -> Record:
        action = {"what": "train a deputy", "owner": "head", "due": "2026-12-01", **changes.pop("action", {})}
        rating = {"rating": "partially_met", "action": action, **changes}
        ratings = {"s1_1": rating, "s1_2": {"rating": "met"}}
        return a_self_assessment(f"north-star/{year}", completed_on=completed, ratings=ratings)

    KEY = "self_assessment/north-star/2026-27/s1_1"
    MET: ClassVar[Data] = {"found": "met", "on": "2026-11-10", "by": "officer"}

    @pytest.mark.parametrize(
        ("changes", "on", "is_due"),
        [
            pytest.param({}, "2026-12-02", True, id="open"),
            pytest.param({}, "2026-09-29", False, id="not completed yet"),
            pytest.param({"action": {"done_on": "2026-11-10"}}, "2026-11-10", False, id="done"),
            pytest.param({"action": {"done_on": "2026-11-10"}}, "2026-11-09", True, id="done tomorrow"),
            pytest.param({"council": MET}, "2026-11-10", False, id="the council found it met"),
            pytest.param({"council": MET}, "2026-11-09", True, id="not yet"),
            pytest.param({"council": {**MET, "found": "not_met"}}, "2026-11-10", True, id="found it not met"),
        ],
    )
    def test_an_action_is_due_until_it_is_done_or_found_met(self, changes: Data, on: str, *, is_due: bool) -> None:
        assert (self.KEY in due(on, self.rated(**changes), LISTED)) is is_due

    def test_the_latest_counts_alone(self) -> None:
        earlier = self.rated("2025-26", "2025-09-30")
        assert set(due("2026-12-02", earlier, self.rated(), LISTED)) == {self.KEY}
        assert set(due("2026-09-29", earlier, self.rated(), LISTED)) == {self.KEY.replace("2026-27", "2025-26")}

    def test_none_of_a_provider_that_was_removed(self) -> None:
        assert due("2026-12-02", self.rated(), a_provider(listing=[a_listing("removed")])) == {}


class TestWaivers:
    """A waiver is put right or renewed by its end (QF-90)."""

    @pytest.mark.parametrize(
        ("on", "state"),
        [
            pytest.param("2026-10-29", None, id="not approved"),
            pytest.param("2026-10-31", None, id="not begun"),
            pytest.param("2026-11-30", "due", id="its last day"),
            pytest.param("2026-12-01", "overdue", id="ended, and still there"),
        ],
    )
    def test_by_its_days(self, on: str, state: str | None) -> None:
        waiver = a_waiver("too-few-references")
        assert due(on, waiver) == ({"waiver/an-exception": ("2026-11-30", state)} if state else {})
        assert bool(found(waiver_expired, situation(on, waiver), waiver)) is (state == "overdue")

    @pytest.mark.parametrize(
        ("record", "provider"),
        [
            ("providers/north-star.yaml", "north-star"),
            ("placements/PL-00001.yaml", "north-star"),
            (f"visits/{OCTOBER}.yaml", "north-star"),
            ("termly-reports/2026-27-autumn/PL-00001.yaml", "north-star"),
            ("authority.yaml", ""),
            ("providers/nobody.yaml", ""),
            ("nowhere.txt", ""),
        ],
    )
    def test_whose_it_is(self, record: str, provider: str) -> None:
        waiver = a_waiver("too-few-references", record)
        records = (LISTED, a_placement(), a_visit(OCTOBER), a_report())
        duties = action_duties(situation("2026-11-03", waiver, *records))
        assert [each.provider for each in duties if each.kind == "waiver"] == [provider]
