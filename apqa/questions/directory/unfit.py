"""What in the texts that would be published may tell who somebody is (QF-14)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from apqa.questions.identifying.found import signs_in
from apqa.questions.identifying.looking import looking_at
from apqa.questions.identifying.signs import signs
from apqa.questions.identifying.texts import free_texts
from apqa.vocabulary.identifying import SignKind
from apqa.vocabulary.provider import DirectoryField

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider
    from apqa.rule import Path

_FROM_THE_OFFER = {
    DirectoryField.PURPOSE: "purpose",
    DirectoryField.SUBJECTS: "subjects",
    DirectoryField.QUALIFICATIONS: "qualifications",
}
_PHONE = re.compile(r"(?<![\w+])(?:\+44 ?(?:\(0\) ?)?|\(?0)[1-9](?:[ ()-]{0,2}\d){7,9}(?!\w)")
_WHY = {
    SignKind.NAME: "what looks like a person's name",
    SignKind.INITIALS: "initials",
    SignKind.PRONOUN: "a word for one person",
    SignKind.CLASS_OF_ONE: "words that fit one pupil",
    SignKind.HOME_CONTACT: "the way to a home",
}


def is_published_at(provider: Provider, at: Path) -> bool:
    """Answer whether what stands there in a provider's record is in its entry of the directory."""
    if at[:1] in {("name",), ("directory",)}:
        return True
    marked = provider.directory.fields if provider.directory else ()
    return at[:1] == ("offer",) and at[1:2] in {(_FROM_THE_OFFER.get(each, ""),) for each in marked}


def people_in(provider: Provider, situation: Situation) -> Iterator[tuple[Path, str]]:
    """Answer what in the texts that would be published looks like a person, with the place: a name, a number to ring.

    They are looked through as closely as a note of visit. What is found in every record is not found again.
    """
    if provider.directory is None or not provider.directory.publish:
        return
    known = {(each.at, each.sign.words) for each in signs_in(provider, situation)}
    for at, text in free_texts(provider):
        if not is_published_at(provider, at) or at == ("name",):
            continue
        looking = replace(looking_at(provider, at, situation), singly=True)
        for sign in signs(text, looking):
            if (at, sign.words) not in known and sign.kind in _WHY:
                yield at, f"{_WHY[sign.kind]} ('{sign.shown}')"
        if at[-1] not in {"phone", "website"} and _PHONE.search(text):
            yield at, "a telephone number"
