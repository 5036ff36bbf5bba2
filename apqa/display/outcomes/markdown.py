"""The outcomes of a year as Markdown, for a page or a paper to a committee."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.outcomes.words import TITLES, heading, lists, none_listed, rows_of, share_sentences, summary
from apqa.display.registration.words import unread_sentence
from apqa.display.table import markdown_table
from apqa.writing.markdown import Markup, escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.outcomes.answer import OutcomesAnswer
    from apqa.questions.outcomes.shown import ShownTable

_SET_IN = "&nbsp;&nbsp;"


def markdown_outcomes(answer: OutcomesAnswer) -> str:
    """Write a table of each thing that is counted, then the lists."""
    return "\n".join(_parts(answer))


def _parts(answer: OutcomesAnswer) -> Iterator[str]:
    yield f"## {escaped(heading(answer))}\n"
    yield f"{escaped(summary(answer))}\n"
    for table in answer.shown.tables:
        if table.total[table.kind.tree.key] != 0:
            yield f"### {escaped(TITLES[table.kind.key])}\n"
            yield markdown_table(_rows(table), ("what", "number"))
            yield from (f"{escaped(said)}\n" for said in share_sentences(table))
    for heads, rows in lists(answer):
        yield f"### By {heads[0].lower()}\n"
        yield markdown_table(rows, heads)
    for remark in filter(None, (none_listed(answer), *answer.notes, unread_sentence(answer.unread))):
        yield f"{escaped(remark)}\n"


def _rows(table: ShownTable) -> Iterator[tuple[str, str]]:
    for what, number in rows_of(table):
        depth = (len(what) - len(what.lstrip(" "))) // 2
        yield Markup(_SET_IN * depth + escaped(what.lstrip(" "))), number
