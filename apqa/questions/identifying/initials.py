"""Initials with something that happened: "JB absconded", "J. B. was restrained", "pupil B hit another"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apqa.guidance.identifying import wording
from apqa.questions.identifying.sign import Sign
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.identifying.writing import Sentence

_TWO_OR_THREE = re.compile(r"(?<![\w.&/'-])(?:[A-Z]\. ?[A-Z]\.?(?: ?[A-Z]\.)?|[A-Z]{2,3})(?![\w&/-])")
_ONE = re.compile(r"(?<![\w.&/'-])[A-Z]\.?(?![\w&/'.-])")
_WITH_SURNAME = re.compile(r"(?<![\w.&/'-])[A-Z]\. ?[A-Z][a-z]{2,}\b(?! ?(?:Ltd|Limited|LLP|and|&))")
_AFTER_OBJECT = re.compile(
    r"(?:[,.;:!?)]|$| (?:and|on|in|at|who|"
    r"after|before|during|when|while|twice|again|by|with|from|because|for|to|had|has)\b)"
)
_LETTER_OF_A_THING = re.compile(
    r"\b(?:vitamin|plan|group|block|site|unit|hepatitis|appendix|part|section|class|room|level|grade|option|model|"
    r"area|schedule|annex|category|type|door|gate|point|band|set|team|hall|wing|house|key|form|code|stage|factor|"
    r"version)s? $",
    re.IGNORECASE,
)
_MOSTLY = 0.6
WHY = "with something that happened to one pupil"


def initials(sentence: Sentence) -> Iterator[Sign]:
    """Find initials in a sentence that says of something that happened. Short forms of posts and bodies are none."""
    text = sentence.text
    if not wording().incidents.search(text) or _in_capitals(text):
        return
    spans: list[tuple[int, int]] = []
    for found in _TWO_OR_THREE.finditer(text):
        letters = re.sub("[. ]", "", found[0])
        if letters not in wording().abbreviations and _is_somebody(text[: found.start()], text[found.end() :]):
            spans.append(found.span())
    spans += [found.span() for found in _ONE.finditer(text) if _is_a_letter_for_one(found, text)]
    spans += [found.span() for found in _WITH_SURNAME.finditer(text) if not _is_an_adults(found, text)]
    for start, end in sorted(spans):
        yield Sign(SignKind.INITIALS, text[start:end], sentence.start + start, sentence.start + end, WHY)


def _is_somebody(before: str, after: str) -> bool:
    """Answer whether what stands there does something, has something, or has something done to it."""
    if _acts().match(after):
        return True
    return _acted_on().search(before) is not None and _AFTER_OBJECT.match(after) is not None


def _is_a_letter_for_one(found: re.Match[str], text: str) -> bool:
    """Answer whether a single letter stands for a pupil: "pupil B", or a letter that does something."""
    before, after = text[: found.start()], text[found.end() :]
    if _pupil().search(before):
        return True
    return found[0][0] not in "AI" and not _LETTER_OF_A_THING.search(before) and _acts().match(after) is not None


def _is_an_adults(found: re.Match[str], text: str) -> bool:
    beside = text[max(0, found.start() - 40) : found.start()], text[found.end() : found.end() + 40]
    return any(re.search(rf"\b(?:{wording().staff})\b", each, re.IGNORECASE) for each in beside)


def _in_capitals(text: str) -> bool:
    """Answer whether a sentence is written in capitals, where they say nothing."""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(sign.isupper() for sign in letters) > _MOSTLY * len(letters)


@cache
def _acts() -> re.Pattern[str]:
    incidents = wording().incidents.pattern
    return re.compile(
        rf"(?:'s\b| (?:also |then |again |and [A-Z]{{2,3}} )*(?:(?:{wording().deeds})\b|{incidents}))", re.IGNORECASE
    )


@cache
def _acted_on() -> re.Pattern[str]:
    incidents = wording().incidents.pattern
    return re.compile(
        rf"(?:\b(?:with|by|to|at|of|for|from|on|and|between|against|involving|{wording().pupils})|{incidents}) $",
        re.IGNORECASE,
    )


@cache
def _pupil() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording().pupils})s? (?:[A-Z] and )?$", re.IGNORECASE)
