"""Where a pupil lives: the postcode, e-mail address or telephone number of a home."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apqa.questions.identifying.sign import Sign
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.identifying.writing import Sentence

_CONTACT = re.compile(
    r"(?<!\w)(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[\w.+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+|"
    r"(?:\+44 ?\(?0?\)? ?|0)[1-9]\d{1,4}[ -]?\d{3}[ -]?\d{3,4})(?!\w)",
    re.ASCII,
)
_A_HOME = re.compile(
    r"\b(?:lives?|living|lived|home address|moved (?:home|house)|foster|"
    r"(?:his|her|their|pupil's|child's) (?:home|address|mother|father|mum|dad|parents?|carers?|nan|gran\w*)|"
    r"(?:mother|father|mum|dad|nan|grandmother|carer|parent)(?:'s)? "
    r"(?:\w+ )?(?:e-?mail|phone|mobile|number|address|can be|is on|on|at)\b)",
    re.IGNORECASE,
)


def home_contacts(sentence: Sentence) -> Iterator[Sign]:
    """Find postcodes, e-mail addresses and telephone numbers in a sentence that speaks of a pupil's home or parent."""
    if not _A_HOME.search(sentence.text):
        return
    for found in _CONTACT.finditer(sentence.text):
        why = "how to reach a home, in a sentence about a pupil's home or parent"
        start, end = found.span()
        yield Sign(SignKind.HOME_CONTACT, found[0], sentence.start + start, sentence.start + end, why)
