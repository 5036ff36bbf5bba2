"""Bytes to text: UTF-8, and no character that a reader of the file would not see."""

from __future__ import annotations

import re
import unicodedata
from codecs import BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE, getincrementaldecoder
from functools import cache
from typing import TYPE_CHECKING

from apqa.reading.trouble import Trouble, Troubles

if TYPE_CHECKING:
    from collections.abc import Iterator

BOM = "\ufeff"

_DIRECTION = ((0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069))
"""Characters that make text appear in another order than it is stored."""

_UNSEEN = (
    (0x00, 0x08),  # C0, without tab and line feed; a carriage return is welcome in front of a line feed
    (0x0B, 0x1F),
    (0x7F, 0x9F),  # C1
    (0xAD, 0xAD),  # soft hyphen, which is seen at the end of a line alone
    (0x180E, 0x180E),
    (0x200B, 0x200B),  # zero width space; the joiners beside it belong to emoji and to living scripts
    (0x2028, 0x2029),  # line breaks to some programs and none to others
    (0x2060, 0x2065),
    (0x206A, 0x206F),
    (0xD800, 0xDFFF),  # half characters, which only an escape can bring in
    (0xFDD0, 0xFDEF),
    (0xFEFF, 0xFEFF),
    (0xFFF9, 0xFFFB),
    (0xE0000, 0xE007F),  # tags, which hide whole sentences
    *((plane + 0xFFFE, plane + 0xFFFF) for plane in range(0, 0x110000, 0x10000)),
)
_TAB = ((0x09, 0x09),)


def _harmless() -> str:
    """Write all other characters as a class: `[^…]` of it runs several times faster than the short list."""
    forbidden = sorted(_DIRECTION + _UNSEEN + _TAB)
    starts = (0, *(last + 1 for _, last in forbidden))
    ends = (*(first - 1 for first, _ in forbidden), 0x10FFFF)
    ranges = (rf"\U{start:08x}-\U{end:08x}" for start, end in zip(starts, ends, strict=True) if start <= end)
    return r"\n -~" + "".join(ranges)


@cache
def suspects() -> re.Pattern[str]:
    """Answer the pattern of one character that has no business in a record. To compile it takes milliseconds."""
    return re.compile(f"[^{_harmless()}]")


def first_suspect(text: str) -> re.Match[str] | None:
    """Find the first character that has no business in a record. Where all can be printed there is none."""
    return None if text.replace("\n", "").isprintable() else suspects().search(text)


_ODD_SPACE = "[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
"""Spaces that look like the one of the keyboard and part no name from its value."""


@cache
def _misplaced_spaces() -> re.Pattern[str]:
    """Answer the pattern of an odd space where a line begins, after a hyphen, or behind a name's colon."""
    return re.compile(rf"^(?:[ -]*[\w-]+:[ ]*|[ ]*-|[ -]*)({_ODD_SPACE})", re.MULTILINE)


def odd_spaces(text: str) -> Iterator[tuple[int, str]]:
    """Find the spaces that keep a line from being what it looks like, and what they are in words.

    In the text of a value they do no harm, so they are looked for only where something is wrong.
    """
    for found in () if text.isascii() else _misplaced_spaces().finditer(text):
        yield found.start(1), f"a space that is not the one of the keyboard, {_numbered(found[1])}"


_CONTROL_NAMES = {0x00: "NUL", 0x07: "BELL", 0x08: "BACKSPACE", 0x0C: "FORM FEED", 0x0D: "CARRIAGE RETURN"}
_CONTROL_NAMES |= {0x1B: "ESCAPE", 0x7F: "DELETE", 0x85: "NEXT LINE"}

_WIDE = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_WIDE_MARKS = ((BOM_UTF32_LE, "utf-32"), (BOM_UTF32_BE, "utf-32"), (BOM_UTF16_LE, "utf-16"), (BOM_UTF16_BE, "utf-16"))
_CONTROLS = bytes({*range(0x20)} - set(b"\t\n\f\r"))
_MANY, _MUCH = 8, 0.05
"""So many control characters, and such a share of the beginning, no text has, however damaged."""

_READABLE = 0.9
"""The share of printable characters that text has, though it may have hidden ones."""

_START = 1024
"""Bytes by which a file is known that is no UTF-8 text."""


_SHOWN = 60
"""Characters of a file that a message quotes at most."""


class TextTrouble(Exception):  # noqa: N818 - it carries the troubles of a file, and is no error of the program
    """The bytes are no text a record can be read from. Carries everything found in them."""

    def __init__(self, troubles: Troubles) -> None:
        """Keep the troubles and how many more there were."""
        super().__init__(f"{len(troubles.met)} troubles")
        self.troubles: list[Trouble] = troubles.met
        self.left_out = troubles.left_out


def decode(raw: bytes) -> str:
    """Read bytes as UTF-8 text. A byte order mark at the start is dropped; line ends stay as they are.

    Raises `TextTrouble` with every trouble of the file.
    """
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        raise TextTrouble(_undecodable(raw, error)) from None
    text = text.removeprefix(BOM)
    lines = text.replace("\r\n", "\n") if "\r" in text else text
    if first_suspect(lines):
        raise TextTrouble(_of_the_whole(raw) or _suspects(lines, Troubles()))
    return text


def kind_of(character: str) -> tuple[str, str]:
    """Answer the rule a suspect character breaks, and what the character is in words."""
    code = ord(character)
    if code == 0x09:  # noqa: PLR2004 - the tab
        return "tab-character", "a tab character"
    if any(first <= code <= last for first, last in _DIRECTION):
        return "hidden-direction-character", f"an invisible character that turns text round, {_numbered(character)}"
    return "control-character", f"an invisible character, {_numbered(character)}"


def _numbered(character: str) -> str:
    """Write a character by its number and its name."""
    code = ord(character)
    name = _CONTROL_NAMES.get(code) or unicodedata.name(character, "no printable character")
    return f"U+{code:04X} ({name})"


def shown(text: str) -> str:
    """Quote a piece of a file in a message: on one line, not too long, and nothing in it that acts on a terminal."""
    line = suspects().sub("\ufffd", text[:_SHOWN]).replace("\n", " ")
    return line if len(text) <= _SHOWN else f"{line}..."


def _suspects(text: str, troubles: Troubles) -> Troubles:
    """Report the first suspect character of each kind in each line: a line full of tabs is one trouble."""
    for number, line in enumerate(text.split("\n"), 1):
        seen: set[str] = set()
        for found in suspects().finditer(line):
            if found[0] not in seen:
                seen.add(found[0])
                rule, words = kind_of(found[0])
                troubles.add(rule, f"Here stands {words}.", number, found.start() + 1)
    return troubles


def _undecodable(raw: bytes, error: UnicodeDecodeError) -> Troubles:
    """Report the first byte that is not UTF-8, then what else is wrong in the rest of the file."""
    if whole := _of_the_whole(raw):
        return whole
    before = raw[: error.start].decode().removeprefix(BOM)
    line, column = before.count("\n") + 1, len(before) - before.rfind("\n")
    troubles = Troubles()
    troubles.add("not-utf-8", _not_utf_8(raw, error.start), line, column)
    rest = raw.decode(errors="replace").removeprefix(BOM)
    return _suspects(rest.replace("\r\n", "\n"), troubles)


def _not_utf_8(raw: bytes, start: int) -> str:
    """Say what the byte is, and what it was probably meant to be."""
    said = f"The file is not UTF-8 text from here on: the byte 0x{raw[start]:02X} has no meaning in this place."
    try:
        raw.decode("cp1252")
    except UnicodeDecodeError:
        return said
    meant = raw[start : start + 1].decode("cp1252")
    return f'{said} It looks like Windows-1252, in which the byte is "{meant}": save the file again as UTF-8.'


def _of_the_whole(raw: bytes) -> Troubles | None:
    """Report a file that is UTF-16 or no text at all; none where it is text with something wrong in it."""
    if _is_wide(raw):
        said = 'The file is written in UTF-16 or UTF-32, which Windows programs call "Unicode". Save it again as UTF-8.'
        return _one("utf-16-file", said)
    if _is_no_text(raw):
        return _one("not-utf-8", "The file is not text: it may be a picture, an archive or another document.")
    return None


def _is_wide(raw: bytes) -> bool:
    """Answer whether it is UTF-16 or UTF-32: text if it is read as its mark says, or without one Latin text."""
    start = raw[:_START]
    marked = [encoding for mark, encoding in _WIDE_MARKS if start.startswith(mark)]
    return any(_reads_as(start, encoding) for encoding in marked) or any(
        _reads_as(start, encoding, latin=True) for encoding in _WIDE
    )


def _reads_as(start: bytes, encoding: str, *, latin: bool = False) -> bool:
    """Answer whether bytes are text in an encoding, nearly all of it printable, and the most of it Latin if asked."""
    try:
        text = getincrementaldecoder(encoding)().decode(start)
    except UnicodeDecodeError:
        return False
    seen = [character for character in text if character.isprintable() or character in "\t\n\r"]
    most_latin = sum(character < "\u0100" for character in seen) * 2 > len(text)
    return len(seen) >= len(text) * _READABLE and (most_latin or not latin)


def _is_no_text(raw: bytes) -> bool:
    """Answer whether too many control characters stand at the beginning. A file full of NULs is a damaged one."""
    start = raw[:_START]
    controls = len(start) - len(start.translate(None, _CONTROLS))
    return controls > max(_MANY, len(start) * _MUCH) and any(start)


def _one(rule: str, said: str) -> Troubles:
    troubles = Troubles()
    troubles.add(rule, said, 1, 1)
    return troubles
