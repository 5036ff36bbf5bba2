"""Characters that no font at hand has, written by their names, so that a reader sees what stands there."""

from __future__ import annotations

import re
import unicodedata

_USUAL = ("LATIN", "GREEK", "CYRILLIC", "HEBREW", "ARABIC", "DIGIT", "POUND", "EURO")
"""How the names of the characters begin that the fonts of every computer have."""

SHAPING = frozenset("\u200d\u20e3\ufe0e\ufe0f\U0001f3fb\U0001f3fc\U0001f3fd\U0001f3fe\U0001f3ff")
"""What only shapes the sign before it, such as its colour: where that is written by its name, it goes."""


def spelled(text: str, characters: frozenset[str]) -> str:
    """Write the given characters of a text by their names: "[unicorn face]"."""
    return "".join(_name(each) if each in characters else each for each in text) if characters else text


def _name(character: str) -> str:
    if character in SHAPING:
        return ""
    number = f"U+{ord(character):04X}"
    name = unicodedata.name(character, number)
    return f"[{number if name.endswith(number[2:]) else name.lower()}]"


def unusual(text: str) -> frozenset[str]:
    """Answer the characters of a text that not every computer has a font for."""
    return frozenset(each for each in text if not each.isascii() and not _is_usual(each))


def _is_usual(character: str) -> bool:
    return unicodedata.name(character, "").startswith(_USUAL) or "\u2010" <= character <= "\u2027"


def not_drawn(message: str) -> frozenset[str]:
    """Answer the characters that typst says it has no font for, and what shapes them; none where it says another thing.

    Of a character and what shapes it, typst may name the one before both.
    """
    found = re.search(r'the text `"(.+?)"` could not be displayed', message)
    if found is None:
        return frozenset()
    text = re.sub(r"\\u\{([0-9a-f]+)\}", lambda code: chr(int(code.group(1), 16)), found.group(1))
    return frozenset(each for each in text if not each.isascii()) | SHAPING
