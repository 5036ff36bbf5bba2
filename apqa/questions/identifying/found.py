"""What in a record may tell who a pupil is, and whether somebody recorded why it does not (QF-57)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.identifying.looking import is_looked_at_closely, looking_at
from apqa.questions.identifying.signs import may_say_who, may_surely_say_who, signs
from apqa.questions.identifying.texts import any_text, free_texts
from apqa.questions.identifying.writing import evened, sentences

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.identifying.sign import Sign
    from apqa.questions.situation import Situation
    from apqa.records.base import IdentifiesNobody, Record
    from apqa.rule import Path


@dataclass(frozen=True, slots=True)
class Found:
    """A sign that a record may tell who a pupil is."""

    at: Path
    """The way to the text in the record."""

    sentence: int
    """In which sentence of the text it stands, counted from 1; 0 where the text has only one."""

    sign: Sign
    """The words, what they are taken for, and why."""

    answer: IdentifiesNobody | None = None
    """Why they tell of nobody, where somebody recorded it; None where nobody did, and the sign stands."""


def signs_in(record: Record, situation: Situation) -> tuple[Found, ...]:
    """Answer every sign in the free texts of a record that it may tell who a pupil is, in the record's own order.

    The day of a visit and of an action plan is their own; of other records it is the day asked about. The same words in
    the same text are one sign, however often they stand there. What a recorded reason answers is among them, with it.
    """
    return situation.once(
        (signs_in, record.id, type(record)), lambda: tuple(look_through(record, situation, record.identifies_nobody))
    )


def look_through(record: Record, situation: Situation, answers: tuple[IdentifiesNobody, ...]) -> Iterator[Found]:
    """Look through a record for every sign that it may tell who a pupil is, whether or not it is among the records."""
    worth_it = may_say_who if is_looked_at_closely(record) else may_surely_say_who
    if not any_text(record, worth_it):
        return
    for at, text in free_texts(record):
        looking = looking_at(record, at, situation)
        met: set[tuple[str, str]] = set()
        for sign in signs(text, looking) if looking.singly or may_surely_say_who(text) else ():
            if (key := (sign.kind, sign.words.casefold())) not in met:
                met.add(key)
                yield Found(at, _sentence_of(sign, text), sign, answer_to(sign, text, answers))


def idle_answers(record: Record, situation: Situation) -> tuple[int, ...]:
    """Answer which recorded reasons of a record answer no sign in it, by their places in the list."""
    used = [found.answer for found in signs_in(record, situation)]
    return tuple(number for number, each in enumerate(record.identifies_nobody) if each not in used)


def _sentence_of(sign: Sign, text: str) -> int:
    starts = [sentence.start for sentence in sentences(evened(text))]
    return sum(start <= sign.start for start in starts) if len(starts) > 1 else 0


def answer_to(sign: Sign, text: str, answers: tuple[IdentifiesNobody, ...]) -> IdentifiesNobody | None:
    """Answer the recorded reason whose words take in all of a sign where it stands; None where there is none."""
    for answer in answers:
        if any(start <= sign.start and sign.end <= end for start, end in standing_at(answer.words, text)):
            return answer
    return None


def standing_at(words: str, text: str) -> Iterator[tuple[int, int]]:
    """Find where words stand in a text, whole, however the lines are broken and whatever is in capitals."""
    pattern = r"\s+".join(re.escape(word) for word in evened(words).split())
    for found in re.finditer(rf"(?<!\w){pattern}(?!\w)", evened(text), re.IGNORECASE):
        yield found.span()
