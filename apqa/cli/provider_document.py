"""The page of a provider as a document, which is then made as any other: Markdown, HTML, Word, PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.display.provider import blocks as shown
from apqa.display.provider.parts import parts, unread_words, verdict_word
from apqa.forms.documents.document import Bullets, Document, Facts, Notice, Paragraph, Section, Table
from apqa.guidance.days import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.display.provider.answer import ProviderPage
    from apqa.forms.documents.document import Block

FORM = "provider-page"
"""The name of the form, which a council's own templates have too."""


def provider_document(page: ProviderPage, council: str) -> Document:
    """Answer the page as a document of the council."""
    provider, day = page.provider, plain(page.on)
    return Document(
        form=FORM,
        name=f"{provider.id}-{page.on.isoformat()}",
        title=provider.name,
        subtitle=f"What the records hold of it, {day}",
        author=council,
        on=page.on,
        sections=tuple(
            Section(each.key, each.heading, tuple(_block(block) for block in each.blocks)) for each in parts(page)
        ),
        notices=tuple(_notices(page)),
        footer=f"{provider.id}, as recorded on {day}. For the council: it has small numbers in it.",
        dense=True,
        facts=(verdict_word(page), page.check.listing),
    )


def _notices(page: ProviderPage) -> Iterator[Notice]:
    """Answer what must be seen first: that a record could not be read."""
    if page.unread:
        yield Notice(unread_words(page))


def _block(block: shown.Block) -> Block:
    match block:
        case shown.Facts(rows):
            return Facts(rows)
        case shown.Grid(title, head, rows, widths):
            return Table(title, head, rows, widths)
        case shown.Points(items):
            return Bullets(items)
        case shown.Words(text, aside):
            return Paragraph(text, aside)
