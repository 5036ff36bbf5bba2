"""Boxes made from the fields of a model: what belongs in each follows from the type and the docstring of the field."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

from apqa.forms.filling.box import Box, BoxKind, Choice
from apqa.records.schema.docstrings import field_docstrings, word_docstrings
from apqa.records.schema.shapes import Shape, fields, shape

if TYPE_CHECKING:
    from enum import StrEnum

    from apqa.records.base import Part

_REFERENCE = re.compile(r" \((?:Appendix [A-Z]|(?:QF-[0-9A-Z]+(?:,| to| and)? ?)+)(?:, Appendix [A-Z])?\)")
"""Clauses are for whoever keeps the records; whoever fills in a form need not know them."""

_BY_SCHEMA = {"integer": BoxKind.WHOLE_NUMBER, "number": BoxKind.NUMBER, "string": BoxKind.TEXT}
_ALL = 100
"""Per cent."""


class _Found(NamedTuple):
    """A field at the end of a way: its type, its docstring, and whether its part cannot be without it."""

    of: Shape
    doc: str
    needed: bool


def box(  # noqa: PLR0913 - each says one thing of the box, by its name
    model: type[Part],
    key: str,
    title: str,
    help_text: str = "",
    *,
    given: bool = False,
    several: int = 0,
    asks_whether: bool = False,
    group: str = "",
) -> Box:
    """Make the box of a field, such as `sessions.possible`. Raises `KeyError` where the model has no such field."""
    way = tuple(key.split("."))
    found = _found(model, way)
    of = shape(found.of.entries) if several else found.of
    return Box(
        way=way,
        title=title,
        help=help_text or _REFERENCE.sub("", found.doc),
        kind=BoxKind.YES_NO if asks_whether else kind_of(of),
        choices=choices(of.words) if of.words else (),
        most=_bound(of, "maximum"),
        least=_bound(of, "minimum") or 0,
        needed=found.needed,
        given=given,
        several=several,
        asks_whether=asks_whether,
        group=group,
    )


def choices(words: type[StrEnum]) -> tuple[Choice, ...]:
    """Answer a list of words with what people read for each: its docstring, else the word as it is written."""
    return tuple(Choice(word, said.rstrip(".")) for word, said in word_docstrings(words).items())


def kind_of(of: Shape) -> BoxKind:
    """Answer what is written into the box of a value."""
    if of.words:
        return BoxKind.WORDS
    schema = _schema(of)
    if "enum" in schema:
        return BoxKind.YES_NO
    if "anyOf" in schema:
        return BoxKind.HOURS
    if schema["type"] == "number" and schema.get("maximum") == _ALL:
        return BoxKind.PERCENT
    return BoxKind.DAY if schema.get("format") == "date" else _BY_SCHEMA[str(schema["type"])]


def _schema(of: Shape) -> dict[str, Any]:
    schema: dict[str, Any] = getattr(of.form, "schema", None) or {"type": "string"}
    return schema


def _bound(of: Shape, which: str) -> int | None:
    return _schema(of).get(which) if of.words is None and _schema(of).get("type") == "integer" else None


def _found(model: type[Part], way: tuple[str, ...]) -> _Found:
    part: type[Part] | None = model
    for name in way[:-1]:
        inner = _field(part, name).of
        part = inner.part
    return _field(part, way[-1])


def _field(part: type[Part] | None, name: str) -> _Found:
    found = next((each for each in fields(part) if each.name == name), None) if part else None
    if part is None or found is None:
        raise KeyError(name)
    return _Found(shape(found.annotation), field_docstrings(part)[name], found.required)
