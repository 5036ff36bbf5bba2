"""A council's own templates: one block of a page, or a whole Word file; and what is said of one that is at fault."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest

from apqa.errors import ApqaError
from apqa.forms.documents.html import html_document
from apqa.forms.documents.made import made
from apqa.forms.documents.markdown import markdown_document
from apqa.forms.documents.proof import missing_from
from apqa.forms.shipped import shipped
from apqa.forms.templates import own_template
from tests.forms.sample_document import HOSTILE, a_document

if TYPE_CHECKING:
    from pathlib import Path

WHOLE = "{{ title }} {{ subtitle }} {{ stamp }} {{ notices[0].heading }} {{ notices[0].points[0] }}"
"""What no template may leave out of the sample."""


def _page(own: Path, text: str) -> str:
    (own / "sample.html.j2").write_text(text, encoding="utf-8")
    return html_document(a_document("text"), [own]).decode("utf-8")


def _word(own: Path, *paragraphs: str) -> Path:
    word = docx.Document()
    for text in paragraphs:
        word.add_paragraph(text)
    word.save(str(own / "sample.docx"))
    return own


def _texts(data: bytes) -> list[str]:
    return [each.text for each in docx.Document(io.BytesIO(data)).paragraphs]


def test_one_block_is_replaced_and_the_rest_stays(own: Path) -> None:
    page = _page(
        own, "{% extends 'documents/document.html.j2' %}{% block foot %}<p>Ours: {{ values.pupil }}</p>{% endblock %}"
    )
    assert "<p>Ours: P-9F4TC</p>" in page
    assert "as recorded on" not in page
    assert "<h1>Sample of a form</h1>" in page


def test_a_block_may_be_kept_and_added_to(own: Path) -> None:
    page = _page(
        own, "{% extends 'documents/document.html.j2' %}{% block head %}<p>Crest</p>{{ super() }}{% endblock %}"
    )
    assert page.index("<p>Crest</p>") < page.index("<h1>Sample of a form</h1>")


def test_a_look_of_ones_own_holds_for_every_form(own: Path) -> None:
    (own / "documents").mkdir()
    (own / "documents" / "document.html.j2").write_text(
        "{% extends 'shipped/documents/document.html.j2' %}"
        "{% block notices %}<p>Our letterhead</p>{{ super() }}{% endblock %}"
    )
    (own / "documents" / "style.css").write_text("h1 { color: green; }")
    page = html_document(a_document("text"), [own]).decode("utf-8")
    assert "<p>Our letterhead</p>" in page
    assert "h1 { color: green; }" in page
    assert "#14506b" not in page


def test_markdown_keeps_its_escapes_in_a_block_of_ones_own(own: Path) -> None:
    (own / "sample.md.j2").write_text(
        "{% extends 'documents/document.md.j2' %}{% block foot %}{{ values.says }}|{{ values.each | join(' / ') }}"
        "\n{{ super() }}{% endblock %}"
    )
    text = markdown_document(a_document("*a* | b"), [own]).decode("utf-8")
    assert "\n\\*a\\* \\| b|\\*a\\* \\| b\n---" in text


def test_what_a_template_computes_is_escaped_too(own: Path) -> None:
    assert "&lt;b&gt;" in _page(own, "<h1>{{ '<' ~ 'b>' }}</h1>")


@pytest.mark.parametrize(
    ("text", "says"),
    [
        pytest.param("{{ nothing }}", "line 1 of sample.html.j2: 'nothing' is undefined", id="an unknown name"),
        pytest.param("\n{{ values.nobody }}", "line 2 of sample.html.j2: ", id="an unknown value"),
        pytest.param("\n\n{% if %}", "line 3 of sample.html.j2: ", id="a tag that is none"),
        pytest.param("{% include 'nowhere' %}", "it needs the template nowhere, which is not there", id="another"),
        pytest.param("{% extends 'sample.html.j2' %}", "it comes back to itself", id="itself"),
        pytest.param("{{ 1 / 0 }}", "line 1 of sample.html.j2: division by zero", id="a sum"),
        pytest.param("{{ values.pupil + 1 }}", "line 1 of sample.html.j2: ", id="text and a number"),
        pytest.param("{{ ().__class__.__mro__ }}", "unsafe", id="behind the scenes"),
        pytest.param("{{ title.__init__.__globals__ }}", "unsafe", id="further behind"),
        pytest.param("{{ sections.append(1) }}", "unsafe", id="changing what it is given"),
    ],
)
def test_a_template_at_fault_is_named_with_the_line(own: Path, text: str, says: str) -> None:
    with pytest.raises(ApqaError) as met:
        _page(own, text)
    assert f"the template {own / 'sample.html.j2'} cannot be filled" in str(met.value)
    assert says in str(met.value)


def test_a_template_that_is_not_utf_8_is_said_to_be_so(own: Path) -> None:
    (own / "sample.html.j2").write_bytes("caf\xe9".encode("cp1252"))
    with pytest.raises(ApqaError, match="not written in UTF-8"):
        html_document(a_document("text"), [own])


def test_a_template_that_leaves_out_what_must_be_said_makes_nothing(own: Path) -> None:
    (own / "sample.html.j2").write_text("<html lang='en'><h1>{{ title }}</h1></html>")
    with pytest.raises(
        ApqaError,
        match=r"leaves out what the document must .*: 'Pupil P-9F4TC at Kingfisher Workshops' \(\{\{ subtitle \}\}\)",
    ) as met:
        made(a_document("text"), "html", [own])
    assert str(met.value).startswith(f"the template {own / 'sample.html.j2'} leaves out")
    assert "'Draft: not sent' ({{ stamp }}); 'This form is incomplete. It lacks:' (one of notices)" in str(met.value)


@pytest.mark.parametrize(("text", "says"), [("<h1>a</h1>", "its language"), ("<html lang='en'>a</html>", "no heading")])
def test_a_page_that_not_everybody_can_read_is_not_kept(own: Path, text: str, says: str) -> None:
    (own / "sample.html.j2").write_text(text)
    with pytest.raises(ApqaError, match=says):
        made(a_document("text"), "html", [own])


def test_a_word_file_of_the_councils_own_is_filled(own: Path) -> None:
    _word(own, "Our letterhead", WHOLE, "{%p for each in values.each %}", "Said: {{ each }}", "{%p endfor %}")
    finished = made(a_document("one", "two\nlines"), "docx", [own])
    assert finished.template == own / "sample.docx"
    assert [text for text in _texts(finished.data) if text.startswith(("Our", "Said"))] == [
        "Our letterhead",
        "Said: one",
        "Said: two\nlines",
    ]


def test_a_table_of_the_councils_own_gets_a_row_for_each(own: Path) -> None:
    word = docx.Document()
    word.add_paragraph(WHOLE)
    table = word.add_table(rows=3, cols=1)
    for row, text in zip(table.rows, ("{%tr for each in values.each %}", "{{ each }}", "{%tr endfor %}"), strict=True):
        row.cells[0].text = text
    word.save(str(own / "sample.docx"))
    finished = made(a_document("one", "two"), "docx", [own])
    rows = docx.Document(io.BytesIO(finished.data)).tables[0].rows
    assert [row.cells[0].text for row in rows] == ["one", "two"]


def test_hostile_text_in_a_word_file_of_the_councils_own_is_read_as_it_stands(own: Path) -> None:
    _word(own, WHOLE, "{%p for each in values.each %}", "{{ each }}", "{%p endfor %}")
    finished = made(a_document(*HOSTILE), "docx", [own])
    assert missing_from("docx", finished.data, HOSTILE) == ()
    assert finished.data == made(a_document(*HOSTILE), "docx", [own]).data


def test_a_word_file_of_the_councils_own_says_its_title_and_language(own: Path) -> None:
    _word(own, WHOLE, "{{ values.says }}")
    word = docx.Document(io.BytesIO(made(a_document("text"), "docx", [own]).data))
    assert word.core_properties.title == "Sample of a form - Pupil P-9F4TC at Kingfisher Workshops"
    assert word.core_properties.language == "en-GB"


@pytest.mark.parametrize(
    ("paragraph", "says"),
    [
        pytest.param("{{ nothing }}", "'nothing' is undefined", id="an unknown name"),
        pytest.param("{% if title %}", "Unexpected end of template", id="a tag that is left open"),
        pytest.param("{{ ().__class__.__mro__ }}", "unsafe", id="behind the scenes"),
        pytest.param("{{ title", "unexpected", id="a brace that is left open"),
    ],
)
def test_a_word_file_at_fault_is_one_sentence(own: Path, paragraph: str, says: str) -> None:
    _word(own, WHOLE, paragraph)
    with pytest.raises(ApqaError) as met:
        made(a_document("text"), "docx", [own])
    assert f"the template {own / 'sample.docx'} cannot be filled" in str(met.value)
    assert says in str(met.value)
    assert "\n" not in str(met.value)


def test_a_tag_that_begins_in_a_table_and_ends_outside_it_is_one_sentence(own: Path) -> None:
    word = docx.Document()
    word.add_paragraph(WHOLE)
    word.add_table(1, 1).cell(0, 0).text = "{% if not title %}"
    word.add_paragraph("{% endif %} must not be lost")
    word.save(str(own / "sample.docx"))
    with pytest.raises(ApqaError, match="a tag may begin in one paragraph or cell and end in another"):
        made(a_document(), "docx", [own])


@pytest.mark.parametrize("content", [b"", b"no Word file", b"PK\x03\x04 torn", b"{\\rtf1 old}"])
def test_a_file_that_is_no_word_document_is_said_to_be_so(own: Path, content: bytes) -> None:
    (own / "sample.docx").write_bytes(content)
    with pytest.raises(ApqaError, match=r"is no Word document \(\.docx\): save it as one in Word"):
        made(a_document("text"), "docx", [own])


def test_a_word_file_that_leaves_out_what_must_be_said_makes_nothing(own: Path) -> None:
    _word(own, "{{ title }}")
    with pytest.raises(
        ApqaError, match=r"leaves out .*: 'Pupil P-9F4TC at Kingfisher Workshops' \(\{\{ subtitle \}\}\); 'This form is"
    ):
        made(a_document("text"), "docx", [own])


def test_in_a_checkout_of_apqa_the_shipped_templates_are_not_a_councils_own() -> None:
    ours = shipped("templates")
    assert ours is not None
    assert own_template("documents/document.html.j2", [ours]) is None
