"""What a form says about one record, checked by the record's own model; what is wrong is named by its box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from apqa.forms.filling.flat import NO, joined, nested
from apqa.forms.receiving.answer import Where
from apqa.forms.receiving.spoken import spoken
from apqa.guidance.days import plain
from apqa.questions.received import Problem
from apqa.records.truths import days_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from apqa.forms.filling.box import Form, Way
    from apqa.forms.receiving.answer import Filled
    from apqa.questions.doubts import Doubt
    from apqa.records.base import Record

_NEEDED = "this is needed where other boxes of its part are filled in: fill it in, or empty those"
_NEEDED_ALWAYS = "this is needed: without it nothing of the form can be taken, so fill it in"
_UNKNOWN = Where("")


def checked(form: Form, record_id: str, found: Filled, given: dict[str, Any]) -> tuple[Record | None, list[Problem]]:
    """Answer the record that a form makes, with what is given beside; none where something is wrong with it."""
    problems = [*_about_lists(found), *_about_names(form, found)]
    try:
        record: Record = form.model.model_validate({"id": record_id, **joined(nested(form, found.flat), given)})
    except ValidationError as error:
        problems += _problems(error, form, found)
        return None, problems
    return (None if problems or found.bad else record), problems


def _about_lists(found: Filled) -> Iterator[Problem]:
    for way in found.not_listed:
        where = _where(way, found.places)
        if found.flat[way] == NO:
            yield Problem(where.place, "this says no, and something is listed: correct one of the two", where.box)
        else:
            yield Problem(where.place, "this says yes, and nothing is listed: list it, or correct this", where.box)


def _about_names(form: Form, found: Filled) -> Iterator[Problem]:
    """Report rows of a name and a value that have one of them alone, and names that stand there twice."""
    for table in form.by_name:
        name, value = (box.way for box in table.boxes)
        known: set[str] = set()
        for way in dict.fromkeys(way[: len(table.way) + 1] for way in found.places if _is_row(way, table.way)):
            at, behind = (*way, *name), (*way, *value)
            word = found.flat.get(at, "")
            if not word and at not in found.bad:
                yield _said(at, "this row has no name: write it, or empty the row", found)
            elif behind not in found.flat and behind not in found.bad:
                yield _said(behind, "this row has a name and nothing behind it: fill it in, or empty the row", found)
            elif word and word in known:
                yield _said(at, "this name stands in another row as well: keep one of the two", found)
            known.add(word)


def _is_row(way: Way, table: Way) -> bool:
    return way[: len(table)] == table and len(way) > len(table) and isinstance(way[len(table)], int)


def _said(way: Way, says: str, found: Filled) -> Problem:
    where = _where(way, found.places)
    return Problem(where.place, says, where.box)


def _as_asked(way: Way, form: Form, found: Filled) -> Way:
    """Answer the box of a value that the record holds by its name."""
    for table in form.by_name:
        length = len(table.way)
        if way[:length] == table.way and len(way) > length:
            name, value = (box.way for box in table.boxes)
            rows = (at[: length + 1] for at in found.flat if _is_row(at, table.way))
            return next(((*row, *value) for row in rows if found.flat.get((*row, *name)) == way[length]), way)
    return way


def _problems(error: ValidationError, form: Form, found: Filled) -> Iterator[Problem]:
    for each in error.errors(include_url=False):
        way = _as_asked(each["loc"], form, found)
        if each["type"] == "missing" and way in found.bad:
            # What stands there could not be taken, and that is said already.
            continue
        says, lacking = _says(each, form)
        where = _where(lacking or way, found.places)
        yield Problem(where.place, says, where.box)


def asked_about(doubts: Iterable[Doubt], found: Filled) -> tuple[Problem, ...]:
    """Answer what can hardly be, by the boxes it stands in."""
    places = ((_where(each.at, found.places), each.says) for each in doubts)
    return tuple(Problem(where.place, says, where.box) for where, says in places)


def still_to_come(record: Record, ways: Iterable[tuple[str, ...]], found: Filled, on: date) -> Iterator[Problem]:
    """Report days of what is over that are still to come."""
    for at, day in days_at(record, ways):
        if day > on:
            where = _where(at, found.places)
            said = f"{plain(day)} is still to come, on {plain(on)}: correct it, or leave it empty"
            yield Problem(where.place, said, where.box)


def _says(error: Any, form: Form) -> tuple[str, Way | None]:
    """Answer what is wrong, and the way to what is lacking where something else stands wrong for the lack of it."""
    if error["type"] == "string_too_long":
        return f"this text is longer than {error['ctx']['max_length']:,} characters: shorten it", None
    if error["type"] == "missing":
        return (_NEEDED if len(error["loc"]) > 1 else _NEEDED_ALWAYS), None
    steps = error.get("ctx", {}).get("steps")
    if steps is None:
        return str(error["msg"]), None
    return spoken(str(error["msg"]), error["loc"][: len(error["loc"]) - steps], form)


def _where(way: Way, places: dict[Way, Where]) -> Where:
    """Answer where a value stands, or the first box of the nearest group around it."""
    for length in range(len(way), 0, -1):
        start = way[:length]
        if start in places:
            return places[start]
        inside = [where for each, where in places.items() if each[:length] == start]
        if inside:
            return inside[0]
    return _UNKNOWN
