"""Names of pupils, by their form and by what stands beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from apqa.guidance.identifying import wording
from apqa.questions.identifying import cues, subjects
from apqa.questions.identifying.candidate import Candidate, plain_name
from apqa.questions.identifying.sign import Sign
from apqa.questions.identifying.strangers import spoken_of_as_a_pupil
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.questions.identifying.looking import Looking
    from apqa.questions.identifying.writing import Sentence

_CAPITAL = re.compile(r"(?<![\w-])(?<!\w')[A-ZÀ-ÖØ-Þ](?:[a-zà-öø-ÿ]+|[A-Z]{2,})(?:-[A-Z][a-z]+)?(?!\w)")
_SMALL = re.compile(r"(?<![\w'-])[a-z]{3,}(?![\w-])")
_SURNAME = r"(?: (?!(?:Year|Yr)\b)[A-Z](?:[\w'-]+|\b\.?))?"
_LIKE_A_SUBJECT = re.compile(r"(?:ing|tion|ics|ship|ment|ology|ance|ence|ness|ity|craft|work|ery)$")
_TITLES = frozenset({"Mr", "Mrs", "Ms", "Miss", "Dr"})
_SURNAME_FIRST = re.compile(
    r"(?<![\w-])(?:Mc|Mac|O')?[A-Z][A-Z']{2,}(?:-[A-Z]+)?, ([A-Z][a-zà-öø-ÿ]+(?:-[A-Z][a-z]+)?)(?![\w-])"
)
_BEGINS = re.compile(r"(?:^\W*|[,;:] |\b(?:and|but|when|if|because|that|so|then|while|as) )$")
_ONCE_NAMED = "another sentence has it as a pupil's name"
_BEFORE_A_TIME = re.compile(
    r"(?:\b(?:in|by|since|until|from|of|during|early|late|mid|before|after|last|next|this|each|and|to)|\d(?:st|"
    r"nd|rd|th)?)[ -]$",
    re.IGNORECASE,
)


def candidates(sentence: Sentence, looking: Looking) -> Iterator[Candidate]:
    """Answer every word of a sentence that may be a first name; not in the name of a body, a work or a place."""
    text = sentence.text
    taken = [found.span() for found in wording().not_people.finditer(text)]
    if looking.bodies:
        taken += [found.span() for found in looking.bodies.finditer(text)]
    for found in _CAPITAL.finditer(text):
        start, end = found.span()
        if found[0] not in _TITLES and not any(begin <= start < stop for begin, stop in taken):
            yield Candidate(found[0], start, end, text[:start], text[end:])


def names(
    sentence: Sentence, looking: Looking, others: frozenset[str], introduced: frozenset[str] = frozenset()
) -> Iterator[Sign]:
    """Find names in a sentence where the words beside one say that it is a pupil's.

    Where the text may not speak of one pupil, also every first name that is not said to be another's (`others`), an
    adult's or an animal's, and what another sentence has made a pupil's name (`introduced`).
    """
    upto = 0
    for each in candidates(sentence, looking):
        if each.start < upto or _after_a_title(each):
            continue
        why = _said_to_be(each, others)
        if looking.singly and not why:
            why = _may_be(each, others, looking) or (_ONCE_NAMED if each.word in introduced else "")
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
        if word.partition("-")[0] in first_names or word in first_names or word in also_words:
            return True
    return cues.cue().search(text) is not None


def small_names(sentence: Sentence) -> Iterator[Sign]:
    """Find first names without a capital, with what happened or of somebody met: "jake ran off", "spoke to jake"."""
    text = sentence.text
    for found in _SMALL.finditer(text):
        if found[0].capitalize() in wording().first_names and _is_somebody(text[: found.start()], text[found.end() :]):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            why = "a first name without its capital, of somebody to whom something happened or who was met"
            yield Sign(SignKind.NAME, found[0], start, end, why)


def _is_somebody(before: str, after: str) -> bool:
    if cues.incident_next()(after) or cues.of_people()(after) or cues.met()(before):
        return True
    return _BEGINS.search(before) is not None and cues.does()(after)


def surnames_first(sentence: Sentence) -> Iterator[Sign]:
    """Find names as registers have them, with the surname in capitals and first: "OLDACRE, Jake"."""
    for found in _SURNAME_FIRST.finditer(sentence.text):
        given = Candidate(found[1], found.start(1), found.end(1), "", "")
        if given.listed or (given.doubtful and not given.ordinary):
            start, end = sentence.start + found.start(), sentence.start + found.end()
            yield Sign(SignKind.NAME, found[0], start, end, "a surname and a first name, as registers have them")


def others_named(sentence: Sentence, looking: Looking) -> Iterator[str]:
    """Find first names that are said to be an adult's who works there, an animal's or a thing's."""
    for each in candidates(sentence, looking):
        if _of_an_adult(each) or _of_a_thing(each):
            yield each.word


def introduced_by(found: Iterable[Sign], others: frozenset[str]) -> frozenset[str]:
    """Answer words that no list knows and that stand somewhere as a pupil's name: they are one in the whole text."""
    words = (sign.words.split()[0] for sign in found)
    known = wording().first_names | wording().also_words | wording().not_names
    return frozenset(word for word in words if plain_name(word) not in known) - others


def _said_to_be(name: Candidate, others: frozenset[str]) -> str:
    """Say why the words beside a name make it a pupil's; nothing where they do not."""
    known = name.listed or (name.doubtful and not name.ordinary)
    unheard_of = not name.ordinary and not name.word.isupper()
    if (known or name.doubtful or unheard_of) and (why := _beside_any(name)):
        return why
    if known and (why := _beside_a_first_name(name, others)):
        return why
    if name.word in others or not unheard_of or _plural_or_subject(name.word):
        return ""
    return _beside_another_word(name)


def _beside_any(name: Candidate) -> str:
    """Say what makes a name of any word with a capital."""
    if cues.called()(name.before):
        return "the words before it say that it is a pupil's name"
    if cues.family()(name.after) or cues.family_of()(name.before):
        return "with somebody or something of a pupil's beside it"
    return ""


def _beside_a_first_name(name: Candidate, others: frozenset[str]) -> str:
    """Say what makes a pupil's name of a first name."""
    if cues.one_pupils()(name.after) or cues.pupil_before()(name.before) or cues.year_or_age()(name.after):
        return "the words beside it speak of a pupil"
    if name.word in others:
        return ""
    as_a_thing = name.doubtful and (_BEFORE_A_TIME.search(name.before) or cues.by_somebody()(name.after))
    if cues.incident_next()(name.after) and not as_a_thing:
        return "a first name, with something that happened"
    return ""


def _beside_another_word(name: Candidate) -> str:
    """Say what makes a name of a word that no list knows."""
    if not name.opens and cues.in_brackets()(name.after):
        return "a word that may be a name, with a school year"
    return "a word that may be a name, with what happens to people alone" if cues.of_people()(name.after) else ""


def _plural_or_subject(word: str) -> bool:
    return word.endswith("s") or _LIKE_A_SUBJECT.search(word) is not None


def _may_be(name: Candidate, others: frozenset[str], looking: Looking) -> str:
    """Say why a word may be a pupil's though nothing beside it says so; nothing where it is somebody else's."""
    if name.word in others or _in_a_place(name) or subjects.is_on_the_way(name) or subjects.is_of_nature(name):
        return ""
    if name.listed and (not name.word.isupper() or cues.does()(name.after)):
        return "a first name, and nothing says that it is not a pupil's"
    if name.doubtful and not subjects.is_of_a_body(name) and _person_in_a_sentence(name):
        return "a word that is a first name too, used as a name"
    if name.unheard_of and name.word not in looking.known and not _plural_or_subject(name.word):
        return _in_company(name, others) or spoken_of_as_a_pupil(name)
    return ""


def _in_company(name: Candidate, others: frozenset[str]) -> str:
    """Say that a word that no list knows stands in a row with a first name."""
    beside = (
        re.search(r"\b([A-Z][a-z]+)(?:,| and) $", name.before),
        re.match(r"(?:,| and) ([A-Z][a-z]+)\b(?! [A-Z])", name.after),
    )
    words = {found[1] for found in beside if found} - others
    return "" if words.isdisjoint(wording().first_names) else "a word that may be a name, in a row with a first name"


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
    if not (timed or name.opens or name.ordinary) and cues.does()(name.after):
        return True
    return not timed and subjects.does_as_a_person(name)


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
