from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from apqa.display.lines import wrapped
from apqa.writing.characters import cells, visible

SENTENCE = "Reduce the hours, move the pupils, or have the provider apply to register."


def test_text_wraps_with_a_hanging_indent() -> None:
    assert wrapped(SENTENCE, 40, first="  Remedy: ", hang="    ") == [
        "  Remedy: Reduce the hours, move the",
        "    pupils, or have the provider",
        "    apply to register.",
    ]


def test_without_a_hanging_indent_all_lines_have_the_first() -> None:
    assert wrapped("one two three", 12, first="> ") == ["> one two", "> three"]


def test_text_without_a_width_stays_one_line() -> None:
    assert wrapped(f"{SENTENCE}\n{SENTENCE}", first="- ") == [f"- {SENTENCE} {SENTENCE}"]


def test_empty_text_is_one_empty_line() -> None:
    assert wrapped("", 40) == [""]


def test_a_word_too_long_for_a_line_is_broken() -> None:
    assert wrapped("see abcdefghijklmnopqrstu", 12) == ["see", "abcdefghijkl", "mnopqrstu"]


def test_a_long_word_is_broken_behind_its_joints() -> None:
    assert wrapped("filed AP/gasket-lane/listing/due-diligence", 16) == [
        "filed",
        "AP/gasket-lane/",
        "listing/due-",
        "diligence",
    ]
    assert wrapped("a/bcdefghijklmnopqrstu", 12) == ["a/bcdefghijk", "lmnopqrstu"]


def test_a_no_break_space_holds_words_together() -> None:
    assert wrapped("for 19\N{NO-BREAK SPACE}hours", 10) == ["for", "19\N{NO-BREAK SPACE}hours"]


@given(st.text(), st.integers(0, 60), st.text(" >", max_size=4))
def test_wrapped_lines_fit_and_lose_nothing(text: str, width: int, hang: str) -> None:
    lines = wrapped(text, width, hang=hang)
    assert all(cells(line) <= max(width, cells(hang) + 10) for line in lines)
    words = [lines[0], *(line.removeprefix(hang) for line in lines[1:])]
    assert "".join(words).replace(" ", "") == visible(text).replace(" ", "")
