"""School days, terms, reporting periods and due days, by the calendars of the records."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.guidance.bank_holidays import bank_holidays
from apqa.questions.calendars import council_days, main_school_days, own_calendar, provider_days
from apqa.questions.school_days import DayKind, NoCalendar, SchoolDays, Span, academic_year, next_year
from apqa.records.calendar import Calendar
from apqa.vocabulary.reporting import ReportingPeriod
from tests.builders import a_calendar, a_placement, a_term, a_whole_year, day, situation

if TYPE_CHECKING:
    from collections.abc import Sequence

A_DAY = timedelta(days=1)
CLOSED = {"kind": "inset", "starts": "2026-11-06"}
NO_CALENDAR = NoCalendar("2027-28", "the council")


def days(*calendars: Calendar) -> SchoolDays:
    return SchoolDays("the council", calendars)


@st.composite
def a_year(draw: st.DrawFn, first: int = 2026) -> Calendar:
    """Draw any calendar of a year the records would take: six terms or other numbers of them, closures anywhere."""
    begins = date(first, 9, 1)
    number = draw(st.integers(3, 8))
    marks = sorted(draw(st.lists(st.integers(0, 364), min_size=2 * number, max_size=2 * number, unique=True)))
    cuts = sorted(draw(st.lists(st.integers(1, number - 1), min_size=2, max_size=2, unique=True)))
    periods = [ReportingPeriod.AUTUMN, ReportingPeriod.SPRING, ReportingPeriod.SUMMER]
    terms = [
        {
            "number": str(each + 1),
            "starts": str(begins + marks[2 * each] * A_DAY),
            "ends": str(begins + marks[2 * each + 1] * A_DAY),
            "period": periods[sum(each >= cut for cut in cuts)].value,
        }
        for each in range(number)
    ]
    closures = [
        {"kind": kind, "starts": str(begins + start * A_DAY), "ends": str(begins + min(start + length, 364) * A_DAY)}
        for kind, start, length in draw(st.lists(_CLOSURES, max_size=6))
    ]
    year = academic_year(begins)
    return Calendar.model_validate({"id": year, "confirmed": "yes", "terms": terms, "closures": closures})


_CLOSURES = st.tuples(
    st.sampled_from(["half_term", "inset", "bank_holiday", "closure"]), st.integers(0, 364), st.integers(0, 20)
)
OFFSETS = st.integers(0, 364)


@given(a_year(), OFFSETS)
def test_every_day_belongs_to_one_term_at_most(calendar: Calendar, offset: int) -> None:
    on = calendar.first_day + offset * A_DAY
    holding = [term for term in calendar.terms if term.starts <= on <= term.ends]
    assert len(holding) <= 1
    assert days(calendar).term(on) == (holding[0] if holding else None)


@given(a_year())
def test_periods_never_overlap_and_hold_every_term(calendar: Calendar) -> None:
    spans = list(days(calendar).spans)
    assert [span.period for span in spans] == list(ReportingPeriod)
    assert all(earlier.ends < later.starts for earlier, later in pairwise(spans))
    assert [term for span in spans for term in span.terms] == list(calendar.terms)


@given(a_year(), a_year(2027), OFFSETS, st.integers(0, 40))
def test_a_due_day_is_a_school_day(calendar: Calendar, following: Calendar, offset: int, number: int) -> None:
    known = days(calendar, following)
    after = calendar.first_day + offset * A_DAY
    due = known.later(after, number)
    if isinstance(due, NoCalendar):
        assert due.year in {"2025-26", "2028-29"}
        return
    assert known.is_school_day(due) is True
    assert known.kind(due) is DayKind.SCHOOL_DAY
    if number:
        assert known.school_days(after + A_DAY, due) == number
    else:
        assert due <= after
        assert known.school_days(due + A_DAY, after) == 0


@given(a_year(), OFFSETS, st.integers(0, 80), st.integers(0, 80))
def test_school_days_of_two_stretches_add_up(calendar: Calendar, offset: int, first: int, second: int) -> None:
    known = days(calendar)
    begins = calendar.first_day + min(offset, 200) * A_DAY
    middle, end = begins + first * A_DAY, begins + (first + 1 + second) * A_DAY
    parts = known.school_days(begins, middle), known.school_days(middle + A_DAY, end)
    assert known.school_days(begins, end) == sum(part for part in parts if isinstance(part, int))


@given(a_year(), OFFSETS)
def test_a_day_is_one_thing_to_a_school(calendar: Calendar, offset: int) -> None:
    on = calendar.first_day + offset * A_DAY
    known = days(calendar)
    kind = known.kind(on)
    assert isinstance(kind, DayKind)
    is_weekday = on.weekday() < 5
    closed = any(closure.covers(on) for closure in calendar.closures)
    holiday = any(holiday.on == on for holiday in bank_holidays())
    open_ = known.term(on) is not None and is_weekday and not closed and not holiday
    assert (kind is DayKind.SCHOOL_DAY) is open_
    assert (kind is DayKind.WEEKEND) is not is_weekday


@pytest.mark.parametrize(
    ("on", "kind"),
    [
        pytest.param("2026-09-01", "holiday", id="before-the-first-term"),
        pytest.param("2026-09-02", "school_day", id="first-day-of-a-term"),
        pytest.param("2026-09-05", "weekend", id="saturday"),
        pytest.param("2026-10-23", "school_day", id="last-day-of-a-term"),
        pytest.param("2026-10-26", "half_term", id="between-terms-of-a-period"),
        pytest.param("2026-11-06", "inset", id="training-day"),
        pytest.param("2026-12-21", "holiday", id="between-periods"),
        pytest.param("2027-05-03", "bank_holiday", id="a-bank-holiday-the-calendar-does-not-list"),
        pytest.param("2027-08-31", "holiday", id="last-day-of-the-year"),
    ],
)
def test_what_a_day_is_to_a_school(on: str, kind: str) -> None:
    known = days(a_whole_year(closures=[CLOSED]))
    assert known.kind(day(on)) is DayKind(kind)
    assert known.is_school_day(day(on)) is (kind == "school_day")


def test_a_bank_holiday_is_one_whatever_else_is_recorded_for_the_day() -> None:
    closed = [
        {"kind": "closure", "starts": "2027-05-03"},
        {"kind": "bank_holiday", "starts": "2027-05-03", "name": "Early May bank holiday"},
    ]
    assert days(a_whole_year(closures=closed)).kind(day("2027-05-03")) is DayKind.BANK_HOLIDAY


class TestDueDays:
    """So many school days after the last day of a period."""

    known = days(a_whole_year(), a_whole_year("2027-28"))

    @pytest.mark.parametrize(
        ("after", "number", "due"),
        [
            pytest.param("2026-12-18", 10, "2027-01-15", id="over-christmas"),
            pytest.param("2026-12-18", 1, "2027-01-04", id="the-first-day-back"),
            pytest.param("2026-12-18", 0, "2026-12-18", id="the-last-day-of-the-period"),
            pytest.param("2026-12-20", 0, "2026-12-18", id="none-from-a-sunday-on"),
            pytest.param("2027-07-21", 10, "2027-09-15", id="into-the-next-year"),
            pytest.param("2027-04-30", 1, "2027-05-04", id="past-a-bank-holiday"),
        ],
    )
    def test_are_counted_from_the_day_after(self, after: str, number: int, due: str) -> None:
        assert self.known.later(day(after), number) == day(due)

    def test_how_late_something_is_counts_the_days_since(self) -> None:
        assert self.known.days_late(day("2027-01-15"), day("2027-01-15")) == 0
        assert self.known.days_late(day("2027-01-15"), day("2027-01-19")) == 2


class TestWithoutACalendar:
    """Nothing is guessed of a year no calendar is recorded for."""

    known = days(a_whole_year())

    def test_every_question_says_which_year_is_missing(self) -> None:
        on = day("2027-09-08")
        assert self.known.calendar(on) == NO_CALENDAR
        assert self.known.term(on) == NO_CALENDAR
        assert self.known.kind(on) == NO_CALENDAR
        assert self.known.is_school_day(on) == NO_CALENDAR
        assert self.known.school_days(day("2027-07-01"), on) == NO_CALENDAR
        assert self.known.later(day("2027-07-21"), 10) == NO_CALENDAR
        assert self.known.span("2027-28", ReportingPeriod.AUTUMN) == NO_CALENDAR
        assert NO_CALENDAR.says == "no calendar of the council is recorded for 2027-28"

    def test_an_unfinished_calendar_knows_the_days_between_its_terms_only(self) -> None:
        autumn = days(a_calendar())
        lacking = NoCalendar("2026-27", "the council", "no term of the spring and summer period")
        assert autumn.kind(day("2026-10-26")) is DayKind.HALF_TERM
        assert autumn.kind(day("2026-12-19")) == lacking
        assert autumn.later(day("2026-12-18"), 10) == lacking
        assert lacking.says == "the calendar of the council for 2026-27 has no term of the spring and summer period"

    def test_an_unfinished_calendar_has_the_periods_of_its_terms(self) -> None:
        autumn = days(a_calendar())
        assert [span.key for span in autumn.spans] == ["2026-27-autumn"]
        assert autumn.span("2026-27", ReportingPeriod.SPRING) == NoCalendar(
            "2026-27", "the council", "no term of the spring period"
        )


def test_a_period_lasts_from_its_first_term_to_its_last() -> None:
    found = days(a_whole_year()).span("2026-27", ReportingPeriod.SPRING)
    assert isinstance(found, Span)
    assert (found.starts, found.ends, found.key, found.title) == (
        day("2027-01-04"),
        day("2027-03-25"),
        "2026-27-spring",
        "spring 2026-27",
    )
    assert [found.covers(day(on)) for on in ("2027-01-03", "2027-02-15", "2027-03-26")] == [False, True, False]


@pytest.mark.parametrize(
    ("on", "year", "after"),
    [
        ("2026-08-31", "2025-26", "2026-27"),
        ("2026-09-01", "2026-27", "2027-28"),
        ("2099-12-01", "2099-00", "2100-01"),
    ],
)
def test_an_academic_year_begins_in_september(on: str, year: str, after: str) -> None:
    assert (academic_year(day(on)), next_year(year)) == (year, after)


class TestWhose:
    """A school's or provider's own calendar where it is recorded, the council's for other years."""

    own = a_whole_year(
        "2026-27-own", applies_to={"provider": "north-star"}, terms=[a_term("1", "2026-09-07", "2026-12-18")]
    )
    academy = a_whole_year("2026-27-academy", applies_to={"school": "Westmarch Academy"})
    council = (a_whole_year(), a_whole_year("2025-26"))

    def _ids(self, known: SchoolDays) -> Sequence[str]:
        return [each.id for each in known.calendars]

    def test_a_provider_goes_by_its_own(self) -> None:
        asked = situation("2026-11-03", *self.council, self.own, self.academy)
        assert self._ids(provider_days("north-star", asked)) == ["2026-27-own", "2025-26"]
        assert provider_days("north-star", asked).whose == "north-star"
        assert self._ids(provider_days("south-star", asked)) == ["2025-26", "2026-27"]
        assert provider_days("south-star", asked).whose == "the council"

    def test_of_two_of_one_year_the_first_by_name_counts(self) -> None:
        own = [a_whole_year(f"2026-27-{name}", applies_to={"provider": "north-star"}) for name in ("b", "a")]
        assert self._ids(provider_days("north-star", situation("2026-11-03", *own))) == ["2026-27-a"]

    def test_whose_is_missing_is_said_of_the_year(self) -> None:
        own = a_whole_year("2026-27-own", applies_to={"provider": "north-star"})
        short = a_calendar("2027-28", terms=[a_term("1", "2027-09-02", "2027-10-22")])
        days = provider_days("north-star", situation("2026-11-03", own, short))
        told = [days.span(year, ReportingPeriod.SUMMER) for year in ("2027-28", "2028-29")]
        assert [each.says for each in told if isinstance(each, NoCalendar)] == [
            "the calendar of the council for 2027-28 has no term of the summer period",
            "no calendar of north-star or the council is recorded for 2028-29",
        ]

    def test_the_council_goes_by_its_own_only(self) -> None:
        asked = situation("2026-11-03", *self.council, self.own, self.academy)
        assert self._ids(council_days(asked)) == ["2025-26", "2026-27"]

    def test_a_pupil_goes_by_the_main_schools(self) -> None:
        rolls: list[dict[str, Any]] = [{"school": "Westmarch Academy", "main": "yes", "starts": "2020-09-01"}]
        asked = situation("2026-11-03", *self.council, self.own, self.academy)
        known = main_school_days(a_placement(registered_at=rolls), asked)
        assert self._ids(known) == ["2026-27-academy", "2025-26"]
        assert self._ids(main_school_days(a_placement(registered_at=[]), asked)) == ["2025-26", "2026-27"]

    def test_an_own_calendar_counts_in_its_own_year_only(self) -> None:
        asked = situation("2026-11-03", *self.council, self.own)
        assert own_calendar("north-star", day("2026-11-03"), asked) is not None
        assert own_calendar("north-star", day("2026-03-03"), asked) is None
        assert own_calendar("south-star", day("2026-11-03"), asked) is None
