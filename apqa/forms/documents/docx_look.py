"""The shipped look of a Word file: its styles, its language, its head and foot, and what makes tables readable."""

from __future__ import annotations

import unicodedata
from datetime import datetime
from typing import TYPE_CHECKING, Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Emu, Pt, RGBColor

from apqa.forms.documents.document import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from docx.document import Document as WordDocument
    from docx.table import Table, _Cell, _Row
    from docx.text.paragraph import Paragraph

    from apqa.forms.documents.document import Document

FONT = "Arial"
_WIDTH, _HEIGHT, _MARGIN = Cm(21), Cm(29.7), Cm(2)
_TEXT_WIDTH = Emu(_WIDTH - 2 * _MARGIN)
_INK, _PALE, _MARK, _WARN = "1D1F21", "50565C", "14506B", "8A1F11"
_LINE, _TINT, _WARN_TINT = "B9C0C7", "EEF2F5", "FBEFED"

_ROOM = Cm(1.7)
TONES = {"green": "1F7A3D", "amber": "C77700", "red": "B3261E"}

_STYLES: dict[str, dict[str, Any]] = {
    "Normal": {"size": 11, "after": 6},
    "Title": {"size": 22, "bold": True, "after": 2, "keep": True},
    "Subtitle": {"size": 13, "after": 12},
    "Heading 1": {"size": 14, "bold": True, "colour": _MARK, "before": 16, "after": 6, "keep": True},
    "List Bullet": {"size": 11, "before": 3, "after": 3},
    "Caption": {"size": 10, "colour": _PALE, "before": 8, "after": 3, "keep": True},
    "Header": {"size": 9, "bold": True, "colour": _WARN, "after": 0},
    "Footer": {"size": 9, "colour": _PALE, "after": 0},
    "Author": {"size": 11, "colour": _PALE, "after": 0, "keep": True},
    "Stamp": {"size": 12, "bold": True, "colour": _WARN, "after": 12, "box": _WARN, "keep": True},
    "Notice Heading": {"size": 11, "bold": True, "after": 0, "bar": _WARN, "keep": True},
    "Notice": {"size": 11, "after": 0, "bar": _WARN},
    "Aside": {"size": 10, "colour": _PALE, "before": 4, "after": 6},
    "Table Head": {"size": 10, "bold": True, "before": 2, "after": 2},
    "Table Text": {"size": 10, "before": 2, "after": 2},
    "Table Label": {"size": 10, "colour": _PALE, "before": 2, "after": 2},
}
"""Each style by what it looks like: sizes and spaces in points, `keep` with what follows, a `box` or a `bar` around."""


def set_styles(word: WordDocument, document: Document) -> None:
    """Give the file its styles, and its language as the one of all text."""
    defaults = word.styles.element.find(f".//{qn('w:rPrDefault')}/{qn('w:rPr')}")
    _set_language(defaults, document.language)
    for name, look in _STYLES.items():
        known = {style.name for style in word.styles}
        style: Any = word.styles[name] if name in known else word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.hidden, style.quick_style = False, True
        _set_font(style, look)
        _set_spacing(style, look)
    _add_table_style(word, "Form Facts", head=False)
    _add_table_style(word, "Form Table", head=True)


def _set_language(properties: Any, language: str) -> None:
    found = properties.find(qn("w:lang"))
    found.set(qn("w:val"), language)


def _set_font(style: Any, look: Mapping[str, Any]) -> None:
    font = style.font
    font.name, font.size, font.bold, font.italic = FONT, Pt(look["size"]), bool(look.get("bold")), False
    font.color.rgb = RGBColor.from_string(look.get("colour", _INK))
    properties = style.element.get_or_add_rPr()
    fonts = properties.find(qn("w:rFonts"))
    for each in [*fonts.attrib]:
        del fonts.attrib[each]
    for each in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(each), FONT)
    for gone in ("w:spacing", "w:kern"):
        for found in properties.findall(qn(gone)):
            properties.remove(found)


def _set_spacing(style: Any, look: Mapping[str, Any]) -> None:
    spacing = style.paragraph_format
    spacing.space_before, spacing.space_after = Pt(look.get("before", 0)), Pt(look["after"])
    spacing.line_spacing, spacing.keep_with_next = 1.1, bool(look.get("keep"))
    properties = style.element.get_or_add_pPr()
    for found in properties.findall(qn("w:pBdr")):
        properties.remove(found)
    if box := look.get("box"):
        _insert(properties, _borders("w:pBdr", dict.fromkeys(("top", "left", "bottom", "right"), (12, box)), space=4))
    if bar := look.get("bar"):
        spacing.left_indent = Cm(0.3)
        _insert(properties, _borders("w:pBdr", {"left": (36, bar)}, space=6))
        _insert(properties, _element("w:shd", val="clear", color="auto", fill=_WARN_TINT))


_BEFORE_BORDERS = (
    "w:pStyle",
    "w:keepNext",
    "w:keepLines",
    "w:pageBreakBefore",
    "w:framePr",
    "w:widowControl",
    "w:numPr",
)
"""What stands before borders and shading in a paragraph's properties: Word minds the order."""


def _insert(properties: Any, element: Any) -> None:
    before = {qn(name) for name in (*_BEFORE_BORDERS, "w:suppressLineNumbers", "w:pBdr")}
    place = sum(1 for child in properties if child.tag in before)
    properties.insert(place, element)


def _element(tag: str, **attributes: object) -> Any:
    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), str(value))
    return made


def _borders(tag: str, sides: Mapping[str, tuple[int, str]], space: int = 0) -> Any:
    borders = OxmlElement(tag)
    for side, (size, colour) in sides.items():
        borders.append(_element(f"w:{side}", val="single", sz=size, space=space, color=colour))
    return borders


def _add_table_style(word: WordDocument, name: str, *, head: bool) -> None:
    """Add a style with a line below each row; with a row of headings, that one is tinted and has a stronger line."""
    style: Any = word.styles.add_style(name, WD_STYLE_TYPE.TABLE)
    table = OxmlElement("w:tblPr")
    table.append(_borders("w:tblBorders", {"bottom": (4, _LINE), "insideH": (4, _LINE)}))
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("left", 60), ("right", 60)):
        margins.append(_element(f"w:{side}", w=width, type="dxa"))
    table.append(margins)
    style.element.append(table)
    if head:
        first = _element("w:tblStylePr", type="firstRow")
        cell = OxmlElement("w:tcPr")
        cell.append(_borders("w:tcBorders", {"bottom": (12, _MARK)}))
        cell.append(_element("w:shd", val="clear", color="auto", fill=_TINT))
        first.append(cell)
        style.element.append(first)


def name_file(word: WordDocument, document: Document) -> None:
    """Say in the file what it is, whose, in which language, and of which day; no other day is in it."""
    own = word.core_properties
    own.title = f"{document.title} - {document.subtitle}" if document.subtitle else document.title
    own.author = own.last_modified_by = document.author
    own.subject, own.language, own.comments, own.keywords = document.title, document.language, "", ""
    own.created = own.modified = datetime(document.on.year, document.on.month, document.on.day)  # noqa: DTZ001 - a day
    own.revision = 1


def settle(word: WordDocument, document: Document) -> None:
    """Have Word take the file for one of today's Word, in its language, and without the picture of another's page."""
    settings = word.settings.element
    for mode in settings.iter(qn("w:compatSetting")):
        if mode.get(qn("w:name")) == "compatibilityMode":
            mode.set(qn("w:val"), "15")
    for fonts in settings.iter(qn("w:themeFontLang")):
        fonts.set(qn("w:val"), document.language)
    package = word.part.package
    for name in [name for name, each in package.rels.items() if each.reltype.endswith("/thumbnail")]:
        package.rels.pop(name)


def frame(word: WordDocument, document: Document) -> None:
    """Set paper and margins; the stamp stands at the head of every page, and what it is at the foot with its number."""
    page = word.sections[0]
    page.page_width, page.page_height = _WIDTH, _HEIGHT
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = _MARGIN
    page.header_distance = page.footer_distance = Cm(1)
    if document.stamp:
        page.header.paragraphs[0].add_run(shown(document.stamp))
    foot = page.footer.paragraphs[0]
    for tabbed in (word.styles["Footer"], foot):  # the style has tabs of its own, for a narrower page
        tabbed.paragraph_format.tab_stops.clear_all()
    foot.paragraph_format.tab_stops.add_tab_stop(_TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    foot.add_run(f"{shown(document.footer)}\tPage ")
    _add_number(foot, "PAGE")
    foot.add_run(" of ")
    _add_number(foot, "NUMPAGES")


def stamp_pages(word: WordDocument, document: Document) -> None:
    """Put the stamp at the head of every page of a council's own document, where it does not stand there already."""
    stamp = shown(document.stamp)
    if not stamp:
        return
    there: set[str] = set()
    for section in word.sections:
        heads = {"every": section.header}
        if section.different_first_page_header_footer:
            heads["first"] = section.first_page_header
        if word.settings.odd_and_even_pages_header_footer:
            heads["even"] = section.even_page_header
        for kind, head in heads.items():
            if not (kind in there and head.is_linked_to_previous):
                there.add(kind)
                _stamp(head, stamp)


def _stamp(head: Any, stamp: str) -> None:
    """Put the stamp at the top of a head, unless it stands there. One that was taken from before gets its own."""
    if all(stamp not in paragraph.text for paragraph in head.paragraphs):
        run = head.paragraphs[0].insert_paragraph_before().add_run(stamp)
        run.bold, run.font.color.rgb = True, RGBColor.from_string(_WARN)


def _add_number(paragraph: Paragraph, counts: str) -> None:
    field = _element("w:fldSimple", instr=counts)
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "1"
    run.append(text)
    field.append(run)
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no fields of its own


def describe_table(table: Table, title: str, widths: tuple[int, ...], *, has_head: bool) -> None:
    """Say what a table shows and which of its cells are headings, and how wide its columns are."""
    table.autofit = False
    properties: Any = table._tbl.tblPr  # noqa: SLF001 - python-docx has no titles of tables
    look = properties.find(qn("w:tblLook"))
    if look is not None:
        properties.remove(look)
    flags = {"firstRow": int(has_head), "lastRow": 0, "firstColumn": int(not has_head), "lastColumn": 0}
    value = "0420" if has_head else "0480"
    properties.append(_element("w:tblLook", val=value, **flags, noHBand=0, noVBand=1))
    properties.append(_element("w:tblCaption", val=shown(title)))
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(_TEXT_WIDTH * width // sum(widths))


def repeat_row(row: _Row) -> None:
    """Make a row the headings of its table, said again at the top of each page, and keep it in one piece."""
    properties = row._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no headings of tables
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))


def keep_row(row: _Row) -> None:
    """Keep a row on one page."""
    row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))  # noqa: SLF001 - python-docx has no such setting


def mark_row(row: _Row, tone: str) -> None:
    """Mark a row by a bar of a colour beside its text; what the colour means is said in words in the row."""
    (beside := OxmlElement("w:tcMar")).append(_element("w:left", w=170, type="dxa"))
    bar = _borders("w:tcBorders", {"left": (48, TONES[tone])})
    row.cells[0]._tc.get_or_add_tcPr().extend((bar, beside))  # noqa: SLF001 - python-docx has no borders of cells


def give_room(row: _Row) -> None:
    """Make a row high enough to write in by hand."""
    row.height = _ROOM


def fill_cell(cell: _Cell, text: str, style: str) -> None:
    """Write a text into a cell."""
    cell.paragraphs[0].text, cell.paragraphs[0].style = text, style


def mark_right_to_left(word: WordDocument) -> None:
    """Mark the paragraphs that begin in a script written from right to left, so that they stand as such."""
    for paragraph in _paragraphs(word):
        if _begins_right_to_left(paragraph.text):
            paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))  # noqa: SLF001 - python-docx has none
            for run in paragraph.runs:
                run.font.rtl = True


def _paragraphs(word: WordDocument) -> Iterator[Paragraph]:
    yield from word.paragraphs
    for table in word.tables:
        for row in table.rows:
            for cell in row.cells:
                yield from cell.paragraphs


def _begins_right_to_left(text: str) -> bool:
    strong = (kind for character in text if (kind := unicodedata.bidirectional(character)) in {"L", "R", "AL"})
    return next(strong, "L") != "L"


def set_off(paragraph: Paragraph) -> None:
    """Set a paragraph off from the table above it."""
    paragraph.paragraph_format.space_before = Pt(6)
