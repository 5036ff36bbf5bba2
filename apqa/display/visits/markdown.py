"""The council's visits as Markdown, for a page or a minute."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.registration.words import unread_sentence
from apqa.display.table import markdown_table
from apqa.display.visits.words import (
    HEADINGS,
    LOOK_AT,
    by_standing,
    counted,
    day_text,
    heading,
    last_text,
    later_text,
    name,
    when,
)
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.visits.answer import VisitsAnswer

_COLUMNS = ("day", "provider", "what", "known", "still missing")


def markdown_visits(answer: VisitsAnswer) -> str:
    """Write a table for each way a visit can stand, the most urgent first."""
    return "\n".join(_parts(answer))


def _parts(answer: VisitsAnswer) -> Iterator[str]:
    yield f"## {escaped(heading(answer))}\n"
    yield f"{counted(answer)}.\n"
    for standing, rows in by_standing(answer):
        yield f"### {HEADINGS[standing]}\n"
        cells = (
            (
                day_text(row),
                name(row.provider, answer),
                row.title,
                "; ".join(filter(None, (when(row, answer), row.says))),
                "; ".join(row.needs),
            )
            for row in rows
        )
        yield markdown_table(cells, _COLUMNS)
    if answer.look_at:
        yield f"### {LOOK_AT}\n"
        yield "\n".join(f"- {escaped(each)}" for each in answer.look_at) + "\n"
    last = (answer.last_visits or {}).get(answer.provider) if answer.provider else None
    known = f"{last_text(answer.provider, last, answer)}." if answer.provider else ""
    for remark in filter(None, (later_text(answer), known, unread_sentence(answer.unread))):
        yield f"{escaped(remark)}\n"
