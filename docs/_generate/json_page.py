"""The reference of the answers for programs: every field that real answers on the worked example have."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from _generate.commands import commands
from _generate.json_meanings import GROUPS, OPAQUE, SAMPLES, meaning, types
from _generate.markdown import cell, code, page, table
from _generate.place import RECORDS
from _generate.running import run
from apqa.display.answer import FORMAT

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSAID = "(not described yet)"
"""What stands for the meaning of a field nobody has described. A test fails while it is on the page."""

_ENVELOPE = ("format", "tool", "version", "command", "on", "as_known_on", "commit")
_TYPES = {str: "text", bool: "true or false", int: "number", float: "number", list: "list", dict: "object"}
_PLACEMENTS_ASKED = 12


def json_page() -> str:
    """Answer the page of all JSON answers."""
    return page(
        "JSON",
        "For whoever feeds an answer of apqa to another program. Every command that answers a question does so "
        "with `--format json`.",
        f"The format is number **{FORMAT}**. It rises when a key changes its meaning or goes away; new keys may come "
        "without that, so a program should pass over keys it does not know. Days are text in the form 2026-09-01. "
        "Hours are numbers. What is not known is `null` or an empty text, as the tables say.",
        "The fields below are those of real answers about the worked example, so a new field appears here by itself; "
        "their types are those of the code that answers.",
        "## The envelope",
        "Every answer is one object that begins with these keys:",
        _table("", _envelope()),
        *_each(),
        "## Other forms for programs",
        "`apqa check` also writes `csv`, `github` (workflow commands that show findings beside the lines of a pull "
        "request), `sarif` (version 2.1.0, for code scanning) and `junit` (for test reports). The findings are the "
        "same in all of them.",
    )


def _envelope() -> dict[str, set[str]]:
    """Answer the keys of the envelope: of an answer about a day, and of one about none."""
    dated, dateless = _fields("check"), _fields("rules")
    return {key: dated[key] | dateless[key] for key in _ENVELOPE}


def _each() -> Iterator[str]:
    for name in commands():
        if name in SAMPLES:
            yield f"## apqa {name}"
            if name in GROUPS:
                yield GROUPS[name]
            found = {path: types for path, types in _fields(name).items() if path not in _ENVELOPE}
            yield _table(name, found)
            yield f"From {', '.join(code(each) for each in asked(name)[:1])}, for example."


def asked(name: str) -> list[str]:
    """Answer the commands whose answers are looked at."""
    placements = sorted(file.stem for file in (RECORDS / "placements").glob("PL-*.yaml"))[:_PLACEMENTS_ASKED]
    return [
        f"apqa {name} {each.format(placement=placement)}".strip() + " --format json"
        for each in SAMPLES[name]
        for placement in (placements if "{placement}" in each else [""])
    ]


def _fields(name: str) -> dict[str, set[str]]:
    """Answer every field of a command's answers, with the types its value had."""
    met: dict[str, set[str]] = {}
    for command in asked(name):
        for key, value in _answer(command).items():
            _meet(value, key, name, met)
    return met


def _answer(command: str) -> dict[str, Any]:
    said = run(command, terminal=False)
    if not said.out.startswith("{"):
        raise SystemExit(f"{command} has no JSON answer, but says: {said.talk}")
    answer: dict[str, Any] = json.loads(said.out)
    return answer


def _meet(value: Any, path: str, name: str, met: dict[str, set[str]]) -> None:
    types = met.setdefault(path, set())
    types.add("null" if value is None else _TYPES[type(value)])
    if f"{name}:{path}" in OPAQUE or path in OPAQUE:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            _meet(inner, f"{path}.{key}", name, met)
    if isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict | list):
                _below(inner, path, name, met)
            else:
                types.discard("list")
                types.add(f"list of {_TYPES[type(inner)]}s")


def _below(inner: Any, path: str, name: str, met: dict[str, set[str]]) -> None:
    met[path].discard("list")
    met[path].add("list of objects")
    if isinstance(inner, dict):
        for key, value in inner.items():
            _meet(value, f"{path}[].{key}", name, met)


def _table(name: str, found: dict[str, set[str]]) -> str:
    rows = [
        (code(path), _written(types(name, path, _plain(met))), cell(meaning(name, path) or UNSAID))
        for path, met in found.items()
    ]
    return table(("key", "type", "meaning"), rows)


def _written(met: set[str]) -> str:
    return " or ".join(sorted(met, key=lambda word: (word == "null", word)))


def _plain(types: set[str]) -> set[str]:
    """Leave out the bare list where some entries told what it holds."""
    return types - {"list"} if any(each.startswith("list of") for each in types) else types
