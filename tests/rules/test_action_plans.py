"""Action plans: agreed, with reasons, followed, and spoken of; a concern that comes back."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.rules.action_plans import (
    action_plan_not_agreed,
    action_without_evidence,
    action_without_reason,
    concern_repeated_in_area,
    done_action_not_verified,
    overdue_action,
    silent_on_action_plan,
)
from tests.builders import (
    Data,
    a_listing,
    a_placement,
    a_provider,
    a_visit,
    an_action,
    an_action_plan,
    an_authority,
    situation,
)
from tests.rules.asking import found


@pytest.mark.parametrize(
    ("agreed_on", "on", "said"),
    [
        pytest.param(None, "2026-10-06", "", id="the-day-it-is-opened"),
        pytest.param(None, "2026-10-07", "opened on 6 October 2026 and not recorded as agreed", id="the-day-after"),
        pytest.param("2026-10-07", "2026-10-07", "", id="agreed"),
        pytest.param(
            "2026-10-20",
            "2026-10-19",
            "opened on 6 October 2026 and not recorded as agreed; it is to be agreed on 20 October 2026",
            id="agreed-later",
        ),
    ],
)
def test_a_plan_is_agreed(agreed_on: str | None, on: str, said: str) -> None:
    plan = an_action_plan(agreed_on=agreed_on)
    assert [said for said, _ in found(action_plan_not_agreed, situation(on, plan), plan)] == ([said] if said else [])


@pytest.mark.parametrize("key", ["why", "area", "clause"])
def test_any_of_three_is_a_reason(key: str) -> None:
    reasons = {"why": "no deputy was there", "area": "safeguarding", "clause": "QF-25"}
    without, with_one = an_action_plan(), an_action_plan(actions=[an_action(**{key: reasons[key]})])
    assert len(found(action_without_reason, situation("2026-11-03", without), without)) == 1
    assert found(action_without_reason, situation("2026-11-03", with_one), with_one) == []


def test_what_will_show_it_is_asked_of_open_actions_alone() -> None:
    actions = [an_action(), an_action(key="b", evidence_expected="certificate"), an_action(key="c", status="withdrawn")]
    plan = an_action_plan(actions=actions)
    assert [at for _, at in found(action_without_evidence, situation("2026-11-03", plan), plan)] == [
        ("actions", 0, "what")
    ]


def test_with_a_provider_that_was_removed_its_actions_fall() -> None:
    plan = an_action_plan(actions=[an_action(due="2026-10-19")], update_days="7")
    gone = a_provider(listing=[a_listing("removed", on="2026-11-01")])
    for rule in (overdue_action, silent_on_action_plan):
        assert found(rule, situation("2026-11-03", gone, plan), plan) == []
        assert len(found(rule, situation("2026-11-03", gone, plan, a_placement(1)), plan)) == 1
        assert len(found(rule, situation("2026-11-03", a_provider(), plan), plan)) == 1


def test_an_update_in_time_is_no_silence() -> None:
    plan = an_action_plan(update_days="28")
    assert found(silent_on_action_plan, situation("2026-11-03", plan), plan) == []
    assert len(found(silent_on_action_plan, situation("2026-11-04", plan), plan)) == 1


PUT_RIGHT: Data = {"status": "verified", "done_on": "2026-03-01", "verified_on": "2026-03-09", "verified_by": "officer"}


def plan(on: str, area: str | None = "staffing", *, closed_on: str | None = None, **action: Any) -> Any:
    return an_action_plan(f"north-star/{on}", actions=[an_action(area=area, **action)], closed_on=closed_on)


def note(on: str, judgement: str = "concern", **changes: Any) -> Any:
    areas = [{"area": "staffing", "judgement": judgement}]
    data = {"written_on": on, "written_by": "officer", "summary": "calm", "areas": areas, **changes}
    return a_visit(f"{on}-north-star", note=data)


AGAIN = "staffing: a concern again on 6 October 2026, put right before on 9 March 2026"


@pytest.mark.parametrize(
    ("records", "said"),
    [
        pytest.param([plan("2026-02-02", **PUT_RIGHT), plan("2026-10-06")], AGAIN, id="a-second-plan"),
        pytest.param([plan("2026-02-02", **PUT_RIGHT), note("2026-10-06")], AGAIN, id="a-note"),
        pytest.param([plan("2026-02-02", **PUT_RIGHT), note("2026-10-06", "needs_improvement")], "", id="no-concern"),
        pytest.param([plan("2026-02-02", **PUT_RIGHT), note("2026-03-09")], "", id="the-day-it-was-put-right"),
        pytest.param([plan("2026-02-02", "finance", **PUT_RIGHT), plan("2026-10-06")], "", id="another-area"),
        pytest.param([plan("2026-02-02", None, **PUT_RIGHT), plan("2026-10-06", None)], "", id="no-area"),
        pytest.param([plan("2026-02-02"), plan("2026-10-06")], "", id="never-put-right"),
        pytest.param(
            [plan("2026-02-02", closed_on="2026-03-09", status="withdrawn"), plan("2026-10-06")], AGAIN, id="closed"
        ),
        pytest.param(
            [note("2026-02-02", actions=[an_action(area="staffing", **PUT_RIGHT)]), plan("2026-10-06")],
            AGAIN,
            id="a-note-first",
        ),
        pytest.param(
            [note("2026-02-02", escalation="north-star/2026-10-06"), plan("2026-10-06")], "", id="taken-further"
        ),
        pytest.param(
            [
                plan("2026-02-02", **PUT_RIGHT),
                plan("2026-10-06", status="verified", verified_on="2026-10-20", verified_by="officer"),
            ],
            "",
            id="put-right-again",
        ),
        pytest.param([plan("2026-02-02", **PUT_RIGHT), plan("2026-12-06")], "", id="to-come"),
        pytest.param([plan("2026-02-02", **PUT_RIGHT), note("2026-12-06")], "", id="a-note-to-come"),
    ],
)
def test_a_concern_comes_a_second_time(records: list[Any], said: str) -> None:
    provider = a_provider(listing=[a_listing()])
    asked = situation("2026-11-03", provider, *records)
    assert [said for said, _ in found(concern_repeated_in_area, asked, provider)] == ([said] if said else [])


def test_how_long_is_the_councils_to_say_and_a_record_says_it_once() -> None:
    provider = a_provider(listing=[a_listing()])
    two = [an_action(area="staffing"), an_action(key="b", area="staffing")]
    records = (plan("2026-02-02", **PUT_RIGHT), an_action_plan(f"{provider.id}/2026-10-06", actions=two))
    within = {"repeated_within_days": {"days": "210", "reason": "a school year"}}
    assert len(found(concern_repeated_in_area, situation("2026-11-03", provider, *records), provider)) == 1
    assert (
        found(concern_repeated_in_area, situation("2026-11-03", provider, an_authority(**within), *records), provider)
        == []
    )
    gone = a_provider(listing=[a_listing("removed", on="2026-11-01")])
    assert found(concern_repeated_in_area, situation("2026-11-03", gone, *records), gone) == []


DONE = an_action(status="done", done_on="2026-10-20")
VERIFIED = {**DONE, "status": "verified", "verified_by": "designated officer", "verified_on": "2026-11-25"}


@pytest.mark.parametrize(
    ("changes", "on", "faults"),
    [
        pytest.param({"actions": [DONE]}, "2026-11-17", 0, id="on-the-last-day"),
        pytest.param({"actions": [DONE]}, "2026-11-18", 1, id="the-day-after"),
        pytest.param({"actions": [VERIFIED]}, "2026-11-24", 1, id="verified-tomorrow"),
        pytest.param({"actions": [VERIFIED]}, "2026-11-25", 0, id="verified-today"),
        pytest.param({"actions": [DONE], "closed_on": "2026-11-18"}, "2026-11-18", 0, id="closed"),
        pytest.param({"actions": [an_action()]}, "2026-11-18", 0, id="open"),
        pytest.param({"actions": [{**DONE, "status": "withdrawn"}]}, "2026-11-18", 0, id="withdrawn"),
    ],
)
def test_what_is_done_is_verified_within_the_days_of_policy(changes: Data, on: str, faults: int) -> None:
    asked = an_action_plan(**changes)
    said = found(done_action_not_verified, situation(on, asked, a_provider(listing=[a_listing()])), asked)
    expected = "train a deputy: done on 20 October 2026, to be verified by 17 November 2026, and not verified"
    assert [each[0] for each in said] == [expected] * faults


def test_the_council_says_within_how_many_days_and_of_who_is_removed_nothing_is_asked() -> None:
    asked = an_action_plan(actions=[DONE])
    longer = an_authority(verification_days={"days": "60", "reason": "visited every two months"})
    assert found(done_action_not_verified, situation("2026-11-18", asked, a_provider(), longer), asked) == []
    removed = a_provider(listing=[a_listing(), a_listing("removed", on="2026-10-30")])
    assert found(done_action_not_verified, situation("2026-11-18", asked, removed), asked) == []
