"""One walk over a text's YAML events that keeps the place of everything and stops at as little as possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from apqa.reading.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
    event_reader,
)
from apqa.reading.limits import LIMITS
from apqa.reading.plain import MERGE_KEY, as_written, key_as_written, same_key
from apqa.reading.text import first_suspect, kind_of, shown

if TYPE_CHECKING:
    from apqa.reading.trouble import Troubles
    from apqa.rule import Path

    Spot = tuple[int, int]


_NOTHING = "There is nothing in this file."

_OWN_TAGS = "tag:yaml.org,2002:"
"""What `!!` is short for."""


class TooDeepError(Exception):
    """Lists and groups stand inside one another beyond the limit. Reading on would take quadratic time."""

    def __init__(self, spot: Spot) -> None:
        """Keep the place where the limit was passed."""
        super().__init__(f"More than {LIMITS.nesting} lists and groups stand inside one another here.")
        self.spot = spot


class Walk:
    """The walk over one text. Fills `positions`, `keys` and the troubles it was given."""

    def __init__(self, text: str, troubles: Troubles) -> None:
        """Get ready to read the text."""
        self.positions: dict[Path, Spot] = {}
        self.keys: dict[Path, Spot] = {}
        self._text = text
        self._troubles = troubles
        self._escapes = "\\" in text
        self._anchored: dict[str, str | None] = {}
        self._sound = True

    def record(self) -> dict[str, Any] | None:
        """Read the whole text, and answer its data when they are sound enough to judge the record.

        Raises `TooDeepError`, or one of `YAML_FAULTS`.
        """
        self._next = event_reader(self._text)
        self._next()
        event = self._next()
        if isinstance(event, StreamEndEvent):
            self._troubles.add("empty-file", _NOTHING, 1, 1)
            return None
        top = self._next()
        self.positions[()] = _spot(top)
        data = self._value(top, ())
        while not isinstance(event := self._next(), StreamEndEvent):
            if not isinstance(event, DocumentEndEvent):
                self._report("several-documents", "Here a second record starts in the same file.", event)
                self._skip(self._next())
        self._check_top(top)
        return data if self._sound and isinstance(data, dict) else None

    def _report(self, rule: str, message: str, event: Any) -> None:
        self._troubles.add(rule, message, *_spot(event))

    def _check_top(self, top: Any) -> None:
        """Report a record that is no mapping. Said last: in a broken file it is only what the break looks like."""
        if isinstance(top, ScalarEvent) and (not top.value or (top.implicit[0] and as_written(top.value) is None)):
            self._troubles.add("empty-file", _NOTHING, 1, 1)
        elif not isinstance(top, MappingStartEvent):
            said = "is a list" if isinstance(top, CollectionStartEvent) else "is running text"
            self._report("not-a-mapping", f'The file {said}: a record is made of lines such as "name: value".', top)

    def _value(self, event: Any, path: Path) -> Any:
        """Read the value that starts with this event, with everything in it."""
        if isinstance(event, AliasEvent):
            return self._aliased(event)
        self._check_marks(event)
        if isinstance(event, ScalarEvent):
            return self._scalar(event, path)
        if len(path) >= LIMITS.nesting:
            raise TooDeepError(_spot(event))
        return self._mapping(path) if isinstance(event, MappingStartEvent) else self._sequence(path)

    def _scalar(self, event: Any, path: Path) -> str | None:
        name = str(path[-1]) if path else ""
        value = as_written(event.value, name) if event.implicit[0] else event.value
        if self._escapes:
            self._check_characters(event)
        if event.anchor is not None:
            self._anchored[event.anchor] = value
        return value

    def _mapping(self, path: Path) -> dict[str, Any]:
        data: dict[str, Any] = {}
        seen: dict[str, Spot] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._key(event, seen)
            if key is None:
                self._skip(self._next())
                continue
            here = (*path, key)
            self.keys[here] = _spot(event)
            start = self._next()
            self.positions[here] = _spot(event if _is_empty(start) else start)
            value = self._value(start, here)
            if value is not None:
                data[key] = value
        return data

    def _sequence(self, path: Path) -> list[Any]:
        items: list[Any] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            here = (*path, len(items))
            self.positions[here] = _spot(event)
            items.append(self._value(event, here))
        return items

    def _key(self, event: Any, seen: dict[str, Spot]) -> str | None:
        """Answer the key that stands here, or report why it is none and answer None."""
        if not isinstance(event, ScalarEvent):
            if isinstance(event, CollectionStartEvent):
                self._report("yaml-syntax", "Here a list or a group stands where a name should.", event)
            self._skip(event)
            return None
        self._check_marks(event)
        self._check_characters(event)
        trouble = _wrong_key(event.value, seen)
        if trouble is None:
            seen[same_key(event.value)] = _spot(event)
            return key_as_written(event)
        if event.value == MERGE_KEY:
            self._sound = False
        self._report(*trouble, event)
        return None

    def _skip(self, event: Any) -> None:
        """Read over a node that is not kept, and report the tags, anchors and aliases in it."""
        depth = 0
        while True:
            if isinstance(event, AliasEvent):
                self._aliased(event)
            elif isinstance(event, CollectionEndEvent):
                depth -= 1
            else:
                self._check_marks(event)
                depth += isinstance(event, CollectionStartEvent)
            if depth > LIMITS.nesting:
                raise TooDeepError(_spot(event))
            if depth == 0:
                return
            event = self._next()

    def _aliased(self, event: Any) -> str | None:
        """Report an alias, and answer the value it stands for when that is one piece of text."""
        said = f"*{shown(event.anchor)} stands for a value written elsewhere: write the value itself."
        self._report("yaml-alias", f"{said} A text that starts with * needs quotation marks.", event)
        if event.anchor not in self._anchored:
            self._sound = False
        return self._anchored.get(event.anchor)

    def _check_marks(self, event: Any) -> None:
        """Report a tag or an anchor in front of a node."""
        if event.tag is not None:
            said = f"{shown(_as_typed(event.tag))} gives this value a type, which records do not have."
            self._report("yaml-tag", f"{said} A text that starts with ! needs quotation marks.", event)
        if event.anchor is not None:
            said = f"&{shown(event.anchor)} marks this value for use elsewhere, which records do not do."
            self._report("yaml-alias", f"{said} A text that starts with & needs quotation marks.", event)

    def _check_characters(self, event: Any) -> None:
        """Report a character that no file may hold and that an escape brings in."""
        if found := first_suspect(event.value):
            rule, words = kind_of(found[0])
            self._report(rule, f"A code with a backslash in this text stands for {words}.", event)


def _wrong_key(key: str, seen: dict[str, Spot]) -> tuple[str, str] | None:
    """Answer the rule a key breaks and how, if it does."""
    if not key:
        return "yaml-syntax", "There is no name in front of this colon."
    if key == MERGE_KEY:
        return "merge-key", "<< copies values from elsewhere: write them here."
    if len(key) > LIMITS.key_length:
        return "yaml-syntax", f"The name in front of the colon has {len(key)} characters: is the colon part of a text?"
    first = seen.get(same_key(key))
    return first and ("duplicate-key", f'"{shown(key)}" stands here a second time; the first is in line {first[0]}.')


def _as_typed(tag: str) -> str:
    """Answer a tag as it stands in the file: libyaml answers `!!str` in full length."""
    return f"!!{tag.removeprefix(_OWN_TAGS)}" if tag.startswith(_OWN_TAGS) else tag


def _spot(event: Any) -> Spot:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _is_empty(event: Any) -> bool:
    return isinstance(event, ScalarEvent) and not event.value and event.implicit[0]
