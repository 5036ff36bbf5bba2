"""The approved provider list (QF-04, QF-14, QF-40, QF-41, QF-43)."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.questions.checks.exceptional import is_for_another
from apqa.questions.checks.listing import listed_as_words
from apqa.questions.escalation.reached import step_of
from apqa.questions.placement_checks.provider import CLOSED, ENDING, closed_words
from apqa.questions.register import register_answer
from apqa.records.kinds import AUTHORITY, PLACEMENT, PROVIDER
from apqa.records.provider import latest
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.rules.lines import broken
from apqa.vocabulary.provider import ListStatus

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.listing import ListEvent
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

_OPEN = frozenset({ListStatus.LISTED, ListStatus.EXCEPTIONAL})
_STOPPED = frozenset(
    {ListStatus.NEW_PLACEMENTS_SUSPENDED, ListStatus.SUSPENDED, ListStatus.REMOVED, ListStatus.DECLINED}
)
_NO_LONGER = frozenset({ListStatus.REMOVED, ListStatus.DECLINED})
_NEEDS_DILIGENCE = frozenset({ListStatus.LISTED, ListStatus.EXCEPTIONAL})


@rule(
    about=PLACEMENT,
    severity=Severity.BREACH,
    clauses=("QF-04", "QF-40", "QF-41", "QF-59"),
    basis="QF-04, QF-59",
    remedy="Use a provider that is listed or registered, or have the council do due diligence for an exceptional use.",
)
def provider_not_open_to_placements(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A placement started with a provider that was neither listed nor registered, or was suspended, on that day.

    Commissioners use registered providers or providers on the approved list; exceptionally another, after the
    council's due diligence, for the placements it was decided for. What counts is the day the placement started.
    """
    provider = situation.records.provider(placement.provider)
    if provider is None or placement.starts > situation.on:
        return
    then = situation.on_day(placement.starts)
    event = provider.listed_as(placement.starts)
    if event is not None and event.status in _OPEN:
        if is_for_another(event, placement.id):
            said = f"{provider.name} is used exceptionally for {event.limited_to}, and this is {placement.id}"
            yield Fault(placement, said, ("provider",), related=((provider, ("listing",)),))
        return
    stopped = event is not None and event.status in _STOPPED
    if not stopped and register_answer(provider, then).is_registered:
        return
    stood = listed_as_words(provider, then) if event else "neither on the approved provider list nor registered"
    said = f"{provider.name} was {stood} when the placement started on {plain(placement.starts)}"
    yield Fault(placement, said, ("provider",), related=((provider, ("listing",)),))


@rule(
    about=PLACEMENT,
    severity=Severity.BREACH,
    clauses=("QF-59",),
    basis="QF-59",
    remedy="Decide and record what happens to the placement, and end it or move the pupil.",
)
def live_placement_with_suspended_provider(placement: Placement, situation: Situation) -> Iterator[Fault]:
    """A placement goes on with a provider that is suspended altogether or removed from the list.

    When all placements are suspended or a provider is removed, each live placement needs a decision.
    """
    provider = situation.records.provider(placement.provider)
    reached = step_of(provider, situation) if provider else None
    if provider is None or reached is None or reached.step not in ENDING or reached.since is None:
        return
    if placement.is_live(situation.on) and placement.starts < reached.since:
        event = provider.listed_as(situation.on)
        on_list = event is not None and event.status in CLOSED
        stands = listed_as_words(provider, situation) if on_list else closed_words(reached)
        said, at = f"{provider.name}: {stands}; the placement is still live", ("provider",)
        yield Fault(placement, said, at, related=((provider, ("listing",)),) if on_list else ())


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-14", "QF-40", "QF-41"),
    basis="QF-14, QF-40, QF-41",
    remedy="Do due diligence, and record its day, outcome and where it is filed.",
)
def no_due_diligence(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider is on the list, or used without being on it, and no adequate due diligence is recorded.

    Every provider in the directory has been through the council's due diligence on processes, insurances and
    systems; one that is used exceptionally, too. A waiver of the list is none of due diligence.
    """
    return broken("no-due-diligence", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-14", "QF-40", "QF-41"),
    basis="QF-40, QF-41",
    remedy="Record the due diligence that was done before, or take the provider off until it is.",
)
def listed_before_due_diligence(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider was put on the list, or used exceptionally, before due diligence was finished.

    It goes on the list after due diligence, not before; and after a removal or a decline only after another one.
    """
    for number, event in _begun(provider, situation.on):
        ended = provider.last_turned_away(event.on)
        counted = [each.on for each in provider.due_diligence if ended is None or each.on > ended.on]
        if counted and min(counted) > event.on:
            said = f"{event.status.value} on {plain(event.on)}, due diligence finished on {plain(min(counted))}"
            yield Fault(provider, said, ("listing", number))


def _begun(provider: Provider, on: date) -> Iterator[tuple[int, ListEvent]]:
    """Answer the decisions by the day that opened it: the first, and the first after each removal or decline."""
    is_open = False
    for number, event in enumerate(provider.listing):
        if event.on <= on and event.status in _NEEDS_DILIGENCE and not is_open:
            yield number, event
        is_open = event.status not in _NO_LONGER and (is_open or event.status in _NEEDS_DILIGENCE)


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-14", "QF-54"),
    basis="QF-14, QF-54",
    remedy="Visit it, or record the visit that was made.",
)
def provider_not_visited(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A listed provider has not been visited within the cycle.

    Every provider on the list is visited regularly by the council.
    """
    return broken("provider-not-visited", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-14", "QF-59"),
    basis="QF-14, QF-59",
    remedy="Take out the decision that did not hold, or correct its day; the one written later is used.",
)
def two_list_decisions_on_one_day(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Two decisions about a provider's place on the list take effect on the same day.

    Only one of them can hold. apqa takes the one that is written later, and the wrong one of a suspension and a
    listing is a child placed or turned away by mistake.
    """
    del situation
    for number, (first, second) in enumerate(pairwise(provider.listing), 1):
        if first.on == second.on:
            said = f"{first.status.value} and {second.status.value}, both from {plain(first.on)}: the latter is used"
            yield Fault(provider, said, ("listing", number))


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-20",),
    basis="QF-20; Arranging alternative provision (February 2025), on sites",
    remedy="Ask where it works with pupils now, see the place, and record it (sites).",
)
def no_site_in_use(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """No place is recorded where a provider works with pupils on the day.

    A commissioner must know where the pupil is. Every site counts, satellites and subcontractors' too.
    """
    return broken("no-site-in-use", provider, situation)


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-41",),
    basis="QF-41",
    remedy="Record the placements it is for (limited_to) and its end (until).",
)
def exceptional_use_without_limits(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A provider is used exceptionally, and it is not recorded for which placements, or until when.

    An exception without limits becomes a second list.
    """
    event = provider.exceptional_use(situation.on)
    if event is not None:
        missing = [name for name in ("limited_to", "until") if getattr(event, name) is None]
        if missing:
            said = f"used exceptionally since {plain(event.on)}; not recorded: {', '.join(missing)}"
            yield Fault(provider, said, ("listing", provider.listing.index(event)))


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-43",),
    basis="QF-43",
    remedy="Consider them in the next review, and record what was concluded (finance: reviews).",
    rests_on=(AUTHORITY,),
)
def value_for_money_not_considered(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """Value for money and financial sustainability have not been considered within the cycle.

    The framework considers both in the quality assurance review.
    """
    cycle = situation.policy.cycle("value_for_money")
    if cycle is None or not provider.is_listed(situation.on):
        return
    review = latest(provider.finance.reviews if provider.finance else (), situation.on)
    listed = provider.listed_as(situation.on)
    since = review.on if review else listed.on if listed else situation.on
    if cycle.next_due(since) < situation.on:
        said = f"last considered on {plain(review.on)}" if review else "not recorded as considered"
        yield Fault(provider, f"{said}; due by {plain(cycle.next_due(since))}", ("finance",))


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-43",),
    basis="Companies Act 2006 s.442; Charities Act 2011; QF-43",
    remedy="Ask whether they were filed, and record it (finance).",
)
def accounts_overdue(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A listed provider's accounts were due and are not recorded as filed.

    Late accounts are an early sign that a provider may not last.
    """
    due = provider.finance.accounts_due if provider.finance else None
    if due is not None and due < situation.on and provider.is_listed(situation.on):
        yield Fault(provider, f"the accounts were due on {plain(due)}", ("finance", "accounts_due"))
