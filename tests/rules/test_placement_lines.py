"""Each line of the check of a placement: met, with nothing there to look at, not recorded, and at fault."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, ClassVar

import pytest

from apqa.questions.checks.line import Effect, Line, State
from apqa.questions.placement_checks import following
from apqa.records.kinds import PROVIDER
from apqa.rules import RULES
from apqa.rules.placement_check import placement_check
from apqa.rules.placement_groups import GROUPS
from apqa.vocabulary.standing import Standing
from tests.builders import (
    ON,
    SEEN,
    a_done,
    a_listing,
    a_package,
    a_plan,
    a_report,
    a_visit,
    a_waiver,
    a_week,
    a_whole_year,
    an_agreement,
    an_authority,
    an_insurance,
    an_offer,
    before_start,
    core_subjects,
    day,
    in_order_placement,
    in_order_provider,
    line_of,
    on_the_register,
    situation,
)

if TYPE_CHECKING:
    from apqa.records.base import Record

MET = (State.MET, Effect.NONE)
APART = (State.NOT_APPLICABLE, Effect.NONE)
STOPS = (State.MISSING, Effect.STOP)
QUERIES = (State.MISSING, Effect.CONDITION)
UNKNOWN = (State.NOT_RECORDED, Effect.CANNOT_TELL)
NOT_SAID = (State.NOT_RECORDED, Effect.CONDITION)

RECORD = "placements/PL-00001.yaml"
OVER = {"end": {"on": "2026-11-02", "reason": "as_planned"}}
PLAN_IN_FORCE = {"ehc_plans": [{"starts": "2025-01-01"}], "special_needs": "ehc_plan"}
PART_TIME = {
    "starts": "2026-09-14",
    "reason": "health",
    "decided_by": "head",
    "explanation": "as the hospital advises",
    "review_on": "2026-12-01",
    "filed": "AP/PL-00001",
}


def at_work(*reasons: dict[str, Any], hours: str = "2") -> dict[str, Any]:
    """Make a week of which less than a full one is recorded, with the reasons for it."""
    return {"package": {**a_package(hours), "part_time": list(reasons)}}


def lines(*records: Record, provider: dict[str, Any] | None = None, **changes: Any) -> list[Line]:
    placement = in_order_placement(1, **changes)
    known = in_order_provider(**(provider or {}))
    return list(placement_check(placement, situation(ON, known, a_visit(), an_authority(), placement, *records)).lines)


CASES: list[tuple[str, dict[str, Any], tuple[State, Effect], str]] = [
    ("basis-does-not-fit-commissioner", {}, MET, "school other, used by Westmarch Academy (academy)"),
    (
        "basis-does-not-fit-commissioner",
        {"basis": "la_health"},
        STOPS,
        "only the council can use the ground la_health; the commissioner is recorded as academy",
    ),
    ("plan-placement-without-ehc-plan", {}, APART, "the ground is school other"),
    (
        "plan-placement-without-ehc-plan",
        {"basis": "ehc_plan", **PLAN_IN_FORCE},
        MET,
        "an EHC plan since 1 January 2025",
    ),
    (
        "plan-placement-without-ehc-plan",
        {"basis": "ehc_plan"},
        STOPS,
        "the basis is ehc_plan; no EHC plan is recorded as in force on 14 September 2026",
    ),
    ("eotas-is-not-alternative-provision", {}, MET, "arranged as school other"),
    ("eotas-is-not-alternative-provision", OVER, APART, "not live on 3 November 2026"),
    (
        "eotas-is-not-alternative-provision",
        {"basis": "eotas", **PLAN_IN_FORCE},
        QUERIES,
        "arranged under section 61, which the guidance does not count as alternative provision",
    ),
    ("pupil-status-not-recorded", {}, MET, "no EHC plan; not looked after"),
    (
        "pupil-status-not-recorded",
        {"looked_after": [{"starts": "2026-01-01"}], **PLAN_IN_FORCE},
        MET,
        "an EHC plan since 1 January 2025; looked after since 1 January 2026",
    ),
    ("pupil-status-not-recorded", OVER, APART, "not live on 3 November 2026"),
    (
        "pupil-status-not-recorded",
        {"looked_after": None},
        UNKNOWN,
        "not recorded: whether the pupil is looked after (looked_after)",
    ),
    ("pupil-differs-between-placements", {}, APART, "no other placement of the pupil is recorded"),
    ("special-needs-contradict-ehc-plan", {}, MET, "special needs: none; no EHC plan is in force"),
    ("special-needs-contradict-ehc-plan", PLAN_IN_FORCE, MET, "special needs: ehc plan; an EHC plan is in force"),
    (
        "special-needs-contradict-ehc-plan",
        {"special_needs": None},
        NOT_SAID,
        "the level of special needs is not recorded",
    ),
    (
        "special-needs-contradict-ehc-plan",
        {"ehc_plans": None},
        NOT_SAID,
        "whether there is an EHC plan is not recorded",
    ),
    (
        "special-needs-contradict-ehc-plan",
        {"special_needs": "ehc_plan"},
        QUERIES,
        "special_needs says ehc_plan, and no EHC plan is in force on 3 November 2026",
    ),
    ("special-needs-contradict-ehc-plan", OVER, APART, "not live on 3 November 2026"),
    ("no-timetable-for-the-day", {}, MET, "12 hours a week with breaks, since 14 September 2026"),
    ("no-timetable-for-the-day", OVER, APART, "not live on 3 November 2026"),
    ("no-timetable-for-the-day", {"timetable": []}, STOPS, "no timetable covers 3 November 2026"),
    ("placement-past-its-end", {}, MET, "expected to 25 March 2027"),
    ("placement-past-its-end", OVER, MET, "its last day is 2 November 2026"),
    ("placement-past-its-end", {"expected_end": None, "maximum_end": "2027-07-21"}, MET, "may last to 21 July 2027"),
    ("placement-past-its-end", {"expected_end": None}, NOT_SAID, "no expected or agreed end is recorded"),
    (
        "placement-past-its-end",
        {"expected_end": "2026-11-02"},
        QUERIES,
        "its expected_end was 2 November 2026, and no end is recorded",
    ),
    ("unknown-site", {}, MET, "The Barn"),
    ("unknown-site", {"site": None, "timetable": [a_week(site="barn")]}, MET, "The Barn"),
    ("unknown-site", {"site": None}, UNKNOWN, "at which site of the provider is not recorded"),
    ("unknown-site", {"site": "shed"}, STOPS, "North Star has no site shed: its sites are barn"),
    ("provider-not-open-to-placements", {}, MET, "on 14 September 2026: listed since 1 September 2025"),
    (
        "provider-not-open-to-placements",
        {"starts": "2025-08-31"},
        STOPS,
        (
            "North Star was neither on the approved provider list nor registered when the placement started "
            "on 31 August 2025"
        ),
    ),
    ("provider-not-checked-before-start", {}, MET, "checked on 7 September 2026 by inclusion lead"),
    (
        "provider-not-checked-before-start",
        {"before_start": before_start(provider_checked=a_done(filed="AP/checks"))},
        MET,
        "checked on 7 September 2026 by inclusion lead",
    ),
    (
        "provider-not-checked-before-start",
        {"before_start": None},
        STOPS,
        "it started on 14 September 2026; no check is recorded",
    ),
    (
        "provider-not-checked-before-start",
        {"before_start": before_start(provider_checked=a_done("2026-09-15"))},
        STOPS,
        "checked on 15 September 2026, after it started on 14 September 2026",
    ),
    ("live-placement-with-suspended-provider", {}, MET, "listed since 1 September 2025"),
    ("live-placement-with-suspended-provider", OVER, APART, "not live on 3 November 2026"),
    ("insurance-lapses-during-placement", {}, MET, "to 31 March 2027, the placement to 25 March 2027"),
    (
        "insurance-lapses-during-placement",
        {"expected_end": "2027-07-21"},
        MET,
        "to 31 March 2027, the placement to 21 July 2027; the renewal is not due yet",
    ),
    ("insurance-lapses-during-placement", {"expected_end": None}, APART, "no end of it is agreed"),
    ("insurance-lapses-during-placement", {"expected_end": "2026-11-02"}, APART, "its end was to be 2 November 2026"),
    ("insurance-lapses-during-placement", OVER, APART, "not live on 3 November 2026"),
    (
        "provider/insured",
        {},
        MET,
        (
            "Public liability insurance to 31 March 2027; Professional indemnity insurance to 31 March "
            "2027; Employers' liability insurance to 31 March 2027"
        ),
    ),
    ("provider/insured", OVER, APART, "not live on 3 November 2026"),
    ("placement-without-plan", {}, MET, "1 objective, agreed on 10 September 2026"),
    ("placement-without-plan", {"plan": a_plan(evidence=SEEN)}, MET, "1 objective, agreed on 10 September 2026"),
    (
        "placement-without-plan",
        {"plan": a_plan(agreed_on="2026-11-03")},
        MET,
        "1 objective, agreed on 3 November 2026",
    ),
    ("placement-without-plan", {"plan": None}, STOPS, "no plan is recorded"),
    ("placement-without-plan", {"plan": a_plan(objectives=[])}, STOPS, "the plan has no objectives"),
    (
        "placement-without-plan",
        {"plan": a_plan(agreed_on="2026-11-04")},
        STOPS,
        "the plan was agreed on 4 November 2026 only, and none is recorded before",
    ),
    ("incomplete-objective", {}, MET, "1 objective complete, the last by 25 March 2027"),
    ("incomplete-objective", {"plan": None}, APART, "no plan is recorded"),
    (
        "incomplete-objective",
        {"plan": a_plan(agreed_on="2026-11-04")},
        APART,
        "the plan was agreed on 4 November 2026 only",
    ),
    ("incomplete-objective", {"plan": a_plan(objectives=[])}, APART, "the plan has no objectives"),
    (
        "incomplete-objective",
        {"plan": a_plan(objectives=[{"what": "attend", "area": "improvement"}])},
        QUERIES,
        "objective 1 has no baseline, measure, target, day to reach it by (by)",
    ),
    ("plan-without-assessment", {}, MET, "a call each week"),
    ("plan-without-assessment", {"plan": None}, APART, "no plan is recorded"),
    (
        "plan-without-assessment",
        {"plan": a_plan(assessment=None)},
        QUERIES,
        "how progress is assessed and monitored is not recorded",
    ),
    ("plan-not-linked", {}, APART, "no EHC plan, and not looked after: no other plan is recorded"),
    ("plan-not-linked", {"plan": None}, APART, "no plan is recorded"),
    ("plan-not-linked", {"plan": a_plan(links=[{"plan": "ehc_plan"}]), **PLAN_IN_FORCE}, MET, "linked to: ehc plan"),
    (
        "plan-not-linked",
        {"looked_after": None},
        UNKNOWN,
        "whether there is an EHC plan or the pupil is looked after is not recorded",
    ),
    (
        "plan-not-linked",
        PLAN_IN_FORCE,
        STOPS,
        "an EHC plan is in force; the placement's plan is not linked to it (ehc_plan)",
    ),
    ("no-structured-programme", {}, MET, "animal care, unit by unit"),
    ("no-structured-programme", {"plan": None}, APART, "no plan is recorded"),
    ("no-structured-programme", {"plan": a_plan(programme=None)}, QUERIES, "the structured programme is not recorded"),
    ("no-progression-route", {}, MET, "back to school after Easter"),
    ("no-progression-route", {"plan": None}, APART, "no plan is recorded"),
    (
        "no-progression-route",
        {"plan": a_plan(progression=None)},
        QUERIES,
        "the way back to school or onward is not recorded",
    ),
    ("no-agreement-in-force", {}, MET, "signed on 9 September 2026, to 31 July 2027"),
    ("no-agreement-in-force", {"agreements": [an_agreement(ends=None)]}, MET, "signed on 9 September 2026"),
    ("no-agreement-in-force", {"agreements": []}, STOPS, "no agreement is recorded"),
    (
        "no-agreement-in-force",
        {"agreements": [an_agreement(signed_on="2026-11-04")]},
        STOPS,
        "the agreement is not recorded as signed",
    ),
    ("incomplete-agreement", {}, MET, "£85 a day; monthly; with terms on pupils' data"),
    (
        "incomplete-agreement",
        {"agreements": [an_agreement(unit=None)]},
        MET,
        "£85; monthly; with terms on pupils' data",
    ),
    ("incomplete-agreement", {"agreements": []}, APART, "no agreement is in force"),
    (
        "incomplete-agreement",
        {"agreements": [an_agreement(invoiced=None)]},
        QUERIES,
        "not recorded as agreed: the intervals of invoices (invoiced)",
    ),
    (
        "information-not-shared",
        {},
        MET,
        "needs shared on 7 September 2026 by inclusion lead; safeguarding shared on 7 September 2026 by inclusion lead",
    ),
    (
        "information-not-shared",
        {"before_start": before_start(needs_shared=a_done(filed="AP/needs"))},
        MET,
        "needs shared on 7 September 2026 by inclusion lead; safeguarding shared on 7 September 2026 by inclusion lead",
    ),
    (
        "information-not-shared",
        {"before_start": None},
        STOPS,
        "not recorded as shared: additional needs and outcomes, safeguarding information",
    ),
    (
        "information-not-shared",
        {"before_start": before_start(needs_shared=a_done("2026-11-04"))},
        STOPS,
        "not recorded as shared: additional needs and outcomes",
    ),
    ("others-not-told", {}, MET, "the council told on 7 September 2026 by inclusion lead"),
    (
        "others-not-told",
        {
            "basis": "la_health",
            "commissioner": {"kind": "local_authority", "name": "Westmarch Council"},
            "before_start": before_start(council_told=None),
        },
        APART,
        "nobody else has to be told",
    ),
    ("others-not-told", {"looked_after": None}, NOT_SAID, "whether the Virtual School must be asked is not known"),
    (
        "others-not-told",
        {"looked_after": None, "before_start": before_start(virtual_school_asked=a_done())},
        MET,
        (
            "the council told on 7 September 2026 by inclusion lead; the Virtual School asked on 7 "
            "September 2026 by inclusion lead"
        ),
    ),
    (
        "others-not-told",
        {"before_start": before_start(council_told=None)},
        QUERIES,
        "the council is not recorded as told of the placement",
    ),
    (
        "others-not-told",
        {"before_start": before_start(council_told=a_done("2026-11-04"))},
        QUERIES,
        "the council is not recorded as told of the placement",
    ),
    ("no-visit-before-referral", {}, MET, "visited on 7 September 2026 by inclusion lead"),
    (
        "no-visit-before-referral",
        {
            "before_start": before_start(
                provision_visited=None,
                visit_not_applicable={"reason": "visited in May", "on": "2026-09-01", "by": "lead"},
            )
        },
        APART,
        "no visit applies: visited in May (lead, 1 September 2026)",
    ),
    (
        "no-visit-before-referral",
        {
            "before_start": before_start(
                provision_visited=None,
                visit_not_applicable={"reason": "visited in May", "on": "2026-11-04", "by": "lead"},
            )
        },
        QUERIES,
        "neither a visit before the referral nor a reason for none is recorded",
    ),
    (
        "no-visit-before-referral",
        {"before_start": None},
        QUERIES,
        "neither a visit before the referral nor a reason for none is recorded",
    ),
    ("no-assurance-sought", {}, MET, "sought on 7 September 2026 by inclusion lead"),
    (
        "no-assurance-sought",
        {"before_start": None},
        STOPS,
        "no assurance on safeguarding, health and safety and insurance is recorded",
    ),
    (
        "no-assurance-sought",
        {"before_start": before_start(assurance=a_done("2026-11-04"))},
        STOPS,
        "no assurance on safeguarding, health and safety and insurance is recorded",
    ),
    ("no-induction", {}, MET, "given on 14 September 2026, with health and safety"),
    (
        "no-induction",
        {"induction": {"on": "2026-09-14", "health_and_safety": "yes", "by": "session lead"}},
        MET,
        "given on 14 September 2026 by session lead, with health and safety",
    ),
    (
        "no-induction",
        {"induction": {"on": "2026-11-03", "health_and_safety": "yes"}},
        MET,
        "given on 3 November 2026, with health and safety",
    ),
    ("no-induction", {"induction": None}, STOPS, "no induction is recorded since it started on 14 September 2026"),
    (
        "no-induction",
        {"induction": None, "starts": "2026-11-03", "reviews": None},
        APART,
        "it starts on the day, and the induction is given at the start",
    ),
    (
        "no-induction",
        {"induction": {"on": "2026-11-04", "health_and_safety": "yes"}},
        STOPS,
        "no induction is recorded since it started on 14 September 2026; the first is on 4 November 2026",
    ),
    (
        "no-induction",
        {"induction": {"on": "2026-09-14", "health_and_safety": "no"}},
        STOPS,
        "health and safety was no part of the induction on 14 September 2026",
    ),
    ("risk-assessment-not-reviewed", {}, MET, "the commissioner on 8 September 2026; the provider on 8 September 2026"),
    (
        "risk-assessment-not-reviewed",
        {"risk_reviews": [{"on": "2026-09-08", "side": "provider"}]},
        STOPS,
        "the risk assessment: the commissioner is not recorded as having looked at it",
    ),
    (
        "risk-assessment-not-reviewed",
        {"risk_reviews": [{"on": "2026-09-08", "side": "provider"}, {"on": "2026-11-04", "side": "commissioner"}]},
        STOPS,
        "the risk assessment: the commissioner is not recorded as having looked at it",
    ),
    ("no-named-person", {}, MET, "the commissioner's inclusion lead; the provider's key worker"),
    (
        "no-named-person",
        {"named_persons": [{"side": "provider", "role": "key worker"}]},
        STOPS,
        "nobody is named for the commissioner",
    ),
    ("change-not-told", {}, APART, "no significant change is recorded"),
    (
        "change-not-told",
        {"changes": [{"on": "2026-10-05", "side": "provider", "what": "another site", "told_on": "2026-10-06"}]},
        MET,
        "another site, told on 6 October 2026",
    ),
    (
        "change-not-told",
        {"changes": [{"on": "2026-10-05", "side": "provider", "what": "another site"}]},
        STOPS,
        "another site (5 October 2026): the other side is not recorded as told",
    ),
    (
        "change-not-told",
        {"changes": [{"on": "2026-10-05", "side": "provider", "what": "another site", "told_on": "2026-11-04"}]},
        STOPS,
        "another site (5 October 2026): the other side is not recorded as told",
    ),
    (
        "change-not-told",
        {"changes": [{"on": "2026-11-04", "side": "provider", "what": "another site"}]},
        APART,
        "no significant change is recorded",
    ),
    ("review-overdue", {}, MET, "last reviewed on 20 October 2026"),
    ("review-overdue", {"reviews": [], "starts": "2026-11-02"}, APART, "the first review is not due yet"),
    (
        "review-overdue",
        {"reviews": [], "starts": "2026-01-12"},
        STOPS,
        "never reviewed; due by 9 March 2026, every 8 weeks",
    ),
    ("no-update-on-objectives", {}, MET, "the last on 20 October 2026"),
    ("no-update-on-objectives", {"reviews": []}, APART, "the first is due by 14 February 2027"),
    (
        "no-update-on-objectives",
        {"reviews": [], "starts": "2026-01-12"},
        QUERIES,
        "no update since it started on 12 January 2026; due by 12 June 2026",
    ),
    (
        "overdue-termly-report",
        {},
        APART,
        "no termly report is asked for by the day, as far as a calendar tells",
    ),
    ("attendance-not-kept-up", {}, APART, "no report says yet until when attendance was reported every day"),
    ("part-time-without-reason", {}, MET, "26 hours of 25 a week"),
    ("part-time-without-reason", at_work(PART_TIME), MET, "14 hours of 25 a week, for health: as the hospital advises"),
    (
        "part-time-without-reason",
        at_work(),
        STOPS,
        "14 hours of education a week in all; 25 make a full week, and no reason for less is recorded",
    ),
    (
        "part-time-without-reason",
        {"package": None},
        UNKNOWN,
        "12 hours of 25 a week are recorded, and not all of the week is",
    ),
    (
        "part-time-without-reason",
        {"timetable": []},
        UNKNOWN,
        "14 hours of 25 a week are recorded, and not all of the week is",
    ),
    (
        "part-time-without-reason",
        {"cohort": "2000-01", **at_work()},
        APART,
        "the pupil is not of compulsory school age on the day",
    ),
    (
        "part-time-without-reason",
        {"cohort": "2021-22", "birth_third": None, **at_work()},
        APART,
        "the pupil is not of compulsory school age on the day",
    ),
    ("rest-of-week-not-recorded", {}, MET, "14 hours a week elsewhere"),
    (
        "rest-of-week-not-recorded",
        {"package": None},
        UNKNOWN,
        "12 hours a week in these records; the rest of the pupil's week is not recorded",
    ),
    (
        "rest-of-week-not-recorded",
        {"package": None, "timetable": []},
        UNKNOWN,
        "the rest of the pupil's week is not recorded",
    ),
    (
        "rest-of-week-not-recorded",
        {"package": None, "timetable": [{"starts": "2026-09-14", "hours_with_breaks": "26", "daytime": "yes"}]},
        APART,
        "the placements alone make a full week",
    ),
    (
        "rest-of-week-not-recorded",
        {"package": None, "cohort": "2000-01"},
        APART,
        "the pupil is not of compulsory school age on the day",
    ),
    ("hours-recorded-twice", {}, MET, "none of the hours elsewhere are with the provider of a placement"),
    (
        "hours-recorded-twice",
        {"package": a_package("14", ends="2026-10-30")},
        APART,
        "no hours elsewhere are recorded in this placement",
    ),
    (
        "hours-recorded-twice",
        {"package": None},
        APART,
        "no hours elsewhere are recorded in this placement",
    ),
    (
        "hours-recorded-twice",
        {"package": a_package("14", name="North Star Farm")},
        STOPS,
        "14 hours a week with North Star Farm, which PL-00001 records with north-star",
    ),
    ("part-time-not-reviewed", {}, APART, "no part-time arrangement is recorded"),
    ("part-time-not-reviewed", at_work(PART_TIME), MET, "to be reviewed on 1 December 2026"),
    (
        "part-time-not-reviewed",
        at_work({**PART_TIME, "review_on": "2026-11-02", "reviewed_on": "2026-11-03"}),
        MET,
        "reviewed, as was due on 2 November 2026",
    ),
    (
        "part-time-not-reviewed",
        at_work({**PART_TIME, "review_on": "2026-11-02", "reviewed_on": "2026-11-04"}),
        STOPS,
        "to be reviewed on 2 November 2026, and no review is recorded",
    ),
    ("part-time-not-reviewed", {"package": None}, APART, "no part-time arrangement is recorded"),
    ("part-time-for-another-reason", {}, APART, "no part-time arrangement is recorded"),
    ("part-time-for-another-reason", at_work(PART_TIME), MET, "for health: as the hospital advises"),
    (
        "part-time-for-another-reason",
        at_work({**PART_TIME, "reason": "reintegration"}),
        QUERIES,
        "less than a full week for reintegration, not for health: as the hospital advises",
    ),
    (
        "core-subject-not-accounted-for",
        {},
        MET,
        "North Star: English, mathematics, science and information technology",
    ),
    ("core-subject-not-accounted-for", OVER, APART, "not live on 3 November 2026"),
    ("no-daily-attendance-route", {"attendance": {"to": "attendance officer"}}, MET, "to the attendance officer"),
    (
        "no-daily-attendance-route",
        {"attendance": {"to": "office", "by": ["10:00", "14:00"]}},
        MET,
        "to the office by 10:00 and 14:00",
    ),
    (
        "no-daily-attendance-route",
        {"attendance": None},
        STOPS,
        "to whom attendance is reported each day is not recorded",
    ),
    ("no-daily-attendance-route", {**OVER, "attendance": None}, APART, "not live on 3 November 2026"),
    (
        "wrong-attendance-code",
        {},
        MET,
        "B: the school arranged or agreed it, and the pupil is on no roll of the provider",
    ),
    (
        "wrong-attendance-code",
        {"codes": []},
        UNKNOWN,
        "the code the school enters is not recorded; by the regulations it is B",
    ),
    (
        "wrong-attendance-code",
        {"codes": [], "starts": "2026-11-03", "reviews": []},
        APART,
        (
            "it starts on the day; the school is to enter B: the school arranged or agreed it, and the "
            "pupil is on no roll of the provider"
        ),
    ),
    (
        "wrong-attendance-code",
        {"registered_at": None},
        UNKNOWN,
        "the code cannot be told; not recorded: which schools the pupil is registered at (registered_at)",
    ),
    (
        "wrong-attendance-code",
        {"registered_at": [], "codes": []},
        APART,
        "the pupil is registered at no school, so no other register is kept",
    ),
    (
        "wrong-attendance-code",
        {"attendance": None},
        UNKNOWN,
        (
            "B cannot be confirmed; not recorded: whether somebody the school authorises supervises the "
            "pupil there (attendance: supervised)"
        ),
    ),
    (
        "wrong-attendance-code",
        {"codes": [{"code": "K", "starts": "2026-09-14"}]},
        STOPS,
        (
            "the school enters K; by the regulations it is B: the school arranged or agreed it, and the "
            "pupil is on no roll of the provider"
        ),
    ),
    ("ended-placement-not-completed", {}, APART, "it has not ended"),
    (
        "ended-placement-not-completed",
        OVER,
        STOPS,
        (
            "it ended on 2 November 2026; not recorded: destination, achievements (an empty list says "
            "none), the pupil's voice (pupil_voice)"
        ),
    ),
    (
        "ended-placement-not-completed",
        {
            **OVER,
            "destination": {"to": "home_school_full_time", "on": "2026-11-03"},
            "achievements": [],
            "pupil_voice": [{"on": "2026-11-02", "method": "interview"}],
        },
        MET,
        "to home school full time on 3 November 2026; 0 achievements; the pupil was heard",
    ),
]


@pytest.mark.parametrize(("name", "changes", "found", "says"), CASES)
def test_a_line_says_what_the_record_shows(
    name: str, changes: dict[str, Any], found: tuple[State, Effect], says: str
) -> None:
    line = line_of(name, lines(**changes))
    placement = in_order_placement(1, **changes)
    asked = situation(ON, in_order_provider(), a_visit(), placement)
    faults = [
        fault.message for rule in RULES if rule.name == name and rule.check for fault in rule.check(placement, asked)
    ]
    assert ((line.state, line.effect), line.says) == (found, says)
    assert bool(line.remedy) is (line.effect is not Effect.NONE)
    assert (line.rule == name) is (line.says in faults)


def test_every_line_is_asked_met_or_apart_and_at_fault() -> None:
    for _, asked in GROUPS:
        for each in asked:
            of = {found for name, _, found, _ in CASES if name == each.rule}
            assert of & {MET, APART}, each.rule
            assert of & {STOPS, QUERIES, UNKNOWN} or each.rule in OF_OTHER_RECORDS, each.rule


OF_OTHER_RECORDS = {
    "core-subject-not-accounted-for",
    "pupil-differs-between-placements",
    "live-placement-with-suspended-provider",
    "insurance-lapses-during-placement",
    "overdue-termly-report",
    "attendance-not-kept-up",
}
"""Lines whose fault takes another record: each has tests of its own below."""


def test_a_placement_to_come_starts_and_has_not_started() -> None:
    said = line_of(
        "provider-not-checked-before-start", lines(starts="2027-01-11", before_start=None, timetable=[], reviews=[])
    )
    assert said.says == "it starts on 11 January 2027; no check is recorded"


def test_what_was_seen_goes_with_the_line() -> None:
    steps = {"provider_checked": a_done(filed="AP/checks"), "assurance": a_done(filed="AP/assurance")}
    found = lines(plan=a_plan(evidence=SEEN), before_start=before_start(**steps))
    for name, filed in (
        ("placement-without-plan", "AP/north-star"),
        ("provider-not-checked-before-start", "AP/checks"),
        ("no-assurance-sought", "AP/assurance"),
    ):
        evidence = line_of(name, found).evidence
        assert evidence is not None
        assert evidence.filed == filed
    late = lines(plan=a_plan(evidence={**SEEN, "on": "2026-11-04"}))
    assert line_of("placement-without-plan", late).evidence is None


def test_what_falls_due_goes_with_the_line() -> None:
    found = lines()
    assert line_of("no-agreement-in-force", found).due == day("2027-07-31")
    assert line_of("risk-assessment-not-reviewed", found).due == day("2027-03-08")
    assert line_of("insurance-lapses-during-placement", found).due == day("2027-03-31")


def test_a_line_stands_at_its_place_in_the_record() -> None:
    found = lines(changes=[{"on": "2026-10-05", "side": "provider", "what": "another site"}])
    assert line_of("change-not-told", found).at == ("changes", 0)
    assert line_of("no-timetable-for-the-day", found).at == ("timetable", 0)


def test_the_words_for_a_ground_are_law_only_where_it_is() -> None:
    standing = {line.key: line.standing for line in lines()}
    assert standing["basis-does-not-fit-commissioner"] is Standing.LAW
    assert standing["placement-past-its-end"] is Standing.STATUTORY_GUIDANCE
    assert standing["pupil-status-not-recorded"] is Standing.FRAMEWORK
    for line in lines():
        begins_with_law = re.match(r"[A-Z][A-Za-z ()]+ (Act|Regulations)", line.basis) is not None
        assert begins_with_law is (line.standing is Standing.LAW), line.basis


def test_a_waiver_answers_what_is_not_recorded_too() -> None:
    found = line_of("unknown-site", lines(a_waiver("unknown-site", RECORD), site=None))
    assert (found.state, found.effect, found.waiver) == (State.WAIVED, Effect.NONE, "an-exception")
    law = line_of("wrong-attendance-code", lines(a_waiver("wrong-attendance-code", RECORD), codes=[]))
    assert law.state is State.NOT_RECORDED


class TestItsTermlyReports:
    """What is due and what is told is in the reports; by when, in the calendars."""

    EARLIER = a_whole_year("2025-26")
    OF_LAST_YEAR: ClassVar[dict[str, Any]] = {"starts": "2026-06-08", "timetable": [a_week(starts="2026-06-08")]}

    def test_one_that_never_came_is_a_fault(self) -> None:
        found = line_of("overdue-termly-report", lines(self.EARLIER, a_whole_year(), **self.OF_LAST_YEAR))
        assert (found.state, found.effect) == STOPS
        assert found.says == "Termly report, summer 2025-26 (first): due on 15 September 2026, 30 school days ago"

    def test_where_attendance_was_not_kept_up_that_is_queried(self) -> None:
        sessions = {"possible": "50", "attended": "45", "last_daily_return": "2026-07-13"}
        report = a_report("2025-26-summer/PL-00001", status="submitted", submitted_on="2026-07-20", sessions=sessions)
        found = line_of("attendance-not-kept-up", lines(self.EARLIER, report, **self.OF_LAST_YEAR))
        assert (found.state, found.effect) == QUERIES
        assert found.says.startswith("not reported since 14 July 2026: the report of 20 July 2026 says")


class TestThePupilsOtherPlacements:
    """What they say of the pupil is held against each other, whichever is asked about."""

    @pytest.mark.parametrize("number", [0, 2])
    def test_are_named_where_they_say_the_same(self, number: int) -> None:
        other = in_order_placement(number, pupil="P-00001")
        found = line_of("pupil-differs-between-placements", lines(other))
        assert ((found.state, found.effect), found.says) == (MET, f"as in {other.id}")

    @pytest.mark.parametrize("number", [0, 2])
    def test_are_at_fault_where_they_differ(self, number: int) -> None:
        other = in_order_placement(number, pupil="P-00001", cohort="2012-13")
        found = line_of("pupil-differs-between-placements", lines(other))
        assert (found.state, found.effect) == STOPS
        assert found.says == f"cohort of P-00001: 2011-12 here, 2012-13 in {other.id}"
        assert found.rule == found.key
        assert found.remedy == "Correct the one that is wrong."

    def test_do_not_hide_a_week_that_is_not_full(self) -> None:
        other = in_order_placement(0, pupil="P-00001", package=None, timetable=[a_week("1")])
        found = line_of("part-time-without-reason", lines(other, package=a_package("1")))
        assert ((found.state, found.effect), found.says) == (
            STOPS,
            "14 hours of 25 a week in all, and no reason for less is recorded",
        )

    def test_whether_school_age_begins_may_not_be_known(self) -> None:
        placement = in_order_placement(2, pupil="P-00001", cohort="2021-22", package=a_package("1"))
        found = following.full_week(placement, situation("2027-02-01", placement))
        assert found.says == "13 hours of 25 a week; whether the pupil is of compulsory school age is not known"


class TestCoreSubjects:
    """Who teaches them is told of the whole week, whichever of the pupil's placements is asked about."""

    NAME = "core-subject-not-accounted-for"
    NO_SCIENCE = an_offer(core_subjects=core_subjects(science="elsewhere"))

    def test_are_met_by_what_the_rest_of_the_week_teaches(self) -> None:
        school = a_package(name="Westmarch Academy", core_subjects=["science"])
        found = line_of(self.NAME, lines(provider={"offer": self.NO_SCIENCE}, package=school))
        assert (found.state, found.effect) == MET
        assert found.says == "North Star: English, mathematics and information technology; Westmarch Academy: science"

    def test_are_to_amend_or_to_give_a_reason_for(self) -> None:
        found = line_of(self.NAME, lines(provider={"offer": self.NO_SCIENCE}))
        assert (found.state, found.effect, found.rule) == (*QUERIES, self.NAME)
        assert found.remedy.startswith("Ask who else teaches it")

    def test_weigh_no_more_at_the_placement_that_does_not_keep_the_week(self) -> None:
        other = in_order_placement(2, pupil="P-00001", starts="2026-10-05")
        found = line_of(self.NAME, lines(other, provider={"offer": self.NO_SCIENCE}))
        assert (found.state, found.effect, found.rule) == (*QUERIES, self.NAME)
        assert found.says == "North Star does not teach science, and where else the pupil is taught it is not recorded"

    def test_can_be_waived(self) -> None:
        waiver = a_waiver(self.NAME, RECORD)
        found = line_of(self.NAME, lines(waiver, provider={"offer": self.NO_SCIENCE}))
        assert (found.state, found.waiver) == (State.WAIVED, "an-exception")

    def test_are_open_where_nobody_asked_the_provider(self) -> None:
        found = line_of(self.NAME, lines(provider={"offer": an_offer()}))
        assert (found.state, found.effect, found.rule) == (*NOT_SAID, "")
        assert found.says == "which core subjects are taught at North Star is not recorded"
        assert found.remedy == "Ask the provider, and record it (its offer: core_subjects)."

    def test_cannot_be_told_without_the_providers_record(self) -> None:
        placement = in_order_placement()
        found = line_of(self.NAME, list(placement_check(placement, situation(ON, placement)).lines))
        assert ((found.state, found.effect), found.says) == (UNKNOWN, "the provider is not in the records")


class TestTheProvidersRecord:
    """Lines that rest on it are met by what it says, and are open where it is not at hand."""

    RESTING = (
        "unknown-site",
        "provider-not-open-to-placements",
        "live-placement-with-suspended-provider",
        "insurance-lapses-during-placement",
        "provider/insured",
        "provider/first-day",
    )

    @pytest.mark.parametrize("name", RESTING)
    @pytest.mark.parametrize(
        ("unread", "state", "says"),
        [
            pytest.param((), State.NOT_RECORDED, "the provider is not in the records", id="not-there"),
            pytest.param(("north-star",), State.REVIEW, "the provider's record cannot be read", id="unreadable"),
        ],
    )
    def test_is_needed_to_tell(self, name: str, unread: tuple[str, ...], state: State, says: str) -> None:
        placement = in_order_placement()
        of = situation(ON, placement, unreadable={PROVIDER: unread})
        found = line_of(name, list(placement_check(placement, of).lines))
        assert (found.state, found.effect, found.says) == (state, Effect.CANNOT_TELL, says)
        assert found.remedy

    def test_shows_a_registered_school_open_to_it(self) -> None:
        found = lines(provider={"listing": [], "registration": {"register_checks": [on_the_register()]}})
        assert line_of("provider-not-open-to-placements", found).state is State.MET
        listed = line_of("live-placement-with-suspended-provider", found)
        assert (listed.state, listed.effect) == APART
        assert listed.says == "not on the list, so the council has not suspended or removed it"

    @pytest.mark.parametrize(
        ("starts", "state"),
        [
            pytest.param("2026-10-05", State.MISSING, id="goes-on"),
            pytest.param("2026-10-06", State.MISSING, id="started-on-the-day"),
            pytest.param("2026-10-07", State.MISSING, id="started-after"),
        ],
    )
    def test_shows_a_suspension_whenever_the_placement_started(self, starts: str, state: State) -> None:
        listing = [a_listing(), a_listing("suspended", on="2026-10-06")]
        found = line_of("live-placement-with-suspended-provider", lines(provider={"listing": listing}, starts=starts))
        assert (found.state, found.effect, found.rule) == (state, Effect.STOP, found.key)

    def test_shows_an_insurance_nobody_recorded(self) -> None:
        found = lines(provider={"insurance": None})
        insured = line_of("provider/insured", found)
        assert (insured.state, insured.effect, insured.rule) == (*UNKNOWN, "insurance-not-recorded")
        assert insured.says.startswith("Public liability insurance: nothing is recorded; ")
        to_the_end = line_of("insurance-lapses-during-placement", found)
        assert (to_the_end.state, to_the_end.effect) == APART
        assert to_the_end.says == "not every insurance is recorded as in force on the day"

    def test_shows_an_insurance_that_ran_out_before_one_that_is_not_recorded(self) -> None:
        held = {"held": [an_insurance("employers_liability", ends="2026-11-02")]}
        found = line_of("provider/insured", lines(provider={"insurance": held}))
        assert (found.state, found.effect, found.rule) == (State.EXPIRED, Effect.STOP, "lapsed-insurance")

    def test_shows_an_insurance_that_runs_out_before_the_end(self) -> None:
        kinds = ("public_liability", "professional_indemnity", "employers_liability")
        held = {"held": [an_insurance(kind, ends="2026-11-20") for kind in kinds]}
        found = [
            each for each in lines(provider={"insurance": held}) if each.key == "insurance-lapses-during-placement"
        ]
        assert {(each.state, each.effect) for each in found} == {QUERIES}
