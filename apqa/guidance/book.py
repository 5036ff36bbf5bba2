"""The door to the dated data that comes with apqa."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from apqa.guidance.typed import an_entry, made
from apqa.reading.plain import plain_data
from apqa.records.scalars import Day, Text, Truth
from apqa.vocabulary.standing import Standing

E = TypeVar("E")

_DATA = Path(__file__).parent / "data"


@an_entry
class Dated:
    """A value of law or guidance: from when it applies, how binding it is, and where it is written."""

    in_force_from: Day | None = None
    """The first day it applies. None where it is announced only, or has always applied."""

    announced_on: Day | None = None
    """The day it was announced, for what is not yet in force."""

    standing: Standing
    """How binding it is."""

    basis: Text
    """Where it is written."""

    confirmed: Truth = True
    """Whether a document confirms it. What none confirms says so wherever it is used."""

    note: Text | None = None
    """What a reader should know of it."""


T = TypeVar("T", bound=Dated)


@cache
def page(name: str) -> dict[str, Any]:
    """Read one page of the dated data as plain data."""
    text = (_DATA / f"{name}.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = plain_data(text)
    return data


def entries(name: str, section: str, model: Callable[..., E]) -> tuple[E, ...]:
    """Read one section of a page, in its own order.

    What the page says of every entry of the section stands for each that says nothing else.
    """
    return _entries(name, section, model)


@cache
def _entries(name: str, section: str, model: Callable[..., E]) -> tuple[E, ...]:
    every = page(name).get("every", {}).get(section, {})
    return tuple(made(model, {**every, **entry}) for entry in page(name)[section])


def current(dated: Iterable[T], on: date) -> T | None:
    """Answer what is in force on the day: of what came into force by then, the latest. Never the announced."""
    begun = [entry for entry in dated if entry.in_force_from is not None and entry.in_force_from <= on]
    return max(begun, key=lambda entry: entry.in_force_from or date.min, default=None)


def announced(dated: Iterable[T]) -> tuple[T, ...]:
    """Answer what is announced and has no day on which it comes into force."""
    return tuple(entry for entry in dated if entry.in_force_from is None and entry.announced_on is not None)
