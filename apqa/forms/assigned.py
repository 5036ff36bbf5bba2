"""Values given as `key.path=value`, put together to the data of a record."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from apqa.errors import UsageError
from apqa.records.schema.shapes import Shape, fields, shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.records.base import Part

Way = tuple[str, ...]
"""The way to a value: names, and the numbers of list entries from 0."""

_NOTHING_IN = {"list": "[]", "names": "{}", "group": "{}"}
"""How a group of each sort is written that is there and holds nothing."""

_GROUPS = {
    "list": "this is a list, and what is in each of its entries is given by itself",
    "names": "this is a group whose names are free, and what each name has is given by itself",
    "group": "this is a group of values, and each is given by itself",
}


def assignments(texts: Iterable[str]) -> list[tuple[Way, str]]:
    """Take `sites.0.key=main` apart. Raises `UsageError` where there is no equals sign, or no key."""
    pairs = []
    for text in texts:
        key, sign, value = text.partition("=")
        if not sign or not all(key.strip().split(".")):
            raise UsageError(f"--set '{text}' is not of the form key=value, such as sites.0.key=main")
        pairs.append((tuple(key.strip().split(".")), value.strip()))
    return pairs


def assembled(model: type[Part], pairs: Iterable[tuple[Way, str]]) -> dict[str, Any]:
    """Put values together to the data of a record, as the reader would give them: groups, lists and text.

    Raises `UsageError` for a key the model does not know, for one that comes twice, for a single value where a group
    belongs, and for a list with a gap.
    """
    tree: dict[str, Any] = {}
    for way, value in pairs:
        of = type_of(model, way)
        _refuse_instead_of_group(of, way, value)
        _put(tree, way, _value(of, value), ".".join(way))
    data = _with_lists(tree, Shape(part=model), ())
    return dict(data)


def _put(tree: dict[str, Any], way: Way, value: Any, key: str) -> None:
    *groups, last = way
    for name in groups:
        tree = tree.setdefault(name, {})
        if not isinstance(tree, dict):
            raise UsageError(f"--set {key}: '{name}' was given a value of its own before")
    if last in tree:
        raise UsageError(f"--set says {key} twice: give it once")
    tree[last] = value


def type_of(model: type[Part], way: Way) -> Shape:
    """Answer what belongs at a way; refuse one that leads nowhere."""
    found = Shape(part=model)
    for number, name in enumerate(way):
        found = _below(found, name, ".".join(way[: number + 1]))
    return found


def _below(of: Shape, name: str, key: str) -> Shape:
    if of.part:
        known = {each.name: each.annotation for each in fields(of.part)}
        if name not in known:
            near = get_close_matches(name, known, n=1)
            raise UsageError(f"--set {key}: there is no '{name}'{f': did you mean {near[0]}?' if near else ''}")
        return shape(known[name])
    if of.entries is not None:
        if not (name.isascii() and name.isdigit()):
            raise UsageError(f"--set {key}: this is a list, so the number of the entry belongs here, from 0")
        return shape(of.entries)
    if of.values is not None:
        return shape(of.values[1])
    raise UsageError(f"--set {key}: there is nothing below this value")


def _refuse_instead_of_group(of: Shape, way: Way, text: str) -> None:
    """Refuse a single value where several belong, each with a name of its own."""
    if text == _NOTHING_IN.get(_sort(of)):
        return
    if said := _GROUPS.get(_sort(of)):
        raise UsageError(f"--set {'.'.join(way)}: {said}, such as --set {'.'.join(_first_value(of, way))}=…")


def _sort(of: Shape) -> str:
    """Answer the sort of group that belongs there; nothing where a value, or a list of values, does."""
    if of.entries is not None:
        return "list" if _sort(shape(of.entries)) else ""
    if of.values is not None:
        return "names"
    return "group" if of.part else ""


def _first_value(of: Shape, way: Way) -> Way:
    """Answer the way to the first single value of a group: one it must have, where it must have any."""
    if of.entries is not None and _sort(of):
        return _first_value(shape(of.entries), (*way, "0"))
    if of.values is not None:
        return _first_value(shape(of.values[1]), (*way, "a_name"))
    if of.part:
        first = min(fields(of.part), key=lambda each: not each.required)
        return _first_value(shape(first.annotation), (*way, first.name))
    return way


def _value(of: Shape, text: str) -> Any:
    """Read what was given: a list of single values may stand with commas between them."""
    if _sort(of) or (of.entries is not None and text == "[]"):
        return [] if text == "[]" else {}
    if of.entries is not None:
        return {str(number): each.strip() for number, each in enumerate(text.strip("[]").split(","))}
    return text


def _with_lists(tree: Any, of: Shape, way: Way) -> Any:
    """Turn groups that are lists into lists."""
    if not isinstance(tree, dict):
        return tree
    if of.entries is not None:
        ordered = sorted((int(number), value) for number, value in tree.items())
        if [number for number, _ in ordered] != list(range(len(ordered))):
            raise UsageError(f"--set {'.'.join(way)}: the entries of a list are numbered from 0 without a gap")
        return [_with_lists(value, shape(of.entries), (*way, str(number))) for number, value in ordered]
    return {name: _with_lists(value, _below(of, name, name), (*way, name)) for name, value in tree.items()}
