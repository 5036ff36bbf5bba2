"""A rule that rests on a record which cannot be read is not asked: the cause is said once, where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from apqa.records.kinds import (
    ACTION_PLAN,
    AUTHORITY,
    CALENDAR,
    PLACEMENT,
    PROVIDER,
    SELF_ASSESSMENT,
    TERMLY_REPORT,
    VISIT,
)
from apqa.rules.keeping import unknown_reference
from apqa.rules.run import faults
from apqa.rules.waivers import waiver_without_object
from tests.builders import (
    ON,
    a_listing,
    a_package,
    a_placement,
    a_provider,
    a_report,
    a_visit,
    a_waiver,
    a_week,
    a_whole_year,
    an_action,
    an_action_plan,
    an_authority,
    an_insurance,
    an_offer,
    core_subjects,
    in_order_provider,
    situation,
)
from tests.rules.asking import found

if TYPE_CHECKING:
    from apqa.records.base import Record
    from apqa.records.kinds import Kind

LISTED: dict[str, Any] = {"listing": [a_listing(on="2020-01-06")]}
ELSEWHERE_TAUGHT: dict[str, Any] = {"offer": an_offer(core_subjects=core_subjects("elsewhere"))}
LITTLE = a_placement(package=a_package("2"))
OLD = a_placement(starts="2025-09-08", timetable=[a_week(starts="2025-09-08")])
LAST_YEAR = a_whole_year("2025-26")
NOT_KEPT_UP = a_report(
    "2025-26-autumn/PL-00001",
    status="submitted",
    submitted_on="2025-12-17",
    sessions={"possible": "50", "attended": "45", "last_daily_return": "2025-11-20"},
)
AGREED = a_visit(
    note={
        "written_on": "2026-03-13",
        "written_by": "officer",
        "summary": "calm",
        "actions": [an_action(due="2026-05-01")],
    }
)
POLICY: dict[str, Any] = {"policies": {"minibus": {"reviewed_on": "2026-07-01"}}}
TOO_LITTLE: dict[str, Any] = {"insurance": {"held": [an_insurance(cover="2000000")]}}


@pytest.mark.parametrize(
    ("rule", "record", "others", "kind", "unread"),
    [
        ("unknown-policy", in_order_provider(**POLICY), (), AUTHORITY, "authority"),
        ("insurance-below-minimum", in_order_provider(**TOO_LITTLE), (), AUTHORITY, "authority"),
        ("value-for-money-not-considered", a_provider(**LISTED), (), AUTHORITY, "authority"),
        ("no-self-assessment", a_provider(**LISTED), (), AUTHORITY, "authority"),
        ("no-self-assessment", a_provider(**LISTED), (), SELF_ASSESSMENT, "north-star/2026-27"),
        ("provider-not-visited", a_provider(**LISTED), (), VISIT, "2026-10-06-north-star"),
        ("visit-without-note", a_visit(), (), AUTHORITY, "authority"),
        ("visit-without-note", a_visit(), (), CALENDAR, "2025-26"),
        ("no-calendar", an_authority(), (), CALENDAR, "providers/2026-27.yaml"),
        ("risk-assessment-not-reviewed", LITTLE, (), AUTHORITY, "authority"),
        ("review-overdue", OLD, (), CALENDAR, "2026-27"),
        ("review-overdue", OLD, (), AUTHORITY, "authority"),
        ("no-update-on-objectives", OLD, (), TERMLY_REPORT, "2026-27-autumn/PL-00001"),
        ("overdue-termly-report", OLD, (LAST_YEAR,), TERMLY_REPORT, "2025-26-autumn/PL-00001"),
        ("overdue-termly-report", OLD, (LAST_YEAR,), CALENDAR, "2025-26-north-star"),
        ("overdue-termly-report", OLD, (LAST_YEAR,), AUTHORITY, "authority"),
        ("overdue-termly-report", OLD, (LAST_YEAR,), PROVIDER, "north-star"),
        ("attendance-not-kept-up", OLD, (LAST_YEAR, NOT_KEPT_UP), TERMLY_REPORT, "2025-26-spring/PL-00001"),
        ("attendance-not-kept-up", OLD, (LAST_YEAR, NOT_KEPT_UP), CALENDAR, "2025-26-north-star"),
        ("overdue-action-of-visit", AGREED, (), ACTION_PLAN, "north-star/2026-03-16"),
        ("overdue-action-of-visit", AGREED, (), PROVIDER, "north-star"),
        ("part-time-without-reason", LITTLE, (), PLACEMENT, "PL-00002"),
        ("part-time-without-reason", LITTLE, (), AUTHORITY, "authority"),
        ("rest-of-week-not-recorded", a_placement(package=None), (), PLACEMENT, "PL-00002"),
        ("core-subject-not-accounted-for", LITTLE, (a_provider(**ELSEWHERE_TAUGHT),), PLACEMENT, "PL-00002"),
        ("core-subject-not-accounted-for", LITTLE, (a_provider(**ELSEWHERE_TAUGHT),), PROVIDER, "north-star.yml"),
    ],
)
def test_a_fault_that_may_be_none_is_not_said(
    rule: str, record: Record, others: tuple[Record, ...], kind: Kind, unread: str
) -> None:
    def said(**unreadable: tuple[str, ...]) -> bool:
        asked = situation(ON, record, *others, unreadable={kind: unreadable["unread"]} if unreadable else None)
        return any(broken.rule.name == rule for broken in faults(asked))

    assert said()
    assert not said(unread=(unread,))


def test_the_record_of_another_provider_keeps_nothing_from_being_said() -> None:
    asked = situation(ON, LITTLE, a_provider(**ELSEWHERE_TAUGHT), unreadable={PROVIDER: ("north-star-two",)})
    assert "core-subject-not-accounted-for" in {broken.rule.name for broken in faults(asked)}


@pytest.mark.parametrize(
    ("kind", "unread", "hidden"),
    [
        pytest.param(PROVIDER, "north-star", True, id="itself"),
        pytest.param(PROVIDER, "providers", True, id="its-folder"),
        pytest.param(PROVIDER, ".", True, id="everything"),
        pytest.param(PROVIDER, "providers/North-Star.yml", True, id="by-another-ending"),
        pytest.param(PROVIDER, "pupils/north-star.yaml", True, id="in-another-folder"),
        pytest.param(PROVIDER, "north-star-two", False, id="another"),
        pytest.param(VISIT, "visits", False, id="another-kind"),
    ],
)
def test_a_record_that_may_be_hidden_is_not_missing(kind: Kind, unread: str, hidden: bool) -> None:
    asked = situation(ON, a_placement(), unreadable={kind: (unread,)})
    assert [at for _, at in found(unknown_reference, asked)] == ([] if hidden else [("provider",)])


def test_a_folder_hides_what_lies_in_it() -> None:
    waiver = a_waiver("silent-on-action-plan", "action-plans/north-star/2026-10-06.yaml")
    for unread, missing in (("action-plans/north-star", 0), ("action-plans/another", 1)):
        asked = situation(ON, a_provider(), waiver, unreadable={ACTION_PLAN: (unread,)})
        assert len(found(waiver_without_object, asked, waiver)) == missing
    assert found(waiver_without_object, situation(ON, waiver, an_action_plan()), waiver) == []
