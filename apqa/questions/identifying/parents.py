"""Names of parents, carers and other relations of a pupil, which tell who the pupil is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apqa.questions.identifying import cues
from apqa.questions.identifying.sign import Sign
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.identifying.writing import Sentence

_NAME = r"[A-Z]\w*(?:['-][A-Z]\w+)*"
_TITLED = re.compile(rf"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?(?: (?:and|&) (?:Mr|Mrs|Ms|Dr)\.?)? {_NAME}(?: {_NAME})?")
_A_CHILD = re.compile(
    r"[^;]{0,80}\b(?:her|his|their) (?:own )?(?:\w+ )?"
    r"(?:son|daughter|child(?! (?:protection|care|and))|children|boy|girl|grandson|granddaughter|grandchild|"
    r"nephew|niece)\b"
)
_RELATION = (
    r"(?:(?:foster |step-?|grand|god)?(?:mother|father|mum|mam|dad)|nan|nanna|gran|granny|carer|foster carer|"
    r"parent|guardian|aunt|auntie|uncle|brother|sister)"
)
_AFTER = re.compile(
    rf"(?:'s? (?:\w+ )?(?:son|daughter|lad|boy|girl|child|grandson|granddaughter)\b|,? \(?(?:the |an? |his |"
    rf"her |their |whose )?(?:pupil's |child's )?{_RELATION}\b(?! governor))"
)
_BEFORE = re.compile(rf"\b(?:{_RELATION}s?)(?:,|:| \(| is| was)? $", re.IGNORECASE)


def parents(sentence: Sentence) -> Iterator[Sign]:
    """Find people with a title in a sentence that makes them a pupil's parent or carer: "Mrs Oldacre says her son"."""
    text = sentence.text
    for found in _TITLED.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        if cues.staff_after()(after) or cues.staff_before()(before):
            continue
        if _A_CHILD.match(after) or _AFTER.match(after) or _BEFORE.search(before):
            why = "the words beside it make it a parent's or a relation's"
            start = sentence.start + found.start()
            yield Sign(SignKind.NAME, found[0], start, start + len(found[0]), why)
