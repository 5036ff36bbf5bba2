"""The approved provider list as it may be published: who is on it, and of each only what is marked (QF-04, QF-14)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.guidance.establishments import establishment_type
from apqa.questions.escalation.reached import step_of
from apqa.questions.register import Standing, register_answer
from apqa.records.kinds import ACTION_PLAN
from apqa.vocabulary.provider import CoreSubject, DirectoryField, ListStatus
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from collections.abc import Container

    from apqa.questions.situation import Situation
    from apqa.records.listing import Directory
    from apqa.records.offer import Qualification
    from apqa.records.provider import Provider
    from apqa.vocabulary.provider import Weekday

_CLOSED = frozenset({EscalationStep.NEW_PLACEMENTS_SUSPENDED, EscalationStep.ALL_SUSPENDED, EscalationStep.REMOVED})
"""The steps at which a provider must not be offered to commissioners as open."""

_CORE = {
    CoreSubject.ENGLISH: "English",
    CoreSubject.MATHEMATICS: "mathematics",
    CoreSubject.SCIENCE: "science",
    CoreSubject.INFORMATION_TECHNOLOGY: "information technology",
}


class Why(StrEnum):
    """Why a provider on the list is not in the directory. It is said to whoever makes the directory, never in it."""

    NOT_OPEN = "not_open"
    """New or all placements are suspended, by a decision on the list or a step of escalation."""
    CANNOT_TELL = "cannot_tell"
    """An action plan cannot be read, which may suspend placements."""
    NAMES_SOMEBODY = "names_somebody"
    """A text that would be published may say who somebody is."""
    NOT_AGREED = "not_agreed"
    """It did not agree to be published."""
    NOT_RECORDED = "not_recorded"
    """Nobody recorded whether it agreed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is published of one provider. It holds nothing else, so nothing else can leave with it."""

    name: str
    """The name it trades under."""

    summary: str = ""
    """What the directory says of it; empty where nothing is recorded."""

    purpose: str = ""
    """What its offer is for; empty where it is not marked for the directory."""

    youngest: int | None = None
    """The youngest age it takes; none where ages are not marked."""

    oldest: int | None = None
    """The oldest age it takes; none where ages are not marked."""

    days: tuple[Weekday, ...] = ()
    """The days of the week it is open to pupils; empty where they are not marked."""

    subjects: tuple[str, ...] = ()
    """What is taught there; empty where it is not marked."""

    qualifications: tuple[str, ...] = ()
    """The qualifications pupils can take on the day; empty where they are not marked."""

    areas: tuple[str, ...] = ()
    """Where it takes pupils from or works."""

    registered: bool | None = None
    """Whether it is registered with the Department as a school; none where not marked, or a person must judge it."""

    registered_as: str = ""
    """The type of school it is registered as; empty where it is not."""

    website: str = ""
    """Its own website."""

    contact: str = ""
    """The post to ask about a place."""

    email: str = ""
    """The e-mail address for enquiries."""

    phone: str = ""
    """The telephone number for enquiries."""


@dataclass(frozen=True, slots=True)
class Published:
    """The directory on a day, and why others on the list are not in it."""

    entries: tuple[Entry, ...]
    """Who is in it, by name."""

    left_out: tuple[Why, ...]
    """The reason of each provider on the list that is not in it."""


def would_publish(provider: Provider, situation: Situation) -> bool:
    """Answer whether a provider is on the list and open on the day, and agreed to be published."""
    agreed = provider.directory is not None and provider.directory.publish
    return agreed and provider.is_listed(situation.on) and _closed(provider, situation) is None


def directory(situation: Situation, held_back: Container[str] = ()) -> Published:
    """Answer the directory on the day: who is on the list and open, agreed to be published, and what is marked.

    `held_back` are the ids of providers of which a text that would be published may say who somebody is.
    """
    entries: list[Entry] = []
    left_out: list[Why] = []
    for provider in situation.records.providers:
        if not provider.is_listed(situation.on):
            continue
        why, said = _closed(provider, situation), provider.directory
        if why is None and said is not None and said.publish and provider.id in held_back:
            why = Why.NAMES_SOMEBODY
        if why is None and said is not None and said.publish:
            entries.append(_entry(provider, said, situation))
        else:
            left_out.append(why or (Why.NOT_RECORDED if said is None else Why.NOT_AGREED))
    return Published(tuple(sorted(entries, key=lambda each: (each.name.casefold(), each.name))), tuple(left_out))


def _closed(provider: Provider, situation: Situation) -> Why | None:
    """Answer why a provider on the list cannot be offered as open; none where it can."""
    event = provider.listed_as(situation.on)
    if event is None or event.status is not ListStatus.LISTED or step_of(provider, situation).step in _CLOSED:
        return Why.NOT_OPEN
    if situation.records.unreadable(ACTION_PLAN, provider.id):
        return Why.CANNOT_TELL
    return None


def _entry(provider: Provider, said: Directory, situation: Situation) -> Entry:
    marked, offer, contact = frozenset(said.fields), provider.offer, said.contact
    registered, kind = _registered(provider, situation) if DirectoryField.REGISTRATION in marked else (None, "")
    ages = offer.ages if DirectoryField.AGES in marked else None
    taken = [each for each in offer.qualifications if each.can_be_taken(situation.on)]
    return Entry(
        name=provider.name,
        summary=said.summary or "",
        purpose=offer.purpose if DirectoryField.PURPOSE in marked else "",
        youngest=ages.youngest if ages else None,
        oldest=ages.oldest if ages else None,
        days=offer.week.days if DirectoryField.DAYS in marked else (),
        subjects=_subjects(provider) if DirectoryField.SUBJECTS in marked else (),
        qualifications=tuple(map(_qualification, taken)) if DirectoryField.QUALIFICATIONS in marked else (),
        areas=said.areas,
        registered=registered,
        registered_as=kind,
        website=said.website or "",
        contact=contact.role if contact else "",
        email=(contact.email or "") if contact else "",
        phone=(contact.phone or "") if contact else "",
    )


def _subjects(provider: Provider) -> tuple[str, ...]:
    """Answer what is taught, each once: its own subjects, then the core subjects that are taught there."""
    core = provider.offer.core_subjects
    here = core.taught_here() if core else frozenset()
    every = (*provider.offer.subjects, *(name for subject, name in _CORE.items() if subject in here))
    return tuple({each.casefold(): each for each in reversed(every)}.values())[::-1]


def _qualification(each: Qualification) -> str:
    return f"{each.title} ({each.level})" if each.level else each.title


def _registered(provider: Provider, situation: Situation) -> tuple[bool | None, str]:
    """Answer whether the register holds it as a school; none where nobody looked, or a person must judge what it is."""
    found = register_answer(provider, situation)
    if found.standing is Standing.NOT_REGISTERED:
        return False, ""
    kind = establishment_type(found.check.establishment_type) if found.check else None
    return (True, kind.title if kind else "") if found.is_registered else (None, "")
