"""A termly report: what it lacks, and what it may not say at once."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.vocabulary.reporting import ReportingPeriod
from tests.builders import a_report, day
from tests.records.refusing import contradiction, refusals

SESSIONS = {"possible": "100", "attended": "90"}
OBJECTIVE = {"objective": "attend", "progress": "on_track"}
TOO_MANY_SESSIONS = "attended, absent and unknown sessions together are more than the possible ones"
REVIEW = {"by": "inclusion lead", "on": "2026-12-18", "judgement": "good"}
VOICE = {"on": "2026-12-01", "method": "interview"}


@pytest.mark.parametrize("status", ["submitted", "returned", "accepted"])
def test_what_was_sent_says_when(status: str) -> None:
    said = f"it is {status}, so say when it was submitted: submitted_on"
    assert contradiction(a_report, status=status, review=REVIEW) == said
    assert a_report(status=status, submitted_on="2026-12-15", review=REVIEW).is_received


def test_a_draft_was_not_submitted() -> None:
    said = "it is a draft, and it was submitted on 2026-12-15: say its status"
    assert contradiction(a_report, submitted_on="2026-12-15") == said


def test_what_is_accepted_was_reviewed() -> None:
    said = "it is accepted, so say by whom, when and with what judgement: review"
    assert contradiction(a_report, status="accepted", submitted_on="2026-12-15") == said


@pytest.mark.parametrize("status", ["returned", "accepted"])
def test_it_is_reviewed_once_it_was_submitted(status: str) -> None:
    said = "it was reviewed on 2026-12-18, before it was submitted on 2026-12-19"
    assert contradiction(a_report, status=status, submitted_on="2026-12-19", review=REVIEW) == said
    assert a_report(status=status, submitted_on="2026-12-18", review=REVIEW).review


def test_a_report_that_was_sent_again_keeps_the_review_it_was_returned_with() -> None:
    report = a_report(status="submitted", submitted_on="2027-01-08", review={**REVIEW, "judgement": "concern"})
    assert report.review


def test_no_concern_is_passed_on_that_was_not_raised() -> None:
    said = contradiction(a_report, safeguarding={"raised": "no", "passed_on": "2026-11-20"})
    assert said == "no concern was raised, and one was passed on on 2026-11-20"
    said = contradiction(a_report, safeguarding={"raised": "no", "passed_to": "council"})
    assert said == "no concern was raised, and it says to whom one was passed on"
    assert a_report(safeguarding={"raised": "yes", "passed_on": "2026-11-20"}).safeguarding


def test_a_draft_was_not_received() -> None:
    assert not a_report().is_received


def test_its_name_says_which_placement_and_period_it_is_about() -> None:
    report = a_report("2026-27-spring/PL-7K3QX")
    assert (report.placement, report.year, report.period) == ("PL-7K3QX", "2026-27", ReportingPeriod.SPRING)


@pytest.mark.parametrize(
    ("sessions", "message"),
    [
        pytest.param(
            {"authorised_absence": "6", "unauthorised_absence": "5"}, TOO_MANY_SESSIONS, id="more-than-possible"
        ),
        pytest.param({"unknown": "11"}, TOO_MANY_SESSIONS, id="with-those-nobody-noted"),
        pytest.param({"attended": "101"}, TOO_MANY_SESSIONS, id="attended"),
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


def test_incidents_by_type_are_no_more_than_all() -> None:
    by_type = [{"type": "leaving the site", "number": "2"}, {"type": "damage", "number": "1"}]
    said = contradiction(a_report, engagement={"incidents": "2", "incidents_by_type": by_type})
    assert said == "3 incidents by type are more than the 2 in all"
    assert a_report(engagement={"incidents": "3", "incidents_by_type": by_type}).engagement is not None
    assert a_report(engagement={"incidents_by_type": by_type}).engagement is not None


APPENDIX_B: dict[str, Any] = {
    "sessions": {**SESSIONS, "unknown": "1", "pattern": "Mondays"},
    "objectives": [{**OBJECTIVE, "reference": "outcome 2", "measure": "sessions attended"}],
    "learning": {
        "english": {"baseline": "entry 2", "now": "entry 3", "tool": "the provider's own test"},
        "maths": {"baseline": "entry 3", "now": "entry 3"},
        "missed": "science; made up for at school",
        "remote_share": "10",
    },
    "qualifications": [{"title": "Land-based studies", "level": "1", "units_done": "2", "predicted": "pass"}],
    "engagement": {"positive": "leads the feeding", "measures": [{"tool": "SDQ", "before": "18", "now": "14"}]},
    "risk_assessment_reviewed": "2026-12-01",
    "risk_assessment_changed": "no",
    "risk_assessment_shared": "2026-12-02",
    "pupil_voice": {
        **VOICE,
        "works": "animals",
        "does_not_work": "the bus",
        "wants_next": "college",
        "own_words": "yes",
    },
    "parent_contacted": "2026-12-03",
    "parent_view": "content",
    "partners": {"school": ["2026-11-12"], "virtual_school": "no", "meeting_on": "2026-11-30", "contributed": "yes"},
    "reintegration": {"planned": "yes", "stage": "two mornings at school", "on": "2026-12-01", "barriers": ["travel"]},
}


def test_every_row_of_appendix_b_has_its_place() -> None:
    report = a_report(**APPENDIX_B)
    assert set(APPENDIX_B) <= report.model_fields_set
    assert report.learning is not None
    assert report.learning.english is not None
    assert report.learning.english.now == "entry 3"
    assert report.partners is not None
    assert report.partners.school == (day("2026-11-12"),)


LATE = "2026-12-16"


@pytest.mark.parametrize(
    ("changes", "at"),
    [
        ({"sessions": {**SESSIONS, "last_daily_return": LATE}}, ("sessions", "last_daily_return")),
        ({"parent_contacted": LATE}, ("parent_contacted",)),
        ({"risk_assessment_reviewed": LATE}, ("risk_assessment_reviewed",)),
        ({"risk_assessment_shared": LATE}, ("risk_assessment_shared",)),
        ({"pupil_voice": {**VOICE, "on": LATE}}, ("pupil_voice", "on")),
        ({"achievements": [{"what": "first aid"}, {"what": "swims", "on": LATE}]}, ("achievements", 1, "on")),
        ({"qualifications": [{"title": "Award", "on": LATE}]}, ("qualifications", 0, "on")),
        ({"partners": {"school": ["2026-12-01", LATE]}}, ("partners", "school", 1)),
        ({"reintegration": {"planned": "yes", "on": LATE}}, ("reintegration", "on")),
    ],
)
def test_what_it_tells_of_was_before_it_was_sent(changes: dict[str, Any], at: tuple[str | int, ...]) -> None:
    said = f"{LATE} is after the report was sent, on 2026-12-15: correct one of the two"
    assert refusals(a_report, status="submitted", submitted_on="2026-12-15", **changes) == [(at, "contradiction", said)]
    assert a_report(status="submitted", submitted_on=LATE, **changes).is_received
    assert not a_report(**changes).is_received


def test_what_becomes_known_later_may_be_later() -> None:
    changes: dict[str, Any] = {"safeguarding": {"raised": "yes", "passed_on": LATE}, "proposed_end": LATE}
    assert a_report(status="submitted", submitted_on="2026-12-15", **changes).is_received
