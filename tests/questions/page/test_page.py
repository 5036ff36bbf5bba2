"""Pupils in numbers, reports by period, and the history of a provider."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from apqa.questions.page.history import history
from apqa.questions.page.pupils import pupil_numbers
from apqa.questions.page.reports import period_reports
from apqa.vocabulary.due import DutyState
from apqa.vocabulary.placement import CommissionerKind
from tests.builders import (
    PROVIDER,
    a_headcount,
    a_listing,
    a_placement,
    a_provider,
    a_register_check,
    a_report,
    a_review,
    a_self_assessment,
    a_step,
    a_visit,
    a_whole_year,
    an_action,
    an_action_plan,
    due_diligence,
    situation,
)

if TYPE_CHECKING:
    from apqa.questions.page.reports import PeriodReports
    from apqa.records.base import Record
    from apqa.records.termly_report import TermlyReport

ON = "2027-01-19"
PARENT: dict[str, Any] = {"commissioner": {"kind": "parent", "name": "parent"}, "basis": "personal_budget"}


def sent(number: int, on: str = "2027-01-04", **changes: object) -> TermlyReport:
    data = {
        "status": "submitted",
        "submitted_on": on,
        "sessions": {"possible": "40", "attended": str(30 + number)},
        "objectives": [{"objective": "attend", "progress": "met"}],
        "pupil_voice": {"on": "2026-12-15", "method": "interview"},
    }
    return a_report(f"2026-27-autumn/PL-{number:05d}", **{**data, **changes})


def asked_for(*records: Record, on: str = ON) -> tuple[PeriodReports, ...]:
    return period_reports(a_provider(), situation(on, a_provider(), a_whole_year(), *records))


def test_placements_are_told_in_numbers_by_who_arranges_them() -> None:
    plan = [{"starts": "2026-01-05"}]
    placements = (
        a_placement(1),
        a_placement(2, ehc_plans=plan, **PARENT),
        a_placement(3, looked_after=plan, ehc_plans=None, timetable=[]),
        a_placement(4, looked_after=None, end={"on": "2026-10-23", "reason": "as_planned"}),
        a_placement(5, starts="2027-02-22"),
        a_placement(6, provider="another"),
    )
    found = pupil_numbers(a_provider(), situation("2026-11-03", a_provider(), *placements))
    assert (found.live, found.planned, found.in_year, found.ended) == (3, 1, 4, 1)
    assert found.by_commissioner == {CommissionerKind.ACADEMY: 2, CommissionerKind.PARENT: 1}
    assert (found.with_ehc_plan, found.ehc_plan_not_recorded) == (1, 1)
    assert (found.looked_after, found.care_not_recorded) == (1, 0)
    assert (found.hours, found.without_timetable) == (timedelta(hours=24), 1)
    assert (found.year, found.small, found.kept) == ("2026-27", 5, True)


def test_where_no_placements_are_kept_that_is_known() -> None:
    assert not pupil_numbers(a_provider(), situation(ON, a_provider())).kept


def test_reports_are_counted_by_period_with_those_that_came_late_and_those_that_are_missing() -> None:
    placements = [a_placement(number) for number in range(1, 6)]
    reports = (
        sent(1),
        sent(2, on="2027-01-19"),
        sent(3, pupil_voice=None),
        sent(4, status="returned"),
    )
    spring, autumn = asked_for(*placements, *reports)
    assert (spring.term, spring.asked, spring.received) == ("2026-27-spring", 5, 0)
    assert autumn.title == "autumn 2026-27"
    assert (autumn.asked, autumn.received, autumn.late, autumn.missing) == (5, 3, 1, 1)
    assert autumn.states == {
        DutyState.RECEIVED: 2,
        DutyState.INCOMPLETE: 1,
        DutyState.RETURNED: 1,
        DutyState.OVERDUE: 1,
    }


def test_no_more_than_the_last_three_periods_are_told_of_and_none_without_a_calendar() -> None:
    earlier = a_whole_year("2025-26")
    assert [each.term for each in asked_for(earlier, on="2027-04-13")] == [
        "2026-27-summer",
        "2026-27-spring",
        "2026-27-autumn",
    ]
    assert period_reports(a_provider(), situation(ON, a_provider())) == ()


def test_the_history_tells_of_everything_with_a_day_up_to_the_day_the_newest_first() -> None:
    provider = a_provider(
        listing=[a_listing("applied", on="2025-07-01"), a_listing(), a_listing("removed", on="2027-06-01")],
        due_diligence=[due_diligence()],
        registration={
            "register_checks": [
                a_register_check(),
                a_register_check(on="2026-01-12", found="yes", establishment_type="11", status="1"),
            ],
            "inspections": [{"on": "2024-05-16", "body": "Ofsted", "outcome": "good"}],
            "reviews": [a_review()],
            "applied_on": "2023-02-01",
        },
        headcounts=[a_headcount()],
        central_record=[
            {"on": "2026-09-07", "by": "officer", "complete": "yes"},
            {"on": "2025-09-08", "by": "officer", "complete": "no", "missing": "one reference"},
        ],
        finance={
            "reviews": [
                {
                    "on": "2026-03-02",
                    "by": "manager",
                    "value_for_money": "fair",
                    "sustainable": "good",
                    "reason": "steady",
                }
            ]
        },
    )
    note = {"written_on": "2026-03-14", "written_by": "officer", "summary": "well", "outcome": "green"}
    visits = (
        a_visit(note=note),
        a_visit("2026-05-12-north-star", status="cancelled"),
        a_visit("2026-06-12-north-star", status="planned"),
        a_visit("2026-07-12-north-star", note={**note, "written_on": "2027-07-12"}),
    )
    done = an_action(status="done", done_on="2026-12-01")
    plans = (
        an_action_plan(
            actions=[done],
            escalation=[a_step("enhanced_monitoring", "2026-10-20")],
            closed_on="2026-12-18",
            closing_note="all done",
        ),
        an_action_plan(f"{PROVIDER}/2026-04-01", actions=[done], closed_on="2026-12-17"),
        an_action_plan(f"{PROVIDER}/2026-12-21"),
    )
    reviewed = {
        "received_on": "2026-10-01",
        "reviewed_on": "2026-10-12",
        "outcome": "accepted",
        "reviewed_by": "officer",
    }
    made = (a_self_assessment(council=reviewed), a_self_assessment(f"{PROVIDER}/2025-26", completed_on="2025-10-01"))
    found = history(provider, situation(ON, provider, *visits, *plans, *made))
    assert [each.on for each in found] == sorted((each.on for each in found), reverse=True)
    assert [f"{each.on} {each.kind}: {each.says}" for each in found] == [
        "2026-12-21 action plan: opened: no deputy lead",
        "2026-12-18 action plan: closed: all done",
        "2026-12-17 action plan: closed",
        "2026-10-20 escalation: enhanced monitoring: no answer (head of inclusion)",
        "2026-10-12 self-assessment: that of 2026-27 accepted",
        "2026-10-06 action plan: opened: no deputy lead",
        "2026-10-01 register: registration concluded to be not required: the college teaches the other half",
        "2026-09-30 self-assessment: that of 2026-27 completed (head of provision)",
        "2026-09-14 pupils: declared 10 of compulsory school age, 0 of them full-time (head of provision)",
        "2026-09-07 register: not found on the register of schools (commissioning officer)",
        "2026-09-07 central record: found complete (officer)",
        "2026-07-12 visit: routine",
        "2026-05-12 visit: routine cancelled",
        "2026-04-01 action plan: opened: no deputy lead",
        "2026-03-12 visit: routine, outcome green",
        "2026-03-02 value for money: value for money fair, sustainability good (manager)",
        "2026-01-12 register: found on the register of schools (commissioning officer)",
        "2025-10-01 self-assessment: that of 2025-26 completed (head of provision)",
        "2025-09-08 central record: found not complete (officer)",
        "2025-09-01 list: listed: as decided (head of inclusion)",
        "2025-08-20 due diligence: adequate (commissioning officer)",
        "2025-07-01 list: applied to be listed: as decided (head of inclusion)",
        "2024-05-16 inspection: Ofsted: good",
        "2023-02-01 register: applied to the Department for registration",
    ]


def test_a_provider_of_which_nothing_is_recorded_has_no_history() -> None:
    assert history(a_provider(), situation(ON, a_provider())) == ()
    assert history(a_provider(registration={}), situation(ON, a_provider())) == ()
