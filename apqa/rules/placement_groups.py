"""What is asked of a placement: each rule, in a few words, and what shows that it is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from apqa.questions.placement_checks import following, identity, plan, provider, sides

if TYPE_CHECKING:
    from apqa.questions.placement_checks.found import Finder

AFTER = "After the end"


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing asked of a placement."""

    rule: str
    """The rule whose fault fails it."""

    title: str
    """What it asks for, in a few words."""

    find: Finder
    """What the record shows of it where the rule finds no fault: no fault is not yet an answer."""


GROUPS: tuple[tuple[str, tuple[Asked, ...]], ...] = (
    (
        "What it is",
        (
            Asked("basis-does-not-fit-commissioner", "A legal ground its commissioner can use", identity.ground),
            Asked(
                "plan-placement-without-ehc-plan",
                "An EHC plan, where the ground is one",
                identity.plan_behind_the_ground,
            ),
            Asked(
                "eotas-is-not-alternative-provision",
                "Alternative provision as the guidance defines it",
                identity.alternative_provision,
            ),
            Asked("pupil-status-not-recorded", "EHC plan and care recorded", identity.pupil_status),
            Asked(
                "pupil-differs-between-placements", "The same of the pupil as in other placements", identity.same_pupil
            ),
            Asked(
                "special-needs-contradict-ehc-plan", "Special needs and EHC plan go together", identity.special_needs
            ),
            Asked("no-timetable-for-the-day", "A timetable for the day", identity.timetable),
            Asked("placement-past-its-end", "Within its agreed end", identity.agreed_end),
            Asked("unknown-site", "At a site of the provider", provider.at_a_site),
        ),
    ),
    (
        "Provider",
        (
            Asked(
                "provider-not-open-to-placements",
                "Listed or registered, and open, when it started",
                provider.open_to_it,
            ),
            Asked(
                "provider-not-checked-before-start", "Checked before the start, and recorded", provider.checked_before
            ),
            Asked(
                "live-placement-with-suspended-provider",
                "The provider is not suspended or removed",
                provider.not_suspended,
            ),
            Asked(
                "insurance-lapses-during-placement",
                "Insured to its end, or renewed in time",
                provider.insured_to_the_end,
            ),
        ),
    ),
    (
        "Plan",
        (
            Asked("placement-without-plan", "A personalised plan with objectives", plan.plan),
            Asked("incomplete-objective", "Each objective with baseline, measure, target and day", plan.objectives),
            Asked("plan-without-assessment", "How progress is assessed and monitored", plan.part("assessment")),
            Asked("plan-not-linked", "Linked to the pupil's other plans", plan.links),
            Asked("no-structured-programme", "A structured programme", plan.part("programme")),
            Asked("no-progression-route", "A way back to school or onward", plan.part("progression")),
        ),
    ),
    (
        "Agreement",
        (
            Asked("no-agreement-in-force", "A signed agreement in force", plan.agreement),
            Asked("incomplete-agreement", "Price, invoices and pupils' data agreed", plan.terms),
        ),
    ),
    (
        "Both sides",
        (
            Asked(
                "information-not-shared",
                "Needs and safeguarding information shared",
                sides.steps(
                    "what was shared",
                    ("needs_shared", "needs shared"),
                    ("safeguarding_shared", "safeguarding shared"),
                ),
            ),
            Asked("others-not-told", "Council, caseworker and Virtual School told or asked", sides.others_told),
            Asked("no-visit-before-referral", "Visited before the referral, or why not", sides.visited),
            Asked(
                "no-assurance-sought",
                "Assurance sought on safeguarding, safety and insurance",
                sides.steps("the assurance", ("assurance", "sought")),
            ),
            Asked("no-induction", "An induction with health and safety", sides.induction),
            Asked("risk-assessment-not-reviewed", "Risk assessment looked at by both sides", sides.risk_assessment),
            Asked("no-named-person", "A named person on each side", sides.named_persons),
            Asked("change-not-told", "Significant changes told to the other side", sides.changes_told),
        ),
    ),
    (
        "Reviews",
        (
            Asked("review-overdue", "Reviewed within the cycle", following.reviewed),
            Asked("no-update-on-objectives", "Updates on the objectives", following.updated),
            Asked("overdue-termly-report", "Termly reports sent in time", following.reported),
        ),
    ),
    (
        "The pupil's week",
        (
            Asked("part-time-without-reason", "A full week over all provisions, or a reason", following.full_week),
            Asked("rest-of-week-not-recorded", "The rest of the week recorded", following.rest_of_week),
            Asked("hours-recorded-twice", "Each hour of it counted once", following.counted_once),
            Asked("part-time-not-reviewed", "Part-time reviewed in time", following.part_time_reviewed),
            Asked("part-time-for-another-reason", "Part-time for health only", following.part_time_for_health),
            Asked("core-subject-not-accounted-for", "Core subjects taught, here or elsewhere", following.core_subjects),
        ),
    ),
    (
        "Attendance",
        (
            Asked("no-daily-attendance-route", "Attendance reported each day", following.daily_attendance),
            Asked("attendance-not-kept-up", "Attendance kept up every day", following.attendance_kept_up),
            Asked("wrong-attendance-code", "The right attendance code", following.attendance_code),
        ),
    ),
    (
        AFTER,
        (
            Asked(
                "ended-placement-not-completed",
                "Destination, achievements and the pupil's voice",
                plan.kept_after_the_end,
            ),
        ),
    ),
)
"""The rules on placements in the order in which a person goes through them."""
