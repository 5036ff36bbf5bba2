"""Which termly reports are due, and how each stands (QF-07, QF-50)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apqa.questions.calendars import provider_days
from apqa.questions.due.reports import expected_reports, missing_from, provider_reports, report_duties
from apqa.questions.due.without_calendar import unknown_years
from apqa.questions.school_days import NoCalendar
from apqa.vocabulary.due import DutyState
from tests.builders import (
    PLACEMENT,
    PROVIDER,
    Data,
    a_calendar,
    a_placement,
    a_provider,
    a_report,
    a_term,
    a_whole_year,
    an_authority,
    situation,
)
from tests.questions.due.drawing import calendars, days_between, placed

if TYPE_CHECKING:
    from apqa.questions.due.duty import Duty
    from apqa.records.base import Record
    from apqa.records.calendar import Calendar
    from apqa.records.placement import Placement

YEAR = a_whole_year()
AUTUMN, SPRING, SUMMER = "2026-27-autumn", "2026-27-spring", "2026-27-summer"
VOICE: Data = {"on": "2026-12-10", "method": "interview", "says": "I like it."}
COMPLETE: Data = {
    "sessions": {"possible": "50", "attended": "45"},
    "objectives": [{"objective": "attend every session", "progress": "on_track"}],
    "pupil_voice": VOICE,
}


def an_end(on: str) -> Data:
    return {"on": on, "reason": "moved_on"}


def sent(on: str = "2026-12-17", status: str = "submitted", **changes: Any) -> Data:
    heard = {**VOICE, "on": min(on, VOICE["on"])}
    return {**COMPLETE, "pupil_voice": heard, "status": status, "submitted_on": on, **changes}


def expected(*records: Record, on: str = "2027-08-31", **changes: Any) -> list[tuple[str, str, str]]:
    """Answer the period, the day and the sort of each report that is asked for."""
    asked = expected_reports(a_placement(**changes), situation(on, *records))
    return [
        (each.span.key, str(each.due), "final" if each.is_final else "first" if each.is_first else "") for each in asked
    ]


def the_duty(on: str, *records: Record, term: str = "", **changes: Any) -> Duty:
    """Answer how the only report stands on a day, of a placement from 14 September 2026 unless said otherwise."""
    (found,) = report_duties(situation(on, YEAR, a_placement(**changes), *records), term)
    return found


class TestWhichAreExpected:
    """One for each reporting period the placement had a school day in."""

    def test_three_a_year_each_ten_school_days_after_its_period(self) -> None:
        assert expected(YEAR, a_whole_year("2027-28"), starts="2026-09-02") == [
            (AUTUMN, "2027-01-15", ""),
            (SPRING, "2027-04-23", ""),
            (SUMMER, "2027-09-15", ""),
        ]

    def test_the_last_of_a_year_is_due_in_the_next(self) -> None:
        following = a_whole_year("2027-28")
        assert expected(YEAR, following, starts="2027-07-01") == [(SUMMER, "2027-09-15", "first")]

    @pytest.mark.parametrize(
        ("starts", "first"),
        [
            pytest.param("2026-09-02", "", id="the first school day"),
            pytest.param("2026-09-03", "first", id="the day after"),
            pytest.param("2026-12-18", "first", id="the last day of the period"),
            pytest.param("2026-12-19", None, id="in the holidays after it"),
        ],
    )
    def test_a_short_first_one_of_whoever_came_late(self, starts: str, first: str | None) -> None:
        found = expected(YEAR, on="2026-12-31", starts=starts)
        assert found == ([] if first is None else [(AUTUMN, "2027-01-15", first)])

    def test_whoever_comes_on_the_first_day_after_a_training_day_missed_nothing(self) -> None:
        closed = a_whole_year(closures=[{"starts": "2026-09-02", "kind": "inset"}])
        assert expected(closed, on="2026-10-01", starts="2026-09-03") == [(AUTUMN, "2027-01-15", "")]

    @pytest.mark.parametrize(
        ("ends", "periods"),
        [
            pytest.param("2026-12-18", [(AUTUMN, "final")], id="on the last day of a period"),
            pytest.param("2027-01-03", [(AUTUMN, "final")], id="in the holidays after it"),
            pytest.param("2027-01-04", [(AUTUMN, "first"), (SPRING, "final")], id="on the first day of the next"),
            pytest.param(
                "2027-08-15", [(AUTUMN, "first"), (SPRING, ""), (SUMMER, "final")], id="in the summer holidays"
            ),
            pytest.param(
                "2027-09-01", [(AUTUMN, "first"), (SPRING, ""), (SUMMER, "")], id="in a year nobody has recorded"
            ),
        ],
    )
    def test_the_last_one_is_the_final_one(self, ends: str, periods: list[tuple[str, str]]) -> None:
        found = expected(YEAR, on="2027-09-05", starts="2026-09-14", end=an_end(ends))
        assert [(key, sort) for key, _, sort in found] == periods

    def test_none_of_a_period_that_has_not_begun_unless_it_is_asked_about(self) -> None:
        assert [key for key, _, _ in expected(YEAR, on="2027-01-03")] == [AUTUMN]
        asked = expected_reports(a_placement(), situation("2027-01-03", YEAR), SPRING)
        assert [each.id for each in asked] == [f"{SPRING}/{PLACEMENT}"]

    @pytest.mark.parametrize(("on", "asked"), [("2026-11-03", True), ("2026-11-04", False)])
    def test_none_of_a_provider_from_the_day_it_was_exempted(self, on: str, *, asked: bool) -> None:
        exempt = {"reason": "one pupil for six weeks", "on": "2026-11-04", "by": "head of inclusion"}
        assert bool(expected(YEAR, a_provider(reports_not_asked=exempt), on=on)) is asked

    def test_by_the_calendar_of_the_provider_where_it_has_its_own(self) -> None:
        own = a_whole_year(
            "2026-27-north-star",
            applies_to={"provider": PROVIDER},
            closures=[{"starts": "2027-01-04", "ends": "2027-01-08", "kind": "closure"}],
        )
        assert expected(YEAR, own, on="2026-12-01") == [(AUTUMN, "2027-01-22", "first")]

    def test_a_final_one_is_due_sooner_where_the_council_says_so(self) -> None:
        council = an_authority(final_report_due_school_days={"days": "5", "reason": "while it is fresh"})
        found = expected(YEAR, council, on="2026-11-20", end=an_end("2026-11-13"))
        assert found == [(AUTUMN, "2026-11-20", "final")]

    def test_of_a_provider_in_the_order_of_its_placements(self) -> None:
        asked = situation("2026-11-20", YEAR, a_placement(2), a_placement(1), a_placement(3, provider="elsewhere"))
        assert [each.placement.id for each in provider_reports(PROVIDER, asked, AUTUMN)] == ["PL-00001", "PL-00002"]

    def test_its_title_says_what_sort_it_is(self) -> None:
        going, final = a_placement(starts="2026-09-02"), a_placement(2, end=an_end("2026-11-13"))
        duties = report_duties(situation("2026-12-01", YEAR, going, final, a_placement(3)))
        assert [each.title.removeprefix("Termly report, autumn 2026-27") for each in duties] == [
            "",
            " (final)",
            " (first)",
        ]


class TestHowItStands:
    """Not yet due, due, overdue, and once sent what became of it."""

    @pytest.mark.parametrize(
        ("on", "state", "late"),
        [
            pytest.param("2026-12-18", "not_yet_due", None, id="the last day of the period"),
            pytest.param("2026-12-19", "due", None, id="the day after"),
            pytest.param("2027-01-15", "due", None, id="the day it is due"),
            pytest.param("2027-01-16", "overdue", 0, id="the Saturday after"),
            pytest.param("2027-01-18", "overdue", 1, id="the Monday after"),
            pytest.param("2027-02-22", "overdue", 21, id="after the half term"),
        ],
    )
    def test_while_nothing_is_sent(self, on: str, state: str, late: int | None) -> None:
        found = the_duty(on, term=AUTUMN)
        assert (found.state, found.school_days_late, str(found.due)) == (state, late, "2027-01-15")

    def test_a_final_one_is_due_from_the_end_of_the_placement(self) -> None:
        states = [the_duty(on, end=an_end("2026-11-13")).state for on in ("2026-11-13", "2026-11-14")]
        assert states == [DutyState.NOT_YET_DUE, DutyState.DUE]

    @pytest.mark.parametrize(
        ("report", "on", "state", "says"),
        [
            pytest.param(sent(), "2026-12-20", "received", "sent on 17 December 2026", id="sent"),
            pytest.param(sent(), "2026-12-16", "not_yet_due", "", id="asked about a day before"),
            pytest.param({"status": "draft"}, "2027-01-18", "overdue", "a draft is there, not sent", id="a draft"),
            pytest.param(
                sent("2026-09-01"),
                "2027-01-18",
                "overdue",
                "one was sent on 1 September 2026, before the period began, and does not count",
                id="sent before the period",
            ),
            pytest.param(
                sent("2026-09-02"),
                "2027-01-18",
                "received",
                "sent on 2 September 2026",
                id="its first day",
            ),
            pytest.param(
                sent(
                    "2026-09-01",
                    status="accepted",
                    review={"by": "SENDCo", "on": "2026-09-03", "judgement": "good"},
                ),
                "2027-01-18",
                "accepted",
                "sent on 1 September 2026, accepted on 3 September 2026",
                id="sent before the period and accepted all the same",
            ),
            pytest.param(
                sent(
                    "2026-09-01",
                    status="accepted",
                    review={"by": "SENDCo", "on": "2027-01-19", "judgement": "good"},
                ),
                "2027-01-18",
                "overdue",
                "one was sent on 1 September 2026, before the period began, and does not count",
                id="sent before the period and accepted tomorrow",
            ),
            pytest.param(
                sent("2026-09-01", status="returned"),
                "2027-01-18",
                "returned",
                "sent on 1 September 2026, returned",
                id="sent before the period and returned",
            ),
            pytest.param(
                sent(pupil_voice=None),
                "2026-12-20",
                "incomplete",
                "sent on 17 December 2026; it lacks the pupil's voice",
                id="not heard",
            ),
            pytest.param(
                sent(status="accepted", review={"by": "SENDCo", "on": "2027-01-06", "judgement": "good"}),
                "2027-01-06",
                "accepted",
                "sent on 17 December 2026, accepted on 6 January 2027",
                id="accepted",
            ),
            pytest.param(
                sent(status="accepted", review={"by": "SENDCo", "on": "2027-01-06", "judgement": "good"}),
                "2027-01-05",
                "received",
                "sent on 17 December 2026",
                id="the day before it was accepted",
            ),
            pytest.param(
                sent(status="returned", review={"by": "SENDCo", "on": "2027-01-06", "judgement": "concern"}),
                "2027-01-20",
                "returned",
                "sent on 17 December 2026, returned on 6 January 2027",
                id="returned",
            ),
            pytest.param(
                sent(status="returned", review={"by": "SENDCo", "on": "2027-01-06", "judgement": "concern"}),
                "2027-01-05",
                "received",
                "sent on 17 December 2026",
                id="the day before it was returned",
            ),
            pytest.param(
                sent(status="returned"),
                "2026-12-20",
                "returned",
                "sent on 17 December 2026, returned",
                id="returned, and nobody wrote when",
            ),
        ],
    )
    def test_once_something_is_there(self, report: Data, on: str, state: str, says: str) -> None:
        found = the_duty(on, a_report(**report), term=AUTUMN)
        assert (found.state, found.says) == (state, says)

    def test_who_wrote_it_is_asked_else_who_is_named(self) -> None:
        named = {"named_persons": [{"side": "provider", "role": "key worker"}]}
        wrote = a_report(**sent(author_role="tutor"))
        assert the_duty("2026-12-20", wrote, term=AUTUMN, **named).ask == "tutor"
        assert the_duty("2026-12-20", term=AUTUMN, **named).ask == "key worker"
        contact = a_provider(contacts=[{"role": "head of provision"}])
        assert the_duty("2026-12-20", contact, term=AUTUMN).ask == "head of provision"
        assert the_duty("2026-12-20", term=AUTUMN).ask == "the provider"

    def test_a_report_of_another_placement_or_period_is_not_this_one(self) -> None:
        others = (a_report(f"{AUTUMN}/PL-00009", **sent()), a_report(f"{SPRING}/{PLACEMENT}", **sent("2026-12-17")))
        assert the_duty("2027-01-18", *others, term=AUTUMN).state is DutyState.OVERDUE


class TestWhatIsMissing:
    """Attendance, an objective and the pupil's voice; of a final one the destination and achievements as well."""

    @pytest.mark.parametrize(
        ("part", "name"),
        [
            ("sessions", "attendance in sessions"),
            ("objectives", "progress on at least one objective"),
            ("pupil_voice", "the pupil's voice"),
        ],
    )
    def test_of_any_report(self, part: str, name: str) -> None:
        assert missing_from(a_report(**{**COMPLETE, part: None}), None) == (name,)

    ONWARD: ClassVar[Data] = {"to": "fe_college", "on": "2026-11-20"}

    @pytest.mark.parametrize(
        ("report", "placement", "missing"),
        [
            pytest.param({}, {}, ("the destination", "achievements"), id="nothing said"),
            pytest.param({"destination": ONWARD, "achievements": []}, {}, (), id="the report says both"),
            pytest.param({}, {"destination": ONWARD, "achievements": []}, (), id="the placement says both"),
            pytest.param(
                {"destination": ONWARD, "qualifications": [{"title": "Award", "achieved": "yes"}]},
                {},
                (),
                id="a qualification achieved",
            ),
            pytest.param(
                {"destination": ONWARD, "qualifications": [{"title": "Award", "achieved": "no"}]},
                {},
                ("achievements",),
                id="one not achieved",
            ),
        ],
    )
    def test_of_a_final_one(self, report: Data, placement: Data, missing: tuple[str, ...]) -> None:
        ended = a_placement(end=an_end("2026-11-13"), **placement)
        (asked,) = expected_reports(ended, situation("2026-12-01", YEAR))
        assert missing_from(a_report(**COMPLETE, **report), asked) == missing

    def test_one_that_is_not_the_last_need_say_neither(self) -> None:
        (asked,) = expected_reports(a_placement(), situation("2026-12-01", YEAR))
        assert missing_from(a_report(**COMPLETE), asked) == ()


class TestWithoutACalendar:
    """Nothing is guessed, and nothing is silent."""

    def told(self, on: str, *records: Record, **changes: Any) -> list[tuple[str, DutyState, str]]:
        duties = report_duties(situation(on, a_placement(**changes), *records))
        return [(each.key.rpartition("/")[0], each.state, each.says) for each in duties if each.due is None]

    MISSING = "which reports are due cannot be told: no calendar of the council is recorded for 2026-27"

    @pytest.mark.parametrize(
        "changes", [pytest.param({}, id="live"), pytest.param({"end": an_end("2026-10-02")}, id="ended in the year")]
    )
    def test_of_a_placement_of_this_year_it_cannot_be_told(self, changes: Data) -> None:
        assert self.told("2026-11-03", **changes) == [("termly_report/2026-27", DutyState.CANNOT_TELL, self.MISSING)]

    @pytest.mark.parametrize(
        ("on", "changes"),
        [
            pytest.param("2026-09-13", {}, id="not begun"),
            pytest.param("2027-09-20", {"end": an_end("2026-10-02")}, id="ended the year before"),
        ],
    )
    def test_of_one_without_a_day_in_this_year_nothing_is_said(self, on: str, changes: Data) -> None:
        assert self.told(on, **changes) == []

    def test_of_a_provider_that_is_exempted_nothing_is_asked(self) -> None:
        exempt = {"reason": "one pupil for six weeks", "on": "2026-09-01", "by": "head of inclusion"}
        assert self.told("2026-11-03", a_provider(reports_not_asked=exempt)) == []

    @pytest.mark.parametrize(
        ("on", "state"), [("2027-07-21", DutyState.NOT_YET_DUE), ("2027-07-22", DutyState.CANNOT_TELL)]
    )
    def test_by_when_the_last_of_a_year_is_due_the_next_calendar_says(self, on: str, state: DutyState) -> None:
        says = "by when it is due cannot be told: no calendar of the council is recorded for 2027-28"
        assert ("termly_report/2026-27-summer", state, says) in self.told(on, YEAR)

    def test_a_draft_of_it_is_said_too(self) -> None:
        draft = a_report(f"{SUMMER}/{PLACEMENT}")
        assert self.told("2027-07-22", YEAR, draft)[0][2].startswith("a draft is there, not sent; by when")

    @pytest.mark.parametrize(
        ("on", "starts", "said"),
        [
            pytest.param("2027-04-20", "2026-09-14", True, id="a day in the summer, of one that was there"),
            pytest.param("2027-04-11", "2026-09-14", True, id="a day outside every term"),
            pytest.param("2027-04-20", "2027-04-12", False, id="of one that came afterwards"),
            pytest.param("2026-11-03", "2026-09-14", False, id="before it matters"),
            pytest.param("2026-09-01", "2026-08-20", False, id="before the first term"),
        ],
    )
    def test_a_calendar_without_the_spring_is_said_to_lack_it(self, on: str, starts: str, *, said: bool) -> None:
        terms = [each.model_dump(mode="json") for each in YEAR.terms if each.period != "spring"]
        gap = a_calendar(terms=[{key: str(value) for key, value in term.items()} for term in terms])
        lacks = "the calendar of the council for 2026-27 has no term of the spring period"
        found = [says for key, _, says in self.told(on, gap, starts=starts) if key == "termly_report/2026-27"]
        assert found == ([f"which reports are due cannot be told: {lacks}"] if said else [])

    def test_years_before_the_first_calendar_are_counted(self) -> None:
        long_there, ended = (
            a_placement(starts="2024-10-01"),
            a_placement(2, starts="2025-01-10", end=an_end("2025-03-01")),
        )
        assert unknown_years(situation("2026-11-03", YEAR, long_there, ended)) == {"2024-25": 2, "2025-26": 1}
        known = (YEAR, a_whole_year("2025-26"))
        assert unknown_years(situation("2026-11-03", *known, long_there)) == {"2024-25": 1}
        assert unknown_years(situation("2026-11-03", YEAR, a_placement())) == {}


class TestForAnyCalendarAndPlacement:
    """What holds whatever the calendar and the placement."""

    FOLLOWING = a_whole_year("2027-28")
    OWN: ClassVar[Data] = {"provider": PROVIDER}

    @given(calendars(), st.none() | calendars(applies_to=OWN), placed(), st.integers(0, 30))
    def test_the_day_is_a_school_day_of_the_days_that_apply(
        self, council: Calendar, own: Calendar | None, placement: Placement, days: int
    ) -> None:
        policy = an_authority(report_due_school_days={"days": str(days), "reason": "any"})
        records = [each for each in (council, own, self.FOLLOWING) if each]
        asked = situation("2027-08-31", policy, placement, *records)
        for each in expected_reports(placement, asked):
            assert isinstance(each.due, date)
            assert provider_days(placement.provider, asked).is_school_day(each.due) is True

    @given(calendars(), placed())
    def test_there_is_one_for_exactly_the_periods_with_a_school_day_of_it(
        self, year: Calendar, placement: Placement
    ) -> None:
        asked = situation("2027-08-31", year, placement)
        days = provider_days(placement.provider, asked)
        lived = [
            day
            for number in range(365)
            if placement.is_live(day := date(2026, 9, 1) + timedelta(days=number)) and days.is_school_day(day) is True
        ]
        spans = [span.key for span in days.spans if any(span.covers(day) for day in lived)]
        found = [each.span.key for each in expected_reports(placement, asked)]
        assert found == spans

    @given(calendars(), placed())
    def test_at_most_one_is_the_first_and_at_most_the_last_is_final(self, year: Calendar, placement: Placement) -> None:
        found = list(expected_reports(placement, situation("2027-08-31", year, self.FOLLOWING, placement)))
        assert not any(each.is_first for each in found[1:])
        assert not any(each.is_final for each in found[:-1])
        ended = placement.last_day is not None and placement.last_day <= date(2027, 8, 31)
        assert not found or found[-1].is_final is ended

    @given(calendars(), placed(), days_between("2026-09-01", "2028-05-01"), st.integers(1, 40))
    def test_while_nothing_is_sent_it_only_grows_more_urgent(
        self, year: Calendar, placement: Placement, on: date, later: int
    ) -> None:
        now = {each.key: each for each in report_duties(situation(on, year, self.FOLLOWING, placement))}
        then = situation(on + timedelta(days=later), year, self.FOLLOWING, placement)
        after = {each.key: each for each in report_duties(then)}
        order = [DutyState.NOT_YET_DUE, DutyState.DUE, DutyState.OVERDUE]
        assert now.keys() <= after.keys()
        for key, duty in now.items():
            assert order.index(duty.state) <= order.index(after[key].state)
            assert after[key].due == duty.due
            assert (duty.school_days_late or 0) <= (after[key].school_days_late or 0)

    @given(calendars(), st.lists(st.integers(1, 9).flatmap(placed), max_size=5, unique_by=lambda each: each.id))
    def test_no_two_are_called_the_same(self, year: Calendar, placements: list[Placement]) -> None:
        keys = [each.key for each in report_duties(situation("2027-08-31", year, *placements))]
        assert len(keys) == len(set(keys))


def test_a_late_report_of_which_the_school_days_are_not_known_is_late_all_the_same() -> None:
    terms = [a_term("1", "2026-09-02", "2026-10-23"), a_term("2", "2026-11-02", "2027-02-12")]
    own = a_calendar("2026-27", terms=[*terms, a_term("3", "2027-04-12", "2027-07-21", period="summer")])
    (found, *_) = report_duties(situation("2027-08-25", own, a_placement()))
    assert isinstance(provider_days(PROVIDER, situation("2027-08-25", own)).calendar(date(2027, 8, 25)), NoCalendar)
    assert (found.state, found.school_days_late) == (DutyState.OVERDUE, None)
