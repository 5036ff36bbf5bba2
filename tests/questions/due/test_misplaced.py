"""Termly reports outside their placement or before their period, and those that are there twice (QF-50)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.due.misplaced import how_outside
from apqa.rules.keeping import unknown_reference
from apqa.rules.reports import (
    incomplete_termly_report,
    overdue_termly_report,
    report_before_its_period,
    report_outside_placement,
    report_recorded_twice,
)
from tests.builders import PLACEMENT, a_placement, a_provider, a_report, a_whole_year, situation
from tests.questions.due.drawing import calendars, placed
from tests.questions.due.test_reports import AUTUMN, SPRING, SUMMER, VOICE, YEAR, an_end, sent
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.calendar import Calendar
    from apqa.records.placement import Placement
    from apqa.records.termly_report import TermlyReport
    from apqa.rule import Rule

AT_PROVIDER = a_provider()


def said(rule: Rule, report: TermlyReport, *others: Record, on: str = "2027-08-31") -> list[str]:
    return [message for message, _ in found(rule, situation(on, report, *others), report)]


def report(term: str = AUTUMN, placement: str = PLACEMENT, **changes: Any) -> TermlyReport:
    return a_report(f"{term}/{placement}", **sent(**changes))


class TestOutsideThePlacement:
    """A report is about one placement in one reporting period."""

    @pytest.mark.parametrize(
        ("changes", "term", "how"),
        [
            pytest.param({}, AUTUMN, "", id="a day in it"),
            pytest.param(
                {"end": an_end("2026-12-18")},
                SPRING,
                "the placement ended before that, on 18 December 2026",
                id="ended before",
            ),
            pytest.param({"end": an_end("2027-01-04")}, SPRING, "", id="its first day"),
            pytest.param(
                {"starts": "2026-12-19"},
                AUTUMN,
                "the placement started after that, on 19 December 2026",
                id="started after",
            ),
            pytest.param({"starts": "2026-12-18"}, AUTUMN, "", id="its last day"),
            pytest.param(
                {"starts": "2026-10-24", "end": an_end("2026-11-01")},
                AUTUMN,
                "the placement has no school day in that",
                id="only in the half term",
            ),
        ],
    )
    def test_by_the_days_of_the_period(self, changes: dict[str, Any], term: str, how: str) -> None:
        placement = a_placement(**changes)
        assert how_outside(report(term), placement, situation("2027-08-31", YEAR, placement)) == how

    @pytest.mark.parametrize(
        ("changes", "how"),
        [
            pytest.param({}, "", id="a day in the year"),
            pytest.param(
                {"starts": "2025-09-08", "end": an_end("2026-08-31")},
                "the placement ended before that, on 31 August 2026",
                id="ended before",
            ),
            pytest.param(
                {"starts": "2027-09-01"}, "the placement started after that, on 1 September 2027", id="started after"
            ),
        ],
    )
    def test_without_a_calendar_by_the_year(self, changes: dict[str, Any], how: str) -> None:
        placement = a_placement(**changes)
        assert how_outside(report(), placement, situation("2027-12-01", placement)) == how

    def test_the_finding_says_where_the_placement_says_so(self) -> None:
        ended, begun = a_placement(end=an_end("2026-12-18")), a_placement(starts="2026-12-19")
        for placement, term, at in ((ended, SPRING, ("end", "on")), (begun, AUTUMN, ("starts",))):
            asked = report(term, on="2027-03-22")
            check = report_outside_placement.check
            assert check is not None
            (fault,) = check(asked, situation("2027-08-31", YEAR, placement, asked))
            assert fault.related == ((placement, at),)

    @pytest.mark.parametrize(
        ("on", "told"),
        [
            pytest.param("2026-09-02", False, id="the first day of the period"),
            pytest.param("2026-09-13", False, id="the day before the start"),
            pytest.param("2026-09-14", True, id="the first day of the placement"),
            pytest.param("2026-09-01", True, id="before the period, which is a fault of its own"),
        ],
    )
    def test_one_sent_before_the_placement_started(self, on: str, *, told: bool) -> None:
        said_of_it = said(report_outside_placement, report(on=on), a_placement(), YEAR)
        assert bool(said_of_it) is not told

    def test_a_draft_within_it_is_no_fault(self) -> None:
        assert said(report_outside_placement, a_report(), a_placement(), YEAR) == []

    def test_one_on_a_placement_there_is_none_of_is_an_unknown_reference_and_nothing_more(self) -> None:
        asked = report(placement="PL-00009")
        ((message, _),) = found(unknown_reference, situation("2027-08-31", asked, a_placement(), AT_PROVIDER, YEAR))
        assert "PL-00009" in message
        for rule in (report_outside_placement, report_recorded_twice, report_before_its_period):
            assert said(rule, asked, a_placement(), YEAR) == []

    @given(calendars(), placed(), st.sampled_from([AUTUMN, SPRING, SUMMER]))
    def test_a_report_that_is_asked_for_is_never_outside(self, year: Calendar, placement: Placement, term: str) -> None:
        from apqa.questions.due.reports import expected_reports

        asked = situation("2027-08-31", year, placement)
        outside = how_outside(report(term), placement, asked)
        assert bool(outside) is not any(True for _ in expected_reports(placement, asked, term))


class TestBeforeItsPeriod:
    """It cannot tell of a time that was still to come."""

    @pytest.mark.parametrize(
        ("on", "messages"),
        [
            pytest.param("2027-01-03", ["sent on 3 January 2027, before spring 2026-27 began on 4 January 2027"]),
            pytest.param("2027-01-04", []),
        ],
        ids=["the day before", "the first day"],
    )
    def test_by_the_calendar(self, on: str, messages: list[str]) -> None:
        assert said(report_before_its_period, report(SPRING, on=on), a_placement(), YEAR) == messages

    @pytest.mark.parametrize(
        ("on", "messages"),
        [
            pytest.param(
                "2026-08-31",
                ["sent on 31 August 2026, before the academic year 2026-27 began on 1 September 2026"],
            ),
            pytest.param("2026-09-01", []),
        ],
        ids=["the day before", "the first day"],
    )
    def test_without_one_by_the_year(self, on: str, messages: list[str]) -> None:
        assert said(report_before_its_period, report(SPRING, on=on), a_placement()) == messages

    def test_what_is_sent_later_is_not_sent_yet(self) -> None:
        assert said(report_before_its_period, report(SPRING, on="2027-01-03"), YEAR, on="2027-01-02") == []
        assert said(report_before_its_period, a_report(f"{SPRING}/{PLACEMENT}"), YEAR) == []


class TestThereTwice:
    """What is counted twice makes more reports than there are."""

    @pytest.mark.parametrize(
        ("changes", "is_twice"),
        [
            pytest.param({}, True, id="the same days"),
            pytest.param({"starts": "2026-11-02"}, True, id="days that overlap"),
            pytest.param({"provider": "elsewhere"}, False, id="another provider"),
            pytest.param({"commissioner": {"kind": "academy", "name": "Quill"}}, False, id="another commissioner"),
            pytest.param({"pupil": "P-00007"}, False, id="another pupil"),
        ],
    )
    def test_on_two_records_of_one_time(self, changes: dict[str, Any], *, is_twice: bool) -> None:
        second = a_placement(2, **{"pupil": "P-00001", "starts": "2026-09-14", **changes})
        first_report, second_report = report(), report(placement=second.id, sessions={"possible": "9", "attended": "9"})
        others = (a_placement(), second, first_report, YEAR)
        twice = "PL-00001 is the same pupil's time with the same provider, and has a report on 2026-27-autumn too"
        assert said(report_recorded_twice, second_report, *others) == ([twice] if is_twice else [])
        assert said(report_recorded_twice, first_report, a_placement(), second, second_report, YEAR) == []

    def test_a_second_time_after_the_first_is_another(self) -> None:
        first = a_placement(end=an_end("2026-10-23"))
        second = a_placement(2, pupil="P-00001", starts="2026-11-02")
        later = report(placement="PL-00002")
        assert said(report_recorded_twice, later, first, second, report(), YEAR) == []

    def test_a_second_record_of_it_without_a_report_is_no_matter_of_reports(self) -> None:
        second = a_placement(2, pupil="P-00001")
        assert said(report_recorded_twice, report(placement="PL-00002"), a_placement(), second, YEAR) == []

    REPEATS = "it repeats the report on autumn 2026-27 word for word and number for number"

    @pytest.mark.parametrize(
        ("changes", "messages"),
        [
            pytest.param({}, [REPEATS], id="but for its day"),
            pytest.param({"author_role": "tutor"}, [], id="by somebody else"),
            pytest.param({"pupil_voice": {**VOICE, "says": "I like it!"}}, [], id="one sign"),
            pytest.param({"sessions": {"possible": "50", "attended": "46"}}, [], id="one session"),
        ],
    )
    def test_one_that_repeats_an_earlier_one(self, changes: dict[str, Any], messages: list[str]) -> None:
        later = report(SPRING, on="2027-03-24", **changes)
        assert said(report_recorded_twice, later, a_placement(), report(), YEAR) == messages

    def test_the_earlier_one_is_not_at_fault(self) -> None:
        assert said(report_recorded_twice, report(), a_placement(), report(SPRING, on="2027-03-24"), YEAR) == []

    def test_two_that_tell_nothing_repeat_nothing(self) -> None:
        empty: dict[str, Any] = {"sessions": None, "objectives": None, "pupil_voice": None}
        later = report(SPRING, on="2027-03-24", **empty)
        assert said(report_recorded_twice, later, a_placement(), report(**empty), YEAR) == []


class TestOverdueAndIncomplete:
    """The rules say what the duty says."""

    def test_an_overdue_one_says_by_how_many_school_days(self) -> None:
        placement = a_placement()
        for on, ago in (
            ("2027-01-16", "0 school days"),
            ("2027-01-18", "1 school day"),
            ("2027-01-19", "2 school days"),
        ):
            assert found(overdue_termly_report, situation(on, placement, YEAR), placement) == [
                (f"Termly report, autumn 2026-27 (first): due on 15 January 2027, {ago} ago", ())
            ]

    def test_what_is_there_of_it_is_said(self) -> None:
        placement = a_placement()
        ((message, _),) = found(overdue_termly_report, situation("2027-01-18", placement, a_report(), YEAR), placement)
        assert message.endswith("1 school day ago; a draft is there, not sent")

    def test_how_late_is_left_out_where_it_cannot_be_counted(self) -> None:
        terms = [
            {"number": "1", "starts": "2026-09-02", "ends": "2026-12-18", "period": "autumn"},
            {"number": "2", "starts": "2027-01-04", "ends": "2027-07-21", "period": "summer"},
        ]
        gap, placement = a_whole_year(terms=terms), a_placement()
        asked = situation("2027-08-25", placement, gap)
        ((message, _),) = found(overdue_termly_report, asked, placement)
        assert message == (
            "Termly report, autumn 2026-27 (first): due on 15 January 2027; by how many school days cannot be told: "
            "the calendar of the council for 2026-27 has no term of the spring period"
        )

    @pytest.mark.parametrize("on", ["2026-11-03", "2027-01-15"])
    def test_one_that_is_not_overdue_is_no_fault(self, on: str) -> None:
        placement = a_placement()
        assert found(overdue_termly_report, situation(on, placement, YEAR), placement) == []

    @pytest.mark.parametrize(
        ("changes", "messages"),
        [
            pytest.param({}, [], id="going on"),
            pytest.param(
                {"end": an_end("2026-12-18")},
                ["sent on 17 December 2026; it lacks the destination, achievements"],
                id="ended",
            ),
        ],
    )
    def test_a_final_one_without_what_came_of_it_is_incomplete(
        self, changes: dict[str, Any], messages: list[str]
    ) -> None:
        assert said(incomplete_termly_report, report(), a_placement(**changes), YEAR) == messages

    def test_one_on_no_placement_is_held_to_what_every_report_has(self) -> None:
        assert said(incomplete_termly_report, a_report(**{**sent(), "pupil_voice": None})) == [
            "sent on 17 December 2026; it lacks the pupil's voice"
        ]

    def test_one_that_was_not_sent_by_the_day_is_not_incomplete(self) -> None:
        assert said(incomplete_termly_report, report(pupil_voice=None), on="2026-12-16") == []
        assert said(incomplete_termly_report, a_report()) == []
