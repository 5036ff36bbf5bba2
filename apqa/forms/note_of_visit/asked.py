"""A note of visit with all that its document draws on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.circulation import amended_by, sent_on
from apqa.questions.notes import answers_by, note_before
from apqa.questions.unread import paths_of, unread_about
from apqa.records.kinds import VISIT

if TYPE_CHECKING:
    from datetime import date

    from apqa.finding import Finding
    from apqa.questions.situation import Situation
    from apqa.records.note import Amendment, Note
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit


@dataclass(frozen=True, slots=True)
class AskedVisit:
    """A visit as it stood on a day, its provider, the last note before it, and what keeps its note back."""

    visit: Visit
    provider: Provider | None
    council: str
    on: date
    last: Visit | None
    """The visit before it that has a note; none where no earlier one is recorded."""

    unread: str
    """The records of visits that cannot be read, one of which may hold the last note; empty where all can."""

    answer_by: date | None = None
    """The last day on which the provider may answer on the facts; none where it has not been asked."""

    held_back: tuple[Finding, ...] = ()
    is_draft: bool = False
    small: int = 0
    """The council's small number: how many pupils are fewer is not written in a document that goes to others."""

    @property
    def provider_name(self) -> str:
        """Answer the provider's name, or its id where its record is not there or cannot be read."""
        return self.provider.name if self.provider else self.visit.provider

    @property
    def site(self) -> str:
        """Answer the name of the site, its key where the provider's record does not have it, else nothing."""
        sites = self.provider.sites if self.provider else ()
        named = (each.name for each in sites if each.key == self.visit.site)
        return next(named, self.visit.site or "")


@dataclass(frozen=True, slots=True)
class AskedNote:
    """A visit that has a note by the day, and that note."""

    about: AskedVisit
    note: Note

    @property
    def visit(self) -> Visit:
        """Answer the visit."""
        return self.about.visit

    @property
    def on(self) -> date:
        """Answer the day asked about."""
        return self.about.on

    @property
    def amendments(self) -> tuple[Amendment, ...]:
        """Answer the amendments there were by the day."""
        return amended_by(self.note, self.on)

    @property
    def went_out(self) -> bool:
        """Answer whether it had been sent to anybody by the day."""
        return sent_on(self.note, self.on) is not None


def asked_visit(
    visit: Visit, situation: Situation, held_back: tuple[Finding, ...] = (), *, is_draft: bool = False
) -> AskedVisit:
    """Gather what the document of a visit draws on."""
    records = situation.records
    unread = unread_about(VISIT, visit.provider, situation)
    return AskedVisit(
        visit=visit,
        provider=records.provider(visit.provider),
        council=records.authority.name if records.authority else "",
        on=situation.on,
        last=note_before(visit, situation),
        unread=paths_of(VISIT, unread),
        answer_by=answers_by(visit.note, situation) if visit.note else None,
        held_back=held_back,
        is_draft=is_draft,
        small=int(situation.policy.setting("small_number").value),
    )
