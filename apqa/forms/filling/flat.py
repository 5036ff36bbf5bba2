"""What stands in the boxes of a form, as text in the record's own notation: out of a record, and back to its data."""

from __future__ import annotations

from copy import deepcopy
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from apqa.records.base import Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apqa.forms.filling.box import Form, Way

Flat = dict["Way", str]
"""The text of every box that is filled in, by the way to its value."""

YES, NO = "yes", "no"
_HUNDREDTH = 36
"""Seconds in a hundredth of an hour: what is no whole number of these is written as hours and minutes."""


def flat_of(form: Form, record: Part) -> Flat:
    """Answer what a form holds of a record."""
    whether = {box.way: box for page in form.pages for box in page.boxes if box.asks_whether}
    asked = {way: _at(record, way) for way in whether}
    found = {way: YES if there else NO for way, there in asked.items() if there is not None}
    leaves = {way: text_of(value) for way, value in _leaves(record, ()) if form.box_at(way) is not None}
    return {**leaves, **_by_name(form, record), **found}


def _by_name(form: Form, record: Part) -> Flat:
    """Answer what a record holds by name the way a table asks for it: a name and a value in each row."""
    found: Flat = {}
    for table in form.by_name:
        name, value = table.boxes
        for number, (key, each) in enumerate((_at(record, table.way) or {}).items()):
            found[(*table.way, number, *name.way)] = str(key)
            found[(*table.way, number, *value.way)] = text_of(each)
    return found


def listed(form: Form, data: dict[str, Any]) -> dict[str, Any]:
    """Answer the data of a record the way the form asks for them: what is held by name as a list of rows."""
    made = deepcopy(data)
    for table in form.by_name:
        (name,), (value,) = (box.way for box in table.boxes)
        if isinstance(held := _at_data(made, table.way), dict):
            _put(made, table.way, [{name: key, value: each} for key, each in held.items()])
    return made


def text_of(value: object) -> str:
    """Write a value as a record has it, always in the same way."""
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, timedelta):
        return _hours(int(value.total_seconds()))
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return value.isoformat() if isinstance(value, date) else str(value)


def nested(form: Form, flat: Mapping[Way, str]) -> dict[str, Any]:
    """Put the texts of boxes together to the data of a record: groups, and lists without gaps."""
    whether = {box.way for page in form.pages for box in page.boxes if box.asks_whether}
    tree: dict[Any, Any] = {}
    for way, text in flat.items():
        if way not in whether:
            _put(tree, way, text)
    data: dict[str, Any] = _with_lists(tree)
    for table in form.by_name:
        (name,), (value,) = (box.way for box in table.boxes)
        if rows := _at_data(data, table.way):
            _put(data, table.way, {row[name]: row[value] for row in rows if name in row and value in row})
    for page in form.named:
        # Of what is known before nobody may have answered anything: that is a group without entries.
        if _at_data(data, page.way) is None:
            _put(data, page.way, {})
    for way in whether:
        if flat.get(way) == NO and _at_data(data, way) is None:
            _put(data, way, [])
    return data


def joined(data: dict[str, Any], more: Mapping[str, Any]) -> dict[str, Any]:
    """Answer data with more data in them, group by group; where both say something, what is more counts."""
    made = dict(data)
    for key, value in more.items():
        there = made.get(key)
        made[key] = joined(there, value) if isinstance(there, dict) and isinstance(value, dict) else value
    return made


def not_asked(form: Form, data: Mapping[str, Any], above: Way = ()) -> dict[str, Any]:
    """Answer what stands in the data of a record and in no box of a form: it stays as it is."""
    found: dict[str, Any] = {}
    for key, value in data.items():
        way = (*above, key)
        if not form.reaches(way):
            found[key] = value
        elif isinstance(value, dict) and (inner := not_asked(form, value, way)):
            found[key] = inner
    return found


def _hours(seconds: int) -> str:
    if seconds % _HUNDREDTH:
        return f"{seconds // 3600}:{seconds % 3600 // 60:02}"
    return format((Decimal(seconds) / 3600).normalize(), "f")


def _leaves(value: Any, way: Way) -> Iterator[tuple[Way, Any]]:
    if isinstance(value, Part):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name), (*way, name))
    elif isinstance(value, tuple):
        for number, each in enumerate(value):
            yield from _leaves(each, (*way, number))
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from _leaves(each, (*way, str(name)))
    elif value is not None:
        yield way, value


def _at(record: Any, way: Way) -> Any:
    for name in way:
        record = getattr(record, str(name), None)
    return record


def _at_data(data: Any, way: Way) -> Any:
    for name in way:
        data = data.get(name) if isinstance(data, dict) else None
    return data


def _put(tree: dict[Any, Any], way: Way, value: Any) -> None:
    *groups, last = way
    for name in groups:
        tree = tree.setdefault(name, {})
    tree[last] = value


def _with_lists(tree: Any) -> Any:
    if not isinstance(tree, dict):
        return tree
    if all(isinstance(key, int) for key in tree) and tree:
        return [_with_lists(tree[number]) for number in sorted(tree)]
    return {key: _with_lists(value) for key, value in tree.items()}
