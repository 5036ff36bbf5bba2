"""The text of a tagged PDF, in the order in which its tags have it read."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from apqa.forms.documents.proof import UnprovenError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject, PdfReader

_OPEN, _CLOSE = frozenset({b"BDC", b"BMC"}), b"EMC"


def pdf_text(data: bytes) -> str:
    """Answer the text of a PDF as a screen reader reads it: by its tags, without what is repeated on each page.

    Raises `UnprovenError` where it has no tags, no language, no title or no heading.
    """
    from pypdf import PdfReader

    reader = PdfReader(io.BytesIO(data))
    root: Any = reader.root_object
    _prove(reader, root)
    marked = {page.indirect_reference.idnum: _marked(page) for page in reader.pages if page.indirect_reference}
    return "".join(_read(root["/StructTreeRoot"]["/K"], marked, 0))


def tags(data: bytes) -> tuple[str, ...]:
    """Answer the tags of a PDF in the order of reading: "/H1", "/Table", "/TH"."""
    from pypdf import PdfReader

    root: Any = PdfReader(io.BytesIO(data)).root_object
    return tuple(_tags(root["/StructTreeRoot"]["/K"])) if "/StructTreeRoot" in root else ()


def _prove(reader: PdfReader, root: Any) -> None:
    if "/StructTreeRoot" not in root or not root.get("/MarkInfo", {}).get("/Marked"):
        raise UnprovenError("it has no tags")
    if not root.get("/Lang"):
        raise UnprovenError("it does not say its language")
    if not (reader.metadata and reader.metadata.title):
        raise UnprovenError("it does not say its title")
    if "/H1" not in _tags(root["/StructTreeRoot"]["/K"]):
        raise UnprovenError("it has no heading")


def _tags(element: Any) -> Iterator[str]:
    element = element.get_object()
    if isinstance(element, list):
        for each in element:
            yield from _tags(each)
    elif hasattr(element, "get") and "/S" in element:
        yield str(element["/S"])
        yield from _tags(element["/K"]) if "/K" in element else ()


def _marked(page: PageObject) -> dict[int, str]:
    """Answer the text of each marked piece of a page, by its number; what belongs to the page alone has none."""
    found: dict[int, str] = {}
    inside: list[int | None] = []

    def open_or_close(operator: bytes, operands: list[Any], *_: object) -> None:
        if operator in _OPEN:
            inside.append(_number(operands, inside[-1] if inside else None))
        elif operator == _CLOSE and inside:
            inside.pop()

    def take(text: str, *_: object) -> None:
        if inside and inside[-1] is not None:
            found[inside[-1]] = found.get(inside[-1], "") + text

    page.extract_text(visitor_operand_before=open_or_close, visitor_text=take)
    return found


def _number(operands: list[Any], around: int | None) -> int | None:
    """Answer the number of a marked piece: its own, or that of the piece it is part of; none for what is no content."""
    if operands[0] == "/Artifact":
        return None
    own = operands[1].get("/MCID") if len(operands) > 1 and hasattr(operands[1], "get") else None
    return around if own is None else int(own)


def _read(element: Any, marked: dict[int, dict[int, str]], page: int) -> Iterator[str]:
    """Answer the text of an element of the tags and of all below it."""
    element = element.get_object()
    if isinstance(element, int):
        yield f"{marked.get(page, {}).get(element, '')} "
    elif isinstance(element, list):
        for each in element:
            yield from _read(each, marked, page)
    else:
        own = element.raw_get("/Pg").idnum if "/Pg" in element else page
        below = element.get("/MCID") if "/MCID" in element else element.get("/K", [])
        yield from _read(below, marked, own)
