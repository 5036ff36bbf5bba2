"""The ratings of a self-assessment by criterion: the provider's, the council's, last year's (QF-53, QF-54)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import TYPE_CHECKING

from apqa.guidance.criteria import criteria, criterion, every_criterion
from apqa.questions.assessments.current import year_before
from apqa.vocabulary.review import Area, Rating, Validation

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from apqa.guidance.criteria import Criterion
    from apqa.questions.situation import Situation
    from apqa.records.self_assessment import CouncilValidation, CriterionAction, CriterionRating, SelfAssessment

_HOW_WELL = (Rating.NOT_MET, Rating.PARTIALLY_MET, Rating.MET)
SHORT = frozenset({Rating.NOT_MET, Rating.PARTIALLY_MET})
"""The ratings that leave something to do."""


class Change(StrEnum):
    """How a criterion stands beside the year before."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class Rated:
    """One criterion as a provider rated it for a year, and what the council found."""

    code: str
    """Its code, as self-assessments use it."""

    criterion: Criterion | None
    """The criterion; none where there is none of that code."""

    asked: bool
    """Whether it was in force on the day the self-assessment was completed."""

    rating: CriterionRating | None
    """The provider's rating; none where it is not rated."""

    council: CouncilValidation | None
    """What the council had found by the day; none where it had not checked."""

    effective: Rating | None
    """The rating that counts: the council's once it has checked, else the provider's."""

    before: Rating | None
    """The rating that counted the year before, by what is known on the day; none where there was none."""

    overdue: bool
    """Whether the provider's action is past its day and not recorded as done, with the criterion not fully met."""

    @property
    def change(self) -> Change | None:
        """Answer how it stands beside the year before; none where the two cannot be compared."""
        if self.effective not in _HOW_WELL or self.before not in _HOW_WELL:
            return None
        now, then = _HOW_WELL.index(self.effective), _HOW_WELL.index(self.before)
        return Change.SAME if now == then else Change.BETTER if now > then else Change.WORSE

    @property
    def action(self) -> CriterionAction | None:
        """Answer what the provider will do about it; none where it says nothing."""
        return self.rating.action if self.rating else None

    @property
    def differs(self) -> bool:
        """Answer whether the council found other than the provider says."""
        return self.council is not None and self.rating is not None and self.effective is not self.rating.rating


@dataclass(frozen=True, slots=True)
class AreaRated:
    """The criteria of one area."""

    area: Area | None
    """The area; none for codes that are no criterion's."""

    rated: tuple[Rated, ...]
    """Its criteria, the framework's own first."""

    @property
    def tally(self) -> Mapping[Rating | None, int]:
        """Count its criteria by the rating that counts; those not rated under none."""
        return Counter(each.effective for each in self.rated)


@dataclass(frozen=True, slots=True)
class RatingSheet:
    """A self-assessment, criterion by criterion."""

    assessment: SelfAssessment
    last_year: SelfAssessment | None
    """The one before it, by year; none where there is none."""

    areas: tuple[AreaRated, ...]
    """Its criteria by area, in the order of Appendix A."""

    @property
    def rated(self) -> tuple[Rated, ...]:
        """Answer every criterion, area by area."""
        return tuple(each for area in self.areas for each in area.rated)

    @property
    def unrated(self) -> tuple[str, ...]:
        """Answer the codes of the criteria that were in force when it was completed and are not rated."""
        return tuple(each.code for each in self.rated if each.asked and each.rating is None)

    @property
    def tally(self) -> Mapping[Rating | None, int]:
        """Count all criteria by the rating that counts; those not rated under none."""
        return Counter(each.effective for each in self.rated)


def rating_sheet(assessment: SelfAssessment, situation: Situation) -> RatingSheet:
    """Put a self-assessment criterion by criterion, with what the council had found by the day and the year before.

    Criteria that were in force on the day it was completed and are not rated are among them, and so are codes it rates
    that were not in force or are no criterion's.
    """
    last_year = year_before(assessment.provider, assessment.year, situation)
    asked = frozenset(each.code for each in criteria(assessment.completed_on))
    known = [each.code for each in every_criterion()]
    strange = sorted(set(assessment.ratings) - set(known))
    codes = [*(code for code in known if code in asked or code in assessment.ratings), *strange]
    every = [_rated(code, asked, assessment, last_year, situation.on) for code in codes]
    areas = groupby(sorted(every, key=_place), key=lambda each: each.criterion.area if each.criterion else None)
    return RatingSheet(assessment, last_year, tuple(AreaRated(area, tuple(of_it)) for area, of_it in areas))


def _place(rated: Rated) -> int:
    return list(Area).index(rated.criterion.area) if rated.criterion else len(Area)


def _rated(
    code: str, asked: frozenset[str], assessment: SelfAssessment, last_year: SelfAssessment | None, on: date
) -> Rated:
    rating = assessment.ratings.get(code)
    before = last_year.ratings.get(code) if last_year else None
    return Rated(
        code=code,
        criterion=criterion(code),
        asked=code in asked,
        rating=rating,
        council=checked_by(rating, on) if rating else None,
        effective=effective(rating, on) if rating else None,
        before=effective(before, on) if before else None,
        overdue=rating is not None and action_is_overdue(rating, on),
    )


def checked_by(rating: CriterionRating, on: date) -> CouncilValidation | None:
    """Answer what the council had found of a rating by the day; none where it had not checked by then."""
    found = rating.council
    if found is None or found.found is Validation.NOT_CHECKED or found.on is None or found.on > on:
        return None
    return found


def effective(rating: CriterionRating, on: date) -> Rating:
    """Answer the rating that counts on the day: the council's once it has checked, else the provider's."""
    checked = checked_by(rating, on)
    return Rating(checked.found.value) if checked else rating.rating


def action_is_open(rating: CriterionRating, on: date) -> bool:
    """Answer whether an action is still to be done on the day: not recorded as done, the criterion short of met."""
    action = rating.action
    if action is None or effective(rating, on) not in SHORT:
        return False
    return action.done_on is None or action.done_on > on


def action_is_overdue(rating: CriterionRating, on: date) -> bool:
    """Answer whether an action is past its day and still open. On the day it is due it is not overdue."""
    return rating.action is not None and rating.action.due < on and action_is_open(rating, on)
