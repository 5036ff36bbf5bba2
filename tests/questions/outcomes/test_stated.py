"""What a provider states of attendance is held against what its own termly reports sum to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.outcomes.stated import attendance_differences
from tests.builders import PLACEMENT, a_placement, a_report, a_self_assessment, an_authority, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

ON = "2026-11-03"
STARTS = a_placement(starts="2025-09-08")
COVERS = {"starts": "2025-09-01", "ends": "2026-08-31"}


def reported(attended: str = "84", report: str = f"2025-26-autumn/{PLACEMENT}") -> Record:
    sessions = {"possible": "100", "attended": attended}
    return a_report(report, status="submitted", submitted_on="2026-01-12", sessions=sessions)


def said(
    attendance: str | None, *records: Record, on: str = ON, period: dict[str, str] | None = COVERS, **more: Any
) -> list[str]:
    figures = {"outcomes": [{"cohort": "2010-11", "attendance": "10"}, {"attendance": attendance, **more}]}
    if attendance is None:
        figures["outcomes"][1] = {"started": "3"}
    assessment = a_self_assessment(period=period, figures=figures)
    return [each.says for each in attendance_differences(assessment, situation(on, assessment, *records))]


def test_both_numbers_and_the_sessions_are_said() -> None:
    assert said("92", STARTS, reported()) == [
        "states 92 % attendance for 2025-26; the termly reports of that year sum to 84.0 % (84 of 100 sessions)"
    ]


@pytest.mark.parametrize(
    ("stated", "differs"),
    [("89", False), ("89.1", True), ("79", False), ("78.9", True), ("84", False)],
)
def test_it_may_differ_by_five_points_until_the_council_decides(stated: str, *, differs: bool) -> None:
    assert bool(said(stated, STARTS, reported())) is differs


def test_a_council_may_ask_for_less() -> None:
    decided = an_authority(attendance_difference={"percent": "1", "reason": "as the board decided"})
    assert said("86", STARTS, reported(), decided)
    assert not said("85", STARTS, reported(), decided)


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param({"on": "2026-08-31"}, id="the year is not over"),
        pytest.param({"period": {"starts": "2025-09-01"}}, id="a time without an end"),
        pytest.param({"period": {"starts": "2025-09-01", "ends": "2026-09-01"}}, id="longer than a year"),
        pytest.param({"period": None}, id="the year it is named for, which is not over"),
        pytest.param({"period": {"starts": "2024-09-01", "ends": "2025-08-31"}}, id="a year without reports"),
        pytest.param({"cohort": "2011-12"}, id="of one cohort"),
    ],
)
def test_what_cannot_be_held_against_the_reports_is_not(asked: dict[str, Any]) -> None:
    assert not said("50", STARTS, reported(), **asked)


def test_what_is_not_stated_contradicts_nothing() -> None:
    assert not said(None, STARTS, reported())
    bare = a_self_assessment(period=COVERS)
    assert not list(attendance_differences(bare, situation(ON, bare, STARTS, reported())))


def test_without_sessions_there_is_nothing_to_hold_it_against() -> None:
    assert not said("92", STARTS, a_report(f"2025-26-autumn/{PLACEMENT}"))
