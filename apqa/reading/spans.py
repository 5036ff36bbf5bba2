"""Where each value of a file begins and ends, for whoever changes one of them and leaves the rest as it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from apqa.reading.events import (
    DocumentStartEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceStartEvent,
    event_reader,
)

if TYPE_CHECKING:
    from apqa.reading.events import NextEvent


@dataclass(slots=True)
class Span:
    """One value of a text, from its first character to behind its last; without the white space that follows."""

    start: int
    end: int
    column: int
    """The column it starts in, from 0."""

    is_flow: bool = False
    """Whether it stands in brackets or braces."""

    text: str | None = None
    """The value of a single one; none where it is a group or a list."""

    pairs: dict[str, Pair] | None = None
    """The values of a group, by their keys."""

    items: list[Span] | None = None
    """The entries of a list."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A key and its value."""

    key: Span
    value: Span


@dataclass(slots=True)
class _Walk:
    text: str
    next_event: NextEvent = field(repr=False)

    def value(self, event: Any) -> Span:
        start, column = event.start_mark.index, event.start_mark.column
        if isinstance(event, ScalarEvent):
            return Span(start, self._end(event), column, text=event.value)
        span = Span(start, start, column, is_flow=bool(event.flow_style))
        last = self._group(span) if isinstance(event, MappingStartEvent) else self._list(span)
        span.end = last.end_mark.index if span.is_flow else max(start, *self._ends(span))
        return span

    def _end(self, event: Any) -> int:
        """Answer where a single value ends: a text over several lines takes the empty ones behind it along."""
        start, end = event.start_mark.index, event.end_mark.index
        return int(start + len(self.text[start:end].rstrip())) if event.style in {"|", ">"} else int(end)

    def _group(self, span: Span) -> Any:
        span.pairs = {}
        while isinstance(event := self.next_event(), ScalarEvent):
            key = self.value(event)
            span.pairs[event.value] = Pair(key, self.value(self.next_event()))
        return event

    def _list(self, span: Span) -> Any:
        span.items = []
        while isinstance(event := self.next_event(), (ScalarEvent, MappingStartEvent, SequenceStartEvent)):
            span.items.append(self.value(event))
        return event

    def _ends(self, span: Span) -> list[int]:
        pairs = (span.pairs or {}).values()
        return [*(each.value.end for each in pairs), *(each.end for each in span.items or ())]


def spans(text: str) -> Span:
    """Answer where every value of a record stands in its text, which `plain_data` reads without trouble."""
    next_event = event_reader(text)
    while not isinstance(next_event(), DocumentStartEvent):
        pass
    return _Walk(text, next_event).value(next_event())
