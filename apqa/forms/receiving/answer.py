"""What was read of a form, box by box, before anybody knows whether it makes a record."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from apqa.forms.filling.flat import NO, YES
from apqa.forms.filling.stamp import in_short

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.forms.filling.box import Box, Form, Way
    from apqa.forms.filling.flat import Flat
    from apqa.forms.filling.stamp import Stamp
    from apqa.questions.received import Problem


class Where(NamedTuple):
    """Where a box stands in the file that came back."""

    place: str
    """Such as "Attendance!D7", or the page and the title of a box."""

    box: str = ""
    """The title of the box, where the place does not say it."""


CHANGED = "the hidden mark that says which form it is was changed: ask for the form to be filled in anew"


_SHOWN = 40


def put_otherwise(was: str, text: str) -> str:
    """Say that somebody changed what the provider must leave as it is; nothing where it stands there, or never did.

    The outcomes of a pupil follow an objective from term to term by its words: others would begin another one.
    """
    if not was or was.split() == text.split():
        return ""
    now = f"and now {quoted(text)} does" if text else "and now nothing does"
    return (
        f"{quoted(was)} stood here when the form went out (it must not be changed), {now}: write it as it was; another "
        "objective goes into a row of its own"
    )


def quoted(text: str) -> str:
    """Quote the beginning of a text in one line."""
    line = " ".join(text.split())
    return f"'{line}'" if len(line) <= _SHOWN else f"'{line[:_SHOWN]}…'"


class NotAFormError(Exception):
    """A file that is no form apqa can read. The message is one plain sentence with the remedy."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One box of a form that came back."""

    placement: str
    box: Box
    table: Way
    """The way to the list it is an entry's of; empty where it is no table's."""

    row: int
    """Rows of one table come in this order."""

    text: str
    """In the record's notation; empty where nothing is filled in, or where what is cannot be taken."""

    where: Where
    bad: bool = False
    """Whether something stands there that cannot be taken."""

    entry: str = ""
    """The name of the entry, where it was known before."""

    sent_along: bool = False
    """Whether the council filled it in before it went out, so that what stands there is no answer by itself."""


@dataclass(frozen=True, slots=True)
class Returned:
    """A form that came back."""

    stamp: Stamp
    sent_on: str
    """The day it was sent, as the form says; empty where it does not."""

    answers: tuple[Answer, ...]
    problems: tuple[Problem, ...]
    is_whole: bool = True
    """Whether all of it could be read: of one in which a sheet is not where it was, what is not there says nothing."""


@dataclass(slots=True)
class Filled:
    """What a form says about one record."""

    flat: Flat = field(default_factory=dict)
    places: dict[Way, Where] = field(default_factory=dict)
    """Where each box stands, the empty ones included."""

    bad: set[Way] = field(default_factory=set)
    unanswered: list[str] = field(default_factory=list)
    """What the council sent along and nobody answered: the objectives, by their words."""

    not_listed: list[Way] = field(default_factory=list)
    """The lists of which it is said that there is something in them, and nothing is, or the other way round."""


def filled(form: Form, answers: Iterable[Answer]) -> Filled:
    """Put the answers about one record together: lists without gaps, rows that nobody answered left out."""
    found, rows = Filled(), _rows(answers)
    entries: dict[Way, int] = {}
    for (table, entry, _), row in rows.items():
        if not table:
            _take_single(row, (), found)
        elif entry and _is_answered(row):
            _take_single(row, (*table, entry), found)
        elif entry:
            found.places |= {(*table, entry, *each.box.way): each.where for each in row}
        elif _is_answered(row):
            number = entries[table] = entries.get(table, -1) + 1
            for each in row:
                _take(each, (*table, number, *each.box.way), found)
        elif text := next((each.text for each in row if each.text), ""):
            found.unanswered.append(text)
    _ask_whether(form, found)
    return found


def _rows(answers: Iterable[Answer]) -> dict[tuple[Way, str, int], list[Answer]]:
    rows: dict[tuple[Way, str, int], list[Answer]] = {}
    for each in answers:
        rows.setdefault((each.table, each.entry, each.row if each.table else 0), []).append(each)
    return dict(sorted(rows.items(), key=lambda row: (str(row[0][0]), row[0][2])))


def with_entries_sent_along(answers: Iterable[Answer], form: Form, stamp: Stamp) -> tuple[Answer, ...]:
    """Mark what the council filled in of entries that are known before, where nobody answered anything.

    An entry is not answered while the box it cannot be without is empty and all others are as they went out.
    """
    every = tuple(answers)
    held = {(page.way, name): said.held for page in form.named for name, said in stamp.entries(page.way)}
    rows: dict[tuple[Way, str], list[Answer]] = {}
    for each in every:
        if each.entry:
            rows.setdefault((each.table, each.entry), []).append(each)
    along = {key for key, row in rows.items() if _is_as_sent(row, held[key])}
    return tuple(replace(each, sent_along=True) if (each.table, each.entry) in along else each for each in every)


def _is_as_sent(row: list[Answer], held: str) -> bool:
    if any(each.bad or (each.text and each.box.needed and len(each.box.way) == 1) for each in row):
        return False
    return in_short({each.box.way: each.text for each in row if each.text}) == held


def _is_answered(row: list[Answer]) -> bool:
    """Answer whether anything is filled in beside what was sent along."""
    return any((each.text or each.bad) and not each.sent_along for each in row)


def _take_single(row: list[Answer], above: Way, found: Filled) -> None:
    """Take the boxes of a page, or of an entry known before.

    Those of a list of single values move up where one before them is empty.
    """
    counts: dict[Way, int] = {}
    for each in row:
        way = (*above, *each.box.way)
        if isinstance(way[-1], int):
            start = way[:-1]
            found.places.setdefault(start, each.where)
            if not each.text and not each.bad:
                continue
            way = (*start, counts.setdefault(start, 0))
            counts[start] += 1
        _take(each, way, found)


def _take(each: Answer, way: Way, found: Filled) -> None:
    found.places[way] = each.where
    if each.text:
        found.flat[way] = each.text
    if each.bad:
        found.bad.add(way)


def _ask_whether(form: Form, found: Filled) -> None:
    """Hold what is said of a list against what stands in it; where nobody said, what stands in it says it."""
    for box in (box for page in form.pages for box in page.boxes if box.asks_whether):
        listed = any(way[: len(box.way)] == box.way and len(way) > len(box.way) for way in (*found.flat, *found.bad))
        said = found.flat.get(box.way)
        if listed and said is None and box.way not in found.bad:
            found.flat[box.way] = YES
        elif said == (NO if listed else YES):
            found.not_listed.append(box.way)
