"""Short names: people write them as they speak, and the record keeps one word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.forms.filling.names import spoken_name, word_of


@given(st.from_regex(r"[a-z0-9]+(?:_[a-z0-9]+)*", fullmatch=True))
def test_a_word_of_a_record_is_shown_as_people_write_it_and_read_again(word: str) -> None:
    assert word_of(spoken_name(word)) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("English", "english"),
        ("Design & technology", "design_and_technology"),
        (" Off-site (woods) ", "off_site_woods"),
        ("Key stage 3", "key_stage_3"),
        ("Café", ""),
        ("日本", ""),
        ("---", ""),
    ],
)
def test_what_has_no_word_is_not_guessed(text: str, word: str) -> None:
    assert word_of(text) == word
