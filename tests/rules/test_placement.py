"""What a placement is: ground, commissioner, pupil, end."""

from __future__ import annotations

from typing import Any

import pytest

from apqa.rules.placement import (
    basis_does_not_fit_commissioner,
    placement_past_its_end,
    pupil_differs_between_placements,
)
from tests.builders import ON, a_placement, situation
from tests.rules.asking import found

ACADEMY = {"kind": "academy", "name": "Westmarch Academy"}
COUNCIL = {"kind": "local_authority", "name": "Westmarch Council"}
PARENT = {"kind": "parent", "name": "parent"}
SCHOOL = {"kind": "school", "name": "Westmarch School"}
SECTION_29A = (
    "section 29A directs pupils of maintained schools; an academy arranges under its own powers (school_other)"
)
TOGETHER = "a personal budget and a parent or learner go together, not"


@pytest.mark.parametrize(
    ("basis", "commissioner", "said"),
    [
        pytest.param("school_other", ACADEMY, [], id="academy"),
        pytest.param("school_direction", SCHOOL, [], id="direction"),
        pytest.param("la_health", COUNCIL, [], id="council"),
        pytest.param("personal_budget", PARENT, [], id="parent"),
        pytest.param("tribunal", PARENT, [], id="tribunal"),
        pytest.param("tribunal", COUNCIL, [], id="tribunal-and-council"),
        pytest.param(
            "la_exclusion",
            ACADEMY,
            ["only the council can use the ground la_exclusion; the commissioner is recorded as academy"],
            id="a-ground-of-the-council",
        ),
        pytest.param("la_exclusion", {**SCHOOL, "arranged_by_council": "yes"}, [], id="signed-by-a-school"),
        pytest.param("ehc_plan", {**SCHOOL, "arranged_by_council": "yes"}, [], id="a-plan-signed-by-a-school"),
        pytest.param("eotas", COUNCIL, [], id="a-plan-by-the-council"),
        pytest.param(
            "ehc_plan",
            SCHOOL,
            ["only the council can use the ground ehc_plan; the commissioner is recorded as school"],
            id="a-plan-by-a-school",
        ),
        pytest.param("la_health", PARENT, [f"{TOGETHER} la_health and parent"], id="a-parent-by-the-council"),
        pytest.param(
            "suspension",
            COUNCIL,
            ["only schools can use the ground suspension; the commissioner is recorded as local_authority"],
            id="a-ground-of-schools",
        ),
        pytest.param(
            "school_direction",
            ACADEMY,
            [SECTION_29A],
            id="an-academy-directs",
        ),
        pytest.param("personal_budget", COUNCIL, [f"{TOGETHER} personal_budget and local_authority"], id="no-parent"),
        pytest.param("ehc_plan", PARENT, [f"{TOGETHER} ehc_plan and parent"], id="a-parent-alone"),
    ],
)
def test_each_ground_belongs_to_some_commissioners(basis: str, commissioner: dict[str, str], said: list[str]) -> None:
    placement = a_placement(basis=basis, commissioner=commissioner)
    faults = found(basis_does_not_fit_commissioner, situation(ON, placement), placement)
    assert faults == [(each, ("basis",)) for each in said]


class TestOnePupil:
    """Two placements of one pupil say the same of the pupil."""

    def found(self, mine: dict[str, Any], theirs: dict[str, Any]) -> list[tuple[str, Any]]:
        first = a_placement(1, **theirs)
        second = a_placement(2, **{"pupil": "P-00001", **mine})
        asked = situation(ON, first, second)
        assert found(pupil_differs_between_placements, asked, first) == []
        return found(pupil_differs_between_placements, asked, second)

    def test_is_the_same_everywhere(self) -> None:
        assert self.found({}, {}) == []
        assert self.found({"pupil": "P-00002", "cohort": "2012-13"}, {}) == []

    def test_has_one_cohort_and_birth_third(self) -> None:
        assert self.found({"cohort": "2012-13"}, {}) == [
            ("cohort of P-00001: 2012-13 here, 2011-12 in PL-00001", ("cohort",))
        ]
        assert self.found({"birth_third": "autumn"}, {"birth_third": "summer"}) == [
            ("birth_third of P-00001: autumn here, summer in PL-00001", ("birth_third",))
        ]
        assert self.found({"birth_third": "autumn"}, {}) == []

    def test_has_an_ehc_plan_or_has_none(self) -> None:
        plan = {"ehc_plans": [{"starts": "2026-01-01"}]}
        assert self.found(plan, {}) == [
            ("ehc_plans of P-00001: yes on 3 November 2026 here, no in PL-00001", ("ehc_plans",))
        ]
        assert self.found(plan, {"ehc_plans": None}) == []

    def test_is_looked_after_or_is_not(self) -> None:
        cared = {"looked_after": [{"starts": "2026-01-01"}]}
        assert self.found({}, cared) == [
            ("looked_after of P-00001: no on 3 November 2026 here, yes in PL-00001", ("looked_after",))
        ]

    def test_is_compared_on_a_day_of_both(self) -> None:
        cared = {"looked_after": [{"starts": "2026-01-01"}]}
        over = {**cared, "end": {"on": "2026-11-02", "reason": "as_planned"}}
        assert self.found({}, over) == []


@pytest.mark.parametrize(
    ("ends", "said"),
    [
        pytest.param({}, [], id="no-end-in-sight"),
        pytest.param({"expected_end": "2026-11-03"}, [], id="its-last-day"),
        pytest.param({"expected_end": "2026-11-02"}, ["expected_end"], id="the-day-after"),
        pytest.param({"expected_end": "2026-10-02", "maximum_end": "2026-11-02"}, ["maximum_end"], id="both-once"),
        pytest.param(
            {"expected_end": "2026-10-02", "end": {"on": "2026-11-02", "reason": "as_planned"}}, [], id="ended"
        ),
    ],
)
def test_a_placement_past_its_end_is_said_once(ends: dict[str, Any], said: list[str]) -> None:
    placement = a_placement(**ends)
    faults = found(placement_past_its_end, situation(ON, placement), placement)
    assert [at for _, at in faults] == [(name,) for name in said]
    assert all(text == f"its {said[0]} was 2 November 2026, and no end is recorded" for text, _ in faults)
