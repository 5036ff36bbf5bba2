"""What a termly report or a self-assessment says that can hardly be, and the rules that ask about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.doubts import assessment_doubts, report_doubts
from apqa.rules.doubts import (
    objective_reported_twice,
    report_does_not_fit_placement,
    self_assessment_day_too_early,
    sessions_do_not_add_up,
)
from tests.builders import (
    PROVIDER,
    a_headcount,
    a_placement,
    a_provider,
    a_report,
    a_self_assessment,
    a_whole_year,
    situation,
)
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.base import Record

ON = "2026-12-18"
DAYS = 65
"""The school days of the autumn from 14 September 2026, when the placement starts."""
END = {"on": "2026-12-18", "reason": "as_planned"}


def said(*others: Record, calendar: bool = True, **changes: Any) -> list[str]:
    """Answer what is doubted of a report on a placement that starts on 14 September at 12 hours a week."""
    report = a_report(**{"status": "submitted", "submitted_on": "2026-12-16", **changes})
    there = others or (a_placement(),)
    about = situation(ON, report, a_provider(), *there, *([a_whole_year()] if calendar else []))
    return [each.says for each in report_doubts(report, about)]


def sessions(possible: int, attended: int = 0, **more: Any) -> dict[str, Any]:
    return {"possible": str(possible), "attended": str(attended), **{key: str(each) for key, each in more.items()}}


def test_there_are_two_sessions_a_school_day_of_the_placement_in_the_period_and_no_more() -> None:
    assert said(sessions=sessions(2 * DAYS)) == []
    over = f"{2 * DAYS + 1} sessions possible; the placement's school days in the period have no more than {2 * DAYS}"
    assert said(sessions=sessions(2 * DAYS + 1)) == [over]
    ended = a_placement(end={**END, "on": "2026-09-18"})
    assert said(ended, sessions=sessions(11)) == [
        "11 sessions possible; the placement's school days in the period have no more than 10"
    ]
    (billion,) = said(sessions=sessions(10**9))
    assert billion.startswith("1,000,000,000 sessions possible")


def test_how_many_sessions_there_were_is_not_guessed() -> None:
    assert said(sessions=sessions(10**9), calendar=False) == []
    assert said(a_placement(2), sessions=sessions(10**9)) == []


@pytest.mark.parametrize(
    ("counted", "left"),
    [
        (sessions(40, 31), 0),
        (sessions(40, 31, authorised_absence=5, unauthorised_absence=4), 0),
        (sessions(40, 31, authorised_absence=5, unauthorised_absence=3), 1),
        (sessions(40, 31, authorised_absence=5, unauthorised_absence=3, unknown=1), 0),
        (sessions(40, 31, authorised_absence=5, provider_closed=4), 0),
        (sessions(40, 31, authorised_absence=9, provider_closed=4), 0),
        (sessions(40, 31, unknown=0), 9),
        (sessions(40, 31, provider_closed=2), 0),
    ],
)
def test_absences_that_are_stated_account_for_every_session_missed(counted: dict[str, Any], left: int) -> None:
    says = f"31 attended and the absences stated leave {left} of 40 possible sessions unaccounted for"
    assert said(sessions=counted) == ([says] if left else [])


def test_no_more_hours_are_attended_than_are_agreed() -> None:
    assert said(hours_a_week="12") == []
    assert said(hours_a_week="12:01") == ["12:01 hours a week attended, and 12 are agreed"]
    assert said(a_placement(timetable=[]), hours_a_week="115") == []
    assert said(a_placement(end={**END, "on": "2026-09-30"}), hours_a_week="11.5") == []


def test_where_the_pupil_went_is_told_once_the_placement_has_an_end() -> None:
    went = {"to": "neet", "on": "2026-12-21"}
    assert said(destination=went) == [
        "it says where the pupil went (not in education, employment or training), and the placement has no end"
    ]
    assert said(a_placement(end=END), destination=went) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"sessions": {**sessions(2, 2), "last_daily_return": "2026-09-13"}},
        {"safeguarding": {"raised": "yes", "passed_on": "2026-09-13"}},
        {"pupil_voice": {"on": "2026-09-13", "method": "declined"}},
        {"parent_contacted": "2026-09-13"},
        {"achievements": [{"what": "first aid badge", "on": "2026-09-13"}]},
        {"reintegration": {"planned": "yes", "on": "2026-09-13"}},
    ],
)
def test_a_day_of_the_placement_is_not_before_it_started(changes: dict[str, Any]) -> None:
    assert said(**changes) == ["13 September 2026 is before the placement started, on 14 September 2026"]
    assert said(a_placement(starts="2026-09-13"), **changes) == []


@pytest.mark.parametrize("key", ["risk_assessment_reviewed", "risk_assessment_shared"])
def test_what_may_come_before_a_placement_does_not_come_years_before(key: str) -> None:
    before: dict[str, Any] = {key: "2025-08-31"}
    assert said(**{**before, key: "2025-09-01"}) == []
    assert said(**before) == [
        "31 August 2025 is more than a school year before the placement started, on 14 September 2026"
    ]


def test_a_school_year_before_is_one_in_a_leap_year_too() -> None:
    late = a_placement(starts="2028-08-31")
    report: dict[str, Any] = {"submitted_on": "2028-08-31"}
    assert said(late, **report, risk_assessment_shared="2026-09-01") == []
    assert said(late, **report, risk_assessment_shared="2026-08-31") == [
        "31 August 2026 is more than a school year before the placement started, on 31 August 2028"
    ]


def test_what_was_sent_before_the_placement_is_a_fault_of_its_own() -> None:
    assert said(submitted_on="2026-09-10", parent_contacted="2026-09-09") == []
    assert said(status="draft", submitted_on=None, parent_contacted="2026-09-09") == []


def test_two_objectives_with_the_same_words_cannot_be_told_apart() -> None:
    same = [{"objective": text, "progress": "met"} for text in ("Arrive on time", "Stay", "arrive  on Time")]
    assert said(objectives=same) == ["'arrive  on Time' stands there twice, as objective 1 and as objective 3"]
    assert said(objectives=same[:2]) == []


def test_the_rules_ask_about_reports_that_were_sent_by_the_day() -> None:
    changes: dict[str, Any] = {
        "sessions": sessions(500),
        "hours_a_week": "115",
        "objectives": [{"objective": "Stay", "progress": "met"}] * 2,
    }
    report = a_report(status="submitted", submitted_on="2026-12-16", **changes)
    others = (report, a_provider(), a_placement(), a_whole_year())
    ways = {
        sessions_do_not_add_up: ("sessions", "possible"),
        report_does_not_fit_placement: ("hours_a_week",),
        objective_reported_twice: ("objectives", 1, "objective"),
    }
    for rule, way in ways.items():
        assert [at for _, at in found(rule, situation("2026-12-16", *others), report)] == [way]
        assert found(rule, situation("2026-12-15", *others), report) == []


def doubted(**changes: Any) -> list[str]:
    assessment = a_self_assessment(f"{PROVIDER}/2026-27", **{"completed_on": "2026-12-15", **changes})
    return [each.says for each in assessment_doubts(assessment)]


def test_the_pupils_are_counted_in_the_time_a_self_assessment_is_about() -> None:
    assert doubted(headcount=a_headcount(on="2026-09-01")) == []
    assert doubted(headcount=a_headcount(on="2026-08-31")) == [
        "counted on 31 August 2026, before the time it is about began on 1 September 2026"
    ]
    covers = {"starts": "2026-01-01", "ends": "2026-12-31"}
    assert doubted(headcount=a_headcount(on="2026-01-01"), period=covers) == []


@pytest.mark.parametrize(
    ("area", "key"),
    [("safeguarding", "trained_on"), ("health_and_safety", "fire_drill"), ("health_and_safety", "fire_risk_assessed")],
)
def test_training_and_fire_safety_are_no_older_than_the_year_before(area: str, key: str) -> None:
    assert doubted(figures={area: {key: "2025-09-01"}}) == []
    assert doubted(figures={area: {key: "2025-08-31"}}) == [
        "31 August 2025 is before 1 September 2025, when the school year before began"
    ]


def test_the_last_self_assessment_is_asked_about_its_days() -> None:
    headcount = a_headcount(on="2026-05-14")
    first = a_self_assessment(completed_on="2026-12-01", headcount=headcount)
    about = situation("2026-12-01", a_provider(), first)
    assert [at for _, at in found(self_assessment_day_too_early, about, first)] == [("headcount", "on")]
    assert found(self_assessment_day_too_early, situation("2026-11-30", a_provider(), first), first) == []
