from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.display.lines import Piece
from apqa.display.table import csv_text, markdown_table, table, text_of
from apqa.writing.characters import cells
from apqa.writing.markdown import link

HEADER = ("Provider", "Hours", "What")
ROWS = [
    ("north-star", 19, "Gives full-time education and is not on the register of schools."),
    ("café-北星", Decimal("7.5"), ""),
]


def test_columns_are_aligned_and_numbers_stand_to_the_right() -> None:
    assert table(ROWS, HEADER) == (
        "Provider    Hours  What\n"
        "north-star     19  Gives full-time education and is not on the register of schools.\n"
        "café-北星     7.5\n"
    )


def test_the_last_column_wraps_to_the_width() -> None:
    assert table(ROWS, HEADER, width=45) == (
        "Provider    Hours  What\n"
        "north-star     19  Gives full-time education\n"
        "                   and is not on the register\n"
        "                   of schools.\n"
        "café-北星     7.5\n"
    )


def test_a_named_column_wraps_instead() -> None:
    rows = [("The employers' liability insurance lapses", "QF-24"), ("", "QF-25")]
    assert table(rows, ("What", "Clause"), width=28, wrap="What") == (
        "What                  Clause\n"
        "The employers'        QF-24\n"
        "liability insurance\n"
        "lapses\n"
        "                      QF-25\n"
    )


def test_a_table_without_rows_is_its_header() -> None:
    assert table([], HEADER) == "Provider  Hours  What\n"


def test_a_piece_brings_its_style() -> None:
    coloured = table([(Piece("met", "good"), "x")], ("State", "What"), colour=True)
    assert coloured == "\x1b[1mState\x1b[0m  \x1b[1mWhat\x1b[0m\n\x1b[32mmet\x1b[0m    x\n"


def test_a_value_cannot_break_out_of_its_row() -> None:
    assert table([("a\nb", "\x1b[2J")], ("A", "B")) == "A    B\na b  \\x1b[2J\n"


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=4), st.integers(0, 100))
def test_no_line_is_wider_than_it_must_be(rows: list[tuple[str, str, str]], width: int) -> None:
    natural = table(rows, HEADER).split("\n")
    fixed = max((cells(line) for line in table([row[:2] for row in rows], HEADER[:2]).split("\n")), default=0)
    for line in table(rows, HEADER, width=width).split("\n"):
        assert cells(line) <= max(width, fixed + 2 + 10)
        assert cells(line) <= max(map(cells, natural))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "yes"),
        (False, "no"),
        (date(2026, 11, 3), "2026-11-03"),
        (timedelta(hours=18, minutes=30), "18.5"),
        (("QF-10", "QF-11"), "QF-10, QF-11"),
        (Piece("met", "good"), "met"),
        (-3, "-3"),
    ],
)
def test_values_are_written_the_way_they_are_said(value: object, text: str) -> None:
    assert text_of(value) == text


@pytest.mark.parametrize("cell", ["=1+1", "+44 1225 477000", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"])
def test_a_spreadsheet_reads_no_formula_in_a_text(cell: str) -> None:
    assert list(csv.reader(io.StringIO(csv_text([(cell,)], ["A"]), newline="")))[1] == [f"'{cell}"]


def test_numbers_stay_numbers_in_csv() -> None:
    assert csv_text([(-5, Decimal("-0.5"), None, True)], "ABCD") == "A,B,C,D\n-5,-0.5,,yes\n"


def test_csv_is_quoted_where_it_must_be() -> None:
    assert csv_text([('say "hm"', "a,b", "two\nlines", "")], "ABCD") == 'A,B,C,D\n"say ""hm""","a,b","two\nlines",\n'


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.lists(st.text(), min_size=n, max_size=n), min_size=1)))
def test_csv_reads_back(rows: list[list[str]]) -> None:
    first, *rest = rows
    read = list(csv.reader(io.StringIO(csv_text(rest, first), newline="")))
    assert [[_unguarded(cell, was) for cell, was in zip(*pair, strict=True)] for pair in zip(read, rows, strict=True)]
    assert len(read) == len(rows)


def _unguarded(cell: str, was: str) -> str:
    guarded = was.startswith(tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"))
    assert cell == (f"'{was}" if guarded else was)
    return cell


def test_a_markdown_table_shows_text_as_itself_and_keeps_links() -> None:
    rows = [("a|b\nc <i> *d*", link("[x]", "records/a%20b.yaml#L3"), 3)]
    assert markdown_table(rows, ("A", "B", "C")) == (
        "| A | B | C |\n| --- | --- | --- |\n| a\\|b<br>c &lt;i&gt; \\*d\\* | [\\[x\\]](records/a%20b.yaml#L3) | 3 |\n"
    )


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_a_markdown_table_keeps_its_rows_and_columns(rows: list[tuple[str, str]]) -> None:
    lines = markdown_table(rows, ("A", "B")).removesuffix("\n").split("\n")
    assert len(lines) == len(rows) + 2
    for line in lines:
        assert line.replace("\\\\", "").replace("\\|", "").count("|") == 3


def test_columns_that_have_no_room_stand_below_one_another() -> None:
    assert table(ROWS, HEADER, width=24) == (
        "north-star\n"
        "  Hours  19\n"
        "  What   Gives full-time\n"
        "         education and\n"
        "         is not on the\n"
        "         register of\n"
        "         schools.\n"
        "café-北星\n"
        "  Hours  7.5\n"
    )
