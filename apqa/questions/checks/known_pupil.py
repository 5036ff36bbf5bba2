"""What the records say already of the pupil of a draft placement: nobody is asked for it, and nothing is assumed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from apqa.questions.package import package_kept_by

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from apqa.questions.situation import Situation
    from apqa.records.placement import Placement

_YEARS, _NEEDS, _CARE = {"age", "cohort"}, {"ehcp", "sen"}, {"looked_after"}
"""What can be said of a draft, by the facts of the pupil that it says."""


@dataclass(frozen=True, slots=True)
class KnownPupil:
    """What the other placements of a pupil say on the first day of one more."""

    latest: Placement | None
    """The one that began last, which says when the pupil was born; none of a pupil who is new to the records."""

    current: Placement | None
    """Of those that are live on the day the one that began last, which says what holds on it."""

    elsewhere: bool
    """Whether one that is live says what the pupil has elsewhere."""

    @property
    def tells(self) -> frozenset[str]:
        """Name what need not be said of a draft."""
        told = (
            (self.latest is not None, _YEARS),
            (self.current is not None, _NEEDS | _CARE),
            (self.elsewhere, {"elsewhere"}),
        )
        return frozenset(key for known, keys in told if known for key in keys)

    def facts_beside(self, said: Collection[str]) -> dict[str, Any]:
        """Answer the facts of the pupil that a draft takes from the records, because nobody said them."""
        facts: dict[str, Any] = {}
        if self.latest and _YEARS.isdisjoint(said):
            facts.update(cohort=self.latest.cohort, birth_third=self.latest.birth_third)
        if self.current and _NEEDS.isdisjoint(said):
            facts.update(special_needs=self.current.special_needs, ehc_plans=self.current.ehc_plans)
        if self.current and _CARE.isdisjoint(said):
            facts.update(looked_after=self.current.looked_after)
        return facts


def known_pupil(draft: Placement, situation: Situation) -> KnownPupil:
    """Answer what the records say of the pupil of a draft on its first day, or on the day asked about if later."""
    on = max(situation.on, draft.starts)
    placements = situation.records.placements_of(draft.pupil)
    live = tuple(each for each in placements if each.is_live(on))
    return KnownPupil(_latest(placements), _latest(live), elsewhere=package_kept_by(live) is not None)


def _latest(placements: Iterable[Placement]) -> Placement | None:
    return max(placements, key=lambda each: (each.starts, each.id), default=None)
