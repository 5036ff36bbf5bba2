"""A document as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.forms.documents.plain import plain_document
from apqa.forms.templates import filled
from apqa.writing.markdown import opening_line

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from apqa.forms.documents.document import Document


def markdown_document(document: Document, own: Sequence[Path] = ()) -> bytes:
    """Make the text, by the council's own template where it has one. Raises `ApqaError` where that is at fault."""
    values = plain_document(document, opening_line)
    return filled(f"{document.form}.md.j2", values, own, escaping=True).encode("utf-8")
