"""A sign in words: what was found, in which sentence, and why; never the words in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from apqa.questions.identifying.found import Found

_TITLES = {
    SignKind.PUPIL_REFERENCE: "the reference of a pupil or a placement",
    SignKind.UPN: "a unique pupil number",
    SignKind.NHS_NUMBER: "an NHS number",
    SignKind.DATE_OF_BIRTH: "a day of birth",
    SignKind.NAME: "a name",
    SignKind.INITIALS: "initials",
    SignKind.PRONOUN: "a word for one pupil",
    SignKind.CLASS_OF_ONE: "words that fit one pupil",
    SignKind.HOME_CONTACT: "the way to a home",
}


def said_of(found: Found) -> str:
    """Say what was found, in which sentence and why, with no more of the words than finds them again."""
    where = f" in sentence {found.sentence}" if found.sentence else ""
    return f"{_TITLES[found.sign.kind]} ('{found.sign.shown}'{where}): {found.sign.why}"
