"""What the records say of the pupil of a draft placement."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.checks.known_pupil import known_pupil
from apqa.questions.checks.what_if import assumed_of, draft_from, filled_in
from apqa.vocabulary.placement import BirthThird, SpecialNeeds
from tests.builders import ON, a_package, a_placement, day, situation

if TYPE_CHECKING:
    from apqa.records.placement import Placement

PUPIL = "P-9F4TC"
OF_A_PLAN: dict[str, Any] = {
    "cohort": "2012-13",
    "birth_third": "summer",
    "special_needs": "ehc_plan",
    "ehc_plans": [{"starts": "2025-01-06"}],
    "looked_after": [{"starts": "2024-05-01"}],
}


def of_pupil(number: int, **changes: Any) -> Placement:
    return a_placement(number, provider="heron-farm", pupil=PUPIL, **{**OF_A_PLAN, **changes})


def draft(*recorded: Placement, **answers: str) -> Placement:
    said = {"hours": "12", "pupil": PUPIL, **answers}
    made = draft_from("north-star", said, ON)
    return filled_in(made, said, known_pupil(made, situation(ON, *recorded)))


def assumed(*recorded: Placement, **answers: str) -> set[str]:
    said = {"hours": "12", "pupil": PUPIL, **answers}
    known = known_pupil(draft_from("north-star", said, ON), situation(ON, *recorded))
    return {each.key for each in assumed_of(said, ON, known.tells)}


def test_what_is_recorded_of_a_pupil_counts_for_a_draft() -> None:
    found = draft(of_pupil(1))
    assert (found.cohort, found.birth_third) == ("2012-13", BirthThird.SUMMER)
    assert (found.special_needs, found.has_ehc_plan(ON)) == (SpecialNeeds.EHC_PLAN, True)
    assert found.is_looked_after(ON) is True


def test_what_is_recorded_is_not_taken_as_said() -> None:
    assert assumed(of_pupil(1, package=None)) == {"daytime", "elsewhere", "until"}
    assert assumed(of_pupil(1, package=a_package())) == {"daytime", "until"}


def test_what_was_said_counts_before_what_is_recorded() -> None:
    found = draft(of_pupil(1), age="12", ehcp="no", looked_after="no")
    assert (found.cohort, found.birth_third) == ("2013-14", None)
    assert (found.special_needs, found.has_ehc_plan(ON)) == (SpecialNeeds.NONE, False)
    assert found.is_looked_after(ON) is False
    assert draft(of_pupil(1), cohort="2010-11", sen="sen_support").special_needs is SpecialNeeds.SEN_SUPPORT


def test_of_a_pupil_who_is_new_all_of_it_is_taken_as_said() -> None:
    assert assumed() == assumed(a_placement(1, pupil="P-00002")) == {each.key for each in assumed_of({}, ON)}
    assert draft() == draft_from("north-star", {"hours": "12", "pupil": PUPIL}, ON)


def test_a_placement_that_has_ended_tells_the_cohort_alone() -> None:
    ended = of_pupil(1, starts="2026-01-05", end={"on": "2026-07-17", "reason": "as_planned"})
    assert draft(ended).cohort == "2012-13"
    assert draft(ended).has_ehc_plan(ON) is False
    assert assumed(ended) == assumed() - {"age"}


@pytest.mark.parametrize(
    ("starts", "needs"),
    [("2026-12-18", SpecialNeeds.EHC_PLAN), ("2026-12-19", SpecialNeeds.NONE)],
)
def test_a_draft_that_is_to_come_goes_by_what_holds_on_its_first_day(starts: str, needs: SpecialNeeds) -> None:
    ends = of_pupil(1, end={"on": "2026-12-18", "reason": "as_planned"})
    assert draft(ends, starts=starts).special_needs is needs


def test_of_several_placements_the_one_that_began_last_counts() -> None:
    later = of_pupil(2, starts=str(day("2026-10-05")), cohort="2011-12", special_needs="sen_support", ehc_plans=[])
    found = draft(later, of_pupil(1, starts="2026-09-07"))
    assert (found.cohort, found.special_needs) == ("2011-12", SpecialNeeds.SEN_SUPPORT)


def test_what_is_not_known_of_a_pupil_stays_so() -> None:
    found = draft(of_pupil(1, ehc_plans=None, special_needs=None, looked_after=None))
    assert (found.special_needs, found.ehc_plans, found.looked_after) == (None, None, None)
