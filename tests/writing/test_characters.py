from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.writing.characters import cells, fitted, visible

SURROGATE = "caf\udce9"
"""A file name that is not UTF-8, the way Python gives it."""


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("North Star", 10),
        ("Café", 4),
        pytest.param("Cafe\u0301", 4, id="combining"),
        pytest.param("北星", 4, id="wide"),
        pytest.param("a\u200db", 2, id="zero width"),
    ],
)
def test_text_is_as_wide_as_a_terminal_shows_it(text: str, columns: int) -> None:
    assert cells(text) == columns


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("North Star \N{EN DASH} Café", "North Star \N{EN DASH} Café"),
        ("two\nlines\r\nand\ta tab", "two lines and a tab"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x85", "\\x85"),
        ("abc\u202ecba", "abc\\u202ecba"),
        ("19\N{NO-BREAK SPACE}hours", "19\N{NO-BREAK SPACE}hours"),
        (SURROGATE, "caf\\udce9"),
    ],
)
def test_what_would_steer_the_terminal_is_shown_instead(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text(st.characters()))
def test_whatever_is_shown_stays_on_one_line_and_starts_no_command(text: str) -> None:
    shown = visible(text)
    assert "\x1b" not in shown
    assert len(shown.splitlines()) <= 1


@pytest.mark.parametrize(
    ("text", "encoding", "shown"),
    [
        ("✓ → …", "cp1252", "yes -> …"),
        ("✗ ≥ 18", "cp1252", "no >= 18"),
        ("£5m \N{EN DASH} Café", "cp1252", "£5m \N{EN DASH} Café"),
        ("£5m \N{EN DASH} Café ½", "ascii", "GBP 5m - Cafe 1/2"),
        ("“§ 19”", "ascii", '"s. 19"'),
        ("北", "cp1252", "\\u5317"),
        (SURROGATE, "utf-8", "caf\\udce9"),
        ("anything ✓", "utf-8", "anything ✓"),
    ],
)
def test_a_console_that_lacks_a_character_gets_a_plainer_one(text: str, encoding: str, shown: str) -> None:
    assert fitted(text, encoding) == shown


@given(st.text(st.characters()), st.sampled_from(["ascii", "cp1252", "cp437", "utf-8", "latin-1"]))
def test_what_is_fitted_can_always_be_encoded(text: str, encoding: str) -> None:
    fitted(text, encoding).encode(encoding)
