"""Safeguarding at a provider: who leads, who is trained, and the checks on staff (QF-21, QF-25)."""

from collections.abc import Iterator

from apqa.records.base import Evidence, Part, Period
from apqa.records.checks import Policy
from apqa.records.identifiers import Edition
from apqa.records.scalars import Count, Day, Text, Truth
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.provider import LeadRole


class Training(Part):
    """Training that was completed. When it is due again follows from the council's cycles."""

    completed: Day
    """The day it was completed."""

    course: Text | None = None
    """What it was."""

    evidence: Evidence | None = None
    """What was seen and where it is filed."""


class SafeguardingLead(Period):
    """A person with a safeguarding role, for the time the person holds it."""

    role: LeadRole
    """Lead or deputy."""

    name: Text | None = None
    """The person's name, where it is needed to reach the person."""

    training: tuple[Training, ...] = ()
    """The role's specialist training."""


class PartOneRead(Part):
    """Staff have read Part One of Keeping Children Safe in Education and signed for it."""

    edition: Edition
    """The edition, in quotes."""

    completed: Day
    """The day the last member of staff signed."""

    evidence: Evidence | None = None
    """What was seen and where it is filed."""


class Safeguarding(Part):
    """How a provider safeguards its pupils (QF-25, QF-34)."""

    arrangements: Policy | None = None
    """The arrangements to safeguard and promote welfare, with the guidance they have regard to (QF-25)."""

    leads: tuple[SafeguardingLead, ...] = ()
    """Designated safeguarding leads and deputies, past and present."""

    staff_training: tuple[Training, ...] = ()
    """Safeguarding training of all staff, each time it was done."""

    part_one_read: tuple[PartOneRead, ...] = ()
    """Each edition of Keeping Children Safe in Education the staff have read."""

    prevent_training: tuple[Training, ...] = ()
    """Training on the Prevent duty."""

    safer_recruitment_training: tuple[Training, ...] = ()
    """Safer recruitment training of somebody on each appointment panel."""

    staff_checks_confirmed: Evidence | None = None
    """The provider's written confirmation that the checks on its staff have been made."""


class CentralRecordCheck(Part):
    """A look at the provider's single central record of checks on staff. Certificates are never kept here."""

    on: Day
    """The day it was looked at."""

    by: Text
    """Who looked, by role."""

    complete: Truth
    """Whether every check was there for everyone in it."""

    sampled: Count | None = None
    """How many people's entries were looked at."""

    oldest_disclosure: Day | None = None
    """The issue day of the oldest enhanced DBS certificate relied on."""

    update_service: Truth | None = None
    """Whether all certificates are kept current by the DBS Update Service."""

    missing: Text | None = None
    """What was missing, by kind of check; nobody's name."""

    evidence: Evidence | None = None
    """Where the note of it is filed."""

    @truth
    def _says_what_is_missing(self) -> Iterator[Untruth]:
        if not self.complete and self.missing is None:
            yield untrue("it is not complete, so say what is missing", "complete")
        if self.complete and self.missing is not None:
            yield untrue(f"it cannot be complete while this is missing: {self.missing}", "missing")

    @truth
    def _certificates_were_there_to_be_seen(self) -> Iterator[Untruth]:
        if self.oldest_disclosure is not None and self.oldest_disclosure > self.on:
            said = f"the oldest certificate was issued on {self.oldest_disclosure}, after the look on {self.on}"
            yield untrue(said, "oldest_disclosure")

    @truth
    def _looked_at_somebody(self) -> Iterator[Untruth]:
        if self.complete and self.sampled == 0:
            yield untrue("it cannot be found complete where nobody's entries were looked at (sampled: 0)", "sampled")
