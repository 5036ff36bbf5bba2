"""By when staff read Part One of Keeping Children Safe in Education again (QF-25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import months_later, plain
from apqa.questions.due.duty import Day
from apqa.vocabulary.due import DutyKind, Owes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from apqa.guidance.editions import Document, EditionEntry
    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_A_YEAR = 12


def part_one_days(provider: Provider, situation: Situation) -> Iterator[Day]:
    """Answer by when staff read Part One again: the edition in force if they have not, else the next one.

    A new edition comes each September. That of a provider whose staff have read none is asked for by the check. Where
    a newer one may be out that is not known here, there is no day; who has read one that is not known here, has read
    the newest.
    """
    document = situation.policy.document("kcsie")
    read = provider.safeguarding.part_one_read if provider.safeguarding else ()
    by_now = [each for each in read if each.completed <= situation.on]
    last = max(by_now, key=lambda each: (each.edition, each.completed), default=None)
    edition = document.current(situation.on) if document else None
    if last is None or document is None or edition is None or document.edition(last.edition) is None:
        return
    due, says = _next(document, edition, last.edition, situation.on)
    yield Day(
        DutyKind.EDITION,
        Owes.PROVIDER,
        "safeguarding/part_one",
        f"Part One of {document.title}, read and signed for by staff",
        due,
        "QF-25",
        document.basis,
        ("safeguarding", "part_one_read", read.index(last)),
        f"staff have last read the {last.edition} edition{says}",
    )


def _next(document: Document, current: EditionEntry, read: str, on: date) -> tuple[date | None, str]:
    """Answer by when the next edition is read, and what is known of it; no day where one may be out by now."""
    if read < current.edition:
        return current.in_force_from, ""
    if document.is_expected(on):
        return None, "; whether a newer one has come out since is not known"
    expected = months_later(document.editions[-1].in_force_from, _A_YEAR)
    coming = next((each.in_force_from for each in document.editions if each.in_force_from > on), expected)
    return coming, f"; a new one is expected on {plain(coming)}"
