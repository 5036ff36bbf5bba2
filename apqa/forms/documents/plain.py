"""A document as plain data: what templates are given to fill in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from apqa.forms.documents.document import Bullets, Document, Facts, Paragraph, Table
from apqa.guidance.days import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from apqa.forms.documents.document import Block, Section

    Written = Callable[[str], Any]
    """How a text is written in the form that is made: escaped for HTML, for Markdown, or as it is."""


def plain_document(document: Document, written: Written) -> dict[str, Any]:
    """Answer a document as texts, lists and groups by name, every text of it written for the form that is made.

    `sections` has them in order, `section` by name; `values` are the single values.
    """
    sections = [_section(each, written) for each in document.sections]
    return {
        "language": document.language,
        "dense": document.dense,
        "title": written(document.title),
        "subtitle": written(document.subtitle),
        "author": written(document.author),
        "on": written(plain(document.on)),
        "stamp": written(document.stamp),
        "footer": written(document.footer),
        "notices": [
            {"heading": written(each.heading), "points": [written(item) for item in each.items]}
            for each in document.notices
        ],
        "sections": sections,
        "section": {each["key"]: each for each in sections},
        "values": plain_values(document.values, written),
    }


def plain_values(value: object, written: Written) -> Any:
    """Answer values as plain data, every text in them written for the form that is made."""
    if isinstance(value, str):
        return written(value)
    if isinstance(value, Mapping):
        return {key: plain_values(each, written) for key, each in value.items()}
    if isinstance(value, tuple):
        return [plain_values(each, written) for each in value]
    return value


def _section(section: Section, written: Written) -> dict[str, Any]:
    return {
        "key": section.key,
        "heading": written(section.heading),
        "blocks": [_block(block, written) for block in section.blocks],
    }


def _block(block: Block, written: Written) -> dict[str, Any]:
    match block:
        case Paragraph(text, aside):
            return {"kind": "paragraph", "text": written(text), "aside": aside}
        case Bullets(items):
            return {"kind": "bullets", "points": [written(item) for item in items]}
        case Facts(rows):
            pairs = [{"label": written(label), "value": written(value)} for label, value in rows]
            return {"kind": "facts", "rows": pairs}
        case Table(title, head, rows, widths, tones, has_room):
            return {
                "kind": "table",
                "title": written(title),
                "head": [written(cell) for cell in head],
                "rows": [[written(cell) for cell in row] for row in rows],
                "widths": list(widths or (1,) * len(head)),
                "tones": list(tones or ("",) * len(rows)),
                "has_room": has_room,
            }
