"""The pieces of a Word form as XML: headings, tables of questions, and boxes (content controls) known by their tags."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape, quoteattr

from apqa.forms.filling.box import Box, BoxKind
from apqa.forms.filling.names import spoken_name
from apqa.guidance.days import plain

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STAMP_TAG = "apqa-stamp"
TAG_STARTS = "apqa:"
"""What the tags of our boxes begin with: another content control that somebody put in is not taken for one."""

_LEFT, _RIGHT = 3400, 6238
"""The widths of the two columns, in twentieths of a point: together the text of an A4 page."""

_LONGEST_ALIAS = 64
_EMPTY = {
    BoxKind.DAY: "[Choose or write a day, such as 11 December 2026]",
    BoxKind.YES_NO: "[Choose yes or no]",
    BoxKind.WORDS: "[Choose one]",
    BoxKind.TEXT: "[Write here]",
    BoxKind.WHOLE_NUMBER: "[A whole number, such as 12]",
    BoxKind.PERCENT: "[A number from 0 to 100]",
    BoxKind.HOURS: "[Hours a week, such as 17.5]",
    BoxKind.NUMBER: "[A number, such as 6.5]",
    BoxKind.NAME: "[A short name, such as English]",
}
"""What stands in a box nobody has filled in: in brackets, for LibreOffice shows the grey of plain text as black."""

_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F5"/>'
_HEAD = '<w:shd w:val="clear" w:color="auto" w:fill="1F4E79"/>'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_LINES = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="B6BEC9"/>' for side in _SIDES)
_BORDERS = f"<w:tblBorders>{_LINES}</w:tblBorders>"


class Question(NamedTuple):
    """A box of a document."""

    box: Box
    key: str
    """The key it is known by."""

    text: str
    """What is filled in already."""

    beside: tuple[str, ...] = ()
    """What is said beside it, line by line."""


class _Control(NamedTuple):
    """What a content control is known by, and whether it may be changed."""

    number: int
    tag: str
    title: str
    lock: str


@dataclass(slots=True)
class Paper:
    """The body of a document while it is written."""

    parts: list[str] = field(default_factory=list)
    numbers: int = 0
    """How many boxes there are so far: each has a number of its own."""

    def paragraph(self, text: str, style: str = "") -> None:
        """Add a paragraph."""
        self.parts.append(_paragraph(_run(text), style))

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Add a table of what the form says, and does not ask."""
        rows = "".join(_row(_run(name, bold=True), _run(said)) for name, said in pairs)
        self.parts.append(_table(rows))

    def questions(self, boxes: Iterable[Question]) -> None:
        """Add a table of boxes."""
        head = _row(_run("Question", white=True), _run("Answer", white=True), head=True)
        rows = "".join(_row(_asks(each), self._box(each.box, each.key, each.text)) for each in boxes)
        self.parts.append(_table(head + rows))

    def stamp(self, said: str, stamp: str) -> None:
        """Add the line that says which form this is, and holds its stamp where nobody sees it."""
        hidden = f"<w:r><w:rPr><w:vanish/></w:rPr>{_text(stamp)}</w:r>"
        control = _Control(self._next(), STAMP_TAG, "Form reference", "sdtContentLocked")
        inner = _control(control, "", _run(said, small=True) + hidden)
        self.parts.append(f"<w:p>{inner}</w:p>")

    def _box(self, box: Box, key: str, text: str) -> str:
        lock = "sdtContentLocked" if box.is_locked_with(text) else "sdtLocked"
        run = _run(_shown(box, text)) if text else _placeholder(box)
        kind = ("<w:showingPlcHdr/>" if not text else "") + _kind(box, text)
        return _control(_Control(self._next(), f"{TAG_STARTS}{key}", box.title, lock), kind, run)

    def _next(self) -> int:
        self.numbers += 1
        return self.numbers


def _control(control: _Control, kind: str, content: str) -> str:
    alias = quoteattr(control.title[:_LONGEST_ALIAS])
    return (
        f"<w:sdt><w:sdtPr><w:alias w:val={alias}/><w:tag w:val={quoteattr(control.tag)}/>"
        f'<w:id w:val="{control.number}"/><w:lock w:val="{control.lock}"/>{kind}</w:sdtPr>'
        f"<w:sdtContent>{content}</w:sdtContent></w:sdt>"
    )


def _kind(box: Box, text: str) -> str:
    """Say what a box is to Word: a list to choose from, a calendar, or plain text."""
    if box.kind in {BoxKind.WORDS, BoxKind.YES_NO}:
        items = [(each.label, each.word) for each in box.choices] or [("Yes", "yes"), ("No", "no")]
        listed = "".join(
            f"<w:listItem w:displayText={quoteattr(label)} w:value={quoteattr(word)}/>" for label, word in items
        )
        return f"<w:dropDownList>{listed}</w:dropDownList>"
    if box.kind is BoxKind.DAY:
        chosen = f' w:fullDate="{text}T00:00:00Z"' if text else ""
        return (
            f'<w:date{chosen}><w:dateFormat w:val="d MMMM yyyy"/><w:lid w:val="en-GB"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
    return '<w:text w:multiLine="1"/>'


def _shown(box: Box, text: str) -> str:
    if box.kind is BoxKind.DAY:
        return plain(date.fromisoformat(text))
    if box.kind is BoxKind.YES_NO:
        return text.capitalize()
    if box.kind is BoxKind.NAME:
        return spoken_name(text)
    return next((label for word, label in box.choices if word == text), text)


def _placeholder(box: Box) -> str:
    looks = '<w:rStyle w:val="PlaceholderText"/><w:color w:val="6B7280"/>'
    return f"<w:r><w:rPr>{looks}</w:rPr>{_text(_EMPTY[box.kind])}</w:r>"


def is_placeholder(text: str) -> bool:
    """Answer whether a text is what stands in a box nobody has filled in."""
    return text in _EMPTY.values()


def _asks(each: Question) -> str:
    lines = (each.box.help, *each.beside)
    return _run(each.box.title, bold=True) + "".join("<w:r><w:br/></w:r>" + _run(line, small=True) for line in lines)


def _paragraph(content: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{content}</w:p>"


def _run(text: str, *, bold: bool = False, small: bool = False, white: bool = False) -> str:
    looks = "<w:b/>" if bold or white else ""
    looks += '<w:color w:val="FFFFFF"/>' if white else '<w:color w:val="5B6775"/>' if small else ""
    looks += '<w:sz w:val="18"/>' if small else ""
    return f"<w:r><w:rPr>{looks}</w:rPr>{_text(text)}</w:r>"


def _text(text: str) -> str:
    lines = (f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n"))
    return "<w:br/>".join(lines)


def _table(rows: str) -> str:
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="{_LEFT + _RIGHT}" w:type="dxa"/>{_BORDERS}'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="110" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblGrid><w:gridCol w:w="{_LEFT}"/><w:gridCol w:w="{_RIGHT}"/></w:tblGrid>{rows}</w:tbl>'
    )


def _row(left: str, right: str, *, head: bool = False) -> str:
    """Write a row. It is not broken over two pages; the one of headings stands on every page."""
    repeated = "<w:tblHeader/>" if head else ""
    shades = (_HEAD, _HEAD) if head else (_SHADE, "")
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{_paragraph(content)}</w:tc>'
        for width, shade, content in zip((_LEFT, _RIGHT), shades, (left, right), strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"
