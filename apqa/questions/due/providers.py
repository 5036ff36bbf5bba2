"""What falls due of a provider: all its checks before a placement that have a day, and what goes with its listing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.line import State
from apqa.questions.checks.verdict import provider_check
from apqa.questions.concern import is_of_concern
from apqa.questions.due.asking import DESIGNATED_OFFICER, at_the_provider
from apqa.questions.due.duty import Day, Duty, dated
from apqa.questions.due.editions import part_one_days
from apqa.questions.register import register_answer
from apqa.records.provider import latest
from apqa.vocabulary.due import DutyKind, DutyState, Owes
from apqa.vocabulary.provider import ListStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.checks.line import Line
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_KINDS = {
    "insurance": DutyKind.INSURANCE,
    "policies": DutyKind.POLICY,
    "assessment": DutyKind.POLICY,
    "curriculum": DutyKind.POLICY,
    "attendance": DutyKind.POLICY,
    "safeguarding/arrangements": DutyKind.POLICY,
    "safeguarding/part_one": DutyKind.EDITION,
    "safeguarding": DutyKind.TRAINING,
    "staff_checks": DutyKind.STAFF_CHECKS,
    "central_record": DutyKind.STAFF_CHECKS,
    "data_protection_registration": DutyKind.DATA_PROTECTION,
    "references": DutyKind.REFERENCE,
    "safety": DutyKind.HEALTH_AND_SAFETY,
    "registration": DutyKind.REGISTRATION,
    "visited": DutyKind.VISIT,
    "listing": DutyKind.LISTING,
}
"""The kind of duty of each check, by the beginning of its name."""

_COUNCILS = frozenset({DutyKind.VISIT, DutyKind.REGISTRATION, DutyKind.REFERENCE})
"""What the council itself looks after; of all other checks the provider owes what they ask for."""


def provider_duties(situation: Situation) -> Iterator[Duty]:
    """Answer what falls due of every provider that pupils are or may be placed with."""
    for provider in situation.records.providers:
        if is_of_concern(provider, situation):
            for line in provider_check(provider, situation).lines:
                yield from _of_line(line, provider, situation)
            yield from _of_record(provider, situation)


def kind_of_line(key: str) -> DutyKind:
    """Answer what kind of duty a check before a placement is, by its name. Raises `KeyError` for an unknown one."""
    return _KINDS.get(key) or _KINDS[key.partition("/")[0]]


def _of_line(line: Line, provider: Provider, situation: Situation) -> Iterator[Duty]:
    """Answer the duty of a check that has a day. What a waiver answers falls due when the waiver ends."""
    if line.due is None or line.waiver or line.state is State.NOT_APPLICABLE:
        return
    kind = kind_of_line(line.key)
    if kind is DutyKind.LISTING:  # the end of a decision about the list is said once, by `_list_until`
        return
    duty = Duty(
        kind=kind,
        key=f"provider/{provider.id}/{line.key}",
        title=line.title,
        due=line.due,
        state=DutyState.DUE,
        owes=Owes.COUNCIL if kind in _COUNCILS else Owes.PROVIDER,
        ask=line.ask,
        clause=line.clause,
        basis=line.basis,
        record=provider,
        at=line.at,
        provider=provider.id,
        says=line.says,
    )
    yield dated(duty, situation)


def _of_record(provider: Provider, situation: Situation) -> Iterator[Duty]:
    for day in _days(provider, situation):
        council = day.owes is Owes.COUNCIL
        duty = Duty(
            kind=day.kind,
            key=f"provider/{provider.id}/{day.key}",
            title=day.title,
            due=day.due,
            state=DutyState.DUE,
            owes=day.owes,
            ask=DESIGNATED_OFFICER if council else at_the_provider(provider.id, situation),
            clause=day.clause,
            basis=day.basis,
            record=provider,
            at=day.at,
            provider=provider.id,
            says=day.says,
        )
        yield dated(duty, situation)


def _days(provider: Provider, situation: Situation) -> Iterator[Day]:
    yield from _headcount(provider, situation)
    yield from _conclusion(provider, situation)
    yield from part_one_days(provider, situation)
    yield from _list_until(provider, situation)
    yield from _finance(provider, situation)


def _headcount(provider: Provider, situation: Situation) -> Iterator[Day]:
    """Answer when a provider that is no registered school declares its pupils again (QF-10)."""
    cycle, last = situation.policy.cycle("headcount"), provider.headcount(situation.on)
    if cycle is None or last is None or register_answer(provider, situation).is_registered:
        return
    yield Day(
        DutyKind.REGISTRATION,
        Owes.PROVIDER,
        "headcount",
        cycle.title,
        cycle.next_due(last.on),
        "QF-10",
        cycle.basis,
        ("headcounts", provider.headcounts.index(last)),
        f"last declared on {plain(last.on)}",
    )


def _conclusion(provider: Provider, situation: Situation) -> Iterator[Day]:
    """Answer until when a person's conclusion on the registration question is relied on (QF-20)."""
    reviews = provider.registration.reviews if provider.registration else ()
    review = latest(reviews, situation.on)
    if review is not None:
        yield Day(
            DutyKind.REGISTRATION,
            Owes.COUNCIL,
            "registration/conclusion",
            "Conclusion on whether it must register",
            review.until,
            "QF-20",
            "QF-20",
            ("registration", "reviews", reviews.index(review)),
            f"concluded on {plain(review.on)} by {review.by}",
        )


def _list_until(provider: Provider, situation: Situation) -> Iterator[Day]:
    """Answer when a suspension or an exceptional use ends, and something else must be decided (QF-41, QF-59)."""
    event = provider.listed_as(situation.on)
    if event is not None and event.until is not None:
        exceptional = event.status is ListStatus.EXCEPTIONAL
        yield Day(
            DutyKind.LISTING,
            Owes.COUNCIL,
            "listing/until",
            "Decision on what follows the exceptional use" if exceptional else "Decision on what follows on the list",
            event.until,
            "QF-41" if exceptional else "QF-59",
            "QF-41" if exceptional else "QF-59",
            ("listing", provider.listing.index(event)),
            event.reason,
        )


def _finance(provider: Provider, situation: Situation) -> Iterator[Day]:
    """Answer when a listed provider's accounts are due, and value for money is considered again (QF-43)."""
    if not provider.is_listed(situation.on) or provider.finance is None:
        return
    if provider.finance.accounts_due is not None:
        yield Day(
            DutyKind.FINANCE,
            Owes.PROVIDER,
            "finance/accounts",
            "Accounts filed",
            provider.finance.accounts_due,
            "QF-43",
            "Companies Act 2006 s.442; Charities Act 2011",
            ("finance", "accounts_due"),
        )
    cycle, review = situation.policy.cycle("value_for_money"), latest(provider.finance.reviews, situation.on)
    if cycle is not None and review is not None:
        yield Day(
            DutyKind.FINANCE,
            Owes.COUNCIL,
            "finance/value_for_money",
            cycle.title,
            cycle.next_due(review.on),
            "QF-43",
            cycle.basis,
            ("finance", "reviews"),
            f"last considered on {plain(review.on)}",
        )
