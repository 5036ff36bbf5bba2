"""A document as a Word file in the shipped look, by python-docx: styles, not formatting; nothing empty for spacing."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from apqa.forms.documents.document import Bullets, Facts, Paragraph, Table, shown
from apqa.forms.documents.steady_zip import steady

if TYPE_CHECKING:
    from docx.document import Document as WordDocument

    from apqa.forms.documents.document import Block, Document, Notice, Section

FACTS_WIDTHS = (2, 5)

KEPT_WHOLE = 1500
"""Of how many characters a row is no longer kept on one page: it might be longer than one."""


def docx_document(document: Document) -> bytes:
    """Make the Word file."""
    import docx

    from apqa.forms.documents.docx_look import frame, mark_right_to_left, name_file, set_styles, settle

    word = docx.Document()
    set_styles(word, document)
    settle(word, document)
    name_file(word, document)
    frame(word, document)
    _head(word, document)
    for notice in document.notices:
        _notice(word, notice)
    for section in document.sections:
        _section(word, section)
    mark_right_to_left(word)
    return saved(word)


def saved(word: WordDocument) -> bytes:
    """Answer the bytes of a Word file: the same for the same content, whatever the clock says."""
    made = io.BytesIO()
    word.save(made)
    return steady(made.getvalue())


def _head(word: WordDocument, document: Document) -> None:
    for text, style in (
        (document.stamp, "Stamp"),
        (document.author, "Author"),
        (document.title, "Title"),
        (document.subtitle, "Subtitle"),
    ):
        if text:
            word.add_paragraph(shown(text), style)


def _notice(word: WordDocument, notice: Notice) -> None:
    word.add_paragraph(shown(notice.heading), "Notice Heading")
    for item in notice.items:
        word.add_paragraph(shown(item), "Notice")


def _section(word: WordDocument, section: Section) -> None:
    from apqa.forms.documents.docx_look import set_off

    word.add_paragraph(shown(section.heading), "Heading 1")
    for before, block in zip((None, *section.blocks), section.blocks, strict=False):
        _block(word, block, section.heading)
        if isinstance(block, Paragraph) and isinstance(before, (Facts, Table)):
            set_off(word.paragraphs[-1])


def _block(word: WordDocument, block: Block, heading: str) -> None:
    match block:
        case Paragraph(text, aside):
            word.add_paragraph(shown(text), "Aside" if aside else "Normal")
        case Bullets(items):
            for item in items:
                word.add_paragraph(shown(item), "List Bullet")
        case Facts(rows):
            _table(word, rows, FACTS_WIDTHS, heading, head=None)
        case Table():
            word.add_paragraph(shown(block.title), "Caption")
            made = _table(word, block.rows, block.widths or (1,) * len(block.head), block.title, head=block.head)
            _shape(made, block)


def _table(
    word: WordDocument,
    rows: tuple[tuple[str, ...], ...],
    widths: tuple[int, ...],
    title: str,
    head: tuple[str, ...] | None,
) -> Any:
    """Add a table: with a row of headings that is said again on each page, or with a column of labels."""
    from apqa.forms.documents.docx_look import describe_table, fill_cell, repeat_row

    table: Any = word.add_table(rows=0, cols=len(widths), style="Form Table" if head else "Form Facts")
    describe_table(table, title, widths, has_head=head is not None)
    if head is not None:
        repeat_row(table.add_row())
        for cell, text in zip(table.rows[0].cells, head, strict=True):
            fill_cell(cell, shown(text), "Table Head")
    for row in rows:
        cells = table.add_row().cells
        for number, (cell, text) in enumerate(zip(cells, row, strict=True)):
            fill_cell(cell, shown(text), "Table Label" if head is None and number == 0 else "Table Text")
    return table


def _shape(made: Any, block: Table) -> None:
    """Mark the rows of a table that have a colour, keep short rows in one piece, and leave room to write."""
    from apqa.forms.documents.docx_look import give_room, keep_row, mark_row

    for number, row in enumerate(block.rows):
        shape = made.rows[number + 1]
        if sum(map(len, row)) < KEPT_WHOLE:
            keep_row(shape)
        if tone := block.tone(number):
            mark_row(shape, tone)
        if block.has_room:
            give_room(shape)
