"""What happened to a Word document around its boxes: cells that were merged, and text at the edges of its pages."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZipFile

from apqa.forms.filling.word_parts import NAMESPACE
from apqa.forms.receiving.answer import quoted
from apqa.questions.received import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_W = f"{{{NAMESPACE}}}"
_EDGES = re.compile(r"word/(?:header|footer|footnotes|endnotes)\d*\.xml")
_MERGED = "these cells were merged: take that back in Word (Undo), or ask for the form to be filled in anew"


def merged_cells(root: Element) -> Iterator[Problem]:
    """Report cells of tables that were merged: two answers stand in one then, and nobody can say which is which."""
    for row in root.iter(f"{_W}tr"):
        if any(_is_merged(cell) for cell in row.iter(f"{_W}tcPr")):
            yield Problem(_first_line(row), _MERGED)


def _is_merged(cell: Element) -> bool:
    """Answer whether a cell reaches over others; that it is hidden below the one above is said of that one."""
    down, across, older = (cell.find(f"{_W}{name}") for name in ("vMerge", "gridSpan", "hMerge"))
    starts = [each is not None and each.get(f"{_W}val") == "restart" for each in (down, older)]
    return any(starts) or (across is not None and across.get(f"{_W}val", "1") != "1")


def _first_line(row: Element) -> str:
    """Answer the first words of a row: the question."""
    return next((text for each in row.iter(f"{_W}t") if (text := " ".join((each.text or "").split()))), "")


def text_at_edges(raw: bytes, blank: bytes) -> Iterator[Problem]:
    """Report text at the head or foot of the pages, or in a note below them, that was not there when it went out."""
    known = set(_edges(blank))
    for text in dict.fromkeys(_edges(raw)):
        if text not in known:
            said = f"{quoted(text)} stands at the head or foot of the pages, where nothing is read"
            yield Problem("", f"{said}: move it into a box, or take it out")


def _edges(raw: bytes) -> Iterator[str]:
    with ZipFile(BytesIO(raw)) as archive:
        for name in filter(_EDGES.fullmatch, archive.namelist()):
            try:
                part = fromstring(archive.read(name))  # noqa: S314 - what has a document type was refused before
            except ParseError:
                continue
            yield from filter(None, (_said(each) for each in part.iter(f"{_W}p")))


def _said(paragraph: Element) -> str:
    """Answer the text of a paragraph without what Word works out itself: the number of the page."""
    fields = {id(part) for each in paragraph.iter(f"{_W}fldSimple") for part in each.iter()}
    found, inside = [], 0
    for each in paragraph.iter():
        if each.tag == f"{_W}fldChar":
            inside += {"begin": 1, "end": -1}.get(each.get(f"{_W}fldCharType", ""), 0)
        elif each.tag == f"{_W}t" and not inside and id(each) not in fields:
            found.append(each.text or "")
    return " ".join("".join(found).split())
