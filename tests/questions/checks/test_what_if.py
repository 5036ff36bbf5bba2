"""A draft placement out of a few answers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.errors import UsageError
from apqa.questions.checks.what_if import KEYS, assumed_of, draft_from
from apqa.questions.school_age import age_on_first_september
from apqa.vocabulary.placement import SpecialNeeds
from tests.builders import ON, day

if TYPE_CHECKING:
    from datetime import date

    from apqa.records.placement import Placement


def draft(on: date = ON, **answers: Any) -> Placement:
    return draft_from("north-star", {"hours": "12", **answers}, on)


TWICE = "--if says {} twice: yes and no"


def said(key: str, value: str) -> dict[str, Any]:
    return {key: value}


def test_what_is_not_said_is_the_plainest_case() -> None:
    found = draft()
    week = found.week(ON)
    assert week is not None
    assert (week.hours_with_breaks, week.daytime) == (timedelta(hours=12), True)
    assert (found.id, found.provider, found.pupil, found.starts) == ("PL-00000", "north-star", "P-00000", ON)
    assert (found.cohort, found.special_needs) == ("2011-12", SpecialNeeds.NONE)
    assert (found.has_ehc_plan(ON), found.is_looked_after(ON)) == (False, False)
    assert (found.expected_end, found.site, found.package) == (None, None, None)


def test_every_key_is_understood() -> None:
    answers = {
        "hours": "19:30",
        "daytime": "no",
        "ehcp": "yes",
        "looked_after": "true",
        "sen": "sen_support",
        "cohort": "2012-13",
        "starts": "2026-11-09",
        "until": "2027-07-16",
        "site": "barn",
        "elsewhere": "5",
        "pupil": "P-9F4TC",
    }
    assert set(answers) == set(KEYS) - {"age"}
    found = draft_from("north-star", answers, ON)
    week = found.week(day("2026-11-09"))
    assert week is not None
    assert (week.hours_with_breaks, week.daytime) == (timedelta(hours=19.5), False)
    assert found.has_ehc_plan(day("2026-11-09")) is True
    assert found.has_ehc_plan(day("2026-11-08")) is False
    assert found.is_looked_after(day("2026-11-09")) is True
    assert found.special_needs is SpecialNeeds.SEN_SUPPORT
    assert (found.cohort, found.pupil, found.site) == ("2012-13", "P-9F4TC", "barn")
    assert (str(found.starts), str(found.expected_end)) == ("2026-11-09", "2027-07-16")
    assert found.package is not None
    assert [each.hours for each in found.package.elsewhere] == [timedelta(hours=5)]


@pytest.mark.parametrize("hours", ["0", "0.0", "0:00", "00"])
def test_a_placement_without_hours_is_refused(hours: str) -> None:
    with pytest.raises(UsageError) as error:
        draft(hours=hours)
    assert str(error.value) == f"--if hours={hours}: a placement has hours; say how many a week, such as hours=12"


def test_a_minute_a_week_is_a_placement() -> None:
    assert draft(hours="0:01").timetable[0].hours_with_breaks == timedelta(minutes=1)


def test_an_age_takes_the_place_of_a_cohort() -> None:
    assert draft(age="11").cohort == "2014-15"


@pytest.mark.parametrize(
    ("on", "sentence"),
    [
        pytest.param(
            "2026-11-23",
            "--if age=16 may mean two school years on 23 November 2026: write cohort=2010-11 (15 on 1 September 2026, "
            "of compulsory school age to 25 June 2027) or cohort=2009-10 (16 on 1 September 2026, of compulsory school "
            "age to 26 June 2026)",
            id="in-autumn",
        ),
        pytest.param(
            "2026-08-31",
            "--if age=16 may mean two school years on 31 August 2026: write cohort=2009-10 (15 on 1 September 2025, of "
            "compulsory school age to 26 June 2026) or cohort=2008-09 (16 on 1 September 2025, of compulsory school "
            "age to 27 June 2025)",
            id="a-day-before-the-school-year",
        ),
    ],
)
def test_sixteen_may_be_either_side_of_the_leaving_date(on: str, sentence: str) -> None:
    with pytest.raises(UsageError) as error:
        draft(day(on), age="16")
    assert str(error.value) == sentence


def test_every_other_age_is_that_on_the_first_of_september() -> None:
    assert (draft(age="15").cohort, draft(age="17").cohort) == ("2010-11", "2008-09")
    assert draft(day("1990-01-01"), age="16").cohort == "1972-73"


def test_what_nobody_said_is_named() -> None:
    taken = assumed_of({"hours": "12"}, ON)
    assert [(each.key, each.says) for each in taken] == [
        ("ehcp", "no EHC plan"),
        ("looked_after", "not looked after"),
        ("sen", "no special educational needs"),
        ("age", "14 on 1 September 2026"),
        ("daytime", "by day"),
        ("elsewhere", "the rest of the week not known"),
        ("until", "no end in sight"),
    ]


@pytest.mark.parametrize(
    ("answers", "said_by_it"),
    [
        pytest.param({"ehcp": "no"}, {"ehcp", "sen"}, id="plan"),
        pytest.param({"sen": "sen_support"}, {"sen"}, id="needs"),
        pytest.param({"sen": "ehc_plan"}, {"ehcp", "sen"}, id="needs-of-a-plan"),
        pytest.param({"LAC": "no"}, {"looked_after"}, id="care-by-another-name"),
        pytest.param({"age": "12"}, {"age"}, id="age"),
        pytest.param({"cohort": "2011-12"}, {"age"}, id="cohort"),
        pytest.param({"daytime": "yes"}, {"daytime"}, id="daytime"),
        pytest.param({"end": "2027-07-16"}, {"until"}, id="end"),
    ],
)
def test_what_was_said_is_not_taken_as_said(answers: dict[str, str], said_by_it: set[str]) -> None:
    every = {each.key for each in assumed_of({}, ON)}
    assert every - {each.key for each in assumed_of(answers, ON)} == said_by_it


def test_what_is_taken_as_said_changes_nothing_when_it_is_said() -> None:
    taken = {each.key: each.value for each in assumed_of({}, ON) if each.value}
    assert draft_from("north-star", {"hours": "12", **taken}, ON) == draft()


def test_needs_of_a_plan_mean_a_plan() -> None:
    assert draft(sen="ehc_plan").has_ehc_plan(ON) is True


def test_a_plan_means_special_needs() -> None:
    assert draft(ehcp="yes").special_needs is SpecialNeeds.EHC_PLAN
    assert draft(ehcp="FALSE").special_needs is SpecialNeeds.NONE


@pytest.mark.parametrize("key", ["ehcp", "EHCP", "ehc", "ehc_plan", "ehc-plan"])
def test_a_plan_has_many_names(key: str) -> None:
    assert draft(**said(key, "yes")).has_ehc_plan(ON) is True


@pytest.mark.parametrize("key", ["looked_after", "looked-after", "lookedafter", "LAC"])
def test_care_has_many_names(key: str) -> None:
    assert draft(**said(key, "yes")).is_looked_after(ON) is True


@pytest.mark.parametrize("key", ["until", "end", "ends"])
def test_the_end_has_many_names(key: str) -> None:
    assert str(draft(**said(key, "2027-07-16")).expected_end) == "2027-07-16"


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        pytest.param({}, "--if needs the hours a week, breaks included: --if hours=12", id="no-hours"),
        pytest.param({"hour": "12"}, "--if does not know 'hour': did you mean hours?", id="misspelt"),
        pytest.param(
            {"hours": "12", "zzz": "1"}, "--if does not know 'zzz': it is one of hours, daytime,", id="unknown"
        ),
        pytest.param({"hours": "12", "ehcp": "maybe"}, "--if ehcp=maybe: write yes or no", id="neither-yes-nor-no"),
        pytest.param({"hours": "12", "lac": "perhaps"}, "--if looked_after=perhaps: write yes or no", id="care"),
        pytest.param({"hours": "12", "age": "1"}, "--if age=1: write an age in years, from 2 to 25", id="too-young"),
        pytest.param({"hours": "12", "age": "26"}, "--if age=26: write an age in years, from 2 to 25", id="too-old"),
        pytest.param({"hours": "12", "age": "-1"}, "--if age=-1: write an age in years, from 2 to 25", id="negative"),
        pytest.param({"hours": "12", "age": "²"}, "--if age=²: write an age in years, from 2 to 25", id="a-power"),
        pytest.param({"hours": "many"}, "--if hours: 'many' is not a number", id="no-number"),
        pytest.param({"hours": "12", "daytime": "dusk"}, "--if daytime: 'dusk' is neither yes nor no", id="daytime"),
        pytest.param({"hours": "12", "starts": "9/11/2026"}, "--if starts: '9/11/2026' does not say", id="bent-day"),
        pytest.param(
            {"hours": "12", "cohort": "2010-12"}, "--if cohort: '2010-12' is not a school cohort", id="cohort"
        ),
        pytest.param({"hours": "12", "pupil": "Jo"}, "--if pupil: 'Jo' is not a pupil's reference", id="a-name"),
        pytest.param({"hours": "12", "sen": "ehcp"}, "--if sen: ", id="needs"),
        pytest.param(
            {"hours": "12", "age": "14", "cohort": "2011-12"},
            "--if says both age and cohort: one of them is enough",
            id="age-and-cohort",
        ),
        pytest.param(
            {"hours": "12", "lac": "yes", "looked-after": "no"}, TWICE.format("looked_after"), id="care-twice"
        ),
        pytest.param({"hours": "12", "EHCP": "yes", "ehc": "no"}, TWICE.format("ehcp"), id="plan-twice"),
        pytest.param(
            {"hours": "12", "sen": "ehc_plan", "ehcp": "no"},
            "--if says sen=ehc_plan and ehcp=no: keep the one that is true",
            id="plan-and-none",
        ),
        pytest.param({"hours": "12", "sen": "none", "ehcp": "yes"}, "--if says sen=none and ehcp=yes", id="no-needs"),
        pytest.param({"hours": "1000"}, "--if hours: a week has 168 hours, not 1000", id="hours-of-many-weeks"),
        pytest.param({"hours": "12", "elsewhere": "many"}, "--if elsewhere: 'many' is not a number", id="elsewhere"),
        pytest.param({"hours": "12", "site": "The Barn"}, "--if site: ", id="site"),
        pytest.param({"hours": "12", "until": "9/11/2026"}, "--if until: '9/11/2026' does not say", id="bent-end"),
        pytest.param(
            {"hours": "12", "ehcp": "yes", "starts": "2026-13-01"},
            "--if starts: there is no 2026-13-01",
            id="bent-start",
        ),
        pytest.param(
            {"hours": "12", "until": "2026-11-02"},
            "--if until: its expected_end, 2026-11-02, is before it starts on 2026-11-03",
            id="ends-before-it-starts",
        ),
    ],
)
def test_what_is_not_understood_is_said(answers: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as error:
        draft_from("north-star", answers, ON)
    assert str(error.value).startswith(message)


@given(age=st.integers(2, 25).filter(lambda age: age != 16), on=st.dates(day("1990-01-01"), day("2090-12-31")))
def test_an_age_is_that_of_the_pupils_when_the_school_year_began(age: int, on: date) -> None:
    cohort = draft(on, age=str(age)).cohort
    assert age_on_first_september(cohort, on) == age
