"""Whether attendance was kept up every day, as far as the reports show it (QF-52)."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.questions.due.attendance import attendance_gap
from apqa.questions.placement_checks.following import attendance_kept_up, reported
from apqa.rules.reports import attendance_not_kept_up
from tests.builders import Data, a_placement, a_report, a_week, a_whole_year, situation
from tests.questions.due.test_reports import AUTUMN, SPRING, YEAR, an_end, sent
from tests.rules.asking import found


def gap(last: str, *, sent_on: str = "2026-12-17", on: str = "2027-01-08", **changes: Any) -> str:
    """Answer since when attendance was not reported; empty without a gap."""
    report = a_report(**sent(sent_on, sessions=_until(last)))
    placement = a_placement(**changes)
    told = attendance_gap(placement, situation(on, YEAR, placement, report))
    return str(told.since) if told else ""


def _until(last: str) -> Data:
    return {"possible": "50", "attended": "45", "last_daily_return": last}


@pytest.mark.parametrize(
    ("last", "since"),
    [
        pytest.param("2026-12-16", "", id="the day before it was sent"),
        pytest.param("2026-12-15", "2026-12-16", id="a day sooner"),
        pytest.param("2026-12-11", "2026-12-14", id="a Friday: the Monday after"),
        pytest.param("2026-10-23", "2026-11-02", id="before the half term: the day after it"),
        pytest.param("2025-01-01", "2026-09-14", id="before the placement: its first day"),
    ],
)
def test_the_first_session_after_the_last_day_reported(last: str, since: str) -> None:
    assert gap(last) == since


def test_only_the_pupils_own_days_are_asked_for() -> None:
    week = [a_week(days=["mon", "tue"])]
    assert gap("2026-12-08", timetable=week) == "2026-12-14"
    assert gap("2026-12-15", timetable=week) == ""


def test_without_a_timetable_for_the_day_nothing_is_claimed() -> None:
    assert gap("2026-12-08", timetable=[a_week(ends="2026-12-08")]) == ""


def test_what_came_after_the_period_is_no_gap_in_its_report() -> None:
    assert gap("2026-12-18", sent_on="2027-01-13", on="2027-02-01") == ""
    assert gap("2026-12-17", sent_on="2027-01-13", on="2027-02-01") == "2026-12-18"


@pytest.mark.parametrize(("last", "since"), [("2026-11-12", "2026-11-13"), ("2026-11-13", "")])
def test_the_last_day_of_the_placement_is_asked_for_too(last: str, since: str) -> None:
    assert gap(last, end=an_end("2026-11-13")) == since


@pytest.mark.parametrize(
    "sessions", [None, {"possible": "50", "attended": "45"}], ids=["no attendance", "no day recorded"]
)
def test_what_the_report_does_not_say_is_not_claimed(sessions: Data | None) -> None:
    report, placement = a_report(**sent(sessions=sessions)), a_placement()
    assert attendance_gap(placement, situation("2027-01-08", YEAR, placement, report)) is None
    assert attendance_kept_up(placement, situation("2027-01-08", YEAR, placement, report)).state == "not_applicable"


def test_without_a_calendar_or_a_report_nothing_is_claimed() -> None:
    report, placement = a_report(**sent(sessions=_until("2026-10-01"))), a_placement()
    assert attendance_gap(placement, situation("2027-01-08", placement, report)) is None
    assert attendance_gap(placement, situation("2027-01-08", placement, YEAR)) is None


def test_the_report_that_was_sent_last_counts_and_none_of_tomorrow() -> None:
    placement = a_placement()
    reports = (
        a_report(**sent(sessions=_until("2026-11-20"))),
        a_report(f"{SPRING}/{placement.id}", **sent("2027-03-24", sessions=_until("2027-03-23"))),
    )
    assert attendance_gap(placement, situation("2027-03-23", YEAR, placement, *reports)) is not None
    assert attendance_gap(placement, situation("2027-03-24", YEAR, placement, *reports)) is None


def test_the_rule_says_since_when_of_a_placement_that_goes_on() -> None:
    report, placement = a_report(**sent(sessions=_until("2026-12-11"))), a_placement()
    said = "not reported since 14 December 2026: the report of 17 December 2026 says attendance was last reported on "
    assert found(attendance_not_kept_up, situation("2027-01-08", YEAR, placement, report), placement) == [
        (f"{said}11 December 2026", ("attendance",))
    ]
    ended = a_placement(end=an_end("2026-12-18"))
    assert found(attendance_not_kept_up, situation("2027-01-08", YEAR, ended, report), ended) == []


class TestThePlacementCheck:
    """What the records show where neither rule finds a fault."""

    def test_until_when_it_was_kept_up(self) -> None:
        report, placement = a_report(**sent(sessions=_until("2026-12-16"))), a_placement()
        shown = attendance_kept_up(placement, situation("2027-01-08", YEAR, placement, report))
        assert shown.says == "reported to 16 December 2026, as the last report says"

    @pytest.mark.parametrize(
        ("on", "report", "says", "due"),
        [
            pytest.param(
                "2026-11-03",
                {"status": "draft"},
                "Termly report, autumn 2026-27 (first): not due yet",
                "2027-01-15",
                id="none yet",
            ),
            pytest.param(
                "2026-12-18",
                sent(),
                "Termly report, autumn 2026-27 (first): sent on 17 December 2026",
                "None",
                id="sent, and none due",
            ),
            pytest.param(
                "2027-01-20",
                sent(),
                "Termly report, autumn 2026-27 (first): sent on 17 December 2026",
                "2027-04-23",
                id="sent, and the next ahead",
            ),
        ],
    )
    def test_the_last_report_and_when_the_next_is_due(self, on: str, report: Data, says: str, due: str) -> None:
        placement = a_placement()
        shown = reported(placement, situation(on, YEAR, placement, a_report(**report)))
        assert (shown.says, str(shown.due)) == (says, due)

    def test_without_a_calendar_none_is_asked_for(self) -> None:
        assert reported(a_placement(), situation("2026-11-03")).state == "not_applicable"

    def test_where_the_day_cannot_be_told_that_is_said(self) -> None:
        shown = reported(a_placement(starts="2027-06-10"), situation("2027-07-25", a_whole_year()))
        assert shown.state == "not_recorded"
        assert "no calendar of the council is recorded for 2027-28" in shown.says


def test_the_folder_names_the_period_of_a_report() -> None:
    assert a_report().term == AUTUMN
