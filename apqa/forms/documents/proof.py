"""A finished document is opened again, and must hold what it must: else nobody is given it."""

from __future__ import annotations

import re
import unicodedata
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

READERS = {"markdown": "markdown_text", "html": "html_text", "docx": "docx_text", "pdf": "pdf_text"}
"""What reads each form again, by its name: a function of that name in a module of that name."""

_NOT_SEEN = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


def text_of(form: str, data: bytes) -> str:
    """Answer the text of a finished document, read by the library for its form.

    Raises `UnprovenError` where the document lacks what lets everybody read it: headings, language, tags.
    """
    name = READERS[form]
    read: Callable[[bytes], str] = getattr(import_module(f"apqa.forms.documents.reading.{name}"), name)
    return read(data)


def missing_from(form: str, data: bytes, facts: Iterable[str]) -> tuple[str, ...]:
    """Answer which facts a finished document does not hold. How its lines are broken makes no difference."""
    found = compared(text_of(form, data))
    return tuple(fact for fact in facts if not _holds(found, fact))


def compared(text: str) -> str:
    """Answer a text as it is compared: small letters, no white space or invisible signs, ligatures taken apart."""
    return _NOT_SEEN.sub("", "".join(unicodedata.normalize("NFKC", text).casefold().split()))


def _holds(found: str, fact: str) -> bool:
    """Answer whether a text holds a fact. In what is written from right to left the order of words is left open."""
    if any(unicodedata.bidirectional(each) in {"R", "AL"} for each in fact):
        return all(compared(word) in found for word in fact.split())
    return compared(fact) in found


class UnprovenError(Exception):
    """A finished document lacks what lets everybody read it. The message says what."""
