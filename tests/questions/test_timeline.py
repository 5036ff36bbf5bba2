"""The periods in which the registration requirement of a provider is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.guidance.registration_law import announced_registration_law
from apqa.questions.timeline import days_pupils_change, registration_timeline
from tests.builders import (
    a_headcount,
    a_package,
    a_placement,
    a_provider,
    a_register_check,
    a_review,
    a_week,
    full_time,
    looked_up,
    on_the_register,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record

ON = "2026-11-03"
YEARLY = [a_headcount(on=on) for on in ("2026-09-01", "2027-01-01", "2027-05-01", "2027-09-01")]
"""Nobody full-time, declared afresh before each declaration grows stale, up to 1 January 2028."""


def stretches(*records: Record, **provider: Any) -> list[tuple[str, str, str]]:
    asked = a_provider(**{"headcounts": YEARLY, "registration": looked_up(), **provider})
    found = registration_timeline(asked, situation(ON, asked, *records))
    return [(str(each.starts), str(each.ends) if each.ends else "", each.answer.requirement.value) for each in found]


def test_a_provider_without_pupils_has_one_answer_until_its_declaration_is_stale() -> None:
    assert stretches(headcounts=[a_headcount(on="2026-09-14")]) == [
        ("2026-09-14", "2027-01-14", "not_required"),
        ("2027-01-15", "", "review"),
    ]


def test_a_provider_of_which_nothing_is_recorded_is_asked_about_the_day() -> None:
    assert stretches(headcounts=[]) == [(ON, "", "review")]
    assert stretches(headcounts=[], registration=None) == [(ON, "", "review")]


def test_past_and_planned_placements_change_the_answer() -> None:
    autumn = full_time(5, starts="2026-09-14", end={"on": "2026-10-30", "reason": "as_planned"})
    spring = full_time(5, first=6, starts="2027-02-01")
    assert stretches(*autumn, *spring)[:4] == [
        ("2026-09-01", "2026-09-13", "not_required"),
        ("2026-09-14", "2026-10-30", "must_register"),
        ("2026-10-31", "2027-01-31", "not_required"),
        ("2027-02-01", "2028-06-30", "must_register"),
    ]


def test_equal_answers_are_one_period() -> None:
    assert stretches(a_placement(1), a_placement(2, starts="2026-10-05"), a_placement(3, starts="2026-10-12"))[:1] == [
        ("2026-09-01", "2028-01-01", "not_required")
    ]


@pytest.mark.parametrize(
    ("changes", "begins", "ends"),
    [
        pytest.param(
            {"ehc_plans": [{"starts": "2026-10-12", "ends": "2026-12-01"}]}, "2026-10-12", "2026-12-01", id="plan"
        ),
        pytest.param(
            {"looked_after": [{"starts": "2026-10-12", "ends": "2026-12-01"}]}, "2026-10-12", "2026-12-01", id="care"
        ),
    ],
)
def test_plans_and_care_begin_and_end(changes: dict[str, Any], begins: str, ends: str) -> None:
    found = stretches(a_placement(1, "20", **changes))
    assert [(each[0], each[1]) for each in found if each[2] == "must_register"] == [(begins, ends)]


def test_a_timetable_of_more_hours_changes_the_answer() -> None:
    weeks = [a_week("12", ends="2026-10-16"), a_week("20", starts="2026-10-17", ends="2026-12-18")]
    found = stretches(a_placement(1, timetable=weeks, looked_after=[{"starts": "2020-01-01"}]))
    assert [each for each in found if each[2] == "must_register"] == [("2026-10-17", "2026-12-18", "must_register")]
    assert ("2026-12-19", "", "review") in found


def test_the_rest_of_the_week_elsewhere_changes_the_answer() -> None:
    package = {"elsewhere": [{"kind": "school", "hours": "14", "starts": "2026-09-01", "ends": "2026-10-30"}]}
    found = stretches(a_placement(1, "12", package=package, looked_after=[{"starts": "2020-01-01"}]))
    assert found[1] == ("2026-10-31", "", "review")


def test_a_placement_of_the_pupil_elsewhere_changes_the_answer() -> None:
    here = a_placement(1, "12", package={"elsewhere": []}, looked_after=[{"starts": "2020-01-01"}])
    there = a_placement(2, "12", pupil="P-00001", provider="elsewhere", starts="2026-10-05", package=None)
    assert stretches(here, there)[:3] == [
        ("2026-09-01", "2026-09-13", "not_required"),
        ("2026-09-14", "2026-10-04", "review"),
        ("2026-10-05", "2028-01-01", "not_required"),
    ]


def test_school_age_ends() -> None:
    found = stretches(*full_time(5, cohort="2010-11"))
    assert ("2026-09-14", "2027-06-25", "must_register") in found


@pytest.mark.parametrize(
    ("third", "answers"),
    [
        pytest.param(
            "spring",
            [("2026-09-01", "2027-03-30", "not_required"), ("2027-03-31", "2038-06-25", "must_register")],
            id="known",
        ),
        pytest.param(
            None,
            [
                ("2026-09-01", "2026-12-30", "not_required"),
                ("2026-12-31", "2027-08-30", "review"),
                ("2027-08-31", "2038-06-25", "must_register"),
            ],
            id="unknown",
        ),
    ],
)
def test_school_age_begins(third: str | None, answers: list[tuple[str, str, str]]) -> None:
    assert stretches(*full_time(5, cohort="2021-22", birth_third=third))[: len(answers)] == answers


def test_looks_at_the_register_and_conclusions_change_the_answer() -> None:
    registration = {
        "register_checks": [a_register_check(on="2026-08-01"), on_the_register(on="2026-10-05")],
        "reviews": [a_review(on="2026-09-20", until="2026-09-30", conclusion="required")],
    }
    headcounts = [a_headcount(full_time="4", main_education_here="5")]
    assert stretches(registration=registration, headcounts=headcounts) == [
        ("2026-09-14", "2026-09-19", "review"),
        ("2026-09-20", "2026-09-30", "must_register"),
        ("2026-10-01", "2026-10-04", "review"),
        ("2026-10-05", "2027-02-05", "already_registered"),
        ("2027-02-06", "", "review"),
    ]


def test_a_look_at_the_register_grows_old() -> None:
    looks = {"register_checks": [on_the_register(on="2026-09-01"), on_the_register(on="2026-10-05")]}
    found = stretches(*full_time(5, starts="2026-09-14", cohort="2012-13"), registration=looks)
    assert found == [("2026-09-01", "2027-02-05", "already_registered"), ("2027-02-06", "", "review")]


def test_before_any_cycle_was_known_a_declaration_grows_stale_on_no_day() -> None:
    old = a_provider(headcounts=[a_headcount(on="2013-01-01")], registration=looked_up())
    found = registration_timeline(old, situation("2013-06-01", old))
    assert [str(each.starts) for each in found] == ["2013-01-01"]


def test_a_cohort_from_before_the_law_on_school_age_has_no_days_of_change() -> None:
    old = a_placement(1, cohort="1985-86", starts="1997-09-01")
    assert stretches(old, headcounts=[])[0] == ("1997-09-01", "", "review")


def test_the_law_itself_changes_the_answer() -> None:
    pupils = full_time(5, starts="2013-09-02", cohort="2000-01", end={"on": "2015-07-17", "reason": "as_planned"})
    assert stretches(*pupils, headcounts=[a_headcount(on="2013-09-01")])[:2] == [
        ("2013-09-01", "2014-08-31", "review"),
        ("2014-09-01", "2015-07-17", "must_register"),
    ]


def test_the_days_on_which_something_about_the_pupils_changes() -> None:
    here = a_placement(
        1,
        birth_third="summer",
        ehc_plans=[{"starts": "2026-10-12", "ends": "2026-12-01"}],
        end={"on": "2027-02-12", "reason": "as_planned"},
    )
    there = a_placement(2, pupil="P-00001", provider="another", starts="2026-10-05")
    nobody = a_placement(3, provider="another", starts="2026-10-06")
    asked = a_provider(headcounts=YEARLY, registration=looked_up())
    days = [str(each) for each in days_pupils_change(asked, situation(ON, asked, here, there, nobody))]
    assert days == sorted(set(days))
    assert {"2026-09-14", "2026-10-05", "2026-10-12", "2026-12-02", "2027-02-13"} <= set(days)
    assert not {"2026-10-06", "2026-09-01", "2027-01-01"} & set(days)


def test_a_provider_without_pupils_has_no_such_day() -> None:
    assert days_pupils_change(a_provider(), situation(ON, a_provider())) == ()


def test_the_announced_law_has_a_timeline_of_its_own() -> None:
    provider = a_provider(headcounts=YEARLY, registration=looked_up())
    placement = a_placement(1, "12", package=a_package("2"), looked_after=[{"starts": "2026-10-05"}])
    law = announced_registration_law()
    found = registration_timeline(provider, situation(ON, provider, placement), law)
    assert [str(each.starts) for each in found if each.answer.must_register] == ["2026-10-05"]


def test_a_period_knows_the_day_it_came_closest_to_another_answer() -> None:
    provider = a_provider(headcounts=YEARLY, registration=looked_up())
    four = full_time(4, starts="2026-10-05", end={"on": "2026-10-16", "reason": "as_planned"})
    (stretch,) = registration_timeline(provider, situation(ON, provider, *four))[:1]
    assert (str(stretch.starts), stretch.answer.tally.certain.pupils) == ("2026-09-01", 0)
    assert (str(stretch.closest.on), stretch.closest.tally.certain.pupils) == ("2026-10-05", 4)
