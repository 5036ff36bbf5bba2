"""What a finished document must hold is looked for in what it shows, and nowhere else."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest
import typst
from pypdf import PdfWriter

from apqa.errors import ApqaError
from apqa.forms.documents import pdf
from apqa.forms.documents.drawable import not_drawn, spelled, unusual
from apqa.forms.documents.made import made
from apqa.forms.documents.proof import UnprovenError, missing_from, text_of
from apqa.forms.documents.reading.pdf_text import tags
from tests.forms.sample_document import EMOJI, a_document

if TYPE_CHECKING:
    from pathlib import Path

PAGE = b"<html lang='en'><head><title>unseen</title><style>unseen {}</style></head><body><h1>Seen</h1>%s</body></html>"


@pytest.mark.parametrize(
    ("page", "fact", "holds"),
    [
        (b"<p>30 of\n 36</p>", "30 of 36", True),
        (b"<p>30 of 37</p>", "30 of 36", False),
        (b"<p>a &lt;b&gt;</p>", "a <b>", True),
        (b"<p title='fact'></p><!-- fact -->", "fact", False),
        (b"", "unseen", False),
        (b"<p>of\xef\xac\x81ce</p>", "office", True),
        (b"<p>long\xc2\xadword</p>", "longword", True),
        (b"<p>Some Progress</p>", "some progress", True),
    ],
)
def test_a_fact_is_what_a_reader_sees(page: bytes, fact: str, holds: bool) -> None:
    assert (missing_from("html", PAGE % page, [fact]) == ()) is holds


@pytest.mark.parametrize(
    ("text", "fact", "holds"),
    [
        ("# Title\n\n- a \\*b\\*<br>c", "a *b* c", True),
        ("| a \\| b |", "a | b", True),
        ("> **Lacks**\n> - the voice", "Lacks the voice", True),
        ("a \\\\\\* b", "a \\* b", True),
        ("1\\. one", "1. one", True),
        ("&lt;b&gt; @<!-- -->head", "<b> @head", True),
        ("nothing", "something", False),
    ],
)
def test_a_fact_in_markdown_is_read_without_its_escapes(text: str, fact: str, holds: bool) -> None:
    assert (missing_from("markdown", text.encode(), [fact]) == ()) is holds


def test_words_from_right_to_left_may_stand_in_either_order() -> None:
    page = PAGE % "<p>\u05d1 \u05d0</p>".encode()
    assert missing_from("html", page, ["\u05d0 \u05d1"]) == ()
    assert missing_from("html", page, ["\u05d0 \u05d2"]) == ("\u05d0 \u05d2",)


def test_a_fact_in_a_word_document_may_stand_in_a_table_its_head_or_its_foot() -> None:
    word = docx.Document()
    word.core_properties.title, word.core_properties.language = "Title", "en-GB"
    word.add_table(1, 1).cell(0, 0).text = "in\ta\ntable"
    word.sections[0].header.paragraphs[0].text = "at the head"
    word.sections[0].footer.paragraphs[0].text = "at the foot"
    made_of = io.BytesIO()
    word.save(made_of)
    assert missing_from("docx", made_of.getvalue(), ["in a table", "at the head", "at the foot", "x"]) == ("x",)


@pytest.mark.parametrize("lacking", ["title", "language"])
def test_a_word_document_says_what_it_is_and_in_which_language(lacking: str) -> None:
    word = docx.Document()
    word.core_properties.title, word.core_properties.language = "Title", "en-GB"
    setattr(word.core_properties, lacking, "")
    made_of = io.BytesIO()
    word.save(made_of)
    with pytest.raises(UnprovenError, match=f"its {lacking}"):
        text_of("docx", made_of.getvalue())


def _pdf(source: str, *, tagged: bool = True) -> bytes:
    made_of = typst.compile(source.encode(), format="pdf", ignore_system_fonts=True, pdf_tags=tagged)
    assert isinstance(made_of, bytes)
    return made_of


@pytest.mark.parametrize(
    ("source", "tagged", "says"),
    [
        ('#set document(title: "a")\n= A', False, "no tags"),
        ("= A", True, "its title"),
        ('#set document(title: "a")\nA', True, "no heading"),
    ],
)
def test_a_pdf_that_not_everybody_can_read_is_no_proof(source: str, tagged: bool, says: str) -> None:
    with pytest.raises(UnprovenError, match=says):
        text_of("pdf", _pdf(source, tagged=tagged))


def test_a_pdf_without_a_language_is_no_proof() -> None:
    writer = PdfWriter(clone_from=io.BytesIO(_pdf('#set document(title: "a")\n= A')))
    del writer.root_object["/Lang"]
    made_of = io.BytesIO()
    writer.write(made_of)
    with pytest.raises(UnprovenError, match="its language"):
        text_of("pdf", made_of.getvalue())
    assert "/H1" in tags(made_of.getvalue())


def test_a_pdf_without_tags_has_none() -> None:
    assert tags(_pdf("= A", tagged=False)) == ()


def test_a_character_is_named_and_what_shapes_it_goes() -> None:
    signs = frozenset(EMOJI) - frozenset("well done")
    assert spelled(EMOJI, signs) == "well done [unicorn face] [thumbs up sign]"
    assert spelled("\u65e5", frozenset("\u65e5")) == "[U+65E5]"
    assert spelled("a", frozenset()) == "a"


def test_what_few_fonts_have_is_told_from_what_all_have() -> None:
    assert unusual("Zo\u00eb \u05d0 \u0416 \u2014 \u20ac \U0001f984 \u65e5") == frozenset("\U0001f984\u65e5")


def test_what_typst_says_it_cannot_draw_is_read() -> None:
    said = 'PDF/UA-1 error: the text `"{}"` could not be displayed with font `"Libertinus Serif"`'
    assert "\U0001f984" in not_drawn(said.format("\U0001f984"))
    assert "\U0001f984" in not_drawn(said.format("\\u{1f984}"))
    assert not_drawn("something else") == frozenset()


def _typst_reads(folder: Path, monkeypatch: pytest.MonkeyPatch, source: str) -> None:
    (folder / "document.typ").write_text(source, encoding="utf-8")
    monkeypatch.setattr(pdf, "_folder", lambda: folder)


def test_a_pdf_that_typst_cannot_make_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _typst_reads(tmp_path, monkeypatch, "#nobody")
    with pytest.raises(ApqaError, match="the PDF of sample could not be made: unknown variable: nobody"):
        made(a_document("text"), "pdf")


def test_a_pdf_whose_characters_no_font_has_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _typst_reads(tmp_path, monkeypatch, '#set document(title: "a")\n= \U00013000')
    with pytest.raises(ApqaError, match="no font has its characters: make a Word file"):
        made(a_document("text"), "pdf")


def test_more_signs_than_are_found_one_by_one_are_all_named() -> None:
    signs = "".join(chr(number) for number in range(0x13000, 0x13020))
    finished = made(a_document(signs), "pdf")
    assert frozenset(signs) <= finished.spelled or not finished.spelled


def test_an_apqa_without_its_templates_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf, "shipped", lambda _: None)
    with pytest.raises(ApqaError, match="install apqa again"):
        made(a_document("text"), "pdf")
