from __future__ import annotations

import html
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from apqa.writing.characters import visible
from apqa.writing.markdown import Markup, escaped, opening_line, percent_encoded


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("<script>", "&lt;script&gt;"),
        ("a|b", "a\\|b"),
        ("*a* _b_ `c` ~d~ $e$", "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\$e\\$"),
        ("[x](javascript:alert)", "\\[x\\](javascript:alert)"),
        ("one\r\ntwo\nthree", "one<br>two<br>three"),
        ("ask @headteacher", "ask @<!-- -->headteacher"),
        ("office@example.org", "office@example.org"),
    ],
)
def test_text_shows_as_itself(text: str, written: str) -> None:
    assert escaped(text) == written


def test_what_is_escaped_is_not_escaped_again() -> None:
    assert escaped(escaped("a|b")) == "a\\|b"


@given(st.text())
def test_a_reader_of_markdown_sees_what_was_written(text: str) -> None:
    lines = escaped(text).replace("@<!-- -->", "@").split("<br>")
    read = [html.unescape(re.sub(r"\\([\\`*_\[\]|~$])", r"\1", line)) for line in lines]
    assert read == [visible(line) for line in re.split(r"\r\n|\r|\n", text)]


def _read(markdown: str) -> str:
    """Answer what a reader of Markdown sees in its only paragraph; fails where it is anything else."""
    html_text = MarkdownIt("commonmark").enable("table").render(markdown)
    found = re.fullmatch(r"(?s)<p>(.*)</p>\n", html_text)
    assert found, html_text
    shown = found.group(1).replace("@<!-- -->", "@")
    return html.unescape(re.sub(r"<br ?/?>", "\n", shown))


@pytest.mark.parametrize(
    "text",
    ["# one", "- a", "+ a", "* a", "1. a", "12) a", "===", "---", "> a", "    a", "| a |\n|---|", "~~~"],
)
def test_a_line_that_begins_with_a_text_is_a_plain_paragraph(text: str) -> None:
    assert _read(opening_line(text)) == text.lstrip()


@given(st.text("#+-=1.) >*~`|ab\n", min_size=1).filter(lambda text: text == text.strip()))
def test_no_text_opens_anything_but_a_paragraph(text: str) -> None:
    assert _read(opening_line(text)).split() == text.split()


def test_what_is_meant_as_markdown_opens_what_it_does() -> None:
    assert opening_line(Markup("# Heading")) == "# Heading"


@given(st.text(min_size=1))
def test_an_address_decodes_to_the_path(path: str) -> None:
    assert unquote(percent_encoded(path)) == path


def test_a_path_that_is_not_utf_8_keeps_its_bytes() -> None:
    assert percent_encoded("caf\udce9.yaml") == "caf%E9.yaml"
    assert percent_encoded("") == "."
