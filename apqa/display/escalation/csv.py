"""How far concerns have been taken, as CSV: a row a thing that comes next; one for a provider of which nothing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.escalation.words import told_in_short
from apqa.display.table import csv_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.escalation.answer import EscalationAnswer

COLUMNS = ("on", "provider", "name", "step", "since", "why", "next", "by", "overdue", "who", "told")


def csv_escalation(answer: EscalationAnswer) -> str:
    """Write one row a thing that comes next."""
    return csv_text(_rows(answer), COLUMNS)


def _rows(answer: EscalationAnswer) -> Iterator[tuple[object, ...]]:
    for each in answer.shown:
        reached, told = each.reached, told_in_short(each.told)
        head = (answer.header.on, each.provider.id, each.provider.name, reached.step.value, reached.since, reached.why)
        if not each.next:
            yield (*head, "", None, False, "", told)
        for next_ in each.next:
            yield (*head, next_.what, next_.by, next_.overdue, next_.who, told)
