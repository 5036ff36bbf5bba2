"""Which termly reports were there on a day, and how they stood."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from apqa.questions.received_report import as_known, expected, lacks, reports_by, term_of, term_order, was_there
from apqa.vocabulary.reporting import ReportStatus
from tests.builders import PLACEMENT, a_placement, a_report, a_whole_year, situation

AUTUMN = f"2026-27-autumn/{PLACEMENT}"
SENT = {"status": "submitted", "submitted_on": "2026-12-16"}
REVIEWED = {**SENT, "status": "accepted", "review": {"by": "SENDCo", "on": "2027-01-08", "judgement": "good"}}
COMPLETE: dict[str, Any] = {
    "sessions": {"possible": "60", "attended": "50"},
    "objectives": [{"objective": "Arrive on time", "progress": "met"}],
    "pupil_voice": {"on": "2026-12-10", "method": "interview"},
}


def test_periods_stand_in_the_order_of_time() -> None:
    terms = ["2026-27-summer", "2026-27-autumn", "2025-26-summer", "2026-27-spring"]
    ordered = ["2025-26-summer", "2026-27-autumn", "2026-27-spring", "2026-27-summer"]
    assert sorted(terms, key=term_order) == ordered
    assert term_of(AUTUMN) == "2026-27-autumn"


@pytest.mark.parametrize(
    ("changes", "on", "there"),
    [
        pytest.param(SENT, "2026-12-15", False, id="the day before it was sent"),
        pytest.param(SENT, "2026-12-16", True, id="the day it was sent"),
        pytest.param({}, "2026-08-31", False, id="a draft, the day before its year"),
        pytest.param({}, "2026-09-01", True, id="a draft, the first day of its year"),
        pytest.param({}, "2027-12-01", True, id="a draft, a year later"),
    ],
)
def test_a_report_is_there_from_the_day_it_was_sent_and_a_draft_from_its_year(
    changes: dict[str, Any], on: str, there: bool
) -> None:
    report = a_report(AUTUMN, **changes)
    assert was_there(report, date.fromisoformat(on)) is there
    assert (report in reports_by(PLACEMENT, situation(on, report))) is there


def test_reports_come_with_the_earliest_period_first() -> None:
    ids = [f"2025-26-{period}/{PLACEMENT}" for period in ("summer", "autumn", "spring")]
    found = reports_by(PLACEMENT, situation("2026-11-03", *(a_report(each) for each in ids)))
    assert [term_of(each.id) for each in found] == ["2025-26-autumn", "2025-26-spring", "2025-26-summer"]


@pytest.mark.parametrize(
    ("on", "status", "reviewed"),
    [("2027-01-07", ReportStatus.SUBMITTED, False), ("2027-01-08", ReportStatus.ACCEPTED, True)],
)
def test_what_was_concluded_later_had_not_been_concluded_then(on: str, status: ReportStatus, reviewed: bool) -> None:
    known = as_known(a_report(AUTUMN, **REVIEWED), date.fromisoformat(on))
    assert (known.status, known.review is not None) == (status, reviewed)


def test_a_report_without_a_review_stays_as_it_is() -> None:
    report = a_report(AUTUMN, **SENT)
    assert as_known(report, date(2026, 12, 16)) is report


def test_what_was_asked_for_is_known_by_the_calendar() -> None:
    report, placement = a_report(AUTUMN), a_placement(starts="2026-09-14")
    found = expected(report, placement, situation("2027-01-08", placement, a_whole_year()))
    assert found is not None
    assert (found.span.key, found.is_final) == ("2026-27-autumn", False)
    assert expected(report, placement, situation("2027-01-08", placement)) is None


def test_a_final_report_lacks_where_the_pupil_went() -> None:
    report = a_report(AUTUMN, **COMPLETE)
    ended = a_placement(starts="2026-09-14", end={"on": "2026-11-27", "reason": "moved_on"})
    asked = situation("2027-01-08", ended, a_whole_year())
    assert lacks(report, ended, asked) == ("the destination", "achievements")
    assert lacks(report, ended, situation("2027-01-08", ended)) == (), "no calendar says that it is the final one"
    assert lacks(a_report(AUTUMN), ended, asked)[0] == "attendance in sessions"
