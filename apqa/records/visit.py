"""A visit and its note (Appendix C): kept as records/visits/<date>-<provider>.yaml."""

from collections.abc import Iterator
from datetime import date

from apqa.records.base import Record
from apqa.records.identifiers import Slug
from apqa.records.note import Note
from apqa.records.registration import RegistrationLook
from apqa.records.scalars import Clock, Count, Day, Text, Truth
from apqa.records.seen import CentralRecordSample, DocumentSeen, InformationSeen
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.review import Area, Officer, Trigger, VisitStatus, VisitType


class Visit(Record):
    """A visit to a provider and its note (QF-54 to QF-57). Kept as records/visits/<date>-<provider>.yaml.

    The file's name says the day and the provider.
    """

    type: VisitType
    """Why the provider is visited."""

    status: VisitStatus
    """How far it has come."""

    refused_on: Day | None = None
    """The day the provider refused the visit. It has to let the council in to stay on the list (QF-54, QF-55)."""

    site: Slug | None = None
    """The key of the site."""

    starts_at: Clock | None = None
    """When it begins."""

    ends_at: Clock | None = None
    """When it ends."""

    announced: Truth | None = None
    """Whether the provider knew of it before."""

    trigger: Trigger | None = None
    """For a spot check: what raised the concern (QF-55)."""

    concern: Text | None = None
    """For a spot check: what the concern is, so that it identifies nobody (QF-55)."""

    concern_area: Area | None = None
    """For a spot check: the area the concern is in."""

    lead: Officer
    """Who leads, by role."""

    officers: tuple[Officer, ...] = ()
    """Who else takes part for the council, by role."""

    provider_staff: tuple[Text, ...] = ()
    """Whom they met, by role."""

    pupils_spoken_with: Count | None = None
    """How many pupils they spoke with. A number only."""

    sessions_observed: Count | None = None
    """How many sessions they observed (Appendix C)."""

    central_record: CentralRecordSample | None = None
    """What was found in the single central record, in numbers."""

    registration: RegistrationLook | None = None
    """What was found of pupils and hours, for the registration question."""

    virtual_school_asked: Day | None = None
    """The day information was sought from the Virtual School (QF-55)."""

    social_worker_asked: Day | None = None
    """The day information was sought from allocated social workers (QF-55)."""

    purpose: Text | None = None
    """What it is for."""

    look_at: tuple[Text, ...] = ()
    """What to look at, prepared beforehand."""

    documents: tuple[DocumentSeen, ...] = ()
    """Documents looked at."""

    information: tuple[InformationSeen, ...] = ()
    """Information gone through, kind by kind. A desk-top audit says what it looked at (QF-51)."""

    senior_management_told: Day | None = None
    """The day an issue was taken to senior management (QF-51)."""

    taken_to_senior_management: tuple[Text, ...] = ()
    """The issues taken to senior management (QF-51). About the provider, never about one pupil."""

    senior_management_decided: Text | None = None
    """What senior management decided of them."""

    note: Note | None = None
    """The note of visit."""

    @truth
    def _only_what_happened_has_a_note(self) -> Iterator[Untruth]:
        if self.note is not None and self.status is not VisitStatus.DONE:
            yield untrue(f"it is {self.status} and has a note: a visit with a note is done", "status")
        if self.note is not None and self.note.written_on < self.on:
            yield untrue(f"the note was written on {self.note.written_on}, before the visit", "note", "written_on")

    @truth
    def _what_was_refused_did_not_happen(self) -> Iterator[Untruth]:
        if self.refused_on is not None and self.status is not VisitStatus.CANCELLED:
            yield untrue(f"it was refused and is {self.status}: a visit that was refused is cancelled", "status")

    @truth
    def _one_thing_comes_after_the_other(self) -> Iterator[Untruth]:
        if self.starts_at is not None and self.ends_at is not None and self.ends_at <= self.starts_at:
            said = f"it ends at {self.ends_at:%H:%M}, no later than it starts at {self.starts_at:%H:%M}"
            yield untrue(said, "ends_at")
        again = self.note.next_visit_by if self.note else None
        if again is not None and again < self.on:
            yield untrue(f"the next visit is due by {again}, before this one", "note", "next_visit_by")

    @truth
    def _only_what_happened_was_looked_at(self) -> Iterator[Untruth]:
        if self.information and self.status is not VisitStatus.DONE:
            yield untrue(f"it is {self.status} and says what was looked at: what it is to look at is look_at", "status")
        for number, seen in enumerate(self.information):
            if seen.starts is not None and seen.starts > self.on:
                said = f"it starts on {seen.starts}, after the day it was looked at"
                yield untrue(said, "information", number, "starts")

    @truth
    def _an_audit_from_the_desk_observes_nothing(self) -> Iterator[Untruth]:
        if self.type is VisitType.DESK_TOP_AUDIT and self.sessions_observed:
            said = "an audit from the desk observes no sessions: record the visit on site as one of its own"
            yield untrue(said, "sessions_observed")

    @property
    def on(self) -> date:
        """Answer the day of the visit."""
        return date.fromisoformat(self.id[:10])

    @property
    def provider(self) -> str:
        """Answer the id of the provider."""
        return self.id[11:]
