"""Everything in one text that may tell who a pupil is."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from apqa.questions.identifying.alone import classes_of_one
from apqa.questions.identifying.births import births, may_say_a_birth
from apqa.questions.identifying.homes import home_contacts
from apqa.questions.identifying.initials import initials
from apqa.questions.identifying.looking import WIDELY, Looking
from apqa.questions.identifying.names import may_say_a_name, names, others_named, small_names
from apqa.questions.identifying.numbers import nhs_numbers, upns
from apqa.questions.identifying.people import pronouns
from apqa.questions.identifying.references import pupil_references
from apqa.questions.identifying.writing import evened, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.identifying.sign import Sign
    from apqa.questions.identifying.writing import Sentence

_NUMBER = re.compile(r"\d(?:[ -]?\d){8}|P[Ll]?[ -]?[0-9A-Z]{5}|p[lL]?[ -]?[0-9a-z]{5}", re.ASCII)
_REMEMBERED = 8192
"""How many texts are remembered as harmless: the same few thousand, such as posts, stand in all records."""


@lru_cache(maxsize=_REMEMBERED)
def may_surely_say_who(text: str) -> bool:
    """Answer whether a text has what is sure to be a sign in any record. Most are told from a glance."""
    even = evened(text)
    glance = _NUMBER.search(even) is not None or may_say_a_birth(even) or may_say_a_name(even)
    return glance and bool(signs(text, WIDELY))


@lru_cache(maxsize=_REMEMBERED)
def may_say_who(text: str) -> bool:
    """Answer whether a text is worth a look in a record that must not speak of one pupil: it is more than a word."""
    return len(text.split()) > 1 or may_say_a_name(evened(text)) or may_surely_say_who(text)


def signs(text: str, looking: Looking) -> tuple[Sign, ...]:
    """Answer every sign in a text that it may tell who a pupil is, in the text's order.

    Of signs of one kind that overlap, a certain one stays, and otherwise the first and longest.
    """
    even = evened(text)
    found = [*_numbers(even, looking)]
    parts = sentences(even)
    named = [*_named(parts, looking)]
    found += named
    for part in parts:
        found += births(part, looking.on, about_pupils=looking.singly)
        if looking.singly:
            found += classes_of_one(part)
            found += home_contacts(part)
    if looking.singly:
        found += pronouns(parts, named)
    return tuple(replace(sign, words=text[sign.start : sign.end]) for sign in _apart(found))


def _numbers(text: str, looking: Looking) -> Iterator[Sign]:
    if not _NUMBER.search(text):
        return
    yield from upns(text)
    yield from nhs_numbers(text)
    if looking.references:
        yield from pupil_references(text, looking.is_known)


def _named(parts: tuple[Sentence, ...], looking: Looking) -> Iterator[Sign]:
    others = (
        frozenset(name for part in parts for name in others_named(part, looking)) if looking.singly else frozenset()
    )
    for part in parts:
        yield from names(part, looking, others)
        if looking.singly:
            yield from small_names(part)
            yield from initials(part)


def _apart(found: Iterable[Sign]) -> tuple[Sign, ...]:
    kept: list[Sign] = []
    for sign in sorted(found, key=lambda each: (not each.certain, each.start, -each.end)):
        if not any(sign.kind is each.kind and sign.start < each.end and each.start < sign.end for each in kept):
            kept.append(sign)
    return tuple(sorted(kept, key=lambda each: (each.start, each.end, each.kind)))
