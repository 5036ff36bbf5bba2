"""What falls due as Markdown, for a page or a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.due.words import (
    by_commissioner,
    by_provider,
    counted,
    day_text,
    detail,
    heading,
    later_text,
    provider_title,
    standing,
    title,
)
from apqa.display.registration.words import unread_sentence
from apqa.display.table import markdown_table
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.display.due.answer import DueAnswer
    from apqa.questions.due.duty import Duty

_COLUMNS = ("due", "state", "what", "placement", "commissioner", "ask")


def markdown_due(answer: DueAnswer) -> str:
    """Write a table a provider, the provider with the most urgent duty first."""
    return "\n".join(_parts(answer))


def _parts(answer: DueAnswer) -> Iterator[str]:
    yield f"## {escaped(heading(answer))}\n"
    yield f"{counted(answer)}.\n"
    for provider, duties in by_provider(answer.duties):
        yield f"### {escaped(provider_title(provider, answer))}\n"
        yield markdown_table(_rows(duties, answer), _COLUMNS)
    for remark in filter(None, (later_text(answer), *answer.notes, unread_sentence(answer.unread))):
        yield f"{escaped(remark)}\n"


def _rows(duties: Iterable[Duty], answer: DueAnswer) -> Iterator[tuple[object, ...]]:
    for commissioner, entries in by_commissioner(duties):
        for entry in entries:
            duty = entry.duty
            what = "; ".join(filter(None, (title(duty), detail(duty))))
            state = standing(duty, answer.header.on)
            yield day_text(duty), state, what, ", ".join(entry.placements), commissioner, duty.ask
