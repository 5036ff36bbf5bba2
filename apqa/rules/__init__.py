"""All rules, in the order of the documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.rules import (
    action_plans,
    assurance,
    before,
    during,
    insurance,
    keeping,
    listing,
    placement,
    plan,
    policies,
    registration,
    reports,
    safeguarding,
    visits,
    week,
)

if TYPE_CHECKING:
    from apqa.rule import Rule

RULES: tuple[Rule, ...] = (
    registration.unregistered_full_time_provision,
    registration.registration_to_be_judged,
    registration.no_headroom_left,
    registration.register_not_checked,
    registration.register_check_overdue,
    registration.outside_registration,
    registration.headcount_below_placements,
    listing.provider_not_open_to_placements,
    listing.live_placement_with_suspended_provider,
    listing.no_due_diligence,
    listing.listed_before_due_diligence,
    listing.provider_not_visited,
    listing.exceptional_use_without_limits,
    listing.value_for_money_not_considered,
    listing.accounts_overdue,
    policies.missing_policy,
    policies.policy_not_recorded,
    policies.policy_review_overdue,
    policies.outdated_edition,
    policies.missing_procedure,
    policies.procedure_not_recorded,
    insurance.lapsed_insurance,
    insurance.missing_insurance,
    insurance.insurance_not_recorded,
    insurance.insurance_below_minimum,
    insurance.insurance_lapses_during_placement,
    safeguarding.no_safeguarding_lead,
    safeguarding.safeguarding_lead_training_overdue,
    safeguarding.staff_training_overdue,
    safeguarding.central_record_incomplete,
    safeguarding.central_record_overdue,
    safeguarding.dbs_recheck_overdue,
    assurance.too_few_references,
    assurance.unsatisfactory_reference,
    assurance.missing_safety_item,
    assurance.safety_item_not_recorded,
    assurance.safety_item_overdue,
    placement.basis_does_not_fit_commissioner,
    placement.plan_placement_without_ehc_plan,
    placement.eotas_is_not_alternative_provision,
    placement.pupil_status_not_recorded,
    placement.pupil_differs_between_placements,
    placement.special_needs_contradict_ehc_plan,
    placement.placement_past_its_end,
    placement.no_timetable_for_the_day,
    plan.placement_without_plan,
    plan.incomplete_objective,
    plan.plan_without_assessment,
    plan.plan_not_linked,
    plan.no_update_on_objectives,
    plan.ended_placement_not_completed,
    plan.no_agreement_in_force,
    plan.incomplete_agreement,
    before.provider_not_checked_before_start,
    before.information_not_shared,
    before.others_not_told,
    before.no_visit_before_referral,
    before.no_assurance_sought,
    before.no_induction,
    during.no_structured_programme,
    during.risk_assessment_not_reviewed,
    during.no_named_person,
    during.change_not_told,
    during.review_overdue,
    during.no_progression_route,
    during.wrong_attendance_code,
    week.part_time_without_reason,
    week.rest_of_week_not_recorded,
    week.part_time_not_reviewed,
    week.part_time_for_another_reason,
    reports.incomplete_termly_report,
    reports.report_outside_placement,
    reports.no_self_assessment,
    reports.self_assessment_not_declared_true,
    visits.visit_without_note,
    visits.note_not_circulated,
    visits.weakness_without_action,
    visits.note_not_told_face_to_face,
    visits.spot_check_without_trigger,
    visits.spot_check_without_the_right_officers,
    visits.grave_concern_not_taken_up,
    action_plans.overdue_action,
    action_plans.silent_on_action_plan,
    action_plans.action_plan_not_agreed,
    action_plans.removal_not_carried_through,
    keeping.unknown_reference,
    keeping.unknown_site,
    keeping.visit_to_unknown_site,
    keeping.unknown_policy,
    keeping.policy_loosens_law,
    keeping.no_authority,
    keeping.waiver_of_law,
    keeping.waiver_without_object,
    keeping.waiver_expired,
    keeping.waiver_approved_late,
    keeping.no_calendar,
)
"""Every rule that is asked of the records. What the reader itself finds is in `apqa.reading.faults`."""

_BY_NAME = {rule.name: rule for rule in RULES}


def rule_named(name: str) -> Rule | None:
    """Answer the rule of that name; none where there is none."""
    return _BY_NAME.get(name)


def rule_names() -> list[str]:
    """Answer the names of all rules, in order."""
    return list(_BY_NAME)
