"""Bytes to text."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.reading.limits import LIMITS
from apqa.reading.text import TextTrouble, decode, first_suspect, kind_of, shown

if TYPE_CHECKING:
    from apqa.reading.trouble import Trouble


def troubles_of(raw: bytes) -> list[tuple[str, int, int]]:
    with pytest.raises(TextTrouble) as caught:
        decode(raw)
    return [(trouble.rule, trouble.line, trouble.column) for trouble in caught.value.troubles]


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        pytest.param(b"name: North Star\n", "name: North Star\n", id="ascii"),
        pytest.param(b"a: \xc3\xa9 \xe2\x80\x93\n", "a: é \u2013\n", id="letters"),
        pytest.param(
            "\U0001f469\u200d\U0001f3eb ქართული".encode(), "\U0001f469\u200d\U0001f3eb ქართული", id="joined signs"
        ),
        pytest.param(b"\xef\xbb\xbfname: a\n", "name: a\n", id="byte order mark"),
        pytest.param(b"a: b\r\nc: d\r\n", "a: b\r\nc: d\r\n", id="Windows line ends"),
        pytest.param(b"", "", id="nothing"),
    ],
)
def test_text_is_read_as_it_stands(raw: bytes, text: str) -> None:
    assert decode(raw) == text


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(b"a: b\nc:\td\n", [("tab-character", 2, 3)], id="tab"),
        pytest.param(b"a:\t\tb\t\n", [("tab-character", 1, 3)], id="tabs of a line count once"),
        pytest.param(b"a: \x00\n", [("control-character", 1, 4)], id="NUL"),
        pytest.param(b"a: \x1b[31m\n", [("control-character", 1, 4)], id="escape"),
        pytest.param("a: b\x85c".encode(), [("control-character", 1, 5)], id="C1"),
        pytest.param(b"a: b\rc: d\n", [("control-character", 1, 5)], id="carriage return alone"),
        pytest.param("a: \u202eb\u202c\n".encode(), [("hidden-direction-character", 1, n) for n in (4, 6)], id="bidi"),
        pytest.param("£: \u061c\n".encode(), [("hidden-direction-character", 1, 4)], id="column counts characters"),
        pytest.param("👩: \u2066\n".encode(), [("hidden-direction-character", 1, 4)], id="astral ones too"),
        pytest.param("a\u200b: b\n".encode(), [("control-character", 1, 2)], id="zero width space"),
        pytest.param("a: b\ufeff\n".encode(), [("control-character", 1, 5)], id="byte order mark inside"),
        pytest.param("\ufeffa\u2060\n".encode(), [("control-character", 1, 2)], id="the mark is not counted"),
        pytest.param(
            "a: \ufdd0\U0001fffe\n".encode(), [("control-character", 1, n) for n in (4, 5)], id="no characters"
        ),
        pytest.param("a: b\u2028c\n".encode(), [("control-character", 1, 5)], id="line separator"),
        pytest.param("a: \U000e0041\n".encode(), [("control-character", 1, 4)], id="tag letters"),
        pytest.param(b"a: b\r\nc:\td\r\n", [("tab-character", 2, 3)], id="tab between Windows line ends"),
        pytest.param(b"a: caf\xe9\n", [("not-utf-8", 1, 7)], id="Windows-1252"),
        pytest.param(b"a: b\nc: d\xc3", [("not-utf-8", 2, 5)], id="cut off"),
        pytest.param(b"\xef\xbb\xbf\xe9", [("not-utf-8", 1, 1)], id="not UTF-8 after the mark"),
        pytest.param(b"a: \xe9\n\tb\n", [("not-utf-8", 1, 4), ("tab-character", 2, 1)], id="all of them at once"),
        pytest.param("a: b\n".encode("utf-16"), [("utf-16-file", 1, 1)], id="UTF-16"),
        pytest.param("a: b\n".encode("utf-16-be"), [("utf-16-file", 1, 1)], id="UTF-16 without a mark"),
        pytest.param("a: é\n".encode("utf-16-le"), [("utf-16-file", 1, 1)], id="UTF-16 that is not UTF-8"),
        pytest.param("a: b\n".encode("utf-32"), [("utf-16-file", 1, 1)], id="UTF-32"),
        pytest.param("\ufeffa: b\n".encode("utf-32-be"), [("utf-16-file", 1, 1)], id="UTF-32, big end first"),
        pytest.param("имя: дом\n".encode("utf-16"), [("utf-16-file", 1, 1)], id="UTF-16 in other letters"),
        pytest.param("a: \u200bnorth star\n".encode("utf-16-le"), [("utf-16-file", 1, 1)], id="UTF-16 with a flaw"),
        pytest.param("é: \U0001f469\n".encode("utf-16-le")[:-3], [("utf-16-file", 1, 1)], id="UTF-16 cut off"),
        pytest.param(b"\xff\xfe", [("utf-16-file", 1, 1)], id="UTF-16 with nothing in it"),
        pytest.param(b"\x00" * 512, [("control-character", 1, 1)], id="a file full of NULs is no UTF-16"),
        pytest.param(b"a: b\n" + b"\x00" * 8, [("control-character", 2, 1)], id="text with NULs behind it"),
        pytest.param(b"a" * 999 + b"\x00" * 25, [("control-character", 1, 1000)], id="few in much text"),
    ],
)
def test_what_a_reader_would_not_see_is_found(raw: bytes, expected: list[tuple[str, int, int]]) -> None:
    assert troubles_of(raw) == expected


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"\x1f\x8b\x08\x00" + b"\x00\x8b" * 400, id="gzip with many NULs"),
        pytest.param(b"\x1f\x8b\x08\x00" + bytes(range(256)) * 4, id="gzip"),
        pytest.param(b"PK\x03\x04" + b"\x01\xd8" * 300, id="half characters in UTF-16"),
        pytest.param(b"\xff\xfe" + b"\x01\xd8" * 300, id="as if with a mark"),
        pytest.param(b"name\x00\x00\x00\x00" * 100, id="letters and NULs"),
    ],
)
def test_what_is_no_text_is_said_to_be_none(raw: bytes) -> None:
    (trouble,) = decoded(raw)[1]
    said = "The file is not text: it may be a picture, an archive or another document."
    assert trouble == ("not-utf-8", said, 1, 1)


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        pytest.param(b"caf\xe9", 'Windows-1252, in which the byte is "é"', id="a guess"),
        pytest.param(b"caf\xe9 \x81", "0xE9 has no meaning", id="no guess"),
        pytest.param(b"a: \x00", "U+0000 (NUL)", id="a control character has a name"),
        pytest.param(b"a: \x01", "U+0001 (no printable character)", id="or none"),
        pytest.param("a: \u200b".encode(), "U+200B (ZERO WIDTH SPACE)", id="so has any other"),
        pytest.param(b"a:\tb", "a tab character", id="tab"),
    ],
)
def test_the_message_says_what_it_is(raw: bytes, words: str) -> None:
    with pytest.raises(TextTrouble) as caught:
        decode(raw)
    assert words in caught.value.troubles[0].message
    assert caught.value.troubles[0].message.isprintable()


def test_more_troubles_than_anybody_reads_are_counted() -> None:
    with pytest.raises(TextTrouble) as caught:
        decode(b"\t\n" * 1000)
    assert len(caught.value.troubles) == LIMITS.findings_per_file
    assert caught.value.left_out == 1000 - LIMITS.findings_per_file


def test_every_invisible_character_is_suspect_and_no_other_is() -> None:
    characters = map(chr, range(sys.maxunicode + 1))
    suspect = [one for one in characters if first_suspect(one)]
    assert len(suspect) == 2339
    assert not any(one.isprintable() for one in suspect)
    assert {kind_of(one)[0] for one in suspect} == {"tab-character", "control-character", "hidden-direction-character"}


@given(st.binary())
def test_any_bytes_become_text_or_troubles(raw: bytes) -> None:
    lines = raw.decode(errors="replace").removeprefix("\ufeff").replace("\r\n", "\n").split("\n")
    text, troubles = decoded(raw)
    assert bool(troubles) == (text is None)
    assert text is None or text.encode() == raw.removeprefix(b"\xef\xbb\xbf")
    of_a_piece = [one for one in troubles if one.rule != "utf-16-file" and "is not text" not in one.message]
    assert all(one.column <= len(lines[one.line - 1]) for one in of_a_piece)


def decoded(raw: bytes) -> tuple[str | None, list[Trouble]]:
    try:
        return decode(raw), []
    except TextTrouble as error:
        return None, error.troubles


@pytest.mark.parametrize(
    ("text", "expected"),
    [("name", "name"), ("a\nb", "a b"), ("\x1b[31m", "\ufffd[31m"), ("x" * 61, "x" * 60 + "...")],
)
def test_a_quotation_is_one_short_harmless_line(text: str, expected: str) -> None:
    assert shown(text) == expected
