"""The letters that tell of a step of escalation, as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.escalation.words import told_row
from apqa.display.notices.words import TOLD_COLUMNS, before, closing, heading, summary
from apqa.display.registration.words import unread_sentence
from apqa.display.table import markdown_table
from apqa.writing.characters import visible
from apqa.writing.markdown import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.notices.answer import NoticesAnswer, Prepared


def markdown_notices(answer: NoticesAnswer) -> str:
    """Write what was done, and a table of everybody who must be told."""
    return "\n".join(_parts(answer))


def _parts(answer: NoticesAnswer) -> Iterator[str]:
    yield f"## {escaped(heading(answer))}\n"
    yield f"{escaped(summary(answer))}\n"
    if answer.told:
        yield markdown_table(map(told_row, answer.told), TOLD_COLUMNS)
    unread = unread_sentence(answer.unread) if answer.unread else ""
    for prepared in answer.prepared:
        yield from _letter(prepared, dry_run=answer.dry_run)
    for remark in filter(None, (*closing(answer), unread)):
        yield f"{escaped(remark)}\n"


def _letter(prepared: Prepared, *, dry_run: bool) -> Iterator[str]:
    to = prepared.notice.to
    address = to.email or "no address is recorded"
    yield f"### {escaped(f'{to.name} ({address}){before(prepared)}')}\n"
    yield from (f"- {escaped(name)}" for name in prepared.files)
    if prepared.files:
        yield ""
    if dry_run:
        # Set in, not fenced: no text of a record can end it.
        yield "\n".join(f"    {visible(line)}".rstrip() for line in prepared.text.splitlines()) + "\n"
