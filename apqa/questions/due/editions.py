"""By when staff read Part One of Keeping Children Safe in Education again (QF-25)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.guidance.days import months_later, plain
from apqa.questions.due.duty import Day
from apqa.vocabulary.due import DutyKind, Owes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider

_A_YEAR = 12


def part_one_days(provider: Provider, situation: Situation) -> Iterator[Day]:
    """Answer by when staff read Part One again: the edition in force if they have not, else the next one.

    A new edition comes each September. That of a provider whose staff have read none is asked for by the check.
    """
    document = situation.policy.document("kcsie")
    read = provider.safeguarding.part_one_read if provider.safeguarding else ()
    last = max((each for each in read if each.completed <= situation.on), key=lambda each: each.completed, default=None)
    edition = document.current(situation.on) if document else None
    if last is None or document is None or edition is None:
        return
    is_read = last.edition == edition.edition
    following = months_later(edition.in_force_from, _A_YEAR)
    says = f"staff have last read the {last.edition} edition"
    if is_read:
        says += f"; a new one is expected on {plain(following)}"
    yield Day(
        DutyKind.EDITION,
        Owes.PROVIDER,
        "safeguarding/part_one",
        f"Part One of {document.title}, read and signed for by staff",
        following if is_read else edition.in_force_from,
        "QF-25",
        document.basis,
        ("safeguarding", "part_one_read", read.index(last)),
        says,
    )
