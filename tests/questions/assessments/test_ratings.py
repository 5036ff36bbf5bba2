"""Ratings criterion by criterion: the provider's, the council's once it has checked, and last year's beside them."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.guidance.criteria import criteria, every_criterion
from apqa.questions.assessments.ratings import (
    Change,
    Rated,
    RatingSheet,
    action_is_overdue,
    checked_by,
    effective,
    rating_sheet,
)
from apqa.records.self_assessment import CriterionRating, SelfAssessment
from apqa.vocabulary.review import Area, Rating
from tests.builders import ON, PROVIDER, a_self_assessment, changed, day, situation

ACTION = {"what": "train", "owner": "head", "due": "2026-11-02"}
CHECKED = {"on": "2026-11-03", "by": "officer"}


def rating(word: str = "met", **changes: Any) -> dict[str, Any]:
    """Make a rating, with what such a one needs."""
    needs: dict[str, Any] = {"evidence": ["a log"]}
    if word in {"partially_met", "not_met"}:
        needs = {"action": ACTION}
    if word == "not_applicable":
        needs = {"why_not_applicable": "no site"}
    return changed({"rating": word, **needs}, changes)


def rated(word: str = "met", **changes: Any) -> CriterionRating:
    return CriterionRating.model_validate(rating(word, **changes))


def whole(**changes: Any) -> dict[str, Any]:
    """Rate every criterion as met, unless changed."""
    return changed({each.code: rating() for each in every_criterion()}, changes)


def sheet(*others: SelfAssessment, on: str = "2026-11-03", **changes: Any) -> RatingSheet:
    asked = a_self_assessment(**{"ratings": whole(), **changes})
    return rating_sheet(asked, situation(on, asked, *others))


def of(code: str, found: RatingSheet) -> Rated:
    return next(each for each in found.rated if each.code == code)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        pytest.param(rated(), Rating.MET, id="the-providers"),
        pytest.param(rated("not_met"), Rating.NOT_MET, id="the-providers-with-an-action"),
        pytest.param(rated("not_applicable"), Rating.NOT_APPLICABLE, id="exempt"),
        pytest.param(rated(council={"found": "not_checked"}), Rating.MET, id="not-checked"),
        pytest.param(rated(council={"found": "not_met", **CHECKED}), Rating.NOT_MET, id="checked-on-the-day"),
        pytest.param(
            rated(council={"found": "not_met", "by": "officer", "on": "2026-11-04"}), Rating.MET, id="checked-later"
        ),
    ],
)
def test_the_councils_finding_counts_once_it_has_checked(given: CriterionRating, answer: Rating) -> None:
    assert effective(given, ON) is answer
    assert (checked_by(given, ON) is not None) is (given.council is not None and answer is Rating.NOT_MET)


@pytest.mark.parametrize(
    ("given", "on", "overdue"),
    [
        pytest.param(rated("not_met"), "2026-11-01", False, id="before"),
        pytest.param(rated("not_met"), "2026-11-02", False, id="on-the-day"),
        pytest.param(rated("not_met"), "2026-11-03", True, id="the-day-after"),
        pytest.param(rated("not_met", action={**ACTION, "done_on": "2026-11-03"}), "2026-11-03", False, id="done"),
        pytest.param(rated("not_met", action={**ACTION, "done_on": "2026-11-04"}), "2026-11-03", True, id="done-later"),
        pytest.param(rated("not_met", council={"found": "met", **CHECKED}), "2026-11-03", False, id="found-met"),
        pytest.param(rated(action=ACTION), "2026-11-03", False, id="met-all-the-same"),
        pytest.param(rated(), "2026-11-03", False, id="nothing-promised"),
    ],
)
def test_an_action_is_overdue_from_the_day_after_until_something_is_recorded(
    given: CriterionRating, on: str, *, overdue: bool
) -> None:
    assert action_is_overdue(given, day(on)) is overdue


def test_every_criterion_of_the_day_is_there_area_by_area() -> None:
    found = sheet()
    assert {each.code for each in found.rated} == {each.code for each in criteria(ON)}
    areas = [each.area for each in found.areas]
    assert areas == [each for each in Area if each in areas]
    assert all(each.criterion and each.criterion.area is area.area for area in found.areas for each in area.rated)
    assert found.tally == {Rating.MET: 26}
    assert found.unrated == ()


def test_what_is_not_rated_is_there_without_a_rating() -> None:
    found = sheet(ratings=whole(s1_4=None, s2_2=None))
    assert found.unrated == ("s1_4", "s2_2")
    bare = of("s1_4", found)
    assert (bare.rating, bare.effective, bare.council, bare.action, bare.differs) == (None, None, None, None, False)
    assert found.tally == {Rating.MET: 24, None: 2}


def test_a_code_nobody_knows_comes_last_and_is_asked_of_nobody() -> None:
    found = sheet(ratings=whole(s9_9=rating()))
    last = found.areas[-1]
    assert last.area is None
    assert [(each.code, each.criterion, each.asked) for each in last.rated] == [("s9_9", None, False)]


def test_criteria_that_were_not_in_force_yet_are_not_missed_and_not_asked() -> None:
    early = {code: value for code, value in whole().items() if code in {"f_staffing", "s1_5"}}
    found = sheet(completed_on="2025-07-31", ratings=early)
    assert not of("s1_5", found).asked
    assert found.unrated == ("f_leadership", "f_safeguarding", "f_health_and_safety", "f_outcomes")


@pytest.mark.parametrize(
    ("now", "before", "change"),
    [
        pytest.param("met", "partially_met", Change.BETTER, id="better"),
        pytest.param("not_met", "partially_met", Change.WORSE, id="worse"),
        pytest.param("met", "met", Change.SAME, id="same"),
        pytest.param("not_applicable", "met", None, id="does-not-apply-now"),
        pytest.param("met", "not_applicable", None, id="did-not-apply-then"),
        pytest.param("met", None, None, id="not-rated-then"),
        pytest.param(None, "met", None, id="not-rated-now"),
    ],
)
def test_each_is_compared_with_the_year_before(now: str | None, before: str | None, change: Change | None) -> None:
    last = a_self_assessment(
        f"{PROVIDER}/2025-26",
        completed_on="2025-10-01",
        ratings=whole(s1_3=rating(before) if before else None),
    )
    found = of("s1_3", sheet(last, ratings=whole(s1_3=rating(now) if now else None)))
    assert found.change is change
    assert found.before == before


def test_the_nearest_year_before_is_the_one_beside_it() -> None:
    oldest, older = (
        a_self_assessment(f"{PROVIDER}/{year}", completed_on=on)
        for year, on in (("2023-24", "2023-10-01"), ("2024-25", "2024-10-01"))
    )
    assert sheet(oldest, older).last_year is older
    assert sheet().last_year is None


def test_that_the_council_found_other_is_told() -> None:
    found = sheet(ratings=whole(s1_3=rating(council={"found": "not_met", **CHECKED})))
    assert of("s1_3", found).differs
    assert not of("s1_4", found).differs
    same = sheet(ratings=whole(s1_3=rating(council={"found": "met", **CHECKED})))
    assert not of("s1_3", same).differs


def test_what_the_provider_will_do_stands_with_it() -> None:
    action = of("s1_3", sheet(ratings=whole(s1_3=rating("not_met")))).action
    assert action is not None
    assert action.what == "train"


words = st.sampled_from(["met", "partially_met", "not_met", "not_applicable", None])


@given(st.dictionaries(st.sampled_from([each.code for each in every_criterion()]), words))
def test_every_criterion_is_counted_once_whatever_the_ratings(drawn: dict[str, str | None]) -> None:
    found = sheet(ratings=whole(**{code: rating(word) if word else None for code, word in drawn.items()}))
    assert sum(found.tally.values()) == len(found.rated) == 26
    assert len(found.unrated) == found.tally.get(None, 0)
