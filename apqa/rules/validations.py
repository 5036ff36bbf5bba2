"""The council's side of a self-assessment: review, validation by a visit, and what follows from it (QF-53, QF-54)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.guidance.criteria import criterion
from apqa.guidance.days import plain
from apqa.questions.assessments.current import counts
from apqa.questions.assessments.ratings import SHORT, checked_by, effective, rating_sheet
from apqa.questions.assessments.receipt import Stage, handled
from apqa.records.kinds import ACTION_PLAN, AUTHORITY, SELF_ASSESSMENT, VISIT
from apqa.rule import Fault
from apqa.rules.declare import rule
from apqa.vocabulary.review import VisitStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.action import Action
    from apqa.records.self_assessment import CouncilValidation, SelfAssessment
    from apqa.records.visit import Visit
    from apqa.rule import Path


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-53",),
    basis="QF-53; local policy sets the days",
    remedy="Review it, and record by whom, when and with what outcome (council: reviewed_by, reviewed_on, outcome).",
    rests_on=(SELF_ASSESSMENT, AUTHORITY),
)
def self_assessment_not_reviewed(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment of a provider came, and the council has not reviewed it within its days.

    A self-assessment nobody reads changes nothing. What was recorded of an earlier version says nothing of this one.
    """
    if not counts(assessment, situation):
        return
    found = handled(assessment, situation)
    if found.stage is Stage.NOT_REVIEWED and found.overdue and found.due:
        came = "received" if assessment.council and not found.earlier else "completed"
        earlier = "; what is recorded of the council was of an earlier version" if found.earlier else ""
        said = f"{came} on {plain(found.since)} and not reviewed; due by {plain(found.due)}{earlier}"
        yield Fault(assessment, said, ("council",) if assessment.council else ("completed_on",))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-53",),
    basis="QF-53; local policy sets the days",
    remedy="Ask the provider for the corrected one, and record it in place of this one: git keeps both.",
    rests_on=(SELF_ASSESSMENT, AUTHORITY),
)
def self_assessment_not_corrected(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The last self-assessment was returned to the provider, and no corrected one has come within the days.

    Until it does there is none the council could rely on.
    """
    if not counts(assessment, situation):
        return
    found = handled(assessment, situation)
    if found.stage is Stage.RETURNED and found.overdue and found.due:
        said = f"returned on {plain(found.since)}; a corrected one was due by {plain(found.due)}"
        yield Fault(assessment, said, ("council", "outcome"))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-54",),
    basis="QF-54",
    remedy="Visit the provider, and record for each criterion that was checked what was found (council).",
    rests_on=(SELF_ASSESSMENT, VISIT),
)
def self_assessment_not_validated(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The day has passed by which a visit was to validate the last self-assessment, and none is recorded.

    On-site visits validate the self-assessment: without one it is the provider's own word.
    """
    if not counts(assessment, situation):
        return
    found = handled(assessment, situation)
    if found.stage is Stage.REVIEWED and found.overdue and found.due:
        said = (
            f"a visit was to validate it by {plain(found.due)}; none since {plain(assessment.completed_on)} is recorded"
        )
        yield Fault(assessment, said, ("council", "visit_by"))


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-54",),
    basis="QF-54",
    remedy="Correct the visit or the day; where nobody checked it, record not_checked.",
    rests_on=(SELF_ASSESSMENT,),
)
def validation_without_visit(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """A council's validation cannot be of what it validates: its visit, or its day, is of something else.

    What the council found overrides what the provider says of itself, so it must rest on a look at it: at this
    provider, and no earlier than its rating.
    """
    doubtful: defaultdict[tuple[str, tuple[Visit, ...]], list[str]] = defaultdict(list)
    for code, rating in assessment.ratings.items():
        checked = checked_by(rating, situation.on)
        visit = situation.records.one(VISIT, checked.visit) if checked and checked.visit else None
        if checked and (why := _why_doubtful(checked, visit, assessment)):
            doubtful[why, (visit,) if visit else ()].append(code)
    for (why, visits), codes in doubtful.items():
        related: tuple[tuple[Visit, Path], ...] = tuple((visit, ("status",)) for visit in visits)
        said = f"{', '.join(codes)}: {why}"
        yield Fault(assessment, said, ("ratings", codes[0], "council"), related=related)


def _why_doubtful(checked: CouncilValidation, visit: Visit | None, assessment: SelfAssessment) -> str:
    """Say why a validation cannot be of this self-assessment; empty where it can."""
    if visit is not None and visit.provider != assessment.provider:
        return f"the visit {visit.id} was to another provider"
    if visit is not None and visit.status is not VisitStatus.DONE:
        return f"the visit {visit.id} is {visit.status.value} and not done"
    day = checked.on or assessment.completed_on
    if visit is not None and day < visit.on:
        return f"checked on {plain(day)}, before the visit of {plain(visit.on)}"
    first = min(day, visit.on) if visit else day
    if first < assessment.completed_on:
        return f"checked on {plain(first)}, before the provider completed it on {plain(assessment.completed_on)}"
    return ""


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.QUERY,
    clauses=("QF-54", "QF-57"),
    basis="QF-54, QF-57",
    remedy="Say why (council: note), so that the provider is not surprised.",
    rests_on=(SELF_ASSESSMENT,),
)
def validation_differs_without_reason(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The council found other than the provider rates itself, and does not say why.

    Its finding counts from then on. Nothing in it should surprise the provider.
    """
    for each in rating_sheet(assessment, situation).rated:
        if each.differs and each.rating and each.council and each.council.note is None:
            theirs, ours = (word.value.replace("_", " ") for word in (each.rating.rating, each.council.found))
            said = f"'{_title(each.code)}': {theirs} by the provider, {ours} by the council, without a reason"
            yield Fault(assessment, said, ("ratings", each.code, "council", "found"), key=each.code)


@rule(
    about=SELF_ASSESSMENT,
    severity=Severity.CONCERN,
    clauses=("QF-54", "QF-58"),
    basis="QF-54, QF-58",
    remedy="Agree what is to be done, by whom and by when: as the criterion's action, in the note of visit or in an "
    "action plan.",
    rests_on=(SELF_ASSESSMENT, VISIT, ACTION_PLAN),
)
def shortfall_without_action(assessment: SelfAssessment, situation: Situation) -> Iterator[Fault]:
    """The council found that a criterion of the last self-assessment is not fully met, and no action is about it.

    The provider had called it met, and so had promised nothing. Concerns from visits lead to an agreed action.
    """
    if not counts(assessment, situation):
        return
    for code, rating in assessment.ratings.items():
        checked = checked_by(rating, situation.on)
        if checked is None or rating.action is not None or effective(rating, situation.on) not in SHORT:
            continue
        if not any(_is_about(action, code) for action in _agreed_since(checked, assessment, situation)):
            found = checked.found.value.replace("_", " ")
            said = f"'{_title(code)}' was found {found} on {_day(checked)}; no action is about it"
            yield Fault(assessment, said, ("ratings", code, "council", "found"), key=code)


def _agreed_since(checked: CouncilValidation, assessment: SelfAssessment, situation: Situation) -> Iterator[Action]:
    """Answer what was agreed with the provider on the day of the check or later, or is still open from before."""
    for visit in situation.records.visits_to(assessment.provider):
        if visit.note and (visit.id == checked.visit or (checked.on and checked.on <= visit.on <= situation.on)):
            yield from visit.note.actions
    for plan in situation.records.action_plans_of(assessment.provider):
        closed = plan.closed_on is not None and checked.on is not None and plan.closed_on < checked.on
        if plan.on <= situation.on and not closed:
            yield from plan.actions


def _is_about(action: Action, code: str) -> bool:
    """Answer whether an action is about a criterion's area; one whose area nobody recorded may be about any."""
    known = criterion(code)
    return action.area is None or known is None or action.area is known.area


def _title(code: str) -> str:
    known = criterion(code)
    return known.title if known else code


def _day(checked: CouncilValidation) -> str:
    return plain(checked.on) if checked.on else "a day not recorded"
