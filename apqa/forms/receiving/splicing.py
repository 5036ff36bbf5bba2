"""New values in the text of a record that is there: each is put in its place, and every other line stays as it is."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from apqa.forms.receiving.rendering import below, block_lines, inline, item_lines, ordered, pair_lines
from apqa.reading.spans import Span, spans
from apqa.records.schema.shapes import Shape

if TYPE_CHECKING:
    from collections.abc import Iterable

    from apqa.reading.spans import Pair
    from apqa.records.base import Part


@dataclass(slots=True)
class _Edits:
    """What is to be changed in a text: where from, where to, and what stands there then."""

    text: str
    found: list[tuple[int, int, str]] = field(default_factory=list)

    def line_start(self, index: int) -> int:
        return self.text.rfind("\n", 0, index) + 1

    def line_end(self, index: int) -> int:
        """Answer the place behind the end of a line."""
        end = self.text.find("\n", index)
        return len(self.text) if end < 0 else end + 1

    def put(self, start: int, end: int, text: str) -> None:
        self.found.append((start, end, text))

    def insert(self, at: int, lines: Iterable[str]) -> None:
        """Put whole lines in front of a line."""
        newline = "\r\n" if "\r\n" in self.text else "\n"
        before = newline if at and self.text[at - 1] != "\n" else ""
        self.put(at, at, before + "".join(f"{line}{newline}" for line in lines))

    def applied(self) -> str:
        text = self.text
        # From the end on, so that no place before it moves. What goes away goes before anything is put in its place,
        # and of two things put in one place the later stands behind.
        numbered = [(start, end > start, number, end, new) for number, (start, end, new) in enumerate(self.found)]
        for start, _, _, end, new in sorted(numbered, reverse=True):
            text = text[:start] + new + text[end:]
        return text


def spliced(text: str, model: type[Part], data: dict[str, Any]) -> str:
    """Answer the text of a record with other data in it. Comments, order and lines of what stays are kept."""
    edits = _Edits(text)
    _mend(spans(text), data, Shape(part=model), edits)
    return edits.applied()


def data_of(span: Span) -> Any:
    """Answer the data of a value, as they stand."""
    if span.pairs is not None:
        return {key: data_of(pair.value) for key, pair in span.pairs.items()}
    return [data_of(each) for each in span.items] if span.items is not None else span.text


def _mend(span: Span, data: Any, of: Shape, edits: _Edits) -> None:
    """Change a value into another."""
    if span.pairs is not None and isinstance(data, dict) and data:
        _mend_group(span, span.pairs, data, of, edits)
    elif span.items is not None and isinstance(data, list) and data:
        _mend_list(span, span.items, data, of, edits)
    elif data_of(span) != data:
        edits.put(span.start, span.end, inline(data, of))


def _mend_group(span: Span, pairs: dict[str, Pair], data: dict[str, Any], of: Shape, edits: _Edits) -> None:
    gone = [key for key, pair in pairs.items() if key not in data and not _says_nothing(pair.value)]
    empty = [key for key, pair in pairs.items() if key in data and _is_empty(pair.value)]
    kept = [key for key in pairs if key in data and key not in empty]
    added = [key for key in data if key not in kept]
    if (
        not kept
        or (span.is_flow and (gone or empty))
        or any(not _begins_line(pairs[key], edits) for key in gone + empty)
    ):
        _put_anew(span, data, of, edits)
        return
    for key in kept:
        _mend(pairs[key].value, data[key], below(of, key), edits)
    for key in gone + empty:
        end = max(pairs[key].value.end, pairs[key].key.end)
        edits.put(edits.line_start(pairs[key].key.start), edits.line_end(end), "")
    _add_pairs(span, {key: pairs[key] for key in kept}, {key: data[key] for key in added}, of, edits)


def _add_pairs(span: Span, kept: dict[str, Pair], added: dict[str, Any], of: Shape, edits: _Edits) -> None:
    """Put new keys where their model has them: each behind the last of those before it."""
    order = ordered(of.part, (*kept, *added))
    for key in order:
        if key not in added:
            continue
        before = [each for each in order[: order.index(key)] if each in kept]
        if span.is_flow:
            last = max(pair.value.end for pair in kept.values())
            edits.put(last, last, f", {key}: {inline(added[key], below(of, key))}")
        elif before:
            at = edits.line_end(kept[before[-1]].value.end)
            edits.insert(at, pair_lines(key, added[key], below(of, key), span.column))
        else:
            first = min(pair.key.start for pair in kept.values())
            if _begins_line_at(first, edits):
                edits.insert(edits.line_start(first), pair_lines(key, added[key], below(of, key), span.column))
            else:
                last = max(pair.value.end for pair in kept.values())
                edits.insert(edits.line_end(last), pair_lines(key, added[key], below(of, key), span.column))


def _mend_list(span: Span, items: list[Span], data: list[Any], of: Shape, edits: _Edits) -> None:
    inner, both = below(of, 0), min(len(items), len(data))
    if not items or (span.is_flow and len(items) != len(data)):
        _put_anew(span, data, of, edits)
        return
    for item, each in zip(items, data, strict=False):
        _mend(item, each, inner, edits)
    for item in items[both:]:
        edits.put(edits.line_start(item.start), edits.line_end(item.end), "")
    lines = [line for each in data[both:] for line in item_lines(each, inner, span.column)]
    if lines:
        edits.insert(edits.line_end(items[-1].end), lines)


def _put_anew(span: Span, data: Any, of: Shape, edits: _Edits) -> None:
    """Write a whole group or list again, the way it stood: in brackets, or in lines of its own."""
    if span.is_flow:
        edits.put(span.start, span.end, inline(data, of))
        return
    first, *rest = block_lines(data, of, span.column)
    edits.put(span.start, span.end, "\n".join((first.lstrip(), *rest)))


def _begins_line(pair: Pair, edits: _Edits) -> bool:
    return _begins_line_at(pair.key.start, edits)


def _begins_line_at(index: int, edits: _Edits) -> bool:
    return not edits.text[edits.line_start(index) : index].strip()


def _is_empty(span: Span) -> bool:
    """Answer whether nothing stands behind a key."""
    return span.text is not None and span.start == span.end


def _says_nothing(span: Span) -> bool:
    """Answer whether a value may stay where nothing is said: it is empty, or a group of nothing but such."""
    if span.pairs is not None:
        return all(_says_nothing(pair.value) for pair in span.pairs.values())
    return span.items == [] or _is_empty(span)
