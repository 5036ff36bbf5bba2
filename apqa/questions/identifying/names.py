"""Names of pupils, by their form and by what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apqa.guidance.identifying import wording
from apqa.questions.identifying import cues
from apqa.questions.identifying.sign import Sign
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.identifying.looking import Looking
    from apqa.questions.identifying.writing import Sentence

_CAPITAL = re.compile(r"(?<![\w'-])[A-ZÀ-ÖØ-Þ](?:[a-zà-öø-ÿ]+|[A-Z]{2,})(?:-[A-Z][a-z]+)?(?!\w)")
_SMALL = re.compile(r"(?<![\w'-])[a-z]{3,}(?![\w-])")
_SURNAME = r"(?: (?!(?:Year|Yr)\b)[A-Z](?:[\w'-]+|\b\.?))?"
_LIKE_A_SUBJECT = re.compile(r"(?:ing|tion|ics|ship|ment|ology|ance|ence|ness|ity|craft|work|ery)$")
_BEFORE_A_TIME = re.compile(
    r"\b(?:in|by|since|until|from|of|during|early|late|mid|before|after|last|next|this|each|and|to)[ -]$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A word with a capital, between what stands before and after it in its sentence."""

    word: str
    start: int
    end: int
    before: str
    after: str

    @property
    def listed(self) -> bool:
        """Answer whether it is a first name and hardly anything else."""
        return self._plain in wording().first_names

    @property
    def doubtful(self) -> bool:
        """Answer whether it is a first name and another word as well."""
        return self._plain in wording().also_words

    @property
    def ordinary(self) -> bool:
        """Answer whether it is a word that has a capital without being a name."""
        return self._plain in wording().not_names

    @property
    def opens(self) -> bool:
        """Answer whether it is the first word, which has a capital whatever it is."""
        return not re.search(r"\w", self.before)

    @property
    def _plain(self) -> str:
        return plain_name(self.word)


@cache
def _without_marks(word: str) -> str:
    """Write a word without accents, as the list of names is written."""
    from unicodedata import combining, normalize

    return word if word.isascii() else "".join(each for each in normalize("NFD", word) if not combining(each))


def candidates(sentence: Sentence, looking: Looking) -> Iterator[Candidate]:
    """Answer every word of a sentence that may be a first name; not in the name of a body, a work or a place."""
    text = sentence.text
    taken = [found.span() for found in wording().not_people.finditer(text)]
    if looking.bodies:
        taken += [found.span() for found in looking.bodies.finditer(text)]
    for found in _CAPITAL.finditer(text):
        start, end = found.span()
        if not any(begin <= start < stop for begin, stop in taken):
            yield Candidate(found[0], start, end, text[:start], text[end:])


def names(sentence: Sentence, looking: Looking, others: frozenset[str]) -> Iterator[Sign]:
    """Find names in a sentence where the words beside one say that it is a pupil's.

    Where the text may not speak of one pupil, also every first name that is not said to be another's (`others`), an
    adult's or an animal's.
    """
    upto = 0
    for each in candidates(sentence, looking):
        if each.start < upto or _after_a_title(each):
            continue
        why = _said_to_be(each) or (_may_be(each, others) if looking.singly else "")
        if why:
            surname = None if each.word.isupper() else re.match(_SURNAME, each.after)
            upto = each.end + (surname.end() if surname else 0)
            words = sentence.text[each.start : upto]
            yield Sign(SignKind.NAME, words, sentence.start + each.start, sentence.start + upto, why)


def may_say_a_name(text: str) -> bool:
    """Answer whether a text has a first name in it, or words that make a name of another word."""
    first_names, also_words = wording().first_names, wording().also_words
    for found in _CAPITAL.finditer(text):
        word = plain_name(found[0])
        if word in first_names or word in also_words:
            return True
    return cues.cue().search(text) is not None


def plain_name(word: str) -> str:
    """Write a word as the lists of names are written: without accents, and with one capital."""
    return _without_marks(word if not word.isupper() else word.capitalize())


def small_names(sentence: Sentence) -> Iterator[Sign]:
    """Find first names written without a capital, with something that happened: "jake ran off"."""
    for found in _SMALL.finditer(sentence.text):
        if found[0].capitalize() in wording().first_names and cues.incident_next()(sentence.text[found.end() :]):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            yield Sign(
                SignKind.NAME, found[0], start, end, "a first name without its capital, with something that happened"
            )


def others_named(sentence: Sentence, looking: Looking) -> Iterator[str]:
    """Find first names that are said to be an adult's who works there, an animal's or a thing's."""
    for each in candidates(sentence, looking):
        if (each.listed or each.doubtful or not each.opens) and (_of_an_adult(each) or _of_a_thing(each)):
            yield each.word


def _said_to_be(name: Candidate) -> str:
    """Say why the words beside a name make it a pupil's; nothing where they do not."""
    known = name.listed or (name.doubtful and not name.ordinary)
    unheard_of = not name.ordinary and not name.word.isupper()
    if (known or name.doubtful or unheard_of) and (why := _beside_any(name)):
        return why
    if known and (why := _beside_a_first_name(name)):
        return why
    return _beside_another_word(name) if unheard_of and not _plural_or_subject(name.word) else ""


def _beside_any(name: Candidate) -> str:
    """Say what makes a name of any word with a capital."""
    if cues.called()(name.before):
        return "the words before it say that it is a pupil's name"
    if cues.family()(name.after) or cues.family_of()(name.before):
        return "with somebody or something of a pupil's beside it"
    return ""


def _beside_a_first_name(name: Candidate) -> str:
    """Say what makes a pupil's name of a first name."""
    if cues.one_pupils()(name.after) or cues.pupil_before()(name.before) or cues.year_or_age()(name.after):
        return "the words beside it speak of a pupil"
    if cues.incident_next()(name.after) and not (name.doubtful and _BEFORE_A_TIME.search(name.before)):
        return "a first name, with something that happened"
    return ""


def _beside_another_word(name: Candidate) -> str:
    """Say what makes a name of a word that no list knows."""
    if not name.opens and cues.in_brackets()(name.after):
        return "a word that may be a name, with a school year"
    return "a word that may be a name, with what happens to people alone" if cues.of_people()(name.after) else ""


def _plural_or_subject(word: str) -> bool:
    return word.endswith("s") or _LIKE_A_SUBJECT.search(word) is not None


def _may_be(name: Candidate, others: frozenset[str]) -> str:
    """Say why a first name may be a pupil's though nothing beside it says so; nothing where it is somebody else's."""
    if name.word in others or _in_a_place(name):
        return ""
    if name.listed and (not name.word.isupper() or cues.does()(name.after)):
        return "a first name, and nothing says that it is not a pupil's"
    if name.doubtful and _person_in_a_sentence(name):
        return "a word that is a first name too, used as a name"
    return ""


def _person_in_a_sentence(name: Candidate) -> bool:
    """Answer whether a word that is a first name as well is used as one: in a sentence, of somebody who does things."""
    if name.word.isupper():
        return False
    beside = (
        re.search(r"\b([A-Z][a-z]+)(?:,| and) $", name.before),
        re.match(r",? (?:and )?([A-Z][a-z]+)\b", name.after),
    )
    if any(found and found[1] in wording().first_names for found in beside):
        return True
    timed = _BEFORE_A_TIME.search(name.before) is not None
    return not (timed or name.opens or name.ordinary) and cues.does()(name.after)


def _after_a_title(name: Candidate) -> bool:
    before = name.before.split()
    titled = [word for word in before[-2:] if word in wording().titles]
    return bool(titled) and (before[-1] in wording().titles or before[-1][:1].isupper())


def _in_a_place(name: Candidate) -> bool:
    following = re.match(r"(?:'s)?((?: (?:and |& |of )?[A-Z][\w']*){1,4})", name.after)
    return following is not None and not wording().of_places.isdisjoint(following[1].split())


def _of_an_adult(name: Candidate) -> bool:
    return cues.staff_after()(name.after) or cues.staff_before()(name.before)


def _of_a_thing(name: Candidate) -> bool:
    return cues.thing_after()(name.after) or cues.thing_before()(name.before)
