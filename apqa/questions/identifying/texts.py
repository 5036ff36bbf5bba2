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


def any_text(record: Record, is_worth_it: Callable[[str], bool]) -> bool:
    """Answer whether any free text of a record is worth a closer look. Ways are not worked out: most have none."""
    return _any_of_part(record, is_worth_it)


def _any_of_part(part: Part, is_worth_it: Callable[[str], bool]) -> bool:
    # The commonest is asked first and by its exact type: it is asked a hundred thousand times of ten thousand records.
    values = part.__dict__
    for name in _fields(type(part)):
        value = values[name]
        if value and (is_worth_it(value) if type(value) is str else _any_of(value, is_worth_it)):
            return True
    return False


def _any_of(value: Any, is_worth_it: Callable[[str], bool]) -> bool:
    if isinstance(value, Part):
        return _any_of_part(value, is_worth_it)
    if isinstance(value, str):
        return is_worth_it(value)
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else ()
    for each in inner:  # noqa: SIM110  a generator costs more than what it asks
        if _any_of(each, is_worth_it):
            return True
    return False


def _of_part(part: Part, at: Path) -> Iterator[FreeText]:
    for name in _fields(type(part)):
        yield from _of(getattr(part, name), (*at, name))


def _of(value: Any, at: Path) -> Iterator[FreeText]:
    """Go through a value of a field that may hold free text: a part, a list, a group, or the text itself."""
    if isinstance(value, str):
        yield FreeText(at, value)
    elif isinstance(value, Part):
        yield from _of_part(value, at)
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _of(inner, (*at, key))
    elif isinstance(value, tuple | list):
        for number, inner in enumerate(value):
            yield from _of(inner, (*at, number))


@cache
def _fields(model: type[Part]) -> tuple[str, ...]:
    """Answer the fields of a part that may hold free text."""
    return tuple(
        name
        for name, field in model.model_fields.items()
        if (any(isinstance(each, Words) for each in field.metadata) or _may_hold_text(field.annotation))
        and (model.__name__, name) not in _NAMES_RECORDS
        and not (model is IdentifiesNobody and name == "words")
    )


def _may_hold_text(hint: Any) -> bool:
    """Answer whether a type has free text somewhere in it."""
    if hint is Any:
        return True
    if isinstance(hint, type) and issubclass(hint, Part):
        return bool(_fields(hint))
    if any(isinstance(each, Words) for each in getattr(hint, "__metadata__", ())):
        return True
    return get_origin(hint) is not None and any(_may_hold_text(each) for each in get_args(hint))
