"""Short names of entries: what people write, "Digital art", and the word a record has for it, digital_art."""

from __future__ import annotations

import re

_WORD = re.compile(r"[a-z0-9]+(?:_[a-z0-9]+)*", re.ASCII)
_BETWEEN = re.compile(r"[\s_,./()-]+", re.ASCII)


def spoken_name(word: str) -> str:
    """Write a word of a record the way people do."""
    return word.replace("_", " ").capitalize()


def word_of(text: str) -> str:
    """Answer the word a record has for a name that people write; empty where there is none."""
    word = _BETWEEN.sub("_", text.strip().lower().replace("&", " and ")).strip("_")
    return word if _WORD.fullmatch(word) else ""
