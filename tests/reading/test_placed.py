"""The slow way from text to plain data, with places and troubles."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from apqa.reading import events, walk
from apqa.reading.faults import rule
from apqa.reading.limits import LIMITS
from apqa.reading.placed import Placed, placed
from apqa.reading.plain import NotPlain, plain_data
from apqa.reading.syntax import LINE_BREAK, explain
from apqa.scalar import Bare
from tests.reading.test_plain import IRREGULAR, PARSERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from apqa.rule import Path

MEBIBYTE = LIMITS.file_size


def places(found: Placed) -> list[tuple[str, int, int]]:
    return [(trouble.rule, trouble.line, trouble.column) for trouble in found.troubles]


def data_of(text: str) -> Any:
    """Answer what the fast way makes of a text, or None."""
    try:
        return plain_data(text)
    except NotPlain:
        return None


def leaves(data: object, path: Path = ()) -> Iterator[tuple[Path, object]]:
    yield path, data
    if isinstance(data, dict):
        for key, value in data.items():
            yield from leaves(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from leaves(value, (*path, index))


def assert_both_ways_agree(text: str) -> None:
    data, found = data_of(text), placed(text)
    assert (data is None) == bool(found.troubles)
    if data is not None:
        assert found.data == data
    for trouble in found.troubles:
        assert rule(trouble.rule).name == trouble.rule
        assert trouble.message.isprintable()
        assert trouble.line >= 1 <= trouble.column


@pytest.fixture(params=PARSERS)
def either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_Parser", getattr(yaml, request.param))


RECORD = """\
# A provider
name: North Star
ukprn: "10012345"
empty:
sites:
  - use: teaching
    postcode: 'BA3 4XX'
  -
  - [a, {b: 007}]
note: |
  Two
  lines
"""


def test_every_value_and_every_key_has_its_place() -> None:
    found = placed(RECORD)
    assert found.troubles == []
    assert found.data == plain_data(RECORD)
    assert found.positions == {
        (): (2, 1),
        ("name",): (2, 7),
        ("ukprn",): (3, 8),
        ("empty",): (4, 1),
        ("sites",): (6, 3),
        ("sites", 0): (6, 5),
        ("sites", 0, "use"): (6, 10),
        ("sites", 0, "postcode"): (7, 15),
        ("sites", 1): (8, 4),
        ("sites", 2): (9, 5),
        ("sites", 2, 0): (9, 6),
        ("sites", 2, 1): (9, 9),
        ("sites", 2, 1, "b"): (9, 13),
        ("note",): (10, 7),
    }
    assert found.keys[("sites", 2, 1, "b")] == (9, 10)
    assert found.keys[("empty",)] == (4, 1)


@pytest.mark.parametrize(
    ("path", "place"),
    [
        pytest.param(("sites", 0, "use"), (6, 10), id="itself"),
        pytest.param(("sites", 0, "hours", 3, "starts"), (6, 5), id="the group around it"),
        pytest.param(("nothing", "of", "it"), (2, 1), id="the record"),
    ],
)
def test_what_has_no_place_stands_where_the_nearest_thing_around_it_does(path: Path, place: tuple[int, int]) -> None:
    assert placed(RECORD).nearest(path) == place


def test_a_file_without_any_place_is_shown_from_its_start() -> None:
    assert Placed().nearest(("a",)) == (1, 1)


@pytest.mark.parametrize("text", IRREGULAR)
def test_the_slow_way_has_words_for_whatever_the_fast_way_refuses(text: str, either_parser: None) -> None:
    assert_both_ways_agree(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: 1\nb: 2\na: 3\na: 4\n", "duplicate-key:3:1 duplicate-key:4:1", id="duplicates"),
        pytest.param("a: !b c\n!d e: f\n", "yaml-tag:1:4 yaml-tag:2:1", id="tags"),
        pytest.param("a: &b [c]\nd: *b\n", "yaml-alias:1:4 yaml-alias:2:4", id="anchor and alias"),
        pytest.param("a:\n  <<: b\n", "merge-key:2:3", id="merge key"),
        pytest.param("? [a, !b c]\n: &d e\n", "yaml-syntax:1:3 yaml-tag:1:7 yaml-alias:2:3", id="key"),
        pytest.param(
            "a: b\n---\n- *c\n---\nd\n", "several-documents:2:1 yaml-alias:3:3 several-documents:4:1", id="documents"
        ),
        pytest.param("a: 1\na: {b: !c d}\n", "duplicate-key:2:1 yaml-tag:2:8", id="inside what is not kept"),
        pytest.param("%TAG ! b\n---\na: 1\na: 2\n", "yaml-syntax:1:1 duplicate-key:4:1", id="directive"),
        pytest.param("a: 1\na: 2\nb: [\n", "duplicate-key:2:1 yaml-syntax:4:1", id="up to the break"),
        pytest.param("", "empty-file:1:1", id="nothing"),
        pytest.param("# a\n\n---\n", "empty-file:1:1", id="next to nothing"),
        *(pytest.param(f"{text}\n", "empty-file:1:1", id=text) for text in ("~", "null", "Null", "NULL", "''")),
        *(pytest.param(f"{text}\n", "not-a-mapping:1:1", id=text) for text in ("'~'", '"null"', "nULL", "no", "0")),
        pytest.param("\n- a\n", "not-a-mapping:2:1", id="list"),
        pytest.param("a\n", "not-a-mapping:1:1", id="running text"),
        pytest.param("*a\n", "yaml-alias:1:1 not-a-mapping:1:1", id="alias for a record"),
        pytest.param('a: ["\\u202e"]\n', "hidden-direction-character:1:5", id="turned round by an escape"),
        pytest.param('"a\\0": b\n', "control-character:1:1", id="NUL by an escape"),
        pytest.param(
            "a:\n<<<<<<< x\nb: [\n>>>>>>> y\n<<<<<<< x\n", "unresolved-merge:2:1 unresolved-merge:5:1", id="conflicts"
        ),
        pytest.param("a: b\n>>>>>>> y\n", "unresolved-merge:2:1", id="half a conflict"),
        pytest.param("? : x\n", "yaml-syntax:1:3", id="a colon for a key"),
        pytest.param("? " + "[" * 99, "yaml-syntax:1:3 nested-too-deep:1:27", id="too deep in a key"),
        pytest.param("a: " + "[" * 99, "nested-too-deep:1:27", id="too deep"),
        pytest.param("a: " + "[" * 5000 + "]" * 5000, "nested-too-deep:1:27", id="far too deep"),
        pytest.param("a: 1\n" + "[" * 5000 + "]" * 5000, "nested-too-deep:2:24", id="far too deep for a name"),
        pytest.param("é: 1\r\na:\r\n" + "{a: " * 24, "nested-too-deep:3:93", id="too deep in a line of its own"),
        pytest.param("a:\n" + "[" * 23, "yaml-syntax:2:1", id="nearly too deep in a line of its own"),
        pytest.param("a:\n" + "[]," * 99, "yaml-syntax:2:1", id="many brackets in a line of their own"),
        pytest.param("a:\n[" + "'[[[', " * 99 + "]\n", "yaml-syntax:2:1", id="brackets between quotation marks"),
    ],
)
def test_all_troubles_are_found_in_one_go(text: str, expected: str) -> None:
    found = placed(text).troubles
    assert " ".join(f"{trouble.rule}:{trouble.line}:{trouble.column}" for trouble in found) == expected


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("a: 1\na: 2\nb: 3\n", {"a": "1", "b": "3"}, id="the first of two is kept"),
        pytest.param("a: !x b\n", {"a": "b"}, id="a tag is passed over"),
        pytest.param("a: &x b\nc: *x\n", {"a": "b", "c": "b"}, id="an alias for one piece of text"),
        pytest.param("a: &x\nb: *x\nc: d\n", {"c": "d"}, id="an alias for nothing"),
        pytest.param("? [a]\n: b\nc: d\n", {"c": "d"}, id="a key that is none is left out"),
        pytest.param("a: b\n---\nc: d\n", {"a": "b"}, id="the first record"),
        pytest.param('a: "\\u202e"\n', {"a": "\u202e"}, id="a hidden character"),
        pytest.param("a: &x [b]\nc: *x\n", None, id="an alias for a list could grow without end"),
        pytest.param("<<: a\nb: c\n", None, id="what a merge brings is not known"),
        pytest.param("a: b\nc: [\n", None, id="the rest is not known"),
        pytest.param("- a\n", None, id="a list is no record"),
        pytest.param("a: " + "[" * 99, None, id="too deep"),
    ],
)
def test_data_are_kept_while_the_structure_is_sound(text: str, data: object) -> None:
    assert placed(text).data == data


def test_a_tag_is_named_as_it_stands_in_the_file() -> None:
    said = [trouble.message.split(" gives")[0] for trouble in placed("a: !!str b\nc: !d e\n").troubles]
    assert said == ["!!str", "!d"]


def test_a_duplicate_names_the_line_of_the_first() -> None:
    assert placed("a: 1\nb: 2\na: 3\n").troubles[0].message == '"a" stands here a second time; the first is in line 1.'


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        pytest.param("name: Foo: bar\n", (1, 10), "second colon", id="second colon"),
        pytest.param("a: b\n  c: d\n", (2, 4), "the one above it", id="too far in"),
        pytest.param("name:Foo\nb: c\n", (2, 2), "lacks a colon with a space", id="no space after the colon"),
        pytest.param("a: b\nkey value\nc: d\n", (2, 1), "no colon with a space", id="no colon"),
        pytest.param('a: "b\nc: d\n', (1, 4), "not closed", id="open double quotes"),
        pytest.param("a: 'b\nc: d\n", (1, 4), "not closed", id="open single quotes"),
        pytest.param('a: "b\n---\n', (1, 4), "not closed", id="open quotes before a mark"),
        pytest.param("a: 'it's'\n", (1, 8), "goes on after the closing", id="apostrophe"),
        pytest.param('a: "b" c\n', (1, 8), "goes on after the closing", id="text after quotes"),
        pytest.param('a: "C:\\Users"\n', (1, 9), "backslash", id="backslash"),
        pytest.param("a: @b\n", (1, 4), "sign @", id="at sign"),
        pytest.param("a: `b`\n", (1, 4), "sign `", id="backtick"),
        pytest.param("a: %b\n", (1, 4), "sign %", id="per cent"),
        pytest.param("a: **b**\n", (1, 4), "sign *", id="asterisk"),
        pytest.param("a: & b\n", (1, 4), "sign &", id="ampersand"),
        pytest.param("a: ]\n", (1, 4), "sign ]", id="bracket that closes nothing"),
        pytest.param("a: ? b\n", (1, 4), "sign ?", id="question mark"),
        pytest.param("a: [b, c\nd: e\n", (1, 4), "square bracket", id="open bracket"),
        pytest.param("a: {b: c\nd: e\n", (1, 4), "curly bracket", id="open brace"),
        pytest.param("a: {b: c, , d}\n", (1, 11), "Something is missing", id="two commas"),
        pytest.param("a: [b, [\n", (2, 1), "ends before", id="brackets open to the end"),
        pytest.param("a:\n    b: c\n  d: e\n", (3, 3), "out of line", id="between two columns"),
        pytest.param("a:\n  - b\n - c\n", (3, 2), "hyphen is out of line", id="item between two columns"),
        pytest.param("a: b\n- c\n", (2, 1), "hyphen is out of line", id="item below a value"),
        pytest.param("a:\n  - b\n  c: d\n", (3, 3), "items of a list", id="name among items"),
        pytest.param("a: - b\n", (1, 4), "list starts on the next line", id="item beside its name"),
        pytest.param(": a\n", (1, 1), "no name", id="no name"),
        pytest.param("'': a\n", (1, 1), "no name", id="empty name"),
        pytest.param("k" * 201 + ": a\n", (1, 1), "201 characters", id="endless name"),
        pytest.param("a: | b\n", (1, 4), "next line", id="text beside the sign of a block"),
        pytest.param(" a: b\nc: d\n", (2, 1), "belong to those above", id="further left than the first line"),
        pytest.param("%a\nb: c\n", (1, 1), "per cent", id="directive"),
    ],
)
def test_a_slip_is_explained_in_plain_words_at_its_place(
    text: str, place: tuple[int, int], words: str, either_parser: None
) -> None:
    trouble = placed(text).troubles[0]
    assert trouble[2:] == place
    assert words in trouble.message
    assert trouble.rule == "yaml-syntax"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a: !x!b c\n", ("yaml-tag", 1, 4), id="tag that is not declared"),
        pytest.param("a: \x07\n", ("yaml-syntax", 1, 1), id="no place at all"),
    ],
)
def test_other_slips_have_a_rule_of_their_own(text: str, expected: tuple[str, int, int], either_parser: None) -> None:
    assert places(placed(text)) == [expected]


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(yaml.MarkedYAMLError(None, None, "unheard of", yaml.Mark("", 0, 0, 0, None, 0)), id="new words"),
        pytest.param(
            yaml.MarkedYAMLError(None, None, "node content", yaml.Mark("", 9, 9, 9, None, 0)), id="at the end"
        ),
        pytest.param(yaml.MarkedYAMLError(None, None, "unheard of", None), id="no mark"),
        pytest.param(OverflowError("character"), id="no error of YAML"),
    ],
)
def test_words_nobody_knows_yet_are_not_passed_on(error: Exception) -> None:
    trouble = explain(error, "a: b\n")
    assert trouble.rule == "yaml-syntax"
    assert "cannot be read" in trouble.message


def test_names_of_a_file_are_quoted_without_what_acts_on_a_terminal() -> None:
    found = placed('"a\\e[31m": b\n"a\\e[31m": c\n')
    assert all(trouble.message.isprintable() for trouble in found.troubles)


def test_more_troubles_than_anybody_reads_are_counted() -> None:
    found = placed("a: b\n" * 1000)
    assert len(found.troubles) == LIMITS.findings_per_file
    assert found.left_out == 999 - LIMITS.findings_per_file


PIECES = [*"aé-?[]{}'\"#!%@=\\", "007", "no", "~", "<<", "!x", "&a", "*a", "---", "...", "\\u202e", "\\n"]
PIECES += ["<<<<<<<", ">>>>>>>"]
PIECES += [*"\n\t\x85\u2028\ufeff\x00 ", "e\u0301", "\r\n", ": ", ", ", "- ", "? ", "|\n", ">\n", ":\n", "&a ", "!x "]
PIECES += ["<<<<<<< ", "\n  ", "\n    ", "a: b\n", "- a\n", "a: ", "# c"]
YAML_LIKE = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@given(st.text())
def test_any_text_is_read_or_explained(text: str) -> None:
    assert_both_ways_agree(text)


@settings(max_examples=1500)
@given(YAML_LIKE)
def test_anything_like_yaml_is_read_or_explained(text: str) -> None:
    assert_both_ways_agree(text)


@settings(max_examples=300)
@given(YAML_LIKE)
def test_the_pure_python_parser_is_read_or_explained_too(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(events, "_Parser", yaml.SafeLoader)
        assert_both_ways_agree(text)


KEYS = st.text("abcé", min_size=1, max_size=4)
DATA = st.recursive(
    st.text("ab é'\"#:-?[]{}!&*%@0", max_size=8).map(str.strip) | st.just("yes"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=3),
    max_leaves=12,
)


@given(st.dictionaries(KEYS, DATA, max_size=4), st.booleans())
def test_a_position_points_at_its_value(data: dict[str, Any], brackets: bool) -> None:
    text = yaml.safe_dump(data, allow_unicode=True, default_flow_style=brackets, sort_keys=False, default_style='"')
    found = placed(text)
    assert found.troubles == []
    assert found.data == data
    lines = LINE_BREAK.split(text)
    for path, value in leaves(found.data):
        line, column = found.positions[path]
        start = lines[line - 1][column - 1 :]
        if isinstance(value, str):
            assert start.startswith('"')
        elif isinstance(value, list):
            assert start.startswith(("[", "-"))
        else:
            assert start.startswith(("{", '"', "?"))
        if path and isinstance(path[-1], str):
            line, column = found.keys[path]
            assert lines[line - 1][column - 1 :].startswith(f'"{path[-1]}"')


@given(st.lists(st.text("abc019.-+", min_size=1, max_size=6), min_size=1, max_size=6))
def test_a_position_points_at_an_unquoted_value(values: list[str]) -> None:
    text = "".join(f"k{number}: {value}\n" for number, value in enumerate(values))
    found = placed(text)
    for path, value in leaves(found.data):
        if isinstance(value, str):
            line, column = found.positions[path]
            assert text.split("\n")[line - 1][column - 1 :] == value
            assert isinstance(value, Bare) == (value[0] in "0123456789+-.")


def test_what_is_not_quoted_behind_the_name_of_an_identifier_is_marked() -> None:
    found = placed("a: {code: B}\nb: [{code: 'B'}, {name: B}, B]\n2026: c\n")
    kinds = {value: type(value) for path, value in leaves(found.data) if path[-2:] == ("a", "code")}
    assert kinds == {"B": Bare}
    assert {type(value) for path, value in leaves(found.data) if path[:1] == ("b",) and isinstance(value, str)} == {str}
    assert [type(key) for key in found.data or {}] == [str, str, Bare]


HOSTILE = [
    pytest.param(lambda n: "[" * n, "nested-too-deep", id="brackets"),
    pytest.param(lambda n: "[a, " * (n // 4), "nested-too-deep", id="brackets with text"),
    pytest.param(lambda n: "{" * n, "nested-too-deep", id="braces"),
    pytest.param(lambda n: "{a: " * (n // 4), "nested-too-deep", id="braces with names"),
    pytest.param(lambda n: "- " * (n // 2), "nested-too-deep", id="hyphens"),
    pytest.param(lambda n: "? " * (n // 2), "nested-too-deep", id="question marks"),
    pytest.param(lambda n: "a: " * (n // 3), "yaml-syntax", id="colons"),
    pytest.param(lambda n: '"' * n, "yaml-syntax", id="quotes"),
    pytest.param(lambda n: "&a *a " * (n // 6), "yaml-syntax", id="anchors and aliases"),
    pytest.param(lambda n: "- &a *a\n" * (n // 8), "yaml-syntax", id="anchors of aliases"),
    pytest.param(lambda n: "&a a: b\n" * (n // 8), "yaml-alias", id="anchored keys"),
    pytest.param(lambda n: "a: b\n" * (n // 5), "duplicate-key", id="duplicates"),
    pytest.param(lambda n: "---\n" * (n // 4), "several-documents", id="documents"),
    pytest.param(lambda n: "%TAG !a! b\n" * (n // 11), "yaml-syntax", id="directives"),
    pytest.param(lambda n: "".join(f"%TAG !{i}! b\n" for i in range(n // 14)), "yaml-syntax", id="distinct directives"),
    pytest.param(lambda n: "<<<<<<< \n" * (n // 9), "unresolved-merge", id="conflicts"),
    pytest.param(lambda n: "? " + "\u0323\u0301" * (n // 4) + "\n", "yaml-syntax", id="a heap of accents"),
    pytest.param(lambda n: "k" * n + ": a\n", "yaml-syntax", id="endless name"),
    pytest.param(lambda n: "a: !" + "x" * n + " b\n", "yaml-tag", id="endless tag"),
    pytest.param(lambda n: "".join(f"k{i}: v\n" for i in range(n // 10)), "file-too-large", id="distinct keys"),
    pytest.param(lambda n: "a: [" + "[]," * (n // 3) + "]\n", "file-too-large", id="empty lists"),
    pytest.param(lambda n: "a:\n" + "- {}\n" * (n // 5), "file-too-large", id="empty groups"),
]

HARMLESS = [
    pytest.param(lambda n: "a: " + "b" * n + "\n", id="one long word"),
    pytest.param(lambda n: "a: " + "b " * (n // 2) + "\n", id="one long line"),
    pytest.param(lambda n: "a:" + "\n" * n + "  b\n", id="empty lines"),
    pytest.param(lambda n: "a: &".replace("&", "|\n") + "  & ! b\n" * (n // 8), id="signs in a block of text"),
    pytest.param(lambda n: 'a: "' + "\\x41" * (n // 4) + '"\n', id="escapes"),
]


@pytest.mark.parametrize(("write", "name"), HOSTILE)
def test_hostile_text_of_the_largest_size_is_refused_with_few_steps(
    write: Callable[[int], str], name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = write(MEBIBYTE)
    steps = count_events(monkeypatch)
    found = placed(text)
    assert name in {trouble.rule for trouble in found.troubles}
    assert len(found.troubles) <= LIMITS.findings_per_file
    assert sum(steps) <= LIMITS.pieces + 1
    with pytest.raises(NotPlain):
        plain_data(text)


@pytest.mark.parametrize("write", HARMLESS)
def test_large_and_regular_text_is_read(write: Callable[[int], str]) -> None:
    text = write(MEBIBYTE // 4)
    assert placed(text).data == plain_data(text)


def test_reading_stops_where_nesting_passes_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = count_events(monkeypatch)
    placed("[" * MEBIBYTE)
    assert sum(steps) == LIMITS.nesting + 3


def test_directives_never_reach_the_parser(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []

    def watched(text: str) -> events.NextEvent:
        read.append(text)
        return events.event_reader(text)

    monkeypatch.setattr(walk, "event_reader", watched)
    placed("%TAG !a! b\n" * 3 + "---\na: b\n")
    assert read == ["#TAG !a! b\n" * 3 + "---\na: b\n"]


def count_events(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Count the events that a walk asks for: a bound on its steps that no busy machine can bend."""
    steps: list[int] = []

    def counted(text: str) -> events.NextEvent:
        next_event = events.event_reader(text)

        def count() -> Any:
            steps.append(1)
            return next_event()

        return count

    monkeypatch.setattr(walk, "event_reader", counted)
    return steps
