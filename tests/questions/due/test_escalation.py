"""What falls due of escalation: looks at the step that holds, and what it needs (QF-58, QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from apqa.questions.due.escalation import escalation_duties
from apqa.records.authority import Authority
from apqa.records.kinds import ACTION_PLAN
from apqa.rules.escalation import escalation_need_not_met, escalation_not_told, escalation_review_overdue
from tests.builders import Data, a_listing, a_placement, a_provider, a_step, an_action_plan, situation
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.questions.due.duty import Duty
    from apqa.records.base import Record

LISTED = a_provider(listing=[a_listing(on="2025-09-01")])
PLAN = "north-star/2026-10-06"
SUSPENDED = a_step("new_placements_suspended", "2026-10-20", decided_by="head of inclusion")


def duties(on: str, *records: Record) -> dict[str, Duty]:
    return {each.key: each for each in escalation_duties(situation(on, LISTED, *records))}


@pytest.mark.parametrize(
    ("steps", "day"),
    [
        pytest.param([], None, id="none"),
        pytest.param([a_step("listed_with_actions", "2026-10-20")], None, id="without a day"),
        pytest.param([a_step("enhanced_monitoring", "2026-10-20")], "2026-11-20", id="by the days of policy"),
        pytest.param([a_step("new_placements_suspended", "2026-10-20")], "2026-11-03", id="by working days"),
        pytest.param(
            [a_step("enhanced_monitoring", "2026-10-20", review_on="2026-12-11")], "2026-12-11", id="with one"
        ),
        pytest.param([a_step("enhanced_monitoring", "2026-11-20", review_on="2026-12-11")], None, id="to come"),
        pytest.param(
            [
                a_step("enhanced_monitoring", "2026-10-20", review_on="2026-12-11"),
                a_step("listed", "2026-11-01"),
            ],
            None,
            id="taken back",
        ),
    ],
)
def test_the_step_that_holds_is_reviewed(steps: list[Data], day: str | None) -> None:
    review = duties("2026-11-03", an_action_plan(escalation=steps)).get(f"escalation/{PLAN}")
    assert (review and str(review.due)) == day


@pytest.mark.parametrize(
    ("need", "due", "title"),
    [
        ("told", "2026-10-22", "New placements suspended: everybody who must be told is told"),
        ("decision_record", "2026-10-27", "New placements suspended: the decision is recorded and filed"),
        ("parents_told", None, ""),
    ],
)
def test_what_a_step_needs_is_due_by_its_days(need: str, due: str | None, title: str) -> None:
    found_due = duties("2026-10-21", an_action_plan(escalation=[SUSPENDED]), a_placement()).get(
        f"escalation/{PLAN}/0/{need}"
    )
    assert (found_due and (str(found_due.due), found_due.title)) == ((due, title) if due else None)
    if found_due:
        assert (found_due.ask, found_due.owes.value) == ("head of inclusion", "council")


def test_what_is_done_is_due_no_more() -> None:
    named = [{"name": "SEND casework", "kind": "local_authority"}]
    council = Authority.model_validate({"id": "authority", "name": "Westmarch Council", "recipients": named})
    told = [{"who": who, "on": "2026-10-21"} for who in ("Westmarch Academy", "SEND casework")]
    plan = an_action_plan(escalation=[{**SUSPENDED, "told": told}])
    assert f"escalation/{PLAN}/0/told" not in duties("2026-10-21", plan, a_placement(), council)
    assert f"escalation/{PLAN}/0/told" in duties("2026-10-21", plan, a_placement())


def test_the_duty_and_the_rules_are_overdue_on_the_same_days() -> None:
    plan, placement = an_action_plan(escalation=[SUSPENDED]), a_placement()
    rules = {
        f"escalation/{PLAN}/0/told": escalation_not_told,
        f"escalation/{PLAN}": escalation_review_overdue,
        f"escalation/{PLAN}/0/decision_record": escalation_need_not_met,
    }
    for key, rule in rules.items():
        due = duties("2026-10-20", plan, placement)[key].due
        assert due is not None
        for days in (0, 1):
            on = due.replace(day=due.day + days).isoformat()
            late = duties(on, plan, placement)[key].state.value == "overdue"
            about = [said for said, _ in found(rule, situation(on, LISTED, plan, placement), plan)]
            assert (late, bool(about)) == (bool(days), bool(days)), (key, on, about)


def test_a_plan_of_a_provider_that_no_record_is_of_has_no_step() -> None:
    assert not list(escalation_duties(situation("2026-11-03", an_action_plan(escalation=[SUSPENDED]))))


class TestOnlyOnTheList:
    """What a step needs that no action plan records."""

    SUSPENDED_BY_LIST = a_provider(listing=[a_listing(on="2025-09-01"), a_listing("suspended", on="2026-10-20")])

    def test_is_due_and_stands_at_the_listing(self) -> None:
        at = situation("2026-11-03", self.SUSPENDED_BY_LIST, a_placement())
        due = {each.key.rpartition("/")[2]: each for each in escalation_duties(at)}
        assert set(due) == {"told", "placements_settled", "parents_told", "decision_record", "review"}
        told = due["told"]
        assert (str(told.due), told.state.value, told.at) == ("2026-10-22", "overdue", ("listing", 1))
        assert told.says == "only the list records this step: record it in an action plan (escalation)"

    def test_is_not_where_a_plan_cannot_be_read_or_records_it(self) -> None:
        unread = {ACTION_PLAN: ("north-star/2026-10-06",)}
        assert list(escalation_duties(situation("2026-11-03", self.SUSPENDED_BY_LIST, unreadable=unread))) == []
        plan = an_action_plan(escalation=[a_step("all_suspended", "2026-10-20")])
        both = situation("2026-11-03", self.SUSPENDED_BY_LIST, plan)
        assert not [each for each in escalation_duties(both) if each.key.startswith("escalation/list/")]

    def test_what_had_to_come_before_a_removal_has_no_day(self) -> None:
        removed = a_provider(listing=[a_listing(on="2025-09-01"), a_listing("removed", on="2026-10-20")])
        due = {each.key.rpartition("/")[2] for each in escalation_duties(situation("2026-11-03", removed))}
        assert due == {"told", "decision_record", "reapplication", "representations"}
