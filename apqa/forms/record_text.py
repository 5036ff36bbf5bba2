"""The text of a new record: what was given, and everything else there is as comments that say what it is for."""

from __future__ import annotations

from dataclasses import dataclass, field
from textwrap import wrap
from typing import TYPE_CHECKING, Any

from apqa.forms.scalar_text import scalar_text
from apqa.records.schema.docstrings import field_docstrings
from apqa.records.schema.shapes import Field, Shape, fields, shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apqa.records.base import Part

_WIDTH = 116
_SHORT = 40
"""A list of longer texts stands with one on each line."""

_STEP = "  "


@dataclass(frozen=True, slots=True)
class RecordText:
    """The writing of one record."""

    names: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    """Names with a meaning, by model and field, each with its title."""

    def body(self, model: type[Part], data: Mapping[str, Any]) -> str:
        """Write a record: one field after another, those not given as comments."""
        blocks = [list(self._field(model, each, data.get(each.name), 0, off=False)) for each in fields(model)]
        return "\n\n".join("\n".join(block) for block in blocks)

    def _field(self, model: type[Part], each: Field, value: Any, level: int, *, off: bool) -> Iterator[str]:
        """Write one field with what it is for; as a comment where nothing was given."""
        of, doc = shape(each.annotation), field_docstrings(model)[each.name]
        known = self.names.get((model.__name__, each.name), {})
        braces = value is None and each.required and of.values is not None
        remark = " The braces say that there is none: take them out with the first." if braces else ""
        yield from _comment(f"{doc}{remark}{_choices(of)}{_parts(of, off=off)}", level, off=off)
        if braces:
            yield _line(f"{each.name}: {{}}", level, off=off)
            yield from self._known(of, known, level + 1)
        elif value is None:
            yield from self._absent(each.name, of, known, level, nested=off)
        else:
            yield from self._given(each.name, of, value, level)

    def _given(self, name: str, of: Shape, value: Any, level: int) -> Iterator[str]:
        """Write what was given. What the fields of a list's entries are for is said at the first."""
        entries = shape(of.entries) if of.entries is not None else None
        if of.part and value:
            yield _line(f"{name}:", level)
            yield from self._group(of.part, value, level + 1)
        elif of.values and value:
            yield _line(f"{name}:", level)
            for key, each in value.items():
                yield from self._given(scalar_text(key, shape(of.values[0])), shape(of.values[1]), each, level + 1)
        elif entries and entries.part and value:
            yield _line(f"{name}:", level)
            for number, each in enumerate(value):
                lines = self._entry(entries.part, each, level + 1)
                yield from (line for line in lines if not (number and line.lstrip().startswith("#")))
        elif entries and isinstance(value, list) and any(len(str(each)) > _SHORT for each in value):
            yield _line(f"{name}:", level)
            yield from (_line(f"- {scalar_text(str(each), entries)}", level + 1) for each in value)
        else:
            yield _line(f"{name}: {_flow(of, value)}", level)

    def _group(self, model: type[Part], value: Mapping[str, Any], level: int) -> Iterator[str]:
        for each in _given_first(model, value):
            yield from self._field(model, each, value.get(each.name), level, off=False)

    def _entry(self, model: type[Part], value: Mapping[str, Any], level: int) -> Iterator[str]:
        """Write an entry of a list: a hyphen in front of its first line."""
        lines = list(self._group(model, value, level + 1))
        first = next((number for number, line in enumerate(lines) if not line.lstrip().startswith("#")), None)
        lead = _STEP * level
        if first is None:
            yield f"{lead}- {{}}"
            return
        yield from lines[:first]
        yield f"{lead}- {lines[first].removeprefix(lead + _STEP)}"
        yield from lines[first + 1 :]

    def _absent(self, name: str, of: Shape, known: Mapping[str, str], level: int, *, nested: bool) -> Iterator[str]:
        """Write what was not given as a comment, one level deep: the names alone say how it is filled in."""
        entry = shape(of.entries) if of.entries is not None else None
        part = of.part or (entry.part if entry else None)
        yield _line(f"{name}:", level, off=True)
        if nested:
            return
        if of.values is not None:
            yield from self._known(of, known, level + 1)
        elif part:
            lines = [line for each in fields(part) for line in self._field(part, each, None, level + 1, off=True)]
            yield from lines if of.part else _as_entry(lines, level + 1)

    def _known(self, of: Shape, known: Mapping[str, str], level: int) -> Iterator[str]:
        """Offer the names that have a meaning where any name may stand."""
        key, value = (shape(each) for each in of.values or ())
        names = known or ({word.value: "" for word in key.words} if key.words else {})
        for name, title in names.items():
            yield _line(f"{name}:{f'  # {title}' if title else ''}", level, off=True)
            if value.part:
                yield from (_line(f"{each.name}:", level + 1, off=True) for each in fields(value.part) if each.required)


def _given_first(model: type[Part], value: Mapping[str, Any]) -> list[Field]:
    return sorted(fields(model), key=lambda each: value.get(each.name) is None and not each.required)


def _as_entry(lines: list[str], level: int) -> Iterator[str]:
    """Make the entry of a list of lines that are comments: a hyphen in front of its first name."""
    lead = "#" + _STEP * level
    first = next(number for number, line in enumerate(lines) if not line.removeprefix("#").lstrip().startswith("#"))
    for number, line in enumerate(lines):
        rest = line.removeprefix(lead)
        yield f"{lead}{'- ' if number == first else _STEP}{rest}"


def _line(text: str, level: int, *, off: bool = False) -> str:
    return f"{'#' if off else ''}{_STEP * level}{text}"


def _comment(text: str, level: int, *, off: bool) -> Iterator[str]:
    lead = _line("# ", level, off=off)
    return (lead + line for line in wrap(text, _WIDTH - len(lead), break_long_words=False, break_on_hyphens=False))


def _choices(of: Shape) -> str:
    inner = shape(of.entries) if of.entries is not None else of
    if not inner.words:
        return ""
    return f" {'Any' if of.entries is not None else 'One'} of {', '.join(word.value for word in inner.words)}."


def _parts(of: Shape, *, off: bool) -> str:
    """Name what a group holds, where it is not written out."""
    inner = shape(of.entries) if of.entries is not None else of
    has = "Each has" if of.entries is not None else "It has"
    return f" {has} {', '.join(each.name for each in fields(inner.part))}." if off and inner.part else ""


def _flow(of: Shape, value: Any) -> str:
    """Write a single value, a list of such, or something empty."""
    if isinstance(value, list):
        return f"[{', '.join(scalar_text(str(each), shape(of.entries)) for each in value)}]"
    return "{}" if isinstance(value, dict) else scalar_text(str(value), of)
