"""What the types and statuses of the register of schools mean."""

from __future__ import annotations

import pytest

from apqa.guidance.book import page
from apqa.guidance.establishments import Meaning, establishment_status, establishment_type, number_ranges

SCHOOLS = {"1", "2", "3", "5", "6", "7", "8", "12", "14", "28", "33", "34", "35", "36", "38", *map(str, range(40, 45))}
INDEPENDENT = {"10", "11"}
OTHERS = {
    "9",
    "15",
    "18",
    "24",
    "25",
    "26",
    "27",
    "29",
    "30",
    "31",
    "32",
    "37",
    "39",
    *map(str, range(45, 50)),
    "56",
    "57",
}


def test_each_type_is_a_school_an_independent_school_or_left_to_a_person() -> None:
    codes = [entry["code"] for entry in page("establishments")["types"]]
    assert len(codes) == len(set(codes))
    assert set(codes) == SCHOOLS | INDEPENDENT | OTHERS


@pytest.mark.parametrize(
    ("codes", "means"),
    [
        pytest.param(SCHOOLS, Meaning.SCHOOL, id="schools-that-need-no-registration"),
        pytest.param(INDEPENDENT, Meaning.INDEPENDENT_SCHOOL, id="registered-independent-schools"),
        pytest.param(OTHERS, Meaning.REVIEW, id="others"),
    ],
)
def test_a_type_means_what_the_register_says(codes: set[str], means: Meaning) -> None:
    assert {entry.means for code in codes if (entry := establishment_type(code))} == {means}


def test_only_open_and_open_but_to_close_are_open() -> None:
    open_codes = [code for code in "1234" if (entry := establishment_status(code)) and entry.open]
    assert open_codes == ["1", "3"]


@pytest.mark.parametrize("code", ["99", "", None])
def test_of_codes_that_are_not_known_nothing_is_said(code: str | None) -> None:
    assert establishment_type(code) is None
    assert establishment_status(code) is None


@pytest.mark.parametrize(
    ("codes", "ranges"),
    [
        pytest.param({"10", "11"}, [(6000, 6899)], id="independent"),
        pytest.param({"14", "38", "42", "43"}, [(1100, 1149)], id="alternative-provision"),
        pytest.param({"7", "8", "12", "33", "36", "44"}, [(5950, 5999), (7000, 7798)], id="special"),
        pytest.param({"18"}, [(8000, 8699)], id="further-education"),
        pytest.param({"1", "24", "29", "47", "99", None}, [], id="without-a-range-of-its-own"),
    ],
)
def test_some_types_are_given_numbers_of_their_own(codes: set[str | None], ranges: list[tuple[int, int]]) -> None:
    for code in codes:
        assert [(each.first, each.last) for each in number_ranges(code)] == ranges
