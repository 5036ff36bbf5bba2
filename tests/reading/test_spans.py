from __future__ import annotations

from typing import Any

from apqa.reading.spans import Span, spans

TEXT = """\
# a comment
name: The Barn  # behind it
notes: >-
  two
  lines

sites:
  - {key: barn, days: [mon, tue]}
  - key: yard
empty:
last: "é: quoted"
nothing: []
"""


def said(span: Span, text: str) -> str:
    return text[span.start : span.end]


def at(span: Span, *way: str | int) -> Span:
    for part in way:
        if isinstance(part, int):
            assert span.items is not None
            span = span.items[part]
        else:
            assert span.pairs is not None
            span = span.pairs[part].value
    return span


def test_every_value_is_found_from_its_first_to_its_last_character() -> None:
    found = spans(TEXT)
    cases: list[tuple[tuple[Any, ...], str]] = [
        (("name",), "The Barn"),
        (("notes",), ">-\n  two\n  lines"),
        (("sites", 0), "{key: barn, days: [mon, tue]}"),
        (("sites", 0, "days"), "[mon, tue]"),
        (("sites", 0, "days", 1), "tue"),
        (("sites", 1), "key: yard"),
        (("sites",), "- {key: barn, days: [mon, tue]}\n  - key: yard"),
        (("empty",), ""),
        (("last",), '"é: quoted"'),
        (("nothing",), "[]"),
    ]
    assert [(way, said(at(found, *way), TEXT)) for way, _ in cases] == cases


def test_a_span_knows_its_column_and_whether_it_stands_in_brackets() -> None:
    found = spans(TEXT)
    assert (at(found, "sites", 0).column, at(found, "sites", 0).is_flow) == (4, True)
    assert (at(found, "sites", 1).column, at(found, "sites", 1).is_flow) == (4, False)
    assert at(found, "notes").text == "two lines"


def test_a_record_with_a_document_marker_and_windows_line_ends_is_walked() -> None:
    text = "---\r\nname: a\r\nmore: {}\r\n"
    found = spans(text)
    assert said(at(found, "name"), text) == "a"
    assert said(at(found, "more"), text) == "{}"
