"""What must never stand in these records: who a pupil is (QF-35)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from apqa.finding import Severity
from apqa.records.identifiers import holds_upn
from apqa.records.kinds import KINDS
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.rule import Path

_BY_ITSELF = frozenset(
    {
        "birth",
        "birthdate",
        "birthday",
        "dateofbirth",
        "dob",
        "firstname",
        "forename",
        "forenames",
        "lastname",
        "middlename",
        "nhsnumber",
        "surname",
        "uln",
        "upn",
    }
)
"""Words that say who a person is in whatever record they stand."""

_OF_SOMEBODY = ("name", "address", "postcode", "email", "phone", "telephone", "mobile", "nhs", "contact")
"""Words that say who a pupil is where they are a pupil's; of a provider or a post they are innocent."""

_ALONE = frozenset({*_OF_SOMEBODY, "fullname", "homeaddress"}) - {"contact"}
"""What says who a pupil is in a record that is about one, if it is all there is of a key."""

_A_PUPIL = "(?:pupil|child|children|student|learner|young person|yp)(?: ?s)?"
_A_PARENT = "(?:parent|carer|guardian|mother|father|mum|dad)(?: ?s)?"
_WHICH = "(?: (?:first|last|full|middle|given|legal|known|preferred|home|family))*"
_WORDS = f"(?:{'|'.join((*_OF_SOMEBODY, *sorted(_BY_ITSELF)))})(?:es|s)?"
_A_PUPILS = rf"(?:.* )?{_A_PUPIL}{_WHICH} ?{_WORDS}(?: .*)?"
_OF_A_PUPIL = rf"(?:.* )?{_WORDS} (?:of )?(?:the )?{_A_PUPIL}(?: .*)?"
_A_PARENTS = rf"(?:.* )?{_A_PARENT}{_WHICH} ?{_WORDS}(?: .*)?"
_FIRST_OR_LAST = r"(?:.* )?(?:(?:first|last|middle|given|maiden) names?|nhs (?:number|no|id))(?: .*)?"
_BETWEEN_WORDS = r"(?<=[a-z])(?=[A-Z])|[^A-Za-z0-9]+"
_NO_DAY_OF_BIRTH = frozenset({"birth third", "birth year"})
"""What of a birth the records themselves may hold, or as good as."""


@rule(
    about=None,
    severity=Severity.BREACH,
    clauses=("QF-35", "QF-90"),
    basis="UK GDPR Article 5(1)(c), data minimisation",
    remedy="Take it out before it is committed: git keeps what it was once given. The list that says who a pupil is "
    "stands somewhere else.",
    law=True,
    holds_back_note=True,
)
def pupil_details_in_local_fields(situation: Situation) -> Iterator[Fault]:
    """A field of the authority's own says who a pupil is.

    Pupils stand in these records by reference only. apqa's own fields have no room for a name, a date of birth, a
    pupil number or an address; the door for local fields must not become a way around that. Only in records about
    single pupils is a name or an address by itself taken for a pupil's; a date of birth or a surname is anywhere.
    """
    for kind in KINDS:
        for record in situation.records.all_of(kind):
            for at, said in _details(record.local or {}, ("local",), telltale=kind.pupil_level):
                yield Fault(record, said, at)


def _details(value: Any, at: Path, *, telltale: bool) -> Iterator[tuple[Path, str]]:
    """Find keys that say who a pupil is, or are a pupil number. What is about one pupil is `telltale`.

    What stands below a key is a text as any other: `pupil_identified` looks through it.
    """
    if isinstance(value, dict):
        for key, inner in value.items():
            words = _in_words(key)
            if holds_upn(key):
                yield (*at, key), "there is a unique pupil number in this key"
            elif _says_who(words, telltale=telltale):
                yield (*at, key), f"'{key}' may say who {'the' if telltale else 'a'} pupil is"
            else:
                of_one = telltale or _fits(_A_PUPIL, words)
                yield from _details(inner, (*at, key), telltale=of_one)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _details(inner, (*at, number), telltale=telltale)


def _in_words(key: str) -> str:
    """Write a key the one way it is looked at: "Date of birth", "date-of-birth" and "dateOfBirth" are one."""
    return " ".join(word.lower() for word in re.split(_BETWEEN_WORDS, key) if word)


def _says_who(words: str, *, telltale: bool) -> bool:
    """Answer whether a key asks for what says who a pupil is, or who else may be a pupil."""
    bare = words.replace(" ", "")
    if words in _NO_DAY_OF_BIRTH:
        return False
    if bare in _BY_ITSELF or not _BY_ITSELF.isdisjoint(words.split()):
        return True
    if any(_fits(pattern, words) for pattern in (_FIRST_OR_LAST, _A_PUPILS, _OF_A_PUPIL)):
        return True
    return telltale and (bare in _ALONE or _fits(_A_PARENTS, words))


def _fits(pattern: str, words: str) -> bool:
    """Answer whether a whole key is of a form. None is compiled before there is a key to look at."""
    return re.fullmatch(pattern, words) is not None
