"""A pupil's whole week: hours over all provisions, against a full-time entitlement."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from apqa.questions.package import Fullness, Week, hours_text, pupils_week
from apqa.records.scalars import Hours
from apqa.vocabulary.placement import PartTimeReason
from tests.builders import ON, a_package, a_placement, a_week, an_authority, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

FULL, WITH_REASON = Fullness.FULL_TIME, Fullness.PART_TIME_WITH_REASON
PART, NOT_RECORDED = Fullness.PART_TIME, Fullness.NOT_RECORDED


def week(*records: Record) -> Week:
    return pupils_week("P-00001", situation(ON, *records))


def a_reason(reason: str = "health", **changes: Any) -> dict[str, Any]:
    return {
        "reason": reason,
        "decided_by": "head of inclusion",
        "explanation": "as advised",
        "starts": "2026-09-14",
        "review_on": "2026-12-01",
        "filed": "AP/reasons",
        **changes,
    }


@pytest.mark.parametrize(
    ("elsewhere", "fullness"),
    [
        pytest.param("13", FULL, id="exactly-the-entitlement"),
        pytest.param("12:59", PART, id="a-minute-less"),
    ],
)
def test_a_week_is_full_from_the_entitlement_on(elsewhere: str, fullness: Fullness) -> None:
    found = week(a_placement(1, "12", package=a_package(elsewhere)))
    assert found.fullness is fullness
    assert found.entitlement == timedelta(hours=25)


@pytest.mark.parametrize(
    ("name", "hours"),
    [
        pytest.param("North Star", 12, id="the-provider-of-the-placement"),
        pytest.param("NORTH STAR Forest School CIC", 12, id="in-capitals-and-more-words"),
        pytest.param("north-star", 12, id="by-its-id"),
        pytest.param("Northern Star", 25, id="another-word"),
        pytest.param("North Road Academy", 25, id="one-word-of-two"),
        pytest.param(None, 25, id="nobody-named"),
    ],
)
def test_hours_with_the_provider_of_a_placement_are_not_elsewhere(name: str | None, hours: int) -> None:
    found = week(a_placement(1, "12", package=a_package("13", name=name)))
    assert found.total == timedelta(hours=hours)


def test_two_part_time_provisions_make_a_full_week() -> None:
    here = a_placement(1, "12", package={"elsewhere": []})
    there = a_placement(2, "13", pupil="P-00001", provider="another", package=None)
    found = week(here, there)
    assert found.fullness is FULL
    assert found.total == timedelta(hours=25)
    assert found.placements == (("PL-00001", timedelta(hours=12)), ("PL-00002", timedelta(hours=13)))


def test_breaks_are_left_out_where_they_are_known_apart() -> None:
    with_breaks = a_week("13", hours_without_breaks="11")
    assert week(a_placement(timetable=[with_breaks], package=a_package("14"))).total == timedelta(hours=25)


def test_the_council_sets_the_entitlement() -> None:
    policy = an_authority(full_time_hours={"hours": "26:15", "reason": "the school day"})
    found = week(a_placement(1, "12", package=a_package("14")), policy)
    assert (found.entitlement, found.fullness) == (timedelta(hours=26, minutes=15), PART)


@pytest.mark.parametrize(
    ("reasons", "fullness", "reason"),
    [
        pytest.param([a_reason()], WITH_REASON, PartTimeReason.HEALTH, id="health"),
        pytest.param(
            [a_reason("reintegration"), a_reason()], WITH_REASON, PartTimeReason.HEALTH, id="health-comes-first"
        ),
        pytest.param([a_reason("other")], WITH_REASON, PartTimeReason.OTHER, id="another"),
        pytest.param([a_reason(ends="2026-11-02")], PART, None, id="one-that-has-ended"),
        pytest.param([], PART, None, id="none"),
    ],
)
def test_less_is_in_order_with_a_recorded_reason(
    reasons: list[dict[str, Any]], fullness: Fullness, reason: PartTimeReason | None
) -> None:
    found = week(a_placement(1, "12", package={"elsewhere": [], "part_time": reasons}))
    assert found.fullness is fullness
    assert (found.part_time.reason if found.part_time else None) is reason


def test_a_rest_of_the_week_that_is_not_recorded_is_not_part_time() -> None:
    found = week(a_placement(1, "12", package=None))
    assert (found.fullness, found.elsewhere, found.total) == (NOT_RECORDED, None, timedelta(hours=12))


def test_enough_hours_here_need_no_rest_of_the_week() -> None:
    assert week(a_placement(1, "25", package=None)).fullness is FULL


def test_the_most_recent_placement_says_what_is_elsewhere() -> None:
    older = a_placement(1, "5", package=a_package("20"))
    newer = a_placement(2, "5", pupil="P-00001", starts="2026-10-01", package=a_package("2"))
    assert week(older, newer).elsewhere == timedelta(hours=2)


OVER = [a_week(ends="2026-10-30")]


def test_a_week_without_timetable_has_no_known_hours() -> None:
    found = week(a_placement(timetable=OVER))
    assert (found.placements, found.without_timetable) == ((("PL-00001", None),), ("PL-00001",))


@pytest.mark.parametrize(
    ("other", "package", "fullness"),
    [
        pytest.param("12", a_package("10"), NOT_RECORDED, id="not-known"),
        pytest.param("12", {"elsewhere": [], "part_time": [a_reason()]}, WITH_REASON, id="with-a-reason"),
        pytest.param("25", a_package("0"), FULL, id="enough-without-it"),
    ],
)
def test_a_week_with_a_timetable_missing_is_not_part_time(other: str, package: Any, fullness: Fullness) -> None:
    missing = a_placement(1, timetable=OVER, package=package)
    found = week(missing, a_placement(2, other, pupil="P-00001", package=package))
    assert found.fullness is fullness
    assert found.total == timedelta(hours=int(other)) + (found.elsewhere or timedelta())


def test_a_pupil_without_live_placements_has_no_recorded_week() -> None:
    found = week(a_placement(1, "25", end={"on": "2026-11-02", "reason": "as_planned"}))
    assert (found.placements, found.fullness) == ((), NOT_RECORDED)


@pytest.mark.parametrize(
    ("hours", "text"),
    [
        pytest.param(timedelta(), "0", id="nought"),
        pytest.param(timedelta(hours=18), "18", id="whole"),
        pytest.param(timedelta(hours=20), "20", id="tens"),
        pytest.param(timedelta(hours=17, minutes=30), "17.5", id="half"),
        pytest.param(timedelta(hours=18, seconds=36), "18.01", id="a-hundredth"),
        pytest.param(timedelta(hours=18, minutes=1), "18:01", id="a-minute"),
        pytest.param(timedelta(minutes=5), "0:05", id="minutes"),
        pytest.param(timedelta(hours=18, seconds=1), "18:00:01", id="a-second"),
    ],
)
def test_hours_are_written_exactly(hours: timedelta, text: str) -> None:
    assert hours_text(hours) == text


HUNDREDTHS = st.integers(0, 16_800).map(lambda number: str(Decimal(number) / 100))
MINUTES = st.integers(0, 168 * 60).map(lambda minutes: f"{minutes // 60}:{minutes % 60:02d}")


@given(written=HUNDREDTHS | MINUTES)
def test_hours_come_back_as_they_were_written(written: str) -> None:
    read = TypeAdapter(Hours).validate_python
    hours = read(written)
    assert read(hours_text(hours)) == hours
