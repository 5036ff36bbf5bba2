"""The text of a Word file, as its reader sees it."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from apqa.forms.documents.proof import UnprovenError

if TYPE_CHECKING:
    from collections.abc import Iterator


def docx_text(data: bytes) -> str:
    """Answer the text of a Word file: body, tables, boxes, head and foot.

    Raises `UnprovenError` where it says no title or no language.
    """
    import docx

    word = docx.Document(io.BytesIO(data))
    for name, said in (("title", word.core_properties.title), ("language", word.core_properties.language)):
        if not said:
            raise UnprovenError(f"it does not say its {name}")
    framed = [part for section in word.sections for part in (section.header, section.footer)]
    elements = [word.element.body, *(each._element for each in framed)]  # noqa: SLF001 - a box has no other door
    return "\n".join(text for element in elements for text in _texts(element))


def _texts(element: Any) -> Iterator[str]:
    """Answer the text of each paragraph, also of one in a table, a box or a content control."""
    from docx.oxml.ns import qn

    breaks = {qn("w:br"): "\n", qn("w:tab"): "\t", qn("w:cr"): "\n"}
    for paragraph in element.iter(qn("w:p")):
        pieces = (each.text or "" if each.tag == qn("w:t") else breaks.get(each.tag, "") for each in paragraph.iter())
        yield "".join(pieces)
