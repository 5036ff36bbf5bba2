"""A letter that tells of a step of escalation as a document, for Word."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from apqa.forms.documents.document import Bullets, Document, Facts, Paragraph, Section

if TYPE_CHECKING:
    from datetime import date

    from apqa.forms.notifying.wording import Wording

FORM = "notice"


def notice_document(words: Wording, name: str, on: date) -> Document:
    """Put a letter into a document: to whom, what was decided, what it means and asks, the reader's placements."""
    facts = Facts((("To", words.to), ("Date", words.on), ("From", ", ".join(words.signature))))
    sections = [
        Section("letter", "Decision", (facts, Paragraph(words.salutation), Paragraph(words.opening))),
        Section("means", "What it means", (Paragraph(words.means),)),
        Section("asks", "What we ask of you", (Bullets(words.asks),)),
    ]
    if words.placements:
        heading = f"Your placement{'s' if len(words.placements) > 1 else ''} there"
        sections.append(Section("placements", heading, (Bullets(words.placements),)))
    signed = Paragraph("\n".join(("Yours faithfully,", *words.signature)))
    heading = "How to answer" if words.closing else "Signed"
    sections.append(Section("closing", heading, (*(Paragraph(each) for each in words.closing), signed)))
    return Document(
        form=FORM,
        name=name,
        title=words.subject,
        subtitle=f"{words.council}, {words.on}",
        author=words.council,
        on=on,
        sections=tuple(sections),
        footer=f"{words.council}, {words.on}",
        facts=words.must_hold,
        values={"letter": asdict(words)},
    )
