"""A word with a capital that may be a name, between what stands before and after it in its sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from apqa.guidance.identifying import wording


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word with a capital, between what stands before and after it in its sentence."""

    word: str
    start: int
    end: int
    before: str
    after: str

    @property
    def listed(self) -> bool:
        """Answer whether it is a first name and hardly anything else."""
        return self._plain in wording().first_names or self._doubled

    @property
    def doubtful(self) -> bool:
        """Answer whether it is a first name and another word as well."""
        return self._plain in wording().also_words

    @property
    def ordinary(self) -> bool:
        """Answer whether it is a word that has a capital without being a name."""
        return self._plain in wording().not_names

    @property
    def opens(self) -> bool:
        """Answer whether it is the first word, which has a capital whatever it is."""
        return not re.search(r"\w", self.before)

    @property
    def unheard_of(self) -> bool:
        """Answer whether no list knows it, as a name or as another word."""
        return not (self.ordinary or self.listed or self.doubtful or self.word.isupper())

    @property
    def _doubled(self) -> bool:
        """Answer whether it is two names in one, of which each is another word as well: "Poppy-Mae"."""
        first, _, second = self.word.partition("-")
        seconds = wording().second_names | wording().first_names | wording().also_words
        return first in wording().also_words - wording().not_names and second in seconds

    @property
    def _plain(self) -> str:
        """Answer the word as the lists have it; of two joined by a hyphen the first, where it is a first name."""
        plain = plain_name(self.word)
        first = plain.partition("-")[0]
        return first if first in wording().first_names else plain


@cache
def _without_marks(word: str) -> str:
    """Write a word without accents, as the list of names is written."""
    from unicodedata import combining, normalize

    return word if word.isascii() else "".join(each for each in normalize("NFD", word) if not combining(each))


def plain_name(word: str) -> str:
    """Write a word as the lists of names are written: without accents, and with one capital."""
    return _without_marks(word if not word.isupper() else word.capitalize())
