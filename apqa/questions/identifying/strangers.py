"""Names that no list knows: a word with a capital that is spoken of as only a person is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apqa.guidance.identifying import wording
from apqa.questions.identifying import cues

if TYPE_CHECKING:
    from apqa.questions.identifying.candidate import Candidate

_LIKE_A_SUBJECT = re.compile(r"(?:ing|tion|ics|ship|ment|ology|ance|ence|ness|ity|craft|work|ery|al|ive|\w{2}ed)$")
_IN_THE_NAME_OF_A_BODY = re.compile(r"^(?:'s)? (?:[A-Z]|and [A-Z]|& )")
_HE_OR_SHE_LATER = re.compile(r"^(?: [\w'-]+){1,8} (?:he|she|his|her|him|himself|herself)\b(?!/| or )", re.IGNORECASE)
_BORN = re.compile(r"^[,:]? \(?\d{1,2}([./-])\d{1,2}\1(?:20)?(?:0[5-9]|1\d|2[0-3])\b")
_A_RELATION = re.compile(
    r"(?<![\w-])(?:(?:foster |step-?|grand)?(?:mother|father|mum|mam|dad)|nan|nanna|gran|aunt|auntie|uncle|"
    r"brother|sister),? "
    r"(?:called |named )?$"
)
_IN_A_YEAR = re.compile(
    r"^(?:, (?:an? |our )?(?:year|yr|y) ?\d{1,2}(?: (?:pupil|student|boy|girl|lad))?[,)]|,? who is in (?:year|yr) ?\d)",
    re.IGNORECASE,
)


def spoken_of_as_a_pupil(name: Candidate) -> str:
    """Say why a word that no list knows is a name; nothing where it may be a place, a body, a make or a subject."""
    if _in_a_body(name) or name.word.endswith("s") or _LIKE_A_SUBJECT.search(name.word):
        return ""
    if _a_pupil_before(name) or _IN_A_YEAR.match(name.after):
        return "a word that may be a name, with a pupil's beside it"
    if _A_RELATION.search(name.before):
        return "a word that may be a name, behind a word for a relation"
    if _BORN.match(name.after) and not wording().dated_things.search(name.word):
        return "a word that may be a name, with a day on which a pupil may have been born"
    if not name.opens and cues.met()(name.before):
        return "a word that may be a name, of somebody who was met or spoken of"
    return _with_he_or_she(name)


def _in_a_body(name: Candidate) -> bool:
    """Answer whether a word is one of several with capitals, as names of bodies and places are."""
    return (
        _IN_THE_NAME_OF_A_BODY.match(name.after) is not None
        or re.search(r"\b[A-Z][\w'-]* $", name.before[1:]) is not None
    )


def _with_he_or_she(name: Candidate) -> str:
    """Say that a word does something and "he" or "she" follows, where nobody else is spoken of."""
    later = _HE_OR_SHE_LATER.match(name.after)
    if later and cues.does()(name.after) and not _somebody_else().search(f"{name.before}{later[0]}"):
        return "a word that may be a name, with what it does and a word for one person"
    return ""


@cache
def _somebody_else() -> re.Pattern[str]:
    words = wording()
    return re.compile(rf"\b(?:{words.staff}|{words.pupils}|{words.family})s?\b", re.IGNORECASE)


def _a_pupil_before(name: Candidate) -> bool:
    return _pupil_next().search(name.before) is not None


@cache
def _pupil_next() -> re.Pattern[str]:
    pupils = wording().pupils
    return re.compile(rf"\b(?:(?:{pupils})(?:, |: | \()|(?:{pupils})s?,? (?:such as|like) )$", re.IGNORECASE)
