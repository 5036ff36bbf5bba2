"""Which providers are like one another, so that what they cost may be held side by side (QF-43).

No document says which are. The definition is apqa's own, of what the records hold, and the council may set its numbers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.concern import is_of_concern
from apqa.questions.value.sums import percent_text
from apqa.vocabulary.provider import SiteUse

if TYPE_CHECKING:
    from apqa.questions.situation import Situation
    from apqa.records.base import AgeRange
    from apqa.records.provider import Provider

_NO_TEACHING = frozenset({SiteUse.ADMINISTRATION, SiteUse.VISITED})
"""The uses of a site that say nothing of what is offered."""


def like_providers(provider: Provider, situation: Situation) -> tuple[Provider, ...]:
    """Answer the other providers that are like one: that pupils are or may be placed with, and that offer alike.

    Alike is: in one sort of place, for ages of which most are shared, to groups of a like size.
    """
    others = (each for each in situation.records.providers if each.id != provider.id and is_of_concern(each, situation))
    return tuple(each for each in others if is_like(provider, each, situation))


def is_like(one: Provider, other: Provider, situation: Situation) -> bool:
    """Answer whether two providers are alike; whichever is asked about, the answer is the same."""
    least = situation.policy.setting("like_ages_share").value
    times = situation.policy.setting("like_places_times").value
    fewer, more = sorted((one.offer.places, other.offer.places))
    return (
        bool(_uses(one, situation) & _uses(other, situation))
        and 100 * _shared(one.offer.ages, other.offer.ages) >= least * _either(one.offer.ages, other.offer.ages)
        and more <= times * fewer
    )


def likeness(provider: Provider, situation: Situation) -> str:
    """Say which providers are taken to be like one, and that the definition is no document's."""
    uses = sorted(each.value.replace("_", " ") for each in _uses(provider, situation))
    least = situation.policy.setting("like_ages_share").value
    times = situation.policy.setting("like_places_times").value
    return (
        f"like providers: those with a site for the same use ({', '.join(uses) or 'none recorded'}), that share at "
        f"least {percent_text(least)} of the ages either takes, and of which neither takes more than {times} times "
        "as many pupils at one time as the other; no document defines it"
    )


def _uses(provider: Provider, situation: Situation) -> frozenset[SiteUse]:
    return frozenset(site.use for site in provider.sites if site.covers(situation.on)) - _NO_TEACHING


def _shared(one: AgeRange, other: AgeRange) -> int:
    """Count the ages that both take."""
    return max(0, min(one.oldest, other.oldest) - max(one.youngest, other.youngest) + 1)


def _either(one: AgeRange, other: AgeRange) -> int:
    """Count the ages that one of them takes, or both."""
    return (one.oldest - one.youngest + 1) + (other.oldest - other.youngest + 1) - _shared(one, other)
