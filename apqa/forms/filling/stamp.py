"""The stamp of a form that went out: which form it is, of which version, for whom, and about which records.

By it a form that comes back is recognised, and the form as it went out can be laid out once more and compared.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import Any

_SHORT = 16


class BadStampError(Exception):
    """A stamp that cannot be read, or that is not as it was made."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One record that a form asks for."""

    placement: str
    pupil: str
    """The pupil's reference."""

    facts: dict[str, str]
    """What the provider is told beside, by its heading: the agreed hours, by when it is due."""

    rows: dict[str, int]
    """How many rows each table has for it, by the key of the table."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form that went out is, and whom it asks about what."""

    form: str
    version: int
    provider: str
    name: str
    """The provider's name, as it stood on the form."""

    term: str
    """Such as "2026-27-autumn"."""

    term_title: str
    council: str
    reply_to: str
    """Where the form goes back to: a mailbox; empty where none is recorded."""

    due: str
    """By when, in words; empty where that is not known."""

    made_on: str
    """The day it was made."""

    asked: tuple[Asked, ...]
    several: dict[str, int]
    """How many boxes each list of single values has, by its key."""

    @property
    def digest(self) -> str:
        """Answer what changes with any change of the stamp."""
        return sha256(_text(asdict(self)).encode()).hexdigest()[:_SHORT]

    @property
    def text(self) -> str:
        """Write the stamp as one line of text, with its digest."""
        return _text({"apqa": asdict(self), "digest": self.digest})


def read_stamp(text: str) -> Stamp:
    """Read a stamp. Raises `BadStampError` where it is none, or where it was changed since it was made."""
    try:
        held = json.loads(text)
        fields: dict[str, Any] = held["apqa"]
        asked = tuple(Asked(**each) for each in fields.pop("asked"))
        stamp = Stamp(**fields, asked=asked)
        whole = stamp.digest == held["digest"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadStampError from error
    if not whole:
        raise BadStampError
    return stamp


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
