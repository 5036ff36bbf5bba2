"""Names of pupils, by their form and by what stands beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from apqa.guidance.identifying import wording
from apqa.questions.identifying.sign import Sign
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.questions.identifying.looking import Looking
    from apqa.questions.identifying.writing import Sentence

_CAPITAL = re.compile(r"(?<![\w'-])[A-ZÀ-ÖØ-Þ](?:[a-zà-öø-ÿ]+|[A-Z]{2,})(?:-[A-Z][a-z]+)?(?!\w)")
_SMALL = re.compile(r"(?<![\w'-])[a-z]{3,}(?![\w-])")
_SURNAME = r"(?: (?!(?:Year|Yr)\b)[A-Z](?:[\w'-]+|\b\.?))?"
_YEAR = r"(?:year|yr|y) ?\d{1,2}\b"
_AGE = r"(?:[3-9]|1\d)\b"
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
    return _cue().search(text) is not None


def plain_name(word: str) -> str:
    """Write a word as the lists of names are written: without accents, and with one capital."""
    return _without_marks(word if not word.isupper() else word.capitalize())


def small_names(sentence: Sentence) -> Iterator[Sign]:
    """Find first names written without a capital, with something that happened: "jake ran off"."""
    for found in _SMALL.finditer(sentence.text):
        if found[0].capitalize() in wording().first_names and _incident_next()(sentence.text[found.end() :]):
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
    if _called()(name.before):
        return "the words before it say that it is a pupil's name"
    if _family()(name.after) or _family_of()(name.before):
        return "with somebody or something of a pupil's beside it"
    return ""


def _beside_a_first_name(name: Candidate) -> str:
    """Say what makes a pupil's name of a first name."""
    if _one_pupils()(name.after) or _pupil_before()(name.before) or _year_or_age()(name.after):
        return "the words beside it speak of a pupil"
    if _incident_next()(name.after) and not (name.doubtful and _BEFORE_A_TIME.search(name.before)):
        return "a first name, with something that happened"
    return ""


def _beside_another_word(name: Candidate) -> str:
    """Say what makes a name of a word that no list knows."""
    if not name.opens and _in_brackets()(name.after):
        return "a word that may be a name, with a school year"
    return "a word that may be a name, with what happens to people alone" if _of_people()(name.after) else ""


def _plural_or_subject(word: str) -> bool:
    return word.endswith("s") or _LIKE_A_SUBJECT.search(word) is not None


def _may_be(name: Candidate, others: frozenset[str]) -> str:
    """Say why a first name may be a pupil's though nothing beside it says so; nothing where it is somebody else's."""
    if name.word in others or _in_a_place(name):
        return ""
    if name.listed and (not name.word.isupper() or _does()(name.after)):
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
    return not (timed or name.opens or name.ordinary) and _does()(name.after)


def _after_a_title(name: Candidate) -> bool:
    before = name.before.split()
    titled = [word for word in before[-2:] if word in wording().titles]
    return bool(titled) and (before[-1] in wording().titles or before[-1][:1].isupper())


def _in_a_place(name: Candidate) -> bool:
    following = re.match(r"(?:'s)?((?: (?:and |& |of )?[A-Z][\w']*){1,4})", name.after)
    return following is not None and not wording().of_places.isdisjoint(following[1].split())


def _of_an_adult(name: Candidate) -> bool:
    return _staff_after()(name.after) or _staff_before()(name.before)


def _of_a_thing(name: Candidate) -> bool:
    return _thing_after()(name.after) or _thing_before()(name.before)


Beside = "Callable[[str], bool]"


def _matches(pattern: str) -> Callable[[str], bool]:
    at_start = re.compile(pattern, re.IGNORECASE).match
    return lambda text: at_start(text) is not None


def _ends(pattern: str) -> Callable[[str], bool]:
    at_end = re.compile(rf"(?:{pattern})$", re.IGNORECASE).search
    return lambda text: at_end(text) is not None


@cache
def _cue() -> re.Pattern[str]:
    words, name = wording(), r"(?-i:[A-ZÀ-Þ])"
    return re.compile(
        rf"(?:called|named|known as)\s+{name}|\b(?:{words.family})\s+(?:of|for)\s+{name}|{name}[\w'-]+(?:\s+"
        rf"(?:{words.of_people})|(?:\s+{name}[\w-]*)?(?:'s|')\s+(?:{words.family}))|\(\s?(?:year|yr|y)",
        re.IGNORECASE,
    )


@cache
def _called() -> Callable[[str], bool]:
    return _ends(rf"\b(?:{wording().pupils})s? (?:who (?:is|was) )?(?:called|named|known as) ")


@cache
def _family() -> Callable[[str], bool]:
    return _matches(rf"(?: (?!and\b)[A-Z][\w-]*)?(?:'s|') (?:{wording().family})\b")


@cache
def _family_of() -> Callable[[str], bool]:
    return _ends(rf"\b(?:{wording().family}) (?:of|for) ")


@cache
def _one_pupils() -> Callable[[str], bool]:
    return _matches(rf"'s? (?:\w+ )?(?:{wording().of_one_pupil})\b")


@cache
def _pupil_before() -> Callable[[str], bool]:
    return _ends(rf"\b(?:{wording().pupils})s?,? (?:\()?(?:[A-Z]\w+(?:, | and ))*")


@cache
def _year_or_age() -> Callable[[str], bool]:
    short = r"(?: (?-i:[A-Z])(?:[\w'-]+|\b\.?))?"
    year = rf" ?\({_YEAR}|,? (?:who is |who was |is )?(?:in|from|of) {_YEAR}|, (?:a |our )?{_YEAR}"
    age = rf",? \(?(?:aged? )?{_AGE}(?:\)|,| years|[ -]year)|,? \(?aged {_AGE}"
    pupil = rf"(?:,| is| was) (?:an?|one of (?:our|the|its|their)) (?:[\w-]+ ){{0,3}}(?:{wording().pupils})s?\b"
    return _matches(rf"{short}(?:{year}|{age}|{pupil})")


@cache
def _in_brackets() -> Callable[[str], bool]:
    return _matches(rf" ?\({_YEAR}\)")


@cache
def _incident_next() -> Callable[[str], bool]:
    return _matches(rf" (?:was |were |had |has been |is |then |again |twice |nearly )*{wording().incidents.pattern}")


@cache
def _of_people() -> Callable[[str], bool]:
    return _matches(rf" (?:{wording().of_people})\b")


@cache
def _does() -> Callable[[str], bool]:
    return _matches(rf"(?: (?:also|then|again|never|often|now|just|and \w+))? (?:{wording().deeds})\b")


@cache
def _staff_after() -> Callable[[str], bool]:
    who = rf"(?:[\w-]+ ){{0,4}}?(?:{wording().staff})s?\b"
    return _matches(
        rf"(?: (?-i:[A-Z])[\w'-]+)?(?: \(|, | - |, who is | is )(?:the |our |an? |its |their |his |her )?{who}"
    )


@cache
def _staff_before() -> Callable[[str], bool]:
    return _ends(rf"\b(?:{wording().staff})s?(?: (?:of|for) (?:the )?\w+)?(?:,|:| -)? (?:\()?")


@cache
def _thing_after() -> Callable[[str], bool]:
    return _matches(rf",? (?:the |an? |our |their |its |his |her )(?:[\w-]+ ){{0,3}}?(?:{wording().named_things})\b")


@cache
def _thing_before() -> Callable[[str], bool]:
    names = r"(?:(?-i:[A-Z])\w+(?:, | and ))*"
    return _ends(rf"\b(?:{wording().named_things})(?:,|:| \()? ?(?:are |is |was )?(?:called |named )?{names}")
