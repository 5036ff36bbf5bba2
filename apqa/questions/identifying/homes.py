"""Where a pupil lives: the address, postcode, e-mail address or telephone number of a home, or of a parent."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apqa.questions.identifying.sign import Sign
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.identifying.looking import Looking
    from apqa.questions.identifying.writing import Sentence

_POSTCODE = r"[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}"
_STREET = (
    "Street|St|Road|Rd|Row|Lane|Avenue|Ave|Close|Drive|Way|Court|Crescent|Terrace|Gardens|Grove|Place|Mews|Walk|Hill|"
    "Rise|Square|Parade|Green|View|Cottages?|Fields?|Park|End"
)
_CONTACT = re.compile(
    rf"(?<![\w-])(?:(?:Flat \d+\w?,? )?\d{{1,4}}[a-z]?,? (?:[A-Z][\w'-]+ ){{1,3}}(?:{_STREET})\b"
    rf"(?:, (?!{_POSTCODE})[A-Z][\w'-]+)*"
    rf"(?:,? {_POSTCODE})?|{_POSTCODE}|[\w.+-]{{1,64}}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|"
    r"(?:\+44 ?\(?0?\)? ?|0)[1-9]\d{1,4}[ -]?\d{3}[ -]?\d{3,4})(?!\w)",
    re.ASCII,
)
_WORTH_A_LOOK = re.compile(r"\d|@")
_PARENT = r"(?:grand|step-?)?(?:mother|father|mum|mam|dad)|nan|nanna|gran|granny|carer|parent|guardian"
_A_HOME = re.compile(
    r"\b(?:lives?|living|lived|home address|moved (?:home|house)|foster|(?:from|at|to) home|home (?:visit|"
    r"number|tel|phone|mobile)|"
    r"(?:rang|ring|called|phoned?|texted) home|"
    r"(?:his|her|their|mum's|dad's|nan's|gran's|pupil's|child's|learner's|student's|family|family's) "
    r"(?:home|house|flat|address|mother|father|mum|dad|parents?|carers?|nan|gran\w*)|"
    r"(?:pupil|child|student|learner|boy|girl) is (?:collected|picked up|dropped)|"
    rf"(?:{_PARENT})(?:'s)? "
    r"(?:\w+ )?(?:e-?mail|phone|mobile|number|address|can be|is on|on|at)\b)",
    re.IGNORECASE,
)
_ITS_PARENT = re.compile(rf"[ ,-]*\(?(?:is )?(?:his |her |the )?(?:{_PARENT})\b", re.IGNORECASE)
_A_PARENTS = re.compile(rf"\b(?:{_PARENT})\b(?! (?:compan|organi|site|school|bod))[^.;]{{0,40}}$", re.IGNORECASE)


def home_contacts(sentence: Sentence, looking: Looking) -> Iterator[Sign]:
    """Find addresses, postcodes, e-mail addresses and telephone numbers of a home, or behind a word for a parent.

    Those that the records have of the council, of providers and of their sites are none.
    """
    text = sentence.text
    if not _WORTH_A_LOOK.search(text):
        return
    at_home = _A_HOME.search(text) is not None
    for found in _CONTACT.finditer(text):
        start, end = found.span()
        if not (at_home or _A_PARENTS.search(text[:start]) or _ITS_PARENT.match(text[end:])):
            continue
        if not looking.contacts.isdisjoint(_ways_to_reach(found[0])):
            continue
        why = "how to reach a home or a parent"
        yield Sign(SignKind.HOME_CONTACT, found[0], sentence.start + start, sentence.start + end, why)


def _ways_to_reach(written: str) -> Iterator[str]:
    """Answer what stands in an address or a number, as `as_known` writes it: the whole, and its postcode."""
    yield as_known(written)
    yield from (as_known(postcode) for postcode in re.findall(_POSTCODE, written))


def as_known(contact: str) -> str:
    """Write a postcode, an e-mail address or a telephone number one way: without gaps, from nought on."""
    bare = re.sub(r"[\s()-]", "", contact).casefold()
    return re.sub(r"^\+440?", "0", bare)
