"""The letters that tell of a step of escalation, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.escalation.words import told_row
from apqa.display.notices.words import TOLD_COLUMNS, closing, heading, summary
from apqa.display.registration.words import unread_sentence
from apqa.display.table import markdown_table
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.notices.answer import NoticesAnswer


def markdown_notices(answer: NoticesAnswer) -> str:
    """Write what was done, and a table of everybody who must be told."""
    return "\n".join(_parts(answer))


def _parts(answer: NoticesAnswer) -> Iterator[str]:
    yield f"## {escaped(heading(answer))}\n"
    yield f"{escaped(summary(answer))}\n"
    if answer.told:
        yield markdown_table(map(told_row, answer.told), TOLD_COLUMNS)
    unread = unread_sentence(answer.unread) if answer.unread else ""
    for remark in filter(None, (closing(answer), unread)):
        yield f"{escaped(remark)}\n"
