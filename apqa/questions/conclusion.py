"""What a person concluded where the records do not settle whether a provider must register, and whether it holds.

What the records leave open is what the numbers do not settle, or what kind of institution it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.registration_law import registration_law
from apqa.questions.headcount import tally
from apqa.questions.pupils_here import pupils_here
from apqa.vocabulary.provider import ReviewedRequirement

if TYPE_CHECKING:
    from datetime import date

    from apqa.questions.headcount import Tally
    from apqa.questions.pupils_here import PupilHere
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.registration import RegistrationReview


@dataclass(frozen=True, slots=True)
class Conclusion:
    """A person's conclusion, and why it no longer settles the question."""

    review: RegistrationReview
    says: str
    """Who concluded what, when and why, in a sentence."""

    holds_not: str = ""
    """What has changed since, or was not known; empty while it holds."""


def conclusion(
    provider: Provider, situation: Situation, count: Tally, here: tuple[PupilHere, ...]
) -> Conclusion | None:
    """Answer the conclusion relied on for the day, and whether its facts hold; none where there is none.

    It was made about the pupils who were there on its day, and the hours they had: a pupil who came since, has more
    hours or a larger part of the week here, a plan or is looked after now, was not judged. That nobody declared how
    many pupils there are is no judgement either. That registration is required stands whatever has changed: only a
    new look can lift it.
    """
    review = _relied_on(provider, situation.on)
    if review is None:
        return None
    says = f"{review.by} concluded on {plain(review.on)}: {review.reason}"
    if review.conclusion is ReviewedRequirement.REQUIRED:
        return Conclusion(review, says)
    return Conclusion(review, says, _why_it_does_not_hold(review, provider, situation, count, here))


def _why_it_does_not_hold(
    review: RegistrationReview,
    provider: Provider,
    situation: Situation,
    count: Tally,
    here: tuple[PupilHere, ...],
) -> str:
    if count.unread:
        return "placements or self-assessments cannot be read"
    if count.unknown:
        return "how many pupils there are from all commissioners is not known"
    then = situation.as_recorded_on(review.on)
    law = registration_law(review.on)
    if law is None:
        return "apqa knows no law for that day"
    pupils = pupils_here(provider, then, law.full_time)
    judged = {pupil.pupil: pupil for pupil in pupils if pupil.may_count}
    changed = [each for each in here if each.may_count and not _was_judged(each, judged.get(each.pupil))]
    if changed:
        return f"that was not said of {', '.join(each.named for each in changed)} as recorded now"
    if count.exceeds(tally(provider, then, law, pupils)):
        return "there are more pupils now"
    return ""


def _was_judged(now: PupilHere, then: PupilHere | None) -> bool:
    return then is not None and now.no_more_than(then)


def _relied_on(provider: Provider, on: date) -> RegistrationReview | None:
    reviews = provider.registration.reviews if provider.registration else ()
    held = [review for review in reviews if review.on <= on <= review.until]
    return max(held, key=lambda review: review.on, default=None)
