"""The quality assurance review: reports, self-assessments, visits, action plans (QF-50 to QF-59)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.days import plain
from apqa.records.kinds import ACTION_PLAN, PROVIDER, SELF_ASSESSMENT, TERMLY_REPORT, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.reporting import ReportStatus
from apqa.vocabulary.review import Area, EscalationStep, Judgement, Officer, Rag, Trigger, VisitStatus, VisitType

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.action_plan import ActionPlan
    from apqa.records.provider import Provider
    from apqa.records.self_assessment import SelfAssessment
    from apqa.records.termly_report import TermlyReport
    from apqa.records.visit import Note, Visit

_WEAK = frozenset({Judgement.NEEDS_IMPROVEMENT, Judgement.CONCERN})
_COLOURED = frozenset({Rag.AMBER, Rag.RED})


@rule(
    about=TERMLY_REPORT,
    severity=Severity.CONCERN,
    clauses=("QF-06", "QF-07", "QF-50"),
    basis="QF-50, Appendix B",
    remedy="Return it to the provider with what is missing.",
)
def incomplete_termly_report(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report that was sent lacks attendance, an objective or the pupil's voice.

    Without these it says nothing of progress. It is incomplete, which is not the same as late.
    """
    if report.status is ReportStatus.SUBMITTED and report.submitted_on and report.submitted_on <= situation.on:
        missing = report.missing()
        if missing:
            yield Fault(report, f"it lacks {', '.join(missing)}", ("status",))


@rule(
    about=TERMLY_REPORT,
    severity=Severity.CONCERN,
    clauses=("QF-50", "QF-52"),
    basis="QF-50, QF-52",
    remedy="Correct the report or the placement.",
)
def report_outside_placement(report: TermlyReport, situation: Situation) -> Iterator[Fault]:
    """A termly report was sent before its placement began, or is on a placement that is not in the records.

    A report is about one placement in one reporting period.
    """
    placement = situation.records.placement(report.placement)
    if placement is not None and report.submitted_on and report.submitted_on < placement.starts:
        said = f"sent on {plain(report.submitted_on)}, before the placement started on {plain(placement.starts)}"
        yield Fault(report, said, ("submitted_on",), related=((placement, ("starts",)),))


@rule(
    about=PROVIDER,
    severity=Severity.CONCERN,
    clauses=("QF-53",),
    basis="QF-53, Appendix A",
    remedy="Ask the provider for it.",
)
def no_self_assessment(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A listed provider has not completed a self-assessment within the cycle.

    Every listed provider completes one every year.
    """
    cycle = situation.policy.cycle("self_assessment")
    listed = provider.listed_as(situation.on)
    if cycle is None or listed is None or not provider.is_listed(situation.on) or provider.reports_not_asked:
        return
    done = [
        each.completed_on
        for each in situation.records.self_assessments_of(provider.id)
        if each.completed_on <= situation.on
    ]
    first_listed = min(event.on for event in provider.listing if event.status is listed.status)
    if cycle.next_due(max([first_listed, *done])) < situation.on:
        said = f"the last is of {plain(max(done))}" if done else f"none since it was listed on {plain(first_listed)}"
        yield Fault(provider, said, ("listing",))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-53",),
    basis="QF-53",
    remedy="Ask the provider to declare it, or return the form.",
)
def self_assessment_not_declared_true(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """A self-assessment is not declared true.

    The council relies on it between visits.
    """
    if not assessment.true_statement and assessment.completed_on <= situation.on:
        yield Fault(assessment, "the declaration says no", ("true_statement",))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-51", "QF-56"),
    basis="QF-56",
    remedy="Write the note, or record that the visit was cancelled.",
)
def visit_without_note(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A visit took place, or its day has passed, and there is no note.

    Following every visit a written summary of findings is circulated.
    """
    if visit.note is not None or visit.status is VisitStatus.CANCELLED or visit.on > situation.on:
        return
    allowed = situation.policy.days("circulation_days")
    if visit.status is VisitStatus.PLANNED and visit.on < situation.on:
        yield Fault(visit, f"planned for {plain(visit.on)}, which has passed", ("status",))
    elif visit.on + allowed < situation.on:
        yield Fault(visit, f"visited on {plain(visit.on)}; no note is recorded", ("status",))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-56", "QF-57"),
    basis="QF-56; local policy",
    remedy="Circulate it, to the provider too, and record to whom and when.",
)
def note_not_circulated(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note of visit was not circulated within the council's days, or not to the provider.

    A note that stays in a drawer changes nothing, and its content should never be a surprise to the provider.
    """
    note = visit.note
    if note is None:
        return
    due = visit.on + situation.policy.days("circulation_days") * 7 // 5
    sent = [each for each in note.circulation if each.on <= situation.on]
    if not sent and due < situation.on:
        yield Fault(visit, f"visited on {plain(visit.on)}; the note is not recorded as circulated", ("note",))
    elif sent and not any("provider" in each.to.lower() for each in sent):
        yield Fault(visit, "the provider is not among those it was circulated to", ("note", "circulation"))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-57", "QF-58"),
    basis="QF-57, QF-58",
    remedy="Agree an action with an owner and a day, and record it.",
)
def weakness_without_action(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note finds an area weak and agrees no action on it.

    What was found must be followed by what is to be done, by whom and by when.
    """
    if visit.note is None or visit.on > situation.on:
        return
    covered = {action.area for action in visit.note.actions}
    for number, area in enumerate(visit.note.areas):
        if (area.judgement in _WEAK or area.colour in _COLOURED) and area.area not in covered:
            said = f"{area.area.value} is judged {area.judgement.value}, and no action is about it"
            yield Fault(visit, said, ("note", "areas", number))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-57",),
    basis="QF-57",
    remedy="Tell the provider, and record it (told_face_to_face).",
)
def note_not_told_face_to_face(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A note was written and the provider was not told of its content face to face.

    The note summarises a conversation that took place; nothing in it should surprise the provider.
    """
    if visit.note is not None and not visit.note.told_face_to_face and visit.note.written_on <= situation.on:
        yield Fault(visit, "it is not recorded that everything was said face to face", ("note",))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-54", "QF-55"),
    basis="QF-55",
    remedy="Record what raised the concern and what it is, or correct the type of the visit.",
)
def spot_check_without_trigger(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A spot check does not say what raised the concern, or a routine visit says it has one.

    Spot checks answer a concern; routine visits are no sign of any.
    """
    is_spot_check = visit.type in {VisitType.SPOT_CHECK, VisitType.URGENT}
    if is_spot_check and (visit.trigger is None or visit.concern is None):
        yield Fault(visit, "its trigger or its concern is not recorded", ("type",))
    if not is_spot_check and visit.type is not VisitType.FOLLOW_UP and visit.trigger is not None:
        yield Fault(visit, f"a {visit.type.value} has a trigger: is it a spot check?", ("trigger",))


@rule(
    about=VISIT,
    severity=Severity.CONCERN,
    clauses=("QF-55",),
    basis="QF-55",
    remedy="Bring in who is missing, and record it.",
)
def spot_check_without_the_right_officers(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A spot check went ahead without those its concern needs.

    A safeguarding concern needs the LADO; where looked-after pupils are placed, information is sought from the
    Virtual School and the allocated social workers.
    """
    if visit.type not in {VisitType.SPOT_CHECK, VisitType.URGENT} or visit.status is not VisitStatus.DONE:
        return
    officers = {visit.lead, *visit.officers}
    if visit.concern_area is Area.SAFEGUARDING and Officer.LADO not in officers and visit.trigger is not Trigger.LADO:
        yield Fault(visit, "the concern is about safeguarding, and the LADO did not take part", ("officers",))
    live = [each for each in situation.records.placements_at(visit.provider) if each.is_live(visit.on)]
    if any(placement.is_looked_after(visit.on) for placement in live):
        missing = [name for name in ("virtual_school_asked", "social_worker_asked") if getattr(visit, name) is None]
        if missing:
            said = f"looked-after pupils are placed there; not recorded: {', '.join(missing)}"
            yield Fault(visit, said, ("officers",))


@rule(
    about=VISIT,
    severity=Severity.QUERY,
    clauses=("QF-51",),
    basis="QF-51",
    remedy="Tell senior management, and record the day (senior_management_told); or give the reason as a waiver.",
)
def grave_concern_not_taken_up(visit: Visit, situation: Situation) -> Iterator[Fault]:
    """A red outcome was not taken to senior management.

    If necessary, issues are escalated to senior management; a red outcome is such an issue unless somebody says
    why not.
    """
    note: Note | None = visit.note
    if note is not None and note.outcome is Rag.RED and visit.senior_management_told is None:
        yield Fault(visit, "the outcome is red, and senior management is not recorded as told", ("note", "outcome"))


@rule(
    about=ACTION_PLAN,
    severity=Severity.CONCERN,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Ask the provider what has been done; record it, or take the plan to the next step.",
)
def overdue_action(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """An agreed action is past its day and still open.

    The provider acts on the plan without delay.
    """
    if plan.closed_on is not None and plan.closed_on <= situation.on:
        return
    for number, action in enumerate(plan.actions):
        if action.is_open and action.due < situation.on:
            said = f"{action.what}: due on {plain(action.due)} from {action.owner}, and open"
            yield Fault(plan, said, ("actions", number, "due"))


@rule(
    about=ACTION_PLAN,
    severity=Severity.QUERY,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Ask for an update, and record it.",
)
def silent_on_action_plan(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """A provider has given no update on an open action plan within the agreed days.

    The provider gives regular updates on progress, as agreed and specified in the plan.
    """
    if plan.update_days is None or plan.on > situation.on or (plan.closed_on and plan.closed_on <= situation.on):
        return
    days = [update.on for action in plan.actions for update in action.updates if update.on <= situation.on]
    last = max([plan.agreed_on or plan.on, *days])
    if (situation.on - last).days > plan.update_days and any(action.is_open for action in plan.actions):
        said = f"the last update was on {plain(last)}; one is due every {plan.update_days} days"
        yield Fault(plan, said, ("update_days",))


@rule(
    about=ACTION_PLAN,
    severity=Severity.QUERY,
    clauses=("QF-58",),
    basis="QF-58",
    remedy="Agree it with the provider, and record the day.",
)
def action_plan_not_agreed(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """An action plan is not recorded as agreed with the provider.

    An action plan is agreed, recorded and monitored.
    """
    if plan.agreed_on is None and plan.closed_on is None and plan.on < situation.on:
        yield Fault(plan, f"opened on {plain(plan.on)} and not recorded as agreed", ("reason",))


@rule(
    about=ACTION_PLAN,
    severity=Severity.BREACH,
    clauses=("QF-59",),
    basis="QF-59",
    remedy="Record the meeting and its day, and who was told; hold or tell what was not.",
)
def removal_not_carried_through(plan: ActionPlan, situation: Situation) -> Iterator[Fault]:
    """A provider was removed without an urgent meeting, or without telling everyone who must be told.

    An urgent meeting decides; then all commissioning services and schools are informed, and each live placement
    has what happens to it.
    """
    for number, event in enumerate(plan.escalation):
        if event.step is not EscalationStep.REMOVED or event.on > situation.on:
            continue
        at = ("escalation", number)
        if event.meeting_on is None or event.meeting_on > event.on:
            yield Fault(plan, "no urgent meeting before the removal is recorded", at)
        told = {each.who.lower() for each in event.told}
        authority = situation.records.authority
        untold = [each.name for each in (authority.recipients if authority else ()) if each.name.lower() not in told]
        if untold:
            yield Fault(plan, f"not recorded as told of the removal: {', '.join(untold)}", at)
        settled = {outcome.placement for outcome in event.placements}
        live = [
            each.id for each in situation.records.placements_at(plan.provider) if each.is_live(event.on) and each.starts < event.on
        ]
        open_ended = sorted(set(live) - settled)
        if open_ended:
            yield Fault(plan, f"what becomes of them is not recorded: {', '.join(open_ended)}", at)
