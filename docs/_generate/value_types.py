"""What stands for a type of value, in words for people who write records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, get_args

from _generate.markdown import anchor, link
from apqa.records import scalars
from apqa.records.identifiers import Identifier
from apqa.records.schema.shapes import shape

if TYPE_CHECKING:
    from apqa.records.schema.shapes import Shape

_SCALARS = {
    scalars.Day: "day, such as 2026-09-01",
    scalars.Truth: "yes or no",
    scalars.Count: "whole number",
    scalars.Age: "age in years",
    scalars.Money: "pounds, such as 45.50",
    scalars.Percent: "per cent, 0 to 100",
    scalars.PartOfAll: "per cent, below 100",
    scalars.Hours: "hours, such as 17.5 or 17:30",
    scalars.Clock: "time of day, such as 09:30",
}
_BY_FORM = {id(get_args(kind)[1]): words for kind, words in _SCALARS.items()}


def spoken(name: str) -> str:
    """Write the name of a class as people say it: `RegisterCheck` is a register check."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).lower().replace("ehc ", "EHC ")


def type_words(annotation: Any) -> str:
    """Say what belongs in a field."""
    return _of(shape(annotation))


def _of(of: Shape) -> str:
    if of.part:
        return f"group: {_linked(of.part)}"
    if of.words:
        return f"word: {_linked(of.words)}"
    if of.entries is not None:
        return f"list of {_entry(of.entries)}{_as_a_whole(of)}"
    if of.values is not None:
        return "any group" if of.values[1] is Any else f"group of named entries, each {_one(_entry(of.values[1]))}"
    return _single(of)


def _entry(annotation: Any) -> str:
    """Say what one entry of a list or group is."""
    return _of(shape(annotation)).removeprefix("group: ").removeprefix("word: ")


def _one(entry: str) -> str:
    """Put an article in front of what an entry is, where one belongs there."""
    if entry.startswith(("hours", "pounds", "per cent", "yes or no", "text")):
        return entry
    return f"{'an' if entry.lstrip('[')[0] in 'aeiou' else 'a'} {entry}"


def _linked(cls: type[Any]) -> str:
    name = spoken(cls.__name__)
    return link(name, f"#{anchor(name)}")


def _single(of: Shape) -> str:
    if isinstance(of.form, Identifier):
        quoted = ", in quotes" if of.form.quoted else ""
        return re.sub(r"^an? ", "", of.form.wanted) + quoted
    return _BY_FORM.get(id(of.form)) or _bounded(of)


def _bounded(of: Shape) -> str:
    """Say between which numbers a number is; of anything else that it is text."""
    form = of.form.schema if isinstance(of.form, scalars.Scalar) else {}
    if not form:
        return "text"
    sort = "whole number" if form["type"] == "integer" else "number"
    return f"{sort}, {form['minimum']} to {form['maximum']:,}"


def _as_a_whole(of: Shape) -> str:
    if of.whole is None:
        return ""
    return f"{', each once' if of.whole.once else ''}{', at least one' if of.whole.needed else ''}"
