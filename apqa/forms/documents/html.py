"""A document as one HTML page that needs nothing else: no script, no picture, no font from anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from apqa.forms.documents.document import lines_of
from apqa.forms.documents.plain import plain_document
from apqa.forms.templates import filled

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from apqa.forms.documents.document import Document


def html_document(document: Document, own: Sequence[Path] = ()) -> bytes:
    """Make the page, by the council's own template where it has one. Raises `ApqaError` where that is at fault."""
    values = plain_document(document, html_text)
    return filled(f"{document.form}.html.j2", values, own, escaping=True).encode("utf-8")


def html_text(text: str) -> Markup:
    """Escape a text for HTML. Its line breaks stay."""
    return Markup("<br>").join(escape(line) for line in lines_of(text))
