"""Where a provider stands with the approved provider list, and how it came there (QF-14, QF-40, QF-41, QF-59)."""

import re
from collections.abc import Iterator

from apqa.records.base import Evidence, Part
from apqa.records.identifiers import PUPIL_TOKEN, VisitId
from apqa.records.scalars import Day, Text, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.provider import ListStatus


class ListEvent(Part):
    """One decision about a provider's place on the list."""

    on: Day
    """The day it takes effect."""

    status: ListStatus
    """Where the provider stands from that day."""

    decided_by: Text
    """Who decided, by role."""

    reason: Text
    """Why, in a sentence."""

    conditions: Text | None = None
    """What the council asks for while this holds."""

    until: Day | None = None
    """The last day it holds, for an exceptional use or a suspension with an end."""

    limited_to: Text | None = None
    """For an exceptional use: which placements it is for, by their ids, such as PL-7K3QX (QF-41)."""

    evidence: Evidence | None = None
    """The decision record, and where it is filed."""

    @truth
    def _ends_after_it_starts(self) -> Iterator[Untruth]:
        if self.until is not None and self.status in {ListStatus.REMOVED, ListStatus.DECLINED}:
            yield untrue(f"{self.status.value} has no end: a provider comes back by a decision of its own", "until")
        if self.until is not None and self.until < self.on:
            yield untrue(f"it holds until {self.until}, before the {self.on} it takes effect", "until")

    @property
    def named_placements(self) -> tuple[str, ...]:
        """Answer the ids of the placements it is limited to, as far as its text names any; each once."""
        found: list[str] = re.findall(rf"\bPL-{PUPIL_TOKEN}\b", self.limited_to or "")
        return tuple(dict.fromkeys(found))


class DueDiligence(Part):
    """The council's look at a provider before it is listed or exceptionally used (QF-14, QF-40, QF-41)."""

    on: Day
    """The day it was finished."""

    by: Text
    """Who did it, by role."""

    processes: Truth
    """Whether its processes were found adequate."""

    insurances: Truth
    """Whether its insurances were found adequate."""

    systems: Truth
    """Whether its systems were found adequate."""

    visit: VisitId | None = None
    """The first visit, by its record's id."""

    outcome: Text
    """What was concluded."""

    evidence: Evidence | None = None
    """Where it is filed."""

    @property
    def adequate(self) -> bool:
        """Answer whether all three were found adequate."""
        return self.processes and self.insurances and self.systems
