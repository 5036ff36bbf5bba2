"""What the provider's record shows of a placement: open to it, insured, and at a known site (QF-04, QF-20, QF-22)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.guidance.escalation import step_entry
from apqa.questions.checks.exceptional import NO_LIMITS, NO_LIMITS_REMEDY
from apqa.questions.checks.line import Effect, State
from apqa.questions.checks.listing import listed_as_words
from apqa.questions.checks.verdict import provider_check
from apqa.questions.escalation.jumps import return_in_doubt
from apqa.questions.escalation.reached import step_of
from apqa.questions.placement_checks.found import (
    Found,
    at_fault,
    cannot_be_read,
    does_not_apply,
    met,
    not_recorded,
    step_evidence,
    step_words,
)
from apqa.questions.placement_checks.identity import not_live
from apqa.questions.register import register_answer
from apqa.questions.unread import paths_of, unread_about
from apqa.records.kinds import ACTION_PLAN, PROVIDER
from apqa.vocabulary.provider import ListStatus
from apqa.vocabulary.review import EscalationStep

if TYPE_CHECKING:
    from apqa.questions.checks.line import Line
    from apqa.questions.escalation.reached import Reached
    from apqa.questions.situation import Situation
    from apqa.records.listing import ListEvent
    from apqa.records.placement import Placement
    from apqa.records.provider import Provider

CLOSED = frozenset({ListStatus.SUSPENDED, ListStatus.REMOVED})
"""What ends placements that run, and not only new ones."""

ENDING = frozenset({EscalationStep.ALL_SUSPENDED, EscalationStep.REMOVED})
"""The steps of escalation that do so."""

_LOOKED_AFTER = frozenset({EscalationStep.ENHANCED_MONITORING, EscalationStep.NEW_PLACEMENTS_SUSPENDED})
"""The steps at which a placement may go on, and its commissioner looks at it again."""

_OPEN = frozenset({ListStatus.LISTED, ListStatus.EXCEPTIONAL})
_IN_THE_WAY = frozenset({Effect.STOP, Effect.CANNOT_TELL})


def provider_unread(placement: Placement, situation: Situation) -> bool:
    """Answer whether the record of a placement's provider is there and cannot be read."""
    return bool(unread_about(PROVIDER, placement.provider, situation))


def without_provider(placement: Placement, situation: Situation) -> Found:
    """Find that nothing can be told of a provider whose record is not at hand."""
    if provider_unread(placement, situation):
        says, remedy = "the provider's record cannot be read", "Put right what `apqa check` finds in it, and ask again."
        return Found(State.REVIEW, says, ("provider",), effect=Effect.CANNOT_TELL, remedy=remedy)
    says, remedy = "the provider is not in the records", "Record the provider, or correct the reference."
    return Found(State.NOT_RECORDED, says, ("provider",), effect=Effect.CANNOT_TELL, remedy=remedy)


def at_a_site(placement: Placement, situation: Situation) -> Found:
    """Find the site, among those of the provider's record."""
    provider = situation.records.provider(placement.provider)
    if provider is None:
        return without_provider(placement, situation)
    key = placement.site_on(max(situation.on, placement.starts))
    site = provider.site(key) if key else None
    if site is None:
        return not_recorded("at which site of the provider is not recorded", remedy="Record it (site).")
    return met(site.name, "site")


def open_to_it(placement: Placement, situation: Situation) -> Found:
    """Find how the provider stood on the first day: on the list, or registered."""
    provider = situation.records.provider(placement.provider)
    if provider is None:
        return without_provider(placement, situation)
    then = situation.on_day(placement.starts)
    event = provider.listed_as(placement.starts)
    if event is not None and event.status is ListStatus.EXCEPTIONAL and placement.id not in event.named_placements:
        return _for_whom(event)
    if event is not None and event.status in _OPEN:
        return met(f"on {plain(placement.starts)}: {listed_as_words(provider, then)}", "provider")
    return met(f"on {plain(placement.starts)}: {register_answer(provider, then).says}", "provider")


def _for_whom(event: ListEvent) -> Found:
    """Find that a person must say whether an exceptional use is for a placement it does not name (QF-41)."""
    if event.limited_to is None:
        return Found(State.REVIEW, NO_LIMITS, ("provider",), effect=Effect.CANNOT_TELL, remedy=NO_LIMITS_REMEDY)
    says = f"used exceptionally for {event.limited_to}; whether this is one of these, a person must judge"
    return Found(State.REVIEW, says, ("provider",), effect=Effect.CONDITION, remedy="Ask the designated officer.")


def checked_before(placement: Placement, situation: Situation) -> Found:
    """Find who went through the provider's checks before the start."""
    step = placement.step("provider_checked", situation.on)
    if step is None:
        return not_recorded("no check is recorded", "before_start")
    evidence = step_evidence(step, "the checks before the placement")
    return met(f"checked {step_words(step)}", "before_start", "provider_checked", evidence=evidence)


def not_suspended(placement: Placement, situation: Situation) -> Found:
    """Find how the provider stands with the list on the day."""
    provider = situation.records.provider(placement.provider)
    if not placement.is_live(situation.on):
        return not_live(situation.on)
    if provider is None:
        return without_provider(placement, situation)
    event, says = provider.listed_as(situation.on), listed_as_words(provider, situation)
    reached = step_of(provider, situation)
    if reached.step in ENDING:
        # The rule is about placements that were there before; one that started after it must not look in order.
        return at_fault(says if event is not None and event.status in CLOSED else closed_words(reached), "provider")
    if unsure := _cannot_tell(provider, situation):
        return unsure
    if reached.step in _LOOKED_AFTER:
        return _looked_after(placement, reached)
    return _nothing_in_the_way(event, says)


def _nothing_in_the_way(event: ListEvent | None, says: str) -> Found:
    """Find that the council has not suspended or removed a provider."""
    if event is None:
        return does_not_apply(f"{says}, so the council has not suspended or removed it", "provider")
    return met(says, "provider")


def _cannot_tell(provider: Provider, situation: Situation) -> Found | None:
    """Find that nobody can tell how a provider stands: a plan cannot be read, or a step took it back from a removal."""
    if unread := unread_about(ACTION_PLAN, provider.id, situation):
        return cannot_be_read(paths_of(ACTION_PLAN, unread), "provider")
    if doubt := return_in_doubt(provider, situation):
        remedy = "Ask the designated officer whether the removal still stands."
        says = f"a person must say: {doubt}"
        return Found(State.REVIEW, says, ("provider",), effect=Effect.CANNOT_TELL, remedy=remedy)
    return None


def _looked_after(placement: Placement, reached: Reached) -> Found:
    """Find that a placement is looked at again; one that began under a suspension of new placements must not go on."""
    entry, since = step_entry(reached.step), reached.since
    said = f"{entry.title} since {plain(since)}" if since else entry.title
    remedy = f"{entry.asks_of_commissioners} See `apqa check-provider {placement.provider}`."
    new = reached.step is EscalationStep.NEW_PLACEMENTS_SUSPENDED and since is not None and placement.starts >= since
    if new:
        says = f"{said}, and the placement began on {plain(placement.starts)}"
        remedy = "Ask the designated officer at once whether it may go on, and record what becomes of it."
        return Found(State.MISSING, says, ("provider",), effect=Effect.STOP, remedy=remedy)
    return Found(State.REVIEW, f"{said}; it may go on", ("provider",), effect=Effect.CONDITION, remedy=remedy)


def closed_words(reached: Reached) -> str:
    """Say what an action plan records that ends placements: "all placements suspended since 26 March 2026"."""
    since = f" since {plain(reached.since)}" if reached.since else ""
    return f"{step_entry(reached.step).title}{since}, as its action plan says"


def insured(placement: Placement, situation: Situation) -> Found:
    """Find whether each insurance that is asked for holds on the day, and to when."""
    provider = situation.records.provider(placement.provider)
    if not placement.is_live(situation.on):
        return not_live(situation.on)
    if provider is None:
        return without_provider(placement, situation)
    lines = _insurances(provider, situation)
    open_ones = [line for line in lines if line.effect in _IN_THE_WAY]
    if open_ones:
        return _not_insured(min(open_ones, key=lambda line: list(Effect).index(line.effect)), open_ones)
    until = [f"{line.title} to {plain(line.due)}" for line in lines if line.due]
    return met("; ".join(until), "provider") if until else does_not_apply("no insurance is asked for", "provider")


def _not_insured(gravest: Line, lines: list[Line]) -> Found:
    """Say which insurances are in the way, as the gravest of them is."""
    says = "; ".join(f"{line.title}: {line.says}" for line in lines)
    at = ("provider",)
    return Found(gravest.state, says, at, effect=gravest.effect, rule=gravest.rule, remedy=gravest.remedy)


def insured_to_the_end(placement: Placement, situation: Situation) -> Found:
    """Find to when the insurances run that hold on the day, against the end of the placement."""
    provider = situation.records.provider(placement.provider)
    if not placement.is_live(situation.on):
        return not_live(situation.on)
    if provider is None:
        return without_provider(placement, situation)
    end = placement.expected_end or placement.maximum_end
    if end is None or end < situation.on:
        return does_not_apply(f"its end was to be {plain(end)}" if end else "no end of it is agreed")
    lines = _insurances(provider, situation)
    days = [line.due for line in lines if line.due]
    if not days or any(line.effect in _IN_THE_WAY for line in lines):
        return does_not_apply("not every insurance is recorded as in force on the day", "provider")
    first = min(days)
    says = f"to {plain(first)}, the placement to {plain(end)}"
    return met(says if first >= end else f"{says}; the renewal is not due yet", "provider", due=first)


def _insurances(provider: Provider, situation: Situation) -> list[Line]:
    """Answer the provider's checks that are about insurance, with the waivers that answer them."""
    return [line for line in provider_check(provider, situation).lines if line.key.startswith("insurance/")]
