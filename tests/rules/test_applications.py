"""The rules on applications, on the days around the one that matters, and on exceptional use."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.rules import applications, exceptional
from tests.builders import (
    ON,
    PROVIDER,
    a_listing,
    a_placement,
    a_provider,
    a_register_check,
    a_step,
    a_visit,
    an_action_plan,
    due_diligence,
    on_the_register,
    situation,
)
from tests.rules.asking import found

APPLIED = a_listing("applied", on="2026-09-01")
LISTED = a_listing("listed", on="2026-10-20")
LOOK = {"found": "yes", "on": "2026-10-05", "by": "designated officer"}
WHOLE = {"premises_seen": LOOK, "staff_changes": LOOK, "finances": LOOK}


def said(rule: Any, provider: Any, *others: Any, on: Any = ON) -> list[str]:
    return [message for message, _ in found(rule, situation(on, provider, *others), provider)]


@pytest.mark.parametrize(
    ("visit", "looks", "faults"),
    [
        pytest.param(None, {}, 1, id="nobody was there"),
        pytest.param(a_visit(f"2026-10-06-{PROVIDER}"), {}, 0, id="visited"),
        pytest.param(a_visit(f"2026-10-06-{PROVIDER}", status="planned"), {}, 1, id="planned only"),
        pytest.param(a_visit(f"2026-10-21-{PROVIDER}"), {}, 1, id="visited the day after"),
        pytest.param(None, WHOLE, 0, id="due diligence saw its sites"),
        pytest.param(None, {**WHOLE, "premises_seen": {**LOOK, "found": "no"}}, 1, id="due diligence did not see them"),
    ],
)
def test_who_is_listed_was_visited_first(visit: Any, looks: dict[str, Any], faults: int) -> None:
    done = due_diligence(on="2026-10-12", checklist=looks)
    provider = a_provider(listing=[APPLIED, LISTED], due_diligence=[done])
    assert len(said(applications.listed_without_first_visit, provider, *([visit] if visit else []))) == faults


@pytest.mark.parametrize("listing", [[LISTED], [APPLIED], [APPLIED, a_listing("declined", on="2026-10-20")]])
def test_no_first_visit_is_asked_for_where_no_application_led_to_the_list(listing: list[Any]) -> None:
    assert said(applications.listed_without_first_visit, a_provider(listing=listing)) == []


def test_a_listing_without_due_diligence_and_visit_is_found() -> None:
    assert said(applications.listed_without_first_visit, a_provider(listing=[APPLIED, LISTED])) == [
        "applied on 1 September 2026, listed on 20 October 2026; no visit by then is recorded"
    ]


@pytest.mark.parametrize(
    ("looks", "faults"),
    [
        ({}, []),
        (WHOLE, []),
        (
            {"premises_seen": LOOK, "staff_changes": LOOK},
            [
                (
                    "Value for money and financial sustainability considered: nothing is recorded in the due diligence "
                    "of 12 October 2026"
                )
            ],
        ),
        (
            {**WHOLE, "curriculum": {**LOOK, "found": "no"}},
            [
                (
                    "Curriculum plans and schemes of work: looked for on 5 October 2026 and not found, and no reason "
                    "is recorded"
                )
            ],
        ),
        ({**WHOLE, "curriculum": {**LOOK, "found": "no", "note": "to come by Christmas"}}, []),
    ],
)
@pytest.mark.parametrize("status", ["listed", "exceptional"])
def test_a_checklist_that_was_begun_is_whole(status: str, looks: dict[str, Any], faults: list[str]) -> None:
    done = due_diligence(on="2026-10-12", checklist=looks)
    provider = a_provider(listing=[a_listing(status, on="2026-10-20")], due_diligence=[done])
    assert said(applications.due_diligence_incomplete, provider) == faults


def test_an_item_the_checklist_does_not_have_is_named() -> None:
    done = due_diligence(on="2026-10-12", checklist={**WHOLE, "premises": LOOK})
    (named,) = said(applications.due_diligence_incomplete, a_provider(listing=[LISTED], due_diligence=[done]))
    assert named.startswith("premises is no item of the checklist: it has registration, policies, ")


@pytest.mark.parametrize(
    ("listing", "done"),
    [([APPLIED], [due_diligence(checklist={"finances": {**LOOK, "on": "2025-08-19"}})]), ([LISTED], [])],
)
def test_no_checklist_is_asked_for_before_a_listing_or_without_due_diligence(listing: Any, done: Any) -> None:
    assert said(applications.due_diligence_incomplete, a_provider(listing=listing, due_diligence=done)) == []


@pytest.mark.parametrize(("on", "faults"), [("2026-11-24", 0), ("2026-11-25", 1)])
def test_an_application_is_undecided_the_day_after_its_time(on: str, faults: int) -> None:
    assert len(said(applications.application_undecided, a_provider(listing=[APPLIED]), on=on)) == faults
    assert said(applications.application_undecided, a_provider(listing=[APPLIED, LISTED]), on=on) == []


@pytest.mark.parametrize(("reapply", "faults"), [(None, 0), ("2026-09-01", 0), ("2026-09-02", 1)])
def test_who_was_removed_applies_again_from_the_day_on(reapply: str | None, faults: int) -> None:
    removed = a_step("removed", "2026-04-24", meeting_on="2026-04-21", reapply_from=reapply)
    plan = an_action_plan(f"{PROVIDER}/2026-01-26", escalation=[removed])
    provider = a_provider(listing=[a_listing(), a_listing("removed", on="2026-04-24"), APPLIED])
    assert len(said(applications.applied_again_too_early, provider, plan)) == faults


def test_a_removal_after_the_application_does_not_make_it_too_early() -> None:
    removed = a_step("removed", "2026-10-01", meeting_on="2026-09-28", reapply_from="2027-09-01")
    plan = an_action_plan(f"{PROVIDER}/2026-09-20", escalation=[removed])
    assert said(applications.applied_again_too_early, a_provider(listing=[APPLIED]), plan) == []


def test_decisions_out_of_order_are_named_up_to_the_day() -> None:
    provider = a_provider(listing=[a_listing(), a_listing("declined", on="2026-11-03")])
    rule = applications.list_decisions_out_of_order
    assert said(rule, provider) == ["declined on 3 November 2026, without an application that is still to be decided"]
    assert said(rule, provider, on="2026-11-02") == []


@pytest.mark.parametrize(("reason", "faults"), [("declined", 1), ("not adequate", 1), ("no insurance held", 0)])
def test_a_decline_says_why(reason: str, faults: int) -> None:
    provider = a_provider(listing=[APPLIED, a_listing("declined", on="2026-11-03", reason=reason)])
    assert len(said(applications.declined_without_reasons, provider)) == faults
    assert said(applications.declined_without_reasons, provider, on="2026-11-02") == []
    assert said(applications.declined_without_reasons, a_provider(listing=[a_listing(reason=reason)])) == []


def used(until: str | None = "2026-11-02", **changes: Any) -> dict[str, Any]:
    return a_listing("exceptional", on="2026-09-01", until=until, limited_to="PL-00001", **changes)


@pytest.mark.parametrize(
    ("listing", "look", "faults"),
    [
        pytest.param([used()], a_register_check(), 1, id="ended yesterday"),
        pytest.param([used("2026-11-03")], a_register_check(), 0, id="ends today"),
        pytest.param([used(None)], a_register_check(), 0, id="without an end"),
        pytest.param([used(), LISTED | {"on": "2026-11-03"}], a_register_check(), 0, id="listed since"),
        pytest.param([a_listing("suspended", until="2026-11-02")], a_register_check(), 0, id="a suspension that ended"),
        pytest.param([], a_register_check(), 0, id="nothing decided"),
        pytest.param([used()], on_the_register(), 0, id="registered, which needs no list"),
    ],
)
def test_an_exceptional_use_past_its_end_while_pupils_are_there(listing: list[Any], look: Any, faults: int) -> None:
    provider = a_provider(listing=listing, registration={"register_checks": [look]})
    rule = exceptional.exceptional_use_past_its_end
    assert len(said(rule, provider, a_placement())) == faults
    assert said(rule, provider) == []


@pytest.mark.parametrize("by", ["tribunal", "court", "council", "other"])
def test_an_exceptional_use_names_who_required_it(by: str) -> None:
    ground = {"by": by, "on": "2026-07-14", "reference": "order at AP/north-star"}
    rule = exceptional.exceptional_use_without_ground
    assert said(rule, a_provider(listing=[used(None, named_by=ground)])) == []
    assert said(rule, a_provider(listing=[used(None)])) == [
        "used exceptionally since 1 September 2026; not recorded who required it (named_by)"
    ]
    assert said(rule, a_provider(listing=[a_listing()])) == []
    assert said(rule, a_provider()) == []
