"""A text as it is looked through: evened out, and taken apart into paragraphs and sentences that keep their places."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_ALIKE = {
    "'": "\u2018\u2019\u02bc\u00b4`",
    '"': "\u201c\u201d\u201e",
    "-": "\u2010\u2011\u2012\u2013\u2212\u00ad\uff0d",
    " ": "\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t",
    "\n": "\r\x0b\x0c\x85\u2028\u2029",
    **{str(digit): chr(0xFF10 + digit) for digit in range(10)},
}
_EVENED = {ord(other): one for one, others in _ALIKE.items() for other in others}
_PARAGRAPH = re.compile(r"\n[ ]*\n|\n(?=[ ]*(?:[-*\u2022]|\d{1,2}[.)])[ ])")
_END = re.compile(r"(?<=[.!?;])[\"')]*\s+(?=[\"'(]*[A-Z\d])|(?<=[.!?]['\")])\s+(?=[A-Z])")
_NO_END = re.compile(
    r"(?:\b(?:[A-Z]|Mrs?|Ms|Dr|Mx|St|Cllr|Rev|Prof|No|Nos|Yr|Sept?|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Oct|Nov|Dec|e\.g|i\.e|cf|"
    r"approx|incl|d\.o\.b|D\.O\.B|[tT]el|[eE]xt|vs|etc)\.)$"
)
_LONGEST_SHORTENING = 8


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence and where it begins in its text. A line of a list is one, too."""

    text: str
    start: int
    opens: bool
    """Whether it is the first of its paragraph, so that nothing before it is spoken of."""


def evened(text: str) -> str:
    """Write spaces, hyphens and quotation marks one way each, character for character, so that places stay."""
    return text if text.isascii() and "\t" not in text and "\r" not in text else text.translate(_EVENED)


def sentences(text: str) -> tuple[Sentence, ...]:
    """Take an evened text apart. What stands in one paragraph says nothing of another."""
    found: list[Sentence] = []
    begin = 0
    for mark in (*_PARAGRAPH.finditer(text), None):
        end = mark.start() if mark else len(text)
        found += _of_paragraph(text, begin, end)
        begin = mark.end() if mark else end
    return tuple(found)


def _of_paragraph(text: str, begin: int, end: int) -> Iterator[Sentence]:
    start, opens = begin, True
    for mark in _END.finditer(text, begin, end):
        if not _NO_END.search(text, max(start, mark.start() - _LONGEST_SHORTENING), mark.start()):
            yield from _sentence(text, start, mark.start(), opens=opens)
            start, opens = mark.end(), False
    yield from _sentence(text, start, end, opens=opens)


def _sentence(text: str, start: int, end: int, *, opens: bool) -> Iterator[Sentence]:
    words = text[start:end].replace("\n", " ")
    if words.strip():
        yield Sentence(words, start, opens)
