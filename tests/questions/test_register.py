"""What the register of schools says of a provider, and whether its pupils fit what it is registered for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.register import RegisterAnswer, Standing, pupils_in_all, register_answer
from tests.builders import (
    ON,
    a_headcount,
    a_placement,
    a_provider,
    a_register_check,
    a_week,
    full_time,
    on_the_register,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.provider import Provider

BARN_AND_YARD = [
    {"key": "barn", "name": "The Barn", "use": "teaching", "starts": "2020-09-01"},
    {"key": "yard", "name": "The Yard", "use": "workshop", "starts": "2020-09-01"},
]


def registered(**changes: Any) -> Provider:
    return a_provider(registration={"register_checks": [on_the_register(**changes)]}, sites=BARN_AND_YARD)


def ask(provider: Provider, *records: Record) -> RegisterAnswer:
    return register_answer(provider, situation(ON, provider, *records))


@pytest.mark.parametrize(
    ("check", "says"),
    [
        pytest.param(
            on_the_register(),
            "Other independent school, open; register of schools, looked at on 7 September 2026 by "
            "commissioning officer",
            id="registered",
        ),
        pytest.param(
            on_the_register(status="2"),
            "on the register but not open (Other independent school, closed); register of schools, looked at on "
            "7 September 2026 by commissioning officer",
            id="closed",
        ),
        pytest.param(
            on_the_register(establishment_type="18"),
            "on the register as Further education, open, which is no registration as a school by itself; register of "
            "schools, looked at on 7 September 2026 by commissioning officer",
            id="a-college",
        ),
        pytest.param(
            on_the_register(establishment_type="99"),
            "on the register as type 99, open, which is no registration as a school by itself; register of schools, "
            "looked at on 7 September 2026 by commissioning officer",
            id="of-unknown-type",
        ),
        pytest.param(
            a_register_check(),
            "not on the register of schools, looked at on 7 September 2026 by commissioning officer",
            id="not-found",
        ),
    ],
)
def test_the_answer_says_what_was_found_when_and_by_whom(check: dict[str, Any], says: str) -> None:
    assert ask(a_provider(registration={"register_checks": [check]})).says == says


def test_nobody_looked() -> None:
    answer = ask(a_provider())
    assert (answer.standing, answer.check) == (Standing.NOT_RECORDED, None)
    assert answer.says == "no look at the register of schools is recorded"


def test_a_registration_says_nothing_of_its_pupils_where_it_holds_no_limits() -> None:
    assert ask(registered(), *full_time(5, cohort="2000-01", site="yard")).outside == ()


@pytest.mark.parametrize(
    ("capacity", "outside"),
    [
        pytest.param("5", (), id="as-many-as-registered-for"),
        pytest.param("4", ("5 pupils, more than the 4 it is registered for",), id="one-more"),
    ],
)
def test_pupils_above_its_number_are_outside_its_registration(capacity: str, outside: tuple[str, ...]) -> None:
    assert ask(registered(capacity=capacity), *full_time(5)).outside == outside


@pytest.mark.parametrize(
    ("youngest", "oldest", "inside"),
    [
        pytest.param("14", "16", True, id="the-youngest"),
        pytest.param("11", "14", True, id="the-oldest"),
        pytest.param("15", "16", False, id="too-young"),
        pytest.param("11", "13", False, id="too-old"),
    ],
)
def test_ages_outside_its_range_are_outside_its_registration(youngest: str, oldest: str, inside: bool) -> None:
    ages = {"youngest": youngest, "oldest": oldest}
    said = (f"outside its registered ages of {youngest} to {oldest}: PL-00001, PL-00002",)
    assert ask(registered(ages=ages), a_placement(2), a_placement(1)).outside == (() if inside else said)


@pytest.mark.parametrize(
    ("third", "on", "inside"),
    [
        pytest.param("autumn", "2026-12-30", True, id="may-be-sixteen"),
        pytest.param("autumn", "2026-12-31", False, id="seventeen-for-certain"),
        pytest.param("spring", "2026-12-31", True, id="still-sixteen"),
        pytest.param(None, "2027-06-15", True, id="third-not-recorded"),
        pytest.param("autumn", "2027-06-15", False, id="long-seventeen"),
    ],
)
def test_a_pupil_who_is_certainly_older_than_its_oldest_age_is_outside(
    third: str | None, on: str, inside: bool
) -> None:
    school = registered(ages={"youngest": "11", "oldest": "16"})
    found = register_answer(school, situation(on, a_placement(cohort="2009-10", birth_third=third)))
    assert found.outside == (() if inside else ("outside its registered ages of 11 to 16: PL-00001",))


def test_a_pupil_who_is_younger_as_the_school_year_begins_is_outside_throughout() -> None:
    school = registered(ages={"youngest": "15", "oldest": "16"})
    placement = a_placement(cohort="2011-12", birth_third="autumn")
    assert register_answer(school, situation("2027-06-15", placement)).outside


def test_a_draft_without_an_id_is_called_this_placement() -> None:
    found = ask(registered(ages={"youngest": "15", "oldest": "16"}), a_placement(0), a_placement(1))
    assert found.outside == ("outside its registered ages of 15 to 16: this placement, PL-00001",)


def test_sites_that_are_not_on_it_are_outside_its_registration() -> None:
    found = ask(registered(sites=["barn"]), a_placement(1, site="barn"), a_placement(2, site="yard"), a_placement(3))
    assert found.outside == ("pupils at a site that is not on its registration: yard",)
    assert ask(registered(sites=["barn", "yard"]), a_placement(1, site="yard")).outside == ()


def test_the_site_of_the_timetable_counts_where_it_is_another() -> None:
    moved = a_placement(1, site="barn", timetable=[a_week(site="yard")])
    assert ask(registered(sites=["barn"]), moved).outside == ("pupils at a site that is not on its registration: yard",)
    assert ask(registered(sites=["yard"]), moved).outside == ()


def test_an_empty_list_of_sites_says_that_none_is_on_it() -> None:
    said = ("none of its sites is on its registration",)
    assert ask(registered(sites=[])).outside == said
    assert ask(registered(sites=[]), a_placement(1, site="barn")).outside == said
    assert ask(registered(), a_placement(1, site="barn")).outside == ()


def test_who_has_left_is_outside_nothing() -> None:
    left = a_placement(1, cohort="2000-01", site="yard", end={"on": "2026-10-30", "reason": "as_planned"})
    limits = registered(ages={"youngest": "11", "oldest": "16"}, sites=["barn"], capacity="0")
    assert ask(limits, left).outside == ()


@pytest.mark.parametrize(
    ("headcounts", "pupils"),
    [
        pytest.param([], 2, id="nothing-declared"),
        pytest.param([a_headcount(compulsory_school_age="10", other_ages="3")], 14, id="others-then-still-there"),
        pytest.param([a_headcount(compulsory_school_age="0")], 2, id="fewer-declared-than-known"),
    ],
)
def test_pupils_of_other_commissioners_are_those_declared_beyond_the_known(
    headcounts: list[dict[str, Any]], pupils: int
) -> None:
    provider = a_provider(headcounts=headcounts)
    there_then, joined = a_placement(1), a_placement(2, starts="2026-10-01")
    assert pupils_in_all(provider, situation(ON, provider, there_then, joined)) == pupils
