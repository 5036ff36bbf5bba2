"""The fast way from text to plain data: libyaml's events, no places, and no guess at what a value means.

Whatever is not plain raises `NotPlain` and is read once more by `apqa.reading.placed`, which says what and where.
"""

from __future__ import annotations

import re
from itertools import product
from sys import intern
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from apqa.reading.events import (
    YAML_FAULTS,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
    TooManyError,
    event_reader,
    is_marked,
)
from apqa.reading.limits import LIMITS
from apqa.reading.text import first_suspect
from apqa.scalar import IDENTIFIERS, Bare

if TYPE_CHECKING:
    from apqa.reading.events import NextEvent

MERGE_KEY = "<<"
ODD_KEYS = frozenset({MERGE_KEY, ""})

DIRECTIVE = re.compile("(?:^|[\n\r\x85\u2028\u2029])\ufeff?%")
"""A line that starts with a per cent sign. libyaml takes quadratic time over `%TAG`, so they never reach it."""

CONFLICT = re.compile(r"^(?:<{7}|>{7})(?: |$)", re.MULTILINE)
"""What git leaves behind where two people changed the same lines."""

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = frozenset(
    "".join(letters)
    for word in ("y", "n", "yes", "no", "true", "false", "on", "off")
    for letters in product(*zip(word, word.upper(), strict=True))
)
_NOT_TEXT = _NULLS | _BOOLEANS
_STARTS_OF_NUMBERS = frozenset("0123456789+-.")

_GOOD_KEYS: dict[str, str] = {}
"""Keys that were checked, so that they need not be again. ASCII alone: no two of these look the same."""

_KEYS_KEPT = 2000
"""Nobody's records have so many. What is met beyond them is checked wherever it stands."""


class NotPlain(Exception):  # noqa: N818 - it says which of two ways to take, and is no error of the program
    """The text needs the slow way, which finds out what is wrong with it."""


def plain_data(text: str) -> Any:
    """Read a text as mappings, lists and text. Keys without a value are left out.

    Raises `NotPlain` for anything that is irregular.
    """
    if needs_places(text):
        raise NotPlain
    try:
        data = _document(event_reader(text))
    except (*YAML_FAULTS, TooManyError):
        raise NotPlain from None
    if ("\\" in text and smuggles(data)) or is_marked(text):
        raise NotPlain
    return data


def needs_places(text: str) -> bool:
    """Answer whether the text holds what must not reach the parser, or what it would take for data."""
    if "%" in text and DIRECTIVE.search(text):
        return True
    return ("<<<<<<<" in text or ">>>>>>>" in text) and CONFLICT.search(text) is not None


def as_written(value: str, name: str = "") -> str | None:
    """Answer what an unquoted value is: nothing, text that should have been quoted behind this name, or text."""
    if value in _NOT_TEXT:
        return None if value in _NULLS else Bare(value)
    return Bare(value) if name in IDENTIFIERS or value[0] in _STARTS_OF_NUMBERS else value


def key_as_written(event: Any) -> str:
    """Answer the key an event brings; one without quotes that others would make a number of is marked as such."""
    key: str = event.value
    return Bare(key) if event.implicit[0] and key[:1].isdigit() else intern(key)


def same_key(key: str) -> str:
    """Answer the form in which two keys that look the same are the same. Expects no key over the limit."""
    return normalize("NFC", key)


def smuggles(data: object) -> bool:
    r"""Answer whether an escape, such as "\u202e", brought a character into the values that no file may hold."""
    if isinstance(data, str):
        return first_suspect(data) is not None
    if isinstance(data, dict):
        return any(map(smuggles, data.values()))
    return isinstance(data, list) and any(map(smuggles, data))


def _document(next_event: NextEvent) -> dict[str, Any]:
    """Read the one document of a stream, which must be a mapping."""
    next_event()
    if next_event().__class__ is not DocumentStartEvent:
        raise NotPlain
    if next_event().__class__ is not MappingStartEvent:
        raise NotPlain
    data = _mapping(next_event, 1)
    next_event()
    if next_event().__class__ is not StreamEndEvent:
        raise NotPlain
    return data


def _mapping(next_event: NextEvent, depth: int) -> dict[str, Any]:
    """Read pairs up to the end of their mapping, whose start has been read."""
    data: dict[str, Any] = {}
    empty: list[str] = []
    all_known = True
    while (event := next_event()).__class__ is ScalarEvent:
        key = _GOOD_KEYS.get(event.value)
        if key is None:
            key, all_known = key_as_written(event), False
        if key in data:
            raise NotPlain
        event = next_event()
        if event.__class__ is ScalarEvent:
            value: str | None = event.value
            if event.implicit[0] and (key in IDENTIFIERS or value in _NOT_TEXT or event.value[0] in _STARTS_OF_NUMBERS):
                value = as_written(event.value, key)
                if value is None:
                    empty.append(key)
            data[key] = value
        else:
            data[key] = _collection(next_event, event, depth)
    if event.__class__ is not MappingEndEvent:
        raise NotPlain
    if not all_known:
        _get_to_know(data)
    for key in empty:
        del data[key]
    return data


def _get_to_know(keys: dict[str, Any]) -> None:
    """Check the keys of a mapping, and remember those that are good beside any others: there are few hundred."""
    _check_keys(keys)
    if len(_GOOD_KEYS) < _KEYS_KEPT:
        _GOOD_KEYS.update({key: key for key in keys if key.isascii() and type(key) is str})


def _check_keys(keys: dict[str, Any]) -> None:
    """Refuse a mapping that has an odd key, an endless one, a partly hidden one, or two that look the same."""
    together = "".join(keys)
    if not keys.keys().isdisjoint(ODD_KEYS):
        raise NotPlain
    if len(together) > LIMITS.key_length and any(len(key) > LIMITS.key_length for key in keys):
        raise NotPlain
    if first_suspect(together):
        raise NotPlain
    if not together.isascii() and len({same_key(key) for key in keys}) < len(keys):
        raise NotPlain


def _sequence(next_event: NextEvent, depth: int) -> list[Any]:
    """Read items up to the end of their list, whose start has been read."""
    items: list[Any] = []
    while (event := next_event()).__class__ is not SequenceEndEvent:
        if event.__class__ is ScalarEvent:
            items.append(as_written(event.value) if event.implicit[0] else event.value)
        else:
            items.append(_collection(next_event, event, depth))
    return items


def _collection(next_event: NextEvent, start: Any, depth: int) -> dict[str, Any] | list[Any]:
    """Read the mapping or the list that starts here; an alias has no place in a record."""
    if depth < LIMITS.nesting:
        if start.__class__ is MappingStartEvent:
            return _mapping(next_event, depth + 1)
        if start.__class__ is SequenceStartEvent:
            return _sequence(next_event, depth + 1)
    raise NotPlain
