"""By when the council goes through a provider's information again, from the desk (QF-51)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.guidance.days import plain
from apqa.questions.concern import is_of_concern
from apqa.questions.due.asking import DESIGNATED_OFFICER
from apqa.questions.due.duty import Day, Duty, duty_on
from apqa.records.provider import latest
from apqa.vocabulary.due import DutyKind, Owes
from apqa.vocabulary.review import VisitStatus, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.records.visit import Visit


@dataclass(frozen=True, slots=True)
class NextAudit:
    """The next desk-top audit of a provider."""

    due: date
    """The last day on which it is in time."""

    says: str
    """When the last was, or since when the provider is listed."""

    basis: str
    """Where the period between two audits is from."""


def next_audit(provider: Provider, situation: Situation) -> NextAudit | None:
    """Answer by when a provider's next desk-top audit is due, and since when that counts; none if none is.

    The framework asks for regular ones and gives no number (QF-51). So the next one is asked for where there was one,
    or where the council has set a cycle: then of every provider on the list, from when it came onto it.
    """
    cycle = situation.policy.cycle("desk_top_audit")
    if cycle is None or not is_of_concern(provider, situation):
        return None
    if last := _last(provider, situation):
        return NextAudit(cycle.next_due(last.on), f"the last was on {plain(last.on)}", cycle.basis)
    since = provider.listed_since(situation.on)
    if since is None or not provider.is_listed(situation.on) or not situation.policy.is_councils_own("desk_top_audit"):
        return None
    return NextAudit(cycle.next_due(since), f"none since it was listed on {plain(since)}", cycle.basis)


def audit_duties(situation: Situation) -> Iterator[Duty]:
    """Answer the desk-top audits that come round again (QF-51). One that is planned falls due as a visit does."""
    for provider in situation.records.providers:
        found = next_audit(provider, situation)
        if found is not None:
            yield duty_on(_day(provider, found), provider, provider.id, DESIGNATED_OFFICER, situation)


def _last(provider: Provider, situation: Situation) -> Visit | None:
    audits = (each for each in situation.records.visits_to(provider.id) if each.type is VisitType.DESK_TOP_AUDIT)
    return latest((each for each in audits if each.status is VisitStatus.DONE), situation.on)


def _day(provider: Provider, found: NextAudit) -> Day:
    return Day(
        DutyKind.DESK_TOP_AUDIT,
        Owes.COUNCIL,
        f"provider/{provider.id}/desk_top_audit",
        "Desk-top audit",
        found.due,
        "QF-51",
        found.basis,
        ("listing",),
        found.says,
    )
