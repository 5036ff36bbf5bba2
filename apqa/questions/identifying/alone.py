"""Words that fit one pupil alone: "the only girl", "the Year 7 pupil", "one pupil with an EHC plan was restrained"."""

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

_NOT_MORE = (
    r"(?![\w-]| (?:voice|premium|places?|numbers?|group|area|toilets?|ramps?|access|spaces?|bays?|parking|"
    r"records?|files?|"
    r"councils?)\b)"
)
_SPOKEN_OF = (
    r"(?=[,.;:!?)]|$| (?:is|was|has|had|who|there|here|in|on|at|needs?|needed|said|says|told|could|can|cannot|"
    r"must|with|and|"
    r"will|goes|went|uses?|used|comes|came)\b)"
)
_WORTH_A_LOOK = re.compile(
    r"\bour\b|\bone\b|pupil|child|student|learner|young|girl|boy|lad|lass|teenager|year.old|y/?o\b|only|sole|single|"
    r"twin|triplets|brothers|sisters|siblings",
    re.IGNORECASE,
)
_WORDS = r"(?:[\w-]+,? ){0,4}?"
_SUPPOSED = "may|might|can|could|should|would|will|must|needs? to|arrives"
_MADE_UP = re.compile(
    r"\b(?:scenarios?|vignettes?|imagine|suppose|made-up|imaginary|hypothetical|role-?plays?|tells you|"
    r"what (?:do|would|should|will) (?:you|they|staff)|for example|for instance|quiz|case stud(?:y|ies))\b",
    re.IGNORECASE,
)
"""Words that tell of what might happen, as a question put to staff does."""
_BOY_OR_GIRL = "boy|girl|lad|lass|young man|young woman|young lady"


def classes_of_one(sentence: Sentence) -> Iterator[Sign]:
    """Find words that fit one pupil alone; those that fit a few only beside something that happened."""
    if not _WORTH_A_LOOK.search(sentence.text):
        return
    happened = wording().incidents.search(sentence.text) is not None and not _MADE_UP.search(sentence.text)
    upto = 0
    for found in _one().finditer(sentence.text):
        if found.start() < upto or not (found["alone"] or happened):
            continue
        upto = found.end()
        why = "it fits one pupil alone" if found["alone"] else "it fits few pupils, with something that happened to one"
        start, end = sentence.start + found.start(), sentence.start + found.end()
        yield Sign(SignKind.CLASS_OF_ONE, found[0], start, end, why)


@cache
def _one() -> re.Pattern[str]:
    pupil, special = f"(?:{wording().pupils})", f"(?:{wording().special})"
    return re.compile(
        rf"\b(?:(?P<alone>"
        rf"(?:the|our|its|their) (?:only|sole|one|single) {_WORDS}{pupil}{_NOT_MORE}"
        rf"|(?:the|our|its|their) (?:[\w-]+ )?(?:year|yr|y) ?\d{{1,2}} {pupil}{_NOT_MORE}"
        rf"|(?:the|our|its|their) (?:youngest|oldest|newest|smallest|tallest) (?:[\w-]+ )?{pupil}{_NOT_MORE}"
        rf"|(?:the|our|its|their) (?:[\w-]+ )?{special} (?:[\w-]+ )?{pupil}{_NOT_MORE}"
        rf"|the only (?:[\w-]+ )?(?:year|yr|y) ?\d{{1,2}}(?! (?:group|class|pupils))\b"
        rf"|the only (?:one|person|member of the group) (?:with|who)\b"
        rf"|(?:one|an?|another|the|this|that) (?:[\w-]+ ){{0,2}}?(?:{_BOY_OR_GIRL}),? "
        rf"(?:with|in|on|who (?:has|had|is|was)) "
        rf"(?:an? |the |foster )?(?:[\w-]+ )?{special}"
        rf"|the (?:[\w-]+ )?{pupil},? (?:with the |who (?!{_SUPPOSED}))[\w'-]+"
        rf"|(?:(?:the|its|their) (?:one|only|single|sole)|our(?: (?:one|only))?) (?:[\w-]+ )?"
        rf"(?:{wording().apart}){_SPOKEN_OF}"
        rf"|the only (?:female|male)\b(?! (?:staff|member|tutor|instructor|toilet))"
        rf"|(?:the|our) \d{{1,2}}(?:[ -]year[ -]old| ?y/?o)(?: {pupil})?{_NOT_MORE})"
        rf"|(?:one|an?|another|the) (?:[\w-]+ ){{0,2}}?{pupil},? "
        rf"(?:with|who (?:has|had|is|was)|in|on|from) (?:an? |the )?"
        rf"(?:{special}|(?-i:[A-Z])[\w']+)"
        rf"|(?:one|an?|another) (?:[\w-]+ )?{special} (?:[\w-]+ )?{pupil}{_NOT_MORE}"
        rf"|(?:one|an?|another|the) (?:[\w-]+ ){{0,2}}?{pupil} whose\b"
        rf"|(?:one|an?|another|the) (?:[\w-]+ ){{0,2}}?{pupil},? who (?:[\w-]+ ){{0,5}}?{special}"
        rf"|the (?:[\w-]+ )?(?:twins?|triplets|brothers|sisters|siblings)(?: (?:brothers|sisters))?\b"
        rf"|(?:one|an?) (?:year|yr|y) ?\d{{1,2}} {pupil}{_NOT_MORE}"
        rf"|(?:an?|one) \d{{1,2}}(?:[ -]year[ -]old| ?y/?o)(?: {pupil})?{_NOT_MORE}"
        rf"|(?:one|an?|another|the|this|that) (?:[\w-]+ )?(?:{_BOY_OR_GIRL}){_NOT_MORE})",
        re.IGNORECASE,
    )
