"""Where a provider stands with the approved provider list, how it came there, and what is published of it.

QF-04, QF-14, QF-40, QF-41, QF-59.
"""

import re
from collections.abc import Iterator
from typing import Annotated

from apqa.records.base import Evidence, Part
from apqa.records.identifiers import PUPIL_TOKEN, Email, Phone, VisitId, Word
from apqa.records.scalars import Day, Entries, Text, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.provider import DirectoryField, ListStatus, RequiredBy


class Ground(Part):
    """What required that an unlisted provider be used (QF-41): an order or decision, without any detail of a pupil."""

    by: RequiredBy
    """Who required it."""

    on: Day
    """The day of the order or the decision."""

    reference: Text
    """The reference by which a colleague finds it. Never a pupil's name, nor what is said of the pupil."""


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

    named_by: Ground | None = None
    """For an exceptional use: what required it, such as the SEND Tribunal's order (QF-41)."""

    evidence: Evidence | None = None
    """The decision record, and where it is filed."""

    @truth
    def _is_required_where_it_is_exceptional(self) -> Iterator[Untruth]:
        if self.named_by is not None and self.status is not ListStatus.EXCEPTIONAL:
            yield untrue(
                f"only an exceptional use is required by somebody, and this is {self.status.value}", "named_by"
            )

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


class DiligenceLook(Part):
    """What a person looked at in due diligence that the record of the provider does not hold elsewhere."""

    found: Truth
    """Whether it was found, and found adequate."""

    on: Day
    """The day it was looked at."""

    by: Text
    """Who looked, by role."""

    note: Text | None = None
    """What was seen; where it was not found, why the provider could be listed all the same."""

    evidence: Evidence | None = None
    """What was seen, and where it is filed."""


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

    checklist: dict[Word, DiligenceLook] = {}
    """What a person looked at, by the item of the checklist: premises_seen, staff_changes, finances, and others."""

    outcome: Text
    """What was concluded."""

    evidence: Evidence | None = None
    """Where it is filed."""

    @truth
    def _was_looked_at_before_it_was_finished(self) -> Iterator[Untruth]:
        for key, look in self.checklist.items():
            if look.on > self.on:
                said = f"it was looked at on {look.on}, after the due diligence was finished on {self.on}"
                yield untrue(said, "checklist", key, "on")

    @property
    def adequate(self) -> bool:
        """Answer whether all three were found adequate."""
        return self.processes and self.insurances and self.systems


class PublicContact(Part):
    """Whom to ask about a place, as the provider agreed to have it published: a post, never a person's name."""

    role: Text
    """The post, such as "admissions" or "head of provision"."""

    email: Email | None = None
    """The e-mail address for enquiries."""

    phone: Phone | None = None
    """The telephone number for enquiries, in quotes."""

    @truth
    def _can_be_reached(self) -> Iterator[Untruth]:
        if self.email is None and self.phone is None:
            yield untrue("nobody can be reached by it: give an e-mail address or a telephone number", "role")


class Directory(Part):
    """What may be published of a provider in the council's directory (QF-14). Nothing else of its record ever is."""

    publish: Truth
    """Whether the provider agreed to be published."""

    summary: Text | None = None
    """What the directory says of it."""

    fields: Annotated[tuple[DirectoryField, ...], Entries(once=True)] = ()
    """Which fields of its record are published beside its name and what stands here; none that is not named."""

    areas: tuple[Text, ...] = ()
    """Where it takes pupils from or works, in words fit for the public: towns and parts of the county, no address."""

    website: Text | None = None
    """The provider's own website."""

    contact: PublicContact | None = None
    """Whom to ask about a place."""
