"""How far concerns have been taken, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.escalation.words import (
    COLUMNS,
    NEED_COLUMNS,
    NEXT_COLUMNS,
    STORY_COLUMNS,
    TOLD_COLUMNS,
    by,
    need_row,
    nobody,
    provider_row,
    since,
    story_row,
    title,
    told_row,
    who_decides,
)
from apqa.display.registration.words import unread_sentence
from apqa.display.table import markdown_table
from apqa.guidance.days import plain
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.escalation.answer import EscalationAnswer
    from apqa.questions.escalation.standing import Escalation


def markdown_escalation(answer: EscalationAnswer) -> str:
    """Write the whole story of one provider, or a table of all."""
    parts = _one(answer, answer.shown[0]) if answer.one else _all(answer)
    unread = [f"{escaped(unread_sentence(answer.unread))}\n"] if answer.unread else []
    return "\n".join([*parts, *unread])


def _one(answer: EscalationAnswer, each: Escalation) -> Iterator[str]:
    day = plain(answer.header.on) if answer.header.on else ""
    yield f"## {title(each).capitalize()}: {escaped(each.provider.name)}, {day}\n"
    yield f"{escaped(since(each))}\n"
    tables = (
        ("What comes next", NEXT_COLUMNS, [(next_.what, by(next_), next_.who) for next_ in each.next]),
        ("What this step needs", NEED_COLUMNS, [need_row(need, each.on) for need in each.needs]),
        ("Who must be told", TOLD_COLUMNS, list(map(told_row, each.told))),
        ("The story", STORY_COLUMNS, list(map(story_row, each.story))),
    )
    for heading, columns, rows in tables:
        if rows:
            yield f"### {heading}\n"
            yield markdown_table(rows, columns)
    if remark := who_decides(each):
        yield f"{remark}\n"


def _all(answer: EscalationAnswer) -> Iterator[str]:
    yield f"## Providers with an open concern, {plain(answer.header.on) if answer.header.on else ''}\n"
    remark = nobody(answer)
    yield f"{remark}\n" if remark else markdown_table(map(provider_row, answer.shown), COLUMNS)
