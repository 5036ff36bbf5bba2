"""Documents in every form, opened again with the library that reads each."""

from __future__ import annotations

import hashlib
import html
import io
import os
import re
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING, Any

import docx
import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from apqa.errors import ApqaError
from apqa.forms.documents.document import Document, Paragraph, Section
from apqa.forms.documents.docx import docx_document
from apqa.forms.documents.html import html_document
from apqa.forms.documents.made import made
from apqa.forms.documents.markdown import markdown_document
from apqa.forms.documents.pdf import pdf_document
from apqa.forms.documents.proof import compared, missing_from, text_of
from apqa.forms.documents.reading.pdf_text import tags
from tests.forms.sample_document import EMOJI, HOSTILE, a_document

if TYPE_CHECKING:
    from pathlib import Path

FORMS = ("markdown", "html", "docx", "pdf")


def _markdown(document: Document, own: Path) -> str:
    """Answer what a reader of Markdown makes of the document, as HTML."""
    text = markdown_document(document, [own]).decode("utf-8")
    return str(MarkdownIt("commonmark").enable("table").render(text))


def _seen(page: str) -> str:
    """Answer what a page shows, independently of how apqa reads it: tags away, entities read."""
    return html.unescape(re.sub(r"(?s)<style>.*?</style>|<[^>]*>", "", page))


@pytest.mark.parametrize("form", FORMS)
def test_every_form_holds_what_every_block_says(form: str, own: Path) -> None:
    document = a_document("A text of its own")
    text = text_of(form, made(document, form, [own]).data)
    for said in (
        "Sample of a form",
        "Pupil P-9F4TC at Kingfisher Workshops",
        "Westmarch Council",
        "PL-7K3QX",
        "Beside.",
    ):
        assert compared(said) in compared(text)
    assert compared(text).count(compared("A text of its own")) == 5, "label, two cells, a point, a paragraph"


@pytest.mark.parametrize("form", FORMS)
def test_text_that_tries_to_be_something_else_is_read_as_it_stands(form: str, own: Path) -> None:
    document = a_document(*HOSTILE)
    finished = made(document, form, [own])
    assert missing_from(form, finished.data, HOSTILE) == ()
    assert missing_from(form, finished.data, ["49"]) == ("49",), "nothing was worked out"


def test_a_page_has_no_script_of_a_records_and_reads_as_written(own: Path) -> None:
    page = html_document(a_document(*HOSTILE), [own]).decode("utf-8")
    assert "<script" not in page
    assert "<b>" not in page
    for text in HOSTILE:
        assert text.replace("\n", "") in _seen(page)


def test_markdown_has_no_heading_list_or_tag_of_a_records_and_reads_as_written(own: Path) -> None:
    read = _markdown(a_document(*HOSTILE), own)
    assert re.findall(r"<h\d>(.*?)</h\d>", read) == ["Sample of a form", "About", "Progress"]
    assert "<script" not in read
    assert read.count("<tr>") == 1 + len(HOSTILE)
    assert "<ol>" not in read
    for text in HOSTILE:
        assert text.replace("\n", "") in _seen(read)


@given(
    st.text(st.characters(exclude_categories=["Cs", "Cc", "Co", "Cn"]), min_size=1).filter(
        lambda text: text == text.strip()
    )
)
def test_any_text_is_found_in_markdown_and_html(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    document = a_document(text, form="plain")
    own = tmp_path_factory.getbasetemp() / "plain-templates"
    own.mkdir(exist_ok=True)
    for ending in ("html.j2", "md.j2"):
        (own / f"plain.{ending}").write_text(f'{{% extends "documents/document.{ending}" %}}\n', encoding="utf-8")
    for form in ("markdown", "html"):
        assert missing_from(form, made(document, form, [own]).data, [text]) == ()


@settings(max_examples=15)
@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip))
def test_any_text_makes_a_word_document_that_opens_again(text: str) -> None:
    made(a_document(text), "docx")


@settings(max_examples=15)
@given(st.text(st.characters(codec="latin-1", exclude_categories=["Cc"]), min_size=1).filter(str.strip))
def test_any_western_text_makes_a_pdf_that_holds_it(text: str) -> None:
    assert made(a_document(text), "pdf").spelled == frozenset()


@pytest.mark.parametrize("form", FORMS)
def test_the_same_document_has_the_same_bytes(form: str, own: Path) -> None:
    document = a_document(*HOSTILE)
    assert made(document, form, [own]).data == made(document, form, [own]).data


_ELSEWHERE = """
import sys, hashlib
from pathlib import Path
from apqa.forms.documents.made import made
from tests.forms.sample_document import HOSTILE, a_document
for form in ("markdown", "html", "docx", "pdf"):
    print(hashlib.sha256(made(a_document(*HOSTILE), form, [Path(sys.argv[1])]).data).hexdigest())
"""


def test_another_process_elsewhere_in_the_world_makes_the_same_bytes(own: Path) -> None:
    here = [hashlib.sha256(made(a_document(*HOSTILE), form, [own]).data).hexdigest() for form in FORMS]
    there = subprocess.run(
        [sys.executable, "-c", _ELSEWHERE, str(own)],
        env={**os.environ, "TZ": "Asia/Tokyo", "LANG": "de_DE.UTF-8", "LC_ALL": "C", "PYTHONHASHSEED": "7"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    assert there.stdout.split() == here


def test_a_page_says_its_language_its_headings_and_those_of_its_tables(own: Path) -> None:
    page = html_document(a_document("text"), [own]).decode("utf-8")
    assert '<html lang="en-GB">' in page
    assert "<title>Sample of a form - Pupil P-9F4TC at Kingfisher Workshops</title>" in page
    assert "<caption>Progress by objective</caption>" in page
    assert '<th scope="col">Objective</th><th scope="col">Now</th>' in page
    assert '<th scope="row">text</th><td>text</td>' in page
    assert 'src="' not in page, "it needs nothing else"


def test_a_word_document_says_its_language_title_and_headings() -> None:
    word = docx.Document(io.BytesIO(docx_document(a_document("text"))))
    own = word.core_properties
    assert (own.title, own.language) == ("Sample of a form - Pupil P-9F4TC at Kingfisher Workshops", "en-GB")
    assert (own.author, str(own.created)[:10]) == ("Westmarch Council", "2026-11-23")
    headings = [each.text for each in word.paragraphs if each.style and each.style.name == "Heading 1"]
    assert headings == ["About", "Progress"]
    assert word.styles.element.find(f".//{qn('w:rPrDefault')}//{qn('w:lang')}").get(qn("w:val")) == "en-GB"
    assert [each.text for each in word.paragraphs if not each.text.strip()] == [], "nothing empty for spacing"


def test_a_table_in_a_word_document_repeats_its_headings_and_says_what_it_shows() -> None:
    word = docx.Document(io.BytesIO(docx_document(a_document("text"))))
    facts, table = word.tables
    first = table.rows[0]._tr
    assert first.trPr is not None
    assert first.trPr.find(qn("w:tblHeader")) is not None
    assert [cell.text for cell in table.rows[0].cells] == ["Objective", "Now"]
    said = [each._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val")) for each in (facts, table)]
    assert said == ["About", "Progress by objective"]


def test_the_stamp_and_the_number_stand_on_every_page_of_a_word_document() -> None:
    section = docx.Document(io.BytesIO(docx_document(a_document("text")))).sections[0]
    assert section.header.paragraphs[0].text == "Draft: not sent"
    foot = section.footer.paragraphs[0]
    assert foot.text.startswith("PL-7K3QX, as recorded on 23 November 2026\tPage")
    assert [each.get(qn("w:instr")) for each in foot._p.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]


def test_a_word_document_has_no_time_of_its_own() -> None:
    with zipfile.ZipFile(io.BytesIO(docx_document(a_document("text")))) as opened:
        assert {member.date_time for member in opened.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not any("thumbnail" in member.filename for member in opened.infolist())


def test_text_from_right_to_left_is_marked_as_such_in_a_word_document() -> None:
    word = docx.Document(io.BytesIO(docx_document(a_document(HOSTILE[8], "left to right"))))
    marked = {each.text for each in word.paragraphs if each._p.find(f".//{qn('w:bidi')}") is not None}
    assert marked == {HOSTILE[8]}


def test_a_pdf_is_tagged_with_headings_lists_and_the_headings_of_tables() -> None:
    data, _ = pdf_document(a_document("text"))
    found = tags(data)
    assert found.count("/H1") == 1
    assert found.count("/H2") == 2
    assert found.count("/TH") == 2
    assert {"/Table", "/THead", "/TBody", "/TD", "/L", "/LI"} <= set(found)


def test_a_pdf_says_its_language_title_day_and_standard() -> None:
    reader = PdfReader(io.BytesIO(pdf_document(a_document("text"))[0]))
    assert str(reader.root_object["/Lang"]) == "en-GB"
    assert reader.metadata is not None
    assert reader.metadata.title == "Sample of a form - Pupil P-9F4TC at Kingfisher Workshops"
    assert reader.metadata.author == "Westmarch Council"
    assert str(reader.metadata.creation_date)[:10] == "2026-11-23"
    described: Any = reader.root_object["/Metadata"]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in described.get_data()


def test_a_pdf_of_many_pages_repeats_what_belongs_to_each_page_and_is_read_once() -> None:
    long = " ".join(f"word{number}" for number in range(700))
    data, _ = pdf_document(a_document(long, long + " again"))
    pages = PdfReader(io.BytesIO(data)).pages
    assert len(pages) >= 10
    assert all("Draft: not sent" in page.extract_text() for page in pages)
    assert f"Page {len(pages)} of {len(pages)}" in pages[-1].extract_text()
    assert missing_from("pdf", data, [long]) == (), "a cell over several pages is read as one"
    assert "Page 1 of" not in text_of("pdf", data)


def test_what_no_font_has_is_named_in_a_pdf_and_stands_in_all_else(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TYPST_FONT_PATHS", "")
    document = a_document(EMOJI)
    finished = made(document, "pdf")
    if finished.spelled:  # the computer that runs the tests may have a font for it
        assert missing_from("pdf", finished.data, ["well done [unicorn face] [thumbs up sign]"]) == ()
        assert finished.signs == "\N{THUMBS UP SIGN} \N{UNICORN FACE}"
    for form in ("markdown", "html", "docx"):
        assert missing_from(form, made(document, form, [own]).data, [EMOJI]) == ()


def test_a_document_without_stamp_subtitle_council_or_blocks_is_made_too(own: Path) -> None:
    sections = (Section("about", "About", (Paragraph("Nothing else."),)),)
    bare = a_document("text", stamp="", subtitle="", author="", footer="", notices=(), facts=(), sections=sections)
    for form in FORMS:
        assert compared("Nothing else.") in compared(text_of(form, made(bare, form, [own]).data))


@pytest.mark.parametrize(("form", "library"), [("docx", "docx"), ("pdf", "typst"), ("pdf", "pypdf")])
def test_a_library_that_is_not_installed_is_one_sentence_that_says_how_to(
    form: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name == library or name.startswith(f"{library}.")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, library, None)
    for name in [name for name in sys.modules if name.startswith("apqa.forms.documents.docx_look")]:
        monkeypatch.delitem(sys.modules, name)
    with pytest.raises(ApqaError, match=r"Word documents and PDF need the extra `forms`.*pipx install") as met:
        made(a_document("text"), form)
    assert "\n" not in str(met.value)


def test_a_library_that_apqa_itself_lacks_is_no_missing_extra(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "apqa.forms.documents.html", None)
    with pytest.raises(ModuleNotFoundError):
        made(a_document("text"), "html", [own])
