"""The types of the fields of JSON answers, from the annotations of the classes that the answers are made of."""

from __future__ import annotations

import pkgutil
from collections import abc
from dataclasses import is_dataclass
from datetime import date, time, timedelta
from decimal import Decimal
from functools import cache
from importlib import import_module
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel

_PLAIN = {NoneType: "null", bool: "true or false", int: "number", float: "number", Decimal: "number"}
_TEXTS = (str, date, time)
_ROOMS = ("apqa.questions", "apqa.guidance", "apqa.records", "apqa.vocabulary")


def types_of(cls: type, attribute: str) -> set[str]:
    """Answer the types an attribute of a class may have in JSON; none where the class has no such attribute."""
    hints = _hints(cls)
    return set(_types(hints[attribute])) if attribute in hints else set()


@cache
def _hints(cls: type) -> dict[str, Any]:
    return get_type_hints(cls, None, _names())


def _types(hint: Any) -> list[str]:
    origin, inner = get_origin(hint), get_args(hint)
    if origin in {tuple, list}:
        return [f"list of {each}s" for each in _types(inner[0])]
    if isinstance(origin, type) and issubclass(origin, abc.Mapping):
        return ["object"]
    if origin is None:
        return [_single(hint)]
    # Annotated carries how a value is read behind its type, which says nothing about the answer.
    members = inner[:1] if hasattr(hint, "__metadata__") else inner
    return [word for each in members for word in _types(each)]


def _single(hint: Any) -> str:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if issubclass(hint, _TEXTS):
        return "text"
    if issubclass(hint, timedelta):
        return "number"
    if is_dataclass(hint) or issubclass(hint, BaseModel):
        return "object"
    raise TypeError(f"JSON has no word for {hint}")


@cache
def _names() -> dict[str, Any]:
    """Answer every class of the rooms that answers come from: what is imported for types only is found by its name."""
    found: dict[str, Any] = {**vars(abc), "Any": Any, "date": date, "timedelta": timedelta}
    for room in _ROOMS:
        package = import_module(room)
        names = [each.name for each in pkgutil.walk_packages(package.__path__, f"{room}.")]
        for module in map(import_module, [room, *names]):
            own = {
                key: each for key, each in vars(module).items() if getattr(each, "__module__", "") == module.__name__
            }
            found |= {key: each for key, each in own.items() if isinstance(each, type)}
    from apqa.rule import Path

    return found | {"Path": Path}
