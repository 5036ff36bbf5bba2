"""Escalation: what must go with a removal and a suspension, which steps may follow which, and who decides."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.line import Effect
from apqa.questions.checks.verdict import provider_check
from apqa.questions.escalation.standing import escalation_of
from apqa.records.authority import Authority
from apqa.records.kinds import AUTHORITY
from apqa.rules.escalation import (
    escalation_called_for,
    escalation_need_not_met,
    escalation_not_told,
    escalation_review_overdue,
    escalation_step_contradicts_itself,
    illegal_escalation_step,
    list_and_escalation_differ,
    removal_not_carried_through,
)
from tests.builders import (
    Data,
    a_listing,
    a_placement,
    a_provider,
    a_step,
    a_visit,
    an_action,
    an_action_plan,
    changed,
    line_of,
    situation,
)
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan
    from apqa.records.base import Record
    from apqa.rule import Rule


def council(**policy: Any) -> Authority:
    data = {
        "id": "authority",
        "name": "Westmarch Council",
        "roles": {"senior_manager": {"title": "Head of inclusion"}},
        "policy": policy,
        "recipients": [
            {"name": "Westmarch Academy", "kind": "academy"},
            {"name": "Eastmarch School", "kind": "school", "urn": "990001"},
            {"name": "SEND casework", "kind": "local_authority"},
        ],
    }
    return Authority.model_validate(data)


def told(*names: str, on: str = "2026-11-03") -> list[Data]:
    return [{"who": name, "on": on} for name in names]


SUSPENSION = a_step("new_placements_suspended", "2026-10-20", trigger="serious_concern")
REMOVAL: Data = {
    **a_step("removed", "2026-11-02"),
    "meeting_on": "2026-11-01",
    "told": told("westmarch  academy", "Eastmarch School", "SEND casework"),
    "placements": [{"placement": "PL-00001", "what": "moved to another provider"}],
}
AT = ("escalation", 1)
EVERYBODY = "Westmarch Academy (PL-00001), SEND casework, Eastmarch School"


def asked(plan: ActionPlan, *more: Record, on: str = "2026-11-20", authority: Authority | None = None) -> Situation:
    placed = (a_placement(1), a_placement(3, end={"on": "2026-11-01", "reason": "as_planned"}))
    return situation(on, authority or council(), a_provider(), plan, *placed, *more)


@pytest.mark.parametrize(
    ("changes", "on", "said"),
    [
        pytest.param({}, "2026-11-20", [], id="carried-through"),
        pytest.param(
            {"meeting_on": None}, "2026-11-02", ["no urgent meeting before the removal is recorded"], id="none"
        ),
        pytest.param(
            {"meeting_on": "2026-11-03"},
            "2026-11-20",
            ["the meeting was on 3 November 2026, after the removal"],
            id="a-meeting-after",
        ),
        pytest.param({"told": []}, "2026-11-05", [f"not recorded as told of the removal: {EVERYBODY}"], id="nobody"),
        pytest.param({"told": []}, "2026-11-04", [], id="two-working-days-to-tell"),
        pytest.param(
            {"told": told("Westmarch Academy", "SEND casework")},
            "2026-11-05",
            ["not recorded as told of the removal: Eastmarch School"],
            id="a-school-left-out",
        ),
        pytest.param(
            {
                "told": [
                    *told("Westmarch Academy", "SEND casework"),
                    {"who": "Eastmarch School", "prepared_on": "2026-11-03"},
                ]
            },
            "2026-11-05",
            ["not recorded as told of the removal: Eastmarch School"],
            id="a-letter-that-lies-there",
        ),
        pytest.param(
            {"placements": []},
            "2026-11-10",
            ["what becomes of these placements is not recorded: PL-00001"],
            id="a-placement-left",
        ),
        pytest.param({"placements": []}, "2026-11-09", [], id="five-working-days-to-settle"),
        pytest.param({"meeting_on": None}, "2026-11-01", [], id="to-come"),
    ],
)
def test_a_removal_is_carried_through(changes: dict[str, Any], on: str, said: list[str]) -> None:
    plan = an_action_plan(escalation=[SUSPENSION, changed(REMOVAL, changes)])
    assert found(removal_not_carried_through, asked(plan, on=on), plan) == [(each, AT) for each in said]


def test_other_steps_are_no_removal_and_of_a_provider_nobody_knows_nothing_is_said() -> None:
    plan = an_action_plan(escalation=[SUSPENSION])
    assert found(removal_not_carried_through, asked(plan), plan) == []
    removed = an_action_plan(escalation=[a_step("removed", "2026-11-02")])
    alone = situation("2026-11-20", council(), removed)
    assert [found(each, alone, removed) for each in (removal_not_carried_through, illegal_escalation_step)] == [[], []]


class TestTelling:
    """Whether those who must know of a suspension were told."""

    @pytest.mark.parametrize(
        ("changes", "on", "said"),
        [
            pytest.param({}, "2026-10-23", "Westmarch Academy (PL-00001), SEND casework", id="nobody"),
            pytest.param({}, "2026-10-22", "", id="in-time"),
            pytest.param({"told": told("SEND casework")}, "2026-11-05", "Westmarch Academy (PL-00001)", id="one"),
            pytest.param({"told": told("SEND casework", "Westmarch Academy")}, "2026-11-05", "", id="all"),
        ],
    )
    def test_of_a_suspension(self, changes: Data, on: str, said: str) -> None:
        plan = an_action_plan(escalation=[{**SUSPENSION, **changes}])
        says = [(f"not recorded as told of new placements suspended: {said}", ("escalation", 0))] if said else []
        only = situation(on, council(), a_provider(), plan, a_placement(1))
        assert found(escalation_not_told, only, plan) == says

    def test_of_its_end_whoever_was_told_of_it(self) -> None:
        steps = [{**SUSPENSION, "told": told("Westmarch Academy", on="2026-10-21")}, a_step("listed", "2026-11-02")]
        plan = an_action_plan(escalation=steps)
        says = "not recorded as told of back in good standing: Westmarch Academy (PL-00001)"
        assert found(escalation_not_told, asked(plan), plan) == [(says, AT)]

    def test_a_later_step_takes_its_place_and_a_removal_is_another_matter(self) -> None:
        plan = an_action_plan(escalation=[SUSPENSION, changed(REMOVAL, {"told": []})])
        assert found(escalation_not_told, asked(plan), plan) == []

    def test_a_family_is_known_by_its_placement_and_one_to_come_is_told(self) -> None:
        plan = an_action_plan(escalation=[SUSPENSION])
        family = a_placement(7, commissioner={"kind": "parent", "name": "parent"}, starts="2026-11-30")
        only = situation("2026-10-30", council(), a_provider(), plan, family)
        (said,) = found(escalation_not_told, only, plan)
        assert said[0].endswith(": the parent of PL-00007, SEND casework")


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        pytest.param([("listed_with_actions", ""), ("enhanced_monitoring", ""), ("listed", "")], "", id="one-by-one"),
        pytest.param(
            [("listed_with_actions", ""), ("new_placements_suspended", "")],
            "new placements suspended on 11 October 2026, straight from listed, with actions agreed; a step may be "
            "skipped only where the trigger is one of serious_concern, lapsed_insurance, visit_refused, "
            "no_safeguarding_lead, recommended",
            id="skipped",
        ),
        pytest.param(
            [("listed_with_actions", ""), ("new_placements_suspended", "lapsed_insurance")],
            "",
            id="skipped-with-reason",
        ),
        pytest.param([("all_suspended", "immediate_risk")], "", id="at-once"),
        pytest.param(
            [("listed_with_actions", ""), ("removed", "immediate_risk")],
            "removed from the list on 11 October 2026, straight from listed, with actions agreed; what comes between "
            "is missing",
            id="a-removal-out-of-the-blue",
        ),
        pytest.param(
            [("all_suspended", "immediate_risk"), ("removed", ""), ("enhanced_monitoring", "")],
            "enhanced monitoring on 12 October 2026, straight from removed from the list; a provider that was removed "
            "comes back by applying for the list again",
            id="back-from-a-removal",
        ),
        pytest.param(
            [("all_suspended", "immediate_risk"), ("removed", ""), ("all_suspended", "immediate_risk")],
            "all placements suspended on 12 October 2026, straight from removed from the list; a provider that was "
            "removed comes back by applying for the list again",
            id="no-risk-undoes-a-removal",
        ),
        pytest.param([("enhanced_monitoring", ""), ("enhanced_monitoring", "")], "", id="the-same-again"),
    ],
)
def test_a_step_follows_one_it_may_follow(steps: list[tuple[str, str]], said: str) -> None:
    events = [
        changed(a_step(step, f"2026-10-{10 + number}"), {"trigger": trigger or None})
        for number, (step, trigger) in enumerate(steps)
    ]
    plan = an_action_plan(escalation=events)
    says = [(said, ("escalation", len(steps) - 1))] if said else []
    assert found(illegal_escalation_step, asked(plan), plan) == says


def test_two_steps_of_one_day_follow_each_other() -> None:
    steps = [a_step("enhanced_monitoring", "2026-10-10"), a_step("new_placements_suspended", "2026-10-10")]
    plan = an_action_plan(escalation=steps)
    assert found(illegal_escalation_step, asked(plan), plan) == []


def test_no_plan_is_closed_over_a_suspension() -> None:
    done = [an_action(status="done", done_on="2026-11-01")]
    plan = an_action_plan(escalation=[SUSPENSION], actions=done, closed_on="2026-11-02")
    said = "closed on 2 November 2026 with new placements suspended, and nobody decided to lift it"
    assert found(illegal_escalation_step, asked(plan), plan) == [(said, ("closed_on",))]
    assert found(illegal_escalation_step, asked(plan, on="2026-11-01"), plan) == []
    lifted = an_action_plan(
        escalation=[SUSPENSION, a_step("listed", "2026-11-02")], actions=done, closed_on="2026-11-02"
    )
    assert found(illegal_escalation_step, asked(lifted), lifted) == []


class TestReviews:
    """Whether a step that holds is looked at again."""

    @pytest.mark.parametrize(
        ("step", "on", "said"),
        [
            pytest.param({**SUSPENSION}, "2026-11-04", "3 November 2026; no review is recorded", id="ten-working-days"),
            pytest.param({**SUSPENSION}, "2026-11-03", "", id="on-the-day"),
            pytest.param(
                {**SUSPENSION, "review_on": "2026-10-30"},
                "2026-10-31",
                "30 October 2026; no review is recorded",
                id="own",
            ),
            pytest.param(
                {**SUSPENSION, "reviews": [{"on": "2026-10-28", "by": "officer", "says": "no change"}]},
                "2026-11-12",
                "11 November 2026; last on 28 October 2026",
                id="ten-more-after-a-review",
            ),
            pytest.param(
                {**SUSPENSION, "reviews": [{"on": "2026-10-28", "by": "x", "says": "y", "next_on": "2026-11-20"}]},
                "2026-11-20",
                "",
                id="as-the-review-set-it",
            ),
            pytest.param(a_step("listed_with_actions", "2026-10-20"), "2027-10-20", "", id="no-day-was-set"),
            pytest.param(a_step("enhanced_monitoring", "2026-10-20"), "2026-11-20", "", id="a-month"),
            pytest.param(
                a_step("enhanced_monitoring", "2026-10-20"),
                "2026-11-21",
                "20 November 2026; no review is recorded",
                id="more",
            ),
        ],
    )
    def test_a_review_is_due(self, step: Data, on: str, said: str) -> None:
        plan = an_action_plan(escalation=[step])
        says = [said for said, _ in found(escalation_review_overdue, asked(plan, on=on), plan)]
        assert [each.partition(": a review was due on ")[2] for each in says] == ([said] if said else [])

    def test_a_visit_is_a_check_under_enhanced_monitoring(self) -> None:
        plan = an_action_plan(escalation=[a_step("enhanced_monitoring", "2026-10-20")])
        visits = (a_visit("2026-11-10-north-star"), a_visit("2026-11-12-north-star", status="planned"))
        assert found(escalation_review_overdue, asked(plan, *visits, on="2026-12-11"), plan) == []
        (said,) = found(escalation_review_overdue, asked(plan, *visits, on="2026-12-12"), plan)
        assert said[0].endswith("11 December 2026; last on 10 November 2026")

    def test_a_visit_after_the_day_a_review_set_takes_its_place(self) -> None:
        review = {"on": "2026-10-28", "by": "x", "says": "y", "next_on": "2026-11-05"}
        plan = an_action_plan(escalation=[a_step("enhanced_monitoring", "2026-10-20", reviews=[review])])
        visit = a_visit("2026-11-10-north-star")
        assert found(escalation_review_overdue, asked(plan, visit, on="2026-12-11"), plan) == []
        assert found(escalation_review_overdue, asked(plan, on="2026-11-06"), plan) != []


class TestNeeds:
    """What else a step needs, and who decides."""

    @staticmethod
    def keys(rule: Rule, plan: ActionPlan, at: Situation) -> list[str]:
        assert rule.check is not None
        return [fault.key for fault in rule.check(plan, at)]

    @pytest.mark.parametrize(
        ("step", "keys"),
        [
            pytest.param(a_step("enhanced_monitoring", "2026-10-20"), ["meeting"], id="a-meeting"),
            pytest.param(a_step("enhanced_monitoring", "2026-10-20", meeting_on="2026-10-22"), [], id="held"),
            pytest.param(SUSPENSION, ["decision_record", "placements_settled"], id="a-suspension"),
            pytest.param(
                a_step("all_suspended", "2026-10-20", trigger="unregistered_school"),
                ["placements_settled", "parents_told", "decision_record", "department_told"],
                id="all-suspended",
            ),
            pytest.param(
                a_step(
                    "all_suspended",
                    "2026-10-20",
                    trigger="unregistered_school",
                    parents_told_on="2026-10-20",
                    department_told_on="2026-10-21",
                    evidence={"seen": "record", "on": "2026-10-20", "by": "head", "filed": "AP"},
                    placements=[
                        {"placement": "PL-00001", "what": "at school"},
                        {"placement": "PL-00003", "what": "ends"},
                    ],
                ),
                [],
                id="all-done",
            ),
            pytest.param(
                a_step(
                    "all_suspended",
                    "2026-10-20",
                    trigger="immediate_risk",
                    placements=[{"placement": "PL-00001", "what": "x"}, {"placement": "PL-00003", "what": "ends"}],
                ),
                ["parents_told", "decision_record"],
                id="no-school",
            ),
        ],
    )
    def test_a_need_that_is_not_met_is_asked_for(self, step: Data, keys: list[str]) -> None:
        plan = an_action_plan(escalation=[step])
        assert self.keys(escalation_need_not_met, plan, asked(plan)) == keys

    def test_without_pupils_nothing_is_settled_and_no_parent_told(self) -> None:
        plan = an_action_plan(escalation=[a_step("all_suspended", "2026-10-20", trigger="immediate_risk")])
        alone = situation("2026-11-20", council(), a_provider(), plan)
        assert self.keys(escalation_need_not_met, plan, alone) == ["decision_record"]

    @pytest.mark.parametrize(
        ("changes", "on", "keys"),
        [
            pytest.param({}, "2026-12-01", ["decision_record", "reapplication", "representations"], id="nothing"),
            pytest.param({}, "2026-11-30", ["decision_record", "reapplication"], id="four-weeks-to-speak"),
            pytest.param(
                {
                    "evidence": {"seen": "letter", "on": "2026-11-02", "by": "head", "filed": "AP"},
                    "reapply_from": "2027-11-02",
                    "represented_on": "2026-11-12",
                    "representation": "none was made",
                },
                "2026-12-01",
                [],
                id="everything",
            ),
        ],
    )
    def test_of_a_removal_what_has_no_rule_of_its_own(self, changes: Data, on: str, keys: list[str]) -> None:
        plan = an_action_plan(escalation=[SUSPENSION, {**REMOVAL, **changes}])
        assert self.keys(escalation_need_not_met, plan, asked(plan, on=on)) == keys

    def test_who_decides_is_the_councils_to_say(self) -> None:
        reason: Data = {"reason": "scheme of delegation"}
        named = council(deciders={"enhanced_monitoring": {"roles": ["lado", "senior_manager"], **reason}})
        later = council(deciders={"enhanced_monitoring": {"roles": ["lado"], "starts": "2027-01-01", **reason}})
        step = a_step("enhanced_monitoring", "2026-10-20", meeting_on="2026-10-22")
        plan = an_action_plan(escalation=[step])
        other = an_action_plan(escalation=[{**step, "decided_by": "administrator"}])
        assert found(escalation_need_not_met, asked(plan, authority=named), plan) == []
        assert found(escalation_need_not_met, asked(other, authority=later), other) == []
        assert found(escalation_need_not_met, asked(other, authority=named), other) == [
            (
                "enhanced monitoring: decided by administrator; by local policy it is lado or Head of inclusion",
                ("escalation", 0, "decided_by"),
            )
        ]


class TestListAndPlans:
    """Where the list and the plans contradict each other."""

    @pytest.mark.parametrize(
        ("listing", "steps", "said"),
        [
            pytest.param([], ["all_suspended"], "", id="not-on-the-list"),
            pytest.param(["listed"], [], "", id="listed"),
            pytest.param(["listed"], ["enhanced_monitoring"], "", id="the-list-knows-no-monitoring"),
            pytest.param(["suspended"], ["all_suspended"], "", id="alike"),
            pytest.param(
                ["listed"],
                ["all_suspended"],
                "the list says listed, and the action plan north-star/2026-10-06 says all placements suspended",
                id="only-the-plan",
            ),
            pytest.param(
                ["removed"],
                ["all_suspended"],
                "the list says removed from the list, and the action plan north-star/2026-10-06 says all placements "
                "suspended",
                id="two-steps",
            ),
            pytest.param(
                ["suspended"],
                ["enhanced_monitoring"],
                "the list says all placements suspended, and the action plan north-star/2026-10-06 says enhanced "
                "monitoring",
                id="the-plan-is-behind",
            ),
            pytest.param(
                ["suspended"],
                [],
                "the list says all placements suspended since 20 October 2026, and no action plan records the step",
                id="only-the-list",
            ),
            pytest.param(["removed"], [], "", id="it-left-at-its-own-wish"),
        ],
    )
    def test_they_say_the_same(self, listing: list[str], steps: list[str], said: str) -> None:
        provider = a_provider(listing=[a_listing(each, on="2026-10-20") for each in listing])
        plan = an_action_plan(escalation=[a_step(each, "2026-10-20") for each in steps])
        says = [(said, ("listing",))] if said else []
        assert found(list_and_escalation_differ, situation("2026-11-03", provider, plan), provider) == says

    def test_a_removal_with_pupils_is_recorded_in_a_plan(self) -> None:
        provider = a_provider(listing=[a_listing("removed", on="2026-10-20")])
        (said,) = found(list_and_escalation_differ, situation("2026-11-03", provider, a_placement(1)), provider)
        assert said[0].endswith("and no action plan records the step")

    @pytest.mark.parametrize(("status", "differs"), [("applied", 0), ("declined", 0), ("listed", 1)])
    def test_who_was_removed_and_applies_again_is_still_removed(self, status: str, differs: int) -> None:
        provider = a_provider(
            listing=[a_listing(), a_listing("removed", on="2026-10-01"), a_listing(status, on="2026-10-20")]
        )
        plan = an_action_plan("north-star/2026-09-01", escalation=[a_step("removed", "2026-10-01")])
        assert len(found(list_and_escalation_differ, situation("2026-11-03", provider, plan), provider)) == differs

    def test_a_suspension_that_ran_out_on_the_list_alone_differs(self) -> None:
        provider = a_provider(listing=[a_listing(), a_listing("suspended", on="2026-10-20", until="2026-11-02")])
        plan = an_action_plan(escalation=[a_step("all_suspended", "2026-10-20", trigger="immediate_risk")])
        assert found(list_and_escalation_differ, situation("2026-11-02", provider, plan), provider) == []
        assert found(list_and_escalation_differ, situation("2026-11-03", provider, plan), provider) != []


def test_what_calls_for_a_step_is_a_query_and_what_is_found_already_is_not_said_twice() -> None:
    provider = a_provider(listing=[a_listing()])
    late = an_action_plan(actions=[an_action(due="2026-10-19")])
    assert found(escalation_called_for, situation("2026-11-02", provider, late), provider) == []
    assert found(escalation_called_for, situation("2026-11-03", provider, late), provider) == [
        (
            "an agreed action is long overdue (train a deputy, due on 19 October 2026): calls for enhanced monitoring",
            ("listing",),
        )
    ]


class TestWhatCannotBeRight:
    """Days before what they follow, placements of others, and a trigger that is none."""

    @pytest.mark.parametrize(
        ("step", "at", "said"),
        [
            pytest.param(SUSPENSION, (), "", id="nothing"),
            pytest.param(
                {**SUSPENSION, "told": told("SEND casework", on="2026-10-19")},
                ("told", 0, "on"),
                "SEND casework was told on 19 October 2026, before the decision",
                id="told-before",
            ),
            pytest.param(
                {**SUSPENSION, "meeting_on": "2026-10-19", "told": told("SEND casework", on="2026-10-19")},
                (),
                "",
                id="told-after-the-meeting-that-decided",
            ),
            pytest.param(
                {**SUSPENSION, "told": [{"who": "SEND casework", "prepared_on": "2026-10-22", "on": "2026-10-21"}]},
                ("told", 0, "prepared_on"),
                "SEND casework was told on 21 October 2026, and its letter was prepared on 22 October 2026",
                id="prepared-after",
            ),
            pytest.param(
                {**SUSPENSION, "parents_told_on": "2019-10-20"},
                ("parents_told_on",),
                "the parents were told on 20 October 2019, before the decision",
                id="parents",
            ),
            pytest.param(
                {**SUSPENSION, "department_told_on": "2019-10-20"},
                ("department_told_on",),
                "the Department was told on 20 October 2019, before the decision",
                id="department",
            ),
            pytest.param(
                {**SUSPENSION, "evidence": {"seen": "record", "on": "2019-10-20", "by": "head", "filed": "AP"}},
                ("evidence", "on"),
                "the decision record: 20 October 2019, before the action plan was opened",
                id="decision-record",
            ),
            pytest.param(
                {**SUSPENSION, "meeting_on": "2026-10-05"},
                ("meeting_on",),
                "the meeting: 5 October 2026, before the action plan was opened",
                id="meeting",
            ),
            pytest.param(
                {**SUSPENSION, "review_on": "2026-10-19"},
                ("review_on",),
                "its first review is set for 19 October 2026, before the step",
                id="review-set-before",
            ),
            pytest.param(
                {**SUSPENSION, "reviews": [{"on": "2026-10-19", "by": "head", "says": "holds"}]},
                ("reviews", 0, "on"),
                "reviewed on 19 October 2026, before the step",
                id="reviewed-before",
            ),
            pytest.param(
                {**SUSPENSION, "reviews": [{"on": "2026-11-02", "by": "head", "says": "x", "next_on": "2026-11-02"}]},
                ("reviews", 0, "next_on"),
                "the review of 2 November 2026 sets the next for 2 November 2026",
                id="next-on-the-day",
            ),
            pytest.param(
                {**SUSPENSION, "placements": [{"placement": "PL-00001", "what": each} for each in ("goes on", "ends")]},
                ("placements", 1, "placement"),
                "what becomes of PL-00001 stands twice",
                id="twice",
            ),
            pytest.param(
                {**SUSPENSION, "placements": [{"placement": "PL-00009", "what": "goes on"}]},
                ("placements", 0, "placement"),
                "PL-00009 is a placement with old-quarry, not with north-star",
                id="of-another",
            ),
            pytest.param(
                {**SUSPENSION, "trigger": "put_right"},
                ("trigger",),
                "what was agreed is done (put_right), and it leads to new placements suspended",
                id="put-right-leads-up",
            ),
        ],
    )
    def test_it_is_found_where_it_stands(self, step: Data, at: tuple[str | int, ...], said: str) -> None:
        plan = an_action_plan(escalation=[step])
        elsewhere = a_placement(9, provider="old-quarry")
        says = [(f"new placements suspended on 20 October 2026: {said}", ("escalation", 0, *at))] if said else []
        assert found(escalation_step_contradicts_itself, asked(plan, elsewhere), plan) == says

    def test_of_a_removal(self) -> None:
        early = {"reapply_from": "2026-11-01", "represented_on": "2026-10-01", "representation": "none was made"}
        plan = an_action_plan(escalation=[SUSPENSION, {**REMOVAL, **early}])
        said = [each[1] for each in found(escalation_step_contradicts_itself, asked(plan), plan)]
        assert said == [(*AT, "represented_on"), (*AT, "reapply_from")]
        needs = TestNeeds.keys(escalation_need_not_met, plan, asked(plan, on="2026-12-01"))
        assert needs == ["decision_record", "reapplication", "representations"]

    def test_a_plan_begins_with_the_visit_it_comes_from(self) -> None:
        visit = a_visit("2026-10-01-north-star")
        step = {**SUSPENSION, "meeting_on": "2026-10-01"}
        plan = an_action_plan(escalation=[step], visit=visit.id)
        assert found(escalation_step_contradicts_itself, asked(plan, visit), plan) == []

    def test_a_step_down_may_be_put_right(self) -> None:
        plan = an_action_plan(escalation=[SUSPENSION, a_step("listed", "2026-11-02", trigger="put_right")])
        assert found(escalation_step_contradicts_itself, asked(plan), plan) == []

    def test_nobody_was_told_before_the_decision(self) -> None:
        early = told("Westmarch Academy", "SEND casework", on="2026-10-19")
        plan = an_action_plan(escalation=[{**SUSPENSION, "told": early}])
        only = situation("2026-10-23", council(), a_provider(), plan, a_placement(1))
        (said,) = found(escalation_not_told, only, plan)
        assert said[0].endswith(": Westmarch Academy (PL-00001), SEND casework")

    def test_a_meeting_of_years_ago_is_no_urgent_meeting(self) -> None:
        plan = an_action_plan(escalation=[SUSPENSION, {**REMOVAL, "meeting_on": "2019-11-01"}])
        said = "the urgent meeting is recorded on 1 November 2019, before the action plan was opened"
        assert found(removal_not_carried_through, asked(plan), plan) == [(said, AT)]

    @pytest.mark.parametrize(
        "step",
        [
            pytest.param(
                {"evidence": {"seen": "record", "on": "2019-10-20", "by": "head", "filed": "AP"}}, id="decision-record"
            ),
            pytest.param({"parents_told_on": "2019-10-20"}, id="parents"),
        ],
    )
    def test_a_day_too_early_meets_no_need_and_says_why(self, step: Data) -> None:
        plan = an_action_plan(escalation=[a_step("all_suspended", "2026-10-20", trigger="immediate_risk", **step)])
        said = [each[0] for each in found(escalation_need_not_met, asked(plan), plan)]
        assert sum("20 October 2019 is recorded, before the" in each for each in said) == 1

    def test_a_review_before_the_step_sets_no_next(self) -> None:
        before = {"on": "2026-10-19", "by": "head", "says": "x", "next_on": "2026-12-19"}
        plan = an_action_plan(escalation=[{**SUSPENSION, "reviews": [before], "review_on": "2026-10-01"}])
        (said,) = found(escalation_review_overdue, asked(plan), plan)
        assert said[0].endswith("a review was due on 3 November 2026; no review is recorded")


class TestNobodyNamed:
    """A step that tells services or schools, of whom the council has recorded none."""

    @pytest.mark.parametrize(
        ("kinds", "said"),
        [
            pytest.param([], "which services and schools are to be told is not recorded", id="nobody"),
            pytest.param(["local_authority"], "which schools are to be told is not recorded", id="no-school"),
            pytest.param(["academy"], "which services are to be told is not recorded", id="no-service"),
        ],
    )
    def test_a_removal_is_not_fully_told(self, kinds: list[str], said: str) -> None:
        named = [{"name": f"Somebody {kind}", "kind": kind} for kind in kinds]
        council = Authority.model_validate({"id": "authority", "name": "Westmarch Council", "recipients": named})
        all_told = told("Westmarch Academy", *(each["name"] for each in named))
        plan = an_action_plan(escalation=[SUSPENSION, {**REMOVAL, "told": all_told}])
        says = [(f"the removal: {said}: authority.yaml, recipients", AT)]
        assert found(removal_not_carried_through, asked(plan, authority=council), plan) == says

    def test_nor_is_a_suspension(self) -> None:
        council = Authority.model_validate({"id": "authority", "name": "Westmarch Council"})
        plan = an_action_plan(escalation=[SUSPENSION])
        alone = situation("2026-11-20", council, a_provider(), plan)
        said = "new placements suspended: which services are to be told is not recorded: authority.yaml, recipients"
        assert found(escalation_not_told, alone, plan) == [(said, ("escalation", 0))]

    def test_who_cannot_be_read_is_not_called_missing(self) -> None:
        plan, provider = an_action_plan(escalation=[SUSPENSION]), a_provider()
        unread = situation("2026-11-20", provider, plan, unreadable={AUTHORITY: ("authority",)})
        (told_need, *_) = escalation_of(provider, unread).needs
        assert told_need.says == "which services are to be told cannot be told: authority.yaml cannot be read"


class TestJumps:
    """A removal on the day of its suspension, and a return from a removal."""

    @pytest.mark.parametrize(
        ("trigger", "jumps"),
        [pytest.param("overdue_actions", 1, id="nothing-grave"), pytest.param("immediate_risk", 0, id="at-once")],
    )
    def test_a_removal_on_the_day_of_its_suspension(self, trigger: str, jumps: int) -> None:
        day = "2026-11-02"
        first = [a_step("enhanced_monitoring", day), a_step("new_placements_suspended", day, trigger=trigger)]
        plan = an_action_plan(escalation=[*first, changed(REMOVAL, {"meeting_on": day})])
        said = [each[0] for each in found(illegal_escalation_step, asked(plan), plan)]
        assert [each.startswith("removed from the list on 2 November 2026, on the day of its") for each in said] == (
            [True] * jumps
        )

    def test_a_second_suspension_of_the_day_makes_no_jump(self) -> None:
        day = "2026-11-02"
        steps = [SUSPENSION, a_step("all_suspended", day), changed(REMOVAL, {"meeting_on": day})]
        plan = an_action_plan(escalation=steps)
        assert found(illegal_escalation_step, asked(plan), plan) == []

    @pytest.mark.parametrize(
        ("listing", "doubt"),
        [
            pytest.param([a_listing()], True, id="never-applied"),
            pytest.param([a_listing(), a_listing("applied", on="2026-11-03")], False, id="applied-again"),
            pytest.param([a_listing("applied", on="2020-01-03"), a_listing()], True, id="applied-before"),
        ],
    )
    def test_nobody_can_tell_after_a_return_from_a_removal(self, listing: list[Any], doubt: bool) -> None:
        plan = an_action_plan(escalation=[SUSPENSION, REMOVAL, a_step("listed", "2026-11-10")])
        provider = a_provider(listing=listing)
        at = situation("2026-11-20", council(), provider, plan)
        line = line_of("escalation", provider_check(provider, at).lines)
        assert (line.effect is Effect.CANNOT_TELL, "a person must say: back in good" in line.says) == (doubt, doubt)
        found = escalation_of(provider, at)
        assert (bool(found.doubt), bool(found.doubt) and found.next[0].what.startswith("Say whether")) == (doubt, doubt)
        before = situation("2026-11-09", council(), provider, plan)
        assert not escalation_of(provider, before).doubt


class TestPlacementsThatBegin:
    """What becomes of a placement that begins after a decision is asked, too."""

    @pytest.mark.parametrize(
        ("changes", "listing", "asked_for"),
        [
            pytest.param({"starts": "2026-11-02"}, [], True, id="on-the-day"),
            pytest.param({"starts": "2026-11-12"}, [], True, id="after"),
            pytest.param({"starts": "2026-11-12"}, ["2026-11-12"], False, id="after-it-was-listed-again"),
            pytest.param(
                {"starts": "2026-11-12", "end": {"on": "2026-11-13", "reason": "as_planned"}}, [], False, id="ended"
            ),
        ],
    )
    def test_of_a_removal(self, changes: Data, listing: list[str], asked_for: bool) -> None:
        plan = an_action_plan(escalation=[SUSPENSION, REMOVAL])
        provider = a_provider(listing=[a_listing(), *(a_listing(on=day) for day in listing)])
        placed = (a_placement(1), a_placement(5, **changes))
        at = situation("2026-11-20", council(), provider, plan, *placed)
        says = [("what becomes of these placements is not recorded: PL-00005", AT)] if asked_for else []
        assert [each for each in found(removal_not_carried_through, at, plan) if "becomes" in each[0]] == says
