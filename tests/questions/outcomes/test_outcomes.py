"""What came of a year: sums of sessions, objectives and placements, never averages of percentages."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from apqa.questions.outcomes.notes import notes, notes_for_publishing
from apqa.questions.outcomes.of_year import Year, year_named, year_of
from apqa.questions.outcomes.outcomes import outcomes, shares
from apqa.questions.outcomes.shown import everything, publishable
from apqa.questions.outcomes.tree import (
    ATTENDANCE,
    BASELINES,
    CLOSED,
    DESTINATIONS,
    OBJECTIVES,
    OWN_WORDS,
    PLACEMENTS,
    QUALIFICATIONS,
    REPORTS,
    SHARES,
    VOICE,
)
from apqa.questions.situation import Situation
from apqa.records.calendar import Calendar
from apqa.records.collection import Records
from tests.builders import PLACEMENT, a_placement, a_provider, a_report, day

if TYPE_CHECKING:
    from apqa.questions.outcomes.tree import Kind
    from apqa.records.base import Record

ON = "2026-11-23"
AUTUMN, SPRING, SUMMER = (f"2025-26-{period}/{PLACEMENT}" for period in ("autumn", "spring", "summer"))


def placed(number: int = 1, **changes: Any) -> Record:
    return a_placement(number, **{"starts": "2025-09-08", **changes})


def ended(on: str = "2026-03-27", to: dict[str, Any] | None = None, **changes: Any) -> Record:
    return placed(end={"on": on, "reason": "as_planned"}, destination=to, **changes)


def sent(report_id: str = AUTUMN, **changes: Any) -> Record:
    return a_report(report_id, **{"status": "submitted", "submitted_on": "2026-01-12", **changes})


def summed(kind: Kind, *records: Record, on: str = ON, year: str = "2025-26") -> dict[str, int]:
    """Answer what a table counts in total, without what is nought."""
    found = outcomes(Situation(Records.of(*records), day(on)), Year(year, day(on)))
    return {key: count.number for key, count in found.table(kind).total.items() if count.number}


def test_attendance_is_summed_in_sessions_and_the_rate_worked_out_from_the_sums() -> None:
    few = sent(AUTUMN, sessions={"possible": "10", "attended": "1"})
    many = sent(SPRING, submitted_on="2026-04-13", sessions={"possible": "90", "attended": "89", "late": "4"})
    found = summed(ATTENDANCE, placed(), few, many)
    assert found["possible"] == 100
    assert found["attended"] == 90
    assert shares(ATTENDANCE, dict(found)) == {"attended": Decimal("90.0")}


def test_what_a_report_does_not_say_of_sessions_is_not_guessed() -> None:
    sessions = {"possible": "60", "attended": "50", "authorised_absence": "4", "unknown": "1"}
    assert summed(ATTENDANCE, placed(), sent(sessions=sessions)) == {
        "possible": 60,
        "attended": 50,
        "lateness_not_recorded": 50,
        "authorised": 4,
        "unknown": 1,
        "not_accounted_for": 5,
    }


def test_sessions_the_provider_could_not_offer_are_summed_by_themselves() -> None:
    sessions = {"possible": "60", "attended": "60", "late": "0", "provider_closed": "4"}
    assert summed(CLOSED, placed(), sent(sessions=sessions)) == {"closed": 4}
    assert summed(ATTENDANCE, placed(), sent(sessions=sessions)) == {"possible": 60, "attended": 60, "on_time": 60}


@pytest.mark.parametrize(
    ("report", "counted"),
    [
        pytest.param(a_report(AUTUMN), {}, id="a draft"),
        pytest.param(sent(submitted_on="2026-11-24"), {}, id="sent after the day"),
        pytest.param(sent(f"2024-25-autumn/{PLACEMENT}"), {}, id="of another year"),
        pytest.param(
            sent(), {"sent": 1, "counted": 1, "incomplete": 1, "without_attendance": 1}, id="without attendance"
        ),
        pytest.param(
            sent(sessions={"possible": "4", "attended": "4"}),
            {"sent": 1, "counted": 1, "incomplete": 1, "with_attendance": 1},
            id="incomplete, with attendance",
        ),
        pytest.param(
            sent(
                sessions={"possible": "4", "attended": "4"},
                objectives=[{"objective": "arrive on time", "progress": "met"}],
                pupil_voice={"on": "2025-12-12", "method": "form"},
            ),
            {"sent": 1, "counted": 1, "complete": 1},
            id="complete",
        ),
        pytest.param(sent(status="returned"), {"sent": 1, "returned": 1}, id="returned, nobody says when"),
        pytest.param(
            sent(status="returned", review={"by": "SENDCo", "on": "2026-11-23", "judgement": "concern"}),
            {"sent": 1, "returned": 1},
            id="returned on the day",
        ),
        pytest.param(
            sent(status="returned", review={"by": "SENDCo", "on": "2026-11-24", "judgement": "concern"}),
            {"sent": 1, "counted": 1, "incomplete": 1, "without_attendance": 1},
            id="returned after the day",
        ),
    ],
)
def test_which_reports_count(report: Record, counted: dict[str, int]) -> None:
    assert summed(REPORTS, placed(), report) == counted


def test_a_report_that_is_there_twice_counts_once() -> None:
    sessions = {"possible": "60", "attended": "50"}
    first = sent(AUTUMN, sessions=sessions)
    again = sent(SPRING, submitted_on="2026-04-13", sessions=sessions)
    assert summed(ATTENDANCE, placed(), first, again)["possible"] == 60
    assert summed(REPORTS, placed(), first, again)["repeated"] == 1
    assert "there twice and counted once (`apqa check` says which): 1." in said(placed(), first, again)
    twin = a_placement(2, starts="2025-09-15", pupil="P-00001")
    other = sent("2025-26-autumn/PL-00002", sessions={"possible": "50", "attended": "40"})
    assert summed(ATTENDANCE, placed(), twin, first, other)["possible"] == 60
    draft = a_report(AUTUMN, sessions=sessions)
    assert summed(ATTENDANCE, placed(), draft, again)["possible"] == 60


def test_a_final_report_that_does_not_say_what_came_of_it_is_incomplete() -> None:
    terms = [
        {"number": "1", "starts": "2025-09-01", "ends": "2025-12-19", "period": "autumn"},
        {"number": "2", "starts": "2026-01-05", "ends": "2026-03-27", "period": "spring"},
    ]
    calendar = Calendar.model_validate({"id": "2025-26", "confirmed": "yes", "terms": terms})
    report = sent(
        sessions={"possible": "4", "attended": "4"},
        objectives=[{"objective": "arrive on time", "progress": "met"}],
        pupil_voice={"on": "2025-12-12", "method": "form"},
    )
    assert summed(REPORTS, calendar, placed(), report)["complete"] == 1
    assert summed(REPORTS, calendar, ended("2025-12-19"), report)["with_attendance"] == 1


def test_a_returned_report_is_in_no_sum() -> None:
    returned = sent(status="returned", sessions={"possible": "60", "attended": "50"})
    assert summed(ATTENDANCE, placed(), returned) == {}


def test_an_objective_counts_once_by_the_latest_report_that_speaks_of_it() -> None:
    autumn = sent(
        objectives=[
            {"objective": "Arrive on time", "progress": "no_progress", "baseline": "late every day"},
            {"objective": "Read aloud", "progress": "met"},
        ]
    )
    summer = sent(
        SUMMER,
        submitted_on="2026-07-20",
        objectives=[{"objective": "arrive  on time", "progress": "exceeded", "baseline": "late every day"}],
    )
    records = (placed(), summer, autumn)
    assert summed(OBJECTIVES, *records) == {"objectives": 2, "reached": 2, "exceeded": 1, "met": 1}
    assert summed(BASELINES, *records) == {"objectives": 2, "with_baseline": 1, "without_baseline": 1}
    before = summed(OBJECTIVES, *records, on="2026-06-01")
    assert before == {"objectives": 2, "reached": 1, "met": 1, "not_reached": 1, "no_progress": 1}


WENT = {"to": "fe_college", "on": "2026-04-13"}
"""Six weeks later is 25 May 2026, twelve weeks later 6 July."""


def check(on: str, sustained: str) -> dict[str, str]:
    return {"checked_on": on, "sustained": sustained}


@pytest.mark.parametrize(
    ("checks", "on", "lasted"),
    [
        pytest.param({}, "2026-05-24", "6_weeks_to_come", id="six weeks are not over"),
        pytest.param({}, "2026-05-25", "6_weeks_not_checked", id="six weeks are over"),
        pytest.param(
            {"after_6_weeks": check("2026-05-26", "yes")}, "2026-05-25", "6_weeks_not_checked", id="checked later"
        ),
        pytest.param({"after_6_weeks": check("2026-05-26", "yes")}, "2026-07-05", "12_weeks_to_come", id="lasted six"),
        pytest.param(
            {"after_6_weeks": check("2026-05-26", "yes")}, "2026-07-06", "12_weeks_not_checked", id="no second look"
        ),
        pytest.param({"after_6_weeks": check("2026-05-26", "no")}, ON, "left_before_6_weeks", id="did not last six"),
        pytest.param(
            {"after_6_weeks": check("2026-05-26", "yes"), "after_12_weeks": check("2026-07-07", "no")},
            ON,
            "left_before_12_weeks",
            id="lasted six and not twelve",
        ),
        pytest.param(
            {"after_12_weeks": check("2026-07-07", "yes")}, ON, "lasted_12_weeks", id="what lasted twelve lasted six"
        ),
        pytest.param(
            {"after_12_weeks": check("2026-07-07", "no")}, ON, "left_by_12_weeks", id="left, before or after six"
        ),
    ],
)
def test_how_long_a_destination_lasted(checks: dict[str, Any], on: str, lasted: str) -> None:
    found = summed(PLACEMENTS, ended(to={**WENT, **checks}), on=on)
    assert found["with_destination"] == 1
    assert found[lasted] == 1


@pytest.mark.parametrize(
    ("placement", "standing"),
    [
        pytest.param(placed(), {"going_on": 1}, id="goes on"),
        pytest.param(ended("2026-08-31"), {"ended": 1, "no_destination": 1}, id="ended on the last day of the year"),
        pytest.param(ended("2026-09-01"), {"going_on": 1}, id="ended the year after"),
        pytest.param(ended("2025-09-08"), {"ended": 1, "no_destination": 1}, id="one day long"),
        pytest.param(placed(starts="2026-09-01"), {}, id="began the year after"),
        pytest.param(ended("2025-08-31", starts="2025-01-06"), {}, id="ended the year before"),
        pytest.param(ended("2025-09-01", starts="2025-01-06"), {"ended": 1, "no_destination": 1}, id="reached into it"),
    ],
)
def test_which_placements_belong_to_a_year(placement: Record, standing: dict[str, int]) -> None:
    expected = {"placements": 1, **standing} if standing else {}
    assert summed(PLACEMENTS, placement) == expected


def test_a_placement_that_begins_or_ends_after_the_day_has_not_yet() -> None:
    assert summed(PLACEMENTS, placed(starts="2026-03-02"), on="2026-03-01") == {}
    assert summed(PLACEMENTS, ended("2026-03-27"), on="2026-03-26") == {"placements": 1, "going_on": 1}


def test_where_the_pupil_went_may_stand_in_the_final_report_alone() -> None:
    report = sent(SUMMER, submitted_on="2026-07-20", destination=WENT)
    assert summed(DESTINATIONS, ended(), report) == {"with_destination": 1, "elsewhere": 1, "fe_college": 1}
    own = ended(to={"to": "new_mainstream", "on": "2026-04-13"})
    assert summed(DESTINATIONS, own, report) == {"with_destination": 1, "to_a_school": 1, "new_mainstream": 1}


def test_a_qualification_counts_once_by_the_latest_that_is_said_of_it() -> None:
    def told(report_id: str, on: str, **said: str) -> Record:
        return sent(report_id, submitted_on=on, qualifications=[{"title": "Award in Joinery", **said}])

    autumn, spring = told(AUTUMN, "2026-01-12"), told(SPRING, "2026-04-13", entered="yes")
    summer = told(SUMMER, "2026-07-20", achieved="yes")
    assert summed(QUALIFICATIONS, placed(), autumn) == {"qualifications": 1, "not_entered": 1}
    assert summed(QUALIFICATIONS, placed(), autumn, spring) == {"qualifications": 1, "entered": 1}
    assert summed(QUALIFICATIONS, placed(), autumn, spring, summer) == {"qualifications": 1, "achieved": 1}
    failed = told(SUMMER, "2026-07-20", achieved="no")
    assert summed(QUALIFICATIONS, placed(), autumn, spring, failed) == {"qualifications": 1, "not_achieved": 1}


@pytest.mark.parametrize(
    ("voices", "heard", "words"),
    [
        pytest.param([], {"not_heard": 1}, {}, id="nothing is recorded"),
        pytest.param([("2025-10-01", "declined", None)], {"declined": 1}, {}, id="declined"),
        pytest.param(
            [("2025-10-01", "advocate", "yes"), ("2026-02-02", "declined", None)],
            {"heard": 1, "advocate": 1},
            {"heard": 1, "in_own_words": 1},
            id="heard once, and declined later",
        ),
        pytest.param(
            [("2026-02-02", "form", "no"), ("2025-10-01", "interview", None)],
            {"heard": 1, "form": 1},
            {"heard": 2, "not_in_own_words": 1, "words_not_recorded": 1},
            id="by the last time",
        ),
        pytest.param([("2025-08-31", "form", "no")], {"not_heard": 1}, {}, id="the year before"),
        pytest.param([("2026-11-24", "form", "no")], {"not_heard": 1}, {}, id="after the day"),
    ],
)
def test_how_the_pupil_was_heard(
    voices: list[tuple[str, str, str | None]], heard: dict[str, int], words: dict[str, int]
) -> None:
    listed = [{"on": on, "method": method, **({"own_words": own} if own else {})} for on, method, own in voices]
    placement = placed(pupil_voice=listed)
    assert summed(VOICE, placement) == {"placements": 1, **heard}
    assert summed(OWN_WORDS, placement) == words


def test_what_stands_in_placement_and_report_was_said_once() -> None:
    voice = {"on": "2025-12-10", "method": "form"}
    records = (placed(pupil_voice=[voice]), sent(pupil_voice={**voice, "own_words": "yes"}))
    assert summed(OWN_WORDS, *records) == {"heard": 1, "in_own_words": 1}
    later = sent(status="draft", submitted_on=None, pupil_voice={"on": "2026-11-24", "method": "form"})
    assert summed(VOICE, placed(), later) == {"placements": 1, "not_heard": 1}


def test_every_table_is_told_by_provider_period_and_commissioner() -> None:
    other = placed(2, provider="stone-barn", commissioner={"kind": "parent", "name": "parent"})
    sessions = {"possible": "60", "attended": "50"}
    found = outcomes(
        Situation(Records.of(placed(), other, sent(SPRING, submitted_on="2026-04-13", sessions=sessions)), day(ON)),
        Year("2025-26", day(ON)),
    )
    table, attendance = found.table(PLACEMENTS), found.table(ATTENDANCE)
    assert {name: cells["placements"].number for name, cells in table.by_provider.items()} == {
        "north-star": 1,
        "stone-barn": 1,
    }
    assert set(table.by_commissioner) == {"academy", "parent"}
    assert not table.by_period
    assert attendance.by_period["spring"]["possible"].number == 60


def test_of_one_provider_its_sums_are_the_total() -> None:
    other = placed(2, provider="stone-barn")
    found = outcomes(Situation(Records.of(placed(), other), day(ON)), Year("2025-26", day(ON)), "stone-barn")
    shown = everything(found, one_provider=True)
    assert (shown.placements, shown.pupils) == (1, 1)
    assert not any(table.by_provider for table in shown.tables)


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("2025-26", True),
        ("1999-00", True),
        ("2025-27", False),
        ("2025", False),
        ("", False),
        ("9999-00", False),
        ("²025-26", False),
    ],
)
def test_which_names_are_years(name: str, *, there: bool) -> None:
    assert (year_named(name, day(ON)) is not None) is there


def test_a_year_is_over_after_its_last_day() -> None:
    assert year_of(day("2026-08-31")) == Year("2025-26", day("2026-08-31"))
    assert not Year("2025-26", day("2026-08-31")).is_over
    assert Year("2025-26", day("2026-09-01")).is_over
    assert not Year("2026-27", day("2026-08-31")).has_begun
    assert Year("2026-27", day("2026-09-01")).has_begun


def test_no_share_is_told_of_what_is_not_shown_or_of_nothing() -> None:
    assert shares(ATTENDANCE, {"attended": None, "possible": 100}) == {"attended": None}
    assert shares(ATTENDANCE, {"attended": 50, "possible": None}) == {"attended": None}
    assert shares(ATTENDANCE, {"attended": 0, "possible": 0}) == {"attended": None}
    assert shares(ATTENDANCE, {"attended": 1, "possible": 3}) == {"attended": Decimal("33.3")}
    assert shares(CLOSED, {"closed": 3}) == {}


def test_every_share_is_of_what_its_table_counts() -> None:
    kinds = {kind.key: kind for kind in (ATTENDANCE, OBJECTIVES, PLACEMENTS, QUALIFICATIONS, VOICE, DESTINATIONS)}
    for key, told in SHARES.items():
        known = {each.key for each in kinds[key].tree.walk()}
        assert all({part, *whole} <= known and part in (*whole, *_below(kinds[key], whole)) for _, part, whole in told)


def _below(kind: Kind, whole: tuple[str, ...]) -> set[str]:
    return {each.key for branch in kind.tree.walk() if branch.key in whole for each in branch.walk()}


def test_where_pupils_went_is_not_published_where_it_is_hidden_how_many_went() -> None:
    went = [ended(to=WENT, number=number) for number in range(1, 7)]
    going_on = [placed(number) for number in range(7, 9)]
    found = outcomes(Situation(Records.of(*went, *going_on), day(ON)), Year("2025-26", day(ON)))
    tables = {table.kind: table.total for table in publishable(found, 5).tables}
    assert tables[PLACEMENTS]["with_destination"] is None
    assert set(tables[DESTINATIONS].values()) == {None}
    assert CLOSED not in tables


@pytest.mark.parametrize(
    ("again", "pupils"),
    [pytest.param(0, 6, id="nobody twice"), pytest.param(1, None, id="one twice"), pytest.param(5, 6, id="five twice")],
)
def test_the_number_of_pupils_does_not_tell_of_a_few_who_were_placed_twice(again: int, pupils: int | None) -> None:
    placements = [placed(number) for number in range(1, 7)]
    more = [placed(number + 20, pupil=f"P-{number:05}") for number in range(1, again + 1)]
    found = outcomes(Situation(Records.of(*placements, *more), day(ON)), Year("2025-26", day(ON)))
    assert publishable(found, 5).pupils == pupils


def test_of_too_few_pupils_not_even_their_number_is_published() -> None:
    found = outcomes(Situation(Records.of(placed()), day(ON)), Year("2025-26", day(ON)))
    shown = publishable(found, 5)
    assert (shown.placements, shown.pupils) == (None, None)


def test_what_is_published_of_one_provider_is_what_is_published_of_it_among_all() -> None:
    many = [placed(number) for number in range(1, 8)]
    others = [placed(number, provider="stone-barn") for number in range(8, 20)]
    few = [placed(number, provider="old-mill") for number in range(20, 22)]
    found = outcomes(Situation(Records.of(*many, *others, *few), day(ON)), Year("2025-26", day(ON)))
    shown = publishable(found, 5)
    assert shown.of_provider("stone-barn").placements == 12
    assert shown.of_provider("old-mill").placements is None
    assert shown.of_provider("north-star").placements is None, "it is hidden so that old-mill is not worked out"
    assert all(table.kind.published_by_provider for table in shown.of_provider("stone-barn").tables)


def said(*records: Record, on: str = ON, year: str = "2025-26") -> str:
    situation, asked = Situation(Records.of(*records), day(on)), Year(year, day(on))
    return " ".join(notes(outcomes(situation, asked), situation))


def test_what_is_left_out_or_not_known_is_said() -> None:
    assert said(a_provider()) == "No placements are kept here: nothing can be said of outcomes."
    assert "left out until they come again: 1." in said(placed(), sent(status="returned"))
    assert "nothing of attendance: those sessions are not known: 1." in said(placed(), sent())
    assert "although their weeks are over: 1." in said(ended(to=WENT))
    assert "until 31 August 2026: its sums are not final" in said(placed(), on="2026-08-31")
    assert "not final" not in said(placed())


def test_a_note_for_publishing_says_why_and_holds_no_number_of_the_records() -> None:
    situation = Situation(Records.of(ended(to=WENT), sent(status="returned")), day("2026-08-31"))
    found = " ".join(notes_for_publishing(year_of(situation.on), situation.policy.setting("small_number"), situation))
    assert "below 5" in found
    assert "the council has decided none" in found
    assert "Publish a year once" in found
    assert ": 1." not in found
    done = " ".join(
        notes_for_publishing(Year("2024-25", situation.on), situation.policy.setting("small_number"), situation)
    )
    assert "Publish a year once" not in done
    nothing = Situation(Records.of(a_provider()), day(ON))
    assert list(notes_for_publishing(year_of(day(ON)), nothing.policy.setting("small_number"), nothing)) == [
        "No placements are kept here: nothing can be said of outcomes."
    ]
