"""What a form says about one record, checked by the record's own model; what is wrong is named by its box."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from apqa.forms.filling.flat import NO, nested
from apqa.forms.receiving.answer import Where
from apqa.questions.received import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.filling.box import Form, Way
    from apqa.forms.receiving.answer import Filled
    from apqa.records.base import Record

_NEEDED = "this is needed where other boxes of its part are filled in: fill it in, or empty those"
_OWN_WORDS = {"missing": _NEEDED}
_UNKNOWN = Where("")


def checked(form: Form, record_id: str, found: Filled, given: dict[str, Any]) -> tuple[Record | None, list[Problem]]:
    """Answer the record that a form makes, with what is given beside; none where something is wrong with it."""
    problems = list(_about_lists(found))
    try:
        record: Record = form.model.model_validate({"id": record_id, **nested(form, found.flat), **given})
    except ValidationError as error:
        problems += _problems(error, found)
        return None, problems
    return (None if problems or found.bad else record), problems


def _about_lists(found: Filled) -> Iterator[Problem]:
    for way in found.not_listed:
        where = _where(way, found.places)
        if found.flat[way] == NO:
            yield Problem(where.place, "this says no, and something is listed: correct one of the two", where.box)
        else:
            yield Problem(where.place, "this says yes, and nothing is listed: list it, or correct this", where.box)


def _problems(error: ValidationError, found: Filled) -> Iterator[Problem]:
    for each in error.errors(include_url=False):
        way: Way = each["loc"]
        if each["type"] == "missing" and way in found.bad:
            # What stands there could not be taken, and that is said already.
            continue
        where = _where(way, found.places)
        yield Problem(where.place, _says(each), where.box)


def _says(error: Any) -> str:
    if error["type"] == "string_too_long":
        return f"this text is longer than {error['ctx']['max_length']:,} characters: shorten it"
    return _OWN_WORDS.get(error["type"]) or str(error["msg"])


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
