"""Which letters remind of what is owed: to whom, of what, how far up the ladder, and what was reminded of before.

What was prepared is remembered as records; nothing is reminded of twice at the same rung for the same day.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.due.asking import DESIGNATED_OFFICER
from apqa.vocabulary.due import DutyState, Owes, Rung
from apqa.vocabulary.placement import FAMILY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.due.duty import Duty
    from apqa.questions.situation import Situation
    from apqa.records.authority import Role
    from apqa.records.placement import Placement

_RUNGS = tuple(Rung)
_WAITING = frozenset({DutyState.RETURNED, DutyState.INCOMPLETE})


@dataclass(frozen=True, slots=True)
class To:
    """Who a letter is to."""

    owes: Owes
    key: str
    """A short name that is unique among those who owe in the same part: the provider's id, a name without spaces."""

    name: str
    role: str = ""
    email: str = ""

    @property
    def slug(self) -> str:
        """Answer the name of its letters: "provider-north-star"."""
        return f"{self.owes}-{self.key}"


@dataclass(frozen=True, slots=True)
class Owed:
    """One duty of a letter."""

    duty: Duty
    rung: Rung
    is_new: bool
    """Whether nobody was reminded of it at this rung before."""


@dataclass(frozen=True, slots=True)
class Letter:
    """What one addressee owes, and is to be reminded of."""

    to: To
    owed: tuple[Owed, ...]
    """Everything that is owed and on the ladder, the gravest first."""

    copies: tuple[Role, ...] = ()
    """Who else has it, where something is long overdue."""

    @property
    def rung(self) -> Rung:
        """Answer the highest rung of the letter."""
        return max((each.rung for each in self.owed), key=_RUNGS.index)


def letters(duties: Iterable[Duty], situation: Situation, *, again: bool = False) -> tuple[Letter, ...]:
    """Answer the letters to prepare: one to each who owes something that was not reminded of before.

    A letter holds everything its addressee owes that is on the ladder. With `again`, letters that only say what was
    said before are among them.
    """
    remembered = _remembered(situation)
    by_addressee: dict[To, list[Owed]] = {}
    for duty in duties:
        found = rung(duty, situation)
        if found is not None:
            known = remembered.get((duty.key, duty.due))
            is_new = known is None or _RUNGS.index(found) > _RUNGS.index(known)
            by_addressee.setdefault(_to(duty, situation), []).append(Owed(duty, found, is_new))
    prepared = (_letter(to, owed, situation) for to, owed in by_addressee.items())
    wanted = (each for each in prepared if again or any(owed.is_new for owed in each.owed))
    return tuple(sorted(wanted, key=lambda each: (list(Owes).index(each.to.owes), each.to.key)))


def rung(duty: Duty, situation: Situation) -> Rung | None:
    """Answer how far reminding of a duty has come on the day, by the council's ladder; none where it is too early.

    What was returned or is incomplete waits for its addressee from the day that was said.
    """
    if duty.is_settled or duty.due is None:
        return None
    policy, late = situation.policy, situation.on - duty.due
    if late.days > 0 and late >= policy.days("remind_escalated_days"):
        return Rung.ESCALATED
    if late.days > 0 and late >= policy.days("remind_overdue_days"):
        return Rung.OVERDUE
    if duty.state in _WAITING or -late <= policy.days("remind_soon_days"):
        return Rung.DUE_SOON
    return None


def _remembered(situation: Situation) -> dict[tuple[str, object], Rung]:
    """Answer the highest rung at which each duty was reminded of, for each day it was due on."""
    found: dict[tuple[str, object], Rung] = {}
    for reminder in situation.records.reminders:
        for each in reminder.duties if reminder.on <= situation.on else ():
            known = found.get((each.duty, each.due))
            found[each.duty, each.due] = max(filter(None, (known, each.rung)), key=_RUNGS.index)
    return found


def _letter(to: To, owed: list[Owed], situation: Situation) -> Letter:
    ordered = sorted(owed, key=lambda each: (-_RUNGS.index(each.rung), each.duty.urgency))
    letter = Letter(to, tuple(ordered))
    return Letter(to, letter.owed, tuple(_copies(letter, situation)))


def _copies(letter: Letter, situation: Situation) -> Iterator[Role]:
    """Answer who has a copy of a letter with something long overdue: the senior manager (QF-51, QF-59)."""
    authority = situation.records.authority
    manager = authority.roles.get("senior_manager") if authority else None
    if manager is not None and letter.rung is Rung.ESCALATED:
        yield manager


def _to(duty: Duty, situation: Situation) -> To:
    if duty.owes is Owes.PROVIDER:
        return _provider(duty, situation)
    placement = situation.records.placement(duty.placement) if duty.placement else None
    if duty.owes is Owes.COMMISSIONER and placement is not None:
        return _commissioner(placement, situation)
    authority = situation.records.authority
    officer = authority.roles.get("designated_officer") if authority else None
    name = authority.name if authority else "the council"
    role = officer.title if officer else DESIGNATED_OFFICER
    return To(Owes.COUNCIL, "designated-officer", name, role, (officer and officer.email) or "")


def _provider(duty: Duty, situation: Situation) -> To:
    provider = situation.records.provider(duty.provider)
    contact = provider.contacts[0] if provider and provider.contacts else None
    name = provider.name if provider else duty.provider
    return To(Owes.PROVIDER, duty.provider, name, contact.role if contact else "", (contact and contact.email) or "")


def _commissioner(placement: Placement, situation: Situation) -> To:
    """Answer who commissions a placement. A family is never named: it is known by the placement, and by itself."""
    whose = placement.commissioner
    if whose.kind in FAMILY:
        name = f"the {whose.kind.value} of {placement.id}"
        return To(Owes.COMMISSIONER, f"{whose.kind.value}-{placement.id.lower()}", name)
    authority = situation.records.authority
    known = authority.recipients if authority else ()
    same = (each for each in known if (each.urn and each.urn == whose.urn) or each.name == whose.name)
    found = next(same, None)
    return To(Owes.COMMISSIONER, _slug(whose.name), whose.name, "", (found and found.email) or "")


def _slug(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("'", "")).strip("-") or "commissioner"
