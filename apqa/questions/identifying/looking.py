"""How a text is looked through: on which day, for what, and what the records know that is no pupil."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeGuard

from apqa.guidance.identifying import wording
from apqa.questions.identifying.homes import as_known
from apqa.records.action_plan import ActionPlan
from apqa.records.kinds import AUTHORITY, PLACEMENT, PROVIDER, kind_of
from apqa.records.visit import Visit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.questions.situation import Situation
    from apqa.records.base import Record
    from apqa.rule import Path

_OF_PLACEMENTS = "limited_to"
"""The field that names the placements a provider is used for, where it is used exceptionally."""

_ROLES = frozenset(
    {"approved_by", "by", "completed_by", "decided_by", "lead", "marking", "owner", "provider_staff", "reviewed_by"}
    | {"sent_by", "to", "verified_by", "who", "written_by", "filed"}
)
"""Fields that ask for a post. A name there is an adult's unless its own form says that it is a pupil's."""


def _nobody_knows(_reference: str) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Looking:
    """How a text is looked through."""

    on: date
    """The day by which ages are told."""

    singly: bool = True
    """Whether the text must not speak of one pupil at all, as a note of visit must not."""

    references: bool = True
    """Whether references of pupils and placements may not stand in it."""

    is_known: Callable[[str], bool] = _nobody_knows
    """Whether the records know a reference of a pupil or a placement."""

    known: frozenset[str] = frozenset()
    """Words of the names of providers, sites and places in the records."""

    bodies: re.Pattern[str] | None = None
    """Names of providers, sites and bodies that have a first name in them."""

    contacts: frozenset[str] = frozenset()
    """Postcodes, e-mail addresses and telephone numbers of the council and of providers, as `as_known` writes them."""


WIDELY = Looking(date.max, singly=False, is_known=bool)
"""How a text is looked through for all that may be sure, whatever the record and the day: every reference is known."""


def is_looked_at_closely(record: Record) -> TypeGuard[Visit | ActionPlan]:
    """Answer whether a record is about a provider and must not speak of one pupil: a visit, or an action plan."""
    return isinstance(record, Visit | ActionPlan)


def looking_at(record: Record, at: Path, situation: Situation) -> Looking:
    """Answer how a text of a record is looked through.

    One about a provider is looked through closely, one about a pupil or in a field for a post for what is sure.
    """
    asked: Looking = situation.once((looking_at, type(record)), lambda: _looking_at(record, situation))
    if _OF_PLACEMENTS in at:
        return replace(asked, references=False)
    if is_looked_at_closely(record):
        singly = _ROLES.isdisjoint(at[-2:])
        return replace(asked, on=record.on, singly=singly)
    return asked


def _looking_at(record: Record, situation: Situation) -> Looking:
    def is_known(reference: str) -> bool:
        placements = situation.records.mentioning(PLACEMENT, reference)
        return any(reference in {each.id, each.pupil} for each in placements)

    references = not kind_of(record).pupil_level
    return Looking(
        situation.on,
        singly=False,
        references=references,
        is_known=is_known,
        known=_known(situation),
        bodies=_bodies(situation),
        contacts=frozenset(as_known(contact) for contact in _contacts(situation) if contact),
    )


def _known(situation: Situation) -> frozenset[str]:
    return frozenset(word for name in _names(situation) for word in re.findall(r"[A-Z][\w'-]+", name))


def _bodies(situation: Situation) -> re.Pattern[str] | None:
    """Answer a pattern of the names of bodies and places in the records that a first name stands in."""
    names = wording().first_names | wording().also_words
    found = {name for name in _names(situation) if not names.isdisjoint(re.findall(r"[A-Z][a-z]+", name))}
    longest_first = sorted(found, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})(?!\w)") if longest_first else None


def _contacts(situation: Situation) -> Iterator[str | None]:
    """Answer how the council and providers are reached."""
    for authority in situation.records.all_of(AUTHORITY):
        yield from (authority.mailbox, *(each.email for each in authority.recipients))
        for role in authority.roles.values():
            yield role.email
            yield role.phone
    for provider in situation.records.all_of(PROVIDER):
        for contact in provider.contacts:
            yield contact.email
            yield contact.phone
        for site in provider.sites:
            yield site.address.postcode if site.address else None


def _names(situation: Situation) -> Iterator[str]:
    for authority in situation.records.all_of(AUTHORITY):
        yield authority.name
    for provider in situation.records.all_of(PROVIDER):
        yield provider.name
        for site in provider.sites:
            yield site.name
            yield from site.address.lines if site.address else ()
