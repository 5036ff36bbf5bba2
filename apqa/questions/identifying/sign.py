"""A sign: words of a text that may tell who a pupil is."""

from __future__ import annotations

from dataclasses import dataclass

from apqa.vocabulary.identifying import SignKind

_ENDS = 2
"""How many signs of a number are shown at each of its ends."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Words of a text that may tell who a pupil is."""

    kind: SignKind
    """What kind of sign it is."""

    words: str
    """The words, as they stand in the text. They are never repeated in an answer: see `shown`."""

    start: int
    """Where they begin in the text, counted from 0."""

    end: int
    """Where they end: the place of the first character after them."""

    why: str
    """Why they are taken for one, in a few plain words."""

    certain: bool = False
    """Whether it is one beyond reasonable doubt, such as a pupil number whose check letter fits."""

    @property
    def shown(self) -> str:
        """Answer as much of the words as finds them again, and no more: answers end in logs and comments.

        Of a number the two signs at each end, of a day and a reference the first and the last, of a name the first
        letter, of "she" and what follows the one word. What fits one pupil alone, and names nobody, stands as it is.
        """
        words = self.words.split()
        if self.kind is SignKind.CLASS_OF_ONE:
            return " ".join(words)
        if self.kind is SignKind.PRONOUN:
            return words[0]
        bare = "".join(words)
        if self.kind in _FIRST_ALONE:
            return f"{bare[:1]}…"
        ends = _ENDS if self.kind in _NUMBERS else 1
        return f"{bare[:ends]}…{bare[-ends:]}"


_NUMBERS = frozenset({SignKind.UPN, SignKind.NHS_NUMBER})
_FIRST_ALONE = frozenset({SignKind.NAME, SignKind.INITIALS, SignKind.HOME_CONTACT})
