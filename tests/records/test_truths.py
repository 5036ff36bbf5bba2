"""What must hold within one record: everything that does not is said, each where it stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from apqa.records.base import Period
from apqa.records.truths import Untruth, truth, untrue
from tests.builders import (
    a_package,
    a_placement,
    a_plan,
    a_provider,
    a_qualification,
    a_register_check,
    a_report,
    a_self_assessment,
    a_step,
    a_visit,
    a_week,
    an_action,
    an_action_plan,
    an_offer,
    on_the_register,
)
from tests.records.refusing import refusals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.records.base import Record

ENDED = {"end": {"on": "2026-10-30", "reason": "as_planned"}}
OBJECTIVE = {"what": "attends every session", "area": "progress"}
STRONG = {"area": "staffing", "judgement": "strength"}
LOOKED = {"on": "2026-06-30", "by": "lead", "complete": "yes"}
NOTE = {"written_by": "designated officer", "summary": "in order"}
ONWARD = {"to": "special_school", "on": "2026-11-02"}


def offer(**week: Any) -> dict[str, Any]:
    return {"offer": an_offer(week={"days": ["mon", "tue"], "hours_with_breaks": "10", **week})}


@pytest.mark.parametrize(
    ("make", "changes", "at", "says"),
    [
        pytest.param(
            a_placement,
            {"expected_end": "2027-07-21", "maximum_end": "2026-12-20"},
            ("expected_end",),
            "it may last to 2026-12-20 at most, and is expected to end on 2027-07-21",
            id="expected-to-last-longer-than-it-may",
        ),
        pytest.param(
            a_placement,
            {"destination": ONWARD},
            ("destination",),
            "the pupil went on to it, and the placement has not ended: record its end",
            id="a-destination-without-an-end",
        ),
        pytest.param(
            a_placement,
            {**ENDED, "destination": {**ONWARD, "on": "2026-09-13"}},
            ("destination", "on"),
            "it began on 2026-09-13, before the placement started on 2026-09-14",
            id="a-destination-before-the-start",
        ),
        pytest.param(
            a_placement,
            {**ENDED, "destination": {**ONWARD, "after_6_weeks": {"checked_on": "2026-12-14", "sustained": "no"},
                                      "after_12_weeks": {"checked_on": "2027-01-25", "sustained": "yes"}}},
            ("destination", "after_12_weeks", "sustained"),
            "it had not lasted 6 weeks, and had lasted 12",
            id="not-six-weeks-and-twelve",
        ),
        pytest.param(
            a_placement,
            {"reviews": [{"on": "2026-09-13", "by": "lead"}]},
            ("reviews", 0, "on"),
            "a placement that starts on 2026-09-14 cannot be reviewed on 2026-09-13",
            id="reviewed-before-the-start",
        ),
        pytest.param(
            a_placement,
            {"reviews": [{"on": "2026-10-06", "by": "lead", "next_on": "2026-10-06"}]},
            ("reviews", 0, "next_on"),
            "the next review is on 2026-10-06, no later than this one on 2026-10-06",
            id="the-next-review-before-this-one",
        ),
        pytest.param(
            a_placement,
            {"ehc_plans": [{"starts": "2011-08-31"}]},
            ("ehc_plans", 0, "starts"),
            "it began on 2011-08-31, before a pupil of the cohort 2011-12 was born",
            id="a-plan-before-birth",
        ),
        pytest.param(
            a_placement,
            {"looked_after": [{"starts": "1990-01-01", "ends": "1991-01-01"}]},
            ("looked_after", 0, "starts"),
            "it began on 1990-01-01, before a pupil of the cohort 2011-12 was born",
            id="care-before-birth",
        ),
        pytest.param(
            a_placement,
            {"ehc_plans": [], "plan": a_plan(links=[{"plan": "child_in_need"}, {"plan": "ehc_plan"}])},
            ("plan", "links", 1),
            "it is linked to an EHC plan, and ehc_plans says there is none",
            id="linked-to-a-plan-there-is-not",
        ),
        pytest.param(
            a_placement,
            {"plan": a_plan(agreed_on="2026-09-10", objectives=[{**OBJECTIVE, "by": "2026-09-09"}])},
            ("plan", "objectives", 0, "by"),
            "it is to be reached by 2026-09-09, before the plan was agreed on 2026-09-10",
            id="an-objective-of-the-past",
        ),
        pytest.param(
            a_placement,
            {"before_start": {"provision_visited": {"on": "2026-09-01", "by": "lead"},
                              "visit_not_applicable": {"on": "2026-09-01", "by": "lead", "reason": "known well"}}},
            ("before_start", "visit_not_applicable"),
            "it was visited, and a visit did not apply: keep the one that is true",
            id="visited-and-not",
        ),
        pytest.param(
            a_placement,
            {"pupil_voice": [{"on": "2026-10-01", "method": "declined", "wants_next": "college"}]},
            ("pupil_voice", 0, "wants_next"),
            "the pupil declined to be heard, and something is said",
            id="declined-and-said",
        ),
        pytest.param(
            a_report,
            {"qualifications": [{"title": "Award", "achieved": "no", "on": "2026-12-01"}]},
            ("qualifications", 0, "on"),
            "it is not achieved, and was achieved on 2026-12-01",
            id="achieved-and-not",
        ),
        pytest.param(
            a_report,
            {"reintegration": {"planned": "no", "stage": "taster days"}},
            ("reintegration", "stage"),
            "nothing is planned, and a stage of it is reached",
            id="a-stage-of-nothing",
        ),
        pytest.param(
            a_visit,
            {"note": {**NOTE, "written_on": "2026-10-14", "provider_responded_on": "2026-10-13"}},
            ("note", "provider_responded_on"),
            "the provider answered on 2026-10-13, before it was written on 2026-10-14",
            id="answered-before-it-was-written",
        ),
        pytest.param(
            a_self_assessment,
            {"council": {"received_on": "2026-10-02", "reviewed_on": "2026-10-01"}},
            ("council", "reviewed_on"),
            "it was reviewed on 2026-10-01, before it came on 2026-10-02",
            id="reviewed-before-it-came",
        ),
        pytest.param(
            an_action_plan,
            {"closed_on": "2026-11-03", "actions": [an_action()]},
            ("actions", 0, "status"),
            "the plan was closed on 2026-11-03, and this is open: say what became of it",
            id="closed-with-an-open-action",
        ),
        pytest.param(
            a_provider,
            {"central_record": [{**LOOKED, "oldest_disclosure": "2026-07-01"}]},
            ("central_record", 0, "oldest_disclosure"),
            "the oldest certificate was issued on 2026-07-01, after the look on 2026-06-30",
            id="a-certificate-of-the-future",
        ),
        pytest.param(
            a_provider,
            {"health_and_safety": [{"item": "fire_risk_assessment", "site": "moon"}]},
            ("health_and_safety", 0, "site"),
            "none of its sites has the key moon",
            id="safety-at-a-site-it-has-not",
        ),
        pytest.param(
            a_provider,
            {"registration": {"register_checks": [on_the_register(sites=["barn", "moon"])]}},
            ("registration", "register_checks", 0, "sites", 1),
            "none of its sites has the key moon",
            id="registered-at-a-site-it-has-not",
        ),
        pytest.param(
            a_provider,
            {"identity": {"legal_form": "cic", "urn": "123456"},
             "registration": {"register_checks": [on_the_register(on="2026-09-01", urn="654321"),
                                                  on_the_register(on="2026-08-01", urn="111111")]}},
            ("registration", "register_checks", 0, "urn"),
            "the register was looked at for 654321, and its URN is 123456",
            id="looked-up-by-another-number",
        ),
        pytest.param(a_provider, offer(days=[]), ("offer", "week", "days"),
                     "a week without days has no hours: write its days", id="no-days"),
        pytest.param(
            a_provider,
            {"offer": an_offer(qualifications=[a_qualification()], no_qualifications_reason="Too small.")},
            ("offer", "no_qualifications_reason"),
            "it offers qualifications, and a reason for none is given: keep the one that is true",
            id="qualifications-and-none",
        ),
        pytest.param(
            a_visit,
            {"note": {**NOTE, "written_on": "2026-10-14", "areas": [STRONG, {**STRONG, "judgement": "concern"}]}},
            ("note", "areas", 1, "area"),
            "staffing stands twice: an area has one judgement",
            id="two-judgements-of-an-area",
        ),
        pytest.param(
            a_self_assessment,
            {"figures": {"leadership": {"complaints": "2", "complaints_upheld": "3"}}},
            ("figures", "leadership", "complaints_upheld"),
            "complaints_upheld is more than complaints, of which it is a part",
            id="more-upheld-than-came",
        ),
        pytest.param(
            a_self_assessment,
            {"figures": {"leadership": {"actions_agreed": "1", "actions_closed": "2"}}},
            ("figures", "leadership", "actions_closed"),
            "actions_closed is more than actions_agreed, of which it is a part",
            id="more-closed-than-agreed",
        ),
        pytest.param(
            a_self_assessment,
            {"figures": {"data_protection": {"breaches": "0", "breaches_reported": "1"}}},
            ("figures", "data_protection", "breaches_reported"),
            "breaches_reported is more than breaches, of which it is a part",
            id="more-reported-than-there-were",
        ),
        pytest.param(
            a_self_assessment,
            {"figures": {"outcomes": [{"reintegrated": "4", "sustained": "5"}]}},
            ("figures", "outcomes", 0, "sustained"),
            "sustained is more than reintegrated, of which it is a part",
            id="more-sustained-than-returned",
        ),
        pytest.param(
            a_self_assessment,
            {"figures": {"outcomes": [{"qualifications_entered": "4", "qualifications_achieved": "5"}]}},
            ("figures", "outcomes", 0, "qualifications_achieved"),
            "qualifications_achieved is more than qualifications_entered, of which it is a part",
            id="more-achieved-than-entered",
        ),
        pytest.param(
            a_provider,
            offer(opens="09:00", closes="13:59"),
            ("offer", "week", "hours_with_breaks"),
            "it is more than the hours it is open on its days",
            id="more-hours-than-it-is-open",
        ),
    ],
)  # fmt: skip
def test_a_record_does_not_contradict_itself(
    make: Callable[..., Record], changes: dict[str, Any], at: tuple[str | int, ...], says: str
) -> None:
    assert refusals(make, **changes) == [(at, "contradiction", says)]


@pytest.mark.parametrize(
    ("make", "changes"),
    [
        pytest.param(a_placement, {"expected_end": "2026-12-20", "maximum_end": "2026-12-20"}, id="to-the-latest-day"),
        pytest.param(a_placement, {**ENDED, "destination": {**ONWARD, "on": "2026-09-14"}}, id="from-the-first-day"),
        pytest.param(a_placement, {"reviews": [{"on": "2026-09-14", "by": "lead", "next_on": "2026-09-15"}]},
                     id="reviewed-on-the-first-day"),
        pytest.param(a_placement, {"ehc_plans": [{"starts": "2011-09-01"}]}, id="a-plan-from-birth"),
        pytest.param(a_placement, {"ehc_plans": None, "plan": a_plan(links=[{"plan": "ehc_plan"}])}, id="not-recorded"),
        pytest.param(a_placement, {"plan": a_plan(objectives=[{**OBJECTIVE, "by": "2026-09-10"}])},
                     id="reached-the-same-day"),
        pytest.param(a_report, {"qualifications": [{"title": "Award", "on": "2026-12-01"}]}, id="achieved-that-day"),
        pytest.param(an_action_plan, {"closed_on": "2026-11-03", "actions": [an_action(status="withdrawn")]},
                     id="closed-with-nothing-open"),
        pytest.param(an_action_plan, {"closed_on": "2026-11-03", "actions": [an_action()],
                                      "escalation": [a_step("removed", "2026-11-02")]}, id="closed-by-removal"),
        pytest.param(a_provider, {"identity": {"legal_form": "cic", "urn": "123456"},
                                  "registration": {"register_checks": [a_register_check()]}}, id="not-found"),
        pytest.param(a_provider, offer(opens="09:00", closes="14:00"), id="as-many-hours-as-it-is-open"),
        pytest.param(a_provider, {"offer": an_offer(no_qualifications_reason="Too small.")}, id="none-and-why"),
        pytest.param(a_self_assessment, {"figures": {"leadership": {"complaints": "3", "complaints_upheld": "3"}}},
                     id="all-upheld"),
        pytest.param(a_self_assessment, {"figures": {"leadership": {"complaints_upheld": "3"}}}, id="only-a-part"),
    ],
)  # fmt: skip
def test_what_can_be_is_taken(make: Callable[..., Record], changes: dict[str, Any]) -> None:
    assert make(**changes).id


def test_all_that_does_not_hold_is_said_at_once() -> None:
    """Of one part, of a part within it, and of what a part is made from."""
    site = {"key": "barn", "name": "The Barn", "use": "teaching", "starts": "2020-09-01"}
    changes: dict[str, Any] = {
        "sites": [site, {**site, "ends": "2019-07-31"}],
        "listing": [
            {"on": on, "status": "listed", "decided_by": "panel", "reason": "adequate"}
            for on in ("2026-02-03", "2026-02-01")
        ],
        **offer(opens="16:00", closes="15:00", hours_without_breaks="11"),
    }
    of_parts = [
        ("sites", 1, "ends"),
        ("offer", "week", "hours_without_breaks"),
        ("offer", "week", "closes"),
    ]
    assert [at for at, _, _ in refusals(a_provider, **changes)] == of_parts
    del changes["offer"], changes["sites"][1]["ends"]
    assert [at for at, _, _ in refusals(a_provider, **changes)] == [("sites", 1, "key"), ("listing", 1)]


def test_a_part_keeps_the_truths_of_what_it_is_made_from() -> None:
    weeks = [a_week("12", starts="2026-09-14", ends="2026-09-13", hours_without_breaks="13")]
    found = refusals(a_placement, timetable=weeks, package=a_package())
    assert [at for at, _, _ in found] == [("timetable", 0, "ends"), ("timetable", 0, "hours_without_breaks")]


class _Shift(Period):
    """A part that has another truth in the place of one of those it is made from."""

    @truth
    def _ends_after_it_starts(self) -> Iterator[Untruth]:
        yield untrue("never", "starts")


def test_a_truth_takes_the_place_of_one_of_its_name() -> None:
    with pytest.raises(ValidationError) as refused:
        _Shift.model_validate({"starts": "2026-09-14", "ends": "2026-09-13"})
    assert [(each["loc"], each["msg"]) for each in refused.value.errors()] == [(("starts",), "never")]
