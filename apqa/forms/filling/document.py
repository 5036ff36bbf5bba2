"""A form as a Word document: one record from top to bottom, boxes known by their tags, all else protected."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING, Any

from apqa.forms.extras import without_extra
from apqa.forms.filling.box import Named, Page, Table
from apqa.forms.filling.instructions import explained
from apqa.forms.filling.packed import packed
from apqa.forms.filling.word_parts import NAMESPACE, Paper, Question

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.filling.box import Box, Form
    from apqa.forms.filling.flat import Flat
    from apqa.forms.filling.stamp import Stamp

_HEADING, _ENTRY, _BULLET = "Heading1", "Heading2", "ListBullet"
_INNER = "Heading3"
_ACCENT = "1F4E79"
_A4 = (11906, 16838)
_MARGIN = 1134
"""Sizes in twentieths of a point."""


def document(form: Form, stamp: Stamp, flat: Flat) -> bytes:
    """Make the document of a form about one record: `flat` is what is filled in already.

    The same form with the same stamp is the same bytes. Raises `ApqaError` where the extra `forms` is missing.
    """
    try:
        from docx import Document
    except ImportError as error:
        raise without_extra("Word documents") from error
    made = Document()
    _dress(made, form, stamp)
    _place(made, _body(form, stamp, flat))
    out = BytesIO()
    made.save(out)
    return packed(out.getvalue(), date.fromisoformat(stamp.made_on))


def _body(form: Form, stamp: Stamp, flat: Flat) -> Paper:
    paper, (asked,) = Paper(), stamp.asked
    paper.paragraph(f"{form.title}, {stamp.term_title}", "Title")
    paper.facts(
        [
            ("Provider", stamp.name),
            *zip(form.ids, (asked.placement, asked.pupil), strict=False),
            *asked.facts,
            *((("Due by", stamp.due),) if stamp.due and not form.ids else ()),
            ("Send it to", " ".join(filter(None, (stamp.council, stamp.reply_to)))),
        ]
    )
    for heading, lines in explained(form, form.says.in_word):
        paper.paragraph(heading, _ENTRY)
        for line in lines:
            paper.paragraph(line, _BULLET)
    for page in form.pages:
        _ask(page, stamp, flat, paper)
    if form.sent_on:
        paper.paragraph("Sending it back", _HEADING)
        paper.questions([Question(form.sent_on, form.sent_on.key, "")])
    said = f"Form reference {stamp.digest}: please leave this line as it is."
    paper.stamp(said, stamp.text)
    return paper


def _ask(page: Page | Table | Named, stamp: Stamp, flat: Flat, paper: Paper) -> None:
    paper.paragraph(page.title, _HEADING)
    paper.paragraph(page.intro)
    if isinstance(page, Page):
        _ask_page(page, stamp, flat, paper)
        return
    if isinstance(page, Named):
        _ask_named(page, stamp, flat, paper)
        return
    for number in range(stamp.asked[0].rows[page.key]):
        paper.paragraph(f"{page.entry} {number + 1}", _ENTRY)
        paper.questions(_asked(page.boxes, (*page.way, number), flat))


def _ask_page(page: Page, stamp: Stamp, flat: Flat, paper: Paper) -> None:
    """Ask the boxes of a page, those of each group in a table of their own."""
    for group, boxes in groupby(page.spread(stamp.several), key=lambda box: box.group):
        if group:
            paper.paragraph(group, _ENTRY)
        paper.questions(
            each._replace(beside=tuple(_labelled(page.beside, stamp.notes(each.key))))
            for each in _asked(tuple(boxes), (), flat)
        )


def _ask_named(page: Named, stamp: Stamp, flat: Flat, paper: Paper) -> None:
    """Ask the boxes of each entry that is known before, below what is said of it."""
    group = ""
    for name, said in stamp.entries(page.way):
        if said.group != group:
            group = said.group
            paper.paragraph(group, _ENTRY)
        title, *texts = said.texts
        paper.paragraph(title, _INNER)
        for line in _labelled(page.beside[1:], tuple(texts)):
            paper.paragraph(line)
        paper.questions(_asked(tuple(page.spread(stamp.several)), (*page.way, name), flat))


def _labelled(headings: tuple[str, ...], texts: tuple[str, ...]) -> Iterator[str]:
    yield from (f"{heading}: {text}" for heading, text in zip(headings, texts, strict=False) if text)


def _asked(boxes: tuple[Box, ...], start: tuple[str | int, ...], flat: Flat) -> Iterator[Question]:
    for box in boxes:
        way = (*start, *box.way)
        yield Question(box, ".".join(str(part) for part in way), flat.get(way, ""))


def _place(made: Any, paper: Paper) -> None:
    """Put the body into the document, in front of what says how its pages look."""
    from docx.oxml.parser import parse_xml

    body = made.element.body
    root = parse_xml(f'<w:body xmlns:w="{NAMESPACE}">{"".join(paper.parts)}</w:body>')
    end = body.sectPr
    for part in list(root):
        end.addprevious(part)


def _dress(made: Any, form: Form, stamp: Stamp) -> None:
    """Set the looks of the document, its language, its title and its protection."""
    from docx.shared import Pt, RGBColor, Twips

    for name, size, before in (
        ("Normal", 11, 0),
        ("Title", 22, 0),
        ("Heading 1", 15, 18),
        ("Heading 2", 12, 12),
        ("Heading 3", 11, 10),
    ):
        style = made.styles[name]
        style.font.name, style.font.size = "Calibri", Pt(size)
        _same_font(style)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(4)
        if name != "Normal":
            style.font.color.rgb = RGBColor.from_string(_ACCENT)
    section = made.sections[0]
    section.page_width, section.page_height = (Twips(each) for each in _A4)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Twips(_MARGIN)
    _add_placeholder_style(made)
    _foot(section, f"{form.title}, {stamp.term_title}, {stamp.asked[0].placement}")
    properties = made.core_properties
    properties.title = f"{form.title}: {stamp.asked[0].placement}, {stamp.term_title}"
    properties.author = properties.last_modified_by = stamp.council
    properties.language, properties.subject, properties.comments = "en-GB", form.says.appendix, ""
    _speak_british(made)
    _protect(made)
    _leave_out_thumbnail(made)


def _same_font(style: Any) -> None:
    """Take the theme's font out of a style: it would win over the one that is named."""
    from docx.oxml.ns import qn

    fonts = style.element.rPr.rFonts
    for each in [name for name in fonts.attrib if "heme" in name]:
        del fonts.attrib[each]
    fonts.set(qn("w:hAnsi"), "Calibri")


def _add_placeholder_style(made: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import RGBColor

    style = made.styles.add_style("Placeholder Text", WD_STYLE_TYPE.CHARACTER)
    style.element.set(f"{{{NAMESPACE}}}styleId", "PlaceholderText")
    style.font.color.rgb = RGBColor.from_string("6B7280")


def _speak_british(made: Any) -> None:
    for language in made.styles.element.iter(f"{{{NAMESPACE}}}lang"):
        language.set(f"{{{NAMESPACE}}}val", "en-GB")


def _leave_out_thumbnail(made: Any) -> None:
    """Leave out the picture of another document that python-docx begins with."""
    links = made.part.package.rels
    for name in [name for name, link in links.items() if link.reltype.endswith("/thumbnail")]:
        del links[name]


def _protect(made: Any) -> None:
    """Let nothing be changed but the boxes. Word wants this in its place among the settings."""
    from docx.oxml.parser import parse_xml

    protection = parse_xml(f'<w:documentProtection xmlns:w="{NAMESPACE}" w:edit="forms" w:enforcement="1"/>')
    settings = made.settings.element
    settings.find(f"{{{NAMESPACE}}}defaultTabStop").addprevious(protection)


def _foot(section: Any, title: str) -> None:
    """Write the title and the number of the page at its foot."""
    from docx.oxml.parser import parse_xml

    paragraph = section.footer.paragraphs[0]
    paragraph.add_run(f"{title}, page ")
    field = parse_xml(f'<w:fldSimple xmlns:w="{NAMESPACE}" w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>')
    paragraph._p.append(field)  # noqa: SLF001 - python-docx has no other way to a field
