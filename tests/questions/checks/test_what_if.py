"""A draft placement out of a few answers."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.errors import UsageError
from apqa.questions.checks.what_if import KEYS, draft_from
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


def test_an_age_takes_the_place_of_a_cohort() -> None:
    assert draft(age="11").cohort == "2014-15"


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
            "--if the draft: its expected_end, 2026-11-02, is before it starts on 2026-11-03",
            id="ends-before-it-starts",
        ),
    ],
)
def test_what_is_not_understood_is_said(answers: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as error:
        draft_from("north-star", answers, ON)
    assert str(error.value).startswith(message)


@given(age=st.integers(2, 25), on=st.dates(day("1990-01-01"), day("2090-12-31")))
def test_an_age_is_that_of_the_pupils_when_the_school_year_began(age: int, on: date) -> None:
    cohort = draft(on, age=str(age)).cohort
    assert age_on_first_september(cohort, on) == age
