"""The directory as Markdown, for a page or a wiki."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider_check.markdown import bullets
from apqa.questions.directory.words import NOBODY, TITLE, details, made_from, said
from apqa.writing.markdown import escaped, opening_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.directory.answer import DirectoryAnswer


def markdown_directory(answer: DirectoryAnswer) -> str:
    """Write the list: what it is and is not, then each provider under a heading."""
    return "\n".join(_lines(answer))


def _lines(answer: DirectoryAnswer) -> Iterator[str]:
    yield f"# {TITLE}\n"
    if answer.imprint.council:
        yield f"{opening_line(answer.imprint.council)}\n"
    yield f"{made_from(answer.imprint)}\n"
    for sentence in said(answer.imprint):
        yield f"{opening_line(sentence)}\n"
    for entry in answer.entries:
        yield f"## {escaped(entry.name)}\n"
        if entry.summary:
            yield f"{opening_line(entry.summary)}\n"
        yield bullets(list(details(entry)))
    if not answer.entries:
        yield f"{NOBODY}\n"
