"""Numbers that are given to one person: the unique pupil number and the NHS number, by what checks them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apqa.questions.identifying.sign import Sign
from apqa.records.identifiers import is_upn
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTER = "A-HJ-NP-RT-Z"
_UPN = re.compile(rf"(?<![A-Za-z0-9])[{_LETTER}](?:[ -]?\d){{11}}(?:[ -]?[\d{_LETTER}]|[a-z])(?![A-Za-z0-9])", re.ASCII)
_UPN_IN_SMALL_LETTERS = re.compile(
    rf"(?<![A-Za-z0-9])[{_LETTER.lower()}]\d(?:[ -]?\d){{10}}(?:[ -]?\d|[{_LETTER.lower()}])(?![A-Za-z0-9])", re.ASCII
)
_MOST_GAPS = 5
"""A number is written in a few groups. More gaps are a row of separate figures."""

_NHS = re.compile(r"(?<![\w+.,/£-])(\d{3})([ -]?)(\d{3})\2(\d{4})(?![\w/-]|[.,]\d)", re.ASCII)
_GIVEN_OUT = re.compile("[467]|999")
"""How numbers begin that England and Wales give out, and those that are kept for trials and exercises."""
_NHS_WEIGHTS = range(10, 1, -1)
_ELEVEN, _TEN = 11, 10
_OTHER_NUMBER = re.compile(
    r"\b(?:tel(?:ephone)?|phone|mobile|mob|fax|call(?:ed)?|ring|ext|switchboard|helpline|urn|ukprn|uln|company|charity|"
    r"companies|polic(?:y|ies)|certificate|cert|insur\w+|cover|invoice|order|purchase|account|contract|serial|licence|"
    r"registration|ico|ofsted|vat)\b[^.;\n]{0,24}$|\+44[ (0)-]*$",
    re.IGNORECASE,
)
_ANY_NUMBER = re.compile(r"\b(?:reference|ref|ticket|case)\b[^.;\n]{0,24}$", re.IGNORECASE)
"""What is said of a number of any kind. One in three, three and four figures may be an NHS number all the same."""
_NHS_SAID = re.compile(r"\bnhs\b[^.;\n]{0,24}$", re.IGNORECASE)
_BEFORE = 48
"""How much of the text before a number may say what number it is."""


def upns(text: str) -> Iterator[Sign]:
    """Find unique pupil numbers, permanent and temporary, also in small letters and in groups."""
    for pattern in (_UPN, _UPN_IN_SMALL_LETTERS):
        for found in pattern.finditer(text):
            words = found[0]
            bare = re.sub("[ -]", "", words).upper()
            if len(words) - len(bare) <= _MOST_GAPS and is_upn(bare):
                why = "its check letter fits"
                yield Sign(SignKind.UPN, words, *found.span(), why, certain=True)


def nhs_numbers(text: str) -> Iterator[Sign]:
    """Find NHS numbers, in one run or as three, three and four; not where the words before say another number.

    In one run only those that England and Wales give out, or that are called one, since one number of ten figures in
    eleven has the right check digit.
    """
    for found in _NHS.finditer(text):
        before = text[max(0, found.start() - _BEFORE) : found.start()]
        if is_nhs_number(found[1] + found[3] + found[4]) and (_NHS_SAID.search(before) or _may_be_one(found, before)):
            why = "its check digit fits"
            yield Sign(SignKind.NHS_NUMBER, found[0], *found.span(), why, certain=True)


def _may_be_one(found: re.Match[str], before: str) -> bool:
    """Answer whether a number that nobody calls one is written as one, and not said to be another."""
    if _OTHER_NUMBER.search(before) or found[0].startswith("0"):
        return False
    return found[2] != "" or (_GIVEN_OUT.match(found[0]) is not None and not _ANY_NUMBER.search(before))


def is_nhs_number(digits: str) -> bool:
    """Answer whether ten digits end in the check digit of an NHS number.

    The first nine are weighted from ten down to two. Eleven less the remainder of their sum by eleven is the last;
    eleven stands for nought, and ten is never given out.
    """
    total = sum(weight * int(digit) for weight, digit in zip(_NHS_WEIGHTS, digits, strict=False))
    check = _ELEVEN - total % _ELEVEN
    return check != _TEN and check % _ELEVEN == int(digits[-1])
