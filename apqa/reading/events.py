"""The door to PyYAML: events from libyaml, and what it raises. PyYAML's stubs are loose; nobody else casts for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from apqa.reading.limits import LIMITS
from apqa.reading.patterns import compiled_when_used

with compiled_when_used():
    import yaml
    from yaml.error import MarkedYAMLError
    from yaml.events import (
        AliasEvent,
        CollectionEndEvent,
        CollectionStartEvent,
        DocumentEndEvent,
        DocumentStartEvent,
        MappingEndEvent,
        MappingStartEvent,
        ScalarEvent,
        SequenceEndEvent,
        SequenceStartEvent,
        StreamEndEvent,
    )

if TYPE_CHECKING:
    from collections.abc import Callable

    NextEvent = Callable[[], Any]

__all__ = [
    "YAML_FAULTS",
    "AliasEvent",
    "CollectionEndEvent",
    "CollectionStartEvent",
    "DocumentEndEvent",
    "DocumentStartEvent",
    "MappingEndEvent",
    "MappingStartEvent",
    "MarkedYAMLError",
    "ScalarEvent",
    "SequenceEndEvent",
    "SequenceStartEvent",
    "StreamEndEvent",
    "TooManyError",
    "event_reader",
    "is_marked",
]

YAML_FAULTS: Final = (yaml.YAMLError, ValueError, OverflowError, RecursionError)
"""All that is raised for a text that cannot be read. The pure Python parser trips over escapes in its own ways."""

_Parser: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml, or the slow parser where PyYAML was built without it."""

_MOST_OF_A_CHARACTER = 4
"""More pieces than this no character of a text makes, so that short texts need not be counted."""

_PERHAPS_MARKED = re.compile("(?:\\A|[:?,\\[{\\-\n\r\x85\u2028\u2029])[ \t\ufeff]*+[&!]")
"""Where a tag or an anchor could begin. In most files it is the exclamation mark of a quotation, if anything."""


class TooManyError(Exception):
    """A text has more pieces than any record: each would take its share of time and memory."""

    def __init__(self, mark: Any) -> None:
        """Keep the mark of the piece that is one too many."""
        super().__init__(f"More than {LIMITS.pieces:,} names and values stand in this file, which no record has.")
        self.mark = mark


def event_reader(text: str) -> NextEvent:
    """Answer a function that gives the next event of a text. Both may raise one of `YAML_FAULTS`, or `TooManyError`."""
    next_event: NextEvent = _Parser(text).get_event
    return _counted(next_event) if len(text) > LIMITS.pieces // _MOST_OF_A_CHARACTER else next_event


def _counted(next_event: NextEvent) -> NextEvent:
    """Answer a function that gives as many events as a file may have."""
    numbers = iter(range(LIMITS.pieces))

    def counted() -> Any:
        event = next_event()
        if next(numbers, None) is None:
            raise TooManyError(event.start_mark)
        return event

    return counted


def is_marked(text: str) -> bool:
    """Answer whether a well-formed text holds tags or anchors. To ask each event would take longer."""
    if ("&" not in text and "!" not in text) or not _PERHAPS_MARKED.search(text):
        return False
    parser = _Parser(text)
    while (token := parser.get_token()) is not None:
        if isinstance(token, (yaml.TagToken, yaml.AnchorToken)):
            return True
    return False
