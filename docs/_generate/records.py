"""The reference of records: a page for each kind, from its model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from _generate.markdown import anchor, cell, code, fenced, link, page, prose, table
from _generate.place import RECORDS
from _generate.value_types import spoken, type_words
from apqa.records.kinds import KINDS
from apqa.records.schema.docstrings import about, field_docstrings, word_docstrings
from apqa.records.schema.shapes import fields, shape

if TYPE_CHECKING:
    from collections.abc import Iterator
    from enum import StrEnum
    from pathlib import Path
    from typing import Any

    from apqa.records.base import Part
    from apqa.records.kinds import Kind
    from apqa.records.schema.shapes import Field

_LONGEST_EXAMPLE = 500
"""Lines of the longest record shown as an example."""

_SHOWN = {"provider": "stitchwater"}
"""The record shown of a kind, where another than the one with the most keys explains more: this one is in order."""

_LONG = 60
"""Lines above which an example is folded."""

_READING = """\
How to read the tables: **needed** keys must be there; the others may be left out, and a key that is left out counts
as not recorded. A *group* is keys indented below its name. A *list* has a hyphen before each entry. A *word* is one
of a closed list, which stands further down. Numbers that are names, such as a URN, stand in quotation marks."""


def records_pages() -> dict[str, str]:
    """Answer every page of the reference of records, by its path in docs/."""
    pages = {"reference/records.md": _index()}
    return pages | {f"reference/records/{kind.key}.md": _page(kind) for kind in KINDS}


def _index() -> str:
    rows = [
        (
            link(kind.name, f"records/{kind.key}.md"),
            code(f"records/{kind.path(kind.id_example)}"),
            cell(_first_sentence(kind)),
            "single pupils" if kind.pupil_level else "no pupil",
        )
        for kind in KINDS
    ]
    return page(
        "Records",
        "For whoever writes or reads records. There is one file for each record, and the name of the file is the "
        "record's id. Records of single pupils may be kept in another, more private folder.",
        table(("kind", "kept as, for example", "what it is", "about"), rows),
        _READING,
        "What the editor shows where the pointer rests is the same text: both come from the models in "
        "`apqa/records/`. `apqa new` makes a file to start from.",
    )


def _first_sentence(kind: Kind) -> str:
    said = about(kind.model).partition("\n\n")[0]
    return said.partition(". ")[0].rstrip(".") + "."


def _page(kind: Kind) -> str:
    model = kind.model
    example = _example(kind)
    return page(
        kind.name.capitalize(),
        f"For whoever writes or reads a record of this kind. {link('All kinds', '../records.md')}.",
        prose(about(model)),
        f"- Kept as: {code('records/' + kind.path(kind.id_example))}",
        f"- Its id: {code(kind.id_example)}, {_named(kind)} without `.yaml`",
        f"- About single pupils: {'yes' if kind.pupil_level else 'no'}",
        _READING,
        "## Keys",
        _keys(model),
        *_parts(model),
        *_words(model),
        *example,
    )


def _named(kind: Kind) -> str:
    return "the names of its folder and of its file" if "/" in kind.id_example else "the name of its file"


def _keys(model: type[Part]) -> str:
    docs = field_docstrings(model)
    rows = [
        (
            code(field.name),
            type_words(field.annotation),
            _needed(field),
            cell(docs[field.name]),
        )
        for field in fields(model)
    ]
    return table(("key", "what belongs there", "needed", "meaning"), rows)


def _needed(field: Field) -> str:
    if field.required:
        return "**needed**"
    default = field.default
    if isinstance(default, bool):
        return f"otherwise {'yes' if default else 'no'}"
    return f"otherwise {default}" if isinstance(default, str) else ""


def _parts(model: type[Part]) -> Iterator[str]:
    parts = [each for each in _below(model) if not _is_words(each)]
    if parts:
        yield "## Groups"
    for part in parts:
        yield f"### {spoken(part.__name__)}"
        yield prose(about(part))
        yield _keys(part)


def _words(model: type[Part]) -> Iterator[str]:
    lists = [each for each in _below(model) if _is_words(each)]
    if lists:
        yield "## Words"
    for words in lists:
        yield f"### {spoken(words.__name__)}"
        yield prose(about(words))
        meanings = word_docstrings(words)
        yield table(("word", "meaning"), [(code(word), cell(said)) for word, said in meanings.items()])


def _is_words(cls: type[Any]) -> bool:
    return not hasattr(cls, "model_fields")


def _below(model: type[Part]) -> list[type[Any]]:
    """Answer every part and every list of words below a model, each once, in the order they are met."""
    met: dict[type[Any], None] = {}
    for field in fields(model):
        _meet(field.annotation, met)
    return list(met)


def _meet(annotation: Any, met: dict[type[Any], None]) -> None:
    of = shape(annotation)
    for inner in (of.entries, *(of.values or ())):
        if inner is not None:
            _meet(inner, met)
    words: type[StrEnum] | None = of.words
    if words is not None:
        met.setdefault(words)
    if of.part is not None and of.part not in met:
        met[of.part] = None
        for field in fields(of.part):
            _meet(field.annotation, met)


def _example(kind: Kind) -> Iterator[str]:
    found = _chosen(kind)
    if found is not None:
        text = found.read_text(encoding="utf-8")
        path = code(f"records/{found.relative_to(RECORDS).as_posix()}")
        yield "## Example"
        yield f"{path} of the worked example, which is invented:"
        folded = text.count("\n") > _LONG
        yield from ["<details>\n<summary>The whole record</summary>"] if folded else []
        yield fenced(text, "yaml")
        yield from ["</details>"] if folded else []


def _chosen(kind: Kind) -> Path | None:
    """Choose the record that shows most: of those that are not too long, the one with the most different keys."""
    folder = RECORDS / kind.folder
    files = sorted(folder.rglob("*.yaml")) if kind.folder else sorted(RECORDS.glob(f"{kind.id_example}.yaml"))
    for file in files:
        if file.stem == _SHOWN.get(kind.key):
            return file
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    short = [file for file in files if texts[file].count("\n") <= _LONGEST_EXAMPLE]
    if not short:
        return min(files, key=lambda file: (len(texts[file]), file.name), default=None)
    return max(short, key=lambda file: len(set(re.findall(r"^\s*-?\s*([a-z_]+):", texts[file], re.MULTILINE))))


def anchors_of(kind: Kind) -> set[str]:
    """Answer the anchors of the groups and words on a kind's page, which links point at."""
    return {anchor(spoken(each.__name__)) for each in _below(kind.model)}
