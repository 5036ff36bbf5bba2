"""Whether the decisions about a provider's place on the list can follow one another as they are recorded (QF-40)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.questions.concern import APPLYING
from apqa.records.provider import OF_AN_APPLICATION, SUSPENSIONS
from apqa.vocabulary.provider import ListStatus

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from apqa.records.listing import ListEvent

_ON_IT = SUSPENSIONS | {ListStatus.LISTED}
_TURNED_AWAY = frozenset({ListStatus.REMOVED, ListStatus.DECLINED})
_LEAVE_IT = SUSPENSIONS | OF_AN_APPLICATION

_AGAIN = "after it was {before}, and no new application is recorded"


def out_of_order(events: Sequence[ListEvent]) -> Iterator[tuple[int, str]]:
    """Answer which decisions cannot follow those before them, by their number, and why not.

    What a record begins with, such as a listing or a removal, had its own way before the records: nothing is said of
    that.
    """
    before: ListStatus | None = None
    exceptional = False
    for number, event in enumerate(events):
        if number and (why := _why_not(before, event.status, exceptional=exceptional)):
            yield number, why
        if event.status not in SUSPENSIONS or not exceptional:
            before = event.status
        exceptional = event.status is ListStatus.EXCEPTIONAL or (exceptional and event.status in _LEAVE_IT)


def _why_not(before: ListStatus | None, status: ListStatus, *, exceptional: bool) -> str:
    """Say why one decision cannot follow another; empty where it can.

    An exceptional use goes on beside an application, and a suspension of it leaves the application where it was.
    """
    if status in APPLYING:
        return _no_stage(before, status)
    if status is ListStatus.DECLINED:
        return "" if before in APPLYING else "without an application that is still to be decided"
    if status in {ListStatus.LISTED, ListStatus.EXCEPTIONAL}:
        return _AGAIN.format(before=before) if before in _TURNED_AWAY and status is ListStatus.LISTED else ""
    return "" if exceptional or before in _ON_IT else "though it was neither on the list nor used exceptionally"


def _no_stage(before: ListStatus | None, status: ListStatus) -> str:
    if before in _ON_IT:
        return "though it is on the list"
    if status is ListStatus.DUE_DILIGENCE and before in _TURNED_AWAY:
        return _AGAIN.format(before=before)
    return ""
