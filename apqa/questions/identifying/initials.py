"""Initials with something that happened: "JB absconded", "J. B. was restrained", "pupil B hit another"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apqa.guidance.identifying import wording
from apqa.questions.identifying import cues
from apqa.questions.identifying.sign import Sign
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.identifying.writing import Sentence

_TWO_OR_THREE = re.compile(
    r"(?<![\w.&/'-])(?:[A-Z]{1,2}(?:Mc|Mac|O')[A-Z]|[A-Z]\. ?(?:O'|Mc|Mac)?[A-Z]\.?(?: ?[A-Z]\.)?|"
    r"[A-Z]{2,3})(?![\w&/-])"
)
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
_TWO = 2
_TOLD = re.compile(r" ?(?:-|:|\() ?\w")
_MOSTLY = 0.6
_LETTERS = re.compile(r"\b[A-Z](?:\.|\b)|\b[A-Z]{2,3}\b|[a-z'][A-Z]\b")
_OF_SOMEBODY = "letters for somebody, who does or has something or is spoken of"
WHY = "with something that happened to one pupil"


def initials(sentence: Sentence) -> Iterator[Sign]:
    """Find initials in a sentence that says of something that happened. Short forms of posts and bodies are none."""
    text = sentence.text
    if not _LETTERS.search(text) or _in_capitals(text):
        return
    happened = wording().incidents.search(text) is not None
    spans: list[tuple[int, int]] = []
    for found in _TWO_OR_THREE.finditer(text):
        before, after = text[: found.start()], text[found.end() :]
        plain = happened or "." in found[0] or _pupil().search(before) or cues.relations()(after) or cues.met()(before)
        somebody = _is_somebody(before, after) or (happened and _heads_a_line(found, text))
        if plain and _are_initials(found[0], after) and somebody:
            spans.append(found.span())
    spans += [found.span() for found in _ONE.finditer(text) if _is_a_letter_for_one(found, text, happened=happened)]
    if happened:
        spans += [found.span() for found in _WITH_SURNAME.finditer(text) if not _is_an_adults(found, text)]
    why = WHY if happened else _OF_SOMEBODY
    for start, end in sorted(spans):
        yield Sign(SignKind.INITIALS, text[start:end], sentence.start + start, sentence.start + end, why)


def _are_initials(words: str, after: str) -> bool:
    """Answer whether letters are no short form, and not the beginning of a name that is written out."""
    letters = re.sub("[. ]", "", words)
    if letters in wording().things_in_short and cues.incident_next()(after):
        return True
    if "." not in words:
        return letters not in wording().abbreviations
    return letters not in wording().dotted and re.match(r" ?[A-Z][a-z]", after) is None


def _is_somebody(before: str, after: str) -> bool:
    """Answer whether what stands there does something, has something, or has something done to it."""
    if _acts().match(after):
        return True
    return _acted_on().search(before) is not None and _AFTER_OBJECT.match(after) is not None


def _heads_a_line(found: re.Match[str], text: str) -> bool:
    """Answer whether two letters, or those with Mc or O', stand before what is told of them: "LW - sent home"."""
    short = len(found[0]) == _TWO or not found[0].isupper()
    return short and not re.search(r"\w", text[: found.start()]) and _TOLD.match(text[found.end() :]) is not None


def _is_a_letter_for_one(found: re.Match[str], text: str, *, happened: bool) -> bool:
    """Answer whether a single letter stands for a pupil: "pupil B", or a letter that does something."""
    before, after = text[: found.start()], text[found.end() :]
    if _pupil().search(before) and (happened or found[0] not in {"A", "I"}):
        return True
    dotted = found[0].endswith(".") and re.match(" [a-z]", after) is not None
    if dotted and not _LETTER_OF_A_THING.search(before) and _before_one().search(before):
        return True
    return (
        (dotted or (happened and found[0][0] not in "AI"))
        and not _LETTER_OF_A_THING.search(before)
        and _acts().match(after) is not None
    )


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
        rf"(?:\b(?:with|by|to|at|of|for|from|on|and|between|against|involving|concerns?|concerning|about|saw|see|met|asked|"
        rf"told|{wording().pupils})|{incidents}) $",
        re.IGNORECASE,
    )


@cache
def _before_one() -> re.Pattern[str]:
    return re.compile(r"\b(?:for|with|to|that|about|of|by|from|and|asked|told|met|saw|keep|let) $", re.IGNORECASE)


@cache
def _pupil() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording().pupils})s? (?:[A-Z] and )?$", re.IGNORECASE)
