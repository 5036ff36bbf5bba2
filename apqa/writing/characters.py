"""Characters: how wide they stand, which may be shown, and what to show in their place."""

from __future__ import annotations

import unicodedata

_TURNING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that turn the direction of the text after them, and so can hide what it says."""

_NOT_SHOWN = frozenset({"Cc", "Cs", "Zl", "Zp"})
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})

_PLAINER = {
    "\N{CHECK MARK}": "yes",
    "\N{HEAVY CHECK MARK}": "yes",
    "\N{BALLOT X}": "no",
    "\N{HEAVY BALLOT X}": "no",
    "\N{WARNING SIGN}": "!",
    "\N{RIGHTWARDS ARROW}": "->",
    "\N{LEFTWARDS ARROW}": "<-",
    "\N{LEFT RIGHT ARROW}": "<->",
    "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}": "\\n",
    "\N{HORIZONTAL ELLIPSIS}": "...",
    "\N{EN DASH}": "-",
    "\N{EM DASH}": "--",
    "\N{MINUS SIGN}": "-",
    "\N{NON-BREAKING HYPHEN}": "-",
    "\N{BOX DRAWINGS LIGHT HORIZONTAL}": "-",
    "\N{BOX DRAWINGS LIGHT VERTICAL}": "|",
    "\N{BULLET}": "*",
    "\N{MIDDLE DOT}": "-",
    "\N{BLACK CIRCLE}": "*",
    "\N{WHITE CIRCLE}": "o",
    "\N{LEFT SINGLE QUOTATION MARK}": "'",
    "\N{RIGHT SINGLE QUOTATION MARK}": "'",
    "\N{LEFT DOUBLE QUOTATION MARK}": '"',
    "\N{RIGHT DOUBLE QUOTATION MARK}": '"',
    "\N{LESS-THAN OR EQUAL TO}": "<=",
    "\N{GREATER-THAN OR EQUAL TO}": ">=",
    "\N{MULTIPLICATION SIGN}": "x",
    "\N{SECTION SIGN}": "s.",
    "\N{POUND SIGN}": "GBP ",
    "\N{EURO SIGN}": "EUR ",
    "\N{FRACTION SLASH}": "/",
    "\N{NO-BREAK SPACE}": " ",
    "\N{NARROW NO-BREAK SPACE}": " ",
    "\N{ZERO WIDTH SPACE}": "",
    "\N{VARIATION SELECTOR-16}": "",
}
"""What to write where an encoding lacks the character."""


def cells(text: str) -> int:
    """Count the columns a text takes in a terminal: wide characters two, combining ones none."""
    return len(text) if text.isascii() else sum(_cell(character) for character in text)


def _cell(character: str) -> int:
    if unicodedata.category(character) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def visible(text: str) -> str:
    """Put a text on one line and show what would steer the terminal or turn the text around.

    A value in a record or the name of a file may hold such characters, by accident or by intent.
    """
    if text.isprintable():
        return text
    return "".join(_shown(character) for character in text.replace("\r\n", "\n"))


def _shown(character: str) -> str:
    if character in "\t\n\r":
        return " "
    if character in _TURNING or unicodedata.category(character) in _NOT_SHOWN:
        return numbered(character)
    return character


def numbered(character: str) -> str:
    r"""Write a character by its number: `\x1b`, `\u202e`."""
    if character.isascii():
        return f"\\x{ord(character):02x}"
    return character.encode("ascii", "backslashreplace").decode()


def encodes(text: str, encoding: str) -> bool:
    """Answer whether an encoding has every character of a text."""
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def fitted(text: str, encoding: str) -> str:
    """Replace the characters an encoding lacks by plainer ones, and the rest by their numbers."""
    if encodes(text, encoding):
        return text
    return "".join(c if encodes(c, encoding) else _plainer(c, encoding) for c in text)


def _plainer(character: str, encoding: str) -> str:
    if character in _PLAINER:
        return _PLAINER[character]
    parts = (part for part in unicodedata.normalize("NFKD", character) if not unicodedata.combining(part))
    bare = "".join(_PLAINER.get(part, part) for part in parts)
    if bare != character and encodes(bare, encoding):
        return bare
    return numbered(character)
