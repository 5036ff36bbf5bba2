"""The calendar of an academic year: terms, closures, school days."""

from __future__ import annotations

import pytest

from tests.builders import a_calendar, a_term, changed, day
from tests.records.refusing import contradiction


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        pytest.param(
            [a_term(starts="2026-10-23", ends="2026-09-02")],
            "term 1 ends on 2026-09-02, before it starts on 2026-10-23",
            id="backwards",
        ),
        pytest.param(
            [a_term(), a_term("2", "2026-10-23", "2026-12-18")],
            "term 2 starts before term 1 has ended",
            id="overlapping",
        ),
        pytest.param(
            [a_term(starts="2026-08-31")], "term 1 lies outside the academic year 2026-27", id="before-the-year"
        ),
        pytest.param([], "a year without terms has no school days: write its terms", id="none"),
        pytest.param(
            [a_term(), a_term("1", "2026-11-02", "2026-12-18")],
            "two terms have the number 1: give each its own",
            id="one-number-twice",
        ),
        pytest.param(
            [a_term(period="spring"), a_term("2", "2026-11-02", "2026-12-18")],
            "term 2 belongs to autumn, and term 1 before it to spring: the periods follow one another",
            id="periods-out-of-order",
        ),
        pytest.param([a_term(ends="2027-09-01")], "term 1 lies outside the academic year 2026-27", id="after-the-year"),
    ],
)
def test_terms_follow_one_another_in_the_year(terms: list[dict[str, str]], message: str) -> None:
    assert contradiction(a_calendar, terms=terms) == message


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        pytest.param("2026-08-31", "2026-09-02", id="begins-before"),
        pytest.param("2027-07-22", "2027-09-01", id="ends-after"),
        pytest.param("2027-09-01", None, id="a-day-after"),
        pytest.param("2025-12-25", "2025-12-26", id="of-another-year"),
    ],
)
def test_closures_lie_in_the_year(starts: str, ends: str | None) -> None:
    said = contradiction(a_calendar, closures=[changed({"kind": "inset"}, {"starts": starts, "ends": ends})])
    assert said == (
        f"the closure that starts on {starts} lies outside the academic year 2026-27: correct its days, or write them "
        "into the other year's calendar"
    )


def test_closures_may_reach_to_either_end_of_the_year() -> None:
    whole = {"kind": "closure", "starts": "2026-09-01", "ends": "2027-08-31"}
    assert a_calendar(closures=[whole, {**whole, "ends": None}]).closures[1].last_day == day("2026-09-01")


@pytest.mark.parametrize(
    ("calendar_id", "applies_to", "said"),
    [
        pytest.param(
            "2026-27-westmarch",
            None,
            "by its name it is not the council's (2026-27.yaml): say whose, applies_to",
            id="named-and-nobodys",
        ),
        pytest.param(
            "2026-27",
            {"school": "Westmarch Academy"},
            "2026-27.yaml is the council's own calendar: name somebody else's 2026-27-<name>.yaml, or take applies_to "
            "out",
            id="the-councils-and-somebody-elses",
        ),
        pytest.param(
            "2026-27-westmarch",
            {},
            "it applies to nobody: name the provider or the school, or take applies_to out",
            id="of-nobody",
        ),
    ],
)
def test_its_name_says_whose_it_is(calendar_id: str, applies_to: dict[str, str] | None, said: str) -> None:
    assert contradiction(a_calendar, calendar_id, applies_to=applies_to) == said


@pytest.mark.parametrize(
    ("on", "covered"),
    [("2026-08-31", False), ("2026-09-01", True), ("2027-08-31", True), ("2027-09-01", False)],
)
def test_it_covers_september_to_august(on: str, covered: bool) -> None:
    calendar = a_calendar("2026-27-westmarch", applies_to={"school": "Westmarch Academy"})
    assert (calendar.covers(day(on)), calendar.year) == (covered, "2026-27")


@pytest.mark.parametrize(("on", "closed"), [("2026-11-05", False), ("2026-11-06", True), ("2026-11-09", False)])
def test_a_closure_without_an_end_is_of_one_day(on: str, closed: bool) -> None:
    calendar = a_calendar(closures=[{"kind": "inset", "starts": "2026-11-06"}])
    assert calendar.closures[0].covers(day(on)) is closed
