"""The fast way from text to plain data."""

from __future__ import annotations

from unicodedata import normalize

import pytest
import yaml

from apqa.reading import events, plain
from apqa.reading.limits import LIMITS
from apqa.reading.plain import NotPlain, plain_data
from apqa.scalar import Bare

PARSERS = [pytest.param("CSafeLoader", id="libyaml"), pytest.param("SafeLoader", id="pure Python")]


@pytest.fixture(params=PARSERS, autouse=True)
def _either_parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "_Parser", getattr(yaml, request.param))


@pytest.mark.parametrize(
    ("text", "data"),
    [
        pytest.param("a: b\n", {"a": "b"}, id="a pair"),
        pytest.param("---\na: b\n...\n", {"a": "b"}, id="with document marks"),
        pytest.param("a: {b: [c, {d: e}]}\n", {"a": {"b": ["c", {"d": "e"}]}}, id="brackets"),
        pytest.param("a:\n- b\n- - c\n  - d\n", {"a": ["b", ["c", "d"]]}, id="lists"),
        pytest.param("a:\nb: ~\nc: null\nd: NULL\ne: Null\n", {}, id="no value is no line"),
        pytest.param("a: ''\nb: 'null'\nc: \"~\"\n", {"a": "", "b": "null", "c": "~"}, id="quoted nothing is text"),
        pytest.param("a:\n-\n- ~\n- b\n", {"a": [None, None, "b"]}, id="an empty item keeps its place"),
        pytest.param("a: nULL\n", {"a": "nULL"}, id="not every spelling is nothing"),
        pytest.param("a: |\n  b\n  c\nd: >\n  e\n  f\n", {"a": "b\nc\n", "d": "e f\n"}, id="blocks of text"),
        pytest.param("on: b\n~: c\n1: d\n", {"on": "b", "~": "c", "1": "d"}, id="keys are text"),
        pytest.param("? a\n: b\n", {"a": "b"}, id="a key the long way"),
        pytest.param("a: b # c\n# d\n", {"a": "b"}, id="comments"),
        pytest.param("a: b\r\nc: d\r\n", {"a": "b", "c": "d"}, id="Windows line ends"),
        pytest.param("a: Health & safety! (50 %)\n", {"a": "Health & safety! (50 %)"}, id="signs in running text"),
        pytest.param("a: |\n  ! b\n  &c\n  *d\n", {"a": "! b\n&c\n*d\n"}, id="signs at the start of lines of text"),
        pytest.param('a: "b\\tc\\n"\n'.replace("\\t", " "), {"a": "b c\n"}, id="harmless escapes"),
        pytest.param("a: C:\\x\nb: [\\]\n", {"a": "C:\\x", "b": ["\\"]}, id="backslashes without quotes"),
        pytest.param("a: |\n  <<<<<<< b\n", {"a": "<<<<<<< b\n"}, id="conflict marks further in are text"),
        pytest.param("a: {}\n", {"a": {}}, id="an empty group"),
        pytest.param("é: 1\ne: 2\n", {"é": "1", "e": "2"}, id="letters with and without accent differ"),
    ],
)
def test_regular_text_becomes_plain_data(text: str, data: object) -> None:
    assert plain_data(text) == data


@pytest.mark.parametrize(
    "value",
    [
        *("007", "01225 477000", "2026-02-30", "12:30", "1e5", "+44", "-1", ".5", "5.5", "0x1F", "1_000"),
        *("y", "N", "Yes", "nO", "on", "OFF", "True", "fAlSe"),
    ],
)
def test_what_others_would_not_leave_as_text_is_marked_and_kept_as_written(value: str) -> None:
    data = plain_data(f"a: {value}\nb: '{value}'\nc: [{value}]\n")
    assert data == {"a": value, "b": value, "c": [value]}
    assert [type(data["a"]), type(data["b"]), type(data["c"][0])] == [Bare, str, Bare]


@pytest.mark.parametrize("name", ["code", "company_number", "ico_number", "sha256", "status"])
def test_whatever_is_not_quoted_behind_the_name_of_an_identifier_is_marked(name: str) -> None:
    data = plain_data(f"a: [{{{name}: SC123456}}]\n{name}: 'SC123456'\nb: SC123456\n")
    assert [type(each) for each in (data["a"][0][name], data[name], data["b"])] == [Bare, str, str]


def test_a_key_is_marked_that_others_would_make_a_number_of() -> None:
    for _ in range(2):
        data = plain_data("2026: a\n'2027': b\nkcsie: c\n")
        assert data == {"2026": "a", "2027": "b", "kcsie": "c"}
        assert [type(key) for key in data] == [Bare, str, str]


@pytest.mark.parametrize("value", ["north", "yes please", "nob", "e5", "N/A", "=", "trueish"])
def test_running_text_is_not_marked(value: str) -> None:
    assert type(plain_data(f"a: {value}\n")["a"]) is str


def test_keys_are_kept_in_memory_once() -> None:
    first, second = (plain_data(f"{'long_key' * 3}: {value}\n") for value in "bc")
    assert next(iter(first)) is next(iter(second))


def test_keys_beyond_those_that_are_remembered_are_checked_wherever_they_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(plain, "_GOOD_KEYS", remembered := {"a": "a"})
    monkeypatch.setattr(plain, "_KEYS_KEPT", 2)
    for _ in range(2):
        assert plain_data("a: 1\nb: 2\né: 3\n") == {"a": "1", "b": "2", "é": "3"}
        assert plain_data("c: 1\n") == {"c": "1"}
        assert set(remembered) == {"a", "b"}
        with pytest.raises(NotPlain):
            plain_data(f"a: 1\né: 2\n{normalize('NFD', 'é')}: 3\n")


IRREGULAR = [
    pytest.param("a: b\na: c\n", id="duplicate key"),
    pytest.param("a: b\na:\n", id="duplicate key without a value"),
    pytest.param("a:\na: b\n", id="duplicate of a key without a value"),
    pytest.param("a: {b: c, b: d}\n", id="duplicate key in brackets"),
    pytest.param(f"é: b\n{normalize('NFD', 'é')}: c\n", id="duplicate key in another form"),
    pytest.param("K: b\n\u212a: c\n", id="duplicate key that is a sign"),
    pytest.param("a: !b c\n", id="tag"),
    pytest.param("a: ! c\n", id="lone tag"),
    pytest.param("a: !!str\n", id="tag without a value"),
    pytest.param("!b c: d\n", id="tag of a key"),
    pytest.param("a: [b, !c d]\n", id="tag in a list"),
    pytest.param("--- !b\na: c\n", id="tag of the record"),
    pytest.param("? !b c\n", id="tag of a long key"),
    pytest.param("a:\n  - !b\n    c: d\n", id="tag of a group"),
    pytest.param("a: &b c\n", id="anchor"),
    pytest.param("&b a: c\n", id="anchor of a key"),
    pytest.param("a: *b\n", id="alias"),
    pytest.param("*b : c\n", id="alias as a key"),
    pytest.param("a: &x {b: c}\nd:\n  <<: *x\n", id="merge key"),
    pytest.param("<<: b\n", id="merge key without an alias"),
    pytest.param("? [a]\n: b\n", id="list as a key"),
    pytest.param("? {a: b}\n: c\n", id="group as a key"),
    pytest.param("[a]: b\n", id="list as a short key"),
    pytest.param(": a\nb: c\n", id="no key"),
    pytest.param("'': a\n", id="empty key"),
    pytest.param("k" * (LIMITS.key_length + 1) + ": a\n", id="endless key"),
    pytest.param("a: b\n---\nc: d\n", id="two documents"),
    pytest.param("a: b\n...\n---\n", id="an empty second document"),
    pytest.param("", id="nothing"),
    pytest.param("# a\n", id="a comment"),
    pytest.param("---\n", id="an empty document"),
    pytest.param("~\n", id="null"),
    pytest.param("a\n", id="running text"),
    pytest.param("- a\n", id="list"),
    pytest.param("a: " + "[" * LIMITS.nesting + "]" * LIMITS.nesting, id="too deep"),
    pytest.param("%YAML 1.1\n---\na: b\n", id="directive"),
    pytest.param("a: b: c\n", id="syntax"),
    pytest.param("a: [b\n", id="open bracket"),
    pytest.param("a: \x07\n", id="control character"),
    pytest.param("a: \ud800\n", id="half a character"),
    pytest.param('a: "\\ud800"\n', id="half a character as an escape"),
    pytest.param('a: "\\UFFFFFFFF"\n', id="escape beyond all characters"),
    pytest.param('a: "\\u202e"\n', id="escape that turns text round"),
    pytest.param('a: {b: ["\\0"]}\n', id="escape that is NUL"),
    pytest.param('"\\e": a\n', id="escape in a key"),
    pytest.param('a:\n  "\\u202e":\n', id="escape in a key without a value"),
    pytest.param("a: b\n<<<<<<< HEAD\nc: d\n=======\nc: e\n>>>>>>> x\n", id="conflict"),
    pytest.param('a: "\n<<<<<<< HEAD\nb\n>>>>>>> x\n"\n', id="conflict that is good YAML"),
]


@pytest.mark.parametrize("text", IRREGULAR)
def test_irregular_text_needs_the_slow_way(text: str) -> None:
    with pytest.raises(NotPlain):
        plain_data(text)


def test_nesting_up_to_the_limit_is_read() -> None:
    inside = LIMITS.nesting - 1
    assert str(plain_data("a: " + "[" * inside + "]" * inside)).count("[") == inside


def test_a_key_up_to_the_limit_is_read() -> None:
    assert plain_data("k" * LIMITS.key_length + ": a\n" + "l" * 9 + ": b\n")


def test_numbers_in_names_do_not_count_as_duplicates() -> None:
    assert len(plain_data("".join(f"k{number}: v\n" for number in range(2000)))) == 2000
