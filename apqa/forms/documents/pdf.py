"""A document as PDF by typst: tagged (PDF/UA-1), the same bytes for the same content, with typst's own fonts."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from apqa.errors import ApqaError
from apqa.forms.documents.document import shown
from apqa.forms.documents.drawable import not_drawn, spelled, unusual
from apqa.forms.documents.plain import plain_document
from apqa.forms.shipped import shipped
from apqa.forms.templates import OWN

if TYPE_CHECKING:
    from pathlib import Path

    from apqa.forms.documents.document import Document

_TRIES = 12
"""How many times it is tried: each finds one character that no font has; before the last, all but the usual ones are
written by their names."""


def pdf_document(document: Document) -> tuple[bytes, frozenset[str]]:
    """Make the PDF; answer it, and the characters in it that are written by their names, as no font has them.

    Fonts of the computer are looked at only for what typst's own lack: all else looks the same, and is the same to the
    byte, on every computer.
    """
    from typst import TypstError

    undrawn: frozenset[str] = frozenset()
    for number in range(_TRIES):
        try:
            return _compiled(_data(document, undrawn), system_fonts=number > 0), undrawn
        except TypstError as error:
            found = not_drawn(error.message)
            if not found:
                raise ApqaError(f"the PDF of {document.name} could not be made: {error.message}") from error
            undrawn = _with(undrawn, found, number, document)
    raise ApqaError(f"the PDF of {document.name} could not be made, as no font has its characters: make a Word file")


def _with(undrawn: frozenset[str], found: frozenset[str], number: int, document: Document) -> frozenset[str]:
    """Add what was found: at first nothing, as the computer's fonts may have it; at last all that few fonts have."""
    if number == 0:
        return undrawn
    if number < _TRIES - 2 and not found <= undrawn:
        return undrawn | found
    return undrawn | found | unusual(json.dumps(_data(document, undrawn), ensure_ascii=False))


def _data(document: Document, undrawn: frozenset[str]) -> dict[str, Any]:
    """Answer a document as the data its template is given."""
    data = plain_document(document, lambda text: spelled(shown(text), undrawn))
    language, _, region = document.language.partition("-")
    day = {"year": document.on.year, "month": document.on.month, "day": document.on.day}
    name = f"{document.title} - {document.subtitle}" if document.subtitle else document.title
    return {**data, **day, "file_title": name, "lang": language, "region": region or None}


def _compiled(data: dict[str, Any], *, system_fonts: bool) -> bytes:
    import typst

    folder = _folder()
    made = typst.compile(
        folder / "document.typ",
        root=folder,
        format="pdf",
        pdf_standards="ua-1",
        ignore_system_fonts=not system_fonts,
        sys_inputs={"document": json.dumps(data)},
    )
    return bytes(made or b"")


def _folder() -> Path:
    """Answer where the template is. Raises `ApqaError` where apqa is not installed whole."""
    folder = shipped(OWN)
    if folder is None:
        raise ApqaError("the templates that come with apqa are not there: install apqa again")
    return folder / "documents"
