"""What stands beside a word that may be a name, and tells whose it is."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apqa.guidance.identifying import wording

if TYPE_CHECKING:
    from collections.abc import Callable

_YEAR = r"(?:year|yr|y) ?\d{1,2}\b"
_AGE = r"(?:[3-9]|1\d)\b"


def _matches(pattern: str) -> Callable[[str], bool]:
    at_start = re.compile(pattern, re.IGNORECASE).match
    return lambda text: at_start(text) is not None


def _ends(pattern: str) -> Callable[[str], bool]:
    at_end = re.compile(rf"(?:{pattern})$", re.IGNORECASE).search
    return lambda text: at_end(text) is not None


@cache
def cue() -> re.Pattern[str]:
    """Answer what finds that a text may speak of somebody by name at all."""
    words, name = wording(), r"(?-i:[A-ZÀ-Þ])"
    return re.compile(
        rf"(?:called|named|known as)\s+{name}|\b(?:{words.family})\s+(?:of|for)\s+{name}|{name}[\w'-]+(?:\s+"
        rf"(?:{words.of_people})|(?:\s+{name}[\w-]*)?(?:'s|')\s+(?:{words.family}))|\(\s?(?:year|yr|y)",
        re.IGNORECASE,
    )


@cache
def called() -> Callable[[str], bool]:
    """Answer whether what stands before a name says "a pupil called", or that a pupil is called so by others."""
    pupil = rf"\b(?:{wording().pupils})"
    passive = rf"{pupil}s?,? (?:who (?:is|was) )?(?:also |always |only )?(?:called|named|known as|nicknamed)"
    active = rf"(?:{pupil}\b[^.;]{{0,50}} calls?|\b(?:goes by|answers to)|\bcall(?:s|ed)? (?:him|her))"
    return _ends(rf"(?:{passive} ['\"]?|{active} ['\"])")


@cache
def family() -> Callable[[str], bool]:
    """Answer whether what follows a name is a relation's word: the name's mother."""
    return _matches(rf"(?: (?!and\b)[A-Z][\w-]*)?(?:'s|') (?:{wording().family})\b")


@cache
def relations() -> Callable[[str], bool]:
    """Answer whether what follows initials is somebody of a pupil's family: "KB's mum"."""
    return _matches(
        r"'s (?:(?:grand|step-?|foster )?(?:mother|father|mum|mam|dad|carer)|nan|gran|brother|sister|parents)\b"
    )


@cache
def family_of() -> Callable[[str], bool]:
    """Answer whether what stands before a name says "the mother of"."""
    return _ends(rf"\b(?:{wording().family}) (?:of|for) ")


@cache
def one_pupils() -> Callable[[str], bool]:
    """Answer whether what follows a name is one pupil's own: plan, behaviour, place."""
    return _matches(rf"'s? (?:\w+ )?(?:{wording().of_one_pupil})\b")


@cache
def pupil_before() -> Callable[[str], bool]:
    """Answer whether a word for a pupil stands before a name."""
    return _ends(rf"\b(?:{wording().pupils})s?,? (?:\()?(?:[A-Z]\w+(?:, | and ))*")


@cache
def year_or_age() -> Callable[[str], bool]:
    """Answer whether a school year, an age or a word for a pupil follows a name."""
    short = r"(?: (?-i:[A-Z])(?:[\w'-]+|\b\.?))?"
    year = rf" ?\({_YEAR}|,? (?:who is |who was |is )?(?:in|from|of) {_YEAR}|, (?:a |our )?{_YEAR}"
    age = rf",? \(?(?:aged? )?{_AGE}(?:\)|,| years|[ -]year)|,? \(?aged {_AGE}"
    pupil = rf"(?:,| is| was) (?:an?|one of (?:our|the|its|their)) (?:[\w-]+ ){{0,3}}(?:{wording().pupils})s?\b"
    return _matches(rf"{short}(?:{year}|{age}|{pupil})")


@cache
def in_brackets() -> Callable[[str], bool]:
    """Answer whether a school year in brackets follows a name."""
    return _matches(rf" ?\({_YEAR}\)")


@cache
def incident_next() -> Callable[[str], bool]:
    """Answer whether an incident follows a name at once."""
    return _matches(rf" (?:was |were |had |has been |is |then |again |twice |nearly )*{wording().incidents.pattern}")


@cache
def of_people() -> Callable[[str], bool]:
    """Answer whether what follows a name is said of people alone."""
    return _matches(rf" (?:{wording().of_people})\b")


@cache
def does() -> Callable[[str], bool]:
    """Answer whether what follows a name is a deed of a person's."""
    return _matches(rf"(?: (?:also|then|again|never|often|now|just|and \w+))? (?:{wording().deeds})\b")


@cache
def met() -> Callable[[str], bool]:
    """Answer whether what stands before a name says that somebody was met, seen or spoken of."""
    return _ends(rf"\b(?:{wording().meeting}) ")


@cache
def by_somebody() -> Callable[[str], bool]:
    """Answer whether what follows a name was done to it by somebody, as to a thing: "Grant refused by"."""
    return _matches(r" \w+ by\b")


@cache
def staff_after() -> Callable[[str], bool]:
    """Answer whether a post of an adult's follows a name."""
    who = rf"(?:[\w-]+ ){{0,4}}?(?:{wording().staff})s?\b"
    says = r"(?: \(|, | - |, who is | is )(?:the |our |an? |its |their |his |her )?"
    sits = r",? (?:(?:in|from) the office|(?:on|in) reception)\b"
    return _matches(rf"(?: (?-i:[A-Z])[\w'-]+)?(?:{says}{who}|{sits})")


@cache
def staff_before() -> Callable[[str], bool]:
    """Answer whether a post of an adult's stands before a name."""
    return _ends(rf"\b(?:{wording().staff})s?(?: (?:of|for) (?:the )?\w+)?(?:,|:| -)? (?:\()?")


@cache
def thing_after() -> Callable[[str], bool]:
    """Answer whether a thing or an animal that has a name follows one."""
    things = (
        rf"(?:(?!(?:on|in|at|by|with|near|under|to|from|for|of|off) )[\w-]+ ){{0,3}}?(?:{wording().named_things})\b"
    )
    row = r"(?:,? (?:and )?(?-i:[A-Z])\w+){0,6}"
    whose = "(?:the |an? |our |their |its |his |her )"
    are = "(?:is|are|was|were)"
    return _matches(
        rf"(?:,? {whose}{things}|{row} {are} {whose}?{things}|,? {are} played by|, (?:{wording().animals})\b)"
    )


@cache
def thing_before() -> Callable[[str], bool]:
    """Answer whether a thing or an animal that has a name stands before one."""
    names = r"(?:(?:Mr |Mrs |Miss |Lady |Sir )?(?-i:[A-Z])\w+(?:, | and ))*(?:Mr |Mrs |Miss |Lady |Sir )?"
    row = r"(?:(?: (?-i:[a-z])[\w-]*){0,5}:|,| \()?"
    return _ends(
        rf"\b(?:{wording().named_things}|{wording().animals}){row} ?(?:are |is |was )?(?:called |named )?{names}"
    )
