"""The data of a record as text: new records, and what is put into one that is there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.forms.scalar_text import scalar_text
from apqa.records.schema.shapes import Shape, fields, shape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from apqa.records.base import Part

_STEP = 2


def record_lines(model: type[Part], data: dict[str, Any]) -> Iterator[str]:
    """Write a record, its fields in the order of its model, groups and lists with an empty line around them."""
    was_group = True
    for name in ordered(model, data):
        lines = list(pair_lines(name, data[name], below(Shape(part=model), name), 0))
        is_group = len(lines) > 1
        if (is_group or was_group) and name != "status":
            yield ""
        yield from lines
        was_group = is_group


def ordered(model: type[Part] | None, names: Iterable[str]) -> list[str]:
    """Answer the names of fields in the order of their model."""
    order = [each.name for each in fields(model)] if model else []
    return sorted(names, key=lambda name: order.index(name) if name in order else len(order))


def below(of: Shape, name: str | int) -> Shape:
    """Answer the type of what stands below a group or a list; of what nobody knows, text."""
    if isinstance(name, int):
        return shape(of.entries) if of.entries is not None else Shape()
    if of.values is not None:
        return shape(of.values[1])
    known = [each for each in fields(of.part) if each.name == name] if of.part else []
    return shape(known[0].annotation) if known else Shape()


def pair_lines(name: str, value: Any, of: Shape, column: int) -> Iterator[str]:
    """Write a key and its value, from a column on."""
    lead = " " * column
    if not value or not isinstance(value, (dict, list)) or _is_plain_list(value):
        yield f"{lead}{name}: {inline(value, of)}"
        return
    yield f"{lead}{name}:"
    yield from block_lines(value, of, column + _STEP)


def block_lines(value: dict[str, Any] | list[Any], of: Shape, column: int) -> Iterator[str]:
    """Write a group or a list, line by line, from a column on."""
    if isinstance(value, dict):
        for name in ordered(of.part, value):
            yield from pair_lines(name, value[name], below(of, name), column)
        return
    for each in value:
        yield from item_lines(each, below(of, 0), column)


def item_lines(value: Any, of: Shape, column: int) -> Iterator[str]:
    """Write an entry of a list, with its hyphen."""
    lead = " " * column
    if not value or not isinstance(value, (dict, list)):
        yield f"{lead}- {inline(value, of)}"
        return
    first, *rest = block_lines(value, of, column + _STEP)
    yield f"{lead}- {first.lstrip()}"
    yield from rest


def inline(value: Any, of: Shape) -> str:
    """Write a value in one line."""
    if isinstance(value, dict):
        names = ordered(of.part, value)
        return f"{{{', '.join(f'{name}: {inline(value[name], below(of, name))}' for name in names)}}}"
    if isinstance(value, list):
        return f"[{', '.join(inline(each, below(of, 0)) for each in value)}]"
    return scalar_text(str(value), of)


def _is_plain_list(value: Any) -> bool:
    return isinstance(value, list) and not any(isinstance(each, (dict, list)) for each in value)
