"""Everything in one text that may tell who a pupil is."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from apqa.questions.identifying.alone import classes_of_one
from apqa.questions.identifying.births import births, has_a_day, may_say_a_birth, speaks_of_a_birthday
from apqa.questions.identifying.homes import home_contacts
from apqa.questions.identifying.initials import initials
from apqa.questions.identifying.looking import WIDELY, Looking
from apqa.questions.identifying.names import (
    introduced_by,
    may_say_a_name,
    names,
    others_named,
    small_names,
    surnames_first,
)
from apqa.questions.identifying.numbers import nhs_numbers, upns
from apqa.questions.identifying.parents import parents
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
    found = list(_whenever(text, looking.singly, looking.known, looking.bodies, looking.contacts))
    even = evened(text)
    if looking.references and _NUMBER.search(even):
        found += pupil_references(even, looking.is_known)
    for part, birthday_before in _dated(text):
        found += births(part, looking.on, about_pupils=looking.singly, birthday_before=birthday_before)
    return tuple(replace(sign, words=text[sign.start : sign.end]) for sign in _apart(found))


@lru_cache(maxsize=_REMEMBERED)
def _dated(text: str) -> tuple[tuple[Sentence, bool], ...]:
    """Answer the sentences of a text with a day in them, and of each whether the one before speaks of a birthday."""
    parts = sentences(evened(text))
    behind = (False, *(speaks_of_a_birthday(part) for part in parts))
    return tuple((part, each) for part, each in zip(parts, behind, strict=False) if has_a_day(part))


@lru_cache(maxsize=_REMEMBERED)
def _whenever(
    text: str,
    singly: bool,  # noqa: FBT001 - what is remembered is told by what stands in order
    known: frozenset[str],
    bodies: re.Pattern[str] | None,
    contacts: frozenset[str],
) -> tuple[Sign, ...]:
    """Answer the signs of a text that neither the day nor the records' references make. Many records share a text."""
    even, looking = evened(text), Looking(date.max, singly, known=known, bodies=bodies, contacts=contacts)
    parts = sentences(even)
    others = frozenset(name for part in parts for name in others_named(part, looking)) if singly else frozenset()
    named = [*_named(parts, looking, others)]
    found = [*_numbers(even), *named]
    if singly:
        for part in parts:
            found += classes_of_one(part)
            found += home_contacts(part, looking)
        found += pronouns(parts, named, others)
    return tuple(found)


def _numbers(text: str) -> Iterator[Sign]:
    if _NUMBER.search(text):
        yield from upns(text)
        yield from nhs_numbers(text)


def _named(parts: tuple[Sentence, ...], looking: Looking, others: frozenset[str]) -> Iterator[Sign]:
    found = [sign for part in parts for sign in names(part, looking, others)]
    introduced = introduced_by(found, others) if looking.singly else frozenset()
    if introduced:
        found = [sign for part in parts for sign in names(part, looking, others, introduced)]
    yield from found
    if looking.singly:
        for part in parts:
            yield from small_names(part)
            yield from surnames_first(part)
            yield from parents(part)
            yield from initials(part)


def _apart(found: Iterable[Sign]) -> tuple[Sign, ...]:
    kept: list[Sign] = []
    for sign in sorted(found, key=lambda each: (not each.certain, each.start, -each.end)):
        if not any(sign.kind is each.kind and sign.start < each.end and each.start < sign.end for each in kept):
            kept.append(sign)
    return tuple(sorted(kept, key=lambda each: (each.start, each.end, each.kind)))
