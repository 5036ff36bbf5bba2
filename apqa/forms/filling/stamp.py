"""The stamp of a form that went out: which form it is, of which version, for whom, and about which records.

By it a form that comes back is recognised, and the form as it went out can be laid out once more and compared.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.forms.filling.flat import Flat

_SHORT = 16


class BadStampError(Exception):
    """A stamp that cannot be read, or that is not as it was made."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One record that a form asks for."""

    placement: str
    """The placement it is about; the provider, where the record is about the provider as a whole."""

    pupil: str
    """The pupil's reference; empty where it is about none."""

    facts: tuple[tuple[str, str], ...]
    """What the provider is told beside, each with its heading: the agreed hours, by when it is due."""

    rows: dict[str, int]
    """How many rows each table has for it, by the key of the table."""

    along: dict[str, int]
    """How many of them have something in them when the form goes out."""

    basis: str = ""
    """What its record said when the form went out, in short; empty where there was none."""

    went_out: dict[str, str] | None = None
    """What each part of the form says as it goes out, in short, by its key; none in forms made before this was kept."""

    locked: dict[str, str] | None = None
    """What the provider must leave as it is, by the key of its box; none in forms made before this was kept."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What a form says beside a box, or of an entry that is known before."""

    key: str
    """The way to the box or the entry as one word: "ratings.s1_1"."""

    texts: tuple[str, ...]
    """What is said, in the order of the headings."""

    group: str = ""
    """The heading the entry stands under."""

    held: str = ""
    """What was filled in of the entry when the form went out, in short."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form that went out is, and whom it asks about what."""

    form: str
    version: int
    provider: str
    name: str
    """The provider's name, as it stood on the form."""

    term: str
    """Such as "2026-27-autumn"; of a form for a school year the year."""

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

    beside: tuple[Beside, ...] = ()
    """What the form says beside its boxes, entries in their order."""

    def entries(self, way: tuple[str | int, ...]) -> Iterator[tuple[str, Beside]]:
        """Answer the entries of a group that are known before, by their names."""
        start = ".".join((*map(str, way), ""))
        yield from ((each.key.removeprefix(start), each) for each in self.beside if each.key.startswith(start))

    def notes(self, key: str) -> tuple[str, ...]:
        """Answer what is said beside a box."""
        return next((each.texts for each in self.beside if each.key == key), ())

    def sent_along(self, placement: str, table: tuple[str | int, ...]) -> int:
        """Answer how many rows of a table had something in them when the form went out, for one placement."""
        key = ".".join(str(part) for part in table)
        return next((each.along.get(key, 0) for each in self.asked if each.placement == placement), 0)

    def locked(self, placement: str, way: tuple[str | int, ...]) -> str:
        """Answer what stood in a box that the provider must leave as it is; an empty text where it is another box."""
        key = ".".join(map(str, way))
        return next(((each.locked or {}).get(key, "") for each in self.asked if each.placement == placement), "")

    @property
    def digest(self) -> str:
        """Answer what changes with any change of the stamp."""
        return sha256(_text(self._fields()).encode()).hexdigest()[:_SHORT]

    @property
    def text(self) -> str:
        """Write the stamp as one line of text, with its digest."""
        return _text({"apqa": self._fields(), "digest": self.digest})

    def _fields(self) -> dict[str, Any]:
        # What forms did not say at first is left out where they do not: their digests hold.
        said = {name: value for name, value in asdict(self).items() if value or name != "beside"}
        asked = [{name: value for name, value in each.items() if value is not None} for each in said["asked"]]
        return {**said, "asked": asked}


def read_stamp(text: str) -> Stamp:
    """Read a stamp. Raises `BadStampError` where it is none, or where it was changed since it was made."""
    try:
        held = json.loads(text)
        fields: dict[str, Any] = held["apqa"]
        asked = tuple(
            Asked(**{**each, "facts": tuple((name, said) for name, said in each["facts"])})
            for each in fields.pop("asked")
        )
        beside = tuple(Beside(**{**each, "texts": tuple(each["texts"])}) for each in fields.pop("beside", ()))
        stamp = Stamp(**fields, asked=asked, beside=beside)
        whole = stamp.digest == held["digest"]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise BadStampError from error
    if not whole:
        raise BadStampError
    return stamp


def in_short(flat: Flat) -> str:
    """Answer what changes with any value of a record that a form asks about."""
    named = {".".join(str(part) for part in way): text for way, text in flat.items()}
    return sha256(_text(named).encode()).hexdigest()[:_SHORT]


def _text(value: object) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
