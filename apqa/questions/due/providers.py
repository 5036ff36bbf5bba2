"""What falls due of a provider: all its checks before a placement that have a day, and what goes with its listing."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.checks.exceptional import use_past_its_end
from apqa.questions.checks.line import State
from apqa.questions.checks.verdict import provider_check
from apqa.questions.concern import is_of_concern
from apqa.questions.due.asking import DESIGNATED_OFFICER, at_the_provider
from apqa.questions.due.duty import Day, Duty, duty_on
from apqa.questions.due.editions import part_one_days
from apqa.questions.register import register_answer
from apqa.records.provider import latest
from apqa.vocabulary.due import DutyKind, Owes
from apqa.vocabulary.provider import LeadRole

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.checks.line import Line
    from apqa.questions.situation import Situation
    from apqa.records.listing import ListEvent
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
            yield from _of_lines(provider, situation)
            yield from _of_record(provider, situation)


def kind_of_line(key: str) -> DutyKind:
    """Answer what kind of duty a check before a placement is, by its name. Raises `KeyError` for an unknown one."""
    return _KINDS.get(key) or _KINDS[key.partition("/")[0]]


def _of_lines(provider: Provider, situation: Situation) -> Iterator[Duty]:
    """Answer the duties of the checks that have a day. What a waiver answers falls due when the waiver ends.

    The end of a decision about the list is said once, by `_list_until`.
    """
    times: Counter[str] = Counter()
    for line in provider_check(provider, situation).lines:
        if line.due is None or line.waiver or line.state is State.NOT_APPLICABLE:
            continue
        kind = kind_of_line(line.key)
        if kind is not DutyKind.LISTING:
            # An item that is recorded twice for one site makes two lines of one name.
            times[line.key] += 1
            key = line.key + (f"/{times[line.key]}" if times[line.key] > 1 else "")
            day = _of_line(line, kind, f"provider/{provider.id}/{key}")
            yield duty_on(day, provider, provider.id, line.ask, situation)


def _of_line(line: Line, kind: DutyKind, key: str) -> Day:
    """Answer the day of a check, by the name it has among all duties."""
    owes = Owes.COUNCIL if kind in _COUNCILS or line.key == "central_record" else Owes.PROVIDER
    return Day(kind, owes, key, line.title, line.due, line.clause, line.basis, line.at, line.says)


def _of_record(provider: Provider, situation: Situation) -> Iterator[Duty]:
    for day in _days(provider, situation):
        ask = DESIGNATED_OFFICER if day.owes is Owes.COUNCIL else at_the_provider(provider.id, situation)
        named = replace(day, key=f"provider/{provider.id}/{day.key}")
        yield duty_on(named, provider, provider.id, ask, situation)


def _days(provider: Provider, situation: Situation) -> Iterator[Day]:
    yield from _headcount(provider, situation)
    yield from _conclusion(provider, situation)
    yield from part_one_days(provider, situation)
    yield from _list_until(provider, situation)
    yield from _finance(provider, situation)
    yield from _qualifications(provider)
    yield from _lead_leaves(provider, situation)


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
    """Answer when a suspension or an exceptional use ends, and something else must be decided (QF-41, QF-59).

    A use that ended while pupils are still placed stays due until it is decided.
    """
    use = provider.exceptional_use(situation.on) or use_past_its_end(provider, situation)[0]
    if use is not None:
        title = "Decision on what follows the exceptional use"
        yield from _until(provider, use, "listing/until", title, "QF-41")
    event = provider.listed_as(situation.on)
    if event is not None and event is not use:
        key = "listing/suspension" if use else "listing/until"
        yield from _until(provider, event, key, "Decision on what follows on the list", "QF-59")


def _until(provider: Provider, event: ListEvent, key: str, title: str, clause: str) -> Iterator[Day]:
    if event.until is not None:
        at = ("listing", provider.listing.index(event))
        yield Day(DutyKind.LISTING, Owes.COUNCIL, key, title, event.until, clause, clause, at, event.reason)


def _qualifications(provider: Provider) -> Iterator[Day]:
    """Answer when an awarding body's approval of the centre ends, and qualifications can no longer be taken (QF-02).

    What is offered again under the same title and by the same body has one approval: the last to end.
    """
    same: dict[tuple[str, str], list[int]] = {}
    for number, each in enumerate(provider.offer.qualifications):
        same.setdefault((each.title, each.awarding_body), []).append(number)
    for (title, body), numbers in same.items():
        last = max(numbers, key=lambda number: provider.offer.qualifications[number].centre_approval_ends or date.max)
        if (until := provider.offer.qualifications[last].centre_approval_ends) is not None:
            yield Day(
                DutyKind.QUALIFICATION,
                Owes.PROVIDER,
                f"qualification/{numbers[0] + 1}",
                f"Approval of the centre for {title}",
                until,
                "QF-02",
                "QF-02",
                ("offer", "qualifications", last, "centre_approval_ends"),
                f"by {body}",
            )


def _lead_leaves(provider: Provider, situation: Situation) -> Iterator[Day]:
    """Answer when the last designated safeguarding lead gives the role up, and nobody is named to follow (QF-21)."""
    leads = provider.safeguarding.leads if provider.safeguarding else ()
    there = [each for each in leads if each.role is LeadRole.DESIGNATED_SAFEGUARDING_LEAD]
    last = max(there, key=lambda each: each.ends or date.max, default=None)
    if last is not None and last.ends is not None and last.starts <= situation.on:
        yield Day(
            DutyKind.TRAINING,
            Owes.PROVIDER,
            "safeguarding/lead/ends",
            "A designated safeguarding lead to follow the last",
            last.ends,
            "QF-21",
            "QF-21; Keeping Children Safe in Education",
            ("safeguarding", "leads", leads.index(last), "ends"),
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
