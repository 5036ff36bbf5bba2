"""Whether the law asks a provider to register as an independent school, and because of whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.guidance.registration_law import RegistrationLaw, announced_registration_law
from apqa.questions.headcount import known_counts
from apqa.questions.register import Standing
from apqa.questions.registration import Headroom, RegistrationRequirement, Requirement, registration_requirement
from apqa.records.kinds import AUTHORITY, PLACEMENT
from tests.builders import (
    ON,
    a_headcount,
    a_package,
    a_placement,
    a_provider,
    a_register_check,
    a_review,
    a_week,
    an_authority,
    full_time,
    looked_up,
    on_the_register,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.provider import Provider

MUST, REVIEW = Requirement.MUST_REGISTER, Requirement.REVIEW
NOT_REQUIRED, REGISTERED = Requirement.NOT_REQUIRED, Requirement.ALREADY_REGISTERED

PLAN = [{"starts": "2026-10-01", "ends": "2026-11-03"}]
SINCE = [{"starts": "2020-01-01"}]
OF_ITS_KIND = (
    "the numbers would otherwise meet the definition: a person's conclusion is about what kind of institution it is, "
    "to which the definition may not apply at all"
)
NOBODY = a_headcount(on="2026-09-13")
"""Declared on 13 September, before any placement of these records: no full-time pupil at all."""


def counted(**changes: Any) -> Provider:
    """Make a provider that declared, on 13 September, pupils of which none is full-time, unless changed."""
    return a_provider(headcounts=[NOBODY], registration=looked_up(), **changes)


def declaring(**changes: Any) -> Provider:
    return a_provider(headcounts=[a_headcount(**changes)], registration=looked_up())


def ask(
    provider: Provider, *records: Record, on: str = ON.isoformat(), law: RegistrationLaw | None = None
) -> RegistrationRequirement:
    return registration_requirement(provider, situation(on, provider, *records), law)


def announced() -> RegistrationLaw:
    law = announced_registration_law()
    assert law is not None
    return law


@pytest.mark.parametrize(
    ("pupils", "answer", "headroom"),
    [
        pytest.param(0, NOT_REQUIRED, 4, id="nobody"),
        pytest.param(3, NOT_REQUIRED, 1, id="three"),
        pytest.param(4, NOT_REQUIRED, 0, id="four"),
        pytest.param(5, MUST, 0, id="five"),
        pytest.param(6, MUST, 0, id="six"),
    ],
)
def test_five_full_time_pupils_make_a_school_and_four_do_not(pupils: int, answer: Requirement, headroom: int) -> None:
    found = ask(counted(), *full_time(pupils, starts="2026-10-01"))
    assert found.requirement is answer
    assert found.must_register is (answer is MUST)
    assert found.headroom == Headroom(pupils=headroom, with_ehc_plan=0, looked_after=0)


@pytest.mark.parametrize(
    ("hours", "answer"),
    [
        pytest.param("18", NOT_REQUIRED, id="eighteen"),
        pytest.param("18.01", MUST, id="a-hundredth-of-an-hour-more"),
        pytest.param("18:01", MUST, id="a-minute-more"),
    ],
)
def test_the_hours_of_five_pupils_decide(hours: str, answer: Requirement) -> None:
    assert ask(counted(), *full_time(5, hours)).requirement is answer


@pytest.mark.parametrize("status", ["ehc_plans", "looked_after"])
@pytest.mark.parametrize(
    ("on", "answer"),
    [
        pytest.param("2026-09-30", NOT_REQUIRED, id="the-day-before"),
        pytest.param("2026-10-01", MUST, id="its-first-day"),
        pytest.param("2026-11-03", MUST, id="its-last-day"),
        pytest.param("2026-11-04", NOT_REQUIRED, id="the-day-after"),
    ],
)
def test_one_full_time_pupil_with_a_plan_or_in_care_that_day_is_enough(
    status: str, on: str, answer: Requirement
) -> None:
    assert ask(counted(), a_placement(1, "20", **{status: PLAN}), on=on).requirement is answer


@pytest.mark.parametrize("status", ["ehc_plans", "looked_after"])
def test_a_part_time_pupil_with_a_plan_or_in_care_is_not(status: str) -> None:
    assert ask(counted(), a_placement(1, "18", **{status: PLAN})).requirement is NOT_REQUIRED


@pytest.mark.parametrize("status", ["ehc_plans", "looked_after"])
def test_plan_and_care_that_are_not_recorded_leave_it_to_a_person(status: str) -> None:
    found = ask(counted(), a_placement(1, "20", starts="2026-10-01", **{status: None}))
    assert found.requirement is REVIEW


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        pytest.param("2027-06-25", MUST, id="last-friday-in-june"),
        pytest.param("2027-06-26", NOT_REQUIRED, id="the-day-after"),
    ],
)
def test_pupils_count_up_to_the_last_day_of_school_age(on: str, answer: Requirement) -> None:
    provider = a_provider(headcounts=[a_headcount(on="2027-06-01")], registration=looked_up())
    assert ask(provider, *full_time(5, cohort="2010-11", starts="2027-06-02"), on=on).requirement is answer


@pytest.mark.parametrize(
    ("on", "answer"),
    [
        pytest.param("2026-12-30", NOT_REQUIRED, id="before-the-prescribed-day"),
        pytest.param("2026-12-31", MUST, id="on-the-prescribed-day"),
    ],
)
def test_pupils_count_from_the_first_day_of_school_age(on: str, answer: Requirement) -> None:
    young = full_time(5, cohort="2021-22", birth_third="autumn")
    assert ask(counted(), *young, on=on).requirement is answer


def test_pupils_of_a_cohort_without_third_are_left_to_a_person_while_it_matters() -> None:
    assert ask(counted(), *full_time(5, cohort="2021-22"), on="2027-01-04").requirement is REVIEW


def test_pupils_count_who_are_there_at_the_same_time() -> None:
    autumn = full_time(4, starts="2026-09-14", end={"on": "2026-10-30", "reason": "as_planned"})
    winter = full_time(4, first=5, starts="2026-10-31")
    overlapping = full_time(1, first=9, starts="2026-10-30")
    assert ask(counted(), *autumn, *winter, on="2026-10-30").requirement is NOT_REQUIRED
    assert ask(counted(), *autumn, *overlapping, on="2026-10-30").requirement is MUST
    assert ask(counted(), *autumn, *winter, on="2026-10-31").requirement is NOT_REQUIRED


def test_a_pupil_with_two_placements_counts_once() -> None:
    twice = (a_placement(8, "20", pupil="P-00001"), a_placement(9, "20", pupil="P-00002"))
    assert ask(counted(), *full_time(4), *twice).requirement is NOT_REQUIRED


def test_the_reasons_name_the_counts_and_where_they_come_from() -> None:
    found = ask(counted(), *full_time(5, starts="2026-10-01"), a_placement(6, "20", ehc_plans=PLAN))
    assert found.because == (
        "6 full-time pupils of compulsory school age (registration is asked from 5)",
        "1 full-time pupil with an EHC plan (registration is asked from 1)",
        "these records: 6 pupils there, 6 full-time",
        "declared on 13 September 2026: 0 full-time",
    )
    assert (found.provider, found.on, len(found.pupils)) == ("north-star", ON, 6)
    assert found.law is not None
    assert found.law.key == "education_act_1996"


def test_no_reason_calls_anything_illegal() -> None:
    found = ask(counted(), *full_time(5))
    assert "illegal" not in " ".join(found.because)


def test_doubts_about_pupils_are_said_pupil_by_pupil() -> None:
    unknown = a_placement(1, "12", package=None, ehc_plans=PLAN, starts="2026-10-01")
    unborn = a_placement(2, "20", cohort="2021-22", looked_after=[{"starts": "2026-01-01"}])
    found = ask(counted(), unknown, unborn, on="2027-01-04")
    assert found.requirement is REVIEW
    assert "P-00001: 12 daytime hours a week; the rest of the pupil's week is not recorded" in found.because
    assert (
        "P-00002: 20 daytime hours a week, more than 18; whether of compulsory school age is not recorded"
        in found.because
    )
    assert any(line.endswith("1 full-time, 0 to be judged") for line in found.because) is False
    assert "these records: 2 pupils there, 0 full-time, 2 to be judged" in found.because


class TestDeclaredHeadcounts:
    """The law counts every pupil at the institution; the provider declares those of all commissioners."""

    @pytest.mark.parametrize(
        ("declared", "answer"),
        [
            pytest.param({"full_time": "4"}, NOT_REQUIRED, id="four"),
            pytest.param({"full_time": "5"}, MUST, id="five"),
            pytest.param({"full_time": "1", "full_time_with_ehc_plan": "1"}, MUST, id="one-with-a-plan"),
            pytest.param({"full_time": "1", "full_time_looked_after": "1"}, MUST, id="one-in-care"),
            pytest.param({"main_education_here": "4"}, REVIEW, id="main-education-of-one-may-be-of-one-with-a-plan"),
            pytest.param({"full_time": "4", "main_education_here": "4"}, NOT_REQUIRED, id="main-is-the-full-time-ones"),
            pytest.param({"full_time": "4", "main_education_here": "5"}, REVIEW, id="main-of-one-more"),
            pytest.param({"most_hours": "18"}, NOT_REQUIRED, id="at-most-eighteen-hours"),
            pytest.param({"most_hours": "18:01"}, REVIEW, id="somebody-above-eighteen-hours-is-not-counted"),
            pytest.param({"full_time": "1", "most_hours": "24"}, NOT_REQUIRED, id="the-one-above-is-counted"),
            pytest.param({"main_education_here": None}, REVIEW, id="main-education-not-declared-may-be-of-all"),
            pytest.param(
                {"main_education_here": None, "compulsory_school_age": "4", "full_time": "4"},
                NOT_REQUIRED,
                id="main-education-not-declared-of-pupils-who-are-all-counted",
            ),
        ],
    )
    def test_decide_where_no_placement_is_known(self, declared: dict[str, str], answer: Requirement) -> None:
        assert ask(declaring(**declared)).requirement is answer

    def test_leave_it_to_a_person_where_there_are_none(self) -> None:
        found = ask(a_provider(), a_placement())
        assert found.requirement is REVIEW
        assert "the number of full-time pupils is not known" in found.because
        assert "the provider has not declared how many pupils it has from all commissioners" in found.missing
        assert found.headroom == Headroom(pupils=None, with_ehc_plan=0, looked_after=0)

    def test_are_not_needed_where_the_known_pupils_are_enough(self) -> None:
        assert ask(a_provider(registration=looked_up()), *full_time(5)).requirement is MUST

    def test_are_combined_with_placements_that_came_later(self) -> None:
        later = full_time(2, starts="2026-10-01")
        found = ask(declaring(full_time="3"), *later)
        assert found.requirement is MUST
        assert "declared on 14 September 2026: 3 full-time; 3 of other commissioners, taken to be still there" in (
            found.because
        )

    def test_are_not_counted_twice_for_placements_there_that_day(self) -> None:
        assert ask(declaring(full_time="4"), *full_time(4)).requirement is NOT_REQUIRED

    @pytest.mark.parametrize(
        ("declared", "certain"),
        [
            pytest.param({"compulsory_school_age": "4", "full_time": "4"}, 4, id="the-pupil-is-one-of-all"),
            pytest.param({"compulsory_school_age": "5", "full_time": "4"}, 5, id="others-may-be-meant"),
            pytest.param({"compulsory_school_age": "4", "full_time": "3"}, 4, id="the-others-are"),
        ],
    )
    def test_hold_a_pupil_once_who_was_part_time_then(self, declared: dict[str, str], certain: int) -> None:
        weeks = [a_week("14", starts="2026-09-01", ends="2026-10-31"), a_week("19", starts="2026-11-01")]
        known = a_placement(1, timetable=weeks, starts="2026-09-01")
        found = ask(declaring(**declared), known)
        assert (found.tally.certain.pupils, found.tally.possible.pupils) == (certain, certain)
        assert (found.requirement is MUST) is (certain > 4)

    def test_lose_the_known_pupils_who_have_left_since(self) -> None:
        left = full_time(3, end={"on": "2026-10-30", "reason": "as_planned"})
        assert ask(declaring(full_time="5"), *left, on="2026-10-30").requirement is MUST
        found = ask(declaring(full_time="5"), *left, on="2026-10-31")
        assert found.requirement is NOT_REQUIRED
        assert found.tally.certain.pupils == 2

    def test_may_hold_pupils_whose_hours_are_to_be_judged(self) -> None:
        doubtful = full_time(2, "12", package=None)
        found = ask(declaring(full_time="5"), *doubtful)
        assert found.requirement is MUST
        assert (found.tally.certain.pupils, found.tally.possible.pupils) == (5, 7)

    @pytest.mark.parametrize(
        ("hours", "changes", "certain"),
        [
            pytest.param("17", {}, (1, 1), id="is-still-there-and-doubtful"),
            pytest.param("20", {"ehc_plans": None}, (1, 1), id="is-still-there-with-a-plan-or-not"),
            pytest.param("17", {"end": {"on": "2026-10-20", "reason": "other"}}, (0, 0), id="has-left"),
            pytest.param("17", {"cohort": "2009-10"}, (1, 1), id="is-not-of-school-age"),
        ],
    )
    def test_mean_a_doubtful_pupil_or_another_one_and_either_is_there(
        self, hours: str, changes: dict[str, Any], certain: tuple[int, int]
    ) -> None:
        """One full-time pupil with a plan is declared, and one who may be meant is known."""
        known = {"package": {"elsewhere": []}, "ehc_plans": SINCE, "starts": "2026-09-01", **changes}
        found = ask(declaring(full_time="1", full_time_with_ehc_plan="1"), a_placement(1, hours, **known))
        assert (found.tally.certain.pupils, found.tally.certain.with_ehc_plan) == certain
        assert (found.requirement is MUST) is (certain == (1, 1))

    def test_are_not_certain_any_more_of_a_pupil_whose_hours_became_fewer(self) -> None:
        weeks = [a_week("17", starts="2026-09-01", ends="2026-10-16"), a_week("16", starts="2026-10-17")]
        known = a_placement(1, timetable=weeks, package={"elsewhere": []}, ehc_plans=SINCE, starts="2026-09-01")
        declared = declaring(full_time="1", full_time_with_ehc_plan="1")
        assert ask(declared, known, on="2026-10-16").requirement is MUST
        assert ask(declared, known, on="2026-10-17").requirement is REVIEW

    @pytest.mark.parametrize(
        ("known", "possible"),
        [
            pytest.param(0, 6, id="nobody-known"),
            pytest.param(4, 2, id="four-known-part-time"),
            pytest.param(6, 0, id="all-known-part-time"),
            pytest.param(7, 0, id="more-known-than-declared"),
        ],
    )
    def test_hold_no_more_pupils_of_others_than_are_declared_beyond_the_known(self, known: int, possible: int) -> None:
        provider = declaring(compulsory_school_age="6", main_education_here=None)
        found = ask(provider, *full_time(known, "12"))
        assert (found.tally.certain.pupils, found.tally.possible.pupils) == (0, possible)
        assert found.requirement is (REVIEW if possible or known > 6 else NOT_REQUIRED)

    def test_hold_as_many_pupils_of_others_as_are_certain_whatever_the_room(self) -> None:
        provider = declaring(compulsory_school_age="6", full_time="6", main_education_here=None)
        found = ask(provider, *full_time(4, "12"))
        assert (found.tally.certain.pupils, found.tally.possible.pupils) == (6, 6)

    def test_leave_room_where_the_known_may_be_over_school_age(self) -> None:
        provider = declaring(on="2027-01-04", compulsory_school_age="6", main_education_here=None)
        unsure = full_time(6, "12", cohort="2021-22")
        assert ask(provider, *unsure, on="2027-01-04").tally.possible.pupils == 6

    @pytest.mark.parametrize("main", ["0", None], ids=["declared", "not-declared"])
    def test_that_do_not_say_whose_main_education_it_is_miss_something(self, main: str | None) -> None:
        said = "whether it is the main education of any pupil was not declared (main_education_here)"
        assert (said in ask(declaring(main_education_here=main)).missing) is (main is None)

    @pytest.mark.parametrize(
        ("declared", "known"),
        [
            pytest.param({"full_time": "1"}, full_time(2), id="full-time"),
            pytest.param({"compulsory_school_age": "3"}, full_time(4, "12"), id="of-school-age"),
            pytest.param(
                {"full_time": "2", "full_time_with_ehc_plan": "0"},
                full_time(1, ehc_plans=[{"starts": "2026-09-14", "ends": "2026-09-14"}]),
                id="with-a-plan",
            ),
            pytest.param(
                {"full_time": "2", "full_time_looked_after": "0"},
                full_time(1, looked_after=[{"starts": "2026-09-14", "ends": "2026-09-14"}]),
                id="in-care",
            ),
        ],
    )
    def test_of_fewer_than_were_known_that_day_leave_it_to_a_person(
        self, declared: dict[str, str], known: tuple[Record, ...]
    ) -> None:
        found = ask(declaring(**declared), *known)
        assert found.requirement is REVIEW
        assert "the number of full-time pupils is not known" in found.because
        assert [line for line in found.missing if "the declaration counts fewer than these records" in line]
        assert found.headroom is not None
        assert found.headroom.pupils is None

    def test_say_both_numbers_where_they_are_fewer_than_were_known(self) -> None:
        assert (
            "how many pupils others have there, for the declaration counts fewer than these records: declared on 14 "
            "September 2026: 10 of compulsory school age, 1 full-time, 0 with an EHC plan, 0 looked after; in these "
            "records that day: 2 of compulsory school age, 2 full-time, 0 with an EHC plan, 0 looked after"
        ) in ask(declaring(full_time="1"), *full_time(2)).missing

    def test_of_fewer_than_were_known_change_nothing_that_is_certain(self) -> None:
        assert ask(declaring(), *full_time(5)).requirement is MUST

    @pytest.mark.parametrize(
        ("starts", "answer"),
        [
            pytest.param("2026-09-14", REVIEW, id="there-on-its-day"),
            pytest.param("2026-09-15", NOT_REQUIRED, id="a-day-later"),
        ],
    )
    def test_are_not_proven_wrong_by_placements_that_came_later(self, starts: str, answer: Requirement) -> None:
        assert ask(declaring(), *full_time(4, starts=starts)).requirement is answer

    def test_are_held_against_the_law_of_their_own_day(self) -> None:
        by_majority = full_time(1, "17", package=a_package("9"))
        found = ask(declaring(), *by_majority, law=announced())
        assert found.requirement is NOT_REQUIRED

    @pytest.mark.parametrize(
        "known",
        [
            pytest.param(full_time(2), id="as-many"),
            pytest.param(full_time(1), id="fewer"),
            pytest.param(full_time(1, "12", package=None), id="to-be-judged"),
            pytest.param(full_time(9, "12", cohort="2009-10"), id="over-school-age"),
        ],
    )
    def test_of_no_fewer_than_were_certainly_known_are_believed(self, known: tuple[Record, ...]) -> None:
        found = ask(declaring(compulsory_school_age="2", full_time="2"), *known)
        assert not [line for line in found.missing if "counts fewer" in line]

    @pytest.mark.parametrize(
        ("on", "answer"),
        [
            pytest.param("2027-01-14", NOT_REQUIRED, id="four-months-later"),
            pytest.param("2027-01-15", REVIEW, id="a-day-more"),
        ],
    )
    def test_grow_stale(self, on: str, answer: Requirement) -> None:
        found = ask(declaring(), on=on)
        assert found.requirement is answer
        said = "the declaration of pupils is of 14 September 2026, more than 4 months old"
        assert (said in found.missing) is (answer is REVIEW)

    def test_that_are_stale_make_nothing_certain(self) -> None:
        declared = declaring(full_time="5")
        assert ask(declared, on="2027-01-14").requirement is MUST
        found = ask(declared, on="2027-01-15")
        assert (found.requirement, found.tally.certain.pupils) == (REVIEW, 0)
        assert ask(declared, *full_time(5), on="2027-01-15").requirement is MUST

    def test_grow_stale_by_the_councils_cycle(self) -> None:
        policy = an_authority(cycles={"headcount": {"months": "1", "reason": "monthly"}})
        assert ask(declaring(), policy).requirement is REVIEW

    def test_never_grow_stale_before_any_cycle_is_known(self) -> None:
        old = a_provider(headcounts=[a_headcount(on="2013-01-01")])
        found = ask(old, on="2013-12-01", law=announced())
        assert not [line for line in found.missing if "old" in line]

    def test_of_pupils_who_have_all_left_leave_none_with_a_plan(self) -> None:
        left = a_placement(1, "20", end={"on": "2026-10-30", "reason": "as_planned"})
        found = ask(declaring(full_time="1", full_time_with_ehc_plan="1"), left)
        assert found.requirement is NOT_REQUIRED
        assert found.tally.certain.with_ehc_plan == found.tally.possible.with_ehc_plan == 0

    def test_of_a_later_day_are_not_used(self) -> None:
        assert ask(declaring(on="2026-11-04", full_time="5")).requirement is REVIEW

    def test_the_latest_counts(self) -> None:
        provider = a_provider(headcounts=[a_headcount(on="2026-09-01", full_time="5"), NOBODY])
        assert ask(provider).requirement is NOT_REQUIRED


class TestWithoutPlacementsInTheRecords:
    """Placements may be kept in another, more private place: then only what the provider declared counts."""

    said = "no placements are recorded here, so the council's own pupils count only as the provider declared them"

    def test_that_is_said_among_what_is_not_known(self) -> None:
        assert ask(counted()).missing == (self.said,)

    def test_a_declaration_of_all_pupils_answers_all_the_same(self) -> None:
        assert ask(counted()).requirement is NOT_REQUIRED
        declared = [a_headcount(full_time="5")]
        assert ask(a_provider(headcounts=declared, registration=looked_up())).requirement is MUST

    def test_without_a_declaration_a_person_must_judge(self) -> None:
        found = ask(a_provider())
        assert found.requirement is REVIEW
        assert self.said in found.missing

    def test_placements_with_other_providers_show_that_they_are_kept_here(self) -> None:
        assert ask(counted(), a_placement(provider="another")).missing == ()

    def test_placements_that_cannot_be_read_are_kept_here(self) -> None:
        provider = counted()
        found = registration_requirement(provider, situation(ON, provider, unreadable={PLACEMENT: ("PL-0000Z",)}))
        assert found.missing == ("placement records that cannot be read: PL-0000Z",)

    def test_a_draft_does_not_show_that_they_are_kept_here(self) -> None:
        provider = counted()
        drafted = situation(ON, provider).placing(a_placement(9))
        assert registration_requirement(provider, drafted).missing == (self.said,)


def test_placements_that_cannot_be_read_leave_it_to_a_person() -> None:
    unreadable = {PLACEMENT: tuple(f"PL-0000{number}" for number in range(6))}
    asked = situation(ON, counted(), unreadable=unreadable)
    found = registration_requirement(counted(), asked)
    assert found.requirement is REVIEW
    assert [
        line for line in found.missing if "cannot be read: PL-00000, PL-00001, PL-00002, PL-00003, PL-00004" in line
    ]


def test_placements_that_cannot_be_read_change_nothing_that_is_certain() -> None:
    asked = situation(ON, counted(), *full_time(5), unreadable={PLACEMENT: ("PL-0000Z",)})
    assert registration_requirement(counted(), asked).requirement is MUST


class TestTheRegister:
    """What the register of schools was found to say."""

    @pytest.mark.parametrize(
        ("check", "standing", "answer"),
        [
            pytest.param(on_the_register(), Standing.REGISTERED, REGISTERED, id="independent-and-open"),
            pytest.param(
                on_the_register(establishment_type="10"), Standing.REGISTERED, REGISTERED, id="independent-special"
            ),
            pytest.param(on_the_register(establishment_type="14"), Standing.REGISTERED, REGISTERED, id="a-pru"),
            pytest.param(on_the_register(status="3"), Standing.REGISTERED, REGISTERED, id="open-but-to-close"),
            pytest.param(on_the_register(status="2"), Standing.NOT_REGISTERED, MUST, id="closed"),
            pytest.param(on_the_register(status="4"), Standing.NOT_REGISTERED, MUST, id="proposed-to-open"),
            pytest.param(on_the_register(establishment_type="18"), Standing.REVIEW, REVIEW, id="a-college"),
            pytest.param(on_the_register(establishment_type="99"), Standing.REVIEW, REVIEW, id="of-unknown-type"),
            pytest.param(a_register_check(), Standing.NOT_REGISTERED, MUST, id="not-found"),
        ],
    )
    def test_decides_before_the_pupils_are_counted(
        self, check: dict[str, Any], standing: Standing, answer: Requirement
    ) -> None:
        provider = a_provider(headcounts=[NOBODY], registration={"register_checks": [check]})
        found = ask(provider, *full_time(5))
        assert found.requirement is answer
        assert found.register.standing is standing
        assert (found.headroom is None) is (answer is REGISTERED)

    @pytest.mark.parametrize(
        ("check", "answer"),
        [
            pytest.param(on_the_register(establishment_type="18"), REVIEW, id="a-college"),
            pytest.param(on_the_register(establishment_type="99"), REVIEW, id="of-unknown-type"),
            pytest.param(on_the_register(status="2"), NOT_REQUIRED, id="closed"),
            pytest.param(a_register_check(), NOT_REQUIRED, id="not-found"),
        ],
    )
    def test_leaves_what_is_no_school_to_a_person(self, check: dict[str, Any], answer: Requirement) -> None:
        found = ask(a_provider(headcounts=[NOBODY], registration={"register_checks": [check]}))
        assert found.requirement is answer

    @pytest.mark.parametrize(
        ("on", "pupils", "answer"),
        [
            pytest.param("2027-01-07", 5, REGISTERED, id="within-the-cycle"),
            pytest.param("2027-01-08", 5, REVIEW, id="a-day-later-with-numbers-that-ask-for-it"),
            pytest.param("2027-01-08", 4, REGISTERED, id="a-day-later-without"),
        ],
    )
    def test_is_believed_within_the_cycle_of_looks(self, on: str, pupils: int, answer: Requirement) -> None:
        provider = a_provider(headcounts=[NOBODY], registration={"register_checks": [on_the_register()]})
        found = ask(provider, *full_time(pupils), on=on)
        assert found.requirement is answer
        said = "the register was last looked at more than 4 months ago, and the numbers ask for registration"
        assert (found.because[0] == said) is (answer is REVIEW)
        assert found.because[-1] == found.register.says
        assert found.headroom is None

    def test_is_doubted_after_the_cycle_where_the_numbers_may_ask_for_it(self) -> None:
        provider = a_provider(registration={"register_checks": [on_the_register()]})
        doubtful = full_time(5, "12", package=None)
        assert ask(provider, *doubtful, on="2027-01-07").requirement is REGISTERED
        assert ask(provider, *doubtful, on="2027-01-08").requirement is REVIEW

    def test_is_believed_by_the_councils_cycle(self) -> None:
        provider = a_provider(headcounts=[NOBODY], registration={"register_checks": [on_the_register()]})
        monthly = an_authority(cycles={"register_check": {"months": "1", "reason": "monthly"}})
        assert ask(provider, monthly, *full_time(5)).requirement is REVIEW

    def test_proves_nothing_by_a_number_alone(self) -> None:
        identity = {"legal_form": "cic", "urn": "123456", "ukprn": "10012345"}
        found = ask(a_provider(identity=identity, headcounts=[NOBODY], registration=looked_up()), *full_time(5))
        assert found.requirement is MUST

    def test_of_what_is_no_school_leaves_to_a_person_even_numbers_that_are_certain(self) -> None:
        college = {"register_checks": [on_the_register(establishment_type="18")]}
        found = ask(a_provider(headcounts=[NOBODY], registration=college), *full_time(5, starts="2026-09-20"))
        assert found.requirement is REVIEW
        assert found.because[0] == found.register.says
        assert "5 full-time pupils of compulsory school age (registration is asked from 5)" in found.because
        assert OF_ITS_KIND in found.because

    @pytest.mark.parametrize(
        ("concluded", "answer"),
        [pytest.param("not_required", NOT_REQUIRED, id="not-required"), pytest.param("required", MUST, id="required")],
    )
    @pytest.mark.parametrize("kind", ["18", "49"], ids=["a-college", "an-online-provider"])
    def test_of_what_is_no_school_lets_a_person_conclude_what_kind_of_institution_it_is(
        self, kind: str, concluded: str, answer: Requirement
    ) -> None:
        looked = {"register_checks": [on_the_register(establishment_type=kind)]}
        judged = {**looked, "reviews": [a_review(conclusion=concluded)]}
        found = ask(a_provider(headcounts=[NOBODY], registration=judged), *full_time(5, starts="2026-09-20"))
        assert found.requirement is answer
        said = "designated officer concluded on 1 October 2026: the college teaches the other half"
        assert found.because[:3] == (said, found.register.says, OF_ITS_KIND)
        assert found.because[3] == "5 full-time pupils of compulsory school age (registration is asked from 5)"

    def test_of_what_is_no_school_says_nothing_of_its_kind_where_the_numbers_do_not_meet_the_definition(self) -> None:
        judged = {"register_checks": [on_the_register(establishment_type="18")], "reviews": [a_review()]}
        found = ask(a_provider(headcounts=[NOBODY], registration=judged), *full_time(4, starts="2026-09-20"))
        assert (found.requirement, OF_ITS_KIND in found.because) == (NOT_REQUIRED, False)

    @pytest.mark.parametrize("check", [a_register_check(), on_the_register(status="2")], ids=["not-found", "closed"])
    def test_of_whatever_may_be_a_school_no_conclusion_overrides_numbers_that_meet_the_definition(
        self, check: dict[str, Any]
    ) -> None:
        judged = {"register_checks": [check], "reviews": [a_review()]}
        found = ask(a_provider(headcounts=[NOBODY], registration=judged), *full_time(5, starts="2026-09-20"))
        assert found.requirement is MUST
        assert not any("concluded" in said or said == OF_ITS_KIND for said in found.because)

    def test_that_nobody_looked_at_is_missing(self) -> None:
        elsewhere = a_placement(provider="another")
        unknown = a_provider(headcounts=[NOBODY])
        assert ask(unknown, elsewhere).missing == ("no look at the register of schools is recorded",)
        assert ask(counted(), elsewhere).missing == ()

    @pytest.mark.parametrize("reviews", [[], [a_review()], [a_review(conclusion="required")]])
    def test_that_nobody_looked_at_never_says_that_it_is_not_registered(self, reviews: list[dict[str, Any]]) -> None:
        provider = a_provider(headcounts=[NOBODY], registration={"reviews": reviews})
        found = ask(provider, *full_time(5, starts="2026-09-20"))
        assert found.register.standing is Standing.NOT_RECORDED
        assert found.requirement is REVIEW
        assert found.because[0] == "5 full-time pupils of compulsory school age (registration is asked from 5)"
        assert found.because[-1] == "whether it is registered already is not recorded"

    def test_that_nobody_looked_at_is_asked_for_where_a_person_concluded_that_registration_is_required(self) -> None:
        doubtful = full_time(5, "12", package=None, starts="2026-09-20")
        required = {"reviews": [a_review(conclusion="required")]}
        found = ask(a_provider(headcounts=[NOBODY], registration=required), *doubtful)
        assert found.requirement is REVIEW
        assert found.because[-1] == "whether it is registered already is not recorded"

    def test_is_as_the_last_look_on_or_before_the_day_found_it(self) -> None:
        checks = [on_the_register(on="2026-09-01"), on_the_register(on="2026-10-01", status="2")]
        provider = a_provider(headcounts=[NOBODY], registration={"register_checks": checks})
        assert ask(provider, *full_time(5), on="2026-09-30").requirement is REGISTERED
        assert ask(provider, *full_time(5), on="2026-10-01").requirement is MUST


class TestAPersonsConclusion:
    """What a person concluded settles what the numbers leave open, while its facts hold."""

    def reviewed(self, *reviews: dict[str, Any], **headcount: Any) -> Provider:
        declared = a_headcount(full_time="4", main_education_here="5", **headcount)
        return a_provider(headcounts=[declared], registration=looked_up(reviews=reviews))

    @pytest.mark.parametrize(
        ("conclusion", "answer"),
        [
            pytest.param("not_required", NOT_REQUIRED, id="not-required"),
            pytest.param("required", MUST, id="required"),
        ],
    )
    def test_settles_a_review(self, conclusion: str, answer: Requirement) -> None:
        assert ask(self.reviewed()).requirement is REVIEW
        found = ask(self.reviewed(a_review(conclusion=conclusion)))
        assert found.requirement is answer
        assert found.because[0] == (
            "designated officer concluded on 1 October 2026: the college teaches the other half"
        )

    @pytest.mark.parametrize(
        ("on", "answer"),
        [
            pytest.param("2026-09-30", REVIEW, id="before-it"),
            pytest.param("2026-10-01", NOT_REQUIRED, id="its-day"),
            pytest.param("2026-12-18", NOT_REQUIRED, id="its-last-day"),
            pytest.param("2026-12-19", REVIEW, id="after-it"),
        ],
    )
    def test_holds_from_its_day_to_its_last(self, on: str, answer: Requirement) -> None:
        assert ask(self.reviewed(a_review(until="2026-12-18")), on=on).requirement is answer

    def test_is_the_latest_of_several(self) -> None:
        earlier = a_review(on="2026-09-20", conclusion="required")
        assert ask(self.reviewed(a_review(), earlier)).requirement is NOT_REQUIRED

    def test_changes_nothing_that_is_certain(self) -> None:
        provider = a_provider(headcounts=[NOBODY], registration=looked_up(reviews=[a_review()]))
        assert ask(provider, *full_time(5, starts="2026-09-20")).requirement is MUST
        required = a_provider(
            headcounts=[NOBODY],
            registration={"register_checks": [a_register_check()], "reviews": [a_review(conclusion="required")]},
        )
        assert ask(required).requirement is NOT_REQUIRED

    def test_grows_stale_with_more_pupils(self) -> None:
        joined = a_placement(1, "12", package=None, starts="2026-10-02")
        found = ask(self.reviewed(a_review()), joined)
        assert found.requirement is REVIEW
        assert found.because[-1] == (
            "designated officer concluded on 1 October 2026: the college teaches the other half - "
            "but that was not said of P-00001 as recorded now, so it must be looked at again"
        )

    def test_grows_stale_with_more_pupils_of_others(self) -> None:
        headcounts = [
            a_headcount(full_time="3", main_education_here="5"),
            a_headcount(full_time="4", main_education_here="6", on="2026-10-05"),
        ]
        provider = a_provider(headcounts=headcounts, registration=looked_up(reviews=[a_review()]))
        assert ask(provider, on="2026-10-04").requirement is NOT_REQUIRED
        found = ask(provider, on="2026-10-05")
        assert found.requirement is REVIEW
        assert found.because[-1].endswith("but there are more pupils now, so it must be looked at again")

    @pytest.mark.parametrize(
        ("then", "now", "answer"),
        [
            pytest.param({}, {}, NOT_REQUIRED, id="as-it-was"),
            pytest.param({}, {"hours": "16"}, NOT_REQUIRED, id="fewer-hours"),
            pytest.param({}, {"hours": "18"}, REVIEW, id="more-hours"),
            pytest.param({"elsewhere": "1"}, {}, REVIEW, id="a-larger-part-of-the-week"),
            pytest.param({}, {"elsewhere": "1"}, NOT_REQUIRED, id="a-smaller-part-of-the-week"),
            pytest.param({}, {"untimed": True}, REVIEW, id="a-week-that-is-not-recorded"),
        ],
    )
    def test_was_about_the_hours_of_its_day(
        self, then: dict[str, Any], now: dict[str, Any], answer: Requirement
    ) -> None:
        """One pupil with a plan, there since September; what changes, changes on 26 October."""

        def week(starts: str, ends: str | None, hours: str = "17", **_: Any) -> dict[str, Any]:
            return a_week(hours, starts=starts, ends=ends)

        def elsewhere(starts: str, ends: str | None, elsewhere: str = "0", **_: Any) -> dict[str, Any]:
            return {"kind": "school", "hours": elsewhere, "starts": starts, "ends": ends}

        first, second = ("2026-09-20", "2026-10-25"), ("2026-10-26", None)
        weeks = [week(*first, **then), *([] if now.get("untimed") else [week(*second, **now)])]
        package = {"elsewhere": [elsewhere(*first, **then), elsewhere(*second, **now)]}
        pupil = a_placement(1, starts="2026-09-20", ehc_plans=PLAN, timetable=weeks, package=package)
        provider = a_provider(headcounts=[NOBODY], registration=looked_up(reviews=[a_review()]))
        assert ask(provider, pupil, on="2026-10-25").requirement is NOT_REQUIRED
        assert ask(provider, pupil).requirement is answer

    @pytest.mark.parametrize("status", ["ehc_plans", "looked_after"])
    def test_was_about_the_plans_and_the_care_of_its_day(self, status: str) -> None:
        since = [{"starts": "2026-10-26"}]
        others = full_time(4, "17", package={"elsewhere": []}, starts="2026-09-20")
        pupil = a_placement(9, "17", package={"elsewhere": []}, starts="2026-09-20", **{status: since})
        provider = a_provider(headcounts=[NOBODY], registration=looked_up(reviews=[a_review()]))
        assert ask(provider, *others, pupil, on="2026-10-25").requirement is NOT_REQUIRED
        assert ask(provider, *others, pupil).requirement is REVIEW

    def test_was_not_about_the_pupil_who_came_when_another_left(self) -> None:
        nothing: dict[str, Any] = {"elsewhere": []}
        left = a_placement(
            1, "17", package=nothing, ehc_plans=PLAN, starts="2026-09-20", end={"on": "2026-10-20", "reason": "other"}
        )
        came = a_placement(2, "17", package=nothing, ehc_plans=PLAN, starts="2026-10-21")
        provider = a_provider(headcounts=[NOBODY], registration=looked_up(reviews=[a_review()]))
        assert ask(provider, left, came, on="2026-10-20").requirement is NOT_REQUIRED
        found = ask(provider, left, came, on="2026-10-21")
        assert found.requirement is REVIEW
        assert "that was not said of P-00002 as recorded now" in found.because[-1]

    def test_stands_for_no_declaration_that_nobody_made(self) -> None:
        provider = a_provider(registration=looked_up(reviews=[a_review()]))
        found = ask(provider, a_placement(1, "17", package={"elsewhere": []}, starts="2026-09-20"))
        assert found.requirement is REVIEW
        assert "how many pupils there are from all commissioners is not known" in found.because[-1]

    def test_of_a_day_whose_law_is_not_known_settles_nothing(self) -> None:
        early = a_review(on="2014-08-01", until="2026-12-18")
        declared = [a_headcount(full_time="4", main_education_here="5")]
        found = ask(a_provider(headcounts=declared, registration=looked_up(reviews=[early])))
        assert found.requirement is REVIEW
        assert "apqa knows no law for that day" in found.because[-1]

    def test_that_registration_is_required_stands_whatever_has_changed(self) -> None:
        required = looked_up(reviews=[a_review(conclusion="required")])
        assert ask(a_provider(registration=required)).requirement is MUST

    def test_outlives_pupils_who_leave(self) -> None:
        left = a_placement(1, "20", starts="2026-09-20", end={"on": "2026-10-20", "reason": "as_planned"})
        assert ask(self.reviewed(a_review(on="2026-10-19"), full_time_looked_after="0"), left).requirement is (
            NOT_REQUIRED
        )

    def test_settles_nothing_while_placements_cannot_be_read(self) -> None:
        provider = self.reviewed(a_review())
        asked = situation(ON, provider, unreadable={PLACEMENT: ("PL-0000Z",)})
        found = registration_requirement(provider, asked)
        assert found.requirement is REVIEW
        assert found.because[-1].endswith(
            "but placements or self-assessments cannot be read, so it must be looked at again"
        )

    def test_is_of_the_law_in_force_and_not_of_the_announced_one(self) -> None:
        assert ask(self.reviewed(a_review()), law=announced()).requirement is REVIEW


class TestTheAnnouncedLaw:
    """It is never used for today's verdict, and answers when asked."""

    def test_is_not_used_unless_asked_for(self) -> None:
        support = a_placement(1, "20", special_needs="sen_support", package=a_package("5"))
        found = ask(counted(), support)
        assert found.requirement is NOT_REQUIRED
        assert found.law is not None
        assert found.law.in_force_from is not None

    @pytest.mark.parametrize(
        ("changes", "answer"),
        [
            pytest.param({"ehc_plans": PLAN}, MUST, id="a-plan-under-both-readings"),
            pytest.param({"special_needs": "sen_support"}, REVIEW, id="support-under-one-reading"),
            pytest.param({"special_needs": None}, REVIEW, id="needs-not-recorded"),
            pytest.param({"looked_after": PLAN}, MUST, id="in-care"),
            pytest.param({"package": a_package("21"), "ehc_plans": PLAN}, NOT_REQUIRED, id="no-majority"),
            pytest.param({}, NOT_REQUIRED, id="neither"),
        ],
    )
    def test_asks_for_special_needs_and_a_majority(self, changes: dict[str, Any], answer: Requirement) -> None:
        placement = a_placement(1, "20", **{"package": a_package("5"), "starts": "2026-10-01", **changes})
        provider = a_provider(headcounts=[a_headcount(full_time_with_special_needs="0")], registration=looked_up())
        assert ask(provider, placement, law=announced()).requirement is answer

    def test_names_special_needs_in_its_reasons(self) -> None:
        plain = ask(counted(), law=announced())
        assert "none with special educational needs, none looked after" in plain.because[0]
        support = ask(counted(), *full_time(1, package=a_package("5"), special_needs="sen_support"), law=announced())
        assert support.because[1] == "1 full-time pupil with special educational needs (registration is asked from 1)"
        unsaid = ask(counted(), *full_time(1, package=a_package("5"), special_needs=None), law=announced())
        assert unsaid.because[1] == (
            "full-time pupils with special educational needs: there may be 1 (registration is asked from 1)"
        )

    @pytest.mark.parametrize(
        ("changes", "by_the_act", "by_the_minister"),
        [
            pytest.param({"special_needs": "sen_support"}, MUST, NOT_REQUIRED, id="support"),
            pytest.param({"special_needs": None}, REVIEW, NOT_REQUIRED, id="needs-not-recorded"),
            pytest.param({"special_needs": "sen_support", "ehc_plans": None}, MUST, REVIEW, id="plan-not-recorded"),
            pytest.param({"special_needs": "none", "ehc_plans": None}, REVIEW, REVIEW, id="no-needs-and-a-plan-may-be"),
            pytest.param({"ehc_plans": PLAN}, MUST, MUST, id="a-plan"),
            pytest.param({"looked_after": PLAN, "special_needs": "sen_support"}, MUST, MUST, id="in-care"),
            pytest.param({}, NOT_REQUIRED, NOT_REQUIRED, id="neither"),
            pytest.param(
                {"special_needs": "sen_support", "package": a_package("14")},
                NOT_REQUIRED,
                NOT_REQUIRED,
                id="no-majority",
            ),
        ],
    )
    def test_is_answered_by_each_reading_and_judged_where_they_differ(
        self, changes: dict[str, Any], by_the_act: Requirement, by_the_minister: Requirement
    ) -> None:
        placement = a_placement(1, "14", **{"package": a_package("10"), "starts": "2026-10-01", **changes})
        found = ask(counted(), placement, law=announced())
        assert [(each.reading.key, each.requirement) for each in found.readings] == [
            ("special_needs", by_the_act),
            ("ehc_plan", by_the_minister),
        ]
        assert found.readings_differ is (by_the_act is not by_the_minister)
        assert found.requirement is (REVIEW if found.readings_differ else by_the_act)
        assert found.because[-len(found.readings[0].because) :] == found.readings[0].because
        assert found.law == announced()

    def test_says_what_each_reading_gives_where_they_differ(self) -> None:
        support = a_placement(1, "14", package=a_package("10"), special_needs="sen_support")
        found = ask(counted(), support, law=announced())
        assert found.because[0] == (
            "the readings of the law give different answers: it must register where every pupil with special "
            "educational needs counts, one on SEN support too; it need not register where only a pupil with an EHC "
            "plan counts"
        )
        assert found.readings[1].because[0] == (
            "1 full-time pupil of compulsory school age (registration is asked from 5), none with an EHC plan, none "
            "looked after"
        )

    def test_can_be_read_in_two_ways_where_the_provider_is_registered_and_nobody_looked_again(self) -> None:
        school = a_provider(
            headcounts=[a_headcount(on="2026-09-13")],
            registration={"register_checks": [on_the_register(on="2026-01-05")]},
        )
        support = a_placement(1, "14", package=a_package("10"), special_needs="sen_support")
        found = ask(school, support, law=announced())
        assert [each.requirement for each in found.readings] == [REVIEW, REGISTERED]
        assert found.requirement is REVIEW
        assert "it is registered already where only a pupil with an EHC plan counts" in found.because[0]

    def test_leaves_either_reading_to_a_person_while_local_policy_is_not_known(self) -> None:
        asked = situation(ON, counted(), unreadable={AUTHORITY: ("authority",)})
        found = registration_requirement(counted(), asked, announced())
        assert {each.requirement for each in found.readings} == {found.requirement} == {REVIEW}

    def test_in_force_has_one_reading(self) -> None:
        found = ask(counted())
        assert (found.readings, found.readings_differ) == ((), False)

    @pytest.mark.parametrize(
        ("declared", "answer"),
        [
            pytest.param({"full_time": "1"}, REVIEW, id="needs-not-declared"),
            pytest.param({"full_time": "1", "full_time_with_special_needs": "1"}, REVIEW, id="needs-of-one"),
            pytest.param({"full_time": "1", "full_time_with_special_needs": "0"}, NOT_REQUIRED, id="needs-of-none"),
            pytest.param({"full_time": "1", "full_time_with_ehc_plan": "1"}, MUST, id="plan-of-one"),
            pytest.param({"most_hours": "30"}, NOT_REQUIRED, id="no-number-of-hours-decides"),
        ],
    )
    def test_takes_declared_special_needs_on_the_safe_side(self, declared: dict[str, str], answer: Requirement) -> None:
        assert ask(declaring(**declared), law=announced()).requirement is answer

    def test_is_asked_beside_the_law_in_force_of_the_same_situation(self) -> None:
        provider, support = counted(), a_placement(1, "20", special_needs="sen_support", package=a_package("5"))
        asked = situation(ON, provider, support)
        act, minister = (announced().read_as(reading) for reading in announced().readings)
        laws = (None, announced(), act, minister)
        answers = [registration_requirement(provider, asked, law).requirement for law in laws]
        assert answers == [NOT_REQUIRED, REVIEW, MUST, NOT_REQUIRED]

    def test_counts_declared_needs_by_the_acts_own_words(self) -> None:
        found = ask(declaring(full_time="1", full_time_with_special_needs="1"), law=announced())
        assert [each.requirement for each in found.readings] == [MUST, NOT_REQUIRED]

    def test_holds_no_declaration_against_needs_that_the_law_in_force_does_not_ask_for(self) -> None:
        provider = declaring(on="2026-10-12", full_time="1", full_time_with_special_needs="0")
        found = ask(provider, a_placement(1, "20", special_needs="sen_support"))
        assert (found.requirement, found.missing) == (NOT_REQUIRED, ())

    def test_of_a_reading_without_either_number_keeps_headroom_for_one(self) -> None:
        neither = replace(announced(), with_special_needs=None, readings=())
        assert ask(counted(), law=neither).headroom == Headroom(pupils=4, with_ehc_plan=0, looked_after=0)


def test_before_2014_apqa_knows_no_law_and_a_person_must_judge() -> None:
    found = ask(a_provider(), *full_time(5, starts="2013-09-02", cohort="2000-01"), on="2014-08-31")
    assert (found.requirement, found.law) == (REVIEW, None)
    assert found.because == ("apqa knows no law of registration for 31 August 2014",)
    assert found.headroom == Headroom(pupils=None, with_ehc_plan=None, looked_after=None)
    assert found.tally.unknown
    old = a_provider(registration=looked_up())
    assert ask(old, *full_time(5, starts="2013-09-02", cohort="2000-01"), on="2014-09-01").requirement is MUST


def test_known_counts_are_those_of_the_records_alone() -> None:
    provider = declaring(full_time="5")
    placements = (*full_time(2), a_placement(3, "20", ehc_plans=PLAN), a_placement(4, "12", package=None))
    counts = known_counts(provider, situation(ON, provider, *placements))
    assert counts.words == "3 full-time, 1 with an EHC plan, 0 looked after"
    assert known_counts(provider, situation("2014-08-31", provider, *placements)).pupils == 0


HOURS = st.integers(0, 30 * 60).map(lambda minutes: f"{minutes // 60}:{minutes % 60:02d}")
PUPIL: st.SearchStrategy[dict[str, Any]] = st.fixed_dictionaries(
    {
        "hours": HOURS,
        "starts": st.sampled_from(["2026-09-01", "2026-09-14", "2026-10-01"]),
        "cohort": st.sampled_from(["2009-10", "2011-12", "2020-21"]),
        "ehc_plans": st.sampled_from([[], None, [{"starts": "2026-01-01"}], [{"starts": "2026-10-01"}]]),
        "looked_after": st.sampled_from([[], None, [{"starts": "2026-01-01", "ends": "2026-10-01"}]]),
        "special_needs": st.sampled_from(["none", "sen_support", None]),
        "package": st.sampled_from([None, a_package("2"), a_package("14"), {"elsewhere": []}]),
    }
)
PUPILS = st.lists(PUPIL, max_size=7)
DECLARED = st.none() | st.integers(0, 6).flatmap(
    lambda most: st.fixed_dictionaries(
        {
            "on": st.sampled_from(["2026-06-01", "2026-09-14", "2026-10-20"]),
            "full_time": st.just(str(most)),
            "full_time_with_ehc_plan": st.integers(0, min(1, most)).map(str),
            "full_time_looked_after": st.integers(0, min(1, most)).map(str),
            "full_time_with_special_needs": st.none() | st.integers(0, most).map(str),
            "main_education_here": st.none() | st.integers(0, 8).map(str),
            "most_hours": st.none() | HOURS,
        }
    )
)


def school(declared: dict[str, Any] | None) -> Provider:
    return a_provider(headcounts=[a_headcount(**declared)] if declared else [], registration=looked_up())


@given(declared=DECLARED, pupils=PUPILS, law=st.booleans())
def test_what_is_certain_is_possible_too(
    declared: dict[str, Any] | None, pupils: list[dict[str, Any]], law: bool
) -> None:
    placements = [a_placement(number, **each) for number, each in enumerate(pupils, 1)]
    found = ask(school(declared), *placements, law=announced() if law else None)
    certain, possible = found.tally.certain, found.tally.possible
    assert certain.pupils <= possible.pupils
    assert certain.with_ehc_plan <= possible.with_ehc_plan
    assert certain.with_special_needs <= possible.with_special_needs
    assert certain.looked_after <= possible.looked_after


@given(declared=DECLARED, pupils=PUPILS)
def test_the_acts_own_words_never_ask_less_than_the_ministers(
    declared: dict[str, Any] | None, pupils: list[dict[str, Any]]
) -> None:
    placements = [a_placement(number, **each) for number, each in enumerate(pupils, 1)]
    found = ask(school(declared), *placements, law=announced())
    act, minister = (list(Requirement).index(each.requirement) for each in found.readings)
    assert act <= minister
    assert found.requirement is (REVIEW if act != minister else found.readings[0].requirement)


def test_a_plan_among_pupils_of_others_is_a_need_too() -> None:
    provider = declaring(full_time="2", full_time_with_ehc_plan="1")
    left = {"end": {"on": "2026-10-01", "reason": "as_planned"}}
    support = a_placement(1, "12", special_needs="sen_support", package=None, **left)
    found = ask(provider, support, law=announced())
    assert [each.requirement for each in found.readings] == [MUST, MUST]


@given(declared=DECLARED, pupils=PUPILS, more=st.sampled_from(["20", "18:01", "30"]))
def test_one_more_full_time_pupil_never_lets_a_provider_off(
    declared: dict[str, Any] | None, pupils: list[dict[str, Any]], more: str
) -> None:
    placements = [a_placement(number, **each) for number, each in enumerate(pupils, 1)]
    before = ask(school(declared), *placements)
    after = ask(school(declared), *placements, a_placement(99, more))
    assert SAFE[before.requirement] <= SAFE[after.requirement]


@given(declared=DECLARED, pupils=PUPILS, added=st.integers(1, 20), data=st.data())
def test_more_hours_never_let_a_provider_off(
    declared: dict[str, Any] | None, pupils: list[dict[str, Any]], added: int, data: st.DataObject
) -> None:
    placements = [a_placement(number, **each) for number, each in enumerate(pupils, 1)]
    before = ask(school(declared), *placements)
    if placements:
        number = data.draw(st.integers(0, len(placements) - 1))
        week = placements[number].timetable[0]
        longer = week.model_copy(update={"hours_with_breaks": week.hours_with_breaks + timedelta(hours=added)})
        placements[number] = placements[number].model_copy(update={"timetable": (longer,)})
    after = ask(school(declared), *placements)
    assert not (before.requirement is MUST and after.requirement is NOT_REQUIRED)
    assert not (before.requirement is REVIEW and after.requirement is NOT_REQUIRED)


SAFE = {NOT_REQUIRED: 0, REVIEW: 1, MUST: 2}


@given(pupils=PUPILS)
def test_evening_hours_alone_never_make_a_school(pupils: list[dict[str, Any]]) -> None:
    placements = [
        a_placement(number, **{**each, "timetable": [a_week("30", starts="2026-09-01", daytime="no")]})
        for number, each in enumerate(pupils, 1)
    ]
    assert ask(counted(), *placements).requirement is not MUST
