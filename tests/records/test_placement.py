"""A placement: what its record says of it on a day, and what it may not say at once."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from tests.builders import ON, a_placement, a_week, day
from tests.records.refusing import contradiction, refusals

MAIN = {"school": "Westmarch Academy", "main": "yes", "starts": "2023-09-01"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param(
            {"end": {"on": "2026-09-13", "reason": "as_planned"}},
            "its end, 2026-09-13, is before it starts on 2026-09-14",
            id="end",
        ),
        pytest.param(
            {"expected_end": "2026-09-13"},
            "its expected_end, 2026-09-13, is before it starts on 2026-09-14",
            id="expected-end",
        ),
        pytest.param(
            {"maximum_end": "2026-09-13"},
            "its maximum_end, 2026-09-13, is before it starts on 2026-09-14",
            id="maximum-end",
        ),
        pytest.param(
            {"timetable": [a_week(starts="2026-10-01"), a_week()]},
            "the timetable that starts on 2026-10-01 overlaps the one that starts on 2026-09-14: give the earlier one "
            "an end",
            id="weeks-overlap",
        ),
        pytest.param(
            {"timetable": [a_week(ends="2026-10-01"), a_week(starts="2026-10-01")]},
            "the timetable that starts on 2026-10-01 overlaps the one that starts on 2026-09-14: give the earlier one "
            "an end",
            id="weeks-share-a-day",
        ),
        pytest.param(
            {"registered_at": [MAIN, {**MAIN, "starts": "2026-09-01"}]},
            "two main schools on 2026-09-01: only one can be the main school",
            id="two-main-schools",
        ),
        pytest.param(
            {"timetable": [a_week("17:59", hours_without_breaks="18")]},
            "hours_without_breaks is more than hours_with_breaks: breaks only add to the hours",
            id="more-hours-without-breaks",
        ),
        pytest.param(
            {"timetable": [a_week(days=["mon", "tue", "mon"])]},
            "mon stands twice: keep it once",
            id="a-day-twice",
        ),
        pytest.param(
            {"timetable": [a_week(starts="2026-09-07", ends="2026-09-13")]},
            "the timetable that starts on 2026-09-07 ends before the placement starts on 2026-09-14",
            id="week-before-the-start",
        ),
        pytest.param(
            {
                "end": {"on": "2026-10-30", "reason": "as_planned"},
                "timetable": [a_week(ends="2026-10-30"), a_week(starts="2026-10-31")],
            },
            "the timetable that starts on 2026-10-31 does so after the placement ended on 2026-10-30",
            id="week-after-the-end",
        ),
        pytest.param(
            {"codes": [{"code": "B", "starts": "2026-09-14"}, {"code": "K", "starts": "2026-10-01"}]},
            "the attendance code that starts on 2026-10-01 overlaps the one that starts on 2026-09-14: give the "
            "earlier one an end",
            id="codes-overlap",
        ),
        pytest.param(
            {"cohort": "1911-12"},
            "a pupil of the cohort 1911-12 was 114 in the school year in which the placement starts",
            id="a-hundred-years-too-old",
        ),
        pytest.param(
            {"cohort": "1999-00"},
            "a pupil of the cohort 1999-00 was 26 in the school year in which the placement starts",
            id="too-old",
        ),
        pytest.param(
            {"cohort": "2024-25", "registered_at": []},
            "a pupil of the cohort 2024-25 was 1 in the school year in which the placement starts",
            id="too-young",
        ),
        pytest.param(
            {"cohort": "2026-27", "registered_at": []},
            "a pupil of the cohort 2026-27 was not born when the placement started",
            id="not-born",
        ),
    ],
)
def test_a_placement_does_not_contradict_itself(changes: dict[str, object], message: str) -> None:
    assert contradiction(a_placement, **changes) == message


@pytest.mark.parametrize(
    ("starts", "cohort"),
    [("2026-09-14", "2000-01"), ("2026-09-14", "2023-24"), ("2026-08-31", "1999-00"), ("2026-08-31", "2022-23")],
)
def test_a_pupil_is_from_two_to_twenty_five_in_the_school_year_it_starts(starts: str, cohort: str) -> None:
    assert a_placement(starts=starts, cohort=cohort).cohort == cohort


def test_a_timetable_may_reach_beyond_the_placement() -> None:
    ended = a_placement(
        end={"on": "2026-10-30", "reason": "as_planned"}, timetable=[a_week(starts="2026-09-01", ends="2027-07-21")]
    )
    assert ended.timetable[0].ends == day("2027-07-21")


@pytest.mark.parametrize(
    ("name", "checked_on", "sustained", "weeks"),
    [
        pytest.param("after_6_weeks", "2026-12-13", "yes", 6, id="six-weeks-a-day-early"),
        pytest.param("after_6_weeks", "2026-12-14", "yes", 0, id="six-weeks"),
        pytest.param("after_12_weeks", "2027-01-24", "yes", 12, id="twelve-weeks-a-day-early"),
        pytest.param("after_12_weeks", "2027-01-25", "yes", 0, id="twelve-weeks"),
        pytest.param("after_12_weeks", "2026-12-01", "no", 0, id="known-sooner-not-to-have-lasted"),
    ],
)
def test_a_destination_lasted_only_once_it_could_have(name: str, checked_on: str, sustained: str, weeks: int) -> None:
    check = {"checked_on": checked_on, "sustained": sustained}
    changes: dict[str, Any] = {
        "destination": {"to": "special_school", "on": "2026-11-02", name: check},
        "end": {"on": "2026-10-30", "reason": "as_planned"},
    }
    if weeks:
        said = contradiction(a_placement, **changes)
        assert said == f"on {checked_on} it had not yet lasted {weeks} weeks: it began on 2026-11-02"
    else:
        assert a_placement(**changes).destination


NOTICE = {"given_on": "2026-09-09", "address": {"lines": ["1 Quay"], "postcode": "BA1 1AA"}, "days": "30"}
SESSION = {"starts_at": "09:30", "ends_at": "12:00"}


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        pytest.param(
            {"review_asked_on": "2026-09-08"},
            "a review was asked for on 2026-09-08, before the notice was given on 2026-09-09",
            id="asked-before",
        ),
        pytest.param(
            {"sessions": [SESSION, {"starts_at": "13:00", "ends_at": "13:00"}]},
            "it ends at 13:00, no later than it starts at 13:00",
            id="no-session",
        ),
    ],
)
def test_a_notice_of_direction_does_not_contradict_itself(changes: dict[str, Any], message: str) -> None:
    assert contradiction(a_placement, direction={**NOTICE, **changes}) == message


def test_a_notice_of_direction_says_where_when_and_for_how_long() -> None:
    asked = {"report_to": "session lead", "sessions": [SESSION], "review_asked_on": "2026-09-09", "filed": "AP/1"}
    notice = a_placement(direction={**NOTICE, **asked}).direction
    assert notice is not None
    assert (notice.days, notice.sessions[0].ends_at) == (30, time(12))
    assert a_placement(direction=NOTICE).direction


@pytest.mark.parametrize(
    ("on", "site"),
    [
        pytest.param("2026-09-13", "barn", id="before-any-timetable"),
        pytest.param("2026-09-14", "yard", id="the-timetables-own"),
        pytest.param("2026-11-03", "barn", id="a-timetable-without-one"),
    ],
)
def test_the_site_is_the_timetables_own_or_the_placements(on: str, site: str) -> None:
    weeks = [a_week(ends="2026-11-02", site="yard"), a_week(starts="2026-11-03")]
    assert a_placement(site="barn", timetable=weeks).site_on(day(on)) == site


def test_transport_and_the_medical_plan_are_steps_before_the_start() -> None:
    done = {"on": "2026-09-07", "by": "inclusion lead"}
    placement = a_placement(before_start={"transport_arranged": done, "medical_plan_shared": done})
    assert placement.step("transport_arranged", ON)
    assert placement.step("medical_plan_shared", day("2026-09-06")) is None


def test_a_week_may_be_without_breaks() -> None:
    (week,) = a_placement(timetable=[a_week("18", hours_without_breaks="18:00")]).timetable
    assert week.hours_without_breaks == week.hours_with_breaks


def test_what_follows_without_overlap_is_in_order() -> None:
    rolls = [{**MAIN, "ends": "2026-08-31"}, {**MAIN, "starts": "2026-09-01"}, {**MAIN, "main": "no"}]
    found = a_placement(
        timetable=[a_week(starts="2026-10-01"), a_week("6", ends="2026-09-30")],
        registered_at=rolls,
        expected_end="2026-09-14",
    )
    assert len(found.registered_at or ()) == 3
    week = found.week(day("2026-09-30"))
    assert week is not None
    assert week.hours_with_breaks == timedelta(hours=6)
    assert found.week(day("2026-09-13")) is None


@pytest.mark.parametrize(
    ("on", "live"),
    [
        pytest.param("2026-09-13", False, id="before"),
        pytest.param("2026-09-14", True, id="first-day"),
        pytest.param("2026-12-18", True, id="last-day"),
        pytest.param("2026-12-19", False, id="after"),
    ],
)
def test_a_placement_is_live_from_its_first_to_its_last_day(on: str, live: bool) -> None:
    placement = a_placement(end={"on": "2026-12-18", "reason": "as_planned"})
    assert placement.is_live(day(on)) is live
    assert placement.last_day == day("2026-12-18")


def test_an_expected_end_that_has_passed_ends_nothing() -> None:
    placement = a_placement(expected_end="2026-10-01", maximum_end="2026-10-01")
    assert placement.is_live(ON)
    assert placement.last_day is None


@pytest.mark.parametrize(
    ("periods", "answer"),
    [
        pytest.param(None, None, id="not-recorded"),
        pytest.param([], False, id="none"),
        pytest.param([{"starts": "2026-01-01"}], True, id="in-force"),
        pytest.param([{"starts": "2020-01-01", "ends": "2026-11-02"}], False, id="ended-yesterday"),
    ],
)
def test_none_is_not_the_same_as_not_recorded(periods: list[dict[str, str]] | None, answer: bool | None) -> None:
    assert a_placement(ehc_plans=periods).has_ehc_plan(ON) is answer
    assert a_placement(looked_after=periods).is_looked_after(ON) is answer


def test_the_agreement_is_the_one_in_force() -> None:
    agreements = [{"starts": "2025-09-01", "ends": "2026-08-31"}, {"starts": "2026-09-01", "pounds": "95"}]
    found = a_placement(agreements=agreements).agreement(ON)
    assert found is not None
    assert found.pounds == 95
    assert a_placement().agreement(ON) is None


@pytest.mark.parametrize("kind", ["parent", "learner"])
def test_a_family_that_commissions_is_never_named(kind: str) -> None:
    ((loc, rule, message),) = refusals(a_placement, commissioner={"kind": kind, "name": "Jo Example"})
    assert (loc, rule) == (("commissioner", "name"), "contradiction")
    assert message == f"a {kind} is never named here: write name: {kind}"
    other = {"parent": "learner", "learner": "parent"}[kind]
    assert refusals(a_placement, commissioner={"kind": kind, "name": other}) == [(loc, rule, message)]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        pytest.param("parent", "parent", id="a-parent"),
        pytest.param("parent", "Parent", id="a-parent-with-a-capital"),
        pytest.param("learner", "learner", id="a-learner"),
        pytest.param("academy", "Westmarch Academy", id="an-academy"),
    ],
)
def test_who_commissions_is_said(kind: str, name: str) -> None:
    assert a_placement(commissioner={"kind": kind, "name": name}).commissioner.name == name


@pytest.mark.parametrize("key", ["date_of_birth", "upn", "pupil_name"])
def test_what_says_who_a_pupil_is_has_no_place(key: str) -> None:
    said: dict[str, Any] = {key: "2011-05-06"}
    with pytest.raises(ValidationError, match="Extra inputs are not permitted"):
        a_placement(**said)
