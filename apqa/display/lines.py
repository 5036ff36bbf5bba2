"""Lines made of pieces, and text broken into lines that fit a width."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.writing.characters import cells, visible

if TYPE_CHECKING:
    from collections.abc import Iterator

_JOINTS = "/-_"
"""The signs a long word may be broken behind."""

_NARROWEST = 10
"""No text is broken into lines shorter than this, however narrow the terminal."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one style."""

    text: str
    style: str = ""
    """A word from `terminal.STYLES`, empty for plain text."""


Line = tuple[Piece, ...]
"""What stands on one line, from left to right."""


def wrapped(text: str, width: int | None = None, *, first: str = "", hang: str | None = None) -> list[str]:
    """Break a text into lines of at most a width, the first led by one indent, the rest by another.

    Without a width it stays one line. A word too long for a line of its own is broken.
    """
    shown = visible(text)
    hang = first if hang is None else hang
    if width is None:
        return [first + shown]
    room = max(width - max(cells(first), cells(hang)), _NARROWEST)
    broken = list(_filled(shown, room)) or [""]
    return [first + broken[0], *(hang + line for line in broken[1:])]


def _filled(text: str, room: int) -> Iterator[str]:
    """Fill lines with words."""
    line = ""
    for word in _words(text, room):
        if line and cells(line) + 1 + cells(word) > room:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    if line:
        yield line


def _words(text: str, room: int) -> Iterator[str]:
    """Take a text apart into words, none wider than the room there is."""
    for word in filter(None, text.split(" ")):  # a no-break space holds words together
        yield from [word] if cells(word) <= room else _broken(word, room)


def _broken(word: str, room: int) -> Iterator[str]:
    """Break a word where it has a joint, as the way to a file has, and anywhere where it has none."""
    part = ""
    for character in word:
        if part and cells(part) + cells(character) > room:
            joint = max(part.rfind(sign) for sign in _JOINTS) + 1
            end = joint if joint * 2 > len(part) else len(part)
            yield part[:end]
            part = part[end:]
        part += character
    yield part
