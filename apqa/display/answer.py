"""What every answer says of itself: which question, about which day, known when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import SupportsFloat

FORMAT = 1
"""The version of the JSON answers. It rises when a key changes its meaning or goes away."""


@dataclass(frozen=True, slots=True)
class Header:
    """The question an answer belongs to."""

    version: str
    """The version of apqa that answers."""

    command: str
    """The command that was asked, as it is typed: `check`, `check-provider`."""

    on: date | None = None
    """The day the question is about; nothing when no day matters."""

    as_known_on: str = ""
    """The day or commit whose records were asked; empty for the records as they stand."""

    commit: str = ""
    """The commit the records were read from; empty when git does not know them."""

    records: str = ""
    """The records folder, as the user would name it."""

    tool: str = "apqa"


def asked(header: Header) -> str:
    """Say which day an answer is about, to follow a sentence: ` on 2026-11-03`, or nothing."""
    day = f" on {header.on.isoformat()}" if header.on else ""
    known = f", as known on {header.as_known_on}" if header.as_known_on else ""
    commit = f" (commit {header.commit[:12]})" if header.as_known_on and header.commit else ""
    return f"{day}{known}{commit}"


def envelope(header: Header, **body: object) -> dict[str, object]:
    """Put the body of an answer into the object that every JSON answer is."""
    return {
        "format": FORMAT,
        "tool": header.tool,
        "version": header.version,
        "command": header.command,
        "on": header.on,
        "as_known_on": header.as_known_on,
        "commit": header.commit,
        **body,
    }


def to_json(obj: object) -> str:
    """Write an answer as JSON: keys in the order given, days in ISO form, durations in hours."""
    from json import dumps

    return dumps(obj, indent=2, ensure_ascii=False, allow_nan=False, default=json_value) + "\n"


def json_value(value: object) -> object:
    """Put a value JSON has no word for as one it has."""
    if isinstance(value, (date, time)):
        return value.isoformat()
    if isinstance(value, timedelta):
        return _number(value / timedelta(hours=1))
    if isinstance(value, SupportsFloat):
        return _number(float(value))
    message = f"JSON has no form for {type(value).__name__}"
    raise TypeError(message)


def _number(value: float) -> float:
    """Drop the `.0` of a whole number."""
    return int(value) if value.is_integer() else value
