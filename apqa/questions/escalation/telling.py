"""Who must be told of a step of escalation, and how far that has come (QF-59)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import Tells, step_entry
from apqa.questions.escalation.decisions import decisions
from apqa.questions.escalation.holding import holds_until, step_before
from apqa.questions.escalation.out_of_order import decided_from
from apqa.questions.escalation.reached import GRAVE, rank
from apqa.vocabulary.placement import FAMILY, CommissionerKind
from apqa.vocabulary.review import EscalationStep, ToldAs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.questions.escalation.decisions import Decision
    from apqa.questions.situation import Situation
    from apqa.records.action_plan import Told
    from apqa.records.authority import Recipient
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

_SUSPENSIONS = GRAVE - {EscalationStep.REMOVED}


class TellingState(StrEnum):
    """How far the telling of somebody has come."""

    NOT_PREPARED = "not prepared"
    PREPARED = "prepared"
    TOLD = "told"
    ACKNOWLEDGED = "acknowledged"


@dataclass(frozen=True, slots=True)
class Addressee:
    """Somebody who must be told."""

    name: str
    """Its name; of a family the placement alone: "the parent of PL-7K3QX"."""

    kind: ToldAs
    placements: tuple[str, ...] = ()
    """Its own placements there, by reference."""

    email: str = ""

    also: tuple[str, ...] = ()
    """What its placements call it, where that is another name than the council's list has."""

    def goes_by(self, name: str) -> bool:
        """Answer whether a name is its own, that of its letters, or one its placements give it."""
        return folded(name) in {folded(self.name), self.slug, *map(folded, self.also)}

    @property
    def with_placements(self) -> str:
        """Answer its name with its placements behind it: "Quillbrook Academy (PL-7K3QX)"."""
        known = self.kind is ToldAs.FAMILY or not self.placements
        return self.name if known else f"{self.name} ({', '.join(self.placements)})"

    @property
    def slug(self) -> str:
        """Answer the name of its letters: "quillbrook-academy"."""
        return re.sub(r"[^a-z0-9]+", "-", self.name.lower().replace("'", "")).strip("-") or "addressee"


@dataclass(frozen=True, slots=True)
class Telling:
    """How far the telling of one addressee has come on the day."""

    to: Addressee
    state: TellingState
    on: date | None = None
    """The day of that state; none where nothing was done."""

    how: str = ""
    """How it was told; empty where it was not, or nobody said."""

    recorded_as: str = ""
    """The name it has in the record of the step; empty where it is not in it."""

    @property
    def is_told(self) -> bool:
        """Answer whether it has been told."""
        return self.state in {TellingState.TOLD, TellingState.ACKNOWLEDGED}

    @property
    def says(self) -> str:
        """Say how far it has come: "told on 27 April 2026, by letter"."""
        if self.on is None:
            return "not prepared"
        how = f", {self.how}" if self.how and self.state is TellingState.TOLD else ""
        return f"{self.state.value} on {plain(self.on)}{how}"


def tellings(decision: Decision, provider: Provider, situation: Situation) -> tuple[Telling, ...]:
    """Answer everybody who must be told of a decision, each once, and how far that has come by the day."""
    entries = decision.event.told if decision.event is not None else ()
    everybody, since = must_be_told(decision, provider, situation), decided_from(decision, situation)
    names = {folded(each.name) for each in everybody}
    others = [each for each in entries if folded(each.who) not in names]
    by_name = {folded(each.who): each for each in entries}
    return tuple(
        _telling(
            to,
            by_name.get(folded(to.name)) or next((each for each in others if to.goes_by(each.who)), None),
            since,
            situation.on,
        )
        for to in everybody
    )


def must_be_told(decision: Decision, provider: Provider, situation: Situation) -> tuple[Addressee, ...]:
    """Answer who must be told of a decision: commissioners with pupils there, then services and schools, each once."""
    found: dict[str, Addressee] = {}
    for tells in step_entry(decision.step).tells:
        for each in _of_group(tells, decision, provider, situation):
            found.setdefault(folded(each.name), each)
    return tuple(found.values())


def live_placements(decision: Decision, situation: Situation, provider: Provider) -> tuple[Placement, ...]:
    """Answer the placements that were live on the day of a decision, those that began on it left out."""
    there = situation.records.placements_at(provider.id)
    return tuple(each for each in there if each.is_live(decision.on) and each.starts < decision.on)


def commissioners(placements: Iterable[Placement], situation: Situation) -> tuple[Addressee, ...]:
    """Answer who commissions some placements, each once with its own. A family is known by its placement alone."""
    found: dict[str, Addressee] = {}
    for placement in placements:
        each = _commissioner(placement, situation)
        known = found.get(folded(each.name), replace(each, also=()))
        also = tuple(dict.fromkeys((*known.also, *each.also)))
        found[folded(each.name)] = replace(each, placements=(*known.placements, placement.id), also=also)
    return tuple(found.values())


def _of_group(tells: Tells, decision: Decision, provider: Provider, situation: Situation) -> Iterator[Addressee]:
    if tells is Tells.COMMISSIONERS:
        yield from commissioners(_concerned(decision, provider, situation), situation)
    elif tells is Tells.TOLD_BEFORE:
        yield from _told_before(decision, provider, situation)
    else:
        kind = ToldAs.SERVICE if tells is Tells.SERVICES else ToldAs.SCHOOL
        for each in _recipients(situation):
            if (each.kind is CommissionerKind.LOCAL_AUTHORITY) is (kind is ToldAs.SERVICE):
                yield Addressee(each.name, kind, (), each.email or "")


def _concerned(decision: Decision, provider: Provider, situation: Situation) -> Iterator[Placement]:
    """Answer the placements whose commissioners must know: live on the day, or to begin while the step holds."""
    until = holds_until(decision, provider, situation)
    for each in situation.records.placements_at(provider.id):
        to_come = each.starts > decision.on and (until is None or each.starts < until)
        if each.is_live(decision.on) or to_come:
            yield each


def _told_before(decision: Decision, provider: Provider, situation: Situation) -> Iterator[Addressee]:
    """Answer who was told of the suspension that a decision ends; nobody where it ends none.

    Placements are named as they stand on the day of the decision.
    """
    if step_before(decision, provider, situation) not in _SUSPENSIONS or rank(decision.step) >= _LEAST:
        return
    now = {folded(each.name): each for each in commissioners(_concerned(decision, provider, situation), situation)}
    for earlier in _suspensions_before(decision, provider, situation):
        for telling in tellings(earlier, provider, situation):
            if telling.is_told:
                yield now.get(
                    folded(telling.to.name), Addressee(telling.to.name, telling.to.kind, (), telling.to.email)
                )


_LEAST = min(rank(step) for step in GRAVE)


def _suspensions_before(decision: Decision, provider: Provider, situation: Situation) -> tuple[Decision, ...]:
    """Answer the suspensions a decision ends: those without a step below them in between."""
    found: list[Decision] = []
    for each in (earlier for earlier in decisions(provider, situation) if earlier.on < decision.on):
        if each.step in _SUSPENSIONS:
            found.append(each)
        else:
            found.clear()
    return tuple(found)


def _commissioner(placement: Placement, situation: Situation) -> Addressee:
    whose = placement.commissioner
    if whose.kind in FAMILY:
        return Addressee(f"the {whose.kind.value} of {placement.id}", ToldAs.FAMILY)
    known = next((each for each in _recipients(situation) if _is_same(each, whose.urn, whose.name)), None)
    if known is None:
        return Addressee(whose.name, ToldAs.COMMISSIONER)
    also = (whose.name,) if folded(whose.name) != folded(known.name) else ()
    return Addressee(known.name, ToldAs.COMMISSIONER, (), known.email or "", also)


def _is_same(recipient: Recipient, urn: str | None, name: str) -> bool:
    return (urn is not None and recipient.urn == urn) or folded(recipient.name) == folded(name)


def _recipients(situation: Situation) -> tuple[Recipient, ...]:
    authority = situation.records.authority
    return authority.recipients if authority else ()


def _telling(to: Addressee, told: Told | None, since: date, on: date) -> Telling:
    """Answer how far it has come. Nobody was told of a decision before it was made."""
    if told is None:
        return Telling(to, TellingState.NOT_PREPARED)
    days = (
        (TellingState.ACKNOWLEDGED, told.acknowledged_on if told.on is not None and told.on >= since else None),
        (TellingState.TOLD, told.on if told.on is not None and told.on >= since else None),
        (TellingState.PREPARED, told.prepared_on),
    )
    state, day = next(
        ((state, day) for state, day in days if day is not None and day <= on), (TellingState.NOT_PREPARED, None)
    )
    how = (told.how or "") if state in {TellingState.TOLD, TellingState.ACKNOWLEDGED} else ""
    return Telling(to, state, day, how, told.who)


def folded(name: str) -> str:
    """Answer a name by which two are compared, however it is spaced and whatever is in capitals."""
    return " ".join(name.split()).casefold()
