"""What is published gives no small number away: every number that is not shown may be another one."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from apqa.questions.outcomes.count import NOUGHT, Count, summed
from apqa.questions.outcomes.outcomes import Table, with_wholes
from apqa.questions.outcomes.publishing.grid import Grid
from apqa.questions.outcomes.publishing.hiding import hidden_cells
from apqa.questions.outcomes.publishing.recoverable import recoverable
from apqa.questions.outcomes.publishing.rows import OTHERS, rows_to_name
from apqa.questions.outcomes.shown import ShownTable, published_table
from apqa.questions.outcomes.tree import Branch, Kind
from tests.questions.outcomes.reader import TOTAL, may_be_another

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from apqa.questions.outcomes.tree import Cells

FLAT = Branch("all", (Branch("a"), Branch("b"), Branch("c")))
NESTED = Branch("all", (Branch("a", (Branch("x"), Branch("y"))), Branch("b")))
Rows = dict[str, list[tuple[int, int]]]
"""Of each provider, for each last part, how many there are of how many pupils."""


def table(tree: Branch, rows: Rows) -> Table:
    """Make a table of which each part has so many of so many pupils, none of them in two parts."""
    pupils = count()
    cells: dict[str, Cells] = {}
    for name, parts in rows.items():
        leaves = {
            key: Count(number, frozenset(f"P-{next(pupils)}" for _ in range(min(number, of))))
            for key, (number, of) in zip(tree.leaves, parts, strict=True)
        }
        cells[name] = with_wholes(tree, leaves)
    total = {each.key: summed(row[each.key] for row in cells.values()) for each in tree.walk()}
    return Table(Kind("table", tree), total, cells, {}, {})


def counted(*rows: Sequence[int]) -> Rows:
    """Make rows named a, b, c… of which each number is one of as many pupils."""
    return {chr(97 + at): [(number, number) for number in row] for at, row in enumerate(rows)}


def plain(cells: Mapping[str, Cells]) -> dict[str, dict[str, int]]:
    return {row: {key: each.number for key, each in numbers.items()} for row, numbers in cells.items()}


def not_shown(shown: ShownTable) -> set[tuple[str, str]]:
    rows = {TOTAL: shown.total, **shown.by_provider}
    return {(row, key) for row, numbers in rows.items() for key, number in numbers.items() if number is None}


def least_of(made: Table, shown: ShownTable, small: int) -> dict[str, int]:
    """Answer the least that a hidden number of each row can be: one, and nought where no part is told of its row."""
    grid = Grid(made.kind.tree, rows_to_name(made.kind.tree, made.by_provider, small), made.total)
    told = hidden_cells(grid, small) is not None
    total_told = told or any(number is not None for key, number in shown.total.items() if key != made.kind.tree.key)
    return {TOTAL: int(total_told), **{row: int(told) for row in shown.by_provider}}


numbers = st.one_of(st.just(0), st.integers(0, 3), st.integers(0, 12))
parts = st.tuples(numbers, st.integers(1, 12))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    tree = draw(st.sampled_from((FLAT, NESTED)))
    rows = draw(st.lists(st.lists(parts, min_size=3, max_size=3), min_size=1, max_size=4))
    return table(tree, {f"provider-{at}": row for at, row in enumerate(rows)})


@given(made=tables(), small=st.integers(2, 6))
@example(made=table(FLAT, counted((7, 1, 6), (9, 8, 6), (3, 9, 9))), small=5)
@example(made=table(FLAT, counted((1, 1, 6), (6, 6, 0))), small=5)
@example(made=table(FLAT, counted((12, 0, 0), (6, 2, 6), (6, 6, 6))), small=5)
@example(made=table(FLAT, counted((0, 0, 2), (0, 1, 1))), small=2)
@example(made=table(NESTED, counted((6, 1, 0), (6, 6, 6), (6, 6, 6))), small=5)
@settings(max_examples=200, deadline=None)
def test_no_number_that_is_not_shown_can_be_worked_out(made: Table, small: int) -> None:
    shown = published_table(made, small)
    true = {**plain(made.by_provider), TOTAL: {key: each.number for key, each in made.total.items()}}
    root = made.kind.tree.key
    if shown.total[root] is None:
        assert made.total[root].is_small(small)
        assert not shown.by_provider
        return
    rows = {name: true[name] for name in made.by_provider}
    assert not_shown(shown) <= may_be_another(shown, rows, least_of(made, shown, small))


@given(made=tables(), small=st.integers(2, 6))
@settings(max_examples=100, deadline=None)
def test_no_small_number_is_shown_and_no_provider_with_too_few_pupils_named(made: Table, small: int) -> None:
    shown = published_table(made, small)
    for row, shown_numbers in ((TOTAL, shown.total), *shown.by_provider.items()):
        cells = made.total if row == TOTAL else made.by_provider[row]
        for key, number in shown_numbers.items():
            assert number is None or (number == cells[key].number and not cells[key].is_small(small))
    for row in shown.by_provider:
        assert not made.by_provider[row][made.kind.tree.key].is_small(small)


@given(made=tables(), small=st.integers(2, 6))
@settings(max_examples=100, deadline=None)
def test_providers_that_are_not_named_hide_one_another(made: Table, small: int) -> None:
    root = made.kind.tree.key
    rows = rows_to_name(made.kind.tree, made.by_provider, small)
    unnamed = [cells[root] for name, cells in made.by_provider.items() if name not in rows and cells[root].number]
    if OTHERS not in rows:
        assert not rows or not unnamed
        return
    assert len(unnamed) > 1
    assert summed(unnamed) == rows[OTHERS][root]
    assert not rows[OTHERS][root].is_small(small)
    assert rows[OTHERS][root].number > len(unnamed), "or each of them has one"


def test_the_reader_works_out_a_number_that_is_hidden_alone() -> None:
    made = table(FLAT, counted((7, 2, 6), (9, 8, 6)))
    shown = ShownTable(
        made.kind,
        {"all": 38, "a": 16, "b": 10, "c": 12},
        {"a": _hiding(made, "a", "b"), "b": _hiding(made, "b", "")},
        {},
        {},
    )
    assert ("a", "b") not in may_be_another(shown, plain(made.by_provider), {TOTAL: 1, "a": 1, "b": 1})


def _hiding(made: Table, row: str, key: str) -> dict[str, int | None]:
    return {name: None if name == key else each.number for name, each in made.by_provider[row].items()}


@pytest.mark.parametrize(
    ("rows", "hidden", "given_away"),
    [
        pytest.param(counted((7, 2, 6), (9, 8, 6)), {("a", "b")}, True, id="alone"),
        pytest.param(
            counted((7, 2, 6), (9, 8, 6)), {("a", "b"), ("a", "a")}, True, id="two in a row, columns complete"
        ),
        pytest.param(
            counted((7, 2, 6), (9, 8, 6)),
            {("a", "b"), ("a", "a"), ("b", "a"), ("b", "b")},
            False,
            id="a ring of four",
        ),
        pytest.param(
            counted((1, 1, 6), (1, 1, 6)),
            {("a", "b"), ("a", "a"), ("b", "a"), ("b", "b")},
            True,
            id="a ring of ones: none of them can be nought",
        ),
        pytest.param(
            counted((1, 2, 6), (2, 1, 6)),
            {("a", "b"), ("a", "a"), ("b", "a"), ("b", "b")},
            False,
            id="a ring that turns one way only",
        ),
    ],
)
def test_when_a_hidden_number_is_given_away(rows: Rows, hidden: set[tuple[str, str]], *, given_away: bool) -> None:
    made = table(FLAT, rows)
    assert (recoverable(Grid(FLAT, made.by_provider, made.total), hidden) is not None) is given_away


def test_noughts_are_shown_and_small_numbers_are_not() -> None:
    shown = published_table(table(FLAT, counted((9, 0, 6), (9, 2, 6), (8, 4, 0))), 5)
    assert shown.by_provider["a"]["b"] == 0
    assert shown.by_provider["b"]["b"] is None
    assert shown.by_provider["c"]["b"] is None


def test_many_sessions_of_few_pupils_are_a_small_number() -> None:
    made = table(FLAT, {"a": [(300, 9), (40, 2), (60, 9)], "b": [(300, 9), (50, 9), (60, 9)]})
    assert published_table(made, 5).by_provider["a"]["b"] is None


def test_one_small_provider_takes_the_next_with_it() -> None:
    made = table(FLAT, counted((9, 9, 9), (1, 1, 0), (6, 0, 0), (8, 8, 0)))
    assert set(rows_to_name(FLAT, made.by_provider, 5)) == {"a", "d", OTHERS}


def test_one_provider_alone_is_the_total_and_has_no_row() -> None:
    shown = published_table(table(FLAT, counted((9, 9, 9))), 5)
    assert not shown.by_provider
    assert shown.total["all"] == 27


def test_where_each_went_somewhere_else_nothing_but_the_whole_is_shown() -> None:
    shown = published_table(table(FLAT, counted((1, 1, 1))), 3)
    assert shown.total == {"all": 3, "a": None, "b": None, "c": None}


def test_of_too_few_pupils_nothing_is_shown() -> None:
    shown = published_table(table(FLAT, counted((1, 1, 1))), 5)
    assert set(shown.total.values()) == {None}


def test_of_nobody_everything_is_nought() -> None:
    assert published_table(table(FLAT, counted((0, 0, 0))), 5).total == {"all": 0, "a": 0, "b": 0, "c": 0}
    assert not NOUGHT.is_small(5)
