"""What the type of a field is made of, for whoever walks over the models: schemas, questions, new records."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin, get_type_hints

from apqa.records.base import Part
from apqa.records.identifiers import Identifier
from apqa.records.scalars import Entries, Scalar, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pydantic.fields import FieldInfo

TAKEN_FROM_NAME = "id"
"""The field that is no line of the file: it is the file's name."""


@dataclass(frozen=True, slots=True)
class Shape:
    """The type of one value, taken apart. At most one of the four is there; none where any text will do."""

    part: type[Part] | None = None
    """A group of keys."""

    words: type[StrEnum] | None = None
    """One of a closed list of words."""

    entries: Any = None
    """The type of a list's entries."""

    values: tuple[Any, Any] | None = None
    """The types of the keys and the values of a group whose keys are free."""

    form: Identifier | Scalar | Words | None = None
    """How a single value is read."""

    whole: Entries | None = None
    """What a list as a whole has to be."""

    nullable: bool = False
    """Whether the type itself allows nothing."""


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a model."""

    name: str
    annotation: Any
    required: bool
    default: Any


@cache
def fields(model: type[Part]) -> tuple[Field, ...]:
    """Answer the fields of a model that are lines of a file: its own in order, then those every such record has."""
    hints = get_type_hints(model, include_extras=True)
    every = model.model_fields
    own = [name for name in every if name in vars(model).get("__annotations__", {})]
    names = [*own, *(name for name in every if name not in own and name != TAKEN_FROM_NAME)]
    return tuple(_field(name, hints[name], every[name]) for name in names)


def _field(name: str, annotation: Any, info: FieldInfo) -> Field:
    default = None if info.is_required() else info.get_default(call_default_factory=True)
    return Field(name, annotation, info.is_required(), default)


def type_at(model: type[Part], way: Sequence[str]) -> Any:
    """Answer the type of what stands at the end of a way of names; lists on the way are gone into.

    Raises `KeyError`, with the name, where the way leads nowhere.
    """
    found: Any = model
    for name in way:
        found = _below(_entry(found), name)
    return found


def _entry(annotation: Any) -> Shape:
    inner = shape(annotation)
    return _entry(inner.entries) if inner.entries is not None else inner


def _below(of: Shape, name: str) -> Any:
    if of.values is not None:
        value = of.values[1]
        named = shape(value).part
        known = [] if named is None else [each for each in fields(named) if each.name == name]
        return known[0].annotation if known else value
    found = [each.annotation for each in fields(of.part) if each.name == name] if of.part else []
    if not found:
        raise KeyError(name)
    return found[0]


def shape(annotation: Any) -> Shape:
    """Take a type apart."""
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin in {Union, UnionType}:
        return _with_nothing(inner)
    if origin is Annotated:
        return _marked(inner[0], inner[1])
    if origin is tuple:
        return Shape(entries=inner[0])
    if origin is dict:
        return Shape(values=(inner[0], inner[1]))
    return _of_class(annotation) if isinstance(annotation, type) else Shape()


def _marked(kind: Any, mark: Any) -> Shape:
    if isinstance(mark, Entries):
        return replace(shape(kind), whole=mark)
    return Shape(form=mark)


def _of_class(kind: type) -> Shape:
    if issubclass(kind, Part):
        return Shape(part=kind)
    return Shape(words=kind) if issubclass(kind, StrEnum) else Shape()


def _with_nothing(choices: tuple[Any, ...]) -> Shape:
    """Take apart the one type that may be nothing instead. Records have no other choices."""
    (only,) = (choice for choice in choices if choice is not NoneType)
    return replace(shape(only), nullable=True)
