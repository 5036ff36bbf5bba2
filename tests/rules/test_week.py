"""A pupil's whole week, as far as it is recorded."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.rules.week import (
    core_subject_not_accounted_for,
    hours_recorded_twice,
    part_time_without_reason,
    rest_of_week_not_recorded,
)
from tests.builders import (
    ON,
    a_package,
    a_placement,
    a_provider,
    a_week,
    an_offer,
    core_subjects,
    situation,
)
from tests.rules.asking import found


def test_a_week_with_a_timetable_missing_is_judged_by_no_rule() -> None:
    placement = a_placement(1, package=a_package("2"))
    short = (
        "14 hours of education a week in all; 25 make a full week, and no reason for less is recorded",
        ("package",),
    )
    assert found(part_time_without_reason, situation(ON, placement), placement) == [short]
    missing = a_placement(2, pupil="P-00001", package=a_package("2"), timetable=[a_week(ends="2026-10-30")])
    asked = situation(ON, placement, missing)
    assert found(part_time_without_reason, asked, placement) == []
    assert found(rest_of_week_not_recorded, asked, placement) == []


@pytest.mark.parametrize(
    ("changes", "is_said"),
    [
        pytest.param({}, True, id="both-today"),
        pytest.param({"package": a_package("11", name="North Star", ends="2026-10-30")}, False, id="not-elsewhere-now"),
        pytest.param({"end": {"on": "2026-10-30", "reason": "as_planned"}}, False, id="ended"),
        pytest.param({"package": None}, False, id="nothing-recorded"),
        pytest.param({"package": a_package("11", name="Westmarch Academy")}, False, id="somebody-else"),
    ],
)
def test_hours_of_a_placement_are_said_where_they_stand_once_more(changes: dict[str, Any], is_said: bool) -> None:
    placement = a_placement(1, **{"package": a_package("11", name="North Star Farm"), **changes})
    said = "11 hours a week with North Star Farm, which PL-00001 records with north-star"
    faults = [(said, ("package", "elsewhere", 0))] if is_said else []
    assert found(hours_recorded_twice, situation(ON, placement), placement) == faults


class TestCoreSubjects:
    """What is not accounted for is said once for a pupil, where the rest of the week is recorded."""

    PROVIDER = a_provider(offer=an_offer(core_subjects=core_subjects(science="elsewhere")))
    SAID = (
        "North Star does not teach science, and where else the pupil is taught it is not recorded",
        ("package", "elsewhere"),
    )

    def test_are_said_once_for_a_pupil(self) -> None:
        first, later = a_placement(1), a_placement(2, pupil="P-00001", starts="2026-10-05")
        asked = situation(ON, self.PROVIDER, first, later)
        assert found(core_subject_not_accounted_for, asked, first) == []
        assert found(core_subject_not_accounted_for, asked, later) == [self.SAID]

    def test_point_to_what_the_providers_say(self) -> None:
        here, silent = a_placement(1), a_placement(2, pupil="P-00001", provider="silent", package=None)
        asked = situation(ON, self.PROVIDER, a_provider("silent"), here, silent)
        assert core_subject_not_accounted_for.check is not None
        (fault,) = core_subject_not_accounted_for.check(here, asked)
        assert fault.related == ((self.PROVIDER, ("offer", "core_subjects")),)

    def test_are_said_where_only_the_other_provider_is_known(self) -> None:
        known, unknown = a_placement(1), a_placement(2, pupil="P-00001", provider="gone", starts="2026-10-05")
        asked = situation(ON, self.PROVIDER, known, unknown)
        assert found(core_subject_not_accounted_for, asked, unknown) == [self.SAID]

    @pytest.mark.parametrize(
        ("on", "is_said"),
        [("2026-09-13", False), ("2026-09-14", True), ("2026-11-03", True), ("2026-11-04", False)],
    )
    def test_are_asked_about_while_the_placement_is_live(self, on: str, is_said: bool) -> None:
        placement = a_placement(end={"on": "2026-11-03", "reason": "as_planned"})
        asked = situation(on, self.PROVIDER, placement)
        assert bool(found(core_subject_not_accounted_for, asked, placement)) is is_said

    @pytest.mark.parametrize("cohort", ["2008-09", "2022-23"])
    def test_are_asked_about_at_any_age(self, cohort: str) -> None:
        placement = a_placement(cohort=cohort)
        assert found(core_subject_not_accounted_for, situation(ON, self.PROVIDER, placement), placement) == [self.SAID]
