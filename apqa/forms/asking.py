"""What a record still needs before it can be read, as questions."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from apqa.reading.mistakes import mistakes
from apqa.reading.placed import Placed
from apqa.records.schema.docstrings import field_docstrings
from apqa.records.schema.shapes import fields, shape

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from apqa.forms.assigned import Way
    from apqa.records.base import Part, Record


_PROPER = {"English."}
"""What begins with a capital letter in the middle of a sentence too."""


@dataclass(frozen=True, slots=True)
class Question:
    """One value a record needs."""

    way: Way
    annotation: Any
    doc: str
    """What the value is, in the model's own words."""

    @property
    def key(self) -> str:
        """Answer the way to the value as `--set` spells it."""
        return ".".join(self.way)

    @property
    def says(self) -> str:
        """Answer what is asked, with the group it is asked of: "Timetable 1 - the first day."."""
        group = _named(self.way[:-1])
        first = self.doc.split(" ")[0]
        doc = self.doc if first in _PROPER else self.doc[:1].lower() + self.doc[1:]
        return f"{group} - {doc}" if group else self.doc

    @property
    def words(self) -> list[str]:
        """Answer the words the value is one of, or a list of; none where any value may stand."""
        of = shape(self.annotation)
        of = shape(of.entries) if of.entries is not None else of
        return [word.value for word in of.words] if of.words else []

    @property
    def many(self) -> bool:
        """Answer whether several values may be given, with commas between them."""
        return shape(self.annotation).entries is not None


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a value cannot be."""

    says: str
    """The model's own sentence."""

    place: Way
    """What it is about: the value, something in it, or the group around it."""


def _named(group: Way) -> str:
    """Name a group as people do: an entry of a list by its number, from 1."""
    said: list[str] = []
    for name in group:
        if name.isdigit() and said:
            said[-1] = f"{_one_of(said[-1])} {int(name) + 1}"
        else:
            said.append(name.replace("_", " "))
    text = ", ".join(said)
    return text[:1].upper() + text[1:]


def _one_of(many: str) -> str:
    """Answer the name of one of several: of sites, a site."""
    if many.endswith("ies"):
        return f"{many.removesuffix('ies')}y"
    return many.removesuffix("s") if not many.endswith(("ss", "is")) else many


def missing(model: type[Part], data: Mapping[str, Any]) -> list[Question]:
    """Answer what the data lack to be a record: what must be there, and what follows from what was given."""
    return list(_missing(model, data, ()))


def _missing(model: type[Part], data: Mapping[str, Any], way: Way) -> Iterator[Question]:
    docs = field_docstrings(model)
    for each in fields(model):
        if each.required or data.get(each.name) is not None:
            yield from _needed(each.annotation, data.get(each.name), (*way, each.name), docs[each.name])


def _needed(annotation: Any, value: Any, way: Way, doc: str) -> Iterator[Question]:
    of = shape(annotation)
    if of.part:
        yield from _missing(of.part, value or {}, way)
    elif of.entries is not None and (part := shape(of.entries).part):
        for number, entry in enumerate([{}] if value is None else value):
            yield from _missing(part, entry, (*way, str(number)))
    elif of.values is not None:
        for name, entry in (value or {}).items():
            yield from _needed(of.values[1], entry, (*way, name), doc)
    elif value is None:
        yield Question(way, annotation, doc)


def growing_lists(model: type[Record]) -> list[str]:
    """Answer the lists of groups that a record must have: those a person may want to give more entries."""
    return [
        each.name
        for each in fields(model)
        if each.required and (entries := shape(each.annotation).entries) is not None and shape(entries).part
    ]


def refusal(model: type[Record], record_id: str, data: Mapping[str, Any], way: Way) -> Refusal | None:
    """Answer why the value at a way cannot be; none where it can.

    A group around it that contradicts itself with the value is a reason too.
    """
    try:
        model.model_validate({**data, "id": record_id})
    except ValidationError as error:
        for each, trouble in zip(error.errors(include_url=False), mistakes(error, model, Placed()), strict=True):
            part = each["loc"][: len(each["loc"]) - each.get("ctx", {}).get("steps", 0)]
            place = tuple(str(step) for step in part if step != "[key]")
            around = bool(place) and way[: len(place)] == place
            if each["type"] != "missing" and (around or place[: len(way)] == way):
                return Refusal(trouble.message.partition(": ")[2], place)
    return None
