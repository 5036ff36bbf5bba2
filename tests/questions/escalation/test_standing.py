"""Where a provider stands: its story, what calls for a step, what comes next, who must be told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from apqa.questions.escalation.called import called_for
from apqa.questions.escalation.decisions import decisions
from apqa.questions.escalation.holding import holds_until, standing_steps
from apqa.questions.escalation.out_of_order import odd_things
from apqa.questions.escalation.reached import step_of
from apqa.questions.escalation.standing import Escalation, escalation_of
from apqa.records.authority import Authority
from apqa.vocabulary.review import EscalationStep
from tests.builders import (
    a_listing,
    a_placement,
    a_provider,
    a_report,
    a_step,
    a_visit,
    a_waiver,
    a_whole_year,
    an_action,
    an_action_plan,
    an_insurance,
    in_order,
    in_order_provider,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record

DONE = [an_action(status="done", done_on="2026-10-20")]
LATER = "north-star/2026-10-30"


def story(*records: Record, on: str = "2026-11-30", **provider: Any) -> list[tuple[str, str, str]]:
    asked = a_provider(**provider)
    found = decisions(asked, situation(on, asked, *records))
    return [(each.on.isoformat()[5:], each.step.value, each.recorded_in) for each in found]


def test_a_plan_opens_a_concern_and_its_closing_ends_it() -> None:
    plan = an_action_plan(closed_on="2026-11-02", actions=DONE)
    assert story(plan) == [
        ("10-06", "listed_with_actions", "action plan of 6 October 2026"),
        ("11-02", "listed", "action plan of 6 October 2026"),
    ]
    assert len(story(plan, on="2026-11-01")) == 1
    assert story(plan, on="2026-10-05") == []


def test_a_plan_counts_from_the_day_it_was_agreed() -> None:
    plan = an_action_plan(agreed_on="2026-10-12")
    assert story(plan, on="2026-10-11") == []
    assert [each[:2] for each in story(plan)] == [("10-12", "listed_with_actions")]
    provider = a_provider()
    steps = [step_of(provider, situation(on, provider, plan)).step.value for on in ("2026-10-11", "2026-10-12")]
    assert steps == ["listed", "listed_with_actions"]


def test_the_opening_is_not_told_twice() -> None:
    step = a_step("listed_with_actions", "2026-10-08")
    assert [each[0] for each in story(an_action_plan(escalation=[step]))] == ["10-08"]
    at_once = a_step("enhanced_monitoring", "2026-10-06")
    assert [each[1] for each in story(an_action_plan(escalation=[at_once]))] == ["enhanced_monitoring"]


def test_what_list_and_plan_record_alike_is_one_step() -> None:
    listing = [a_listing(), a_listing("suspended", on="2026-10-20"), a_listing(on="2026-11-09")]
    steps = [a_step("all_suspended", "2026-10-20", trigger="immediate_risk"), a_step("listed", "2026-11-10")]
    assert story(an_action_plan(escalation=steps), listing=listing)[1:] == [
        ("10-20", "all_suspended", "action plan of 6 October 2026 and list"),
        ("11-09", "listed", "list"),
        ("11-10", "listed", "action plan of 6 October 2026"),
    ]


@pytest.mark.parametrize(
    ("step", "ends"),
    [
        pytest.param("enhanced_monitoring", [("11-09", "enhanced_monitoring", "both")], id="milder"),
        pytest.param("listed", [("11-09", "listed", "both")], id="listed"),
        pytest.param(
            "new_placements_suspended",
            [("11-09", "new_placements_suspended", "plan"), ("11-09", "listed", "list")],
            id="still-suspended",
        ),
    ],
)
def test_that_the_list_opens_on_the_day_of_a_milder_step_is_one_decision(step: str, ends: list[Any]) -> None:
    where = {"plan": "action plan of 6 October 2026", "list": "list", "both": "action plan of 6 October 2026 and list"}
    listing = [a_listing(), a_listing("suspended", on="2026-10-20"), a_listing(on="2026-11-09")]
    steps = [a_step("all_suspended", "2026-10-20", trigger="immediate_risk"), a_step(step, "2026-11-09")]
    told = story(an_action_plan(escalation=steps), listing=listing)
    assert told[2:] == [(day, reached, where[recorded]) for day, reached, recorded in ends]


@pytest.mark.parametrize(
    ("listing", "told"),
    [
        pytest.param([a_listing()], [], id="listed-only"),
        pytest.param([a_listing("declined")], [], id="declined"),
        pytest.param([a_listing("removed", on="2026-12-24")], [], id="to-come"),
        pytest.param([a_listing("suspended", until="2026-11-02")], ["all_suspended", "listed"], id="ran-out"),
        pytest.param([a_listing("suspended", until="2026-11-30")], ["all_suspended"], id="its-last-day"),
        pytest.param(
            [a_listing("suspended", until="2026-11-02"), a_listing("removed", on="2026-11-03")],
            ["all_suspended", "removed"],
            id="decided-by-then",
        ),
        pytest.param(
            [a_listing("new_placements_suspended"), a_listing("suspended", on="2026-10-01", until="2026-11-02")],
            ["new_placements_suspended", "all_suspended", "new_placements_suspended"],
            id="the-one-before-holds-again",
        ),
    ],
)
def test_the_list_tells_its_part(listing: list[Any], told: list[str]) -> None:
    assert [each[1] for each in story(listing=listing)] == told


@pytest.mark.parametrize(
    ("listing", "more", "step"),
    [
        pytest.param([], [], "all_suspended", id="nothing-since"),
        pytest.param([a_listing(on="2026-11-10")], [], "listed", id="listed-again"),
        pytest.param([a_listing(on="2026-12-10")], [], "all_suspended", id="listed-again-later"),
        pytest.param(
            [], [an_action_plan(LATER, escalation=[a_step("listed", "2026-11-12")])], "listed", id="another-plan"
        ),
    ],
)
def test_closing_a_plan_lifts_no_suspension(listing: list[Any], more: list[Record], step: str) -> None:
    suspended = a_step("all_suspended", "2026-10-20", trigger="immediate_risk")
    plan = an_action_plan(closed_on="2026-11-02", actions=DONE, escalation=[suspended])
    asked = a_provider(listing=listing)
    assert step_of(asked, situation("2026-11-30", asked, plan, *more)).step.value == step


def called(*records: Record, on: str = "2026-11-03", **provider: Any) -> list[tuple[str, str]]:
    asked = in_order_provider(**provider)
    found = called_for(asked, situation(on, asked, *records))
    return [(each.trigger.value, each.step.value) for each in found]


VISITED = a_visit()
LAPSED: dict[str, Any] = {"insurance": {"held": [an_insurance(ends="2026-10-31")]}}


def test_nothing_is_called_for_where_all_is_in_order() -> None:
    assert called(VISITED) == []


def test_what_a_check_finds_calls_for_a_suspension_unless_it_was_taken_or_waived() -> None:
    assert called(VISITED, **LAPSED) == [("lapsed_insurance", "new_placements_suspended")]
    step = a_step("new_placements_suspended", "2026-11-02", trigger="lapsed_insurance")
    assert called(VISITED, an_action_plan(escalation=[step]), **LAPSED) == []
    waived = a_waiver("lapsed-insurance")
    assert (
        called(VISITED, waived, insurance={"held": [an_insurance("professional_indemnity", ends="2026-10-31")]}) == []
    )


def test_of_a_provider_that_was_removed_nothing_is_asked() -> None:
    assert called(VISITED, **LAPSED, listing=[a_listing("removed")]) == []
    assert called(VISITED, **LAPSED, listing=[a_listing("declined")]) == []


@pytest.mark.parametrize(
    ("records", "found"),
    [
        pytest.param([], [("visit_refused", "new_placements_suspended")], id="refused"),
        pytest.param(
            [a_visit("2026-10-28-north-star", note={"written_on": "2026-10-28", "written_by": "x", "summary": "y"})],
            [],
            id="visited-since",
        ),
        pytest.param(
            [an_action_plan(escalation=[a_step("listed_with_actions", "2026-10-21")], actions=DONE)], [], id="decided"
        ),
    ],
)
def test_a_refused_visit_calls_for_a_suspension(records: list[Record], found: list[tuple[str, str]]) -> None:
    refused = a_visit("2026-10-20-north-star", status="cancelled", refused_on="2026-10-20")
    assert called(VISITED, refused, *records) == found
    assert called(VISITED, refused, *records, on="2026-10-19") == []


def test_a_list_decision_since_answers_a_refused_visit() -> None:
    refused = a_visit("2026-10-20-north-star", status="cancelled", refused_on="2026-10-20")
    assert called(VISITED, refused, listing=[a_listing(), a_listing(on="2026-10-22")]) == []


@pytest.mark.parametrize(
    ("recommendation", "found"),
    [
        pytest.param("remain", [], id="remain"),
        pytest.param("remain_with_actions", [], id="with-actions"),
        pytest.param("enhanced_monitoring", [("recommended", "enhanced_monitoring")], id="monitoring"),
        pytest.param("suspend_all", [("recommended", "all_suspended")], id="suspend"),
        pytest.param(None, [], id="none"),
    ],
)
def test_a_recommendation_calls_for_its_step(recommendation: str | None, found: list[tuple[str, str]]) -> None:
    note = {"written_on": "2026-10-21", "written_by": "officer", "summary": "noisy", "outcome": "red"}
    more = {"recommendation": recommendation} if recommendation else {}
    visit = a_visit("2026-10-20-north-star", note={**note, **more})
    assert called(visit) == found
    assert called(visit, an_action_plan(LATER, actions=DONE, escalation=[a_step("listed", "2026-10-30")])) == []


YEARS = (a_whole_year("2025-26"), a_whole_year("2026-27"))


@pytest.mark.parametrize(
    ("reports", "on", "found"),
    [
        pytest.param([], "2026-05-01", [("no_reports", "enhanced_monitoring")], id="two-periods"),
        pytest.param([], "2026-02-01", [], id="one-period"),
        pytest.param(["2025-26-autumn"], "2026-05-01", [], id="one-came"),
        pytest.param(["2025-26-spring"], "2026-05-01", [], id="the-last-came"),
    ],
)
def test_two_periods_without_a_report_call_for_monitoring(
    reports: list[str], on: str, found: list[tuple[str, str]]
) -> None:
    placed = a_placement(1, starts="2025-10-06")
    came = [
        a_report(f"{period}/PL-00001", status="submitted", submitted_on="2026-04-20", author_role="head")
        for period in reports
    ]
    asked = in_order_provider()
    at = situation(on, asked, VISITED, placed, *YEARS, *came)
    triggers = [(each.trigger.value, each.step.value) for each in called_for(asked, at)]
    assert [each for each in triggers if each[0] == "no_reports"] == found


def test_a_repeated_concern_calls_for_monitoring_until_it_is_put_right() -> None:
    first = an_action(area="staffing", status="verified", verified_on="2026-03-09", verified_by="officer")
    again = an_action(area="staffing")
    plans = [an_action_plan("north-star/2026-02-02", actions=[first]), an_action_plan(actions=[again])]
    assert called(VISITED, *plans) == [("repeated_concern", "enhanced_monitoring")]


def test_actions_long_overdue_of_a_note_of_visit_call_for_monitoring() -> None:
    written = {"written_on": "2026-03-13", "written_by": "designated_officer", "summary": "Seen."}
    note = {**written, "actions": [an_action(due="2026-10-19")]}
    visited = a_visit(note=note)
    assert called(visited, on="2026-11-02") == []
    assert called(visited, on="2026-11-03") == [("overdue_actions", "enhanced_monitoring")]
    taken_further = an_action_plan(visit=visited.id, actions=[an_action(due="2026-11-30")])
    assert called(visited, taken_further) == []


def test_actions_long_overdue_of_a_plan_call_for_monitoring_while_it_is_open() -> None:
    late = [an_action(due="2026-10-19")]
    assert called(VISITED, an_action_plan(actions=late)) == [("overdue_actions", "enhanced_monitoring")]
    assert called(VISITED, an_action_plan(actions=late), on="2026-11-02") == []


def at(*records: Record, on: str = "2026-11-03", **provider: Any) -> Escalation:
    asked = a_provider(**in_order(**provider))
    return escalation_of(asked, situation(on, asked, VISITED, *records))


def test_where_there_never_was_a_concern_nothing_is_open() -> None:
    found = at()
    assert (found.is_open, found.decision, found.next, found.must_act()) == (False, None, (), False)


def test_what_is_called_for_comes_first_with_who_decides() -> None:
    found = at(**LAPSED)
    assert (found.is_open, found.must_act()) == (True, True)
    assert found.next[0].who == "senior manager"
    assert found.next[0].what.startswith("Decide: an insurance that is asked for has lapsed (")


def test_what_is_open_comes_in_the_order_of_its_days() -> None:
    plan = an_action_plan(escalation=[a_step("enhanced_monitoring", "2026-10-20")])
    found = at(plan)
    assert [(each.by, each.overdue, each.what.partition(":")[0]) for each in found.next] == [
        (None, True, "An action plan is agreed with the provider"),
        (date(2026, 11, 3), False, "The provider is met about it"),
        (date(2026, 11, 20), False, "It is checked at regular intervals"),
        (date(2026, 12, 1), False, "Action"),
    ]
    assert found.order == (-2, "north-star")


def test_a_step_only_the_list_knows_asks_for_a_record() -> None:
    found = at(a_placement(1), listing=[a_listing(), a_listing("suspended", on="2026-10-30")])
    assert found.decision is not None
    assert found.decision.step is EscalationStep.ALL_SUSPENDED
    said = "only the list records this step: record it in an action plan (escalation)"
    open_ones = [each for each in found.needs if not each.met]
    assert {each.says for each in open_ones} == {said}
    assert found.next[-1].what.startswith("Make list and action plan agree: the list says all placements suspended")


def test_another_plan_that_is_milder_ends_no_step() -> None:
    plan = an_action_plan(escalation=[a_step("enhanced_monitoring", "2026-08-20")])
    other = an_action_plan(LATER, agreed_on="2026-10-30", escalation=[a_step("listed_with_actions", "2026-10-30")])
    found = at(plan, other)
    assert found.decision is not None
    assert found.decision.step is EscalationStep.ENHANCED_MONITORING
    assert not next(each for each in found.needs if each.entry.key == "monitoring_check").met


class TestASuspensionThatRanOut:
    """It ends by itself; what the action plans say then holds again, with all that it needs."""

    LISTING: ClassVar = [a_listing(), a_listing("suspended", on="2026-11-01", until="2026-11-30")]
    MONITORED = an_action_plan(escalation=[a_step("enhanced_monitoring", "2026-10-20")])

    def test_leaves_the_step_of_the_plan(self) -> None:
        assert story(self.MONITORED, on="2026-12-01", listing=self.LISTING)[-1] == (
            "12-01",
            "enhanced_monitoring",
            "list",
        )

    @pytest.mark.parametrize(("on", "holds"), [("2026-10-31", True), ("2026-11-15", False), ("2026-12-01", True)])
    def test_takes_its_place_only_while_it_lasts(self, on: str, holds: bool) -> None:
        asked = situation(on, a_provider(listing=self.LISTING), self.MONITORED)
        assert [each.on.isoformat() for each, _ in standing_steps(self.MONITORED, asked)] == ["2026-10-20"] * holds


def test_the_closing_of_one_plan_leaves_the_step_of_another() -> None:
    monitored = an_action_plan(escalation=[a_step("enhanced_monitoring", "2026-10-20")])
    closed = an_action_plan(LATER, closed_on="2026-11-10", actions=DONE)
    assert story(monitored, closed)[-1][:2] == ("11-10", "enhanced_monitoring")
    asked = situation("2026-11-30", a_provider(), monitored, closed)
    assert len(list(standing_steps(monitored, asked))) == 1


def test_a_graver_step_of_another_plan_takes_the_place() -> None:
    monitored = an_action_plan(escalation=[a_step("enhanced_monitoring", "2026-10-20")])
    suspended = an_action_plan(LATER, escalation=[a_step("new_placements_suspended", "2026-11-10")])
    asked = situation("2026-11-30", a_provider(), monitored, suspended)
    assert not list(standing_steps(monitored, asked))
    assert len(list(standing_steps(suspended, asked))) == 1


def test_a_commissioner_on_the_councils_list_goes_by_the_name_it_has_there() -> None:
    known = {"name": "Westmarch Academy Trust", "kind": "academy", "urn": "990001", "email": "office@westmarch.example"}
    council = Authority.model_validate({"id": "authority", "name": "Westmarch Council", "recipients": [known]})
    plan = an_action_plan(escalation=[a_step("all_suspended", "2026-10-20", trigger="immediate_risk")])
    whose = {"kind": "academy", "name": "Westmarch Academy", "urn": "990001"}
    placed = (a_placement(1, commissioner=whose), a_placement(2, commissioner=whose))
    found = at(council, plan, *placed)
    assert [(each.to.with_placements, each.to.email, each.to.slug) for each in found.told] == [
        ("Westmarch Academy Trust (PL-00001, PL-00002)", "office@westmarch.example", "westmarch-academy-trust")
    ]
    assert found.told[0].says == "not prepared"


def test_whoever_is_told_under_the_name_its_placement_gives_it_is_told_unless_that_is_anothers() -> None:
    known = [{"name": "Westmarch Academy", "kind": "academy", "urn": "990001"}]
    told = {"who": "Westmarch  academy trust", "on": "2026-10-21"}
    plan = an_action_plan(escalation=[a_step("all_suspended", "2026-10-20", trigger="immediate_risk", told=[told])])
    whose = {"kind": "academy", "name": "Westmarch Academy Trust", "urn": "990001"}

    def states(*recipients: dict[str, str]) -> list[tuple[str, str]]:
        council = {"id": "authority", "name": "Westmarch Council", "recipients": [*known, *recipients]}
        found = at(Authority.model_validate(council), plan, a_placement(1, commissioner=whose))
        return [(each.to.name, each.says) for each in found.told]

    assert states() == [("Westmarch Academy", "told on 21 October 2026")]
    assert states({"name": "Westmarch Academy Trust", "kind": "local_authority"}) == [
        ("Westmarch Academy", "not prepared"),
        ("Westmarch Academy Trust", "told on 21 October 2026"),
    ]


def test_how_somebody_was_told_is_said() -> None:
    told = {"who": "Westmarch Academy", "on": "2026-10-21", "how": "by telephone"}
    suspended = a_step("all_suspended", "2026-10-20", trigger="immediate_risk", told=[told])
    found = at(an_action_plan(escalation=[suspended]), a_placement(1))
    assert [each.says for each in found.told] == ["told on 21 October 2026, by telephone"]


def test_how_somebody_was_told_is_not_how_it_acknowledged() -> None:
    told = {"who": "Westmarch Academy", "on": "2026-10-21", "how": "by post", "acknowledged_on": "2026-10-23"}
    suspended = a_step("all_suspended", "2026-10-20", trigger="immediate_risk", told=[told])
    found = at(an_action_plan(escalation=[suspended]), a_placement(1))
    assert [(each.says, each.how) for each in found.told] == [("acknowledged on 23 October 2026", "by post")]


def test_a_second_suspension_tells_again_and_its_end_tells_all_who_were_told() -> None:
    def told(name: str, on: str) -> list[dict[str, str]]:
        return [{"who": name, "on": on}]

    first = a_step(
        "new_placements_suspended", "2026-10-07", trigger="serious_concern", told=told("Old School", "2026-10-08")
    )
    steps = [
        first,
        a_step("listed_with_actions", "2026-10-14"),
        a_step("all_suspended", "2026-10-20", trigger="immediate_risk", told=told("Westmarch Academy", "2026-10-21")),
        a_step("new_placements_suspended", "2026-10-27", told=told("Westmarch Academy", "2026-10-28")),
        a_step("enhanced_monitoring", "2026-11-02"),
    ]
    found = at(an_action_plan(escalation=steps), a_placement(1))
    assert [each.to.with_placements for each in found.told] == ["Westmarch Academy (PL-00001)"]


def test_a_step_only_the_list_knows_has_nothing_that_could_be_wrong_and_a_later_one_of_a_plan_ends_it() -> None:
    provider = a_provider(listing=[a_listing(), a_listing("suspended", on="2026-10-20")])
    closed = an_action_plan(closed_on="2026-10-30", actions=DONE)
    later = an_action_plan(LATER, escalation=[a_step("enhanced_monitoring", "2026-11-02")])
    asked = situation("2026-11-30", provider, closed, later)
    (by_list,) = [each for each in decisions(provider, asked) if each.in_list]
    assert list(odd_things(by_list, provider, asked)) == []
    assert holds_until(by_list, provider, asked) == date(2026, 10, 30)
    assert holds_until(replace(by_list, on=date(2026, 10, 31)), provider, asked) == date(2026, 11, 2)
