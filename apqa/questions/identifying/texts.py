"""The free texts of a record, each with the way to it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args, get_origin

from apqa.records.base import IdentifiesNobody, Part
from apqa.records.scalars import Words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.records.base import Record
    from apqa.rule import Path


class FreeText(NamedTuple):
    """One free text of a record."""

    at: Path
    """The way to it."""

    text: str
    """What it says."""


_NAMES_RECORDS = frozenset({("Waiver", "record"), ("Waiver", "check")})
"""Texts that name a record or a check, and say nothing of their own."""


def free_texts(record: Record) -> Iterator[FreeText]:
    """Answer every free text of a record: what somebody wrote, not what is chosen from a list or has a form."""
    return _of_part(record, ())


def _of_part(part: Part, at: Path) -> Iterator[FreeText]:
    values = part.__dict__
    for name, read in _readers(type(part)):
        value = values[name]
        if value:
            if read is None:
                yield FreeText((*at, name), value)
            else:
                yield from read(value, (*at, name))


@cache
def _readers(model: type[Part]) -> tuple[tuple[str, Callable[[Any, Path], Iterator[FreeText]] | None], ...]:
    """Answer the fields of a part that may hold free text, and how each is gone through; None reads it as it stands."""
    found: list[tuple[str, Callable[[Any, Path], Iterator[FreeText]] | None]] = []
    for name, field in model.model_fields.items():
        if (model.__name__, name) in _NAMES_RECORDS or (model is IdentifiesNobody and name == "words"):
            continue
        if any(isinstance(each, Words) for each in field.metadata):
            found.append((name, None))
        elif _may_hold_text(field.annotation):
            found.append((name, _of_anything))
    return tuple(found)


def _may_hold_text(hint: Any) -> bool:
    """Answer whether a type has free text somewhere in it."""
    if hint is Any:
        return True
    if isinstance(hint, type) and issubclass(hint, Part):
        return bool(_readers(hint))
    if any(isinstance(each, Words) for each in getattr(hint, "__metadata__", ())):
        return True
    return get_origin(hint) is not None and any(_may_hold_text(each) for each in get_args(hint))


def _of_anything(value: Any, at: Path) -> Iterator[FreeText]:
    """Go through a value of a field that may hold free text: a part, a list, a group, or the text itself."""
    if isinstance(value, str):
        yield FreeText(at, value)
    elif isinstance(value, Part):
        yield from _of_part(value, at)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _of_anything(inner, (*at, key))
    elif isinstance(value, tuple | list):
        for number, inner in enumerate(value):
            yield from _of_anything(inner, (*at, number))
