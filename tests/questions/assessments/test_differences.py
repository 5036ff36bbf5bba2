"""What a self-assessment says and the provider's record says otherwise, of the day it was completed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.guidance.criteria import criterion_of, every_criterion
from apqa.guidance.requirements import required_policies, safety_entries
from apqa.questions.assessments.differences import (
    headcount_differences,
    later_headcount_differences,
    rating_differences,
    undeclared_changes,
)
from apqa.questions.assessments.stated import figure_differences
from apqa.questions.checks.verdict import provider_check
from tests.builders import (
    ON,
    PROVIDER,
    a_headcount,
    a_lead,
    a_listing,
    a_policy,
    a_self_assessment,
    a_training,
    a_visit,
    an_insurance,
    every_policy,
    every_safety_item,
    in_order_provider,
    safeguarding,
    seen_since,
    situation,
)
from tests.questions.assessments.test_ratings import ACTION, rating, whole

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.questions.assessments.differences import Difference
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment

    Question = Callable[[SelfAssessment, Situation], Iterator[Difference]]


def differ(
    question: Question, provider: Provider | None, *others: Any, on: Any = ON, **assessment: Any
) -> list[Difference]:
    asked = a_self_assessment(**{"ratings": whole(), "completed_on": "2026-10-01", **assessment})
    return list(question(asked, situation(on, asked, *others, *([provider] if provider else []))))


def about(question: Question, provider: Provider | None, *others: Any, **assessment: Any) -> list[str]:
    return [each.key for each in differ(question, provider, *others, **assessment)]


def with_lead(*trained: str) -> Provider:
    return in_order_provider(safeguarding=safeguarding(leads=[a_lead(training=[a_training(each) for each in trained])]))


def test_a_provider_in_order_is_contradicted_by_nothing() -> None:
    assert about(rating_differences, in_order_provider(), a_visit()) == []


def test_of_a_provider_that_is_not_in_the_records_nothing_is_said() -> None:
    for question in (rating_differences, headcount_differences, figure_differences, undeclared_changes):
        assert about(question, None, headcount=a_headcount(), figures={"list_status": "listed"}) == []


def test_training_that_had_expired_that_day_contradicts_the_rating() -> None:
    provider = with_lead("2024-09-30")
    (found,) = differ(rating_differences, provider)
    assert found.key == "s1_5"
    assert found.at == ("ratings", "s1_5", "rating")
    assert found.related == ((provider, ("safeguarding", "leads", 0)),)
    assert found.says == (
        "'A named and trained safeguarding lead' is rated met; the record says of 1 October 2026: A designated "
        "safeguarding lead, trained: trained, completed on 30 September 2024; was due on 30 September 2026"
    )


@pytest.mark.parametrize("trained", [("2024-10-01",), ("2024-09-30", "2026-09-30")], ids=["on-its-last-day", "renewed"])
def test_training_that_ran_that_day_does_not(trained: tuple[str, ...]) -> None:
    assert about(rating_differences, with_lead(*trained)) == []


def test_training_that_expired_after_the_day_of_completion_does_not() -> None:
    assert about(rating_differences, with_lead("2024-10-15"), on="2026-11-30") == []


def test_training_seen_since_leaves_nothing_to_say() -> None:
    renewed = a_training("2026-03-02", evidence=seen_since("2026-10-28"))
    provider = in_order_provider(
        safeguarding=safeguarding(leads=[a_lead(training=[a_training("2024-09-30"), renewed])])
    )
    assert about(rating_differences, provider) == []


LAPSED = [
    an_insurance("public_liability", ends="2026-08-31"),
    an_insurance("professional_indemnity"),
    an_insurance("employers_liability"),
]
FIRE, FIRST_AID, *OTHERS = every_safety_item()
OLD_FIRE = {**FIRE, "done": "2025-05-11", "evidence": seen_since("2025-05-11")}
NOT_REVIEWED = every_policy(behaviour_and_sanctions=a_policy(reviewed_on="2025-07-01"))
NOT_THERE = every_policy(child_protection={"absent": {"on": "2026-09-01", "by": "officer"}})
LACKING = {"on": "2026-09-07", "by": "officer", "complete": "no", "missing": "one overseas check"}
CASES: dict[str, tuple[str, dict[str, Any]]] = {
    "nobody-leads": ("s1_5", {"safeguarding": safeguarding(leads=[a_lead(ends="2026-08-31")])}),
    "staff-training": ("s1_4", {"safeguarding": safeguarding(staff_training=[a_training("2025-09-02")])}),
    "a-policy-not-reviewed": ("s1_2", {"policies": NOT_REVIEWED}),
    "a-policy-not-there": ("s1_2", {"policies": NOT_THERE}),
    "central-record": ("s1_1", {"central_record": [LACKING]}),
    "insurance": ("f_health_and_safety", {"insurance": {"held": LAPSED}}),
    "fire": ("s2_4", {"health_and_safety": [OLD_FIRE, FIRST_AID, *OTHERS]}),
    "first-aid": ("s2_2", {"health_and_safety": [FIRE, {**FIRST_AID, "expires": "2026-08-31"}, *OTHERS]}),
}


@pytest.mark.parametrize(("code", "record"), CASES.values(), ids=CASES)
def test_what_the_record_says_otherwise_contradicts_the_one_criterion_it_bears_on(
    code: str, record: dict[str, Any]
) -> None:
    assert set(about(rating_differences, in_order_provider(**record))) == {code}


@pytest.mark.parametrize(
    "given",
    [
        pytest.param(rating("partially_met"), id="partly-met"),
        pytest.param(rating(council={"found": "not_met", "on": "2026-11-02", "by": "officer"}), id="council-found-not"),
        pytest.param(None, id="not-rated"),
    ],
)
def test_what_does_not_count_as_met_is_not_contradicted(given: Any) -> None:
    assert about(rating_differences, with_lead("2024-09-30"), ratings=whole(s1_5=given)) == []


def test_what_the_council_called_met_is_contradicted_all_the_same() -> None:
    checked = rating("not_met", action=ACTION, council={"found": "met", "on": "2026-11-02", "by": "officer"})
    assert about(rating_differences, with_lead("2024-09-30"), ratings=whole(s1_5=checked)) == ["s1_5"]


def test_what_nobody_recorded_contradicts_nobody() -> None:
    assert about(rating_differences, in_order_provider(safeguarding=None, policies=None, central_record=None)) == []


def test_that_the_council_has_not_looked_for_a_year_is_not_held_against_the_provider() -> None:
    old = [{"on": "2025-09-07", "by": "officer", "complete": "yes", "update_service": "yes"}]
    assert about(rating_differences, in_order_provider(central_record=old)) == []


@pytest.mark.parametrize(("number", "found"), [("0", ["s2_2"]), ("1", [])])
def test_figures_without_a_first_aider_contradict_the_rating(number: str, found: list[str]) -> None:
    figures = {"health_and_safety": {"first_aiders": number}}
    assert about(rating_differences, in_order_provider(), figures=figures) == found
    assert about(rating_differences, in_order_provider(), figures=figures, ratings=whole(s2_2=rating("not_met"))) == []
    assert about(rating_differences, in_order_provider(), figures=figures, ratings=whole(s2_2=None)) == []


def test_each_check_that_a_criterion_names_is_one_that_is_made() -> None:
    named = [start for each in every_criterion() for start in each.checks]
    made = {line.key for line in provider_check(in_order_provider(), situation(ON)).lines}
    made |= {f"safety/{each.item}" for each in safety_entries()} | {"safeguarding/deputy-1"}
    assert [start for start in named if not any(key.startswith(start) for key in made)] == []
    assert len(set(named)) == len(named)


@pytest.mark.parametrize("key", [each.key for each in required_policies()])
def test_a_policy_bears_on_one_criterion_at_most(key: str) -> None:
    found = criterion_of(f"policies/{key}")
    assert found is None or sum(f"policies/{key}" in each.checks for each in every_criterion()) == 1


NUMBERS = {"on": "2026-09-14", "full_time_with_special_needs": "0", "other_ages": "1"}


def test_numbers_of_one_day_are_compared_one_by_one() -> None:
    provider = in_order_provider(headcounts=[a_headcount(**NUMBERS)])
    declared = a_headcount(on="2026-09-14", compulsory_school_age="11", full_time="1", main_education_here=None)
    found = differ(headcount_differences, provider, headcount=declared)
    assert [each.key for each in found] == ["headcount.compulsory_school_age", "headcount.full_time"]
    assert found[1].says == "full time on 14 September 2026: 1 by the self-assessment, 0 by the provider's record"
    assert found[1].related == ((provider, ("headcounts", 0, "full_time")),)


def test_numbers_of_other_days_are_not_compared() -> None:
    declared = a_headcount(on="2026-09-15", full_time="1")
    assert about(headcount_differences, in_order_provider(), headcount=declared) == []
    assert about(headcount_differences, in_order_provider()) == []


def test_of_two_of_one_day_the_one_written_later_is_compared() -> None:
    provider = in_order_provider(headcounts=[a_headcount(full_time="2"), a_headcount()])
    assert about(headcount_differences, provider, headcount=a_headcount()) == []


def test_a_later_count_is_held_against_what_the_record_last_has_of_what_registration_turns_on() -> None:
    provider = in_order_provider(headcounts=[a_headcount(on="2025-09-15", full_time="4"), a_headcount(**NUMBERS)])
    declared = a_headcount(on="2026-09-28", compulsory_school_age="30", full_time="25", full_time_with_ehc_plan="3")
    found = differ(later_headcount_differences, provider, headcount=declared)
    assert [each.key for each in found] == ["headcount.full_time", "headcount.full_time_with_ehc_plan"]
    assert found[0].says == (
        "full-time pupils of compulsory school age: 25 on 28 September 2026 by the self-assessment, "
        "0 on 14 September 2026 by the provider's record"
    )
    assert found[0].related == ((provider, ("headcounts", 1, "full_time")),)


@pytest.mark.parametrize(
    ("recorded", "counted", "found"),
    [
        (("2026-09-14",), "2026-09-15", 1),
        (("2026-09-15",), "2026-09-15", 0),
        (("2026-09-16",), "2026-09-15", 0),
        (("2026-09-14", "2026-11-03"), "2026-09-15", 0),
        (("2026-09-14", "2026-11-04"), "2026-09-15", 1),
        ((), "2026-09-15", 0),
        (("2026-09-14",), "2026-11-03", 1),
        (("2026-09-14",), "2026-11-04", 0),
    ],
)
def test_only_the_later_of_two_counts_by_the_day_is_told(recorded: tuple[str, ...], counted: str, found: int) -> None:
    provider = in_order_provider(headcounts=[a_headcount(on=day) for day in recorded])
    declared = a_headcount(on=counted, full_time="2")
    assert len(about(later_headcount_differences, provider, headcount=declared, completed_on=counted)) == found


def test_a_later_count_of_nobody_or_by_nobody_is_compared_with_nothing() -> None:
    assert about(later_headcount_differences, None, headcount=a_headcount(on="2026-09-28")) == []
    assert about(later_headcount_differences, in_order_provider()) == []
    alike = a_headcount(on="2026-09-28", compulsory_school_age="9", main_education_here=None)
    assert about(later_headcount_differences, in_order_provider(), headcount=alike) == []


INSPECTED = {
    "register_checks": [],
    "inspections": [
        {"on": "2025-03-05", "body": "Ofsted", "outcome": "good"},
        {"on": "2026-10-20", "body": "Ofsted", "outcome": "good"},
    ],
}
DRILL = [*every_safety_item(), {"item": "fire_drill", "done": "2026-09-21", "evidence": seen_since("2026-09-21")}]
STATED: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "list status": (
        {},
        {"list_status": "suspended"},
        "status on the list on 1 October 2026: suspended by the self-assessment, listed by the provider's record",
    ),
    "inspection": (
        {"registration": INSPECTED},
        {"registration": {"inspected_on": "2025-03-06"}},
        "last inspection: 6 March 2025 by the self-assessment, 5 March 2025 by the provider's record",
    ),
    "training": (
        {},
        {"safeguarding": {"trained_on": "2026-09-03"}},
        (
            "safeguarding training of all staff: 3 September 2026 by the self-assessment, "
            "2 September 2026 by the provider's record"
        ),
    ),
    "fire risk assessment": (
        {},
        {"health_and_safety": {"fire_risk_assessed": "2026-05-12"}},
        "last fire risk assessment: 12 May 2026 by the self-assessment, 11 May 2026 by the provider's record",
    ),
    "fire drill": (
        {"health_and_safety": DRILL},
        {"health_and_safety": {"fire_drill": "2026-09-22"}},
        "last fire drill: 22 September 2026 by the self-assessment, 21 September 2026 by the provider's record",
    ),
    "accounts": (
        {"finance": {"accounts_made_up_to": "2026-03-31"}},
        {"finance": {"accounts_filed": "2026-03-31"}},
        "last accounts filed: on 31 March 2026 by the self-assessment, after 31 March 2026 by the provider's record",
    ),
}
ALIKE: tuple[tuple[dict[str, Any], dict[str, Any]], ...] = (
    ({}, {"list_status": "listed"}),
    ({"listing": None}, {"list_status": "listed"}),
    ({"registration": INSPECTED}, {"registration": {"inspected_on": "2025-03-05"}}),
    ({}, {"registration": {"inspected_on": "2025-03-05"}}),
    ({"registration": INSPECTED}, {"registration": {"commissioners": "2"}}),
    ({"registration": None}, {"registration": {"inspected_on": "2025-03-05"}}),
    ({}, {"safeguarding": {"trained_on": "2026-09-02"}}),
    ({"safeguarding": None}, {"safeguarding": {"trained_on": "2026-09-02"}}),
    ({}, {"safeguarding": {"allegations": "0"}}),
    ({}, {"health_and_safety": {"fire_risk_assessed": "2026-05-11", "fire_drill": "2026-09-22"}}),
    ({"health_and_safety": DRILL}, {"health_and_safety": {"fire_drill": "2026-09-21"}}),
    ({"finance": {"accounts_made_up_to": "2026-03-31"}}, {"finance": {"accounts_filed": "2026-04-01"}}),
    ({"finance": {"accounts_due": "2026-12-31"}}, {"finance": {"accounts_filed": "2026-03-31"}}),
    ({}, {"finance": {"accounts_filed": "2026-03-31"}}),
    ({}, {"finance": {"day_rate": "90"}}),
    ({}, {}),
)


@pytest.mark.parametrize(("record", "figures", "says"), STATED.values(), ids=STATED)
def test_a_fact_the_record_has_otherwise_is_told(record: dict[str, Any], figures: dict[str, Any], says: str) -> None:
    (found,) = differ(figure_differences, in_order_provider(**record), figures=figures)
    assert found.says == says
    assert found.at[0] == "figures"
    assert found.key == ".".join(str(part) for part in found.at)


@pytest.mark.parametrize(("record", "figures"), ALIKE)
def test_a_fact_both_have_alike_or_one_alone_has_is_not(record: dict[str, Any], figures: dict[str, Any]) -> None:
    assert about(figure_differences, in_order_provider(**record), figures=figures) == []


def test_what_the_record_holds_of_a_later_day_is_not_compared() -> None:
    later = [{"item": "fire_risk_assessment", "done": "2026-10-02", "evidence": seen_since("2026-10-02")}]
    figures = {"health_and_safety": {"fire_risk_assessed": "2026-05-11"}}
    assert about(figure_differences, in_order_provider(health_and_safety=later), figures=figures) == []


LAST = a_self_assessment(f"{PROVIDER}/2025-26", completed_on="2025-10-01")
SITES = [
    {"key": "barn", "name": "The Barn", "use": "teaching", "starts": "2020-09-01", "ends": "2026-08-31"},
    {"key": "mill", "name": "The Mill", "use": "teaching", "starts": "2026-09-01"},
]


@pytest.mark.parametrize(
    ("starts", "found"),
    [("2025-10-01", 0), ("2025-10-02", 1), ("2026-10-01", 1), ("2026-10-02", 0)],
    ids=["on-the-day-of-the-last", "the-day-after", "on-the-day-of-this", "since"],
)
def test_another_safeguarding_lead_since_the_last_one_is_a_change(starts: str, found: int) -> None:
    leads = [a_lead(ends="2025-09-30"), a_lead(starts=starts), a_lead(role="deputy", starts="2026-03-01")]
    provider = in_order_provider(safeguarding=safeguarding(leads=leads))
    assert len(about(undeclared_changes, provider, LAST)) == found


def test_a_site_that_was_added_or_given_up_is_a_change() -> None:
    found = differ(undeclared_changes, in_order_provider(sites=SITES), LAST)
    assert [each.says for each in found] == [
        "it declares no change since 1 October 2025; the record: the site The Barn given up on 31 August 2026",
        "it declares no change since 1 October 2025; the record: a new site, The Mill, since 1 September 2026",
    ]


def test_where_changes_are_declared_a_person_reads_them() -> None:
    provider = in_order_provider(sites=SITES)
    assert about(undeclared_changes, provider, LAST, changes=["We moved to the mill."]) == []
    assert about(undeclared_changes, provider) == []


def test_a_listing_that_came_later_is_none_of_that_day() -> None:
    later = in_order_provider(listing=[a_listing(), a_listing("suspended", on="2026-10-02")])
    assert about(figure_differences, later, figures={"list_status": "listed"}) == []
