"""Words such as "she" that speak of one pupil: by whom the sentence, or the one before it, was about."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from apqa.guidance.identifying import wording
from apqa.questions.identifying.sign import Sign
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from apqa.questions.identifying.writing import Sentence

_EITHER = "(?:he|she|him|her|his|hers|himself|herself)"
_ONE_OF_BOTH = rf"(?:s/he|{_EITHER}(?: or |/){_EITHER})"
_HE_OR_SHE = re.compile(
    rf"(?P<both>\b{_ONE_OF_BOTH}\b)|\b{_EITHER}\b(?!/)(?: [\w'-]+){{0,2}}",
    re.IGNORECASE,
)
_WITH_A_CAPITAL = re.compile(r"\b[A-Z][\w-]+")
_IN_GENERAL = "voice|premium|referral|numbers?|council|records?|protection|support|places?"
_THEY = re.compile(r"\b(?:they|them|their|themsel\w+)\b(?: [\w'-]+){0,2}", re.IGNORECASE)
_LATER = re.compile(r"\s*(?:where|when|if|as|while|because|since|after|before|once|although)\b[^,]*, *$", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:when|whenever|if|where|should|must|may|can|would|will|any|every|each)\b", re.IGNORECASE)


class Whom(Enum):
    """Of whom words speak."""

    ONE_PUPIL = auto()
    """One pupil, not pupils in general."""
    AN_ADULT = auto()
    """Somebody who works there, or a parent."""
    SEVERAL = auto()
    """More than one, or nobody in particular."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Somebody a sentence speaks of."""

    whom: Whom
    start: int


def pronouns(
    sentences: Sequence[Sentence], named: Iterable[Sign], others: frozenset[str] = frozenset()
) -> Iterator[Sign]:
    """Find words that speak of one pupil: with something that happened, or after a sentence about one pupil.

    Where they go back to somebody who works there, they do not, by post or by name (`others`). A name or initials
    (`named`) are one pupil. One a
    sentence is enough to look at it.
    """
    if not any(_HE_OR_SHE.search(each.text) or _THEY.search(each.text) for each in sentences):
        return
    starts = [sign.start for sign in named]
    before: Whom | None = None
    for sentence in sentences:
        if sentence.opens:
            before = None
        here = _mentions(sentence, starts, others)
        found = _he_or_she(sentence, here, before) or _they(sentence, here, before)
        if found:
            yield found
        before = _about(here, sentence, before)


def _about(here: list[Mention], sentence: Sentence, before: Whom | None) -> Whom | None:
    """Answer whom the next sentence goes back to: whom this one begins with, or, where it names nobody, the last.

    "The cob is calm. He kicked a gate": an animal of which nobody else is spoken is no more a pupil than an adult is.
    """
    if here:
        return here[0].whom
    if _animal().search(sentence.text):
        return Whom.AN_ADULT
    return before if _HE_OR_SHE.search(sentence.text) or _THEY.search(sentence.text) else None


def _he_or_she(sentence: Sentence, here: list[Mention], before: Whom | None) -> Sign | None:
    for found in _HE_OR_SHE.finditer(sentence.text):
        if found["both"]:
            continue
        back: list[Whom | None] = [each.whom for each in here if each.start < found.start()] or [before]
        incident = wording().incidents.search(sentence.text) is not None
        if Whom.ONE_PUPIL in back:
            return _sign(found, sentence, "it speaks of one pupil, as boy or girl")
        if incident and Whom.AN_ADULT not in back:
            return _sign(found, sentence, "it speaks of one person, with something that happened")
    return None


def _they(sentence: Sentence, here: list[Mention], before: Whom | None) -> Sign | None:
    """Find "they" where it can be one pupil alone, with something that happened."""
    found = _THEY.search(sentence.text)
    if found is None or not wording().incidents.search(sentence.text):
        return None
    back: set[Whom | None] = {each.whom for each in here if each.start < found.start()} or {before}
    why = "it speaks of one pupil, with something that happened"
    return _sign(found, sentence, why) if back == {Whom.ONE_PUPIL} else None


def _sign(found: re.Match[str], sentence: Sentence, why: str) -> Sign:
    start, end = found.span()
    return Sign(SignKind.PRONOUN, found[0], sentence.start + start, sentence.start + end, why)


def _mentions(sentence: Sentence, named: list[int], others: frozenset[str]) -> list[Mention]:
    """Answer whom a sentence speaks of, in its order."""
    text = sentence.text
    here = [
        Mention(Whom.ONE_PUPIL, start - sentence.start)
        for start in named
        if sentence.start <= start < sentence.start + len(text)
    ]
    here += [
        Mention(Whom.AN_ADULT, found.start())
        for found in _WITH_A_CAPITAL.finditer(text)
        if others and found[0] in others
    ]
    for found in _somebody().finditer(text):
        whom = _whom(found, text)
        # "If she is out, the manager …" speaks of the manager from the beginning.
        opens = whom is Whom.AN_ADULT and _LATER.match(text[: found.start()].removesuffix("the ")) is not None
        here.append(Mention(whom, -1 if opens else found.start()))
    return sorted(here, key=lambda each: each.start)


def _whom(found: re.Match[str], text: str) -> Whom:
    if found["adult"] or (found["which"] and "former" in found[0].lower()):
        return Whom.AN_ADULT
    if found["several"] or found["which"].lower() in {"any", "every", "each", "no"}:
        return Whom.SEVERAL
    supposed = found["which"].lower() in {"a", "the", "another"} and _SUPPOSED.search(text[: found.start()])
    return Whom.SEVERAL if supposed else Whom.ONE_PUPIL


@cache
def _animal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording().animals})\b", re.IGNORECASE)


@cache
def _somebody() -> re.Pattern[str]:
    words = wording()
    return re.compile(
        rf"\b(?:(?<!his )(?<!her )(?P<adult>(?:{words.staff}|mother|father|mum|dad|parent|carer|grandmother|nan)\b)"
        rf"|(?P<several>(?:{words.pupils})s|children|staff|they all|everyone|parents|(?:{words.staff})s\b)"
        r"|(?<!been )(?<!as )(?<!become )(?P<which>one|an?|another|the|this|that|our|each|every|any|no|young) "
        rf"(?:[\w-]+ ){{0,3}}?(?:{words.pupils})"
        rf"(?![\w-]|'s (?:{words.family})| (?:{_IN_GENERAL})))",
        re.IGNORECASE,
    )
