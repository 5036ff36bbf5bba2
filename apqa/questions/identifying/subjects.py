"""Names that are other words too: "Will", "May", "Robin". Who does what a person does is one, and a bird is none."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from apqa.guidance.identifying import wording
from apqa.questions.identifying import cues

if TYPE_CHECKING:
    from apqa.questions.identifying.candidate import Candidate

_OFTEN = "(?:still|now|often|also|never|always|usually|then|again|mostly|only|just|already|rarely|sometimes)"
_DONE = re.compile(
    rf"^ (?:{_OFTEN} )?(?:is|was|has|had|did|does|goes|says|told|said|went|came|left|took|gave|made|sat|ran|"
    rf"felt|got|kept|"
    r"(?!proceed|succeed|exceed|embed)[a-z]{3,}ed)\b"
)
"""What follows no "will": a verb that is not in its plain form."""
_VIA = re.compile(r"\bvia (?:[A-Z]\w+ )?(?:and )?$")
_IN_A_NAME = re.compile(r"\b[A-Z][\w'-]+ $")
_SOMETHING = re.compile(r"^ (?:the|an?|to|that|how|some|his|her|about)\b")


def does_as_a_person(name: Candidate) -> bool:
    """Answer whether a word that is a first name too does, or is given, what only a person is or does."""
    if name.word in wording().places or cues.by_somebody()(name.after):
        return False
    if name.word == "Will" and _DONE.match(name.after):
        return True
    if _mind().match(name.after) or (_given().search(name.before) and _SOMETHING.match(name.after)):
        return True
    return not name.ordinary and _goes().match(name.after) is not None


def is_of_a_body(name: Candidate) -> bool:
    """Answer whether a word that is a first name too ends the name of something else: "the Schools Bill"."""
    found = _IN_A_NAME.search(name.before)
    if found is None or not re.search(r"\w", name.before[: found.start()]):
        return False
    return found[0].strip() not in wording().first_names | wording().also_words


def is_on_the_way(name: Candidate) -> bool:
    """Answer whether a name is that of a place somebody comes through: "via Kirk Shirley"."""
    return _VIA.search(name.before) is not None


def is_of_nature(name: Candidate) -> bool:
    """Answer whether a name is a bird's or a plant's, in a sentence about such and without what a person does."""
    if name.word not in wording().birds_and_plants or not _nature().search(name.before + name.after):
        return False
    return not (cues.does()(name.after) or does_as_a_person(name))


@cache
def _mind() -> re.Pattern[str]:
    return re.compile(rf"^ (?:{_OFTEN} )?(?:{wording().of_minds}|{wording().of_people})\b", re.IGNORECASE)


@cache
def _goes() -> re.Pattern[str]:
    return re.compile(rf"^ (?:{_OFTEN} )?(?:{wording().goings})\b")


@cache
def _given() -> re.Pattern[str]:
    return re.compile(r"\b(?:gave|asked|told|helped|thanked|taught|praised|reminded|encouraged|let|made|showed) $")


@cache
def _nature() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording().nature})\b", re.IGNORECASE)
