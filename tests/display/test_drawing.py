"""Figures as SVG: whole whatever the words, and true to the numbers."""

from __future__ import annotations

import re
from datetime import date, timedelta
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.display.dashboard.blocks import coded, unnamed
from apqa.display.drawing.bars import Bar, bars
from apqa.display.drawing.stacks import Stack, stacks
from apqa.display.drawing.svg import Caption, Tone
from apqa.display.drawing.timeline import SHAPES, Lane, Mark, Window, beside_one_another, timeline, together

CAPTION = Caption("one", "A title", "What is drawn.")
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)
DAYS = st.dates(date(2026, 9, 1), date(2027, 6, 1))
TODAY = date(2026, 11, 23)
WINDOW = Window(date(2026, 9, 23), date(2027, 5, 25), TODAY)
MARKS = st.builds(Mark, DAYS, st.sampled_from(sorted(SHAPES)), st.sampled_from(Tone), st.tuples(WORDS))


def read(svg: str) -> list[ET.Element]:
    return list(ET.fromstring(f"<all>{svg}</all>"))


def widths(drawn: list[ET.Element]) -> list[float]:
    return [
        float(each.get("width", "").rstrip("%"))
        for svg in drawn
        for each in svg.iter("rect")
        if (each.get("class") or "").startswith("fill-")
    ]


def test_the_longest_bar_leaves_room_for_its_number_and_others_are_in_proportion() -> None:
    drawn = read(bars(CAPTION, [Bar("a", 50, "50"), Bar("b", 25, "25"), Bar("c", 0, "0"), Bar("d", None, "[c]")]))
    assert widths(drawn) == [78.0, 39.0]
    said = [each.text for each in drawn[0].iter("text")]
    assert said == ["a", "50", "b", "25", "c", "0", "d", "[c]"]
    assert len(list(drawn[0].iter("line"))) == 1


def test_parts_that_are_set_in_have_the_scale_of_their_whole() -> None:
    drawn = read(bars(CAPTION, [Bar("all", 40, "40"), Bar("half", 20, "20", depth=2)]))
    whole, half = widths(drawn)
    assert whole == pytest.approx(2 * half)


def test_a_part_that_is_all_of_its_whole_ends_where_the_whole_ends() -> None:
    drawn = read(bars(CAPTION, [Bar("all", 40, "40"), Bar("part", 40, "40", depth=1)]))
    ends = {
        (each.get("x"), each.get("width")) for each in drawn[0].iter("rect") if "fill-" in (each.get("class") or "")
    }
    assert len(ends) == 1


def test_what_is_not_shown_moves_no_scale() -> None:
    shown = [Bar("a", 30, "30"), Bar("b", 10, "10")]
    assert widths(read(bars(CAPTION, shown))) == widths(read(bars(CAPTION, [*shown, Bar("c", None, "[c]")])))


@given(
    st.lists(st.builds(Bar, WORDS, st.none() | st.integers(0, 10**6), WORDS, st.sampled_from(Tone), st.integers(0, 4)))
)
def test_bars_are_whole_and_stay_within_the_figure(rows: list[Bar]) -> None:
    drawn = read(bars(CAPTION, rows))
    assert all(0 <= width <= 78 for width in widths(drawn))
    assert all(int(svg.get("height", "")) <= 640 for svg in drawn)
    assert sum(len([each for each in svg.iter("text") if each.get("class") == "name"]) for svg in drawn) == len(rows)


@given(st.lists(st.builds(Stack, WORDS, st.tuples(*(st.tuples(st.just(tone), st.integers(0, 500)) for tone in Tone)))))
def test_the_parts_of_a_stack_fill_it_and_no_more(rows: list[Stack]) -> None:
    drawn = read(stacks(CAPTION, rows))
    most = max((row.whole for row in rows), default=0)
    expected = sum(100 * row.whole / most for row in rows) if most else 0
    assert sum(widths(drawn)) == pytest.approx(expected, abs=0.05 * len(rows) * len(Tone))


@given(st.lists(st.builds(Lane, WORDS, st.lists(MARKS, max_size=8).map(tuple)), max_size=30))
def test_a_timeline_is_whole_whatever_is_on_it(lanes: list[Lane]) -> None:
    drawn = read(timeline(CAPTION, lanes, WINDOW))
    marks = [each for svg in drawn for each in svg.iter("path") if (each.get("class") or "").startswith("mark ")]
    assert len(marks) == sum(len(lane.marks) for lane in lanes)
    assert len({svg.find("title").text for svg in drawn}) == len(drawn)  # type: ignore[union-attr]  # each has one


@given(st.lists(MARKS, max_size=30))
def test_marks_put_together_lose_nothing_and_stand_on_their_first_day(marks: list[Mark]) -> None:
    found = together(marks)
    assert sorted(name for mark in found for name in mark.names) == sorted(
        name for mark in marks for name in mark.names
    )
    for mark in found:
        assert any(each.on == mark.on and each.shape == mark.shape for each in marks)
    for one in found:
        alike = [each for each in found if (each.shape, each.tone) == (one.shape, one.tone) and each.on > one.on]
        assert all(each.on - one.on > timedelta(days=10) for each in alike)


@given(DAYS, DAYS)
def test_a_later_day_is_never_further_left(one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    assert 1.5 <= WINDOW.at(earlier) <= WINDOW.at(later) <= 98.5


def test_every_month_within_the_days_shown_has_its_line() -> None:
    assert [f"{month:%b}" for month in WINDOW.months()] == ["Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr", "May"]


def test_a_long_name_is_cut_where_a_phone_ends_and_the_table_has_it_whole() -> None:
    drawn = read(bars(CAPTION, [Bar("x" * 60, 1, "1")]))
    name = next(drawn[0].iter("text")).text
    assert name == f"{'x' * 41}…"


@pytest.mark.parametrize(
    "text", ["see P-9F4TC", "see pl-7k3qx", "(PL-7K3QX)", "P-9F4TC: late; PL-7K3QX: early", "_P-9F4TC_"]
)
def test_a_reference_never_comes_through(text: str) -> None:
    assert re.search(r"[Pp][Ll]?-\w{5}", unnamed(text)) is None
    assert "[reference]" in unnamed(text)


@pytest.mark.parametrize("text", ["P-I0OUL is none", "STEP-12345", "north-star", "PL-7K3QXA"])
def test_what_is_no_reference_stays(text: str) -> None:
    assert unnamed(text) == text


def test_what_stands_between_backticks_is_to_be_typed() -> None:
    assert coded("ask `apqa due` & see") == "ask <code>apqa due</code> &amp; see"
    assert coded("one ` alone <b>") == "one ` alone &lt;b&gt;"


def test_marks_that_lie_close_stand_on_several_lines() -> None:
    days = (date(2027, 1, 4), date(2027, 1, 5), date(2027, 1, 6), date(2027, 2, 20))
    marks = [Mark(day, "square", Tone.PLAIN, ("a policy",)) for day in days]
    assert [line for _, line in beside_one_another(marks, WINDOW)] == [0, 1, 2, 0]
    crowded = [Mark(date(2027, 1, 4), shape, Tone.PLAIN) for shape in SHAPES]
    assert [line for _, line in beside_one_another(crowded, WINDOW)] == [0, 1, 2, 0, 0]
