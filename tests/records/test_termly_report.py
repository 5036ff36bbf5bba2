"""A termly report: what it lacks, and what it may not say at once."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.vocabulary.reporting import ReportingPeriod
from tests.builders import a_report
from tests.records.refusing import contradiction, refusals

SESSIONS = {"possible": "100", "attended": "90"}
OBJECTIVE = {"objective": "attend", "progress": "on_track"}
VOICE = {"on": "2026-12-01", "method": "interview"}


@pytest.mark.parametrize("status", ["submitted", "returned", "accepted"])
def test_what_was_sent_says_when(status: str) -> None:
    assert contradiction(a_report, status=status) == (f"it is {status}, so say when it was submitted: submitted_on")
    assert a_report(status=status, submitted_on="2026-12-15").is_received


def test_a_draft_was_not_received() -> None:
    assert not a_report().is_received


def test_its_name_says_which_placement_and_period_it_is_about() -> None:
    report = a_report("2026-27-spring/PL-7K3QX")
    assert (report.placement, report.year, report.period) == ("PL-7K3QX", "2026-27", ReportingPeriod.SPRING)


@pytest.mark.parametrize(
    ("sessions", "message"),
    [
        pytest.param(
            {"authorised_absence": "6", "unauthorised_absence": "5"},
            "attended and absent sessions together are more than the possible ones",
            id="more-than-possible",
        ),
        pytest.param(
            {"attended": "101"}, "attended and absent sessions together are more than the possible ones", id="attended"
        ),
        pytest.param({"late": "91"}, "more late sessions than attended ones", id="late"),
    ],
)
def test_sessions_add_up(sessions: dict[str, str], message: str) -> None:
    assert contradiction(a_report, sessions={**SESSIONS, **sessions}) == message


def test_sessions_may_add_up_exactly() -> None:
    exact = {**SESSIONS, "authorised_absence": "5", "unauthorised_absence": "5", "late": "90"}
    assert a_report(sessions=exact).sessions is not None


@pytest.mark.parametrize("engagement", ["0", "5"])
def test_engagement_is_from_one_to_four(engagement: str) -> None:
    ((_, rule, message),) = refusals(a_report, engagement={"engagement": engagement})
    assert (rule, message) == ("out-of-range", "engagement is a number from 1 (hardly) to 4 (fully)")


@pytest.mark.parametrize("engagement", [{"engagement": "1"}, {"engagement": "4"}, {"incidents": "0"}])
def test_engagement_may_be_any_of_these_or_left_out(engagement: dict[str, str]) -> None:
    assert a_report(engagement=engagement).engagement is not None


@pytest.mark.parametrize(
    ("left_out", "missing"),
    [
        pytest.param((), (), id="complete"),
        pytest.param(("sessions",), ("attendance in sessions",), id="attendance"),
        pytest.param(("objectives",), ("progress on at least one objective",), id="objectives"),
        pytest.param(("pupil_voice",), ("the pupil's voice",), id="voice"),
        pytest.param(
            ("sessions", "objectives", "pupil_voice"),
            ("attendance in sessions", "progress on at least one objective", "the pupil's voice"),
            id="everything",
        ),
    ],
)
def test_a_report_is_complete_with_attendance_an_objective_and_the_pupils_voice(
    left_out: tuple[str, ...], missing: tuple[str, ...]
) -> None:
    parts: dict[str, Any] = {"sessions": SESSIONS, "objectives": [OBJECTIVE], "pupil_voice": VOICE}
    assert a_report(**{key: part for key, part in parts.items() if key not in left_out}).missing() == missing
