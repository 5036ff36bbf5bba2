"""From plain data to the entries of the dated data: each value is read by the type of its field.

Entries are plain dataclasses, not models: they come with apqa, are held against their types by tests, and every
command that asks anything of the law reads them. A model of pydantic's takes four times as long to make as to use.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from functools import cache, partial
from types import NoneType
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform, get_args, get_origin

from apqa.records.identifiers import Identifier
from apqa.records.scalars import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable

E = TypeVar("E")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def an_entry(model: type[E]) -> type[E]:
    """Make a class an entry: frozen, each field named where it is made."""
    return dataclass(frozen=True, slots=True, kw_only=True)(model)


def made(model: Callable[..., E], data: dict[str, Any]) -> E:
    """Make an entry of plain data.

    Raises `KeyError` where a key is not known, `TypeError` where one is missing, `ValueError` where a value is not of
    its field's type: apqa's own mistakes, which the tests of the data are there to find.
    """
    readers = _readers(model)
    return model(**{key: readers[key](value) for key, value in data.items()})


@cache
def _readers(model: Any) -> dict[str, Callable[[Any], Any]]:
    return {field.name: _reader(field.type) for field in fields(model)}


def _reader(hint: Any) -> Callable[[Any], Any]:
    """Answer what reads a value of a type: optional, a list, a nested entry, a word of a list, or a single value."""
    parts = get_args(hint)
    if NoneType in parts:
        return _reader(next(part for part in parts if part is not NoneType))
    if get_origin(hint) is tuple:
        return partial(_each, _reader(parts[0]))
    if isinstance(hint, type):
        return partial(made, hint) if is_dataclass(hint) else hint
    how = hint.__metadata__[0]
    if isinstance(how, Scalar):
        return how.read
    return how.check if isinstance(how, Identifier) else _words


def _each(read: Callable[[Any], Any], values: list[Any]) -> tuple[Any, ...]:
    return tuple(read(value) for value in values)


def _words(value: str) -> str:
    text = str(value).strip()
    if not text:
        raise ValueError("a text of the dated data is empty")
    return text
