"""References of pupils and placements, as the records give them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apqa.questions.identifying.sign import Sign
from apqa.records.identifiers import PUPIL_TOKEN
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_REFERENCE = re.compile(rf"(?<![A-Za-z0-9-])(PL?)([- ]?)({PUPIL_TOKEN})(?![A-Za-z0-9])", re.IGNORECASE | re.ASCII)


def pupil_references(text: str, is_known: Callable[[str], bool]) -> Iterator[Sign]:
    """Find references of pupils and placements: of the form the records use, or known to them however written.

    In small letters only one with its hyphen, a letter and a digit is sure, and without its hyphen one that `is_known`
    to the records: "parent" has the form of one.
    """
    for found in _REFERENCE.finditer(text):
        reference = f"{found[1]}-{found[3]}".upper()
        if found[0] == reference or _is_sure(found) or (_has_a_digit(found) and is_known(reference)):
            why = "in the form of a placement's" if found[1].upper() == "PL" else "in the form of a pupil's"
            yield Sign(SignKind.PUPIL_REFERENCE, found[0], *found.span(), why, certain=True)


def _is_sure(found: re.Match[str]) -> bool:
    """Answer whether one in small letters has its hyphen, a letter and a digit."""
    return found[2] == "-" and _has_a_digit(found) and not found[3].isdigit()


def _has_a_digit(found: re.Match[str]) -> bool:
    return any(sign.isdigit() for sign in found[3])
