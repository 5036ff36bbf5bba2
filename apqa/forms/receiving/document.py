"""A Word document that came back, read by the tags of its boxes."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from xml.etree.ElementTree import Element, ParseError, fromstring
from zipfile import ZipFile

from apqa.forms.filling.box import Named, Page
from apqa.forms.filling.document import document
from apqa.forms.filling.stamp import BadStampError, read_stamp
from apqa.forms.filling.word_parts import NAMESPACE, STAMP_TAG, TAG_STARTS, is_placeholder
from apqa.forms.receiving.answer import (
    CHANGED,
    Answer,
    NotAFormError,
    Returned,
    Where,
    put_otherwise,
    with_entries_sent_along,
)
from apqa.forms.receiving.around import merged_cells, text_at_edges
from apqa.forms.receiving.cells import NotTakenError, written
from apqa.forms.receiving.workbook import NOT_OURS
from apqa.questions.received import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from apqa.forms.filling.box import Box, Form, Way
    from apqa.forms.filling.stamp import Stamp

_W = f"{{{NAMESPACE}}}"
_CONTROL = f"{_W}sdt"
_BODY = "word/document.xml"
_CHANGES = ("ins", "del", "moveFrom", "moveTo")
_PICTURES = ("drawing", "pict", "object")
_SHOWN = 60
_FEW = 20
_SIGNS = {"br": "\n", "cr": "\n", "tab": " ", "noBreakHyphen": "-"}


@dataclass(slots=True)
class _Reading:
    """A document while it is read."""

    stamp: Stamp
    controls: dict[str, list[Element]]
    """The boxes, by their tags."""

    answers: list[Answer] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def add(self, place: str, says: str) -> None:
        self.problems.append(Problem(place, says))


def read_document(raw: bytes, form_of: Callable[[Stamp], Form]) -> Returned:
    """Read a document that was opened safely. `form_of` answers the form a stamp is of, and may refuse.

    Raises `NotAFormError` where it is no form of ours, `ApqaError` where the extra `forms` is missing.
    """
    root = _root(raw)
    stamp = _stamp(root)
    form = form_of(stamp)
    if len(stamp.asked) != 1:
        raise NotAFormError(CHANGED)
    as_sent = document(form, stamp, {})
    blank = _root(as_sent)
    reading = _Reading(stamp, _controls(root, blank))
    _refuse_marks(root, reading)
    reading.problems += [*merged_cells(root), *text_at_edges(raw, as_sent)]
    _refuse_outside(root, blank, reading)
    for each in _boxes(form, stamp):
        _read(each, reading)
    sent = form.sent_on
    sent_on = _take(sent, sent.key, sent.title, reading)[0] if sent else ""
    answers = with_entries_sent_along(reading.answers, form, stamp)
    return Returned(stamp, sent_on, answers, tuple(reading.problems))


def _root(raw: bytes) -> Element:
    try:
        with ZipFile(BytesIO(raw)) as archive:
            return fromstring(archive.read(_BODY))  # noqa: S314 - what has a document type was refused before
    except (ParseError, KeyError) as error:
        said = "it cannot be read as a document: open it in Word, save it again, and try once more"
        raise NotAFormError(said) from error


def _controls(root: Element, blank: Element) -> dict[str, list[Element]]:
    """Answer the boxes by their tags.

    Some versions of LibreOffice save them without. Then there are as many as there were, one after the other; and that
    the question beside each is still the one it was is looked at with all that stands outside the boxes.
    """
    every, expected = list(root.iter(_CONTROL)), [_tag(each) for each in blank.iter(_CONTROL)]
    tags = [_tag(each) for each in every]
    if not any(tags) and len(tags) == len(expected):
        tags = expected
    found: dict[str, list[Element]] = {}
    for tag, control in zip(tags, every, strict=True):
        found.setdefault(tag, []).append(control)
    return found


def _tag(control: Element) -> str:
    tag = control.find(f"{_W}sdtPr/{_W}tag")
    return "" if tag is None else tag.get(f"{_W}val", "")


def _stamp(root: Element) -> Stamp:
    every = list(root.iter(_CONTROL))
    held = [each for each in every if _tag(each) == STAMP_TAG] or [
        each for each in every if '{"apqa"' in _content(each)
    ]
    if not held:
        raise NotAFormError(f"{NOT_OURS} (the line 'Form reference' at its end)")
    text = _content(held[0])
    try:
        return read_stamp(text[max(text.find("{"), 0) :])
    except BadStampError as error:
        raise NotAFormError(CHANGED) from error


class _Expected(NamedTuple):
    """A box there must be."""

    box: Box
    title: str
    """How its place is named."""

    table: Way = ()
    row: int = 0
    entry: str = ""

    @property
    def key(self) -> str:
        """Answer the key it is known by."""
        above = (*self.table, self.entry or self.row) if self.table else ()
        return ".".join(str(part) for part in (*above, *self.box.way))


def _boxes(form: Form, stamp: Stamp) -> Iterator[_Expected]:
    """Answer every box of the form about its one record."""
    for page in form.pages:
        if isinstance(page, Page):
            for box in page.spread(stamp.several):
                yield _Expected(box, f"{_section(page, box)}, {box.title}")
        elif isinstance(page, Named):
            for row, (name, said) in enumerate(stamp.entries(page.way)):
                for box in page.spread(stamp.several):
                    yield _Expected(box, f"{said.texts[0]}, {box.title}", page.way, row, name)
        else:
            for row in range(stamp.asked[0].rows[page.key]):
                for box in page.boxes:
                    yield _Expected(box, f"{page.entry} {row + 1}, {box.title}", page.way, row)


def _section(page: Page, box: Box) -> str:
    """Name where a box stands: the heading right above it."""
    return box.group or page.title


def _read(each: _Expected, reading: _Reading) -> None:
    text, bad = _take(each.box, each.key, each.title, reading)
    asked = reading.stamp.asked[0].placement
    above = (*each.table, each.row) if each.table else ()
    if not bad and (said := put_otherwise(reading.stamp.locked(asked, (*above, *each.box.way)), text)):
        reading.add(each.title, said)
        bad = True
    along = each.box.given and not each.entry and reading.stamp.sent_along(asked, each.table) > each.row
    where = Where(each.title)
    reading.answers.append(Answer(asked, each.box, each.table, each.row, text, where, bad, each.entry, along))


def _take(box: Box, key: str, title: str, reading: _Reading) -> tuple[str, bool]:
    """Answer what stands in a box, and whether it cannot be taken."""
    controls = reading.controls.get(f"{TAG_STARTS}{key}", [])
    if len(controls) != 1:
        said = "this box is missing" if not controls else "this box stands in the document more than once"
        reading.add(title, f"{said}: ask for the form to be filled in anew")
        return "", True
    (control,) = controls
    try:
        return written("" if _is_empty(control) else _content(control), box), False
    except NotTakenError as error:
        reading.add(title, str(error))
        return "", True


def _is_empty(control: Element) -> bool:
    shows = control.find(f"{_W}sdtPr/{_W}showingPlcHdr")
    shows_placeholder = shows is not None and shows.get(f"{_W}val", "1") not in {"0", "false", "off"}
    return shows_placeholder or is_placeholder(_content(control).strip())


def _content(control: Element) -> str:
    """Answer the text of a box: its paragraphs one below the other."""
    content = control.find(f"{_W}sdtContent")
    if content is None:
        return ""
    paragraphs = list(content.iter(f"{_W}p"))
    return "\n".join(_text(each) for each in paragraphs) if paragraphs else _text(content)


def _text(part: Element) -> str:
    found = []
    for each in part.iter():
        name = each.tag.removeprefix(_W)
        if name == "t":
            found.append(each.text or "")
        elif name in _SIGNS:
            found.append(_SIGNS[name])
    return "".join(found)


def _refuse_marks(root: Element, reading: _Reading) -> None:
    if any(root.find(f".//{_W}{name}") is not None for name in _CHANGES):
        said = "it has tracked changes: accept or reject them in Word, so that it is plain what counts"
        reading.add("", said)
    if any(root.find(f".//{_W}{name}") is not None for name in _PICTURES):
        reading.add("", "a picture was put into the document and cannot be taken over: take it out")
    if root.find(f".//{_W}commentReference") is not None:
        reading.add("", "it has comments, which cannot be taken over: write them into a box, or take them out")


def _refuse_outside(root: Element, blank: Element, reading: _Reading) -> None:
    """Report what stands outside the boxes and did not when the form went out, and what is gone."""
    ours = [each for tag, controls in reading.controls.items() if _is_ours(tag) for each in controls]
    there, expected = _outside(root, ours), _outside(blank, blank.iter(_CONTROL))
    more, gone = Counter(there) - Counter(expected), Counter(expected) - Counter(there)
    for text in list(more)[:_FEW]:
        reading.add("", f"{_quoted(text)} stands outside the boxes: move it into one, or take it out")
    for text in list(gone)[:_FEW]:
        reading.add("", f"{_quoted(text)} stood in the form when it went out, and is changed or gone")


def _is_ours(tag: str) -> bool:
    return tag.startswith((TAG_STARTS, STAMP_TAG))


def _outside(root: Element, ours: Iterable[Element]) -> list[str]:
    """Answer the text of a document that stands in none of our boxes, paragraph by paragraph."""
    boxes = {id(part) for control in ours for part in control.iter()}
    found = []
    for paragraph in root.iter(f"{_W}p"):
        texts = (each.text or "" for each in paragraph.iter(f"{_W}t") if id(each) not in boxes)
        found.append(" ".join("".join(texts).split()))
    return [text for text in found if text]


def _quoted(text: str) -> str:
    return f"'{text}'" if len(text) <= _SHOWN else f"'{text[:_SHOWN]}…'"
