"""A visit and its note (Appendix C): kept as records/visits/<date>-<provider>.yaml."""

from collections.abc import Iterator
from datetime import date

from apqa.records.action import Action
from apqa.records.base import Part, Record, told_apart
from apqa.records.identifiers import ActionPlanId, Slug
from apqa.records.registration import RegistrationLook
from apqa.records.scalars import Clock, Count, Day, Text, Truth
from apqa.records.seen import CentralRecordSample, DocumentSeen, InformationSeen
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.review import (
    Area,
    Judgement,
    Level,
    ListRecommendation,
    Officer,
    Rag,
    Trigger,
    VisitStatus,
    VisitType,
)


class AreaNote(Part):
    """What was found in one area (QF-53, QF-57)."""

    area: Area
    """Which area."""

    judgement: Judgement
    """What was found."""

    colour: Rag | None = None
    """The same as a colour, where the council wants one."""

    seen: Text | None = None
    """What was seen and said."""


class Concern(Part):
    """A concern about the provider (QF-57, QF-58)."""

    what: Text
    """What it is. About the provider, never about one pupil (QF-57)."""

    level: Level
    """How grave."""


class Circulation(Part):
    """One recipient of the note (QF-56, QF-57)."""

    to: Text
    """Who, by role."""

    on: Day
    """The day it was sent."""


class Amendment(Part):
    """A correction of a note that was already circulated (QF-56, QF-C)."""

    on: Day
    """The day."""

    by: Text
    """Who made it, by role."""

    what: Text
    """What is corrected, and to what."""


class Note(Part):
    """The note of visit: what was seen, said and agreed (QF-56, QF-57, Appendix C).

    It is about the provider and never about one pupil.
    """

    written_on: Day
    """The day it was written."""

    written_by: Text
    """Who wrote it, by role."""

    summary: Text
    """The findings in a few sentences."""

    areas: tuple[AreaNote, ...] = ()
    """What was looked at, area by area."""

    strengths: tuple[Text, ...] = ()
    """What is good and worth celebrating."""

    developments: tuple[Text, ...] = ()
    """What could be better."""

    concerns: tuple[Concern, ...] = ()
    """What gives concern."""

    provider_said: Text | None = None
    """What the provider said."""

    agreed: tuple[Text, ...] = ()
    """What was agreed."""

    actions: tuple[Action, ...] = ()
    """What is to be done, by whom and when."""

    last_actions: Text | None = None
    """What became of the last note's actions."""

    outcome: Rag | None = None
    """The outcome as a colour."""

    recommendation: ListRecommendation | None = None
    """What is recommended for the provider's place on the list."""

    next_visit_by: Day | None = None
    """The day by which to visit again."""

    told_face_to_face: Truth | None = None
    """Whether everything in it was said face to face, so that nothing is a surprise."""

    provider_response: Text | None = None
    """What the provider answered on the facts."""

    provider_responded_on: Day | None = None
    """The day it answered."""

    circulation: tuple[Circulation, ...] = ()
    """To whom it went, and when."""

    escalation: ActionPlanId | None = None
    """The action plan in which what it found is taken further, by its folder and day (QF-58, QF-59)."""

    filed: Text | None = None
    """Where it is filed."""

    marking: Text | None = None
    """How confidential it is, in the council's own words (Appendix C)."""

    amendments: tuple[Amendment, ...] = ()
    """Corrections since it was circulated."""

    @truth
    def _goes_out_once_it_is_written(self) -> Iterator[Untruth]:
        yield from told_apart((each.key for each in self.actions), "actions")
        areas = [each.area for each in self.areas]
        for number, area in enumerate(areas):
            if area in areas[:number]:
                yield untrue(f"{area} stands twice: an area has one judgement", "areas", number, "area")
        if self.provider_responded_on is not None and self.provider_responded_on < self.written_on:
            said = f"the provider answered on {self.provider_responded_on}, before it was written on {self.written_on}"
            yield untrue(said, "provider_responded_on")
        for number, each in enumerate(self.circulation):
            if each.on < self.written_on:
                said = f"it went to {each.to} on {each.on}, before it was written on {self.written_on}"
                yield untrue(said, "circulation", number, "on")


class Visit(Record):
    """A visit to a provider and its note (QF-54 to QF-57). Kept as records/visits/<date>-<provider>.yaml.

    The file's name says the day and the provider.
    """

    type: VisitType
    """Why the provider is visited."""

    status: VisitStatus
    """How far it has come."""

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
