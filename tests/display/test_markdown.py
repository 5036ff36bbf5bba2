from __future__ import annotations

import html
import re
from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.display.characters import visible
from apqa.display.markdown import escaped, percent_encoded


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


@given(st.text(min_size=1))
def test_an_address_decodes_to_the_path(path: str) -> None:
    assert unquote(percent_encoded(path)) == path


def test_a_path_that_is_not_utf_8_keeps_its_bytes() -> None:
    assert percent_encoded("caf\udce9.yaml") == "caf%E9.yaml"
    assert percent_encoded("") == "."
