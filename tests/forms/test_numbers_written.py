from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.forms.filling.box import NUMBERS, BoxKind
from apqa.forms.receiving.numbers import UnclearNumberError, number_shown, number_written

KINDS = sorted(NUMBERS)


@pytest.mark.parametrize(
    ("text", "kind", "read"),
    [
        ("60", BoxKind.WHOLE_NUMBER, "60"),
        ("60.0", BoxKind.WHOLE_NUMBER, "60"),
        ("1,060", BoxKind.WHOLE_NUMBER, "1060"),
        ("1,060.00", BoxKind.WHOLE_NUMBER, "1060"),
        ("12,345,678", BoxKind.NUMBER, "12345678"),
        ("1,060.50", BoxKind.NUMBER, "1060.50"),
        ("60.0", BoxKind.HOURS, "60.0"),
        ("20%", BoxKind.PERCENT, "20"),
        ("92.5 %", BoxKind.PERCENT, "92.5"),
        ("a few", BoxKind.HOURS, "a few"),
    ],
)
def test_a_number_is_read_as_people_write_it(text: str, kind: BoxKind, read: str) -> None:
    assert number_written(text, kind) == read


@pytest.mark.parametrize(
    ("text", "kind", "says"),
    [
        ("11,5", BoxKind.HOURS, "the comma in '11,5' can be read in more than one way: write hours such as 17.5"),
        ("60,0", BoxKind.WHOLE_NUMBER, "the comma in '60,0' can be read .*: write a whole number such as 12, without"),
        ("0,500", BoxKind.NUMBER, "the comma in '0,500' can be read"),
        ("1,06", BoxKind.WHOLE_NUMBER, "the comma in '1,06' can be read"),
        ("1060,500", BoxKind.NUMBER, "the comma in '1060,500' can be read"),
        ("1.060,50", BoxKind.NUMBER, "the comma in '1.060,50' can be read"),
        ("87,5%", BoxKind.PERCENT, "the comma in '87,5' can be read .*: write per cent such as 92.5"),
        (
            "87%",
            BoxKind.WHOLE_NUMBER,
            "'87%' is a percentage, and a number belongs here: write a whole number such as 12",
        ),
        ("52 %", BoxKind.HOURS, "'52 %' is a percentage, and a number belongs here: write hours such as 17.5"),
    ],
)
def test_a_number_that_may_be_another_is_refused(text: str, kind: BoxKind, says: str) -> None:
    with pytest.raises(UnclearNumberError, match=says):
        number_written(text, kind)


@pytest.mark.parametrize(
    ("value", "number_format", "kind", "read"),
    [
        (0.87, "0%", BoxKind.PERCENT, "87"),
        (0.875, "0.0%", BoxKind.PERCENT, "87.5"),
        (87, '0"%"', BoxKind.PERCENT, "87"),
        (87, r"0\%", BoxKind.PERCENT, "87"),
        (87, "0", BoxKind.PERCENT, "87"),
        (60.0, "General", BoxKind.WHOLE_NUMBER, "60"),
        (0.87, "0%", BoxKind.TEXT, "87%"),
    ],
)
def test_a_number_of_a_cell_is_read_as_it_shows(value: float, number_format: str, kind: BoxKind, read: str) -> None:
    assert number_shown(value, number_format, kind) == read


@pytest.mark.parametrize("number_format", ["0%", "0.00%", '0"%"', "General%"])
@pytest.mark.parametrize("kind", [BoxKind.WHOLE_NUMBER, BoxKind.HOURS, BoxKind.NUMBER])
@given(value=st.integers(0, 1000) | st.decimals(0, 10, places=2).map(float))
def test_what_shows_as_a_percentage_is_never_a_count(number_format: str, kind: BoxKind, value: float) -> None:
    with pytest.raises(UnclearNumberError, match=r"%' is a percentage"):
        number_shown(value, number_format, kind)


@given(st.decimals(0, 10**9, places=2), st.sampled_from(KINDS))
def test_thousands_set_apart_by_commas_are_the_number_itself(number: Decimal, kind: BoxKind) -> None:
    assert Decimal(number_written(f"{number:,}", kind)) == number


@given(st.text("0123456789,.% ", max_size=12), st.sampled_from(KINDS))
def test_no_comma_is_ever_passed_over(text: str, kind: BoxKind) -> None:
    text = text.strip()
    try:
        read = number_written(text, kind)
    except UnclearNumberError:
        return
    groups = text.split(".")[0].split(",")
    assert read == text or "," not in text or all(len(each) == 3 for each in groups[1:])
