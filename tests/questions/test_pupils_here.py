"""The pupils at a provider on a day, each once, and whether each is full-time there."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

import pytest

from apqa.guidance.registration_law import announced_registration_law, registration_law
from apqa.questions.pupils_here import DRAFT_PUPIL, FullTime, PupilHere, pupils_here
from tests.builders import ON, a_package, a_placement, a_provider, a_week, an_authority, situation

if TYPE_CHECKING:
    from apqa.records.base import Record

YES, REVIEW, NO = FullTime.YES, FullTime.REVIEW, FullTime.NO


def here(*records: Record, on: str = ON.isoformat(), announced: bool = False) -> tuple[PupilHere, ...]:
    asked = situation(on, a_provider(), *records)
    law = announced_registration_law() if announced else registration_law(asked.on)
    assert law is not None
    return pupils_here(a_provider(), asked, law.full_time)


def only(*records: Record, announced: bool = False) -> PupilHere:
    found = here(*records, announced=announced)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("hours", "answer"),
    [
        pytest.param("18", NO, id="exactly-eighteen"),
        pytest.param("18:00", NO, id="exactly-eighteen-in-minutes"),
        pytest.param("18.01", YES, id="a-hundredth-more"),
        pytest.param("18:01", YES, id="a-minute-more"),
        pytest.param("17:59", NO, id="a-minute-less"),
        pytest.param("25", YES, id="a-whole-week"),
    ],
)
def test_more_than_eighteen_hours_presume_full_time_and_eighteen_do_not(hours: str, answer: FullTime) -> None:
    assert only(a_placement(1, hours)).full_time is answer


def test_hours_at_one_provider_are_added_over_a_pupils_placements() -> None:
    pupil = only(a_placement(1, "9.5", pupil="P-00009"), a_placement(2, "9", pupil="P-00009"))
    assert pupil.full_time is YES
    assert pupil.hours == timedelta(hours=18.5)
    assert pupil.placements == ("PL-00001", "PL-00002")
    assert pupil.why == "18.5 daytime hours a week, more than 18"


def test_hours_at_another_provider_are_not_hours_here() -> None:
    pupil = only(a_placement(1, "9"), a_placement(2, "18", pupil="P-00001", provider="elsewhere"))
    assert pupil.hours == timedelta(hours=9)
    assert pupil.full_time is NO


@pytest.mark.parametrize(
    ("evenings", "elsewhere", "answer"),
    [
        pytest.param("25", "7", REVIEW, id="most-of-it-in-the-evenings"),
        pytest.param("18", "24", NO, id="exactly-eighteen"),
        pytest.param("18:01", "24:59", REVIEW, id="a-minute-more-and-no-full-week-elsewhere"),
        pytest.param("18:01", "25", NO, id="a-full-week-elsewhere"),
    ],
)
def test_more_than_eighteen_hours_in_the_evenings_are_judged(evenings: str, elsewhere: str, answer: FullTime) -> None:
    pupil = only(a_placement(timetable=[a_week(evenings, daytime="no")], package=a_package(elsewhere)))
    assert pupil.full_time is answer


def test_evening_hours_do_not_count_towards_eighteen() -> None:
    pupil = only(a_placement(timetable=[a_week("20", daytime="no")], package=a_package("30")))
    assert pupil.hours == timedelta()
    assert pupil.full_time is NO


def test_evenings_that_are_all_of_a_pupils_education_are_judged_by_a_person() -> None:
    assert only(a_placement(timetable=[a_week("20", daytime="no")], package={"elsewhere": []})).full_time is REVIEW


def test_a_week_without_hours_is_not_full_time() -> None:
    assert only(a_placement(1, "0", package={"elsewhere": []})).full_time is NO


@pytest.mark.parametrize(
    ("elsewhere", "answer"),
    [
        pytest.param("3", REVIEW, id="exactly-eighty-per-cent"),
        pytest.param("3.01", NO, id="a-little-less"),
        pytest.param("0", REVIEW, id="all-of-it"),
    ],
)
def test_below_eighteen_hours_nearly_all_of_the_education_is_judged_by_a_person(
    elsewhere: str, answer: FullTime
) -> None:
    assert only(a_placement(1, "12", package=a_package(elsewhere))).full_time is answer


def test_the_council_sets_from_what_share_a_person_judges() -> None:
    policy = an_authority(nearly_all_share={"percent": "40", "reason": "on the safe side"})
    assert only(a_placement(1, "12", package=a_package("14"))).full_time is NO
    assert only(a_placement(1, "12", package=a_package("14")), policy).full_time is REVIEW


def test_a_week_that_is_not_recorded_as_a_whole_is_judged_by_a_person() -> None:
    pupil = only(a_placement(1, "6", package=None))
    assert pupil.full_time is REVIEW
    assert pupil.why == "6 daytime hours a week; the rest of the pupil's week is not recorded"


def test_hours_with_another_provider_are_part_of_the_whole_week() -> None:
    elsewhere = a_placement(2, "12", pupil="P-00001", provider="another")
    assert only(a_placement(1, "12", package={"elsewhere": []})).full_time is REVIEW
    assert only(a_placement(1, "12", package={"elsewhere": []}), elsewhere).full_time is NO


def test_education_elsewhere_counts_while_it_lasts() -> None:
    past = {"elsewhere": [{"kind": "school", "hours": "20", "starts": "2025-09-01", "ends": "2026-11-02"}]}
    assert only(a_placement(1, "12", package=past)).full_time is REVIEW


@pytest.mark.parametrize(
    ("judged", "answer"),
    [pytest.param("yes", REVIEW, id="nearly-all"), pytest.param("no", NO, id="not-nearly-all")],
)
def test_what_a_person_judged_of_the_week_comes_before_the_share(judged: str, answer: FullTime) -> None:
    week = a_week("12", nearly_all_education=judged)
    assert only(a_placement(timetable=[week], package=None)).full_time is answer


@pytest.mark.parametrize(
    ("elsewhere", "answer"),
    [
        pytest.param("3", REVIEW, id="the-hours-say-otherwise"),
        pytest.param("3.01", NO, id="the-hours-agree"),
        pytest.param(None, NO, id="the-hours-are-not-recorded"),
    ],
)
def test_not_nearly_all_stands_unless_the_recorded_hours_say_otherwise(elsewhere: str | None, answer: FullTime) -> None:
    week = a_week("12", nearly_all_education="no")
    package = a_package(elsewhere) if elsewhere else None
    assert only(a_placement(timetable=[week], package=package)).full_time is answer


def test_not_nearly_all_of_each_of_two_placements_says_nothing_of_both() -> None:
    week = a_week("9", nearly_all_education="no")
    both = [a_placement(number, pupil="P-00009", timetable=[week], package=None) for number in (1, 2)]
    pupil = only(*both)
    assert pupil.full_time is REVIEW
    assert pupil.why == "18 daytime hours a week; the rest of the pupil's week is not recorded"


def test_the_reason_says_that_a_person_judged_it() -> None:
    pupil = only(a_placement(timetable=[a_week("12", nearly_all_education="no")], package=None))
    assert pupil.why == "12 daytime hours a week, recorded as not nearly all of the pupil's education"


def test_a_judgement_of_one_of_two_placements_settles_nothing() -> None:
    judged = a_placement(1, pupil="P-00009", timetable=[a_week("9", nearly_all_education="no")], package=None)
    assert only(judged, a_placement(2, "9", pupil="P-00009", package=None)).full_time is REVIEW


def test_more_than_eighteen_hours_are_full_time_whatever_a_person_judged() -> None:
    assert only(a_placement(timetable=[a_week("19", nearly_all_education="no")])).full_time is YES


def test_without_a_timetable_for_the_day_a_person_must_judge() -> None:
    pupil = only(a_placement(timetable=[a_week("20", ends="2026-11-02")]))
    assert (pupil.full_time, pupil.why) == (REVIEW, "no timetable is recorded for the day")


def test_hours_known_to_be_over_eighteen_need_no_second_timetable() -> None:
    unknown = a_placement(2, pupil="P-00001", timetable=[a_week("20", ends="2026-11-02")])
    assert only(a_placement(1, "20"), unknown).full_time is YES


@pytest.mark.parametrize(
    ("hours", "elsewhere", "judged", "answer"),
    [
        pytest.param("12", "11", None, YES, id="a-majority"),
        pytest.param("12", "12", None, NO, id="exactly-half"),
        pytest.param("20", "25", None, NO, id="more-than-eighteen-but-no-majority"),
        pytest.param("12", "2", "no", YES, id="not-nearly-all-but-a-majority"),
        pytest.param("12", "20", "no", NO, id="not-nearly-all-and-no-majority"),
        pytest.param("12", "20", "yes", REVIEW, id="recorded-as-nearly-all"),
    ],
)
def test_the_announced_law_asks_for_a_majority(
    hours: str, elsewhere: str, judged: str | None, answer: FullTime
) -> None:
    week = a_week(hours, nearly_all_education=judged)
    placement = a_placement(timetable=[week], package=a_package(elsewhere))
    assert only(placement, announced=True).full_time is answer


@pytest.mark.parametrize(
    ("hours", "answer", "why"),
    [
        pytest.param("12", REVIEW, "; no timetable of PL-00002 is recorded for the day", id="most-of-what-is-known"),
        pytest.param("10", NO, " recorded hours of education", id="not-even-of-what-is-known"),
    ],
)
def test_a_majority_is_not_certain_while_hours_elsewhere_are_not_known(hours: str, answer: FullTime, why: str) -> None:
    package = a_package("11")
    other = a_placement(
        2, pupil="P-00001", provider="elsewhere", timetable=[a_week(ends="2026-10-30")], package=package
    )
    pupil = only(a_placement(1, hours, package=package), other, announced=True)
    assert pupil.full_time is answer
    assert pupil.why.endswith(why)


def test_the_pupil_of_a_draft_is_named_in_words() -> None:
    assert only(a_placement(pupil=DRAFT_PUPIL)).named == "this pupil"
    assert only(a_placement(pupil="P-9F4TC")).named == "P-9F4TC"


def test_only_who_is_placed_on_the_day_is_here() -> None:
    ended = a_placement(1, end={"on": "2026-11-02", "reason": "as_planned"})
    last_day = a_placement(2, end={"on": "2026-11-03", "reason": "as_planned"})
    planned = a_placement(3, starts="2026-11-04")
    past_its_expected_end = a_placement(4, expected_end="2026-10-01")
    found = here(ended, last_day, planned, past_its_expected_end)
    assert [pupil.pupil for pupil in found] == ["P-00002", "P-00004"]


@pytest.mark.parametrize(
    ("first", "second", "answer"),
    [
        pytest.param([{"starts": "2026-01-01"}], None, True, id="one-says-yes"),
        pytest.param([], None, None, id="one-does-not-say"),
        pytest.param([], [{"starts": "2026-11-04"}], False, id="none-in-force-that-day"),
        pytest.param([{"starts": "2020-01-01", "ends": "2026-11-03"}], [], True, id="its-last-day"),
        pytest.param([{"starts": "2020-01-01", "ends": "2026-11-02"}], [], False, id="the-day-after"),
    ],
)
def test_plan_and_care_are_those_in_force_that_day_from_all_placements(
    first: list[dict[str, str]], second: list[dict[str, str]] | None, answer: bool | None
) -> None:
    plans = only(a_placement(1, ehc_plans=first), a_placement(2, pupil="P-00001", ehc_plans=second))
    care = only(a_placement(1, looked_after=first), a_placement(2, pupil="P-00001", looked_after=second))
    assert plans.ehc_plan is answer
    assert care.looked_after is answer


@pytest.mark.parametrize("status", ["ehc_plan", "looked_after"])
@pytest.mark.parametrize(
    ("there", "changes", "answer"),
    [
        pytest.param([{"starts": "2026-01-01"}], {}, True, id="recorded-there"),
        pytest.param(None, {}, None, id="not-recorded-there"),
        pytest.param([], {}, False, id="neither-here-nor-there"),
        pytest.param(
            [{"starts": "2026-01-01"}],
            {"end": {"on": "2026-11-02", "reason": "as_planned"}},
            False,
            id="recorded-in-a-placement-that-has-ended",
        ),
        pytest.param([{"starts": "2026-01-01"}], {"pupil": "P-00003"}, False, id="of-another-pupil"),
    ],
)
def test_plan_and_care_count_that_another_provider_recorded(
    status: str, there: list[dict[str, str]] | None, changes: dict[str, Any], answer: bool | None
) -> None:
    key = {"ehc_plan": "ehc_plans"}.get(status, status)
    elsewhere = a_placement(2, **{"pupil": "P-00001", "provider": "another", key: there, **changes})
    assert getattr(only(a_placement(1), elsewhere), status) is answer


@pytest.mark.parametrize(
    ("plans", "answer"),
    [
        pytest.param([], None, id="none-recorded"),
        pytest.param([{"starts": "2020-01-01", "ends": "2026-11-02"}], None, id="one-that-is-over"),
        pytest.param(None, None, id="nothing-recorded"),
        pytest.param([{"starts": "2020-01-01"}], True, id="one-in-force"),
    ],
)
def test_needs_met_by_a_plan_make_a_plan_that_is_not_recorded_doubtful(
    plans: list[dict[str, str]] | None, answer: bool | None
) -> None:
    pupil = only(a_placement(special_needs="ehc_plan", ehc_plans=plans))
    assert (pupil.ehc_plan, pupil.special_needs) == (answer, True)


@pytest.mark.parametrize("order", [(1, 2), (2, 1)], ids=["first", "second"])
@pytest.mark.parametrize(
    ("other", "answer"),
    [
        pytest.param({"cohort": "2009-10"}, True, id="over-school-age"),
        pytest.param({"cohort": "2021-22"}, True, id="not-yet-of-it"),
    ],
)
def test_school_age_is_that_of_any_placement_here(order: tuple[int, int], other: dict[str, str], answer: bool) -> None:
    of_age, not_of_age = order
    pupil = only(a_placement(of_age, pupil="P-00009"), a_placement(not_of_age, pupil="P-00009", **other))
    assert pupil.school_age is answer


def test_school_age_is_not_known_where_one_placement_leaves_it_open() -> None:
    over, unknown = a_placement(1, pupil="P-00009", cohort="2009-10"), a_placement(2, pupil="P-00009", cohort="2021-22")
    (pupil,) = here(over, unknown, on="2027-01-11")
    assert pupil.school_age is None
    (known,) = here(a_placement(1, cohort="2009-10"), on="2027-01-11")
    assert known.school_age is False


@pytest.mark.parametrize(
    ("needs", "plans", "answer"),
    [
        pytest.param("none", [], False, id="none"),
        pytest.param("sen_support", [], True, id="support"),
        pytest.param(None, [], None, id="not-recorded"),
        pytest.param("none", [{"starts": "2026-01-01"}], True, id="a-plan-means-needs"),
    ],
)
def test_special_needs_are_support_or_a_plan(
    needs: str | None, plans: list[dict[str, str]], answer: bool | None
) -> None:
    assert only(a_placement(special_needs=needs, ehc_plans=plans)).special_needs is answer


@pytest.mark.parametrize(
    ("changes", "counts", "may_count"),
    [
        pytest.param({"hours": "20"}, True, True, id="full-time"),
        pytest.param({"hours": "12"}, False, False, id="part-time"),
        pytest.param({"hours": "12", "package": None}, False, True, id="to-be-judged"),
        pytest.param({"hours": "20", "cohort": "2009-10"}, False, False, id="over-school-age"),
        pytest.param({"hours": "20", "cohort": "2021-22"}, False, True, id="school-age-unknown"),
        pytest.param({"hours": "20", "cohort": "2021-22", "birth_third": "summer"}, False, False, id="not-yet"),
    ],
)
def test_who_counts_is_full_time_and_of_school_age(changes: dict[str, Any], counts: bool, may_count: bool) -> None:
    (pupil,) = here(a_placement(**changes), on="2027-01-11")
    assert (pupil.counts, pupil.may_count) == (counts, may_count)
