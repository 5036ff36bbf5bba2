"""JSON Schemas for editors, made from the models: the part of draft 7 that YAML editors understand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from apqa.records.scalars import Words
from apqa.records.schema.conditions import conditions
from apqa.records.schema.docstrings import about, field_docstrings, word_docstrings
from apqa.records.schema.shapes import Field, Shape, fields, shape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from enum import StrEnum

    from apqa.records.base import Part
    from apqa.records.kinds import Kind

Schema = dict[str, Any]

_DRAFT = "http://json-schema.org/draft-07/schema#"
_CITED = re.compile(r"\b(QF-[0-9A-Z]{1,2})(?: to (QF-[0-9]{2}))?")
_FEW = 3
"""So many clauses are quoted whole; of more, only the titles are."""


@dataclass(frozen=True, slots=True)
class Hints:
    """What guidance adds to what the models say themselves."""

    clauses: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Title and text of each clause, by its id, in the framework's order."""

    names: Mapping[tuple[str, str], Mapping[str, str]] = field(default_factory=dict)
    """Names with a meaning, by model and field: the keys of a group whose keys are free, or the likely values."""


def file_name(kind: Kind) -> str:
    """Answer the name of the file that holds a kind's schema."""
    return f"{kind.key}.schema.json"


def schema(kind: Kind, hints: Hints) -> Schema:
    """Make the schema of a kind of record."""
    making = _Making(hints)
    top = making.group(kind.model)
    return {
        "$schema": _DRAFT,
        "$id": file_name(kind),
        "title": kind.name.capitalize(),
        **top,
        "definitions": dict(sorted(making.definitions.items())),
    }


class _Making:
    """The making of one schema: parts and lists of words are defined once, when they are first met."""

    def __init__(self, hints: Hints) -> None:
        self.hints = hints
        self.definitions: dict[str, Schema] = {}

    def group(self, model: type[Part]) -> Schema:
        """Describe a model as a group of keys."""
        every = fields(model)
        docs = field_docstrings(model)
        made = {
            **self._described(about(model)),
            "type": "object",
            "additionalProperties": False,
            "required": [each.name for each in every if each.required],
            "properties": {each.name: self._property(model, each, docs[each.name]) for each in every},
            **conditions(model),
        }
        return made if made["required"] else {key: value for key, value in made.items() if key != "required"}

    def _property(self, model: type[Part], each: Field, doc: str) -> Schema:
        names = self.hints.names.get((model.__name__, each.name), {})
        form = self._form(shape(each.annotation), names)
        form = beside(form) if each.required else or_nothing(form)
        made = {**self._described(doc, about(model)), **form}
        return {**made, "default": str(each.default)} if each.default and isinstance(each.default, str) else made

    def _form(self, of: Shape, names: Mapping[str, str]) -> Schema:
        """Describe a value by its shape."""
        if of.part:
            return self._defined(of.part.__name__, lambda part=of.part: self.group(part))
        if of.words:
            return self._defined(of.words.__name__, lambda words=of.words: self._words(words))
        if of.entries is not None:
            whole = of.whole.schema if of.whole else {}
            return {"type": "array", "items": self._form(shape(of.entries), names), **whole}
        if of.values is not None:
            return self._free_group(of.values, names)
        return {**single(of), **({"examples": list(names)} if names else {})}

    def _free_group(self, values: tuple[Any, Any], names: Mapping[str, str]) -> Schema:
        """Describe a group whose keys are free. Those with a meaning are offered by name."""
        if values[1] is Any:
            return {"type": "object"}
        key, value = shape(values[0]), or_nothing(self._form(shape(values[1]), {}))
        known = word_docstrings(key.words) if key.words else names
        made: Schema = {"type": "object", "additionalProperties": value}
        if known:
            made["properties"] = {name: {**self._described(title), **value} for name, title in known.items()}
        return {**made, "additionalProperties": False} if key.words else {**made, "propertyNames": single(key)}

    def _words(self, words: type[StrEnum]) -> Schema:
        meanings = word_docstrings(words)
        said = "\n".join(f"- `{word}`: {meaning}" for word, meaning in meanings.items())
        return {
            "description": about(words),
            "markdownDescription": _markdown(f"{about(words)}\n\n{said}"),
            "type": "string",
            "enum": list(meanings),
            "enumDescriptions": list(meanings.values()),
        }

    def _defined(self, name: str, make: Any) -> Schema:
        if name not in self.definitions:
            self.definitions[name] = {}
            self.definitions[name] = make()
        return {"$ref": f"#/definitions/{name}"}

    def _described(self, doc: str, around: str = "") -> Schema:
        """Give the text an editor shows where the pointer rests, with the clauses it cites.

        What cites none stands under those of the group around it.
        """
        cited = self._cited(doc) or self._cited(around)
        if not cited:
            return {"description": doc}
        whole = len(cited) <= _FEW
        said = "\n".join(f"- **{each}** {title}{f': {text}' if whole else ''}" for each, (title, text) in cited.items())
        return {"description": doc, "markdownDescription": _markdown(f"{doc}\n\n{said}")}

    def _cited(self, doc: str) -> dict[str, tuple[str, str]]:
        known = list(self.hints.clauses)
        found: list[str] = []
        for first, last in _CITED.findall(doc):
            if first in known:
                end = known.index(last) if last in known else known.index(first)
                found += known[known.index(first) : end + 1]
        return {each: self.hints.clauses[each] for each in dict.fromkeys(found)}


def _markdown(text: str) -> str:
    """Keep `<id>` from being taken for HTML."""
    return text.replace("<", "\\<")


def single(of: Shape) -> Schema:
    """Describe a single value."""
    made: Schema = dict(of.form.__get_pydantic_json_schema__(None, None)) if of.form else {"type": "string"}
    if isinstance(of.form, Words):
        # Text is text however it is written: apqa reads `1.10` as it stands, an editor makes a number of it.
        made["type"] = ["string", "number", "boolean"]
    return made


def beside(form: Schema) -> Schema:
    """Let a description stand beside a form: what stands beside a bare reference is not read in draft 7."""
    return {"allOf": [form]} if "$ref" in form else form


def or_nothing(form: Schema) -> Schema:
    """Allow nothing as well: a key without a value counts as not written."""
    if isinstance(form.get("type"), str) and "enum" not in form:
        return {**form, "type": [form["type"], "null"]}
    if isinstance(form.get("type"), list):
        return {**form, "type": [*form["type"], "null"]}
    if "anyOf" in form:
        return {**form, "anyOf": [*form["anyOf"], {"type": "null"}]}
    if set(form) == {"enum"}:
        return {"enum": [*form["enum"], None]}
    return {"anyOf": [form, {"type": "null"}]}
