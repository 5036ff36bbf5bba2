"""Law, guidance and the framework as a council applies them on a day: apqa's dated data, tightened locally.

A council may add requirements and change what is its own or guidance to decide, each with a reason. What the
law or statutory guidance sets can only be made stricter; a looser value is not used, and a rule says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from apqa.guidance.book import current
from apqa.guidance.days import months_later
from apqa.guidance.editions import document
from apqa.guidance.requirements import (
    RequiredPolicy,
    SafetyEntry,
    cycle_entries,
    number_entry,
    required_insurances,
    required_policies,
    safety_entries,
)
from apqa.vocabulary.standing import Standing

if TYPE_CHECKING:
    from apqa.guidance.editions import Document
    from apqa.guidance.requirements import CycleEntry, RequiredInsurance
    from apqa.records.authority import Authority, Decision
    from apqa.records.authority import Policy as Local
    from apqa.vocabulary.provider import InsuranceKind


@dataclass(frozen=True, slots=True)
class Cycle:
    """How often something is due again, and on what ground."""

    key: str
    title: str
    months: int
    weeks: int
    standing: Standing
    basis: str
    confirmed: bool

    def next_due(self, done: date) -> date:
        """Answer the day it is due again. On that day itself it is not overdue."""
        return months_later(done, self.months) + timedelta(weeks=self.weeks)

    @property
    def length(self) -> str:
        """Write how long it is: "12 months", "8 weeks"."""
        return length_text(self.months, self.weeks)


@dataclass(frozen=True, slots=True)
class Cover:
    """The least an insurance must cover, and on what ground."""

    pounds: Decimal
    standing: Standing
    basis: str
    confirmed: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """A number that no law fixes, and where it comes from."""

    value: Decimal
    basis: str
    confirmed: bool


@dataclass(frozen=True)
class AppliedPolicy:
    """What applies on a day, local policy included."""

    authority: Authority | None
    on: date

    @property
    def _local(self) -> Local | None:
        return self.authority.policy if self.authority else None

    def _decided(self, decision: Decision | None) -> bool:
        return decision is not None and (decision.starts is None or decision.starts <= self.on)

    @cached_property
    def _cycles(self) -> dict[str, Cycle | None]:
        return {}

    def cycle(self, key: str) -> Cycle | None:
        """Answer a cycle by its short name; none where neither guidance nor the council knows it on the day."""
        if key not in self._cycles:
            self._cycles[key] = self._cycle(key)
        return self._cycles[key]

    def _cycle(self, key: str) -> Cycle | None:
        entry = self.in_force(key)
        local = self._local.cycles.get(key) if self._local else None
        if local is not None and self._decided(local) and not (entry and is_looser(local.months, entry)):
            title = entry.title if entry else key.replace("_", " ").capitalize()
            basis = f"local policy: {local.reason}" + (f" ({entry.basis})" if entry else "")
            return Cycle(key, title, local.months, 0, Standing.LOCAL_POLICY, basis, confirmed=True)
        return _as_it_stands(entry) if entry else None

    def is_councils_own(self, key: str) -> bool:
        """Answer whether the council itself has set a cycle, which asks for what comes round by it."""
        local = self._local.cycles.get(key) if self._local else None
        return local is not None and self._decided(local)

    def cycle_for(self, key: str, done: date) -> Cycle | None:
        """Answer the cycle to hold something against that was done on a day.

        It is the one that applies. Where the law's or statutory guidance's own is overdue as well as a stricter one
        of the council's, it is theirs: what they ask for is not the council's to waive.
        """
        entry = self.in_force(key)
        if entry and entry.standing in WHOSE and (binding := _as_it_stands(entry)).next_due(done) < self.on:
            return binding
        return self.cycle(key)

    def in_force(self, key: str) -> CycleEntry | None:
        """Answer a cycle as law, guidance or custom has it on the day, without anything of the council's."""
        return current((entry for entry in cycle_entries() if entry.key == key), self.on)

    def cover(self, required: RequiredInsurance) -> Cover:
        """Answer the least an insurance must cover."""
        minimum = required.minimum
        local = self.local_cover(required.kind)
        if local is not None and not (minimum.standing is Standing.LAW and local.pounds < minimum.pounds):
            return local
        return Cover(minimum.pounds, minimum.standing, minimum.basis, minimum.confirmed)

    def cover_not_met(self, required: RequiredInsurance, pounds: Decimal) -> Cover:
        """Answer which minimum so little cover does not meet: the law's, or one that asks for more than the law."""
        minimum = required.minimum
        if minimum.standing is Standing.LAW and pounds < minimum.pounds:
            return Cover(minimum.pounds, minimum.standing, minimum.basis, minimum.confirmed)
        return self.cover(required)

    def local_cover(self, kind: InsuranceKind) -> Cover | None:
        """Answer the least the council itself asks an insurance to cover; none where it has set nothing."""
        local = self._local.minimum_cover.get(kind) if self._local else None
        if local is None or not self._decided(local):
            return None
        return Cover(local.pounds, Standing.LOCAL_POLICY, f"local policy: {local.reason}", confirmed=True)

    @cached_property
    def _settings(self) -> dict[str, Setting]:
        return {}

    def setting(self, key: str) -> Setting:
        """Answer a number by its short name: the council's own, or what apqa uses until it decides."""
        if key not in self._settings:
            self._settings[key] = self._setting(key)
        return self._settings[key]

    def _setting(self, key: str) -> Setting:
        local = self.local_setting(key)
        if local is not None:
            return local
        entry = number_entry(key)
        return Setting(entry.value, entry.basis, entry.confirmed)

    def local_setting(self, key: str) -> Setting | None:
        """Answer a number as the council itself has decided it by the day; none where it has not."""
        local = getattr(self._local, key, None) if self._local else None
        if local is None or not self._decided(local):
            return None
        return Setting(_number_of(local), f"local policy: {local.reason}", confirmed=True)

    def days(self, key: str) -> timedelta:
        """Answer a number of days by its short name."""
        return timedelta(days=int(self.setting(key).value))

    def document(self, key: str) -> Document | None:
        """Answer a document with its editions, those included that the council knows of and apqa does not yet."""
        found = document(key)
        own = self._local.editions.get(key) if self._local else None
        return found.with_later({name: each.in_force_from for name, each in own.items()}) if found and own else found

    def standing_of(self, key: str) -> Standing:
        """Answer how binding a document is on the day, in its edition in force.

        Where apqa knows no such document, it is the framework alone that asks to go by it.
        """
        found = self.document(key)
        return found.standing_on(self.on) if found else Standing.FRAMEWORK

    @cached_property
    def policies(self) -> tuple[RequiredPolicy, ...]:
        """Answer the policies asked for: the framework's, then the council's own."""
        own = self._local.policies.items() if self._local else ()
        known = {policy.key for policy in required_policies()}
        added = [
            RequiredPolicy(
                key=key, title=asked.title, standing=Standing.LOCAL_POLICY, basis=f"local policy: {asked.reason}"
            )
            for key, asked in own
            if key not in known and self._decided(asked)
        ]
        return (*required_policies(), *added)

    @cached_property
    def insurances(self) -> tuple[RequiredInsurance, ...]:
        """Answer the insurances the framework asks for that apply on the day."""
        return tuple(
            entry for entry in required_insurances() if entry.in_force_from is None or entry.in_force_from <= self.on
        )

    @cached_property
    def added_insurances(self) -> tuple[tuple[InsuranceKind, str], ...]:
        """Answer the insurances the council asks for beyond the framework's, by kind and title."""
        known = {entry.kind for entry in required_insurances()}
        own = self._local.insurances.items() if self._local else ()
        return tuple((kind, asked.title) for kind, asked in own if kind not in known and self._decided(asked))

    @cached_property
    def safety_items(self) -> tuple[SafetyEntry, ...]:
        """Answer the health and safety items every provider is asked for, the council's own included."""
        own = self._local.safety_items.items() if self._local else ()
        asked = {key: decision for key, decision in own if self._decided(decision)}
        known = {entry.item for entry in safety_entries()}
        added = [
            SafetyEntry(
                item=key, title=decision.title, standing=Standing.LOCAL_POLICY, basis=f"local policy: {decision.reason}"
            )
            for key, decision in asked.items()
            if key not in known
        ]
        return (*(entry for entry in safety_entries() if entry.asked_of_all or entry.item in asked), *added)


WHOSE = {Standing.LAW: "the law's", Standing.STATUTORY_GUIDANCE: "statutory guidance's"}
"""What a council's own value cannot be looser than."""


def _as_it_stands(entry: CycleEntry) -> Cycle:
    """Make a cycle of what law, guidance or custom says, without anything of the council's."""
    return Cycle(
        entry.key, entry.title, entry.months or 0, entry.weeks or 0, entry.standing, entry.basis, entry.confirmed
    )


_LONGEST_MONTH = 31


def is_looser(months: int, entry: CycleEntry) -> bool:
    """Answer whether a council's cycle in months is longer than one that binds it; to be sure, months count as long."""
    if entry.standing not in WHOSE:
        return False
    if entry.weeks:
        return months * _LONGEST_MONTH > entry.weeks * 7
    return months > (entry.months or 0)


def length_text(months: int, weeks: int = 0) -> str:
    """Write how long a cycle is."""
    number, unit = (months, "month") if months else (weeks, "week")
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"


def _number_of(decision: Decision) -> Decimal:
    """Take the number out of a decision, whatever it counts; hours become a number of hours."""
    for name in ("days", "number", "percent", "hours"):
        value = getattr(decision, name, None)
        if isinstance(value, timedelta):
            return Decimal(value // timedelta(seconds=1)) / 3600
        if value is not None:
            return Decimal(value)
    raise TypeError(type(decision).__name__)
