"""The words by which a text is looked through for what may tell who a pupil is (QF-57).

They are chosen, not law: no document sets them. How well they do is measured on a corpus (docs/data-protection.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from apqa.guidance.book import page

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Every list of words, ready to be looked for."""

    first_names: frozenset[str]
    """First names that are hardly anything else."""

    also_words: frozenset[str]
    """First names that are other words too."""

    not_names: frozenset[str]
    """Words with a capital that are no name."""

    of_places: frozenset[str]
    """What follows a name in the name of a place or a body."""

    titles: frozenset[str]
    """What stands before a name that is an adult's or a place's."""

    abbreviations: frozenset[str]
    """Short forms in capitals that are no initials."""

    not_people: Pattern
    """Works, makes, breeds, tools and bodies that have a first name in them."""

    staff: str
    """Who works with pupils, as a pattern."""

    pupils: str
    """Words for one pupil, as a pattern."""

    family: str
    """Who and what belongs to one pupil, as a pattern."""

    of_one_pupil: str
    """What one pupil has or does, as a pattern."""

    named_things: str
    """Things and animals that are given names, as a pattern."""

    animals: str
    """Living things, one of them, as a pattern."""

    of_minds: str
    """What only people do or feel, as a pattern."""

    goings: str
    """Where people go and come, as a pattern."""

    places: frozenset[str]
    """First names that are places too."""

    second_names: frozenset[str]
    """What is put behind another first name with a hyphen."""

    birds_and_plants: frozenset[str]
    """First names that birds and plants have too."""

    nature: str
    """What stands beside birds and plants, as a pattern."""

    apart: str
    """Who is set apart from the others without a word for a pupil, as a pattern."""

    things_in_short: frozenset[str]
    """Short forms of things, subjects and illnesses."""

    of_people: str
    """What happens to people alone, as a pattern."""

    meeting: str
    """What stands before somebody who was met or is spoken of, as a pattern."""

    deeds: str
    """What people do, as a pattern."""

    dotted: frozenset[str]
    """Short forms with dots that are no initials."""

    special: str
    """What sets a pupil apart from the others, as a pattern."""

    incidents: Pattern
    """What may have happened to one pupil."""

    dated_things: Pattern
    """What else a day may be the day of."""


@cache
def wording() -> Wording:
    """Answer the words, read once."""
    data = page("identifying")
    listed = frozenset(name for names in data["first_names"].values() for name in names.split())
    also_words = frozenset(data["also_words"].split())
    return Wording(
        first_names=listed - also_words,
        also_words=also_words,
        not_names=frozenset(data["not_names"].split()),
        of_places=frozenset(data["of_places"].split()),
        titles=frozenset(data["titles"].split()),
        abbreviations=frozenset(data["abbreviations"].split()),
        dotted=frozenset(data["dotted"].split()),
        not_people=re.compile(rf"\b(?:{_alternatives(data['not_people'])})(?!\w)"),
        staff=_alternatives(data["staff"]),
        pupils=_alternatives(data["pupils"]),
        family=_alternatives(data["family"]),
        of_one_pupil=_alternatives(data["of_one_pupil"]),
        named_things=_alternatives(data["named_things"]),
        animals=_alternatives(data["animals"]),
        of_minds=_alternatives(data["of_minds"]),
        goings=_alternatives(data["goings"]),
        places=frozenset(data["places"].split()),
        second_names=frozenset(data["second_names"].split()),
        birds_and_plants=frozenset(data["birds_and_plants"].split()),
        nature=_alternatives(data["nature"]),
        apart=_alternatives(data["apart"]),
        things_in_short=frozenset(data["things_in_short"].split()),
        of_people=_alternatives(data["of_people"]),
        meeting=_alternatives(data["meeting"]),
        deeds=_alternatives(data["deeds"]),
        special=_alternatives(data["special"]),
        incidents=re.compile(rf"\b(?:{_alternatives(data['incidents'])})\b", re.IGNORECASE),
        dated_things=re.compile(rf"\b(?:{_alternatives(data['dated_things'])})\b", re.IGNORECASE),
    )


def _alternatives(text: str) -> str:
    """Write a list as alternatives of a pattern: its lines were joined with spaces after the bars."""
    return "|".join(part.strip() for part in text.split("|") if part.strip())
