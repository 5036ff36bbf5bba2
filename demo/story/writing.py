"""Write a record as YAML that reads as if an officer had typed it with care."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, time
from textwrap import wrap
from typing import Any

WIDTH = 100
"""The column text is folded at."""

_SHORT = 26
_LEADING = tuple("-?:,[]{}#&*!|>'\"%@`= ")
_FLOW_SIGNS = frozenset(",[]{}")
_BENT_BY_OTHERS = re.compile(r"[-+.]?\d[\d.,:_eE+-]*|yes|no|on|off|true|false|null|y|n|~", re.IGNORECASE)
_COHORT = re.compile(r"\d{4}-\d\d")


class Quoted(str):
    """Text that stands in double quotes, because other programs would make a number or a time of it."""

    __slots__ = ()


class Inline(dict[str, Any]):
    """A short group that is written on one line where it fits."""


def quoted(text: str) -> Quoted:
    """Mark text as to be written in quotes."""
    return Quoted(text)


def inline(**values: Any) -> Inline:
    """Make a short group that is written on one line."""
    return Inline(values)


def record_text(record: Mapping[str, Any], schema: str) -> str:
    """Write a whole record: the editor's schema line, then its keys with blank lines between blocks.

    A key that begins with `#` is a comment above the key that follows it. A value of None is left out.
    """
    lines = [f"# yaml-language-server: $schema={schema}"]
    blocky = False
    comment: list[str] = []
    for key, value in record.items():
        entry = list(_entry(key, value, 0))
        if key.startswith("#"):
            comment = entry
            continue
        if entry:
            block = len(entry) > 1
            if block or blocky or comment:
                lines.append("")
            lines += [*comment, *entry]
            blocky, comment = block, []
    return "\n".join(lines) + "\n"


def _entry(key: str, value: Any, indent: int) -> Iterator[str]:
    """Write one key with its value."""
    pad = " " * indent
    if key.startswith("#"):
        yield from (f"{pad}# {line}" for line in wrap(str(value), WIDTH - indent - 2))
    elif value is None:
        return
    elif (short := _on_one_line(value)) is not None and len(f"{pad}{key}: {short}") <= WIDTH:
        yield f"{pad}{key}: {short}"
    elif isinstance(value, str):
        yield f"{pad}{key}: >-"
        yield from _folded(value, indent + 2)
    else:
        yield f"{pad}{key}:"
        yield from _block(value, indent + 2)


def _block(value: Any, indent: int) -> Iterator[str]:
    """Write a group or a list below its key."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from _entry(key, inner, indent)
    else:
        for item in value:
            yield from _item(item, indent)


def _item(item: Any, indent: int) -> Iterator[str]:
    """Write one entry of a list."""
    pad = " " * indent
    short = _on_one_line(item)
    if short is not None and len(f"{pad}- {short}") <= WIDTH:
        yield f"{pad}- {short}"
    elif isinstance(item, str):
        yield f"{pad}- >-"
        yield from _folded(item, indent + 2)
    else:
        yield from _dashed(_block(item, indent + 2), pad)


def _dashed(lines: Iterator[str], pad: str) -> Iterator[str]:
    """Put the dash of a list before the first line that is no comment."""
    dashed = False
    for line in lines:
        if dashed:
            yield line
        elif line.lstrip().startswith("#"):
            yield line[2:]
        else:
            dashed = True
            yield f"{pad}- {line.strip()}"


def _on_one_line(value: Any) -> str | None:
    """Write a value on one line, or answer None where it belongs on several."""
    if isinstance(value, Inline):
        said = (f"{key}: {_inside(inner)}" for key, inner in value.items() if inner is not None)
        return "{" + ", ".join(said) + "}"
    if isinstance(value, Mapping):
        return None if value else "{}"
    if isinstance(value, list | tuple):
        if any(not isinstance(item, int | date | time | str) for item in value):
            return None
        if any(isinstance(item, str) and len(item) > _SHORT for item in value):
            return None
        return "[" + ", ".join(_scalar(item, flow=True) for item in value) + "]"
    return _scalar(value)


def _inside(value: Any) -> str:
    """Write a value of a group that stands on one line: a short list, or a single one."""
    if isinstance(value, list):
        return "[" + ", ".join(_scalar(item, flow=True) for item in value) + "]"
    return _scalar(value, flow=True)


def _scalar(value: Any, *, flow: bool = False) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, time):
        return f'"{value:%H:%M}"'
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, str):
        return _text(value, flow=flow)
    return str(value)


def _text(text: str, *, flow: bool) -> str:
    if isinstance(text, Quoted) or _needs_quotes(text, flow=flow):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return str(text)


def _needs_quotes(text: str, *, flow: bool) -> bool:
    if not text or text.startswith(_LEADING) or text.endswith((":", " ")) or ": " in text or " #" in text:
        return True
    if flow and _FLOW_SIGNS.intersection(text):
        return True
    return bool(_BENT_BY_OTHERS.fullmatch(text)) and not _COHORT.fullmatch(text)


def _folded(text: str, indent: int) -> Iterator[str]:
    pad = " " * indent
    return (pad + line for line in wrap(text, WIDTH - indent, break_long_words=False, break_on_hyphens=False))
