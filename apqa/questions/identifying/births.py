"""Days of birth: said to be one, or such that whoever was born then would be of school age."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from apqa.guidance.identifying import wording
from apqa.questions.identifying.sign import Sign
from apqa.vocabulary.identifying import SignKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.identifying.writing import Sentence

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    "nov(?:ember)?|dec(?:ember)?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"(?<![\w.,/-])(?:"
    rf"(?P<d1>{_DAY})[ -]+(?:of )?(?P<m1>{_MONTH})\.?(?:,?[ -]+(?P<y1>\d{{4}}|'?\d{{2}}(?![\w:.]\d)))?"
    rf"|(?P<m2>{_MONTH})\.? (?P<d2>{_DAY})(?:,? (?P<y2>\d{{4}}))?"
    rf"|(?P<d3>\d{{1,2}})(?P<sep>[./-]) ?(?P<m3>\d{{1,2}})(?P=sep) ?(?P<y3>\d{{4}}|\d{{2}})"
    rf"|(?P<y4>\d{{4}})[-/.](?P<m4>\d{{2}})[-/.](?P<d4>\d{{2}})"
    rf")(?![\w/-])",
    re.IGNORECASE | re.ASCII,
)
_BEFORE = re.compile(
    r"(?:\bborn(?: on)?|\bd\.? ?o\.? ?b\b\.?|\bbirth(?:day|date)?s?\b(?: party)?|"
    r"\bturn(?:s|ed|ing)? (?:1?\d|[a-z]+teen)|\bwill be 1?\d)"
    r"[ :,()-]*(?:(?:is|was|falls|on|in|given as|recorded as|of|the|about|last|next|this|coming|[a-z]+day)\b[ :,]*)*$",
    re.IGNORECASE,
)
_SAID_BEFORE = re.compile(r"\b(?:born|d\.? ?o\.? ?b|birthdays?|(?:date|day)s? of birth)\b[^;\n]{0,60}$", re.IGNORECASE)
_NAME_BEFORE = re.compile(r"(?<![.\w])([A-Z][a-z]+(?:-[A-Z][a-z]+)?)(?: [A-Z][a-z]+)?[,:]?[ (-]*$")
_SAID = re.compile(r"born|birth|d\.? ?o\.? ?b|turn|will be", re.IGNORECASE)
_BIRTHDAY = re.compile(r"\bbirthday\b", re.IGNORECASE)
_BORN = re.compile(r"\bborn\b[ :,()-]*(?:on |in )?$", re.IGNORECASE)
_AFTER = re.compile(
    r"^[ ,]*(?:\((?:dob|d\.o\.b\.|born|date of birth)|is (?:his|her|their|the) birthday)", re.IGNORECASE
)
_CENTURY, _LATEST_SHORT_YEAR = 2000, 30
YOUNGEST, OLDEST = 3, 19
"""Ages between which a pupil may be. Wider than any provider's, since a slip of a year is one of a date."""


@dataclass(frozen=True, slots=True)
class _Written:
    words: str
    start: int
    end: int
    day: date | None


def may_say_a_birth(text: str) -> bool:
    """Answer whether a text has any word in it that may say that a day is one of birth."""
    return _SAID.search(text) is not None


def has_a_day(sentence: Sentence) -> bool:
    """Answer whether a day is written in a sentence."""
    return _WRITTEN.search(sentence.text) is not None


def speaks_of_a_birthday(sentence: Sentence) -> bool:
    """Answer whether a sentence speaks of a birthday, so that a day in it or in the next one may be it."""
    return _BIRTHDAY.search(sentence.text) is not None


def births(sentence: Sentence, on: date, *, about_pupils: bool, birthday_before: bool = False) -> Iterator[Sign]:
    """Find days of birth in a sentence, asked of a day.

    One that words such as "born" or "DOB" say to be one is certain. In a text `about_pupils`, any other day on which
    a pupil of the day asked about may have been born is a sign too, unless the sentence says what else the day is; and
    a day of any year in a sentence about a pupil that speaks of a birthday, or follows one (`birthday_before`).
    """
    birthday = about_pupils and _is_a_pupils_birthday(sentence, before=birthday_before)
    for written in _days_in(sentence):
        before, after = sentence.text[: written.start], sentence.text[written.end :]
        if _is_an_animals(before):
            continue
        if _BEFORE.search(before) or _AFTER.match(after):
            why = "the words beside it say so"
            yield _sign(sentence, written, why, certain=True)
        elif _SAID_BEFORE.search(before) and written.day and _may_be_a_pupils(written.day, on):
            yield _sign(sentence, written, "a day of birth is spoken of before it", certain=False)
        elif about_pupils and written.day and _may_be_a_pupils(written.day, on) and _is_behind_a_name(before):
            yield _sign(
                sentence,
                written,
                "it stands behind a name, and whoever was born then would be of school age",
                certain=False,
            )
        elif about_pupils and written.day and _may_be_a_pupils(written.day, on) and not _is_of_a_thing(sentence):
            why = "whoever was born on this day would be of school age, and nothing says that it is another day"
            yield _sign(sentence, written, why, certain=False)
        elif birthday:
            yield _sign(sentence, written, "a pupil's birthday is spoken of beside it", certain=False)


def _is_a_pupils_birthday(sentence: Sentence, *, before: bool) -> bool:
    """Answer whether a sentence about a pupil speaks of a birthday, or the one before did."""
    return (before or speaks_of_a_birthday(sentence)) and _one_pupil().search(sentence.text) is not None


@cache
def _one_pupil() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording().pupils}|he|she|his|her)\b", re.IGNORECASE)


def _is_an_animals(before: str) -> bool:
    """Answer whether a day is one on which an animal was born: one is spoken of, and no pupil."""
    return _BORN.search(before) is not None and _animal().search(before) is not None and not _one_pupil().search(before)


@cache
def _animal() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{wording().animals})\b", re.IGNORECASE)


def _sign(sentence: Sentence, written: _Written, why: str, *, certain: bool) -> Sign:
    at = sentence.start
    return Sign(SignKind.DATE_OF_BIRTH, written.words, at + written.start, at + written.end, why, certain)


def _days_in(sentence: Sentence) -> Iterator[_Written]:
    for found in _WRITTEN.finditer(sentence.text):
        yield _Written(found[0], *found.span(), _day_of(found))


def _day_of(found: re.Match[str]) -> date | None:
    """Answer the day that is written; none without a year, or where there is no such day."""
    parts = found.groupdict()
    year, month, day = (next((v for n in "1234" if (v := parts.get(f"{key}{n}"))), "") for key in "ymd")
    if not year:
        return None
    number = int(year.lstrip("'"))
    century = 0 if number >= _CENTURY // 20 else (_CENTURY if number <= _LATEST_SHORT_YEAR else _CENTURY - 100)
    try:
        return date(number + century, _month(month), int(day.rstrip("stndrhSTNDRH")))
    except ValueError:
        return None


def _month(written: str) -> int:
    return int(written) if written.isdigit() else _MONTHS.index(written[:3].lower()) + 1


def _may_be_a_pupils(day: date, on: date) -> bool:
    if on == date.max:
        return day.year >= _CENTURY
    age = on.year - day.year - ((on.month, on.day) < (day.month, day.day))
    return YOUNGEST <= age <= OLDEST


def _is_behind_a_name(before: str) -> bool:
    found = _NAME_BEFORE.search(before)
    if found is None or found[1] in wording().not_names:
        return False
    return wording().dated_things.search(found[1]) is None


def _is_of_a_thing(sentence: Sentence) -> bool:
    return wording().dated_things.search(sentence.text) is not None
