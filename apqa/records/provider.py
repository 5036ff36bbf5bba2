"""A provider: kept as records/providers/<id>.yaml."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Protocol, TypeVar

from apqa.records.base import Exemption, Record, in_order, told_apart
from apqa.records.checks import AttendanceProtocol, Policy, Reference
from apqa.records.finance import Finance
from apqa.records.identifiers import Word
from apqa.records.insurance import Insurances
from apqa.records.listing import Directory, DueDiligence, ListEvent
from apqa.records.offer import Offer
from apqa.records.premises import SafetyItem
from apqa.records.registration import Headcount, RegisterCheck, Registration
from apqa.records.safeguarding import CentralRecordCheck, Safeguarding, SafeguardingLead
from apqa.records.scalars import Text
from apqa.records.site import Contact, Identity, Site
from apqa.records.truths import Untruth, truth, untrue
from apqa.vocabulary.provider import ListStatus


def _no_such_site(key: str, *at: str | int) -> Untruth:
    return untrue(f"none of its sites has the key {key}", *at)


class Provider(Record):
    """A setting that offers alternative provision. Kept as records/providers/<id>.yaml."""

    name: Text
    """The name it trades under."""

    identity: Identity
    """What it is in law, and the numbers it is known by."""

    contacts: tuple[Contact, ...] = ()
    """Whom to ask at the provider, the first one first."""

    sites: tuple[Site, ...]
    """Every place it works with pupils, satellites and subcontractors included."""

    offer: Offer
    """What it offers (QF-02)."""

    registration: Registration | None = None
    """What the register of schools says of it, when that was checked, and by whom (QF-20)."""

    headcounts: tuple[Headcount, ...] = ()
    """What it declared about its pupils from all commissioners, the oldest first (QF-10)."""

    listing: tuple[ListEvent, ...] = ()
    """Where it stands with the approved provider list, the oldest decision first (QF-14, QF-40, QF-59)."""

    due_diligence: tuple[DueDiligence, ...] = ()
    """The council's due diligence, each time it was done (QF-14, QF-40, QF-41)."""

    policies: dict[Word, Policy] = {}
    """Its policies and procedures, by name (QF-21)."""

    insurance: Insurances | None = None
    """Its insurances (QF-22)."""

    assessment: Policy | None = None
    """Its assessment and monitoring procedures (QF-23)."""

    curriculum: Policy | None = None
    """Its curriculum plans and schemes of work (QF-24)."""

    safeguarding: Safeguarding | None = None
    """How it safeguards its pupils (QF-25)."""

    central_record: tuple[CentralRecordCheck, ...] = ()
    """Each look at its single central record of checks on staff (QF-21)."""

    attendance: AttendanceProtocol | None = None
    """How attendance is monitored, and the protocol if a pupil is absent (QF-26)."""

    references: tuple[Reference, ...] = ()
    """Professional references; the framework asks for two (QF-27)."""

    health_and_safety: tuple[SafetyItem, ...] = ()
    """Everything of health and safety that has a day."""

    finance: Finance | None = None
    """What is known of its finances (QF-43)."""

    reports_not_asked: Exemption | None = None
    """Why no termly reports or self-assessment are asked of it, where that is so."""

    directory: Directory | None = None
    """What may be published of it (QF-14)."""

    @truth
    def _sites_have_keys_of_their_own(self) -> Iterator[Untruth]:
        yield from told_apart((site.key for site in self.sites), "sites")

    @truth
    def _sites_that_are_named_are_its_own(self) -> Iterator[Untruth]:
        keys = {site.key for site in self.sites}
        for number, item in enumerate(self.health_and_safety):
            if item.site is not None and item.site not in keys:
                yield _no_such_site(item.site, "health_and_safety", number, "site")
        for number, check in enumerate(self.registration.register_checks if self.registration else ()):
            for place, site in enumerate(check.sites or ()):
                if site not in keys:
                    yield _no_such_site(site, "registration", "register_checks", number, "sites", place)

    @truth
    def _was_looked_up_by_its_own_number(self) -> Iterator[Untruth]:
        checks = self.registration.register_checks if self.registration else ()
        last = max(range(len(checks)), key=lambda number: checks[number].on, default=None)
        if last is None or self.identity.urn is None:
            return
        if checks[last].urn not in {None, self.identity.urn}:
            said = f"the register was looked at for {checks[last].urn}, and its URN is {self.identity.urn}"
            yield untrue(said, "registration", "register_checks", last, "urn")

    @truth
    def _list_is_in_order(self) -> Iterator[Untruth]:
        says = "the listing is not in order: put the oldest decision first"
        yield from in_order((event.on for event in self.listing), says, "listing")

    @truth
    def _employs_somebody_or_nobody(self) -> Iterator[Untruth]:
        if self.identity.employs_staff and self.insurance is not None and self.insurance.no_employees is not None:
            said = "it employs staff (employs_staff), so it is not so that nobody is employed (no_employees)"
            yield untrue(said, "insurance", "no_employees")

    def listed_as(self, on: date) -> ListEvent | None:
        """Answer the decision about its place on the list that holds on the day; none if there is none.

        When one with an end has ended, the one before it holds again. An application, and its being declined, say
        nothing of an exceptional use that is in force: that holds beside them.
        """
        return self._stands(on)[0]

    def used_as(self, on: date) -> ListEvent | None:
        """Answer the listing or the exceptional use that holds on the day, suspended or not; none where none does."""
        return self._stands(on)[1]

    def exceptional_use(self, on: date) -> ListEvent | None:
        """Answer the exceptional use that is in force on the day, suspended or not; none where none is (QF-41)."""
        use = self.used_as(on)
        return use if use is not None and use.status is ListStatus.EXCEPTIONAL else None

    def _stands(self, on: date) -> tuple[ListEvent | None, ListEvent | None]:
        """Answer the decision that holds on the day, and the listing or exceptional use it leaves or puts in force."""
        holds = use = None
        for event in self.listing:
            is_over = event.on > on or (event.until is not None and event.until < on)
            beside = use is not None and use.status is ListStatus.EXCEPTIONAL and event.status in OF_AN_APPLICATION
            if is_over or beside:
                continue
            holds = event
            if event.status not in SUSPENSIONS:
                use = event if event.status in _IN_USE else None
        return holds, use

    def is_listed(self, on: date) -> bool:
        """Answer whether it stands on the approved provider list on the day, suspended or not.

        Of one whose record begins with a suspension nobody wrote down whether it was: it is asked what is asked of
        those on the list, so that no duty is lost.
        """
        holds, use = self._stands(on)
        return use.status is ListStatus.LISTED if use else holds is not None and self._begins_suspended(holds.on)

    def _begins_suspended(self, on: date) -> bool:
        return all(event.status in SUSPENSIONS for event in self.listing if event.on <= on)

    def listed_since(self, on: date) -> date | None:
        """Answer the day from which it has stood on the list without a break, suspended or not; none where it does not.

        A suspension and its end are decisions of their own, and no new beginning.
        """
        since = None
        for event in self.listing:
            if event.on <= on:
                goes_on = event.status in SUSPENSIONS and (since is not None or self._begins_suspended(event.on))
                since = (since or event.on) if goes_on or event.status is ListStatus.LISTED else None
        return since if self.is_listed(on) else None

    def last_turned_away(self, on: date) -> ListEvent | None:
        """Answer the last decision on or before the day to remove or decline it; due diligence before it is spent.

        That an application was declined beside an exceptional use that still holds spends none: that use rests on it.
        """
        use = self.exceptional_use(on)
        away = (event for event in self.listing if event.status in _TURNED_AWAY)
        return latest((event for event in away if use is None or event.on <= use.on), on)

    def register_check(self, on: date) -> RegisterCheck | None:
        """Answer the last look at the register of schools on or before the day."""
        return latest(self.registration.register_checks, on) if self.registration else None

    def headcount(self, on: date) -> Headcount | None:
        """Answer the last declaration of its pupils on or before the day."""
        return latest(self.headcounts, on)

    def leads(self, on: date) -> tuple[SafeguardingLead, ...]:
        """Answer who holds a safeguarding role on the day."""
        return tuple(lead for lead in (self.safeguarding.leads if self.safeguarding else ()) if lead.covers(on))

    def site(self, key: str) -> Site | None:
        """Answer the site with that key."""
        return next((site for site in self.sites if site.key == key), None)


SUSPENSIONS = frozenset({ListStatus.NEW_PLACEMENTS_SUSPENDED, ListStatus.SUSPENDED})
"""What stops placements and leaves a provider where it was, on the list or used exceptionally."""

OF_AN_APPLICATION = frozenset({ListStatus.APPLIED, ListStatus.DUE_DILIGENCE, ListStatus.DECLINED})
"""The stages of an application, and its being declined."""

_IN_USE = frozenset({ListStatus.LISTED, ListStatus.EXCEPTIONAL})
_TURNED_AWAY = frozenset({ListStatus.REMOVED, ListStatus.DECLINED})


class _Dated(Protocol):
    @property
    def on(self) -> date: ...


D = TypeVar("D", bound=_Dated)


def latest(entries: Sequence[D] | Iterable[D], on: date) -> D | None:
    """Answer the entry of the latest day on or before the day; of two on one day, the one written later."""
    found = None
    for entry in entries:
        if entry.on <= on and (found is None or entry.on >= found.on):
            found = entry
    return found
