"""The reminders that are prepared, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider_check.words import short
from apqa.display.registration.words import unread_sentence
from apqa.display.reminders.words import RUNGS, closing, counted, heading, silent_text, to_text
from apqa.display.table import markdown_table
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.reminders.answer import Prepared, RemindersAnswer

_COLUMNS = ("rung", "due", "what", "placement", "new")


def markdown_reminders(answer: RemindersAnswer) -> str:
    """Write a table a letter."""
    return "\n".join(_parts(answer))


def _parts(answer: RemindersAnswer) -> Iterator[str]:
    yield f"## {escaped(heading(answer))}\n"
    for prepared in answer.prepared:
        yield f"### {escaped(to_text(prepared.letter.to))}\n"
        yield f"{counted(prepared)}.\n"
        yield markdown_table(_rows(prepared), _COLUMNS)
    for remark in filter(None, (silent_text(answer), closing(answer), unread_sentence(answer.unread))):
        yield f"{escaped(remark)}\n"


def _rows(prepared: Prepared) -> Iterator[tuple[object, ...]]:
    for owed in prepared.letter.owed:
        duty = owed.duty
        yield RUNGS[owed.rung], short(duty.due) if duty.due else "", duty.title, duty.placement, owed.is_new
