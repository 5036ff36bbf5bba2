"""A record in single values, for a council's own templates: every key is there, with an empty text for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.records.schema.shapes import fields, shape

if TYPE_CHECKING:
    from collections.abc import Callable

    from apqa.records.base import Part

_NOT_SHOWN = frozenset({"identifies_nobody", "local"})
"""A council's own fields, and reasons given to the checks: what they hold is for the council alone."""


def part_values(model: type[Part], part: Part | None, say: Callable[[Any], str]) -> dict[str, object]:
    """Answer every key of a part, or of one that is not recorded, as text, as a list or as a part again.

    A single value is said in words by `say`, which has an empty text for nothing.
    """
    return {
        each.name: _value(each.annotation, getattr(part, each.name) if part else None, say)
        for each in fields(model)
        if each.name not in _NOT_SHOWN
    }


def _value(annotation: Any, value: Any, say: Callable[[Any], str]) -> object:
    of = shape(annotation)
    if of.part is not None:
        return part_values(of.part, value, say)
    if of.entries is not None:
        return tuple(_value(of.entries, each, say) for each in value or ())
    return say(value)
